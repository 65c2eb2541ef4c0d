"""Who holds which slots in the whole county at once, as columns: what loads are counted from and balanced with."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.lines import SLOTS, Role
from gisapp.storage.contacts import held_slots
from gisapp.storage.contacts.held_slots import PLACE, RELOCATED
from gisapp.storage.county import packed

Ints = NDArray[np.int64]
NO_PLACE = float("nan")


@dataclass(frozen=True, slots=True)
class CareContact:
    """A contact as an answer to "who could take this family": ``division`` is the unit as it is today, ``town`` the one above it."""

    id: int
    name: str
    role: Role
    division: int
    town: int
    unit: str
    is_active: bool
    most_families: int | None
    xy: tuple[float, float]
    """The middle of the unit."""


@dataclass(frozen=True, slots=True, eq=False)
class FamilyPlaces:
    """Relocated families in order of id (n,); for both lines (n, 2): the unit and the town above it that hold the line (0 = unknown),
    a key that families near to each other share, and the home's coordinates in metres (nan = unknown)."""

    families: Ints
    units: Ints
    towns: Ints
    keys: Ints
    xy: NDArray[np.float64]


def people(connection: sqlite3.Connection) -> tuple[Ints, Ints]:
    """(ids of relocated families, how many people each has)."""
    row = connection.execute(
        "SELECT group_concat(household_id), group_concat(people) FROM (SELECT household_id, count(*) AS people FROM resident"
        f" WHERE left_on IS NULL AND household_id IN ({RELOCATED}) GROUP BY household_id)"
    ).fetchone()
    return packed.integers(row[0]), packed.integers(row[1])


def contacts(connection: sqlite3.Connection, day: str) -> list[CareContact]:
    """Every contact, those who left by ``day`` as not active, in order of id."""
    today = _units_of_today(connection)
    parents = dict(connection.execute("SELECT id, coalesce(parent_id, 0) FROM division"))
    middles = {
        row[0]: (row[1], row[2]) for row in connection.execute("SELECT id, (minx + maxx) / 2, (miny + maxy) / 2 FROM rtree_division_geom")
    }
    names = dict(connection.execute("SELECT id, name FROM division"))
    rows = connection.execute(
        "SELECT id, name, role, division_id, is_active AND coalesce(left_on, '9999-12-31') > ?, most_families FROM contact ORDER BY id",
        (day,),
    )
    return [
        CareContact(
            r[0], r[1], Role(r[2]), today[r[3]], parents[today[r[3]]], names[r[3]], bool(r[4]), r[5],
            middles.get(today[r[3]], (NO_PLACE, NO_PLACE)),
        )
        for r in rows
    ]  # fmt: skip


def named(connection: sqlite3.Connection, day: str) -> sqlite3.Cursor:
    """(id, name, role, unit, is active on ``day``, own limit) of every contact, by unit and name."""
    return connection.execute(
        "SELECT c.id, c.name, c.role, d.name, c.is_active AND coalesce(c.left_on, '9999-12-31') > ?, c.most_families"
        " FROM contact c JOIN division d ON d.id = c.division_id ORDER BY d.code, c.name, c.id",
        (day,),
    )


def family_places(connection: sqlite3.Connection) -> FamilyPlaces:
    """Where each relocated family's two lines lie. Village line: the origin village or its successor, and the origin home;
    community line: the unit of the residence's grid, and the residence."""
    families = held_slots.relocated(connection)
    units, keys = np.zeros((len(families), 2), np.int64), np.zeros((len(families), 2), np.int64)
    xy = np.full((len(families), 2, 2), NO_PLACE)
    today = _units_of_today(connection)
    origins = dict(connection.execute(f"SELECT id, coalesce(origin_division_id, 0) FROM household WHERE id IN ({RELOCATED})"))
    units[:, 0] = [today.get(origins[int(family)], 0) for family in families]
    at = {int(family): place for place, family in enumerate(families)}
    for family, line, unit, key, x, y in _homes(connection):
        if family in at:
            place = at[family]
            keys[place, line] = key
            xy[place, line] = (NO_PLACE, NO_PLACE) if x is None else (x, y)
            if line:
                units[place, 1] = today.get(unit, 0)
    parents = dict(connection.execute("SELECT id, coalesce(parent_id, 0) FROM division"))
    towns = np.array([parents.get(int(unit), 0) for unit in units.ravel()], np.int64).reshape(units.shape)
    return FamilyPlaces(families, units, towns, keys, xy)


