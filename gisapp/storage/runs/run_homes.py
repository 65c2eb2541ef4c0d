"""The houses of a stored run as map pages need them, and which families each belongs to."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from gisapp.storage.places.divisions import UNITS_OF_GRID


class RunHome(NamedTuple):
    """A house of a run; ``level`` None where it has no conclusion."""

    house: int
    level: str | None
    number: str
    geom: bytes
    grid_id: int | None
    grid_code: str
    grid: str
    village_id: int | None
    village_code: str
    village: str
    town_id: int | None
    town: str
    flat: tuple[int, int, int, str]
    """Building, entrance, floor, room: the order of doors."""


def homes(connection: sqlite3.Connection, run_id: int) -> list[RunHome]:
    """Affected houses, and those without a conclusion; what was removed since is left out."""
    rows = connection.execute(
        "SELECT h.id, x.level, h.number, h.geom, g.id, coalesce(g.code, ''), coalesce(g.name, ''), d.id, coalesce(d.code, ''),"
        " coalesce(d.name, ''), t.id, coalesce(t.name, ''), coalesce(h.building_id, 0), coalesce(h.unit, 0), coalesce(h.floor, 0), coalesce(h.room, '')"
        " FROM (SELECT house_id, level FROM hazard_run_house WHERE run_id = :run UNION ALL"
        "   SELECT house_id, NULL FROM hazard_run_unknown WHERE run_id = :run) x JOIN house h ON h.id = x.house_id"
        f" LEFT JOIN grid g ON g.id = h.grid_id{UNITS_OF_GRID}"
        " WHERE h.geom IS NOT NULL",
        {"run": run_id},
    )
    return [RunHome._make((*row[:12], (row[12], row[13], row[14], str(row[15])))) for row in rows]


class HomeTie(NamedTuple):
    """A family that has a home in a house of the run, or of which people sleep there; ``residents``: the whole family's."""

    house: int
    household: int
    head: str
    is_lived_in: bool
    sleepers: int
    residents: int


def ties(connection: sqlite3.Connection, run_id: int) -> list[HomeTie]:
    """Every current tie of a family to a house of the run, by house."""
    rows = connection.execute(
        "WITH asked AS (SELECT house_id FROM hazard_run_house WHERE run_id = :run UNION ALL"
        "   SELECT house_id FROM hazard_run_unknown WHERE run_id = :run),"
        " tie AS (SELECT m.house_id, m.household_id, m.state = 'lived_in' AS is_lived_in, 0 AS sleepers FROM asked a"
        "   CROSS JOIN home m ON m.house_id = a.house_id AND m.to_date IS NULL"
        "   UNION ALL SELECT s.sleeping_house_id, s.household_id, 0, 1 FROM asked a"
        "   CROSS JOIN resident s ON s.sleeping_house_id = a.house_id AND s.left_on IS NULL)"
        " SELECT x.house_id, k.id, coalesce(r.name, ''), max(x.is_lived_in), sum(x.sleepers),"
        " (SELECT count(*) FROM resident p WHERE p.household_id = k.id AND p.left_on IS NULL) FROM tie x"
        " JOIN household k ON k.id = x.household_id"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " GROUP BY x.house_id, k.id ORDER BY x.house_id, k.id",
        {"run": run_id},
    )
    return [HomeTie(r[0], r[1], r[2], bool(r[3]), r[4], r[5]) for r in rows]
