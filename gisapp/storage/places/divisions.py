"""Divisions: the county itself is the first row of every file; villages merge and are renamed, their lineage is kept."""

from __future__ import annotations

import sqlite3

LIVING = (
    "WITH RECURSIVE line(id, today) AS (SELECT id, id FROM division WHERE successor_id IS NULL"
    " UNION SELECT d.id, line.today FROM division d JOIN line ON d.successor_id = line.id) SELECT id, today FROM line"
)
"""Every division with the one it is part of today: itself, or the last of those it was merged into."""

UNITS_OF_GRID = (
    f" LEFT JOIN ({LIVING}) l ON l.id = g.division_id LEFT JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id"
)
"""Joins to ``grid g`` its village or community as it is today, ``d``, and the town above it, ``t``."""


def insert_county(connection: sqlite3.Connection, *, code: str, name: str, uid: str, geom: bytes) -> None:
    """Write the county's own row; ``geom`` is its outline as a GeoPackage blob."""
    connection.execute("INSERT INTO division (geom, uid, code, name, level) VALUES (?, ?, ?, ?, 'county')", (geom, uid, code, name))


def merged_divisions(connection: sqlite3.Connection) -> list[tuple[int, int, int]]:
    """(merged division, the one it is part of today, that one's parent or 0)."""
    return connection.execute(
        f"SELECT l.id, d.id, coalesce(d.parent_id, 0) FROM ({LIVING}) l JOIN division d ON d.id = l.today WHERE l.id <> d.id"
    ).fetchall()
