"""Who holds which slots in the whole county at once, as columns: what loads are counted from and balanced with."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.lines import SLOTS, Line, Role, Slot
from gisapp.storage import packed

Ints = NDArray[np.int64]
NO_PLACE = float("nan")
GRID_OFFICER_PLACES = np.array([SLOTS.index(Slot(line, Role.GRID_OFFICER)) for line in Line])
GRID_OFFICER_PLACES.flags.writeable = False

_PLACE = "CASE line WHEN 'village' THEN 0 ELSE 3 END + CASE role WHEN 'sponsor_cadre' THEN 0 WHEN 'unit_cadre' THEN 1 ELSE 2 END"
_RELOCATED = "SELECT id FROM household WHERE relocated_on IS NOT NULL AND ended_on IS NULL"


@dataclass(frozen=True, slots=True, eq=False)
class Holdings:
    """Slots filled today, (n,) each: family and contact ids, the slot as a place in SLOTS, and whether it was set by hand."""

    families: Ints
    contacts: Ints
    places: Ints
    by_hand: NDArray[np.bool_]


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


def holdings(connection: sqlite3.Connection) -> Holdings:
    """Every slot of a relocated family that somebody holds today: what the view ``slot_holder`` says, several times as fast."""
    today = "from_date <= date('now', 'localtime') AND coalesce(to_date, '9999-12-31') > date('now', 'localtime')"
    row = connection.execute(
        f"SELECT group_concat(household_id), group_concat(contact_id), group_concat({_PLACE}, '') FROM slot WHERE {today}"
    ).fetchone()
    families, contacts, places = packed.integers(row[0]), packed.integers(row[1]), packed.digits(row[2]).astype(np.int64)
    grid_families, grid_contacts, grid_places = _following_grids(connection, today)
    follows = ~np.isin(grid_families * len(SLOTS) + grid_places, families * len(SLOTS) + places)
    by_hand = np.repeat([True, False], [len(families), int(follows.sum())])
    families = np.concatenate((families, grid_families[follows]))
    kept = np.isin(families, relocated(connection))
    contacts, places = np.concatenate((contacts, grid_contacts[follows])), np.concatenate((places, grid_places[follows]))
    return Holdings(families[kept], contacts[kept], places[kept], by_hand[kept])


def _following_grids(connection: sqlite3.Connection, today: str) -> tuple[Ints, Ints, Ints]:
    """(families, contacts, places) as the officers of the homes' grids would have it, slots set by hand or not."""
    homes = connection.execute(
        "SELECT group_concat(household_id), group_concat(coalesce(grid_id, 0)), group_concat(role <> 'origin', '') FROM home_place"
        " WHERE role IN ('origin', 'residence')"
    ).fetchone()
    families, grids, lines = packed.integers(homes[0]), packed.integers(homes[1]), packed.digits(homes[2]).astype(np.int64)
    posts = connection.execute(f"SELECT group_concat(grid_id), group_concat(contact_id) FROM grid_post WHERE {today}").fetchone()
    post_grids, post_contacts = packed.integers(posts[0]), packed.integers(posts[1])
    officer_of = np.zeros(int(max(grids.max(initial=0), post_grids.max(initial=0))) + 1, np.int64)
    officer_of[post_grids] = post_contacts
    officers = officer_of[grids]
    has_one = officers > 0
    return families[has_one], officers[has_one], GRID_OFFICER_PLACES[lines[has_one]]


def relocated(connection: sqlite3.Connection) -> Ints:
    """Ids of the relocated families that have not ended, rising."""
    return packed.integers(connection.execute(f"SELECT group_concat(id) FROM ({_RELOCATED} ORDER BY id)").fetchone()[0])


def people(connection: sqlite3.Connection) -> tuple[Ints, Ints]:
    """(ids of relocated families, how many people each has)."""
    row = connection.execute(
        "SELECT group_concat(household_id), group_concat(people) FROM (SELECT household_id, count(*) AS people FROM resident"
        f" WHERE left_on IS NULL AND household_id IN ({_RELOCATED}) GROUP BY household_id)"
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
    families = relocated(connection)
    units, keys = np.zeros((len(families), 2), np.int64), np.zeros((len(families), 2), np.int64)
    xy = np.full((len(families), 2, 2), NO_PLACE)
    today = _units_of_today(connection)
    origins = dict(connection.execute(f"SELECT id, coalesce(origin_division_id, 0) FROM household WHERE id IN ({_RELOCATED})"))
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
        f" WHERE p.household_id IN ({_RELOCATED})"
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
    return connection.execute(f"SELECT DISTINCT household_id, {_PLACE} FROM slot WHERE from_date > ?", (day,)).fetchall()


def waiting(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """(family, place in SLOTS) of the slots for which a proposal waits."""
    return connection.execute(f"SELECT household_id, {_PLACE} FROM slot_proposal WHERE state = 'waiting'").fetchall()


def of_contact(connection: sqlite3.Connection, contact_id: int) -> list[tuple[int, int]]:
    """(family, place in SLOTS) of all that one contact holds today: the view ``slot_holder`` read from the contact's side."""
    today = "{0}.from_date <= date('now', 'localtime') AND coalesce({0}.to_date, '9999-12-31') > date('now', 'localtime')"
    homes = (
        "SELECT m.household_id AS household_id, CASE m.role WHEN 'origin' THEN 'village' ELSE 'community' END AS line, 'grid_officer' AS role"
        " FROM grid_post g JOIN {0} h ON h.grid_id = g.grid_id JOIN home m ON m.{0}_id = h.id AND m.to_date IS NULL AND m.role <> 'only'"
        f" WHERE g.contact_id = :contact AND {today.format('g')}"
    )
    follows = f"{homes.format('house')} UNION ALL {homes.format('former_house')}"
    return connection.execute(
        f"SELECT DISTINCT household_id, {_PLACE} FROM (SELECT household_id, line, role FROM slot s WHERE contact_id = :contact AND {today.format('s')}"
        f" UNION ALL SELECT household_id, line, role FROM ({follows}) f WHERE NOT EXISTS (SELECT 1 FROM slot s WHERE s.role = 'grid_officer'"
        f" AND s.household_id = f.household_id AND s.line = f.line AND {today.format('s')}))"
        f" WHERE household_id IN ({_RELOCATED}) ORDER BY 1, 2",
        {"contact": contact_id},
    ).fetchall()


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
