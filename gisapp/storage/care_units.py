"""Which village or community looks after a family on each line."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps

from gisapp.domain.lines import Line


def of_families(connection: sqlite3.Connection, household_ids: Sequence[int], line: Line) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(units, towns above them) that hold a line for these families.

    Village line: the origin village, or the unit it was merged into. Community line: the unit of the current home's grid.
    """
    sources = {
        Line.VILLAGE: "SELECT coalesce(d.successor_id, d.id) AS unit FROM household k JOIN division d ON d.id = k.origin_division_id"
        " WHERE k.id IN (SELECT value FROM json_each(?))",
        Line.COMMUNITY: "SELECT g.division_id AS unit FROM home m JOIN house h ON h.id = m.house_id JOIN grid g ON g.id = h.grid_id"
        " WHERE m.to_date IS NULL AND m.role <> 'origin' AND m.household_id IN (SELECT value FROM json_each(?))",
    }
    rows = connection.execute(
        f"SELECT DISTINCT d.id, d.parent_id FROM division d JOIN ({sources[line]}) ON unit = d.id ORDER BY 1",
        (dumps([int(one) for one in household_ids]),),
    ).fetchall()
    return tuple(row[0] for row in rows), tuple(dict.fromkeys(row[1] for row in rows if row[1] is not None))
