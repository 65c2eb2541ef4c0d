"""What another desk hands over, whatever kind of file it is: the small file, a filled sheet, a copy of its county file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from gisapp.domain.carried_roll_call import CarriedRollCall
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.roll_call_file import read_roll_call_file
from gisapp.services.roll_call.carry_roll_call import roll_call_of_copy
from gisapp.services.roll_call.find_roll_call import run_called
from gisapp.services.roll_call.take_roll_call_sheet import read_sheet
from gisapp.storage.roll_call import roll_calls

DATABASE, ARCHIVE = b"SQLite format 3\0", b"PK\x03\x04"


def read_carried(
    connection: sqlite3.Connection, path: Path, run: int, *, who: str, now: datetime, cancelled: Callable[[], bool] | None = None
) -> CarriedRollCall:
    """Read ``path`` for the roll call of a run by what it begins with; raises BadFile, Cancelled."""
    begin = _beginning(path)
    if begin == DATABASE:
        roll_call = roll_calls.of_run(connection, run)
        opened_at = roll_call.opened_at if roll_call else run_called(connection, run).at
        last_at = (roll_calls.last_at(connection, roll_call.id) or "") if roll_call else ""
        uid = roll_call.uid if roll_call else roll_calls.run_uid(connection, run) or ""
        return roll_call_of_copy(path, uid, opened_at=opened_at, last_at=last_at, cancelled=cancelled)
    if begin.startswith(ARCHIVE):
        return read_sheet(connection, path, run, who=who, now=now, cancelled=cancelled)
    return read_roll_call_file(path, cancelled=cancelled)


def _beginning(path: Path) -> bytes:
    if not path.is_file():
        raise BadFile(tr("没有这个文件：{path}", path=path), tr("请检查文件名。"))
    try:
        with path.open("rb") as file:
            return file.read(len(DATABASE))
    except OSError as error:
        raise BadFile(tr("无法读取文件：{path}", path=path), tr("请检查U盘是否还连接着，再试一次。")) from error
