"""Which village or community looks after a family on each line."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps

from gisapp.domain.lines import Line
from gisapp.storage.places.divisions import LIVING


def of_families(connection: sqlite3.Connection, household_ids: Sequence[int], line: Line) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(units, towns above them) that hold a line for these families.

    Village line: the origin village, or the unit it is part of today. Community line: the unit of the current home's grid.
    """
    sources = {
        Line.VILLAGE: f"SELECT l.today AS unit FROM household k JOIN ({LIVING}) l ON l.id = k.origin_division_id"
        " WHERE k.id IN (SELECT value FROM json_each(?))",
        Line.COMMUNITY: "SELECT l.today AS unit FROM home m JOIN house h ON h.id = m.house_id JOIN grid g ON g.id = h.grid_id"
        f" JOIN ({LIVING}) l ON l.id = g.division_id WHERE m.to_date IS NULL AND m.role <> 'origin' AND m.household_id IN (SELECT value FROM json_each(?))",
    }
    rows = connection.execute(
        f"SELECT DISTINCT d.id, d.parent_id FROM division d JOIN ({sources[line]}) ON unit = d.id ORDER BY 1",
        (dumps([int(one) for one in household_ids]),),
    ).fetchall()
    return tuple(row[0] for row in rows), tuple(dict.fromkeys(row[1] for row in rows if row[1] is not None))
