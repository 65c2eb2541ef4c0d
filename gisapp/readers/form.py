"""Forms that were written by the program and filled in by people: the rows of a workbook under their headings.

The workbook is parsed in a process of its own: it comes back from anybody's hands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.child_process import NotReadable, in_child

MOST_HEADING_ROWS = 20
Cells = dict[str, str]
"""Column -> text; a date is ISO text, a time HH:MM."""


def rows_under(
    path: Path, *, column_of: Callable[[str], str | None], needed: frozenset[str], cancelled: Callable[[], bool] | None = None
) -> list[tuple[int, Cells]] | None:
    """(line in the file, cells) below the headings of the first sheet that has all ``needed`` columns; None without such a sheet.

    ``column_of`` is a function of some module: it is called in the other process. Raises BadFile for what is no workbook, Cancelled.
    """
    if not path.is_file():
        raise BadFile(tr("没有这个文件：{path}", path=path), tr("请检查文件名。"))
    in_words = partial(_in_words, path=path)
    found: list[tuple[int, Cells]] | None = in_child(_parsed, str(path), column_of, needed, in_words=in_words, cancelled=cancelled)
    return found


def _in_words(why: str, *, path: Path) -> BadFile:
    if why in ("large", "slow"):
        return BadFile(tr("工作簿太大或已损坏，读不出来：{path}", path=path), tr("请删去多余的行列和工作表，另存为 .xlsx 再试。"))
    return BadFile(tr("这个文件打不开，或不是工作簿：{path}", path=path), tr("请用 .xlsx 文件。"))


def _parsed(
    _tell: Callable[[int, int], None], path: str, column_of: Callable[[str], str | None], needed: frozenset[str]
) -> list[tuple[int, Cells]] | None:
    for rows in _sheets(path):
        for at, row in enumerate(rows[:MOST_HEADING_ROWS]):
            places = {column: place for place, cell in enumerate(row) if (column := column_of(_text(cell))) is not None}
            if needed <= places.keys():
                return list(_cells(rows[at + 1 :], at + 2, places))
    return None


def _cells(rows: Sequence[Sequence[Any]], first: int, places: dict[str, int]) -> Iterator[tuple[int, Cells]]:
    for line, row in enumerate(rows, first):
        yield line, {column: _text(row[place]) if place < len(row) else "" for column, place in places.items()}


def _sheets(path: str) -> Iterator[Sequence[Sequence[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            yield book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        raise NotReadable("damaged") from error


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
