"""Where people sleep: read person by person with the family's homes, and written for many at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from json import dumps, loads

from gisapp.domain.home import HomeState
from gisapp.domain.ids import HouseholdId, HouseId, ResidentId
from gisapp.domain.sleeping import DoorCount, Sleeper, TwoEnds
from gisapp.storage.places.divisions import LIVING

_CHECKED = "nullif(max(coalesce(r.sleeping_checked_on, ''), coalesce(r.sleeping_since, '')), '')"
_SLEEPER = (
    "SELECT r.id, r.household_id, k.code, r.name, r.relation = 'head', r.left_on IS NOT NULL, m.house_id, o.house_id, r.sleeping_house_id,"
    f" coalesce(s.number, r.sleeping_note, ''), r.sleeping_since, {_CHECKED},"
    " b.id, CASE WHEN b.id IS NULL THEN coalesce(g.name, '') ELSE t.name || ' ' || b.name END, h.unit, coalesce(h.number, '')"
    " FROM household k JOIN resident r ON r.household_id = k.id"
    " LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin'"
    " LEFT JOIN home o ON o.household_id = k.id AND o.to_date IS NULL AND o.role = 'origin'"
    " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN house s ON s.id = r.sleeping_house_id"
    " LEFT JOIN building b ON b.id = h.building_id LEFT JOIN settlement_site t ON t.id = b.site_id LEFT JOIN grid g ON g.id = h.grid_id"
)
_RELOCATED = "k.relocated_on IS NOT NULL AND k.ended_on IS NULL"
_DOOR_ORDER = "b.id IS NULL, t.id, b.id, h.unit, h.floor, h.room, h.number, k.id, r.relation <> 'head', r.birth_date, r.id"
_CHOSEN = "IN (SELECT value FROM json_each(?))"
_TWO_ENDS = (
    "FROM household k JOIN home o ON o.household_id = k.id AND o.to_date IS NULL AND o.role = 'origin' AND o.house_id IS NOT NULL"
    f" WHERE {_RELOCATED} AND (o.state = 'lived_in' OR EXISTS (SELECT 1 FROM resident r WHERE r.household_id = k.id"
    " AND r.left_on IS NULL AND r.sleeping_house_id = o.house_id))"
)


@dataclass(frozen=True, slots=True)
class Written:
    """What the row of one person becomes."""

    resident: int
    house: int | None
    note: str
    since: str | None
    checked_on: str


def of_relocated(connection: sqlite3.Connection, household_ids: Sequence[int] | None = None) -> list[Sleeper]:
    """The people of relocated families (None = all of them), door by door."""
    chosen = "" if household_ids is None else f" AND k.id {_CHOSEN}"
    values = () if household_ids is None else (dumps(list(household_ids)),)
    rows = connection.execute(f"{_SLEEPER} WHERE {_RELOCATED} AND r.left_on IS NULL{chosen} ORDER BY {_DOOR_ORDER}", values)
    return [_sleeper(row) for row in rows]


def of_families(connection: sqlite3.Connection, household_ids: Sequence[int]) -> list[Sleeper]:
    """The people of any families, relocated or not, door by door."""
    sql = f"{_SLEEPER} WHERE k.ended_on IS NULL AND r.left_on IS NULL AND k.id {_CHOSEN} ORDER BY {_DOOR_ORDER}"
    return [_sleeper(row) for row in connection.execute(sql, (dumps(list(household_ids)),))]


def of_residents(connection: sqlite3.Connection, resident_ids: Sequence[int]) -> dict[int, Sleeper]:
    """resident id -> the person, also those who have left."""
    rows = connection.execute(f"{_SLEEPER} WHERE r.id {_CHOSEN}", (dumps(list(resident_ids)),))
    return {row[0]: _sleeper(row) for row in rows}


def count_stale(connection: sqlite3.Connection, before: str) -> int:
    """People of relocated families whose sleeping place nobody looked at on ``before`` or later."""
    row = connection.execute(
        "SELECT count(*) FROM household k JOIN resident r ON r.household_id = k.id AND r.left_on IS NULL"
        f" WHERE {_RELOCATED} AND max(coalesce(r.sleeping_checked_on, ''), coalesce(r.sleeping_since, '')) < ?",
        (before,),
    ).fetchone()
    return int(row[0])


def doors(connection: sqlite3.Connection, household_ids: Sequence[int] | None, *, before: str, day: date) -> list[DoorCount]:
    """People of relocated families counted by building and entrance; of houses of their own by grid."""
    chosen = "" if household_ids is None else " AND k.id IN (SELECT value FROM json_each(:families))"
    asked = "max(coalesce(r.sleeping_checked_on, ''), coalesce(r.sleeping_since, ''))"
    away = "r.sleeping_house_id IS NULL OR (r.sleeping_house_id IS NOT m.house_id AND r.sleeping_house_id IS NOT o.house_id)"
    rows = connection.execute(
        f"WITH family AS (SELECT k.id, m.house_id, count(*) AS people, sum({asked} < :before) AS stale, sum({away}) AS away,"
        f"  min({asked}) AS asked FROM household k JOIN resident r ON r.household_id = k.id AND r.left_on IS NULL"
        "  LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin'"
        "  LEFT JOIN home o ON o.household_id = k.id AND o.to_date IS NULL AND o.role = 'origin'"
        f"  WHERE {_RELOCATED}{chosen} GROUP BY k.id)"
        " SELECT b.id, CASE WHEN b.id IS NULL THEN coalesce(g.name, '') ELSE t.name || ' ' || b.name END, h.unit,"
        "  json_group_array(f.id), sum(f.people), sum(f.stale), sum(f.away), min(f.asked)"
        " FROM family f LEFT JOIN house h ON h.id = f.house_id LEFT JOIN building b ON b.id = h.building_id"
        " LEFT JOIN settlement_site t ON t.id = b.site_id LEFT JOIN grid g ON g.id = h.grid_id GROUP BY 1, 2, 3",
        {"families": dumps(list(household_ids or ())), "before": before},
    )
    return [DoorCount(r[0], r[1], r[2], tuple(loads(r[3])), r[4], r[5], r[6], _days(r[7], day)) for r in rows]


def _days(asked: str, day: date) -> int | None:
    return max((day - date.fromisoformat(asked)).days, 0) if asked else None


def count_two_ends(connection: sqlite3.Connection) -> int:
    """How many relocated families live at both ends."""
    return int(connection.execute(f"SELECT count(*) {_TWO_ENDS}").fetchone()[0])


def two_ends(connection: sqlite3.Connection, household_ids: Sequence[int] | None = None) -> list[TwoEnds]:
    """Two-ends households (None = all): those with most people in the origin home first."""
    chosen = None if household_ids is None else set(household_ids)
    rows = connection.execute(
        f"WITH family AS MATERIALIZED (SELECT k.id, k.code, k.origin_division_id, o.house_id, o.state {_TWO_ENDS}),"
        " person AS (SELECT f.id, count(*) AS people, sum(r.sleeping_house_id IS f.house_id) AS at_origin,"
        f"  max(CASE WHEN r.relation = 'head' THEN r.name END) AS head, min({_CHECKED}) AS checked"
        "  FROM family f JOIN resident r ON r.household_id = f.id AND r.left_on IS NULL GROUP BY f.id)"
        " SELECT f.id, f.code, coalesce(p.head, ''), coalesce(h.number, ''), h.id, x.number, x.id, f.state, coalesce(p.people, 0),"
        "  coalesce(p.at_origin, 0), coalesce(d.name, ''), p.checked"
        " FROM family f LEFT JOIN person p ON p.id = f.id JOIN house x ON x.id = f.house_id"
        " LEFT JOIN home m ON m.household_id = f.id AND m.to_date IS NULL AND m.role <> 'origin' LEFT JOIN house h ON h.id = m.house_id"
        f" LEFT JOIN ({LIVING}) l ON l.id = f.origin_division_id LEFT JOIN division d ON d.id = l.today"
        " ORDER BY 10 DESC, h.building_id, h.unit, h.floor, h.room, f.id"
    )
    return [
        TwoEnds(
            HouseholdId(r[0]), r[1], r[2], r[3], HouseId(r[4]) if r[4] else None, r[5], HouseId(r[6]), HomeState(r[7]), r[8], r[9], r[10],
            r[11],
        )
        for r in rows
        if chosen is None or r[0] in chosen
    ]  # fmt: skip


def write(connection: sqlite3.Connection, rows: Sequence[Written]) -> None:
    """Put these people's sleeping places down."""
    connection.executemany(
        "UPDATE resident SET sleeping_house_id = ?, sleeping_note = ?, sleeping_since = ?, sleeping_checked_on = ? WHERE id = ?",
        [(row.house, row.note or None, row.since, row.checked_on, row.resident) for row in rows],
    )


def _sleeper(
    r: tuple[
        int, int, str, str, int, int, int | None, int | None, int | None, str, str | None, str | None, int | None, str, int | None, str
    ],
) -> Sleeper:
    return Sleeper(
        ResidentId(r[0]), HouseholdId(r[1]), r[2], r[3], bool(r[4]), bool(r[5]), _house(r[6]), _house(r[7]), _house(r[8]), r[9], r[10],
        r[11], r[12], r[13], r[14], r[15],
    )  # fmt: skip


def _house(number: int | None) -> HouseId | None:
    return HouseId(number) if number is not None else None
