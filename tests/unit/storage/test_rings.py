"""Cells as flat arrays: the quick way and the way through shapely give the same."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from gisapp.storage.county import geopackage
from gisapp.storage.places.rings import Rings, decode_rings

PLAIN = (shapely.box(0, 0, 1, 1), shapely.Point(5, 5).buffer(2), shapely.Polygon([(9, 9), (10, 9), (9, 11)]))
HOLED = shapely.Point(0, 0).buffer(5).difference(shapely.Point(0, 0).buffer(2))
PARTS = shapely.union_all([shapely.box(10, 10, 11, 11), shapely.box(20, 20, 21, 21)])


def decoded(blobs: list[bytes]) -> Rings:
    return decode_rings(b"".join(blobs), np.array([len(blob) for blob in blobs], np.int64))


def encoded(*shapes: shapely.Geometry) -> list[bytes]:
    return [geopackage.encode(shape, 4545) for shape in shapes]


def geometry(rings: Rings) -> list[shapely.Geometry]:
    offsets = (rings.ring_offsets, rings.polygon_offsets, rings.feature_offsets)
    return list(shapely.from_ragged_array(shapely.GeometryType.MULTIPOLYGON, rings.coords, offsets))


def test_plain_cells_come_back_vertex_for_vertex() -> None:
    rings = decoded(encoded(*PLAIN))
    assert shapely.equals_exact(geometry(rings), [shapely.MultiPolygon([shape]) for shape in PLAIN]).all()
    assert np.array_equal(rings.bounds, shapely.bounds(PLAIN))


@pytest.mark.parametrize("other", [HOLED, PARTS], ids=["hole", "parts"])
def test_one_cell_with_a_hole_or_parts_changes_nothing_for_its_neighbours(other: shapely.Geometry) -> None:
    shapes = [*PLAIN, other]
    rings = decoded(encoded(*shapes))
    assert shapely.equals(geometry(rings), shapes).all()
    assert np.array_equal(rings.bounds, shapely.bounds(shapes))


def test_what_other_programs_write_is_read_too() -> None:
    big_endian = b"GP\x00\x01" + (4545).to_bytes(4, "little") + shapely.to_wkb(PLAIN[1], byte_order=0)
    assert shapely.equals(geometry(decoded([*encoded(PLAIN[0]), big_endian])), PLAIN[:2]).all()


def test_what_is_no_polygon_keeps_its_place_empty() -> None:
    rings = decoded(encoded(PLAIN[0], shapely.LineString([(0, 0), (1, 1)]), shapely.Polygon(), PLAIN[1]))
    assert shapely.is_empty(geometry(rings)).tolist() == [False, True, True, False]


def test_no_cells_are_no_rings() -> None:
    rings = decode_rings(b"", np.empty(0, np.int64))
    assert len(rings.coords) == 0
    assert rings.feature_offsets.tolist() == [0]
