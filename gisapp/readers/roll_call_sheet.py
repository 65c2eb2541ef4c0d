"""A roll call's sheet, filled in by hand and typed into a workbook: its rows as they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gisapp.domain.roll_call_sheet import NEEDED, SheetRow, column_of
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.form import rows_under


def read_roll_call_sheet(path: Path, *, cancelled: Callable[[], bool] | None = None) -> list[SheetRow]:
    """Every row with an answer on the first sheet that has the headings; raises BadFile when there is no such sheet, Cancelled."""
    rows = rows_under(path, column_of=column_of, needed=frozenset({"code", "answer"}), cancelled=cancelled)
    if rows is None:
        raise BadFile(tr("这不是点名表：{path}", path=path), tr("表里要有“户编号”和“点名结果”两列；请用导出的表填写。"))
    return [SheetRow(line, *(cells.get(column, "") for column in NEEDED)) for line, cells in rows if cells["answer"]]
