"""The roll call of a run: the one that goes on that night, opened with its first entry, or begun anew."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import new_uid
from gisapp.domain.roll_call import RollCall, utc_text
from gisapp.language import tr
from gisapp.services.runs.pick_run import pick_run
from gisapp.storage.county import history
from gisapp.storage.roll_call import roll_calls
from gisapp.storage.runs.stored_runs import StoredRun

if TYPE_CHECKING:
    from sqlite_utils import Database


def run_called(connection: sqlite3.Connection, run_id: int | None = None) -> StoredRun:
    """The run whose families are called, the latest when None; raises BadRequest when there is none."""
    return pick_run(connection, run_id, none_yet=tr("还没有保存过研判，没有可以点名的户。"))


def opened_for(connection: sqlite3.Connection, run_id: int, *, who: str, at: str) -> int:
    """The id of the run's roll call, opened at ``at`` (UTC text) if none goes on; within the caller's transaction.

    A roll call that a run opens bears the run's uid: two copies of a county file that open it apart mean the same one.
    """
    known = roll_calls.of_run(connection, run_id)
    roll_call = known.id if known else _insert(connection, run_id, who=who, at=at)
    roll_calls.link(connection, run_id, roll_call)
    return roll_call


def begin_roll_call(db: Database, run_id: int, *, who: str, now: datetime | None = None) -> tuple[RollCall, Change]:
    """Begin anew for a run, with nothing known of anybody; what was known stays in the former roll call.

    Raises BadRequest for a run that is not there.
    """
    run = run_called(db.conn, run_id)
    label = tr("另起一次点名：研判第 {run} 号", run=run.id)
    with history.recorded(db, label=label, who=who, kinds=(Kind.ROLL_CALL,)) as entry:
        roll_calls.link(db.conn, run.id, _insert(db.conn, run.id, who=who, at=utc_text(now or datetime.now().astimezone())))
    begun = roll_calls.of_run(db.conn, run.id)
    assert begun is not None
    return begun, Change(label, (Kind.ROLL_CALL,), None, entry)


def _insert(connection: sqlite3.Connection, run_id: int, *, who: str, at: str) -> int:
    uid = roll_calls.run_uid(connection, run_id) or new_uid()
    return roll_calls.insert(connection, uid=new_uid() if roll_calls.has_uid(connection, uid) else uid, opened_at=at, opened_by=who)
