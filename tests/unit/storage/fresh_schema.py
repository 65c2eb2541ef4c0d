"""The schema of a fresh county file as text: `python -m tests.unit.storage.fresh_schema` writes db/schema.sql."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from gisapp import paths
from gisapp.spatial import crs
from gisapp.storage.county import county_file

HEADER = """\
-- GENERATED from db/migrations by `python -m tests.unit.storage.fresh_schema`; do not edit.
-- What a new county file contains. README.md beside this file says what each table means.
"""
FILE = paths.migrations().parent / "schema.sql"


def fresh_schema() -> str:
    """Every statement of a new county file: tables, indexes, triggers, views, in order of name; shadow tables left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fresh.gpkg"
        county_file.create(path, name="县", srs_id=4545, srs_name=crs.crs_name(4545), srs_wkt=crs.crs_wkt(4545))
        with closing(sqlite3.connect(path)) as connection:
            return HEADER + "".join(f"\n{statement};\n" for statement in statements(connection))


def statements(connection: sqlite3.Connection) -> list[str]:
    """The SQL of everything the migrations made."""
    made_by_sqlite = {row[1] for row in connection.execute("PRAGMA table_list") if row[2] == "shadow"}
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, name"
    )
    return [sql for name, sql in rows if name not in made_by_sqlite]


if __name__ == "__main__":
    FILE.write_text(fresh_schema(), encoding="utf-8", newline="\n")
