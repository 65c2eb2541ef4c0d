"""Merge another desk's roll call: the newest entry of a family wins, and every difference is seen before it is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.carried_roll_call import CarriedRollCall, MergeResult
from gisapp.domain.carried_run import run_differences
from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.roll_call import RollCallEntry, utc_text
from gisapp.domain.steps import watching
from gisapp.errors import BadRequest, Cancelled
from gisapp.language import tr
from gisapp.services.roll_call import tell_differences
from gisapp.services.roll_call.carry_roll_call import is_same_night
from gisapp.services.roll_call.carry_run import carry_run
from gisapp.services.roll_call.find_roll_call import opened_for, run_called
from gisapp.services.roll_call.judge_carried import Judged, judge_carried
from gisapp.services.roll_call.read_carried import read_carried
from gisapp.services.roll_call.recognise_families import LOOKS_EVERY, Watch
from gisapp.storage.county import history
from gisapp.storage.county.interruption import interruptible
from gisapp.storage.roll_call import carried_entries, roll_calls
from gisapp.storage.roll_call.roll_calls import NewEntry

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is written: entries, uids that go, and what is said of it."""

    add: tuple[NewEntry, ...]
    remove: tuple[str, ...]
    result: MergeResult


def preview_merge(
    connection: sqlite3.Connection,
    path: Path,
    run_id: int | None = None,
    *,
    who: str,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> MergeResult:
    """What merging a file into the roll call of a run (None = the latest) would do; writes nothing.

    ``path`` is a file of "export", a filled sheet or a copy of the other desk's county file. Raises BadFile for any other,
    BadRequest for a roll call of another night, Cancelled.
    """
    moment = now or datetime.now().astimezone()
    return _read_plan(
        connection, path, run_id, who=who, now=moment, watch=watching(progress, cancelled, stopped=_stopped), cancelled=cancelled
    )[1].result


def merge_roll_call(
    db: Database,
    path: Path,
    run_id: int | None = None,
    *,
    who: str,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[MergeResult, Change | None]:
    """Write what ``preview_merge`` tells as one change, None when there is nothing to write; raises Cancelled too."""
    moment, watch = now or datetime.now().astimezone(), watching(progress, cancelled, stopped=_stopped)
    run, plan = _read_plan(db.conn, path, run_id, who=who, now=moment, watch=watch, cancelled=cancelled)
    if not plan.add and not plan.remove:
        return plan.result, None
    values = {"new": f"{plan.result.new:,}", "older": f"{plan.result.older:,}"}
    label = tr("合并点名：{new} 条算数，{older} 条较早", **values)
    why = tr("合并自 {file}", file=path.name)  # tells it from an entry that was typed: see carried_entries.withdrawn
    with history.recorded(db, label=label, who=who, kinds=(Kind.ROLL_CALL,), why=why) as entry:
        roll_call = _roll_call_for(db.conn, run, plan.result.carried, who=who, at=utc_text(moment))
        carried_entries.remove(db.conn, plan.remove)
        roll_calls.add(db.conn, roll_call, _watched(plan.add, watch))
    families = [one.household for one in plan.add] + [one.household for one in plan.result.differences if one.theirs is None]
    return plan.result, Change(label, (Kind.ROLL_CALL,), ids_or_too_many(list(dict.fromkeys(families))), entry)


def _stopped() -> Cancelled:
    return Cancelled(tr("已取消，没有写入任何内容。"))


def _read_plan(
    connection: sqlite3.Connection,
    path: Path,
    run_id: int | None,
    *,
    who: str,
    now: datetime,
    watch: Watch,
    cancelled: Callable[[], bool] | None,
) -> tuple[int, _Plan]:
    """(the run, what is to be done with what the file says)."""
    run = run_called(connection, run_id).id
    carried = read_carried(connection, path, run, who=who, now=now, cancelled=cancelled)
    with interruptible(connection, cancelled):
        return run, _plan(connection, run, carried, now, watch=watch)


def _watched(entries: Sequence[NewEntry], watch: Watch) -> Iterator[NewEntry]:
    for done, one in enumerate(entries):
        if done % LOOKS_EVERY == 0:
            watch(done, len(entries))
        yield one


def _roll_call_for(connection: sqlite3.Connection, run: int, carried: CarriedRollCall, *, who: str, at: str) -> int:
    """The run's roll call; where none goes on yet, that of the other desk is taken over."""
    if roll_calls.of_run(connection, run) is None and carried.uid and not roll_calls.has_uid(connection, carried.uid):
        made = roll_calls.insert(connection, uid=carried.uid, opened_at=carried.opened_at, opened_by=carried.opened_by)
        roll_calls.link(connection, run, made)
        return made
    return opened_for(connection, run, who=who, at=at)


def _plan(connection: sqlite3.Connection, run: int, carried: CarriedRollCall, now: datetime, *, watch: Watch) -> _Plan:
    roll_call = roll_calls.of_run(connection, run)
    ours_id = roll_call.id if roll_call else 0
    _refuse_another_night(connection, run, carried)
    judged = judge_carried(connection, carried, ours_id, now=now, watch=watch)
    families = [one.household for one in judged.taken]
    removed = carried_entries.known(connection, list(carried.withdrawn)) if carried.withdrawn else {}
    gone = {uid: family for uid, (where, family, _state, _at) in removed.items() if where == ours_id}
    ours, theirs = _ours(connection, ours_id, families, gone), _newest(judged)
    fresh = [one for one in judged.taken if one.uid not in judged.same]
    counting = {uid for family, (uid, order) in theirs.items() if family not in ours or ours[family].order < order}
    new = sum(one.uid in counting for one in fresh)
    different = tell_differences.differences(connection, judged.taken, ours, theirs)
    result = MergeResult(
        carried=carried,
        rows=len(carried.entries) + len(carried.refused),
        new=new,
        older=len(fresh) - new,
        same=len(judged.same),
        refused=judged.refused,
        withdrawn=len(gone),
        differences=(*different, *tell_differences.withdrawn(connection, ours_id, gone)),
        fast_minutes=_fast_minutes(carried, now),
        recognised=judged.recognised,
        off_list=len(theirs.keys() - set(roll_calls.on_list(connection, run, sorted(theirs)))),
        run_differences=run_differences(carry_run(connection, run), carried.run) if carried.run else (),
    )
    return _Plan(tuple(fresh), tuple(gone), result)


def _ours(connection: sqlite3.Connection, ours_id: int, families: Sequence[int], gone: dict[str, int]) -> dict[int, RollCallEntry]:
    """family -> the entry of this desk that counts when those in ``gone`` are taken away."""
    found = roll_calls.newest(connection, ours_id, families)
    for family in set(gone.values()) & found.keys():
        del found[family]
        left = [entry for entry in roll_calls.log_of(connection, ours_id, family) if entry.uid not in gone]
        if left:
            found[family] = left[0]
    return found


def _newest(judged: Judged) -> dict[int, tuple[str, tuple[str, str]]]:
    """family -> (uid, order) of the newest of the entries that can be taken."""
    found: dict[int, tuple[str, tuple[str, str]]] = {}
    for one in judged.taken:
        order = (one.at, one.uid)
        if one.household not in found or found[one.household][1] < order:
            found[one.household] = (one.uid, order)
    return found


def _refuse_another_night(connection: sqlite3.Connection, run: int, carried: CarriedRollCall) -> None:
    """A roll call of last year must not tell anything about tonight."""
    roll_call = roll_calls.of_run(connection, run)
    if not carried.uid or (roll_call is not None and roll_call.uid == carried.uid):
        return
    last = max((one.at for one in carried.entries), default="")
    begun = roll_call.opened_at if roll_call else run_called(connection, run).at
    ours_last = (roll_calls.last_at(connection, roll_call.id) or "") if roll_call else ""
    if not is_same_night((carried.opened_at, last), (begun, ours_last)):
        raise BadRequest(
            tr("这是另一晚的点名（{day} 开始），没有合并。", day=carried.opened_at[:10] or "?"),
            tr("请选择今晚的文件，或先打开那一晚的研判再合并。"),
        )


def _fast_minutes(carried: CarriedRollCall, now: datetime) -> int:
    try:
        ahead = datetime.fromisoformat(carried.written_at) - now
    except (ValueError, TypeError):
        return 0
    return max(int(ahead.total_seconds() // 60), 0)
