"""The form of sleeping places, filled in at the door and typed into a workbook: its rows as they stand."""

from __future__ import annotations

from pathlib import Path

from gisapp.domain.sleeping_form import NEEDED, FormRow, column_of
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.form import Cells, rows_under


def read_form(path: Path) -> list[FormRow]:
    """Every row with a person on the first sheet that has the headings; raises BadFile when there is no such sheet."""
    rows = rows_under(path, column_of=column_of, needed=frozenset({"person", "answer"}))
    if rows is None:
        raise BadFile(tr("这不是住处核对表：{path}", path=path), tr("表里要有“人员编号”和“核对结果”两列；请用导出的表填写。"))
    return [made for line, cells in rows if (made := _row(line, cells)) is not None]


def _row(line: int, cells: Cells) -> FormRow | None:
    if not cells["person"] and not cells.get("name") and not cells["answer"]:
        return None
    day = cells.get("day", "").partition(" ")[0]  # a spreadsheet may have put the hour behind it
    return FormRow(line, *(day if column == "day" else cells.get(column, "") for column in NEEDED))
