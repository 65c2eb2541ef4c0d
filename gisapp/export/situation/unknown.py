"""What is not known: never counted as safe, and what must be asked next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gisapp.domain.hazard import CountedAt
from gisapp.export.situation.blocks import Block, TableBlock, TableColumn, TableRow, Words
from gisapp.export.situation.matter import Matter
from gisapp.language import tr
from gisapp.services.runs.list_calls import list_unknown
from gisapp.storage.runs import run_gaps


def unknown(matter: Matter) -> Iterator[Block]:
    """Homes without a conclusion by village, people whose sleeping place nobody knows, areas left out, homes in no grid."""
    found, question = matter.run.totals, matter.run.question
    gaps = run_gaps.of_run(matter.connection, matter.run_id)
    told = []
    if found.unknown:
        told.append(tr("没有结论的住房 {count:,} 处：不是安全，请派人查看。", count=found.unknown))
    if found.without_contact:
        told.append(tr("没有联系人电话的 {count:,} 户：通知不到，请派人上门。", count=found.without_contact))
    if found.sleepers_elsewhere:
        told.append(tr("另有 {count:,} 人睡在险区而自家不在名单上，请改“人按现住何处计”再研判。", count=found.sleepers_elsewhere))
    if gaps.nowhere:
        told.append(tr("名单上的户里 {count:,} 人现住何处没有登记。", count=gaps.nowhere))
    if gaps.without_phone:
        told.append(tr("名单上 {count:,} 户没有任何电话。", count=gaps.without_phone))
    if question.expired:
        told.append(tr("{count:,} 个风险区当时不在有效期内，也计入了。", count=len(question.expired)))
    if question.left_out:
        told.append(tr("{count:,} 个风险区届时无效，没有计入。", count=len(question.left_out)))
    if question.counted_at is CountedAt.SLEEPING:
        told.append(tr("按现住何处计：没有登记现住何处的人不在内。"))
    yield from (Words(text, is_warning=True) for text in told)
    if not told:
        yield Words(tr("没有发现没有结论的住房、没有联系人的户或没有登记的住处。"))
    if found.unknown:
        yield _by_village(matter)


def _by_village(matter: Matter) -> Block:
    rows = list_unknown(matter.connection, matter.run_id)
    homes, people = Counter((row.town, row.village) for row in rows), Counter[tuple[str, str]]()
    for row in rows:
        people[row.town, row.village] += row.residents
    columns = (
        TableColumn(tr("镇"), 20),
        TableColumn(tr("村/社区"), 36),
        TableColumn(tr("住房"), 12, is_number=True),
        TableColumn(tr("人"), 12, is_number=True),
    )
    lines = [TableRow((*place, f"{count:,}", f"{people[place]:,}")) for place, count in sorted(homes.items())]
    total = TableRow((tr("合计"), "", f"{len(rows):,}", f"{sum(people.values()):,}"), is_sum=True)
    return TableBlock(tr("没有结论的住房"), columns, (*lines, total))
