"""What GIS programs rely on in the county file: catalogue, blobs, indexes and references."""

from __future__ import annotations

import sqlite3

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.storage.county import geopackage


def faults(connection: sqlite3.Connection) -> list[str]:
    """Breaches of GeoPackage in plain words: ids, catalogue rows, geometry blobs, spatial index."""
    found: list[str] = []
    for pragma, expected in (("application_id", geopackage.APPLICATION_ID), ("user_version", geopackage.USER_VERSION)):
        if connection.execute(f"PRAGMA {pragma}").fetchone()[0] != expected:
            found.append(pragma)
    known = {row[0] for row in connection.execute("SELECT table_name FROM gpkg_geometry_columns")}
    found += [f"{table}: not registered" for table, _, _ in (*geopackage.LAYERS, *geopackage.CARD_VIEWS) if table not in known]
    for table, _, _ in geopackage.LAYERS:
        found += _layer_faults(connection, table)
    return found


def broken_references(connection: sqlite3.Connection) -> list[str]:
    """Rows that point at nothing."""
    return [f"{row[0]} {row[1]} -> {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]


def readable(connection: sqlite3.Connection, table: str) -> tuple[NDArray[np.int64], NDArray[np.object_]]:
    """(ids (n,), geometries (n,)) of every row of a layer, None where there is no geometry or a damaged one."""
    rows = connection.execute(f"SELECT id, coalesce(geom, x'') FROM \"{table}\" ORDER BY id").fetchall()
    ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    return ids, geopackage.decode_readable([bytes(row[1]) for row in rows])


def outline(connection: sqlite3.Connection) -> shapely.Geometry | None:
    """The county's own shape, None when there is none that can be read."""
    row = connection.execute("SELECT geom FROM division WHERE level = 'county' AND geom IS NOT NULL ORDER BY id LIMIT 1").fetchone()
    return geopackage.decode_readable([row[0]])[0] if row else None


def _layer_faults(connection: sqlite3.Connection, table: str) -> list[str]:
    ids, shapes = readable(connection, table)
    present = {row[0] for row in connection.execute(f'SELECT id FROM "{table}" WHERE geom IS NOT NULL')}
    damaged = present & set(ids[shapely.is_missing(shapes)].tolist())
    solid = set(ids[~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)].tolist())
    indexed = {row[0] for row in connection.execute(f'SELECT id FROM "rtree_{table}_geom"')}
    found = [f"{table} {row}: damaged geometry" for row in sorted(damaged)]
    if solid - indexed or indexed - solid - damaged:
        found.append(f"{table}: {len(solid)} geometries, {len(indexed)} in the spatial index")
    return found
