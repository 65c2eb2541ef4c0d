"""Which houses a place holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps

from gisapp.domain.entrances import BITS, CELLARS, LAST

MANY = "SELECT value AS one FROM json_each(:ids)"
ONE = "SELECT :unit AS one"
KINDS = ("house", "grid", "building", "entrance", "floor", "settlement_site", "household", "division")


def within(kind: str, chosen: str = ONE) -> str:
    """SQL of the ids of the standing houses in units of a kind of KINDS; ``chosen``: ONE or MANY of them."""
    part = "(SELECT one FROM chosen UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id OR d.successor_id = p.id)"
    joined = {
        "house": "house h ON h.id = c.one",
        "grid": "house h ON h.grid_id = c.one",
        "building": "house h ON h.building_id = c.one",
        "entrance": f"house h ON h.building_id = c.one >> {BITS} AND coalesce(h.unit, 0) = c.one & {LAST}",
        "floor": f"house h ON h.building_id = c.one >> {2 * BITS} AND coalesce(h.unit, 0) = c.one >> {BITS} & {LAST}"
        f" AND coalesce(h.floor, 0) + {CELLARS} = c.one & {LAST}",
        "settlement_site": "building b ON b.site_id = c.one JOIN house h ON h.building_id = b.id",
        "household": "home m ON m.household_id = c.one AND m.to_date IS NULL JOIN house h ON h.id = m.house_id",
        "division": "part p JOIN grid g ON g.division_id = p.id JOIN house h ON h.grid_id = g.id",
    }[kind]
    first = "SELECT h.id FROM" if kind == "division" else "SELECT h.id FROM chosen c JOIN"
    return f"WITH RECURSIVE chosen AS ({chosen}), part(id) AS {part} {first} {joined}"


def in_units(connection: sqlite3.Connection, kind: str, ids: Sequence[int]) -> list[int]:
    """Standing houses in units of a kind of KINDS, each once, in order of id; houses are themselves, families stand for their homes."""
    if kind not in KINDS:
        return []
    found = connection.execute(within(kind, MANY), {"ids": dumps([int(one) for one in ids])})
    return sorted({row[0] for row in found})


def grids_within(connection: sqlite3.Connection, division_ids: Sequence[int]) -> set[int]:
    """Grids of divisions, of the units in them and of those that were merged into them."""
    found = connection.execute(
        "SELECT id FROM grid WHERE division_id IN (WITH RECURSIVE part(id) AS (SELECT value FROM json_each(:ids)"
        " UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id OR d.successor_id = p.id) SELECT id FROM part)",
        {"ids": dumps([int(one) for one in division_ids])},
    )
    return {row[0] for row in found}
