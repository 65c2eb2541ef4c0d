"""In which town and village each grid lies."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from gisapp.storage.divisions import UNITS_OF_GRID


class GridUnit(NamedTuple):
    """Names of the units of a grid; ``codes`` orders them as the official codes do."""

    id: int
    name: str
    village: str
    town: str
    codes: tuple[str, str, str]


def of_grids(connection: sqlite3.Connection) -> dict[str, GridUnit]:
    """grid code -> its units."""
    rows = connection.execute(
        "SELECT g.code, g.id, g.name, coalesce(d.name, ''), coalesce(t.name, ''), coalesce(t.code, ''), coalesce(d.code, '')"
        f" FROM grid g{UNITS_OF_GRID}"
    )
    return {r[0]: GridUnit(r[1], r[2], r[3], r[4], (r[5], r[6], r[0])) for r in rows}
