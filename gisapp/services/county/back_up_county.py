"""Safe copies of the county, and the way back from one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.storage.county import backups, county_file


def back_up_county(path: Path, destination: Path | None = None, *, cancelled: Callable[[], bool] = lambda: False) -> Path:
    """Copy the county in one piece; raises BadFile when it cannot be read or the copy cannot be written, Cancelled."""
    with county_file.reading_of_any_age(path):
        pass
    if destination is not None and destination.exists():
        raise BadFile(tr("文件已经存在：{path}", path=destination), tr("请换一个文件名，或先移走原文件。"))
    try:
        return backups.back_up(path, destination, cancelled=cancelled)
    except (OSError, sqlite3.OperationalError) as error:
        raise BadFile(tr("备份没有写成：{path}", path=destination or backups.folder_of(path)), tr("请检查磁盘空间和写入权限。")) from error


def restore_county(backup: Path, path: Path) -> Path | None:
    """Put ``backup`` in the place of ``path``; what stood there is kept beside it, and its new name returned.

    The backup is verified first; nothing is replaced when it is no county file. Raises BadFile.
    """
    with county_file.reading_of_any_age(backup) as connection:
        faults = county_file.quick_check(connection)
    if faults:
        raise BadFile(tr("备份已损坏：{path}", path=backup), tr("请换一份备份。"))
    if path.exists() and path.samefile(backup):
        raise BadFile(tr("备份和目标是同一个文件：{path}", path=path), tr("请选择另一个文件。"))
    if path.exists():
        county_file.refuse_in_use(path)
    if path.is_dir():
        raise BadFile(tr("这是一个文件夹，不能写成文件：{path}", path=path), tr("请写明文件名。"))
    unfinished = path.with_name(path.name + ".part")
    try:
        backups.back_up(backup, unfinished)
        kept = _set_aside(path)
        unfinished.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        county_file.remove(unfinished)
        raise BadFile(tr("恢复没有完成：{path}", path=path), tr("请检查磁盘空间和写入权限；原文件没有被改动。")) from error
    return kept


def _set_aside(path: Path) -> Path | None:
    """Move the file that is replaced, with its journal, out of the way."""
    if not path.exists():
        return None
    number = 1
    while (kept := path.with_name(f"{path.stem}-恢复前{number}{path.suffix}")).exists():
        number += 1
    for tail in ("-wal", "-shm", "-journal"):
        side = path.with_name(path.name + tail)
        if side.exists():
            side.replace(kept.with_name(kept.name + tail))
    path.replace(kept)
    return kept
