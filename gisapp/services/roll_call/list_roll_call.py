"""Every family of a run once, with what is known of it; those not reached by urgency."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gisapp.domain.affected import CallRow
from gisapp.domain.hazard import HazardLevel
from gisapp.domain.ids import HouseholdId, HouseId
from gisapp.domain.roll_call import RollCallEntry, RollCallRow, RollState
from gisapp.services.roll_call.find_roll_call import run_called
from gisapp.services.runs.list_calls import list_calls
from gisapp.storage.roll_call import roll_calls
from gisapp.storage.runs import kept_runs, stored_runs

_COUNTS = re.compile(r"\d+")
"""Of marks such as 老1 幼2."""


def list_roll_call(connection: sqlite3.Connection, run_id: int | None = None) -> list[RollCallRow]:
    """The families of a run (None = the latest) in the order of its call list; as many as the run has.

    Raises BadRequest when there is no such run.
    """
    run = run_called(connection, run_id)
    stored_runs.take_in_hand(connection, run.id)
    calls = list_calls(connection, date.fromisoformat(run.question["day"]), run_id=run.id)
    known = known_of(connection, run.id)
    return [RollCallRow(run.id, call, known.get(call.household)) for call in (*calls, *_left_out(connection, run.id, calls))]


def known_of(connection: sqlite3.Connection, run_id: int, households: Sequence[int] | None = None) -> dict[int, RollCallEntry]:
    """household id -> the entry that counts, of these families of a run (None = all)."""
    if households is None:
        return roll_calls.newest_of_run(connection, run_id)
    roll_call = roll_calls.of_run(connection, run_id)
    return roll_calls.newest(connection, roll_call.id, households) if roll_call else {}


def by_urgency(rows: Sequence[RollCallRow]) -> list[RollCallRow]:
    """The worst level first, then the most marks of vulnerable people, then the most people, then as on the call list."""
    return sorted(rows, key=lambda row: (row.call.level.rank, -_marks(row), -row.call.residents))


def _marks(row: RollCallRow) -> int:
    return sum(int(count) for count in _COUNTS.findall(row.call.marks))


def not_reached(rows: Sequence[RollCallRow]) -> list[RollCallRow]:
    """Those nobody has reached, by urgency."""
    return by_urgency([row for row in rows if not row.state.is_reached])


def still_there(rows: Sequence[RollCallRow]) -> list[RollCallRow]:
    """Those who know and have not gone, by urgency; who refuses stands before who was only told."""
    kept = by_urgency([row for row in rows if row.state.is_reached and not row.state.is_out])
    return sorted(kept, key=lambda row: row.state is not RollState.REFUSED)


def with_entry(row: RollCallRow, known: dict[int, RollCallEntry]) -> RollCallRow:
    """The row of a family with what is known of it now."""
    return replace(row, entry=known.get(row.household))


def _left_out(connection: sqlite3.Connection, run_id: int, calls: Sequence[CallRow]) -> list[CallRow]:
    """Families of the run whose home stands no more: they are called all the same."""
    families, listed = kept_runs.families(connection, run_id), {int(call.household) for call in calls}
    missing = [family for family in families if family not in listed]
    known = kept_runs.captions(connection, missing) if missing else {}
    return [
        CallRow(
            household=HouseholdId(family), house=HouseId(house or 0), code=code, level=HazardLevel(families[family][0]), town="",
            village="", grid_code="", grid="", number=number, head=head, phone="", residents=families[family][1], marks="", sleeping="",
            village_lead=None, community_lead=None, officer=None, safe_site="", safe_site_m=None, is_relocated=False,
            is_at_origin=False, own_home="", is_reachable=False,
        )
        for family, (code, head, number, house) in known.items()
    ]  # fmt: skip
