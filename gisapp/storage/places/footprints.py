"""Outlines of houses, where somebody has drawn them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.storage.county import geopackage, settings


def all_footprints(connection: sqlite3.Connection) -> tuple[NDArray[np.int64], NDArray[np.object_]]:
    """(house ids (n,), outlines (n,) in the county's CRS) in order of id."""
    rows = connection.execute("SELECT house_id, geom FROM house_footprint ORDER BY house_id").fetchall()
    return np.fromiter((row[0] for row in rows), np.int64, len(rows)), geopackage.decode([row[1] for row in rows])


def write(connection: sqlite3.Connection, outlines: Iterable[tuple[int, shapely.Geometry]]) -> None:
    """Give houses their outlines, in place of those they had (inside a recorded transaction)."""
    srs_id = settings.crs(connection)
    connection.executemany(
        "INSERT INTO house_footprint VALUES (?, ?) ON CONFLICT (house_id) DO UPDATE SET geom = excluded.geom",
        [(house, geopackage.encode(shape, srs_id)) for house, shape in outlines],
    )