def _homes(connection: sqlite3.Connection) -> sqlite3.Cursor:
    """(family, line, unit, key, x, y): a building's flats share a key, other homes share that of their grid."""
    return connection.execute(
        "SELECT p.household_id, p.role <> 'origin', coalesce(g.division_id, 0), coalesce(-h.building_id, p.grid_id, 0),"
        " coalesce(rh.minx, rf.minx), coalesce(rh.miny, rf.miny)"
        " FROM home_place p LEFT JOIN grid g ON g.id = p.grid_id LEFT JOIN house h ON h.id = p.house_id"
        " LEFT JOIN rtree_house_geom rh ON rh.id = p.house_id LEFT JOIN rtree_former_house_geom rf ON rf.id = p.former_house_id"
        f" WHERE p.household_id IN ({RELOCATED})"
    )


def _units_of_today(connection: sqlite3.Connection) -> dict[int, int]:
    """division id -> the unit it was merged into in the end, itself when it was not."""
    after = dict(connection.execute("SELECT id, successor_id FROM division"))
    found: dict[int, int] = {}
    for unit in after:
        seen, last = {unit}, unit
        while (following := after.get(last)) is not None and following not in seen:
            seen.add(following)
            last = following
        found[unit] = last
    return found


def begun_later(connection: sqlite3.Connection, day: str) -> list[tuple[int, int]]:
    """(family, place in SLOTS) of the slots that already have a holder beginning after ``day``."""
    return connection.execute(f"SELECT DISTINCT household_id, {PLACE} FROM slot WHERE from_date > ?", (day,)).fetchall()


def waiting(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """(family, place in SLOTS) of the slots for which a proposal waits."""
    return connection.execute(f"SELECT household_id, {PLACE} FROM slot_proposal WHERE state = 'waiting'").fetchall()


def people_of(connection: sqlite3.Connection, household_ids: Sequence[int]) -> int:
    """How many people these families have."""
    row = connection.execute(
        "SELECT count(*) FROM resident WHERE left_on IS NULL AND household_id IN (SELECT value FROM json_each(?))",
        (dumps(list(household_ids)),),
    ).fetchone()
    return int(row[0])


def end_holders(connection: sqlite3.Connection, slots: Sequence[tuple[int, int]], day: str) -> None:
    """End on ``day`` what anybody set by hand into these (family, place in SLOTS); a row begun that day goes altogether."""
    places = [(family, SLOTS[place].line.value, SLOTS[place].role.value) for family, place in slots]
    where = "household_id = ? AND line = ? AND role = ?"
    connection.executemany(f"DELETE FROM slot WHERE {where} AND from_date = ?", [(*place, day) for place in places])
    connection.executemany(
        f"UPDATE slot SET to_date = ?, end_reason = 'replaced' WHERE {where} AND from_date < ? AND coalesce(to_date, '9999-12-31') > ?",
        [(day, *place, day, day) for place in places],
    )


def working_in(connection: sqlite3.Connection, division_id: int) -> set[int]:
    """Contacts who work for this division, or for one that lies in it or was merged into it."""
    rows = connection.execute(
        "WITH RECURSIVE part(id) AS (SELECT ? UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id OR d.successor_id = p.id)"
        " SELECT id FROM contact WHERE division_id IN (SELECT id FROM part)",
        (division_id,),
    )
    return {row[0] for row in rows}
