"""GeoPackage geometry and registration: the part of the county file that GIS programs read.

Blobs follow OGC 12-128r19 (GeoPackage 1.4), clause 2.1.3: magic, flags, srs_id, envelope, WKB.
Points carry no envelope (29 bytes, so that arrays decode them at once); all else carries XY.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.errors import BadFile
from gisapp.language import tr

APPLICATION_ID = 0x47504B47
USER_VERSION = 10_400
POINT_BLOB = np.dtype([("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("srs_id", "<i4"),
                       ("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])  # fmt: skip
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)

LAYERS = (
    ("division", "MULTIPOLYGON", "行政区划"),
    ("settlement_site", "POINT", "安置点"),
    ("grid", "MULTIPOLYGON", "网格"),
    ("house", "POINT", "房屋"),
    ("former_house", "POINT", "已灭失房屋"),
    ("hazard_area", "MULTIPOLYGON", "风险区"),
    ("safe_site", "POINT", "避险点"),
    ("waterway", "MULTILINESTRING", "河流"),
    ("road", "MULTILINESTRING", "道路"),
)
CARD_VIEWS = (
    ("grid_card", "MULTIPOLYGON", "网格卡片（网格员与人数）"),
    ("home_card", "POINT", "住房卡片（户与双线主责，已脱敏）"),
)
RTREE_DEFINITION = "http://www.geopackage.org/spec120/#extension_rtree"


def encode(geometry: shapely.Geometry, srs_id: int) -> bytes:
    """One GeoPackage blob; polygons and lines are stored as their multi-part kind."""
    if geometry.is_empty:
        return struct.pack("<2sBBi", b"GP", 0, 0b0001_0001, srs_id) + bytes(shapely.to_wkb(geometry, byte_order=1))
    if geometry.geom_type == "Point":
        return struct.pack("<2sBBi", b"GP", 0, 0b0000_0001, srs_id) + bytes(shapely.to_wkb(geometry, byte_order=1))
    if geometry.geom_type == "Polygon":
        geometry = shapely.multipolygons([geometry])
    elif geometry.geom_type == "LineString":
        geometry = shapely.multilinestrings([geometry])
    min_x, min_y, max_x, max_y = geometry.bounds
    header = struct.pack("<2sBBi4d", b"GP", 0, 0b0000_0011, srs_id, min_x, max_x, min_y, max_y)
    return header + bytes(shapely.to_wkb(geometry, byte_order=1))


def encode_points(xy: NDArray[np.float64], srs_id: int) -> list[bytes]:
    """Blobs of ``xy`` (n, 2) in metres, in order."""
    rows = np.zeros(len(xy), POINT_BLOB)
    rows["magic"], rows["flags"], rows["srs_id"] = b"GP", 1, srs_id
    rows["order"], rows["type"] = 1, 1
    rows["x"], rows["y"] = xy[:, 0], xy[:, 1]
    packed, size = rows.tobytes(), POINT_BLOB.itemsize
    return [packed[at : at + size] for at in range(0, len(packed), size)]


def decode_points(blobs: Sequence[bytes]) -> NDArray[np.float64]:
    """(n, 2) coordinates of point blobs; blobs with an envelope (other programs' edits) too."""
    joined = b"".join(blobs)
    if len(joined) == len(blobs) * POINT_BLOB.itemsize:
        rows = np.frombuffer(joined, POINT_BLOB)
        if bool(np.all(rows["flags"] == 1)):
            return np.column_stack((rows["x"], rows["y"])) if len(rows) else np.empty((0, 2))
    points = decode(blobs)
    return np.column_stack((shapely.get_x(points), shapely.get_y(points)))


def decode(blobs: Iterable[bytes]) -> NDArray[np.object_]:
    """Shapely geometries of GeoPackage blobs of any kind and byte order; raises BadFile when one is damaged."""
    blobs = list(blobs)
    shapes = decode_readable(blobs)
    if shapely.is_missing(shapes).any():
        raise BadFile(tr("县文件里有损坏的图形。"), tr("请运行 gisapp check 查看是哪一个，或改用备份。"))
    return shapes


def decode_readable(blobs: Iterable[bytes]) -> NDArray[np.object_]:
    """``decode`` that gives None for a damaged blob."""
    wkb = [_wkb(blob) for blob in blobs]
    return np.asarray(shapely.from_wkb(wkb, on_invalid="ignore"), dtype=object) if wkb else np.empty(0, dtype=object)


def _wkb(blob: bytes) -> bytes:
    if len(blob) < 8 or blob[:2] != b"GP":
        return b""
    envelope = blob[3] >> 1 & 0b111
    return blob[8 + _ENVELOPE_BYTES[envelope] :] if envelope < len(_ENVELOPE_BYTES) else b""


def bounds_of(blob: bytes) -> tuple[float, float, float, float] | None:
    """(min_x, min_y, max_x, max_y) of a blob, None when it is empty or damaged."""
    if len(blob) < 8 or blob[3] & 0b0001_0000:
        return None
    if (blob[3] >> 1) & 0b111 and blob[3] & 1 and len(blob) >= 40:
        min_x, max_x, min_y, max_y = struct.unpack_from("<4d", blob, 8)
        return min_x, min_y, max_x, max_y
    if len(blob) == POINT_BLOB.itemsize and blob[3] == 1:
        x, y = struct.unpack_from("<2d", blob, 13)
        return x, y, x, y
    geometry = decode_readable([blob])[0]
    return None if geometry is None or geometry.is_empty else geometry.bounds


def register_functions(connection: sqlite3.Connection) -> None:
    """Give ``connection`` the five ST_ functions that GeoPackage R-tree triggers call."""

    def side(index: int) -> Any:
        def value(blob: bytes | None) -> float | None:
            bounds = bounds_of(blob) if blob else None
            return bounds[index] if bounds else None

        return value

    connection.create_function("ST_IsEmpty", 1, lambda b: None if b is None else int(bounds_of(b) is None), deterministic=True)
    for index, name in enumerate(("ST_MinX", "ST_MinY", "ST_MaxX", "ST_MaxY")):
        connection.create_function(name, 1, side(index), deterministic=True)


def register_layers(connection: sqlite3.Connection, *, srs_id: int, srs_name: str, srs_wkt: str) -> None:
    """Enter the county's CRS, every geometry table and card view into the GeoPackage catalogue."""
    execute = connection.execute
    execute("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)", (srs_name, srs_id, srs_id, srs_wkt))
    for table, kind, title in (*LAYERS, *CARD_VIEWS):
        execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, 'features', ?, ?, ?)",
            (table, table, title, srs_id),
        )
        execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", (table, kind, srs_id))
    for table, _, _ in LAYERS:
        execute("INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')", (table, RTREE_DEFINITION))
    execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES ('building', 'attributes', 'building', '安置点楼栋')"
    )


def refresh_extents(connection: sqlite3.Connection) -> None:
    """Write each layer's bounding box into gpkg_contents (from the spatial index; views follow their table)."""
    for table, _, _ in LAYERS:
        box = connection.execute(f'SELECT min(minx), min(miny), max(maxx), max(maxy) FROM "rtree_{table}_geom"').fetchone()
        targets = [table, *(view for view, base in (("grid_card", "grid"), ("home_card", "house")) if base == table)]
        for target in targets:
            connection.execute(
                "UPDATE gpkg_contents SET min_x = ?1, min_y = ?2, max_x = ?3, max_y = ?4"
                " WHERE table_name = ?5 AND (min_x, min_y, max_x, max_y) IS NOT (?1, ?2, ?3, ?4)",
                (*box, target),
            )
