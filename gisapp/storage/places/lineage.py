"""Divisions that merge and are renamed: their facts, their names of the past, and what follows from one to the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps

import shapely

from gisapp.domain.division import DivisionLevel
from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Role
from gisapp.storage.county import geopackage, settings
from gisapp.storage.places.divisions import LIVING


@dataclass(frozen=True, slots=True)
class Division:
    """A unit with its place in the lineage; ``today`` is the unit it is part of today, itself while it stands."""

    id: int
    code: str
    name: str
    level: DivisionLevel
    parent_id: int | None
    ended_on: str | None
    successor_id: int | None
    today: int


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a unit once had: until when, and by renaming or merging."""

    division_id: int
    name: str
    to_date: str
    reason: str


@dataclass(frozen=True, slots=True)
class VillageGap:
    """A village-line slot that somebody has to be proposed for: ``across`` is the sponsor cadre of the other line."""

    household: int
    role: Role
    across: int | None


_SELECT = (
    "SELECT d.id, d.code, d.name, d.level, d.parent_id, d.ended_on, d.successor_id, coalesce(l.today, d.id) FROM division d"
    f" LEFT JOIN ({LIVING}) l ON l.id = d.id"
)


def by_id(connection: sqlite3.Connection, division_id: int) -> Division | None:
    """One division, a merged one too."""
    row = connection.execute(f"{_SELECT} WHERE d.id = ?", (division_id,)).fetchone()
    return _division(row) if row else None


def by_text(connection: sqlite3.Connection, text: str) -> list[Division]:
    """Divisions whose code or present (or last) name is ``text``, standing ones first; else those that once bore it."""
    rows = connection.execute(
        f"{_SELECT} WHERE d.code = :text OR d.name = :text ORDER BY d.successor_id IS NOT NULL, d.code", {"text": text}
    )
    found = [_division(row) for row in rows]
    if found:
        return found
    rows = connection.execute(
        f"{_SELECT} WHERE d.id IN (SELECT division_id FROM division_name WHERE name = ?) ORDER BY d.successor_id IS NOT NULL, d.code",
        (text,),
    )
    return [_division(row) for row in rows]


def with_a_past(connection: sqlite3.Connection) -> list[Division]:
    """Every division that was merged, was merged into, or was renamed, by code."""
    rows = connection.execute(
        f"{_SELECT} WHERE d.successor_id IS NOT NULL OR d.id IN (SELECT division_id FROM division_name)"
        " OR d.id IN (SELECT successor_id FROM division) ORDER BY d.code"
    )
    return [_division(row) for row in rows]


def living(connection: sqlite3.Connection, levels: Sequence[DivisionLevel]) -> list[Division]:
    """Every division of these levels that stands today, by code."""
    rows = connection.execute(
        f"{_SELECT} WHERE d.successor_id IS NULL AND d.level IN (SELECT value FROM json_each(?)) ORDER BY d.code", (dumps(list(levels)),)
    )
    return [_division(row) for row in rows]


def former_names(connection: sqlite3.Connection) -> list[FormerName]:
    """Every name of the past, the latest first."""
    rows = connection.execute("SELECT division_id, name, to_date, reason FROM division_name ORDER BY to_date DESC, id DESC")
    return [FormerName(*row) for row in rows]


def add_former_name(connection: sqlite3.Connection, division_id: int, name: str, *, to_date: str, reason: str) -> None:
    """``reason`` is rename or merge."""
    connection.execute(
        "INSERT INTO division_name (uid, division_id, name, to_date, reason) VALUES (?, ?, ?, ?, ?)",
        (new_uid(), division_id, name, to_date, reason),
    )


def rename(connection: sqlite3.Connection, division_id: int, name: str) -> None:
    connection.execute("UPDATE division SET name = ? WHERE id = ?", (name, division_id))


def end(connection: sqlite3.Connection, division_id: int, successor_id: int, *, day: str) -> None:
    """The division is part of the other from ``day`` on: its area is the other's, so it has none of its own."""
    connection.execute(
        "UPDATE division SET ended_on = ?, successor_id = ?, geom = NULL WHERE id = ?",
        (day, successor_id, division_id),
    )


def shape(connection: sqlite3.Connection, division_id: int) -> shapely.Geometry | None:
    """The area of a division, None when it has none."""
    row = connection.execute("SELECT geom FROM division WHERE id = ? AND geom IS NOT NULL", (division_id,)).fetchone()
    return geopackage.decode([row[0]])[0] if row else None


def set_shape(connection: sqlite3.Connection, division_id: int, area: shapely.Geometry | None) -> None:
    geom = None if area is None else geopackage.encode(area, settings.crs(connection))
    connection.execute("UPDATE division SET geom = ? WHERE id = ?", (geom, division_id))


