"""The rows an import did not take, as they were, with the reason: correct them and import the same workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gisapp.domain.ledger import ADDED_HEAD_TITLE, REASON_TITLE, ROW_TITLE, SHAPE_TITLE, LedgerKind
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.services.ledger.import_ledger import LedgerPlan, LedgerTable
from gisapp.services.ledger.row_shapes import written_shapes

MOST_DOUBTS = 20_000


def write_problems(path: Path, table: LedgerTable, plan: LedgerPlan) -> int:
    """Write the refused rows in the file's own columns plus 原因 and 行号, and a sheet of what is doubtful; returns the refused.

    Where families were told by order, a column with the head's number keeps each refused person with its family.
    """
    tables = [Table(tr("未导入"), _columns(table, plan), _rows(table, plan))]
    if plan.doubts:
        tables.append(Table(tr("提醒"), _doubt_columns(), _doubts(plan)))
    write_workbook(path, tables)
    return len(plan.refused)


def _needs_head(table: LedgerTable, plan: LedgerPlan) -> bool:
    return table.kind is LedgerKind.RESIDENTS and bool(plan.heads) and not {"head_id", "code"} & set(table.header.fields)


def _columns(table: LedgerTable, plan: LedgerPlan) -> tuple[Column, ...]:
    titles = _unlike(list(table.header.titles))
    own = [Column(f"column{at}", title, 18) for at, title in enumerate(titles)]
    own += [Column("shape", SHAPE_TITLE, 40)] if _has_shapes(table) else []
    head = [Column("head_id", ADDED_HEAD_TITLE, 22)] if _needs_head(table, plan) else []
    return (*own, *head, Column("reason", REASON_TITLE, 48), Column("row", ROW_TITLE, 8, Content.INTEGER))


def _unlike(titles: list[str]) -> list[str]:
    """Titles of an earlier problems sheet would stand twice: those keep another name."""
    return [f"{title}（原）" if title in (REASON_TITLE, ROW_TITLE) else title for title in titles]


def _rows(table: LedgerTable, plan: LedgerPlan) -> Iterator[Row]:
    reasons = {one.row: _sentence(one.column, one.reason) for one in plan.refused}
    width, needs_head = len(table.header.titles), _needs_head(table, plan)
    shapes = written_shapes(table, reasons)
    for number, cells in table.rows:
        if number in reasons:
            own = (*cells[:width], *[""] * (width - len(cells)))
            own = (*own, shapes.get(number, "")) if _has_shapes(table) else own
            head = (plan.heads.get(number, ""),) if needs_head else ()
            yield (*own, *head, reasons[number], number)


def _has_shapes(table: LedgerTable) -> bool:
    """Whether rows come from a map: a workbook of theirs has to bring their shapes along."""
    return table.shapes is not None and table.shapes.is_of_a_map


def _sentence(column: str, reason: str) -> str:
    return tr("{column}：{reason}", column=column, reason=reason) if column else reason


def _doubts(plan: LedgerPlan) -> Iterator[Row]:
    for one in plan.doubts[:MOST_DOUBTS]:
        yield one.row, one.column, one.value, one.reason
    if len(plan.doubts) > MOST_DOUBTS:
        yield None, "", "", tr("还有 {count:,} 条，没有写出", count=len(plan.doubts) - MOST_DOUBTS)


def _doubt_columns() -> tuple[Column, ...]:
    return (
        Column("row", ROW_TITLE, 8, Content.INTEGER),
        Column("column", tr("列"), 18),
        Column("value", tr("填写的内容"), 30),
        Column("reason", REASON_TITLE, 48),
    )
