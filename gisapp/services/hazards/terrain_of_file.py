"""The drainage of a file's heights that the county does not keep: prepared the first time, out of the user's cache from then on."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import shapely

from gisapp.language import current_language
from gisapp.services.hazards.prepare_drainage import METHOD, Cancelled, Ground, Progress, ground_from, ground_of, packed_drainage
from gisapp.services.hazards.read_terrain import around_county, read_terrain
from gisapp.services.places import ask_crs
from gisapp.spatial.neighbours import Go, asking
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.hazards import terrain
from gisapp.storage.hazards.prepared_terrain import PreparedTerrain, keep_prepared, read_prepared

READING = "cells of the file's own size on a square raster, version 1"
"""Changed whenever the same file would be read otherwise."""
BESIDE = (".aux.xml", ".msk", ".tfw", ".tifw", ".wld", ".prj")
"""What GDAL reads beside a GeoTIFF."""
PIECE = 4_000_000


def ground_of_file(
    connection: sqlite3.Connection, path: Path, *, source: SourceCrs | None = None, progress: Progress = None, cancelled: Cancelled = None
) -> tuple[Ground, tuple[str, ...]]:
    """The heights of a GeoTIFF around the county with their drainage, and what was odd about the file.

    Raises as ``read_terrain`` does; then, and when cancelled, nothing is kept.
    """
    go = asking(cancelled)
    key = _key(connection, path, source, go)
    kept = read_prepared(key, go=go) if key else None
    if kept is not None:
        return ground_from(connection, kept.terrain, kept.drainage), kept.told
    found, told = read_terrain(connection, path, source=source, progress=progress, cancelled=cancelled)
    made = ground_of(connection, found, progress=progress, cancelled=cancelled)
    if key:
        keep_prepared(key, PreparedTerrain(found, packed_drainage(made), told), go=go)
    return made, told


def _key(connection: sqlite3.Connection, path: Path, source: SourceCrs | None, go: Go) -> str:
    """The same for the same content, read in the same way, under the same county and waterways; "" for a file that cannot be read."""
    county = ask_crs.Ground(connection)
    outline = b"" if county.outline is None else shapely.to_wkb(county.outline)
    said = (METHOD, READING, path.name, current_language(), source, county.epsg, around_county(connection))
    digest = hashlib.sha256(repr(said).encode())
    for part in (outline, *terrain.waterway_shapes(connection)):
        digest.update(hashlib.sha256(part).digest())
    try:
        for one in (path, *sorted(other for other in path.parent.iterdir() if _is_beside(other, path))):
            digest.update(repr((one.name, one.stat().st_size)).encode())
            with one.open("rb") as file:
                while piece := file.read(PIECE):
                    go()
                    digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()


def _is_beside(other: Path, path: Path) -> bool:
    """Whether GDAL may read ``other`` with ``path``: the same name, another ending."""
    name = other.name.lower()
    return name.startswith(path.stem.lower()) and name.endswith(BESIDE) and other.is_file()
