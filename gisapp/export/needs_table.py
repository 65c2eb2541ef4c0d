"""What the people of a run need, as a workbook: the sums, the places they are made of, the norms with their sources."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from gisapp.domain.affected import AffectedRun
from gisapp.domain.needs import NeedBase, NeedsReport, needs_notes
from gisapp.export.table import Cell, Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr


def write_needs(path: Path, report: NeedsReport, run: AffectedRun, notes: tuple[str, ...]) -> int:
    """Write the sums and the places under ``notes`` (export.call_list.run_notes); returns the number of rows. Raises BadFile."""
    above = (run.question.sentence, *notes, *needs_notes(report))
    return write_workbook(path, needs_tables(report, above))


def needs_tables(report: NeedsReport, notes: tuple[str, ...]) -> tuple[Table, ...]:
    """The sheets themselves."""
    return (
        Table(tr("物资需求"), _sum_columns(), _sums(report), notes),
        Table(tr("各村需求"), _place_columns(report), _places(report), notes),
    )


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
        Column("source", tr("标准来源"), 70),
    )


def _sums(report: NeedsReport) -> Iterator[Row]:
    for line in report.lines:
        item = line.item
        yield item.name, item.rule, report.count(item.base), number(line.total), item.unit, item.source


def _place_columns(report: NeedsReport) -> tuple[Column, ...]:
    items = tuple(
        Column(line.item.code, tr("{name}（{unit}）", name=line.item.name, unit=line.item.unit), 14, Content.NUMBER)
        for line in report.lines
        if line.total is not None
    )
    counts = tuple(Column(base.value, base.caption, 11, Content.INTEGER) for base in NeedBase)
    return (Column("town", tr("镇"), 12), Column("village", tr("村/社区"), 16), *counts, *items)


def _places(report: NeedsReport) -> Iterator[Row]:
    lines = [line for line in report.lines if line.total is not None]
    for at, place in enumerate(report.places):
        counts = [place.counts.get(base, 0) for base in NeedBase]
        yield _row(place.town, place.village or tr("不在任何村/社区内"), counts, [number(line.by_place[at]) for line in lines])
    yield _row(tr("合计"), "", [report.count(base) for base in NeedBase], [number(line.total) for line in lines])


def _row(town: str, village: str, counts: list[int], needs: list[int | float | None]) -> tuple[Cell, ...]:
    return (town, village, *counts, *needs)
