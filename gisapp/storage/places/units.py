"""Units of every kind: the tree beside the map, and finding one by code or name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from gisapp.domain.cards import Unit
from gisapp.domain.change import Kind
from gisapp.domain.chart import entrance_name, floor_name
from gisapp.domain.entrances import CELLARS, ENTRANCE, FLOOR, LAST, entrance_id, floor_id, is_part
from gisapp.storage.places import house_lists
from gisapp.storage.places.divisions import LIVING

_SELECT = "SELECT kind, id, code, name, level, parent_kind, parent_id FROM ("
_ALL = (
    "SELECT 'division' AS kind, id, code, name, level, CASE WHEN parent_id IS NULL THEN NULL ELSE 'division' END AS parent_kind, parent_id FROM division"
    " WHERE successor_id IS NULL"
    f" UNION ALL SELECT 'grid', g.id, g.code, g.name, 'grid', 'division', l.today FROM grid g JOIN ({LIVING}) l ON l.id = g.division_id"
    f" UNION ALL SELECT 'settlement_site', s.id, '', s.name, 'settlement', 'division', l.today FROM settlement_site s JOIN ({LIVING}) l ON l.id = s.division_id"
    " UNION ALL SELECT 'building', id, '', name, 'building', 'settlement_site', site_id FROM building"
)


def all_units(connection: sqlite3.Connection) -> list[Unit]:
    """Every unit that stands, parts of a merged one under its successor; divisions first in order of code, then grids, settlements, buildings."""
    rows = connection.execute(
        f"{_SELECT}{_ALL}) ORDER BY CASE kind WHEN 'division' THEN 0 WHEN 'grid' THEN 1 WHEN 'settlement_site' THEN 2 ELSE 3 END, code, id"
    )
    return [_unit(row) for row in rows]


def settling(connection: sqlite3.Connection) -> list[Unit]:
    """Settlement sites, then their buildings in order of id, then the entrances of these and their floors from the lowest up."""
    rows = connection.execute(f"{_SELECT}{_ALL}) WHERE kind IN ('settlement_site', 'building') ORDER BY kind = 'building', id")
    return [*(_unit(row) for row in rows), *_parts(connection)]


def _parts(connection: sqlite3.Connection) -> Iterator[Unit]:
    rows = connection.execute(
        "SELECT building_id, coalesce(unit, 0), group_concat(DISTINCT coalesce(floor, 0)) FROM house WHERE building_id IS NOT NULL"
        f" AND coalesce(unit, 0) BETWEEN 0 AND {LAST} AND coalesce(floor, 0) BETWEEN -{CELLARS} AND {LAST - CELLARS} GROUP BY 1, 2 ORDER BY 1, 2"
    )
    for building, unit, floors in rows:
        entrance = entrance_id(building, unit)
        yield Unit(ENTRANCE, entrance, "", entrance_name(unit), ENTRANCE, ("building", building))
        for floor in sorted(int(one) for one in floors.split(",")):
            yield Unit(FLOOR, floor_id(building, unit, floor), "", floor_name(floor), FLOOR, (ENTRANCE, entrance))


def site_of(connection: sqlite3.Connection, building: int) -> tuple[str, int, str] | None:
    """(name of the building, its settlement site, that one's name)."""
    row = connection.execute(
        "SELECT b.name, s.id, s.name FROM building b JOIN settlement_site s ON s.id = b.site_id WHERE b.id = ?", (building,)
    ).fetchone()
    return (row[0], row[1], row[2]) if row else None


def by_text(connection: sqlite3.Connection, text: str) -> list[Unit]:
    """Units whose code or name is exactly ``text``; if none, those that bore it once or took in one that did."""
    found = connection.execute(f"{_SELECT}{_ALL}) WHERE (code = :text AND code <> '') OR name = :text", {"text": text}).fetchall()
    found = (
        found
        or connection.execute(
            f"{_SELECT}{_ALL}) WHERE kind = 'division' AND id IN (SELECT l.today FROM ({LIVING}) l JOIN division d ON d.id = l.id"
            " WHERE d.code = :text OR d.name = :text OR d.id IN (SELECT division_id FROM division_name WHERE name = :text))",
            {"text": text},
        ).fetchall()
    )
    return [_unit(row) for row in found]


def bounds(connection: sqlite3.Connection, kind: str, unit_id: int) -> tuple[float, float, float, float] | None:
    """(min_x, min_y, max_x, max_y) in metres of one unit, from the spatial index."""
    if kind == "building" or is_part(kind):
        row = connection.execute(
            f"SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_house_geom WHERE id IN ({house_lists.within(kind)})",
            {"unit": unit_id},
        ).fetchone()
    else:
        table = Kind(kind).value
        row = connection.execute(f'SELECT minx, miny, maxx, maxy FROM "rtree_{table}_geom" WHERE id = ?', (unit_id,)).fetchone()
    return None if row is None or row[0] is None else (row[0], row[1], row[2], row[3])


def _unit(row: tuple[str, int, str, str, str, str | None, int | None]) -> Unit:
    kind, unit_id, code, name, level, parent_kind, parent_id = row
    parent = (parent_kind, parent_id) if parent_kind is not None and parent_id is not None else None
    return Unit(kind, unit_id, code, name, level, parent)
