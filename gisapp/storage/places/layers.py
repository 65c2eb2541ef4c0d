"""Whole layers as arrays, for the map, the web map and every question asked of all homes at once."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.storage.county import geopackage, packed
from gisapp.storage.places.divisions import merged_divisions
from gisapp.storage.places.rings import Rings, decode_rings

CELL_ROWS = 8_192
HOUSE_COLUMNS = ("group_concat(id)", "group_concat(hex(geom), '')")
HOME_COLUMNS = ("group_concat(house_id)", "group_concat(role = 'origin', '')")
CELL_COLUMNS = (
    "group_concat(id)",
    "group_concat(hex(geom), '')",
    "group_concat(length(geom))",
    "json_group_array(name)",
    "group_concat(division_id)",
    "group_concat(coalesce((SELECT parent_id FROM division WHERE division.id = division_id), 0))",
)


@dataclass(frozen=True, slots=True)
class Shapes:
    """One geometry table: ids (n,) int64, names, ranks and shapely geometries (n,) in the county's CRS."""

    ids: NDArray[np.int64]
    names: tuple[str, ...]
    ranks: tuple[str, ...]
    geometries: NDArray[np.object_]


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Grid cells: ids (n,) int64, names, ids of their villages and towns (0 = none) (n,) int64, and their shapes."""

    ids: NDArray[np.int64]
    names: tuple[str, ...]
    villages: NDArray[np.int64]
    towns: NDArray[np.int64]
    rings: Rings


@dataclass(frozen=True, slots=True)
class Points:
    """Points: ids (n,) int64, xy (n, 2) metres, and a small code (n,) uint8 whose meaning the reader gives."""

    ids: NDArray[np.int64]
    xy: NDArray[np.float64]
    codes: NDArray[np.uint8]


def divisions(connection: sqlite3.Connection) -> Shapes:
    """County, towns, villages and communities; ranks are their levels."""
    return _shapes(connection, "SELECT id, name, level, geom FROM division WHERE geom IS NOT NULL ORDER BY id")


def grids(connection: sqlite3.Connection) -> Shapes:
    """Grid cells; ranks are their codes."""
    return _shapes(connection, "SELECT id, name, code, geom FROM grid WHERE geom IS NOT NULL ORDER BY id")


def hazards(connection: sqlite3.Connection) -> Shapes:
    """Hazard areas, least severe first (so that the worst is painted on top); ranks are their levels."""
    return _shapes(
        connection,
        "SELECT id, name, level, geom FROM hazard_area WHERE geom IS NOT NULL"
        " ORDER BY CASE level WHEN 'red' THEN 3 WHEN 'orange' THEN 2 WHEN 'yellow' THEN 1 ELSE 0 END, id",
    )


def waterways(connection: sqlite3.Connection) -> Shapes:
    """Rivers and streams; ranks 1-3 as text."""
    return _shapes(connection, "SELECT id, name, rank, geom FROM waterway WHERE geom IS NOT NULL ORDER BY rank DESC, id")


def roads(connection: sqlite3.Connection) -> Shapes:
    """Roads; ranks 1-3 as text."""
    return _shapes(connection, "SELECT id, name, rank, geom FROM road WHERE geom IS NOT NULL ORDER BY rank DESC, id")


def settlement_sites(connection: sqlite3.Connection) -> Shapes:
    """Settlement sites; no ranks."""
    return _shapes(connection, "SELECT id, name, '', geom FROM settlement_site WHERE geom IS NOT NULL ORDER BY id")


def safe_sites(connection: sqlite3.Connection, run: int | None = None) -> Shapes:
    """Safe sites; ranks are open, over (more people than room by the allocation in force of a run, None = the latest) or closed."""
    return _shapes(
        connection,
        "WITH load AS (SELECT f.site_id, sum(f.people) AS people FROM site_allocation_household f WHERE f.allocation_id ="
        " (SELECT max(id) FROM site_allocation WHERE run_id = coalesce(:run, (SELECT max(id) FROM hazard_run))) GROUP BY f.site_id)"
        " SELECT s.id, s.name, CASE WHEN s.is_in_use = 0 THEN 'closed' WHEN coalesce(l.people, 0) > s.capacity THEN 'over' ELSE 'open' END,"
        " s.geom FROM safe_site s LEFT JOIN load l ON l.site_id = s.id WHERE s.geom IS NOT NULL ORDER BY s.id",
        {"run": run},
    )


HOUSE_LIVED_IN, HOUSE_VACANT, HOUSE_TWO_ENDS = 0, 1, 2


def houses(connection: sqlite3.Connection) -> Points:
    """Every standing house in order of id; code HOUSE_LIVED_IN, HOUSE_VACANT, or HOUSE_TWO_ENDS (origin home still lived in)."""
    ids, xy = house_points(connection)
    return Points(ids, xy, _house_codes(connection, ids))


def house_points(connection: sqlite3.Connection) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """(ids (n,), coordinates (n, 2) in metres) of every standing house, in order of id."""
    found = list(packed.blocks(connection, "house", HOUSE_COLUMNS, where="geom IS NOT NULL"))
    ids = packed.joined([packed.integers(block[0]) for block in found])
    xy = _plain_points(b"".join(packed.octets(block[1]) for block in found), len(ids))
    if xy is None:
        rows = connection.execute("SELECT geom FROM house WHERE geom IS NOT NULL ORDER BY id").fetchall()
        xy = geopackage.decode_points([row[0] for row in rows])
    return ids, xy


def _plain_points(blobs: bytes, count: int) -> NDArray[np.float64] | None:
    """(count, 2) coordinates of point blobs one behind the other; None when any is otherwise than this program writes them."""
    if len(blobs) != count * geopackage.POINT_BLOB.itemsize:
        return None
    rows = np.frombuffer(blobs, geopackage.POINT_BLOB)
    is_plain = bool((rows["flags"] == 1).all() and (rows["order"] == 1).all() and (rows["type"] == 1).all())
    return np.column_stack((rows["x"], rows["y"])) if is_plain else None


def _house_codes(connection: sqlite3.Connection, ids: NDArray[np.int64]) -> NDArray[np.uint8]:
    """The code of each house from its current homes: lived in by anyone, and if so, as someone's origin home."""
    codes = np.full(len(ids), HOUSE_VACANT, np.uint8)
    lived_in = "to_date IS NULL AND state = 'lived_in' AND house_id IS NOT NULL"
    found = list(packed.blocks(connection, "home", HOME_COLUMNS, where=lived_in))
    houses_lived_in = packed.joined([packed.integers(block[0]) for block in found])
    is_origin = np.concatenate([np.empty(0, np.uint8), *(packed.digits(block[1]) for block in found)]).astype(bool)
    for chosen, code in ((houses_lived_in, HOUSE_LIVED_IN), (houses_lived_in[is_origin], HOUSE_TWO_ENDS)):
        codes[are_among(ids, chosen)] = code
    return codes


