"""Columns written at once leave the file as if each row had gone through its triggers."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from gisapp.storage.county import bulk, county_file, geopackage
from tests.builders import EAST, EPSG, NORTH, opened, tiny_county

PLACES = np.array([[EAST + 10.0, NORTH + 20.0], [EAST + 3000.0, NORTH + 2500.0], [EAST + 40.0, NORTH + 3900.0]])


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return tiny_county(tmp_path / "小县.gpkg")


def new_houses() -> dict[str, bulk.Column]:
    return {
        "id": np.arange(101, 104), "geom": geopackage.encode_points(PLACES, EPSG), "uid": ["a", "b", "c"],
        "number": np.array(["新1号", "新2号", "新3号"]), "grid_id": [1, 4, None],
    }  # fmt: skip


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def test_points_reach_rows_and_spatial_index_and_the_schema_is_as_before(county: Path) -> None:
    with opened(county) as db:
        before = schema(db.conn)
        with county_file.transaction(db), bulk.loading(db.conn, ["house"]):
            assert bulk.fill(db.conn, "house", new_houses()) == 3
            bulk.index_points(db.conn, "house", [101, 102, 103], PLACES)
        assert schema(db.conn) == before
        found = db.conn.execute("SELECT id FROM rtree_house_geom WHERE minx > ? AND id > 100", (EAST + 1000,)).fetchall()
        assert found == [(102,)]
        blob = db.conn.execute("SELECT geom FROM house WHERE id = 103").fetchone()[0]
        assert geopackage.decode_points([blob]).tolist() == [PLACES[2].tolist()]


def test_triggers_work_again_afterwards(county: Path) -> None:
    with opened(county) as db:
        with county_file.transaction(db), bulk.loading(db.conn, ["house"]):
            bulk.fill(db.conn, "house", new_houses())
            bulk.index_points(db.conn, "house", [101, 102, 103], PLACES)
        db.conn.execute("DELETE FROM house WHERE id = 101")
        assert db.conn.execute("SELECT count(*) FROM rtree_house_geom WHERE id > 100").fetchone() == (2,)


def test_a_failure_brings_rows_triggers_and_indexes_back(county: Path) -> None:
    with opened(county) as db:
        before, houses = schema(db.conn), db["house"].count
        twice = {name: [*column, *column] for name, column in new_houses().items()}
        with pytest.raises(sqlite3.IntegrityError), county_file.transaction(db), bulk.loading(db.conn, ["house"]):
            bulk.fill(db.conn, "house", twice)
        assert schema(db.conn) == before
        assert db["house"].count == houses


def test_columns_of_different_length_are_refused(county: Path) -> None:
    with opened(county) as db, pytest.raises(ValueError, match="differ in length"):
        bulk.fill(db.conn, "house", {"id": [1, 2], "uid": ["x"]})


def test_boxes_enter_the_spatial_index(county: Path) -> None:
    with opened(county) as db:
        bulk.index_boxes(db.conn, "grid", [901], np.array([[1.0, 2.0, 3.0, 4.0]]))
        assert db.conn.execute("SELECT * FROM rtree_grid_geom WHERE id = 901").fetchone() == (901, 1.0, 3.0, 2.0, 4.0)


def test_a_reference_to_nothing_is_found_at_the_end(county: Path) -> None:
    with opened(county) as db, pytest.raises(sqlite3.IntegrityError, match="points to no row of grid"), bulk.private_file(db):
        bulk.fill(db.conn, "house", {**new_houses(), "grid_id": [1, 4, 999]})
