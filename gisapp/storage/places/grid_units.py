"""In which town and village each grid lies."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from gisapp.storage.places.divisions import UNITS_OF_GRID


class GridUnit(NamedTuple):
    """Names of the units of a grid; ``codes`` orders them as the official codes do."""

    id: int
    name: str
    village: str
    town: str
    codes: tuple[str, str, str]


_GRIDS = (
    "SELECT g.code, g.id, g.name, coalesce(d.name, ''), coalesce(t.name, ''), coalesce(t.code, ''), coalesce(d.code, '')"
    f" FROM grid g{UNITS_OF_GRID}"
)


def of_grids(connection: sqlite3.Connection) -> dict[str, GridUnit]:
    """grid code -> its units."""
    return {row[0]: _unit(row) for row in connection.execute(_GRIDS)}


def in_unit(connection: sqlite3.Connection, kind: str, unit: int) -> tuple[GridUnit, ...]:
    """The grids of a division as it is today, or the grid itself; none of another kind of unit."""
    if kind not in ("division", "grid"):
        return ()
    column = "g.id = :unit" if kind == "grid" else ":unit IN (d.id, t.id, t.parent_id)"
    rows = connection.execute(f"{_GRIDS} WHERE {column}", {"unit": unit})
    return tuple(_unit(row) for row in rows)


def _unit(row: tuple[str, int, str, str, str, str, str]) -> GridUnit:
    return GridUnit(row[1], row[2], row[3], row[4], (row[5], row[6], row[0]))
