"""The data dictionary names every table and view with every column, and nothing else."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from gisapp import paths
from gisapp.storage.county import county_file

OURS = re.compile(r"(?!gpkg_|rtree_|sqlite_|search_index_)")


def documented() -> dict[str, set[str]]:
    """Table or view -> its columns, as db/README.md tells them."""
    text = (paths.migrations().parent / "README.md").read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for section in text.split("\n### ")[1:]:
        name, _, body = section.partition("\n")
        firsts = re.findall(r"^\| (`.*?) \|", body.partition("\n## ")[0], re.MULTILINE)
        found[name] = {column for cell in firsts for column in re.findall(r"`(\w+)`", cell)}
    return found


def existing(connection: sqlite3.Connection) -> dict[str, set[str]]:
    names = [row[1] for row in connection.execute("PRAGMA main.table_list") if row[2] != "shadow" and OURS.match(row[1])]
    return {name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")} for name in names}


def test_the_dictionary_tells_every_table_view_and_column(made_county: Path) -> None:
    with county_file.reading(made_county) as connection:
        assert documented() == existing(connection)
