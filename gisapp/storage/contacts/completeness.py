"""Where each relocated family counts: its community, building and origin village of today."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps

from gisapp.storage.places.divisions import LIVING


@dataclass(frozen=True, slots=True)
class Placing:
    """Ids of the places a family counts in; None where it has none."""

    household: int
    community: int | None
    building: int | None
    village: int | None


def placings(connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> list[Placing]:
    """Every relocated family (among ``household_ids``, None = all) once, in order of id.

    The community is that of the residence's grid, the village the origin village: both as the unit they are part of today.
    """
    rows = connection.execute(
        f"WITH living(id, today) AS ({LIVING})"
        " SELECT k.id, coalesce(c.today, g.division_id), h.building_id, coalesce(v.today, k.origin_division_id) FROM household k"
        " LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role = 'residence'"
        " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN grid g ON g.id = h.grid_id LEFT JOIN living v ON v.id = k.origin_division_id"
        " LEFT JOIN living c ON c.id = g.division_id"
        " WHERE k.relocated_on IS NOT NULL AND k.ended_on IS NULL AND (:ids IS NULL OR k.id IN (SELECT value FROM json_each(:ids)))"
        " ORDER BY k.id",
        {"ids": None if household_ids is None else dumps(list(household_ids))},
    )
    return [Placing(*row) for row in rows]


def flats(connection: sqlite3.Connection) -> list[tuple[int, int, int, int, int]]:
    """(relocated family, settlement site, building, unit, floor) of everyone whose present home is a flat; 0 where the file does not say."""
    return connection.execute(
        "SELECT k.id, b.site_id, b.id, coalesce(h.unit, 0), coalesce(h.floor, 0) FROM household k JOIN home m ON m.household_id = k.id"
        " AND m.to_date IS NULL AND m.role <> 'origin' JOIN house h ON h.id = m.house_id JOIN building b ON b.id = h.building_id"
        " WHERE k.relocated_on IS NOT NULL AND k.ended_on IS NULL"
    ).fetchall()


def division_names(connection: sqlite3.Connection) -> dict[int, tuple[str, str]]:
    """Division -> (name, name of the unit it lies in)."""
    rows = connection.execute("SELECT d.id, d.name, coalesce(p.name, '') FROM division d LEFT JOIN division p ON p.id = d.parent_id")
    return {row[0]: (row[1], row[2]) for row in rows}


def building_names(connection: sqlite3.Connection) -> dict[int, tuple[str, str]]:
    """Building -> (name, its settlement site)."""
    rows = connection.execute("SELECT b.id, b.name, s.name FROM building b JOIN settlement_site s ON s.id = b.site_id")
    return {row[0]: (row[1], row[2]) for row in rows}