def hand_on_parts(connection: sqlite3.Connection, division_id: int, successor_id: int) -> None:
    """Units that lie in the division lie in its successor; its active contacts work for the successor."""
    connection.execute("UPDATE division SET parent_id = ? WHERE parent_id = ? AND successor_id IS NULL", (successor_id, division_id))
    connection.execute("UPDATE contact SET division_id = ? WHERE division_id = ? AND is_active = 1", (successor_id, division_id))


def hand_on_grids(connection: sqlite3.Connection, division_id: int, successor_id: int) -> None:
    """Grids and settlement sites of the division are the successor's own."""
    connection.execute("UPDATE grid SET division_id = ? WHERE division_id = ?", (successor_id, division_id))
    connection.execute("UPDATE settlement_site SET division_id = ? WHERE division_id = ?", (successor_id, division_id))


def count_grids(connection: sqlite3.Connection, division_id: int) -> int:
    """How many grids a division holds itself."""
    return int(connection.execute("SELECT count(*) FROM grid WHERE division_id = ?", (division_id,)).fetchone()[0])


def staff(connection: sqlite3.Connection, division_ids: Sequence[int]) -> list[tuple[int, str, Role, int, bool]]:
    """(contact id, name, role, slots held on both lines, is active) of those who work for these units, the least burdened first."""
    rows = connection.execute(
        "SELECT c.id, c.name, c.role, (SELECT count(*) FROM slot s WHERE s.contact_id = c.id AND s.to_date IS NULL) AS held, c.is_active"
        " FROM contact c WHERE c.division_id IN (SELECT value FROM json_each(?)) ORDER BY held, c.id",
        (dumps(list(division_ids)),),
    )
    return [(row[0], row[1], Role(row[2]), row[3], bool(row[4])) for row in rows]


_VILLAGE = (
    "SELECT k.id AS household, r.role AS role, s.id AS slot, s.contact_id AS holder,"
    " (SELECT x.contact_id FROM slot x WHERE x.household_id = k.id AND x.line = 'community' AND x.role = r.role AND x.role = 'sponsor_cadre'"
    "  AND coalesce(x.to_date, '9999-12-31') > :day LIMIT 1) AS across,"
    " EXISTS (SELECT 1 FROM slot_proposal p WHERE p.household_id = k.id AND p.line = 'village' AND p.role = r.role AND p.state = 'waiting'"
    "  AND p.contact_id NOT IN (SELECT value FROM json_each(:leaving))) AS is_waiting"
    " FROM household k JOIN (SELECT 'sponsor_cadre' AS role UNION SELECT 'unit_cadre') r"
    " LEFT JOIN slot s ON s.household_id = k.id AND s.line = 'village' AND s.role = r.role AND coalesce(s.to_date, '9999-12-31') > :day"
    " WHERE k.id IN (SELECT value FROM json_each(:families))"
)


def village_slots(
    connection: sqlite3.Connection, household_ids: Sequence[int], leaving: Sequence[int], *, day: str
) -> tuple[int, tuple[VillageGap, ...]]:
    """(slots of cadres of the village line whose holder stays, those that are or fall empty and have no proposal waiting)."""
    rows = connection.execute(
        "SELECT household, role, max(across), max(holder IS NOT NULL AND holder NOT IN (SELECT value FROM json_each(:leaving))), max(is_waiting)"
        f" FROM ({_VILLAGE}) GROUP BY household, role ORDER BY household, role",
        {"day": day, "families": dumps(list(household_ids)), "leaving": dumps(list(leaving))},
    ).fetchall()
    gaps = tuple(VillageGap(row[0], Role(row[1]), row[2]) for row in rows if not row[3] and not row[4])
    return sum(row[3] for row in rows), gaps


def end_slots_of(connection: sqlite3.Connection, contact_ids: Sequence[int], household_ids: Sequence[int], *, day: str) -> None:
    """Every slot of contacts who leave ends on ``day``: 'merged' for the families of the merged village, 'left' for others."""
    values = {"day": day, "contacts": dumps(list(contact_ids)), "families": dumps(list(household_ids))}
    theirs = "contact_id IN (SELECT value FROM json_each(:contacts)) AND coalesce(to_date, '9999-12-31') > :day"
    connection.execute(f"DELETE FROM slot WHERE from_date >= :day AND {theirs}", values)
    connection.execute(
        "UPDATE slot SET to_date = :day, end_reason = CASE WHEN household_id IN (SELECT value FROM json_each(:families)) THEN 'merged'"
        f" ELSE 'left' END WHERE {theirs}",
        values,
    )


def _division(row: tuple[int, str, str, str, int | None, str | None, int | None, int]) -> Division:
    return Division(row[0], row[1], row[2], DivisionLevel(row[3]), row[4], row[5], row[6], row[7])
