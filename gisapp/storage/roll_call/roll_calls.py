"""Roll calls: the log of what was found out about families, the entry of each that counts, and counts over a run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from json import dumps
from typing import NamedTuple

from gisapp.domain.ids import HouseholdId
from gisapp.domain.roll_call import MovedTo, PlaceKind, RollCall, RollCallEntry, RollState
from gisapp.storage.places.divisions import UNITS_OF_GRID

NEWEST = (
    "(SELECT n.id FROM roll_call_entry n WHERE n.roll_call_id = c.roll_call_id AND n.household_id = x.household_id"
    " ORDER BY n.at DESC, n.uid DESC LIMIT 1)"
)
"""Id of the entry that counts of a family ``hazard_run_household x`` of a run ``run_roll_call c``; one look into an index."""

STATE_NOW = f"coalesce((SELECT e.state FROM roll_call_entry e WHERE e.id = {NEWEST}), '{RollState.NOT_REACHED.value}')"
"""Likewise its state; without an entry nobody has reached the family."""

_ENTRY = "e.id, e.uid, e.household_id, e.state, e.place_kind, e.place, e.safe_site_id, e.at, e.who, e.note"


class NewEntry(NamedTuple):
    """A row of the log to be written; ``at`` is UTC text."""

    uid: str
    household: int
    state: RollState
    moved_to: MovedTo | None
    at: str
    who: str
    note: str


def of_run(connection: sqlite3.Connection, run_id: int) -> RollCall | None:
    """The roll call of a run: the one its families were called in, else that of the same night; None when none was begun."""
    row = connection.execute(
        "SELECT c.id, c.uid, c.opened_at, c.opened_by FROM run_roll_call r JOIN roll_call c ON c.id = r.roll_call_id WHERE r.run_id = ?",
        (run_id,),
    ).fetchone()
    return RollCall(*row) if row else None


def every(connection: sqlite3.Connection) -> list[RollCall]:
    """All roll calls, the earliest first."""
    return [RollCall(*row) for row in connection.execute("SELECT id, uid, opened_at, opened_by FROM roll_call ORDER BY id")]


def latest_run(connection: sqlite3.Connection) -> int | None:
    """The id of the latest run."""
    return connection.execute("SELECT max(id) FROM hazard_run").fetchone()[0]


def latest_run_of(connection: sqlite3.Connection, roll_call_id: int) -> int | None:
    """The latest run whose families are called in a roll call."""
    row = connection.execute("SELECT max(run_id) FROM run_roll_call WHERE roll_call_id = ?", (roll_call_id,)).fetchone()
    return int(row[0]) if row[0] is not None else None


def run_uid(connection: sqlite3.Connection, run_id: int) -> str | None:
    """The uid of a run; None when there is none."""
    row = connection.execute("SELECT uid FROM hazard_run WHERE id = ?", (run_id,)).fetchone()
    return str(row[0]) if row else None


def has_uid(connection: sqlite3.Connection, uid: str) -> bool:
    """Whether there is a roll call of this uid."""
    return connection.execute("SELECT 1 FROM roll_call WHERE uid = ?", (uid,)).fetchone() is not None


def insert(connection: sqlite3.Connection, *, uid: str, opened_at: str, opened_by: str) -> int:
    """A new roll call; returns its id."""
    row = connection.execute("INSERT INTO roll_call (uid, opened_at, opened_by) VALUES (?, ?, ?)", (uid, opened_at, opened_by))
    return int(row.lastrowid or 0)


def link(connection: sqlite3.Connection, run_id: int, roll_call_id: int) -> None:
    """From now on the families of the run are called in this roll call."""
    connection.execute(
        "INSERT INTO roll_call_run VALUES (?, ?) ON CONFLICT (run_id) DO UPDATE SET roll_call_id = excluded.roll_call_id"
        " WHERE roll_call_id <> excluded.roll_call_id",
        (run_id, roll_call_id),
    )


def add(connection: sqlite3.Connection, roll_call_id: int, entries: Iterable[NewEntry]) -> None:
    """Write entries to the log."""
    connection.executemany(
        "INSERT INTO roll_call_entry (uid, roll_call_id, household_id, state, place_kind, safe_site_id, place, at, who, note)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((one.uid, roll_call_id, one.household, one.state.value, *_place(one.moved_to), one.at, one.who, one.note) for one in entries),
    )


def newest(connection: sqlite3.Connection, roll_call_id: int, households: Sequence[int]) -> dict[int, RollCallEntry]:
    """household id -> the entry that counts, of these families."""
    rows = connection.execute(
        f"SELECT {_ENTRY}, max(e.at || e.uid) FROM roll_call_entry e WHERE e.roll_call_id = ?"
        " AND e.household_id IN (SELECT value FROM json_each(?)) GROUP BY e.household_id",
        (roll_call_id, dumps(list(households))),
    )
    return {row[2]: _entry(row[:-1]) for row in rows}


def newest_of_run(connection: sqlite3.Connection, run_id: int) -> dict[int, RollCallEntry]:
    """household id -> the entry that counts, of all families of a run that have one."""
    rows = connection.execute(
        f"SELECT {_ENTRY} FROM run_roll_call c JOIN hazard_run_household x ON x.run_id = c.run_id"
        f" JOIN roll_call_entry e ON e.id = {NEWEST} WHERE c.run_id = ?",
        (run_id,),
    )
    return {row[2]: _entry(row) for row in rows}


def log_of(connection: sqlite3.Connection, roll_call_id: int, household_id: int) -> list[RollCallEntry]:
    """Every entry of a family, the newest first."""
    rows = connection.execute(
        f"SELECT {_ENTRY} FROM roll_call_entry e WHERE e.roll_call_id = ? AND e.household_id = ? ORDER BY e.at DESC, e.uid DESC",
        (roll_call_id, household_id),
    )
    return [_entry(row) for row in rows]


def count_entries(connection: sqlite3.Connection, roll_call_id: int) -> int:
    """How many entries the log of a roll call has."""
    return int(connection.execute("SELECT count(*) FROM roll_call_entry WHERE roll_call_id = ?", (roll_call_id,)).fetchone()[0])


def are_called(connection: sqlite3.Connection, runs: Sequence[int]) -> bool:
    """Whether entries were written for one of these runs."""
    row = connection.execute("SELECT 1 FROM roll_call_run WHERE run_id IN (SELECT value FROM json_each(?))", (dumps(list(runs)),))
    return row.fetchone() is not None


def count_known(connection: sqlite3.Connection, runs: Sequence[int]) -> int:
    """How many families on the lists of these runs have an entry in the roll call of the night."""
    row = connection.execute(
        "SELECT count(DISTINCT x.household_id) FROM json_each(?) j JOIN run_roll_call r ON r.run_id = j.value"
        " JOIN hazard_run_household x ON x.run_id = r.run_id"
        " JOIN roll_call_entry e ON e.roll_call_id = r.roll_call_id AND e.household_id = x.household_id",
        (dumps(list(runs)),),
    ).fetchone()
    return int(row[0])


def last_at(connection: sqlite3.Connection, roll_call_id: int) -> str | None:
    """When the newest entry of a roll call was written, UTC."""
    row = connection.execute("SELECT max(at) FROM roll_call_entry WHERE roll_call_id = ?", (roll_call_id,)).fetchone()
    return row[0]


def on_list(connection: sqlite3.Connection, run_id: int, households: Sequence[int] | None = None) -> list[int]:
    """The families of a run's list, of these alone when given."""
    among = "" if households is None else " AND household_id IN (SELECT value FROM json_each(?))"
    values = (run_id,) if households is None else (run_id, dumps(list(households)))
    rows = connection.execute(f"SELECT household_id FROM hazard_run_household WHERE run_id = ?{among}", values)
    return [row[0] for row in rows]


