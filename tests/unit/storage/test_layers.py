"""Whole layers: every house with its state, every cell with its village, however the table lies."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest
import shapely

from gisapp.storage.county import county_file, geopackage, packed
from gisapp.storage.places import layers
from tests import builders


@pytest.fixture
def made(made_county: Path):
    with county_file.reading(made_county) as connection:
        yield connection


def numbers(connection: sqlite3.Connection, *, rows: int) -> list[int]:
    return packed.joined(
        [packed.integers(block[0]) for block in packed.blocks(connection, "thing", ["group_concat(id)"], rows=rows)]
    ).tolist()


@pytest.mark.parametrize("rows", [1, 2, 3, 100])
def test_blocks_hold_every_row_once_in_order(rows: int) -> None:
    connection = sqlite3.connect(":memory:")
    ids = [-7, 1, 2, 3, 50, 51, 9_000, 2**62]
    connection.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO thing VALUES (?)", [(one,) for one in reversed(ids)])
    assert numbers(connection, rows=rows) == ids
    connection.execute("DELETE FROM thing")
    assert numbers(connection, rows=rows) == []


def test_a_house_is_vacant_lived_in_or_kept_by_a_two_ends_family(made: sqlite3.Connection) -> None:
    houses = layers.houses(made)
    codes = dict(zip(houses.ids.tolist(), houses.codes.tolist(), strict=True))
    assert [house for house, code in codes.items() if code == layers.HOUSE_VACANT] == [3, 8]
    assert [house for house, code in codes.items() if code == layers.HOUSE_TWO_ENDS] == [4]
    assert houses.xy[houses.ids == 8].tolist() == [[builders.EAST + 3000, builders.NORTH + 3000]]


def test_a_house_moved_by_another_program_is_found_where_it_put_it(county: Path) -> None:
    moved = shapely.Point(builders.EAST + 123, builders.NORTH + 456)
    envelope = np.array([moved.x, moved.x, moved.y, moved.y]).tobytes()
    blob = b"GP\x00\x03" + (builders.EPSG).to_bytes(4, "little") + envelope + shapely.to_wkb(moved, byte_order=1)
    with builders.opened(county) as db:
        db.execute("UPDATE house SET geom = ? WHERE id = 2", (blob,))
        houses = layers.houses(db.conn)
    assert houses.xy[houses.ids == 2].tolist() == [[moved.x, moved.y]]
    assert len(houses.ids) == 8


def test_cells_are_what_the_file_holds(made: sqlite3.Connection) -> None:
    cells, shapes = layers.cells(made), layers.grids(made)
    assert cells.ids.tolist() == shapes.ids.tolist()
    assert cells.names == shapes.names
    assert cells.villages.tolist() == [4, 5, 4, 5]
    assert cells.towns.tolist() == [2, 3, 2, 3]
    assert np.array_equal(cells.rings.bounds, shapely.bounds(shapes.geometries))
    assert layers.extent_of_cells(made) == pytest.approx(tuple(shapely.total_bounds(shapes.geometries)), abs=0.5)


def test_names_with_any_character_stay_with_their_cell(county: Path) -> None:
    odd = "a,b\"'\\\n\u2028网格\x1f"
    with builders.opened(county) as db:
        db.execute("UPDATE grid SET name = ? WHERE id = 2", (odd,))
        assert layers.cells(db.conn).names[1] == odd


def test_houses_in_a_hazard_are_each_named_once(county: Path) -> None:
    with builders.opened(county) as db:
        assert layers.houses_in_hazard(db.conn).tolist() == []
        for name in ("一", "二"):
            builders.add_hazard(db, builders.box(0, 0, 1000, 1000), name=name)
        assert sorted(layers.houses_in_hazard(db.conn).tolist()) == [1, 3]


def test_are_among_marks_what_is_chosen() -> None:
    ids = np.array([2, 4, 6], np.int64)
    assert layers.are_among(ids, np.array([4, 5, 9, 1, 6], np.int64)).tolist() == [False, True, True]
    assert layers.are_among(ids[:0], ids).tolist() == []
    assert layers.are_among(ids, ids[:0]).tolist() == [False] * 3


def test_points_of_an_empty_county_are_none(county: Path) -> None:
    with builders.opened(county) as db:
        for table in ("house_hazard", "home", "resident", "house", "former_house", "grid_post", "grid"):
            db.execute(f"DELETE FROM {table}")  # noqa: S608
        assert len(layers.houses(db.conn).ids) == 0
        assert len(layers.cells(db.conn).ids) == 0
        assert layers.extent_of_cells(db.conn) is None
        assert geopackage.decode_points([]).shape == (0, 2)
