"""Workbooks that open in Excel by double click, with every text still text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import FileIO
from math import ceil, isfinite
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gisapp.domain.hazard import HazardLevel
from gisapp.errors import BadRequest, Cancelled
from gisapp.export.replaced_file import replacing
from gisapp.export.table import Cell, Column, Content, Row, Table, clean
from gisapp.language import tr

ACCENT = "#0B6E6E"
LEVEL_TINTS = (("#F8D7DA", "#8C1D18"), ("#FCE3CC", "#8A4A00"), ("#FFF4C2", "#6B5900"), ("#D9E8FB", "#1657AB"))
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
LIKE_AN_ESCAPE = re.compile("_(x[0-9A-Fa-f]{4}_)")
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
PROGRESS_EVERY = 500


def write_workbook(
    path: Path, tables: Sequence[Table], *, progress: Callable[[int], None] | None = None, cancelled: Callable[[], bool] | None = None
) -> int:
    """Write one sheet a table and return the number of rows; cells are never formulas or links.

    ``progress(rows)`` is told now and then. Raises BadFile, BadRequest for more rows than a sheet holds, Cancelled.
    """
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with replacing(path) as part, TemporaryDirectory(prefix="gisapp-") as rows, _Watched(part, cancelled) as file:
        book = xlsxwriter.Workbook(file, options | {"tmpdir": rows})
        try:
            writer = _Writer(book, _Looks.of(book), progress, cancelled)
            names = sheet_names([table.name for table in tables])
            for name, table in zip(names, tables, strict=True):
                writer.write(name, table)
        except BaseException:
            _leave(book)
            raise
        _close(book, cancelled)
    return writer.rows


class _Watched(FileIO):
    """The file being packed, which takes some seconds for a whole county: a cancel is heard in the middle of it.

    An archive that was given up still writes its end when it is forgotten, into a file that is closed: that goes nowhere.
    """

    def __init__(self, path: Path, cancelled: Callable[[], bool] | None) -> None:
        super().__init__(path, "w+")
        self._cancelled, self._nowhere = cancelled, 0

    def write(self, data: Any) -> int:
        if self.closed:
            self._nowhere += len(data)
            return len(data)
        _stop_if(self._cancelled)
        return super().write(data)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if self.closed:
            self._nowhere = offset
            return offset
        return super().seek(offset, whence)

    def tell(self) -> int:
        return self._nowhere if self.closed else super().tell()

    def flush(self) -> None:
        if not self.closed:
            super().flush()


class _WatchedRows:
    """The rows kept aside of a sheet, copied into it when the file is closed: likewise."""

    def __init__(self, rows: Any, cancelled: Callable[[], bool] | None) -> None:
        self._rows, self._cancelled = rows, cancelled

    def read(self, size: int) -> str:
        _stop_if(self._cancelled)
        return str(self._rows.read(size))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rows, name)


def _stop_if(cancelled: Callable[[], bool] | None) -> None:
    if cancelled and cancelled():
        raise Cancelled(tr("导出已取消。"), tr("没有写入文件。"))


def _leave(book: Any) -> None:
    """Give the rows up without packing them: an unwanted workbook costs no more time."""
    for sheet in book.worksheets():
        if sheet.row_data_fh:
            sheet.row_data_fh.close()
    book.fileclosed = True


def _close(book: Any, cancelled: Callable[[], bool] | None) -> None:
    """Finish the file; a disk that is full or a folder that is gone is an OSError as everywhere."""
    from xlsxwriter.exceptions import FileCreateError

    for sheet in book.worksheets():
        if sheet.row_data_fh:
            sheet.row_data_fh = _WatchedRows(sheet.row_data_fh, cancelled)
    try:
        book.close()
    except FileCreateError as error:
        cause = error.args[0] if error.args else error
        raise cause if isinstance(cause, OSError) else OSError(str(error)) from error


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Names Excel takes: at most 31 characters, none forbidden, no two alike in upper or lower case."""
    found: list[str] = []
    for number, text in enumerate(wanted, 1):
        name = NOT_IN_SHEET_NAMES.sub(" ", clean(text)).replace("\n", " ").strip(" '")[:31] or str(number)
        if name.lower() in {other.lower() for other in found} or name.lower() == "history":
            name = f"{name[:27]}({number})"
        found.append(name)
    return found


def cell_text(text: str) -> str:
    """``text`` as a cell carries it: cleaned, escapes taken literally, cut at what Excel holds."""
    text = clean(text)
    if len(text) < 1_000 and "_x" not in text:
        return text
    if len(text) > MOST_CHARACTERS - 100:
        text = text[: MOST_CHARACTERS - 100] + tr("……（过长，已截断）")
    return LIKE_AN_ESCAPE.sub(r"_x005F_\1", text)


