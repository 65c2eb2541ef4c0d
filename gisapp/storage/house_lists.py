"""Which houses a place holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps


def in_units(connection: sqlite3.Connection, kind: str, ids: Sequence[int]) -> list[int]:
    """Standing houses in grids, divisions, settlement sites or buildings, each once, in order of id; houses are themselves."""
    chosen = "(SELECT value FROM json_each(:ids))"
    houses = {
        "house": f"SELECT id FROM house WHERE id IN {chosen}",
        "grid": f"SELECT id FROM house WHERE grid_id IN {chosen}",
        "building": f"SELECT id FROM house WHERE building_id IN {chosen}",
        "settlement_site": f"SELECT h.id FROM building b JOIN house h ON h.building_id = b.id WHERE b.site_id IN {chosen}",
        "household": f"SELECT house_id AS id FROM home WHERE to_date IS NULL AND house_id IS NOT NULL AND household_id IN {chosen}",
        "division": "SELECT h.id FROM house h JOIN grid g ON g.id = h.grid_id WHERE g.division_id IN (WITH RECURSIVE part(id) AS"
        " (SELECT value FROM json_each(:ids) UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id OR d.successor_id = p.id) SELECT id FROM part)",
    }
    if kind not in houses:
        return []
    found = connection.execute(f"SELECT DISTINCT id FROM ({houses[kind]}) ORDER BY id", {"ids": dumps([int(one) for one in ids])})
    return [row[0] for row in found]
