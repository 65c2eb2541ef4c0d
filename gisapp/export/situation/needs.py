"""What the people need, the sums and the places they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from gisapp.domain.need_sources import source_kind
from gisapp.domain.needs import NeedBase, NeedsReport, needs_notes, shown
from gisapp.export.situation.blocks import Block, TableBlock, TableColumn, TableRow, Words
from gisapp.export.situation.matter import Matter
from gisapp.language import tr
from gisapp.services.runs.count_needs import count_needs, count_site_needs


def needs(matter: Matter) -> Iterator[Block]:
    """The table in force over the run's people; nothing when nobody is in danger."""
    report = count_needs(matter.connection, matter.run_id, days=matter.days)
    if not report.count(NeedBase.PERSON):
        return
    yield from (Words(note) for note in needs_notes(report))
    yield TableBlock(tr("物资需求（{days} 天）", days=report.days), _columns(), tuple(_rows(report)))
    yield TableBlock(tr("各村需求（{days} 天）", days=report.days), _place_columns(report, tr("村/社区")), tuple(_places(report)))
    at_sites = count_site_needs(matter.connection, matter.run_id, days=matter.days)
    if at_sites is not None and at_sites.places:
        title = tr("各避险点需求（{days} 天）", days=report.days)
        note = tr("只算分到避险点的人；按件的在每个避险点取整")
        yield TableBlock(title, _place_columns(at_sites, tr("避险点")), tuple(_places(at_sites)), note)


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(tr("物资"), 26),
        TableColumn(tr("标准"), 24),
        TableColumn(tr("需要"), 13, is_number=True),
        TableColumn(tr("单位"), 11),
        TableColumn(tr("依据"), 10),
        TableColumn(tr("标准来源"), 40),
    )


def _rows(report: NeedsReport) -> Iterator[TableRow]:
    for line in report.lines:
        total = shown(line.total) or tr("未定")
        yield TableRow((line.item.name, line.item.rule, total, line.item.unit, source_kind(line.item).caption, line.item.source))


def _place_columns(report: NeedsReport, name: str) -> tuple[TableColumn, ...]:
    items = [tr("{name}（{unit}）", name=line.item.name, unit=line.item.unit) for line in report.lines if line.total is not None]
    return (TableColumn(name, 26), *(TableColumn(text, 11, is_number=True) for text in (tr("人"), tr("户"), *items)))


def _places(report: NeedsReport) -> Iterator[TableRow]:
    lines = [line for line in report.lines if line.total is not None]
    for at, place in enumerate(report.places):
        counts = (place.counts.get(NeedBase.PERSON, 0), place.counts.get(NeedBase.HOUSEHOLD, 0))
        name = tr("{town} {village}", town=place.town, village=place.village).strip() if place.village else tr("不在任何村/社区内")
        yield TableRow((name, *(f"{count:,}" for count in counts), *(shown(line.by_place[at]) for line in lines)))
    totals = (report.count(NeedBase.PERSON), report.count(NeedBase.HOUSEHOLD))
    yield TableRow((tr("合计"), *(f"{count:,}" for count in totals), *(shown(line.total) for line in lines)), is_sum=True)
