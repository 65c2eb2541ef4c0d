"""Whole lists for export: every grid, every family, with what a ledger of record holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Any

from gisapp.domain.lines import SLOTS, Line, Role, Slot
from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, born_on_or_before
from gisapp.storage.places import house_lists
from gisapp.storage.places.divisions import LIVING
from gisapp.storage.places.grids import POST_IN_FORCE

Place = tuple[str, int] | None
"""(kind, id) of a unit, None for the whole county"""


def houses_in(connection: sqlite3.Connection, place: tuple[str, int]) -> set[int]:
    """Ids of the houses in a division, grid, settlement site or building."""
    return {row[0] for row in connection.execute(house_lists.within(place[0]), {"unit": place[1]})}


def house_points(connection: sqlite3.Connection) -> tuple[list[int], list[bytes]]:
    """(ids, point blobs) of the houses that have a place."""
    rows = connection.execute("SELECT id, geom FROM house WHERE geom IS NOT NULL").fetchall()
    return [row[0] for row in rows], [row[1] for row in rows]


def grids_in(connection: sqlite3.Connection, place: Place) -> set[int]:
    """Ids of the grids of a division, of a grid itself, or that hold houses of a settlement site or building."""
    if place is None:
        return {row[0] for row in connection.execute("SELECT id FROM grid")}
    kind, unit = place
    if kind == "grid":
        return {unit}
    if kind == "division":
        rows = connection.execute(
            "SELECT id FROM grid WHERE division_id IN (WITH RECURSIVE part(id) AS"
            " (SELECT ? UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id OR d.successor_id = p.id) SELECT id FROM part)",
            (unit,),
        )
    else:
        rows = connection.execute(
            f"SELECT DISTINCT grid_id FROM house WHERE grid_id IS NOT NULL AND id IN ({house_lists.within(kind)})", {"unit": unit}
        )
    return {row[0] for row in rows}


def grids(connection: sqlite3.Connection, day: date) -> list[tuple[Any, ...]]:
    """(id, code, name, town, village, officer, phone, houses, households, residents, elderly, children, disabled, geometry blob)
    of every grid in order of code; people by their current home, ages on ``day``."""
    return connection.execute(
        "WITH family AS MATERIALIZED (SELECT DISTINCT h.grid_id AS grid_id, m.household_id AS id FROM home m JOIN house h ON h.id = m.house_id"
        "  WHERE m.to_date IS NULL AND m.role <> 'origin' AND h.grid_id IS NOT NULL),"
        " people AS MATERIALIZED (SELECT household_id, count(*) AS n, sum(birth_date <= :elderly) AS old, sum(birth_date > :child) AS young,"
        "  sum(is_disabled) AS disabled FROM resident WHERE left_on IS NULL GROUP BY household_id),"
        " figure AS MATERIALIZED (SELECT f.grid_id, count(*) AS households, sum(coalesce(p.n, 0)) AS residents, sum(coalesce(p.old, 0)) AS old,"
        "  sum(coalesce(p.young, 0)) AS young, sum(coalesce(p.disabled, 0)) AS disabled"
        "  FROM family f LEFT JOIN people p ON p.household_id = f.id GROUP BY f.grid_id),"
        " standing AS MATERIALIZED (SELECT grid_id, count(*) AS houses FROM house GROUP BY grid_id)"
        " SELECT g.id, g.code, g.name, coalesce(t.name, ''), d.name, coalesce(c.name, ''), c.phone, coalesce(s.houses, 0),"
        "  coalesce(f.households, 0), coalesce(f.residents, 0), coalesce(f.old, 0), coalesce(f.young, 0), coalesce(f.disabled, 0), g.geom"
        f" FROM grid g JOIN ({LIVING}) l ON l.id = g.division_id JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id"
        f" LEFT JOIN grid_post p ON p.grid_id = g.id AND {POST_IN_FORCE} LEFT JOIN contact c ON c.id = p.contact_id"
        " LEFT JOIN figure f ON f.grid_id = g.id LEFT JOIN standing s ON s.grid_id = g.id ORDER BY g.code",
        {"elderly": born_on_or_before(ELDERLY_FROM_AGE, day), "child": born_on_or_before(CHILD_BELOW_AGE, day)},
    ).fetchall()


def families(connection: sqlite3.Connection, place: Place) -> Iterator[tuple[Any, ...]]:
    """(id, code, head, sex, birth date, people, phone, ID number, house number, grid code, grid, village, town, relocated on,
    origin, point blob) by town, grid and number; of the families whose current home lies in ``place``."""
    where = "" if place is None else f" AND m.house_id IN ({house_lists.within(place[0])})"
    return connection.execute(
        f"WITH living AS ({LIVING}) SELECT k.id, k.code, coalesce(r.name, ''), r.sex, r.birth_date,"
        "  (SELECT count(*) FROM resident p WHERE p.household_id = k.id AND p.left_on IS NULL), r.phone, r.id_number,"
        "  coalesce(h.number, ''), coalesce(g.code, ''), coalesce(g.name, ''), coalesce(d.name, ''), coalesce(t.name, ''),"
        "  k.relocated_on, coalesce(o.name, ''), h.geom"
        " FROM household k LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN grid g ON g.id = h.grid_id LEFT JOIN living l ON l.id = g.division_id"
        " LEFT JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id"
        " LEFT JOIN living v ON v.id = k.origin_division_id LEFT JOIN division o ON o.id = v.today"
        f" LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL WHERE k.ended_on IS NULL{where}"
        " ORDER BY t.code, g.code, h.building_id, h.unit, h.floor, h.room, h.number, k.id",
        {} if place is None else {"unit": place[1]},
    )


def holders(connection: sqlite3.Connection) -> dict[int, dict[Slot, tuple[str, str | None]]]:
    """household id -> slot -> (name, phone) of whoever holds it today, for every relocated family."""
    by_code = {(slot.line.value, slot.role.value): slot for slot in SLOTS}
    found: dict[int, dict[Slot, tuple[str, str | None]]] = {}
    rows = connection.execute(
        "SELECT s.household_id, s.line, s.role, c.name, c.phone FROM slot_holder s JOIN contact c ON c.id = s.contact_id"
    )
    for household, line, role, name, phone in rows:
        found.setdefault(household, {})[by_code[Line(line).value, Role(role).value]] = (name, phone)
    return found