def are_among(ids: NDArray[np.int64], chosen: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the rising ``ids`` (n,) are among ``chosen`` (k,), in the time of looking each up once."""
    found = np.zeros(len(ids), bool)
    if len(ids):
        places = np.minimum(np.searchsorted(ids, chosen), len(ids) - 1)
        found[places[ids[places] == chosen]] = True
    return found


def _shapes(connection: sqlite3.Connection, sql: str, values: dict[str, int | None] | None = None) -> Shapes:
    rows = connection.execute(sql, values or {}).fetchall()
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    names, ranks = tuple(str(row[1]) for row in rows), tuple(str(row[2]) for row in rows)
    return Shapes(ids, names, ranks, geopackage.decode([row[3] for row in rows]))


def cells(connection: sqlite3.Connection) -> Cells:
    """Grid cells with their villages and towns as they are today, in order of id."""
    found = list(packed.blocks(connection, "grid", CELL_COLUMNS, where="geom IS NOT NULL", rows=CELL_ROWS))
    ids, lengths, villages, towns = (packed.joined([packed.integers(block[column]) for block in found]) for column in (0, 2, 4, 5))
    for merged, today, town in merged_divisions(connection):
        towns[villages == merged] = town
        villages[villages == merged] = today
    names = tuple(name for block in found for name in packed.texts(block[3]))
    rings = decode_rings(b"".join(packed.octets(block[1]) for block in found), lengths)
    return Cells(ids, names, villages, towns, rings)


def extent_of_cells(connection: sqlite3.Connection) -> tuple[float, float, float, float] | None:
    """Smallest x, y, largest x, y of all cells, from the spatial index; None when there is no cell."""
    found = connection.execute("SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_grid_geom").fetchone()
    return None if found[0] is None else (found[0], found[1], found[2], found[3])


def houses_in_hazard(connection: sqlite3.Connection) -> NDArray[np.int64]:
    """Ids of the houses in any hazard area, each once."""
    return np.unique(packed.integers(connection.execute("SELECT group_concat(house_id) FROM house_hazard").fetchone()[0]))


def grid_of_houses(connection: sqlite3.Connection) -> dict[int, int]:
    """house id -> grid id, houses outside any grid left out."""
    return dict(connection.execute("SELECT id, grid_id FROM house WHERE grid_id IS NOT NULL").fetchall())
