"""Polygons of the county file as flat arrays, without a Python object for each: the map's quickest way to its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.storage.county import geopackage

HEADER_BYTES = 62
VERTEX_BYTES = 16
HEADER = np.dtype([("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("srs_id", "<i4"), ("envelope", "<f8", 4),
                   ("order", "u1"), ("kind", "<u4"), ("polygons", "<u4"),
                   ("part_order", "u1"), ("part_kind", "<u4"), ("rings", "<u4"), ("vertices", "<u4")])  # fmt: skip
ENVELOPE_XY, LITTLE_ENDIAN = 0b0000_0011, 1
POLYGON, MULTIPOLYGON = 3, 6


@dataclass(frozen=True, slots=True, eq=False)
class Rings:
    """n polygons or multipolygons: ``coords`` float64 (v, 2) in the county's CRS, every ring closed; ``ring_offsets`` into coords;
    ``polygon_offsets`` into rings; ``feature_offsets`` (n + 1,) into polygons; ``bounds`` float64 (n, 4), NaN for an empty one."""

    coords: NDArray[np.float64]
    ring_offsets: NDArray[np.int64]
    polygon_offsets: NDArray[np.int64]
    feature_offsets: NDArray[np.int64]
    bounds: NDArray[np.float64]


def decode_rings(blobs: bytes, lengths: NDArray[np.int64]) -> Rings:
    """GeoPackage blobs of the given ``lengths`` (n,), one behind the other, as rings.

    Cells of one ring each, as most are, take 2 ms for 4,386; one that is otherwise sends all through shapely (40 ms).
    """
    plain = _plain_headers(blobs, lengths)
    if plain is None:
        ends = np.cumsum(lengths)
        return _through_shapely([blobs[end - length : end] for end, length in zip(ends.tolist(), lengths.tolist(), strict=True)])
    is_vertex = np.ones(len(blobs), bool)
    is_vertex[_header_places(lengths)] = False
    coords = np.frombuffer(blobs, np.uint8)[is_vertex].view("<f8").reshape(-1, 2)
    each = np.arange(len(lengths) + 1)
    offsets = np.concatenate([[0], np.cumsum(plain["vertices"], dtype=np.int64)])
    low_x, high_x, low_y, high_y = plain["envelope"].T
    return Rings(coords, offsets, each, each, np.asfortranarray(np.column_stack((low_x, low_y, high_x, high_y))))


def _header_places(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each blob's header lies (n, HEADER_BYTES)."""
    return (np.cumsum(lengths) - lengths)[:, None] + np.arange(HEADER_BYTES)


def _plain_headers(blobs: bytes, lengths: NDArray[np.int64]) -> NDArray[np.void] | None:
    """The headers, when every blob is one polygon of one ring, little-endian and with its bounds; else None."""
    if not len(lengths) or lengths.min() < HEADER_BYTES:
        return None
    headers = np.frombuffer(blobs, np.uint8)[_header_places(lengths)].view(HEADER)[:, 0]
    expected = (
        ("flags", ENVELOPE_XY),
        ("order", LITTLE_ENDIAN),
        ("kind", MULTIPOLYGON),
        ("polygons", 1),
        ("part_order", LITTLE_ENDIAN),
        ("part_kind", POLYGON),
        ("rings", 1),
    )
    is_plain = all(bool((headers[name] == value).all()) for name, value in expected)
    fits = is_plain and bool((headers["vertices"].astype(np.int64) * VERTEX_BYTES + HEADER_BYTES == lengths).all())
    return headers if fits else None


def _through_shapely(blobs: Sequence[bytes]) -> Rings:
    """Any blobs at all; what is no polygon becomes an empty feature."""
    if not blobs:
        none = np.zeros(1, np.int64)
        return Rings(np.empty((0, 2)), none, none, none, np.empty((0, 4)))
    found = geopackage.decode(blobs)
    is_polygon = np.isin(shapely.get_type_id(found), (POLYGON, MULTIPOLYGON)) & ~shapely.is_empty(found)
    found[~is_polygon] = shapely.MultiPolygon()
    _, coords, offsets = shapely.to_ragged_array(found, include_z=False)
    rings, polygons = (np.asarray(part, np.int64) for part in offsets[:2])
    features = np.asarray(offsets[2], np.int64) if len(offsets) == 3 else np.arange(len(found) + 1)
    return Rings(coords, rings, polygons, features, np.asfortranarray(shapely.bounds(found)))
