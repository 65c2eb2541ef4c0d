"""Forms that were written by the program and filled in by people: the rows of a workbook under their headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from gisapp.errors import BadFile
from gisapp.language import tr

MOST_HEADING_ROWS = 20
Cells = dict[str, str]
"""Column -> text; a date is ISO text, a time HH:MM."""


def rows_under(path: Path, *, column_of: Callable[[str], str | None], needed: frozenset[str]) -> Iterator[tuple[int, Cells]] | None:
    """(line in the file, cells) below the headings of the first sheet that has all ``needed`` columns; None without such a sheet.

    Raises BadFile for what is no workbook.
    """
    for rows in _sheets(path):
        for at, row in enumerate(rows[:MOST_HEADING_ROWS]):
            places = {column: place for place, cell in enumerate(row) if (column := column_of(_text(cell))) is not None}
            if needed <= places.keys():
                return _cells(rows[at + 1 :], at + 2, places)
    return None


def _cells(rows: Sequence[Sequence[Any]], first: int, places: dict[str, int]) -> Iterator[tuple[int, Cells]]:
    for line, row in enumerate(rows, first):
        yield line, {column: _text(row[place]) if place < len(row) else "" for column, place in places.items()}


def _sheets(path: Path) -> Sequence[Sequence[Sequence[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    if not path.is_file():
        raise BadFile(tr("没有这个文件：{path}", path=path), tr("请检查文件名。"))
    try:
        book = CalamineWorkbook.from_path(str(path))
        return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        raise BadFile(tr("这个文件打不开，或不是工作簿：{path}", path=path), tr("请用 .xlsx 文件。")) from error


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
