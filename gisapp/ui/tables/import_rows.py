"""The lists of an import: the first rows of a sheet, and what would become of every row of a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gisapp.domain.masking import masked_id, masked_phone, masked_text
from gisapp.language import tr
from gisapp.services.ledger.outcome import LedgerPlan
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.rows import Column

if TYPE_CHECKING:
    from gisapp.readers.ledger import SheetSummary
    from gisapp.services.ledger.import_ledger import LedgerTable
    from gisapp.services.ledger.table import Header

MOST_COLUMNS = 60
IDS, PHONES, CODES = frozenset({"id_number", "head_id"}), frozenset({"phone"}), frozenset({"code", "grid", "longitude", "latitude"})
WIDTHS = (("id_number", 11.0), ("head_id", 11.0), ("code", 10.0), ("phone", 7.0), ("address", 13.0), ("origin_address", 13.0))

FileRow = tuple[int, list[str]]
"""Number in the file, cells as they are."""


def shown_cell(value: str, field: str | None) -> str:
    """A cell for the screen: ID numbers and phones masked wherever they stand."""
    if field in IDS:
        return masked_id(value.strip())
    if field in PHONES:
        return masked_phone(value.strip())
    return value if field in CODES else masked_text(value)


def first_rows(sheet: SheetSummary, header: Header | None) -> Listing:
    """The first rows below the header, or of the whole sheet."""
    after = header.last if header is not None else 0
    rows = [row for row in sheet.head if row[0] > after]
    return Listing(tr("“{sheet}”的前几行", sheet=sheet.name), _cells(header), rows, tr("表头下面没有数据。"))


def new_rows(table: LedgerTable, plan: LedgerPlan) -> Listing:
    """Rows that the county does not have yet."""
    return _file_rows(tr("新增的行"), table, plan.new, tr("没有新增的行。"))


def same_rows(table: LedgerTable, plan: LedgerPlan) -> Listing:
    """Rows that say what the county has already."""
    others = {*plan.new, *(one.row for one in plan.changed), *(one.row for one in plan.refused)}
    numbers = [number for number, _cells in table.rows if number not in others]
    return _file_rows(tr("与县里相同的行"), table, numbers, tr("没有相同的行。"))


def changed_rows(plan: LedgerPlan) -> Listing:
    """What the county holds and what the file says, side by side."""
    columns = (
        _number(lambda row: row[0].row),
        Column(tr("名称"), lambda row: row[0].who, 9),
        Column(tr("字段"), lambda row: row[1].title, 8),
        Column(tr("县里现在是"), lambda row: masked_text(row[1].old) or "—", 16),
        Column(tr("文件里是"), lambda row: masked_text(row[1].new) or "—", 16, tint=lambda _row: "accent"),
    )
    rows = [(change, one) for change in plan.changed for one in change.differences]
    return Listing(tr("要更改的内容"), columns, rows, tr("没有要更改的行。"))


def refused_rows(plan: LedgerPlan) -> Listing:
    """Rows that are not taken, each with its reason."""
    return Listing(tr("未导入的行"), _reasons("danger"), plan.refused, tr("没有未导入的行。"))


def doubtful_rows(plan: LedgerPlan) -> Listing:
    """Odd things about rows that are taken all the same."""
    return Listing(tr("请留意的行（照样导入）"), _reasons("warn"), plan.doubts, tr("没有要留意的行。"))


def _reasons(tint: str) -> tuple[Column, ...]:
    return (
        _number(lambda row: row.row),
        Column(tr("列"), lambda row: row.column, 6),
        Column(tr("填写的内容"), lambda row: masked_text(row.value), 11),
        Column(tr("原因"), lambda row: row.reason, 40, tint=lambda _row: tint),
    )


def _number(number) -> Column:  # type: ignore[no-untyped-def]
    return Column(tr("行号"), lambda row: str(number(row)), 3.6, order=number, is_number=True)


def _file_rows(title: str, table: LedgerTable, numbers: Iterable[int], empty: str) -> Listing:
    wanted = set(numbers)
    rows = [row for row in table.rows if row[0] in wanted]
    return Listing(title, _cells(table.header), rows, empty)


def _cells(header: Header | None) -> tuple[Column, ...]:
    number = _number(lambda row: row[0])
    if header is None:
        return (number, *(_cell(tr("第 {number} 列", number=place + 1), place, None) for place in range(8)))
    pairs = list(enumerate(zip(header.titles, header.fields, strict=True)))
    titled = [(place, title, field) for place, (title, field) in pairs if title or field]
    return (number, *(_cell(title, place, field) for place, title, field in titled[:MOST_COLUMNS]))


def _cell(title: str, place: int, field: str | None) -> Column:
    def text(row: FileRow) -> str:
        cells = row[1]
        return shown_cell(" ".join(cells[place].split()), field) if place < len(cells) else ""

    width = dict(WIDTHS).get(field or "", max(5.0, min(len(title) + 1.0, 14.0)))
    return Column(title, text, width, tint=None if field else lambda _row: "muted")
