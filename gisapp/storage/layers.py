"""Whole layers as arrays, for the map, the web map and every question asked of all homes at once."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.storage import geopackage


@dataclass(frozen=True, slots=True)
class Shapes:
    """One geometry table: ids (n,) int64, names, ranks and shapely geometries (n,) in the county's CRS."""

    ids: NDArray[np.int64]
    names: tuple[str, ...]
    ranks: tuple[str, ...]
    geometries: NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Points:
    """Points: ids (n,) int64, xy (n, 2) metres, and a small code (n,) uint8 whose meaning the reader gives."""

    ids: NDArray[np.int64]
    xy: NDArray[np.float64]
    codes: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Terrain:
    """Heights (rows, columns) int16 in metres, row 0 in the north; west, north, cell size in metres."""

    west: float
    north: float
    cell_m: float
    heights: NDArray[np.int16]


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


def safe_sites(connection: sqlite3.Connection) -> Shapes:
    """Safe sites; ranks are their capacities."""
    return _shapes(connection, "SELECT id, name, capacity, geom FROM safe_site WHERE geom IS NOT NULL ORDER BY id")


HOUSE_LIVED_IN, HOUSE_VACANT, HOUSE_TWO_ENDS = 0, 1, 2


def houses(connection: sqlite3.Connection) -> Points:
    """Every standing house; code HOUSE_LIVED_IN, HOUSE_VACANT, or HOUSE_TWO_ENDS (origin home still lived in)."""
    rows = connection.execute("SELECT id, geom FROM house WHERE geom IS NOT NULL ORDER BY id").fetchall()
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    codes = np.full(len(ids), HOUSE_VACANT, np.uint8)
    lived = connection.execute("SELECT DISTINCT house_id FROM home WHERE to_date IS NULL AND state = 'lived_in'").fetchall()
    two_ends = connection.execute(
        "SELECT DISTINCT house_id FROM home WHERE to_date IS NULL AND state = 'lived_in' AND role = 'origin'"
    ).fetchall()
    for found, code in ((lived, HOUSE_LIVED_IN), (two_ends, HOUSE_TWO_ENDS)):
        wanted = np.fromiter((row[0] for row in found), np.int64, len(found))
        codes[np.isin(ids, wanted)] = code
    return Points(ids, geopackage.decode_points([row[1] for row in rows]), codes)


def terrain(connection: sqlite3.Connection) -> Terrain | None:
    """The county's heights, when it has any."""
    row = connection.execute("SELECT west, north, cell_m, row_count, column_count, heights FROM terrain ORDER BY id LIMIT 1").fetchone()
    if row is None:
        return None
    heights = np.frombuffer(zlib.decompress(row[5]), "<i2").reshape(row[3], row[4])
    return Terrain(row[0], row[1], row[2], heights)


def _shapes(connection: sqlite3.Connection, sql: str) -> Shapes:
    rows = connection.execute(sql).fetchall()
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    names, ranks = tuple(str(row[1]) for row in rows), tuple(str(row[2]) for row in rows)
    return Shapes(ids, names, ranks, geopackage.decode([row[3] for row in rows]))


def groups_of_grids(connection: sqlite3.Connection) -> tuple[list[int], list[int]]:
    """The village and the town of each cell, in the order of ``grids``."""
    rows = connection.execute(
        "SELECT g.division_id, coalesce(d.parent_id, 0) FROM grid g JOIN division d ON d.id = g.division_id"
        " WHERE g.geom IS NOT NULL ORDER BY g.id"
    ).fetchall()
    return [row[0] for row in rows], [row[1] for row in rows]


def houses_in_hazard(connection: sqlite3.Connection) -> NDArray[np.int64]:
    """Ids of the houses in any hazard area."""
    rows = connection.execute("SELECT DISTINCT house_id FROM house_hazard").fetchall()
    return np.fromiter((row[0] for row in rows), np.int64, len(rows))


def grid_of_houses(connection: sqlite3.Connection) -> dict[int, int]:
    """house id -> grid id, houses outside any grid left out."""
    return dict(connection.execute("SELECT id, grid_id FROM house WHERE grid_id IS NOT NULL").fetchall())
