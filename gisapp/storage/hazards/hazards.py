"""Hazard areas, and which houses lie in them (house_hazard, derived)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from json import dumps
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.ids import HazardId
from gisapp.storage.county import geopackage, settings


@dataclass(frozen=True, slots=True)
class HazardArea:
    """One hazard polygon in the county's CRS; ``id`` is None before it is saved.

    ``ground`` is where it says anything, its border included: a home elsewhere is neither in danger nor safe. None = everywhere.
    """

    id: HazardId | None
    name: str
    kind: HazardKind
    level: HazardLevel
    source: str
    valid_from: str | None
    valid_to: str | None
    geometry: shapely.Geometry
    ground: shapely.Geometry | None = None


_AREAS = (
    "SELECT id, name, kind, level, source, valid_from, valid_to, geom, g.shape FROM hazard_area"
    " LEFT JOIN hazard_area_ground g ON g.hazard_area_id = id WHERE geom IS NOT NULL AND "
)
_BY_NAME = " ORDER BY name, CASE level WHEN 'red' THEN 0 WHEN 'orange' THEN 1 WHEN 'yellow' THEN 2 ELSE 3 END, id"


def all_areas(connection: sqlite3.Connection, *, name: str | None = None) -> list[HazardArea]:
    """Every hazard area (or those of this name), in order of name and level."""
    return _read(connection.execute(f"{_AREAS}(:name IS NULL OR name = :name){_BY_NAME}", {"name": name}).fetchall())


def by_ids(connection: sqlite3.Connection, hazard_ids: Sequence[int]) -> list[HazardArea]:
    """The areas of these ids that are still there, in order of name and level."""
    wanted = (dumps([int(hazard) for hazard in hazard_ids]),)
    return _read(connection.execute(f"{_AREAS}id IN (SELECT value FROM json_each(?)){_BY_NAME}", wanted).fetchall())


def _read(rows: Sequence[tuple[Any, ...]]) -> list[HazardArea]:
    shapes = geopackage.decode([row[7] for row in rows])
    return [
        HazardArea(HazardId(r[0]), r[1], HazardKind(r[2]), HazardLevel(r[3]), r[4], r[5], r[6], shape, ground_from(r[8]))
        for r, shape in zip(rows, shapes, strict=True)
    ]


def ground_from(blob: bytes | None) -> shapely.Geometry | None:
    """The ground of an area out of its column."""
    return None if blob is None else geopackage.decode([blob])[0]


def times(connection: sqlite3.Connection) -> dict[int, tuple[str | None, str | None]]:
    """id -> (from, to) of the areas that hold for a time only."""
    rows = connection.execute(
        "SELECT id, valid_from, valid_to FROM hazard_area WHERE valid_from IS NOT NULL OR valid_to IS NOT NULL"
    ).fetchall()
    return {row[0]: (row[1], row[2]) for row in rows}


def sources(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """(name, source) of the areas, each pair once, in order of name."""
    return [(row[0], row[1]) for row in connection.execute("SELECT DISTINCT name, source FROM hazard_area ORDER BY name, source")]


def insert(
    connection: sqlite3.Connection, areas: Sequence[HazardArea], uids: Sequence[str], *, each: Callable[[], None] | None = None
) -> list[int]:
    """Write new areas and return their ids; house_hazard is refreshed for them. ``each`` is called for every area and may raise."""
    srs_id = settings.crs(connection)
    ids: list[int] = []
    for a, uid in zip(areas, uids, strict=True):
        if each is not None:
            each()
        done = connection.execute(
            "INSERT INTO hazard_area (geom, uid, name, kind, level, source, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (geopackage.encode(a.geometry, srs_id), uid, a.name, a.kind, a.level, a.source, a.valid_from, a.valid_to),
        )
        ids.append(int(done.lastrowid or 0))
        if a.ground is not None:
            connection.execute(
                "INSERT INTO hazard_area_ground (hazard_area_id, shape) VALUES (?, ?)", (ids[-1], geopackage.encode(a.ground, srs_id))
            )
        refresh_houses(connection, ids[-1:])
    return ids


def update(connection: sqlite3.Connection, areas: Sequence[HazardArea], *, each: Callable[[], None] | None = None) -> None:
    """Write saved areas anew by their ids; house_hazard is refreshed for them. ``each`` is called for every area and may raise."""
    srs_id = settings.crs(connection)
    for a in areas:
        if each is not None:
            each()
        connection.execute(
            "UPDATE hazard_area SET geom = ?, name = ?, kind = ?, level = ?, source = ?, valid_from = ?, valid_to = ? WHERE id = ?",
            (geopackage.encode(a.geometry, srs_id), a.name, a.kind, a.level, a.source, a.valid_from, a.valid_to, a.id),
        )
        refresh_houses(connection, [int(a.id or 0)])


def delete(connection: sqlite3.Connection, hazard_ids: Iterable[int]) -> None:
    """Remove areas; house_hazard follows by its foreign key."""
    connection.executemany("DELETE FROM hazard_area WHERE id = ?", [(hazard,) for hazard in hazard_ids])


def refresh_houses(connection: sqlite3.Connection, hazard_ids: Iterable[int]) -> None:
    """Write house_hazard anew for these areas: a house on the border counts as inside."""
    for hazard in hazard_ids:
        connection.execute("DELETE FROM house_hazard WHERE hazard_area_id = ?", (hazard,))
        row = connection.execute("SELECT geom FROM hazard_area WHERE id = ?", (hazard,)).fetchone()
        if row is None or row[0] is None:
            continue
        shape = geopackage.decode([row[0]])[0]
        ids, xy = _points_within(connection, shape.bounds)
        shapely.prepare(shape)
        inside = ids[shapely.intersects_xy(shape, xy)]
        connection.executemany("INSERT INTO house_hazard VALUES (?, ?)", [(int(house), hazard) for house in inside])


def _points_within(
    connection: sqlite3.Connection, bounds: tuple[float, float, float, float]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """(ids (n,), coordinates (n, 2) in metres) of the standing houses in ``bounds``, in order of id."""
    rows = connection.execute(
        "SELECT id, geom FROM house WHERE geom IS NOT NULL AND id IN"
        " (SELECT id FROM rtree_house_geom WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?) ORDER BY id",
        (bounds[0], bounds[2], bounds[1], bounds[3]),
    ).fetchall()
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    return ids, geopackage.decode_points([row[1] for row in rows])


def names_at_houses(connection: sqlite3.Connection, house_ids: Sequence[int]) -> list[tuple[int, str, str]]:
    """(house id, hazard name, level) of these houses, most severe first."""
    rows = connection.execute(
        "SELECT x.house_id, a.name, a.level FROM house_hazard x JOIN hazard_area a ON a.id = x.hazard_area_id"
        " WHERE x.house_id IN (SELECT value FROM json_each(?))"
        " ORDER BY CASE a.level WHEN 'red' THEN 0 WHEN 'orange' THEN 1 WHEN 'yellow' THEN 2 ELSE 3 END, a.name",
        (dumps(list(house_ids)),),
    )
    return [(row[0], row[1], row[2]) for row in rows]
