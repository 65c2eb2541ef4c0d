"""What the people of a run need, as a workbook: the sums, the places they are made of, the norms with their sources."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from gisapp.domain.affected import AffectedRun
from gisapp.domain.need_sources import source_kind
from gisapp.domain.needs import NeedBase, NeedsReport, needs_notes
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr


def write_needs(path: Path, report: NeedsReport, run: AffectedRun, notes: tuple[str, ...], *, at_sites: NeedsReport | None = None) -> int:
    """Write the sums, the villages and, where families were sent there, the safe sites; returns the number of rows. Raises BadFile.

    ``notes`` stand above every sheet (export.run_notes), under the question.
    """
    above = (run.question.sentence, *notes, *needs_notes(report))
    tables = [
        Table(tr("物资需求"), _sum_columns(), _sums(report), above),
        Table(tr("各村需求"), (_town(), *_place_columns(report, tr("村/社区"))), _places(report, has_town=True), above),
    ]
    if at_sites is not None:
        told = (run.question.sentence, *notes, tr("只算分到避险点的人；按件的在每个避险点取整"))
        tables.append(Table(tr("各避险点需求"), _place_columns(at_sites, tr("避险点")), _places(at_sites, has_town=False), told))
    return write_workbook(path, tables)


def number(quantity: Decimal | None) -> int | float | None:
    """A quantity as a workbook or JSON carries it."""
    if quantity is None:
        return None
    return int(quantity) if quantity == quantity.to_integral_value() else float(quantity)


def _sum_columns() -> tuple[Column, ...]:
    return (
        Column("name", tr("物资"), 26),
        Column("rule", tr("标准"), 24),
        Column("count", tr("计算人数/户数"), 14, Content.INTEGER),
        Column("total", tr("需要"), 14, Content.NUMBER),
        Column("unit", tr("单位"), 8),
        Column("source_kind", tr("依据"), 10),
        Column("source", tr("标准来源"), 70),
    )


def _sums(report: NeedsReport) -> Iterator[Row]:
    for line in report.lines:
        item = line.item
        yield item.name, item.rule, report.count(item.base), number(line.total), item.unit, source_kind(item).caption, item.source


def _town() -> Column:
    return Column("town", tr("镇"), 12)


def _place_columns(report: NeedsReport, name: str) -> tuple[Column, ...]:
    items = tuple(
        Column(line.item.code, tr("{name}（{unit}）", name=line.item.name, unit=line.item.unit), 14, Content.NUMBER)
        for line in report.lines
        if line.total is not None
    )
    counts = tuple(Column(base.value, base.caption, 11, Content.INTEGER) for base in NeedBase)
    return (Column("place", name, 18), *counts, *items)


def _places(report: NeedsReport, *, has_town: bool) -> Iterator[Row]:
    lines = [line for line in report.lines if line.total is not None]

    def row(town: str, name: str, counts: list[int], needs: list[int | float | None]) -> Row:
        return (town, name, *counts, *needs) if has_town else (name, *counts, *needs)

    for at, place in enumerate(report.places):
        counts = [place.counts.get(base, 0) for base in NeedBase]
        yield row(place.town, place.village or tr("不在任何村/社区内"), counts, [number(line.by_place[at]) for line in lines])
    yield row("", tr("合计"), [report.count(base) for base in NeedBase], [number(line.total) for line in lines])
