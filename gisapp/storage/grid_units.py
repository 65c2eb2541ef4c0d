"""In which town and village each grid lies."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


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
        " FROM grid g LEFT JOIN division d ON d.id = g.division_id LEFT JOIN division t ON t.id = d.parent_id"
    )
    return {r[0]: GridUnit(r[1], r[2], r[3], r[4], (r[5], r[6], r[0])) for r in rows}
