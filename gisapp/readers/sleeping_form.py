"""The form of sleeping places, filled in at the door and typed into a workbook: its rows as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from gisapp.domain.sleeping_form import FormRow, column_of
from gisapp.errors import BadFile
from gisapp.language import tr

MOST_HEADING_ROWS = 20


def read_form(path: Path) -> list[FormRow]:
    """Every row with a person on the first sheet that has the headings; raises BadFile when there is no such sheet."""
    for rows in _sheets(path):
        for at, row in enumerate(rows[:MOST_HEADING_ROWS]):
            places = {column: place for place, cell in enumerate(row) if (column := column_of(_text(cell))) is not None}
            if {"person", "answer"} <= places.keys():
                return [made for line, cells in enumerate(rows[at + 1 :], at + 2) if (made := _row(line, cells, places)) is not None]
    raise BadFile(tr("这不是住处核对表：{path}", path=path), tr("表里要有“人员编号”和“核对结果”两列；请用导出的表填写。"))


def _sheets(path: Path) -> Sequence[Sequence[Sequence[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    if not path.is_file():
        raise BadFile(tr("没有这个文件：{path}", path=path), tr("请检查文件名。"))
    try:
        book = CalamineWorkbook.from_path(str(path))
        return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        raise BadFile(tr("这个文件打不开，或不是工作簿：{path}", path=path), tr("请用 .xlsx 文件。")) from error


def _row(line: int, cells: Sequence[Any], places: dict[str, int]) -> FormRow | None:
    values = {column: _text(cells[place]) if place < len(cells) else "" for column, place in places.items()}
    if not values["person"] and not values.get("name") and not values["answer"]:
        return None
    columns = ("person", "code", "name", "answer", "note", "day")
    return FormRow(line, *(values.get(column, "") for column in columns))


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
