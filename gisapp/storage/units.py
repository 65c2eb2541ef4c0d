"""Units of every kind: the tree beside the map, and finding one by code or name."""

from __future__ import annotations

import sqlite3

from gisapp.domain.cards import Unit
from gisapp.domain.change import Kind

_SELECT = "SELECT kind, id, code, name, level, parent_kind, parent_id FROM ("
_ALL = (
    "SELECT 'division' AS kind, id, code, name, level, CASE WHEN parent_id IS NULL THEN NULL ELSE 'division' END AS parent_kind, parent_id FROM division"
    " UNION ALL SELECT 'grid', id, code, name, 'grid', 'division', division_id FROM grid"
    " UNION ALL SELECT 'settlement_site', id, '', name, 'settlement', 'division', division_id FROM settlement_site"
    " UNION ALL SELECT 'building', id, '', name, 'building', 'settlement_site', site_id FROM building"
)


def all_units(connection: sqlite3.Connection) -> list[Unit]:
    """Every unit; divisions first in order of code, then grids, settlements, buildings."""
    rows = connection.execute(
        f"{_SELECT}{_ALL}) ORDER BY CASE kind WHEN 'division' THEN 0 WHEN 'grid' THEN 1 WHEN 'settlement_site' THEN 2 ELSE 3 END, code, id"
    )
    return [_unit(row) for row in rows]


def by_text(connection: sqlite3.Connection, text: str) -> list[Unit]:
    """Units whose code or name (a former name too) is exactly ``text``."""
    rows = connection.execute(
        f"{_SELECT}{_ALL}) WHERE (code = :text AND code <> '') OR name = :text"
        " OR (kind = 'division' AND id IN (SELECT division_id FROM division_name WHERE name = :text))",
        {"text": text},
    )
    return [_unit(row) for row in rows]


def bounds(connection: sqlite3.Connection, kind: str, unit_id: int) -> tuple[float, float, float, float] | None:
    """(min_x, min_y, max_x, max_y) in metres of one unit, from the spatial index."""
    if kind == "building":
        row = connection.execute(
            "SELECT min(r.minx), min(r.miny), max(r.maxx), max(r.maxy) FROM house h JOIN rtree_house_geom r ON r.id = h.id WHERE h.building_id = ?",
            (unit_id,),
        ).fetchone()
    else:
        table = Kind(kind).value
        row = connection.execute(f'SELECT minx, miny, maxx, maxy FROM "rtree_{table}_geom" WHERE id = ?', (unit_id,)).fetchone()
    return None if row is None or row[0] is None else (row[0], row[1], row[2], row[3])


def _unit(row: tuple[str, int, str, str, str, str | None, int | None]) -> Unit:
    kind, unit_id, code, name, level, parent_kind, parent_id = row
    parent = (parent_kind, parent_id) if parent_kind is not None and parent_id is not None else None
    return Unit(kind, unit_id, code, name, level, parent)
