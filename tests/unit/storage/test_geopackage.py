"""Geometry blobs and the spatial index that follows them."""
# ruff: noqa: S608

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gisapp.storage.county import geopackage
from tests.builders import EAST, EPSG, NORTH, box, opened

METRES = st.floats(-1e7, 1e7, allow_nan=False)


@given(arrays(np.float64, st.tuples(st.integers(0, 30), st.just(2)), elements=METRES))
def test_points_come_back_as_they_went(xy: np.ndarray) -> None:
    blobs = geopackage.encode_points(xy, EPSG)
    assert np.array_equal(geopackage.decode_points(blobs), xy)
    assert blobs == [geopackage.encode(shapely.Point(x, y), EPSG) for x, y in xy]


def test_a_point_blob_is_what_the_standard_says() -> None:
    blob = geopackage.encode(shapely.Point(1.5, -2.5), 4545)
    assert blob == b"GP\x00\x01" + struct.pack("<i", 4545) + struct.pack("<BIdd", 1, 1, 1.5, -2.5)
    assert len(blob) == 29


def test_a_polygon_is_stored_as_a_multipolygon_with_its_envelope() -> None:
    blob = geopackage.encode(shapely.box(1, 2, 3, 5), 4545)
    assert blob[:8] == b"GP\x00\x03" + struct.pack("<i", 4545)
    assert struct.unpack("<4d", blob[8:40]) == (1, 3, 2, 5)
    assert geopackage.decode([blob])[0] == shapely.MultiPolygon([shapely.box(1, 2, 3, 5)])
    assert geopackage.bounds_of(blob) == (1, 2, 3, 5)


def test_points_other_programs_wrote_with_an_envelope_or_big_endian_are_read() -> None:
    wkb = shapely.to_wkb(shapely.Point(7, 8), byte_order=0)
    with_envelope = struct.pack("<2sBBi4d", b"GP", 0, 0b011, EPSG, 7, 7, 8, 8) + shapely.to_wkb(shapely.Point(7, 8))
    big_endian = struct.pack(">2sBBi", b"GP", 0, 0b000, EPSG) + wkb
    ours = geopackage.encode(shapely.Point(7, 8), EPSG)
    assert len(big_endian) == len(ours)
    assert geopackage.decode_points([ours, with_envelope, big_endian]).tolist() == [[7, 8]] * 3
    assert [geopackage.bounds_of(blob) for blob in (ours, with_envelope, big_endian)] == [(7, 8, 7, 8)] * 3


def test_an_empty_geometry_has_no_bounds() -> None:
    for shape in (shapely.Point(), shapely.MultiPolygon()):
        blob = geopackage.encode(shape, EPSG)
        assert geopackage.bounds_of(blob) is None
        assert geopackage.decode([blob])[0].is_empty


@pytest.fixture
def connection(county: Path) -> Iterator[sqlite3.Connection]:
    with opened(county) as db:
        yield db.conn


def indexed(connection: sqlite3.Connection, table: str) -> dict[int, tuple[float, ...]]:
    return {row[0]: row[1:] for row in connection.execute(f"SELECT id, minx, miny, maxx, maxy FROM rtree_{table}_geom")}


def test_the_spatial_index_follows_insert_update_and_delete(connection: sqlite3.Connection) -> None:
    first, second = (geopackage.encode(box(x, 0, 100, 50), EPSG) for x in (0, 1000))
    insert = "INSERT INTO hazard_area (id, geom, uid, name, kind, level, source) VALUES (?, ?, ?, 'a', 'flood', 'red', '')"
    connection.execute(insert, (1, first, "a"))
    assert indexed(connection, "hazard_area") == {1: (EAST, NORTH, EAST + 100, NORTH + 50)}
    connection.execute("UPDATE hazard_area SET geom = ? WHERE id = 1", (second,))
    assert indexed(connection, "hazard_area") == {1: (EAST + 1000, NORTH, EAST + 1100, NORTH + 50)}
    connection.execute("UPDATE hazard_area SET geom = NULL WHERE id = 1")
    assert indexed(connection, "hazard_area") == {}
    connection.execute("UPDATE hazard_area SET geom = ? WHERE id = 1", (geopackage.encode(shapely.MultiPolygon(), EPSG),))
    assert indexed(connection, "hazard_area") == {}
    connection.execute("UPDATE hazard_area SET geom = ? WHERE id = 1", (first,))
    connection.execute("UPDATE hazard_area SET id = 7 WHERE id = 1")
    assert indexed(connection, "hazard_area") == {7: (EAST, NORTH, EAST + 100, NORTH + 50)}
    connection.execute(insert, (8, None, "b"))
    connection.execute("DELETE FROM hazard_area")
    assert indexed(connection, "hazard_area") == {}


@pytest.mark.parametrize("table", [table for table, _, _ in geopackage.LAYERS])
def test_every_layer_is_indexed_row_for_row(table: str, connection: sqlite3.Connection) -> None:
    ids = {row[0] for row in connection.execute(f"SELECT id FROM {table} WHERE geom IS NOT NULL")}
    assert set(indexed(connection, table)) == ids


def test_the_index_holds_every_point_of_houses_though_it_rounds(connection: sqlite3.Connection) -> None:
    boxes = indexed(connection, "house")
    for house, blob in connection.execute("SELECT id, geom FROM house"):
        x, y = geopackage.decode_points([blob])[0]
        assert boxes[house][0] <= x <= boxes[house][2]
        assert boxes[house][1] <= y <= boxes[house][3]
