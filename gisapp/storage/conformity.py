"""What GIS programs rely on in the county file: catalogue, blobs, indexes and references."""

from __future__ import annotations

import sqlite3

from gisapp.storage import geopackage


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


def _layer_faults(connection: sqlite3.Connection, table: str) -> list[str]:
    found = []
    bad = connection.execute(f"SELECT count(*) FROM \"{table}\" WHERE geom IS NOT NULL AND substr(geom, 1, 2) <> X'4750'").fetchone()[0]
    if bad:
        found.append(f"{table}: {bad} geometries are no GeoPackage blobs")
    rows, indexed = connection.execute(
        f'SELECT (SELECT count(*) FROM "{table}" WHERE geom IS NOT NULL AND NOT ST_IsEmpty(geom)), (SELECT count(*) FROM "rtree_{table}_geom")'
    ).fetchone()
    if rows != indexed:
        found.append(f"{table}: {rows} geometries, {indexed} in the spatial index")
    return found
