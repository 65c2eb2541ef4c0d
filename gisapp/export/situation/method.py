"""How the answer was found, from which sources, and what it cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from gisapp import __version__
from gisapp.domain import river_level
from gisapp.domain.hazard import CountedAt
from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE
from gisapp.export.situation.blocks import Block, TableBlock, TableColumn, TableRow, Words
from gisapp.export.situation.matter import Matter
from gisapp.language import tr
from gisapp.services.runs.route_calls import route_calls
from gisapp.storage.county import settings
from gisapp.storage.runs import run_sources
from gisapp.storage.safe_sites import allocations

MOST_AREAS = 60


def method(matter: Matter) -> Iterator[Block]:
    """The rule, how people are counted, who leads, the areas with their sources."""
    question = matter.run.question
    yield Words(tr("判断规则：{rule}。", rule=question.rule.caption))
    if question.counted_at is CountedAt.HOMES:
        yield Words(tr("人按在住的住房计：家里有一处在住的住房在险区，全家计一次。"))
    else:
        yield Words(tr("人按现住何处计：今晚睡在险区房屋里的人。"))
    yield Words(tr("每处住房、每户、每人只计一次，取最重的等级；除注明重叠的表外，各表合计等于研判合计。"))
    ages = {"elderly": ELDERLY_FROM_AGE, "child": CHILD_BELOW_AGE, "day": question.day}
    yield Words(tr("老人为 {elderly} 岁及以上，幼儿为 {child} 岁以下，年龄按 {day} 计。", **ages))
    yield Words(route_calls(matter.connection, matter.run).sentence)
    allocation = allocations.in_force(matter.connection, matter.run_id)
    if allocation is None:
        yield Words(tr("到避险点的距离是直线距离，不是走路的距离。"))
    else:
        yield Words(allocation.question.sentence)
        yield Words(tr("到避险点的距离沿县文件里的道路计，没有相通道路的按直线并写明；道路在别处中断与否没有考虑。"))
        yield Words(tr("走法：从住房所在的险区走出去，只从重的走向轻的，出来以后不再进任何险区；找不到这样的路，就写明要穿过险区。"))
    yield Words(tr("名单、电话和联系人是打印时的，合计是研判时的。程序版本 {version}。", version=__version__))
    yield _areas(matter)


def _areas(matter: Matter) -> Block:
    rows = run_sources.areas(matter.connection, matter.run_id)
    columns = (
        TableColumn(tr("风险区"), 30),
        TableColumn(tr("灾种"), 10),
        TableColumn(tr("等级"), 8),
        TableColumn(tr("块数"), 8, is_number=True),
        TableColumn(tr("来源"), 44),
    )
    shown = tuple(TableRow((row.name, row.kind.caption, row.level.caption, f"{row.pieces:,}", row.source)) for row in rows[:MOST_AREAS])
    note = tr("另有 {count} 行没有列出", count=len(rows) - MOST_AREAS) if len(rows) > MOST_AREAS else ""
    return TableBlock(tr("风险区和来源"), columns, shown, note)


def limits(matter: Matter) -> Iterator[Block]:
    """What must be kept in mind whoever reads the figures."""
    yield Words(tr("风险区是画出来或算出来的范围，不是预报；范围外不等于安全。"))
    yield Words(tr("名单以台账为准：没有登记的人、临时来的人不在内，请在现场补登。"))
    if matter.run.question.rule.is_of_depth:
        yield Words(tr("水深来自栅格，一个像元以内的高低分不出来；没有水深值的住房没有结论。"))
    if any(river_level.limits() in area.source for area in run_sources.areas(matter.connection, matter.run_id)):
        yield Words(river_level.limits(), is_warning=True)
    if settings.read(matter.connection, "is_sample", False):
        yield Words(tr("示例数据：人物与电话均为虚构。"), is_warning=True)
