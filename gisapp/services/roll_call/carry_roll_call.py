"""A roll call gathered for another desk: from the county in hand, or from a copy of another desk's county file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from gisapp.domain.carried_roll_call import CarriedRollCall
from gisapp.domain.roll_call import RollCall, utc_text
from gisapp.errors import BadFile, BadRequest
from gisapp.language import tr
from gisapp.services.roll_call.carry_run import carry_run
from gisapp.services.roll_call.find_roll_call import run_called
from gisapp.storage.county import county_file, settings
from gisapp.storage.county.interruption import interruptible
from gisapp.storage.roll_call import carried_entries, roll_calls


def carry_roll_call(connection: sqlite3.Connection, run_id: int | None = None, *, who: str, now: datetime | None = None) -> CarriedRollCall:
    """The roll call of a run (None = the latest) with its whole log; raises BadRequest when none was begun."""
    run = run_called(connection, run_id)
    roll_call = roll_calls.of_run(connection, run.id)
    if roll_call is None:
        raise BadRequest(tr("研判第 {run} 号还没有点名记录，没有可以导出的。", run=run.id), tr("请先点名，再导出给另一台。"))
    return _carried(connection, roll_call, run.id, who=who, at=utc_text(now or datetime.now().astimezone()))


def roll_call_of_copy(
    path: Path, uid: str, *, opened_at: str, last_at: str, cancelled: Callable[[], bool] | None = None
) -> CarriedRollCall:
    """The same roll call, else the latest of the same night, in a copy of another desk's county file.

    Raises BadFile for a file that is no county file, is older than roll calls, or holds none of that night; Cancelled.
    """
    try:
        with county_file.reading(path) as connection:
            found = roll_calls.every(connection)
            same = [one for one in found if one.uid == uid]
            near = [
                one for one in found if is_same_night((one.opened_at, roll_calls.last_at(connection, one.id) or ""), (opened_at, last_at))
            ]
            if same or near:
                roll_call = (same or near)[-1]
                with interruptible(connection, cancelled):
                    return _carried(connection, roll_call, roll_calls.latest_run_of(connection, roll_call.id), who="", at="")
    except sqlite3.DatabaseError as error:
        raise BadFile(tr("文件已损坏：{path}", path=path), tr("请在另一台电脑上重新导出，再拷一次。")) from error
    raise BadFile(tr("这个县文件里没有同一晚的点名：{path}", path=path), tr("请选择另一台今晚用的县文件，或换一次研判再合并。"))


def is_same_night(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two stretches of time (UTC texts of opening and newest entry, "" = none) lie within a day of each other."""
    try:
        (first, last), (others_first, others_last) = (_stretch(*one), _stretch(*other))
    except ValueError:
        return False  # somebody else's file, and no time
    return first - others_last <= ONE_DAY_S and others_first - last <= ONE_DAY_S


ONE_DAY_S = 86_400.0
"""As in the view run_roll_call."""


def _stretch(opened_at: str, last_at: str) -> tuple[float, float]:
    begin = datetime.fromisoformat(opened_at).timestamp()
    return begin, max(begin, datetime.fromisoformat(last_at).timestamp() if last_at else begin)


def _carried(connection: sqlite3.Connection, roll_call: RollCall, run_id: int | None, *, who: str, at: str) -> CarriedRollCall:
    return CarriedRollCall(
        county=str(settings.read(connection, "county_name", "")),
        uid=roll_call.uid,
        opened_at=roll_call.opened_at,
        opened_by=roll_call.opened_by,
        written_at=at,
        written_by=who,
        entries=tuple(carried_entries.log(connection, roll_call.id)),
        withdrawn=tuple(carried_entries.withdrawn(connection)),
        run=carry_run(connection, run_id) if run_id is not None else None,
    )
