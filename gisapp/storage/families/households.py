"""Families: their card, their rows in lists, and which families a place holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from json import dumps

from gisapp.domain.cards import HomeLine, HouseholdRow, ResidentLine
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.ids import GridId, HouseholdId, HouseId, ResidentId
from gisapp.domain.masking import masked_id, masked_phone
from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, Relation, Sex, Vulnerability, age_on
from gisapp.storage.contacts import slots
from gisapp.storage.places import house_lists
from gisapp.storage.places.divisions import LIVING

MOST_ROWS = 200_000


def rows(connection: sqlite3.Connection, household_ids: Sequence[int]) -> list[HouseholdRow]:
    """One row a family, in order of town, grid and number."""
    found = connection.execute(
        f"WITH chosen AS (SELECT value AS id FROM json_each(?)), living AS ({LIVING})"
        " SELECT k.id, k.code, coalesce(r.name, ''), r.phone,"
        "  (SELECT count(*) FROM resident p WHERE p.household_id = k.id AND p.left_on IS NULL),"
        "  coalesce(h.number, ''), coalesce(g.name, ''), coalesce(t.name, ''), k.relocated_on IS NOT NULL, coalesce(o.name, '')"
        " FROM chosen JOIN household k ON k.id = chosen.id"
        " LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN grid g ON g.id = h.grid_id"
        " LEFT JOIN living l ON l.id = g.division_id LEFT JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id"
        " LEFT JOIN living v ON v.id = k.origin_division_id LEFT JOIN division o ON o.id = v.today"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " ORDER BY t.code, g.code, h.building_id, h.unit, h.floor, h.room, h.number, k.id LIMIT ?",
        (dumps(list(household_ids)), MOST_ROWS),
    ).fetchall()
    filled = slots.filled(connection, [r[0] for r in found if r[8]])
    return [
        HouseholdRow(HouseholdId(r[0]), r[1], r[2], masked_phone(r[3]), r[4], r[5], r[6], r[7], bool(r[8]), r[9], filled.get(r[0]))
        for r in found
    ]


def in_unit(connection: sqlite3.Connection, kind: str, unit_id: int) -> list[int]:
    """Families whose current home lies in one unit of a kind of house_lists.KINDS."""
    found = connection.execute(
        f"SELECT DISTINCT household_id FROM home WHERE to_date IS NULL AND role <> 'origin' AND house_id IN ({house_lists.within(kind)}) ORDER BY 1",
        {"unit": unit_id},
    )
    return [row[0] for row in found]


def at_home_in(connection: sqlite3.Connection, house_ids: Sequence[int]) -> list[int]:
    """Families whose current home, not counting origin homes, is in these houses."""
    found = connection.execute(
        "SELECT DISTINCT household_id FROM home WHERE to_date IS NULL AND role <> 'origin'"
        " AND house_id IN (SELECT value FROM json_each(?)) ORDER BY 1",
        (dumps(list(house_ids)),),
    )
    return [row[0] for row in found]


def with_home_in(connection: sqlite3.Connection, house_ids: Sequence[int]) -> list[int]:
    """Families with any current home, origin homes too, in these houses."""
    found = connection.execute(
        "SELECT DISTINCT household_id FROM home WHERE to_date IS NULL AND house_id IN (SELECT value FROM json_each(?)) ORDER BY 1",
        (dumps(list(house_ids)),),
    )
    return [row[0] for row in found]


def from_origin(connection: sqlite3.Connection, division_id: int) -> list[int]:
    """Relocated families whose origin village is this division, lies in it, or was merged into it."""
    found = connection.execute(
        "WITH RECURSIVE part(id) AS (SELECT ? UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id OR d.successor_id = p.id)"
        " SELECT id FROM household WHERE ended_on IS NULL AND origin_division_id IN (SELECT id FROM part) ORDER BY 1",
        (division_id,),
    )
    return [row[0] for row in found]


def narrowed(connection: sqlite3.Connection, household_ids: Sequence[int], column: str, value: str) -> list[int]:
    """Those of the families whose current flat has this ``unit`` or ``floor`` (building ``building`` by name)."""
    condition = {"unit": "h.unit = :value", "floor": "h.floor = :value", "building": "b.name = :value"}[column]
    found = connection.execute(
        "SELECT DISTINCT m.household_id FROM home m JOIN house h ON h.id = m.house_id LEFT JOIN building b ON b.id = h.building_id"
        f" WHERE m.to_date IS NULL AND m.role <> 'origin' AND {condition} AND m.household_id IN (SELECT value FROM json_each(:families)) ORDER BY 1",
        {"value": int(value) if column != "building" and value.isdecimal() else value, "families": dumps(list(household_ids))},
    )
    return [row[0] for row in found]


def existing(connection: sqlite3.Connection, household_ids: Sequence[int]) -> set[int]:
    """Those of ``household_ids`` that exist."""
    found = connection.execute("SELECT id FROM household WHERE id IN (SELECT value FROM json_each(?))", (dumps(list(household_ids)),))
    return {row[0] for row in found}


def by_code(connection: sqlite3.Connection, codes: Sequence[str]) -> dict[str, int]:
    """household code -> id of those that exist."""
    found = connection.execute("SELECT code, id FROM household WHERE code IN (SELECT value FROM json_each(?))", (dumps(list(codes)),))
    return {row[0]: row[1] for row in found}


def relocated(connection: sqlite3.Connection) -> list[int]:
    """Every relocated family."""
    return [
        row[0] for row in connection.execute("SELECT id FROM household WHERE relocated_on IS NOT NULL AND ended_on IS NULL ORDER BY id")
    ]


def every(connection: sqlite3.Connection) -> list[int]:
    """Every family."""
    return [row[0] for row in connection.execute("SELECT id FROM household WHERE ended_on IS NULL ORDER BY id")]


def identity(connection: sqlite3.Connection, household_id: int) -> tuple[str, str | None, str, int | None] | None:
    """(code, relocated_on, origin village's name, its id) of one family."""
    row = connection.execute(
        "SELECT k.code, k.relocated_on, coalesce(d.name, ''), k.origin_division_id FROM household k"
        " LEFT JOIN division d ON d.id = k.origin_division_id WHERE k.id = ?",
        (household_id,),
    ).fetchone()
    return (row[0], row[1], row[2], row[3]) if row else None


def ending(connection: sqlite3.Connection, household_id: int) -> tuple[str, str | None] | None:
    """(the day the family ended, the number of the family it was merged into); None while it lives."""
    row = connection.execute(
        "SELECT k.ended_on, s.code FROM household k LEFT JOIN household s ON s.id = k.successor_id WHERE k.id = ? AND k.ended_on IS NOT NULL",
        (household_id,),
    ).fetchone()
    return (row[0], row[1]) if row else None


def homes(connection: sqlite3.Connection, household_id: int) -> tuple[HomeLine, ...]:
    """The family's current homes, the one lived in now first."""
    found = connection.execute(
        "SELECT p.role, p.state, p.number, coalesce(g.name, ''), p.grid_id, p.house_id, m.from_date, m.to_date FROM home_place p"
        " JOIN home m ON m.id = p.id LEFT JOIN grid g ON g.id = p.grid_id WHERE p.household_id = ? ORDER BY p.role = 'origin', p.id",
        (household_id,),
    )
    return tuple(_home(row) for row in found)


def past_homes(connection: sqlite3.Connection, household_id: int) -> tuple[HomeLine, ...]:
    """Where the family lived before, and the earlier states of its homes, the newest first."""
    found = connection.execute(
        "SELECT m.role, m.state, coalesce(h.number, f.number), coalesce(g.name, ''), g.id, h.id, m.from_date, m.to_date FROM home m"
        " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN former_house f ON f.id = m.former_house_id"
        " LEFT JOIN grid g ON g.id = coalesce(h.grid_id, f.grid_id)"
        " WHERE m.household_id = ? AND m.to_date IS NOT NULL ORDER BY m.to_date DESC, m.role = 'origin', m.id DESC",
        (household_id,),
    )
    return tuple(_home(row) for row in found)


def _home(r: tuple[str, str, str, str, int | None, int | None, str, str | None]) -> HomeLine:
    grid, house = GridId(r[4]) if r[4] else None, HouseId(r[5]) if r[5] else None
    return HomeLine(HomeRole(r[0]), HomeState(r[1]), r[2], r[3], grid, house, r[6], r[7])


def residents(connection: sqlite3.Connection, household_id: int, day: date) -> tuple[ResidentLine, ...]:
    """The people of a family, head first, then by age."""
    found = connection.execute(
        "SELECT r.id, r.name, r.relation, r.sex, r.birth_date, r.id_number, r.phone, r.is_disabled, r.is_ill, r.is_pregnant,"
        " coalesce(h.number, r.sleeping_note, ''), r.sleeping_since FROM resident r LEFT JOIN house h ON h.id = r.sleeping_house_id"
        " WHERE r.household_id = ? AND r.left_on IS NULL ORDER BY r.relation <> 'head', r.birth_date, r.id",
        (household_id,),
    ).fetchall()
    return tuple(_resident(r, day, is_alone=len(found) == 1) for r in found)


def _resident(
    r: tuple[int, str, str, str, str, str | None, str | None, int, int, int, str, str | None], day: date, *, is_alone: bool
) -> ResidentLine:
    age = age_on(date.fromisoformat(r[4]), day)
    truths = (age >= ELDERLY_FROM_AGE, age < CHILD_BELOW_AGE, r[7], r[8], r[9], is_alone)
    marks = tuple(mark.mark for mark, is_true in zip(Vulnerability, truths, strict=True) if is_true)
    return ResidentLine(
        ResidentId(r[0]),
        r[1],
        Relation(r[2]).caption,
        Sex(r[3]).caption,
        r[4],
        age,
        masked_id(r[5]),
        masked_phone(r[6]),
        marks,
        r[10],
        r[11],
    )
