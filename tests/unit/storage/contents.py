"""Everything a county file says, in an order of its own: two files with equal contents are the same county."""

from __future__ import annotations

# ruff: noqa: S608
import sqlite3

Contents = dict[str, list[tuple[object, ...]]]

RECORD = ("history", "history_row")
"""What grows with every change and its undoing; everything else must come back."""


def contents(connection: sqlite3.Connection) -> Contents:
    """Rows of every table of facts and of every derived one (spatial index, search index, houses in hazard areas), sorted."""
    tables = [
        row[1]
        for row in connection.execute("PRAGMA main.table_list")
        if row[2] in ("table", "virtual") and not row[1].startswith("sqlite_") and row[1] not in RECORD
    ]
    found: Contents = {}
    for table in sorted(tables):
        columns = "rowid, words" if table == "search_index" else "*"
        rows = [tuple(row) for row in connection.execute(f'SELECT {columns} FROM "{table}"')]
        found[table] = sorted(rows, key=repr)
    return found


def difference(before: Contents, after: Contents) -> dict[str, object]:
    """Table -> rows that are only before or only after; empty when the county is the same."""
    return {
        table: (set(before.get(table, [])) ^ set(after.get(table, [])))
        for table in {*before, *after}
        if before.get(table) != after.get(table)
    }