@dataclass(frozen=True, slots=True)
class _Looks:
    """The cell formats of one workbook."""

    note: Any
    question: Any
    header: Any
    cells: Any
    levels: Any

    @classmethod
    def of(cls, book: Any) -> _Looks:
        font = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter"}
        formats = {
            Content.TEXT: book.add_format(font | {"num_format": "@", "text_wrap": True}),
            Content.INTEGER: book.add_format(font | {"num_format": "#,##0"}),
            Content.NUMBER: book.add_format(font | {"num_format": "#,##0.###"}),
            Content.DEGREES: book.add_format(font | {"num_format": "0.0000000"}),
            Content.DATE: book.add_format(font | {"num_format": "yyyy-mm-dd", "align": "left"}),
        }
        levels = {
            level.caption: book.add_format(font | {"num_format": "@", "bg_color": ground, "font_color": ink})
            for level, (ground, ink) in zip(HazardLevel, LEVEL_TINTS, strict=True)
        }
        return cls(
            note=book.add_format(font | {"font_color": "#52646C", "text_wrap": True}),
            question=book.add_format(font | {"bold": True, "font_size": 12, "font_color": ACCENT, "text_wrap": True}),
            header=book.add_format(font | {"bold": True, "font_color": "#FFFFFF", "bg_color": ACCENT, "text_wrap": True}),
            cells=formats,
            levels=levels,
        )


class _Writer:
    """Writes sheets row by row, so that memory stays small."""

    def __init__(self, book: Any, looks: _Looks, progress: Callable[[int], None] | None, cancelled: Callable[[], bool] | None) -> None:
        self.book, self.looks, self.progress, self.cancelled = book, looks, progress, cancelled
        self.rows = 0

    def write(self, name: str, table: Table) -> None:
        sheet = self.book.add_worksheet(name)
        header = len(table.notes)
        self._lay_out(sheet, table, header)
        self._write_notes(sheet, table)
        for at, column in enumerate(table.columns):
            sheet.write_string(header, at, cell_text(column.title), self.looks.header)
        row = header
        for row, values in enumerate(table.rows, header + 1):
            if row >= MOST_ROWS:
                raise BadRequest(tr("一张工作表放不下这么多行（最多 1,048,576 行）。"), tr("请用 --where 选一个单位，或导出为 .csv。"))
            self._write_row(sheet, row, table.columns, values)
        self._finish(sheet, table, header, row)

    def _lay_out(self, sheet: Any, table: Table, header: int) -> None:
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, column.width)
        sheet.freeze_panes(header + 1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(header)
        sheet.set_footer("&L&A&R&P / &N")

    def _write_notes(self, sheet: Any, table: Table) -> None:
        width = sum(column.width for column in table.columns)
        last = len(table.columns) - 1
        for row, note in enumerate(table.notes):
            look = self.looks.question if row == 0 else self.looks.note
            lines = max(1, ceil(sum(2 if ord(letter) > 255 else 1 for letter in note) * (1.25 if row == 0 else 1.05) / width))
            sheet.set_row(row, 20 * lines if row == 0 else 16 * lines)
            if last:
                sheet.merge_range(row, 0, row, last, "", look)
            sheet.write_string(row, 0, cell_text(note), look)
        sheet.set_row(len(table.notes), 22)

    def _write_row(self, sheet: Any, row: int, columns: tuple[Column, ...], values: Row) -> None:
        for at, (column, value) in enumerate(zip(columns, values, strict=True)):
            if column.key == "level":
                sheet.write_string(row, at, str(value), self.looks.levels.get(value))
            else:
                _write_cell(sheet, row, at, value, content=column.content, looks=self.looks)
        self.rows += 1
        if self.rows % PROGRESS_EVERY == 0:
            _stop_if(self.cancelled)
            if self.progress:
                self.progress(self.rows)

    def _finish(self, sheet: Any, table: Table, header: int, last_row: int) -> None:
        last = len(table.columns) - 1
        sheet.autofilter(header, 0, max(last_row, header), last)
        for at, column in enumerate(table.columns):
            if column.choices and last_row > header:
                sheet.data_validation(header + 1, at, last_row, at, {"validate": "list", "source": list(column.choices)})
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{max(last_row, header) + 1}"})


def _write_cell(sheet: Any, row: int, at: int, value: Cell, *, content: Content, looks: _Looks) -> None:
    look = looks.cells[content]
    if value is None or value == "":
        return
    if content is Content.TEXT:
        sheet.write_string(row, at, cell_text(str(value)), look)
    elif content is Content.DEGREES and isinstance(value, int | float) and isfinite(value):
        sheet.write_number(row, at, value, look)
    elif content in (Content.INTEGER, Content.NUMBER) and isinstance(value, int | float) and isfinite(value):
        sheet.write_number(row, at, value, look if value % 1 else looks.cells[Content.INTEGER])  # else 15 reads "15."
    elif content is Content.DATE and (day := _day(str(value))) is not None:
        sheet.write_datetime(row, at, day, look)
    else:
        sheet.write_string(row, at, cell_text(str(value)), looks.cells[Content.TEXT])


def _day(text: str) -> date | None:
    """The day of ISO text that a workbook can hold (from 1900 on)."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if day.year >= 1900 else None