def counts(connection: sqlite3.Connection, run_id: int) -> dict[RollState, tuple[int, int]]:
    """state -> (families, people) of a run."""
    rows = connection.execute(
        f"SELECT {STATE_NOW} AS state, count(*), sum(x.residents) FROM run_roll_call c JOIN hazard_run_household x ON x.run_id = c.run_id"
        " WHERE c.run_id = ? GROUP BY state",
        (run_id,),
    )
    return {RollState(row[0]): (row[1], row[2]) for row in rows}


class GridPlace(NamedTuple):
    """Where the home lies that lists a family: None = anywhere, '' = in no town, village or grid any more."""

    town: str | None = None
    village: str | None = None
    grid_code: str | None = None


def families_at(connection: sqlite3.Connection, run_id: int, at: GridPlace) -> list[int]:
    """The families of a run whose listed home lies there."""
    rows = connection.execute(
        "SELECT x.household_id FROM hazard_run_household x LEFT JOIN house h ON h.id = x.house_id LEFT JOIN grid g ON g.id = h.grid_id"
        f"{UNITS_OF_GRID} WHERE x.run_id = :run"
        " AND (:town IS NULL OR coalesce(t.name, '') = :town) AND (:village IS NULL OR coalesce(d.name, '') = :village)"
        " AND (:grid IS NULL OR coalesce(g.code, '') = :grid)",
        {"run": run_id, "town": at.town, "village": at.village, "grid": at.grid_code},
    )
    return [row[0] for row in rows]


