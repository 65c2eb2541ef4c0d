"""The question, and the answer in figures."""

from __future__ import annotations

from collections.abc import Iterator

from gisapp.export.situation.blocks import Block, Figures, RunMap, TableBlock, TableColumn, TableRow, Words, tally_columns, tally_row
from gisapp.export.situation.matter import Matter
from gisapp.language import tr
from gisapp.storage.runs import stored_runs


def question(matter: Matter) -> Iterator[Block]:
    """What was asked, by which rule, when and by whom."""
    run = matter.run
    yield Words(run.question.sentence)
    stored = stored_runs.read(matter.connection, matter.run_id)
    who = stored.who if stored else ""
    yield Words(tr("研判第 {run} 号，{at}，{who}。", run=run.id, at=run.at.replace("T", " ")[:16], who=who))
    if run.question.repeats:
        yield Words(tr("同样的范围和规则，按当时的住户重做第 {run} 号研判。", run=run.question.repeats))


def totals(matter: Matter) -> Iterator[Block]:
    """The counts, and what the counts alone would hide."""
    found = matter.run.totals
    total = found.total
    yield Figures(
        (
            (f"{total.houses:,}", tr("处住房")),
            (f"{total.households:,}", tr("户")),
            (f"{total.residents:,}", tr("人")),
            (f"{found.vulnerable.people:,}", tr("重点人员")),
            (f"{found.without_contact:,}", tr("户没有联系人电话")),
        )
    )
    told = (
        tr("自己另有安全住房的 {count:,} 户，请其去自己另一处住房。", count=found.own_safe_home),
        tr("空置原住房 {count:,} 处，只是财产，无需叫醒。", count=found.empty_origin),
        tr("其他空置住房 {count:,} 处，今晚无人。", count=found.vacant_homes),
    )
    yield from (Words(text) for text in told)
    if matter.run.question.buffer_m:
        by_buffer = found.only_by_buffer
        values = {"houses": by_buffer.houses, "households": by_buffer.households, "residents": by_buffer.residents}
        yield Words(tr("只因外扩才进入险区：{houses:,} 处，{households:,} 户，{residents:,} 人。", **values))


def run_map(_matter: Matter) -> Iterator[Block]:
    """The areas and the homes in them."""
    yield RunMap()


def hazards(matter: Matter) -> Iterator[Block]:
    """By level, and by hazard with overlaps and exact classes."""
    found = matter.run.totals
    levels = [tally_row(level.caption, tally) for level, tally in found.by_level]
    yield TableBlock(tr("按等级（每户只计一次）"), tally_columns(tr("等级")), (*levels, tally_row(tr("合计"), found.total, is_sum=True)))
    if len(found.by_hazard) <= 1:
        return
    named = [tally_row(name, tally) for name, tally in found.by_hazard]
    note = tr("重叠处各计一次，所以相加可能大于合计")
    yield TableBlock(tr("按风险区"), tally_columns(tr("风险区")), (*named, tally_row(tr("两个以上风险区重叠"), found.both)), note)
    exact = [tally_row(tr("、").join(names), tally) for names, tally in found.combinations]
    if exact:
        rows = (*exact, tally_row(tr("合计"), found.total, is_sum=True))
        yield TableBlock(tr("恰好在（各类相加等于合计）"), tally_columns(tr("风险区")), rows)


def vulnerable(matter: Matter) -> Iterator[Block]:
    """People to be helped first, from the records."""
    weak, people = matter.run.totals.vulnerable, matter.run.totals.total.residents
    if not weak.people:
        return
    captions = (tr("65岁及以上"), tr("6岁以下"), tr("残疾"), tr("重病"), tr("孕妇"), tr("独居"))
    counts = (weak.elderly, weak.children, weak.disabled, weak.ill, weak.pregnant, weak.alone)
    rows = [TableRow((caption, f"{count:,}")) for caption, count in zip(captions, counts, strict=True)]
    once = TableRow((tr("重点人员（每人只计一次）"), f"{weak.people:,}"), is_sum=True)
    columns = (TableColumn(tr("重点人群（一人可有多项）"), 60), TableColumn(tr("人"), 16, is_number=True))
    yield TableBlock(tr("应转移的 {people:,} 人中", people=people), columns, (*rows, once))
