"""Asks whether the county file is whole, its pages and what stands in them: a look at all of it, too long for opening the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.storage.county import county_file
from gisapp.storage.county.inner_damage import inner_damage
from gisapp.storage.county.interruption import interruptible


def check_pages(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> None:
    """Return when all is sound; raises BadFile that says what is not, Cancelled. About two seconds for 200 MB in memory."""
    with county_file.checking(path) as connection, interruptible(connection, cancelled):
        faults = county_file.quick_check(connection)
        inner = "" if faults else inner_damage(connection)
    if inner:
        raise county_file.broken_inside(path, inner)
    if faults:
        raise BadFile(
            tr("县文件有损坏的地方：{path}", path=path), tr("请先不要再改动，关闭文件后用“文件”菜单的“从备份恢复”换回最近的备份。")
        )