class PlaceCount(NamedTuple):
    """Families and people of one grid in one state; '' where the home lies in no grid any more."""

    town: str
    village: str
    grid_code: str
    grid: str
    state: RollState
    families: int
    people: int


def counts_by_grid(connection: sqlite3.Connection, run_id: int) -> list[PlaceCount]:
    """The families of a run by the grid of the home that lists them and by state, by grid code; they add up to the run."""
    rows = connection.execute(
        f"SELECT coalesce(t.name, ''), coalesce(d.name, ''), coalesce(g.code, ''), coalesce(g.name, ''), {STATE_NOW} AS state,"
        " count(*), sum(x.residents) FROM run_roll_call c JOIN hazard_run_household x ON x.run_id = c.run_id"
        f" LEFT JOIN house h ON h.id = x.house_id LEFT JOIN grid g ON g.id = h.grid_id{UNITS_OF_GRID}"
        " WHERE c.run_id = ? GROUP BY g.id, state ORDER BY g.code",
        (run_id,),
    )
    return [PlaceCount(row[0], row[1], row[2], row[3], RollState(row[4]), row[5], row[6]) for row in rows]


def destinations(connection: sqlite3.Connection, run_id: int) -> list[tuple[PlaceKind | None, str, int, int]]:
    """(kind, where, families, people) of a run's families that moved, the most people first; own homes together, None: nobody said where."""
    rows = connection.execute(
        "SELECT e.place_kind, CASE e.place_kind WHEN 'own_home' THEN '' ELSE e.place END, count(*), sum(x.residents)"
        f" FROM run_roll_call c JOIN hazard_run_household x ON x.run_id = c.run_id JOIN roll_call_entry e ON e.id = {NEWEST}"
        " WHERE c.run_id = ? AND e.state = 'moved' GROUP BY 1, 2 ORDER BY e.place_kind IS NULL, 4 DESC, 2",
        (run_id,),
    )
    return [(PlaceKind(row[0]) if row[0] else None, row[1], row[2], row[3]) for row in rows]


def sites(connection: sqlite3.Connection) -> dict[int, str]:
    """safe site id -> name."""
    return dict(connection.execute("SELECT id, name FROM safe_site ORDER BY name, id").fetchall())


def _place(moved_to: MovedTo | None) -> tuple[str | None, int | None, str]:
    return (None, None, "") if moved_to is None else (moved_to.kind.value, moved_to.safe_site, moved_to.text)


def _entry(r: tuple[int, str, int, str, str | None, str, int | None, str, str, str]) -> RollCallEntry:
    moved_to = MovedTo(PlaceKind(r[4]), r[5], r[6]) if r[4] else None
    return RollCallEntry(r[0], r[1], HouseholdId(r[2]), RollState(r[3]), moved_to, r[7], r[8], r[9])


def arrived(connection: sqlite3.Connection, run_id: int) -> dict[int, int]:
    """safe site -> people of the run's families that moved there, as the newest entries say."""
    rows = connection.execute(
        "SELECT e.safe_site_id, sum(x.residents) FROM run_roll_call c JOIN hazard_run_household x ON x.run_id = c.run_id"
        f" JOIN roll_call_entry e ON e.id = {NEWEST} WHERE c.run_id = ? AND e.state = 'moved' AND e.safe_site_id IS NOT NULL GROUP BY 1",
        (run_id,),
    )
    return dict(rows.fetchall())
