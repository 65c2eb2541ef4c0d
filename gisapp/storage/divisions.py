"""Divisions: the county itself is the first row of every file."""

from __future__ import annotations

import sqlite3


def insert_county(connection: sqlite3.Connection, *, code: str, name: str, uid: str, geom: bytes) -> None:
    """Write the county's own row; ``geom`` is its outline as a GeoPackage blob."""
    connection.execute("INSERT INTO division (geom, uid, code, name, level) VALUES (?, ?, ?, ?, 'county')", (geom, uid, code, name))
