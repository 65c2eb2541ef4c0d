"""The check finds every planted fault, and nothing in a sound county."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import shapely
from sqlite_utils import Database

from gisapp.services.county.check_county import CheckReport, check_county
from gisapp.services.county.new_county import new_county
from gisapp.storage.county import county_file, geopackage
from tests.builders import EPSG, box, opened

SOUND = {
    "integrity": 0,
    "geopackage": 0,
    "foreign_keys": 0,
    "gaps": 0,
    "overlaps": 0,
    "homes_outside": 0,
    "grids_without_officer": 0,
    "grids_with_two_officers": 0,
    "families_missing_slots": 2,
}


def reshape(db: Database, grid: int, shape: shapely.Geometry | None) -> None:
    db.execute("UPDATE grid SET geom = ? WHERE id = ?", (None if shape is None else geopackage.encode(shape, EPSG), grid))


def gap(db: Database) -> None:
    reshape(db, 4, box(2000, 2000, 1999, 2000))


def hole(db: Database) -> None:
    reshape(db, 4, box(2000, 2000, 2000, 2000).difference(box(3500, 2500, 10, 10)))


def no_cell(db: Database) -> None:
    reshape(db, 4, None)


def overlap(db: Database) -> None:
    reshape(db, 4, box(1990, 2000, 2010, 2000))


def home_outside(db: Database) -> None:
    db.execute("UPDATE house SET geom = ? WHERE id = 8", (geopackage.encode(box(9000, 9000, 1, 1).centroid, EPSG),))


def home_without_point(db: Database) -> None:
    db.execute("UPDATE house SET geom = NULL WHERE id = 8")


def home_in_another_grid(db: Database) -> None:
    db.execute("UPDATE house SET grid_id = 1 WHERE id = 8")


def home_without_grid(db: Database) -> None:
    db.execute("UPDATE house SET grid_id = NULL WHERE id = 8")


def no_officer(db: Database) -> None:
    db.execute("DELETE FROM grid_post WHERE grid_id = 3")


def officer_whose_days_are_over(db: Database) -> None:
    db.execute("UPDATE grid_post SET to_date = '2022-01-01' WHERE grid_id = 3")


def two_officers(db: Database) -> None:
    for name in ("INDEX grid_post_one_active", "TRIGGER grid_post_one_officer_a_day_insert"):
        db.execute(f"DROP {name}")
    db.execute("INSERT INTO grid_post (uid, grid_id, contact_id, from_date) VALUES ('x', 3, 1, '2022-01-01')")


def dangling(db: Database) -> None:
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("UPDATE slot SET contact_id = 999 WHERE id IN (1, 2)")


def damaged_blob(db: Database) -> None:
    db.execute("DROP TRIGGER rtree_house_geom_update6")
    db.execute("UPDATE house SET geom = X'00112233' WHERE id = 8")


def truncated_blob(db: Database) -> None:
    db.execute("DROP TRIGGER rtree_grid_geom_update6")
    db.execute("UPDATE grid SET geom = substr(geom, 1, 60) WHERE id = 4")


def missing_from_the_index(db: Database) -> None:
    db.execute("DELETE FROM rtree_house_geom WHERE id = 8")


def unregistered(db: Database) -> None:
    db.execute("DELETE FROM gpkg_geometry_columns WHERE table_name = 'home_card'")


def wrong_version(db: Database) -> None:
    db.execute("PRAGMA user_version = 10200")


PLANTED: tuple[tuple[Callable[[Database], None], dict[str, int]], ...] = (
    (gap, {"gaps": 1}),
    (hole, {"gaps": 1}),
    (no_cell, {"gaps": 1, "homes_outside": 1}),
    (overlap, {"overlaps": 1}),
    (home_outside, {"homes_outside": 1}),
    (home_without_point, {"homes_outside": 1}),
    (home_in_another_grid, {"homes_outside": 1}),
    (home_without_grid, {"homes_outside": 1}),
    (no_officer, {"grids_without_officer": 1}),
    (officer_whose_days_are_over, {"grids_without_officer": 1}),
    (two_officers, {"grids_with_two_officers": 1}),
    (dangling, {"foreign_keys": 2}),
    (damaged_blob, {"geopackage": 1, "homes_outside": 1}),
    (truncated_blob, {"geopackage": 1, "gaps": 1, "homes_outside": 1}),
    (missing_from_the_index, {"geopackage": 1}),
    (unregistered, {"geopackage": 1}),
    (wrong_version, {"geopackage": 1}),
)


def checked(path: Path) -> CheckReport:
    with county_file.reading(path) as connection:
        return check_county(connection)


def test_a_sound_county_passes_though_slots_are_missing(made_county: Path) -> None:
    report = checked(made_county)
    assert dict(report.findings) == SOUND
    assert report.is_ok
    assert report.details == ()


@pytest.mark.parametrize(("plant", "found"), PLANTED, ids=[plant.__name__ for plant, _ in PLANTED])
def test_a_planted_fault_is_found_and_named(plant: Callable[[Database], None], found: dict[str, int], county: Path) -> None:
    with opened(county) as db:
        plant(db)
    report = checked(county)
    changed = {name: count for name, count in report.findings if count != SOUND[name] and name != "families_missing_slots"}
    assert changed == found
    assert not report.is_ok
    assert set(found) <= {name for name, _ in report.details}


def test_a_damaged_page_is_found(county: Path) -> None:
    with closing(sqlite3.connect(county)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'resident_household'").fetchone()[0]
    content = bytearray(county.read_bytes())
    content[(page - 1) * 4096 + 100 : page * 4096] = b"\xee" * (4096 - 100)
    county.write_bytes(content)
    report = checked(county)
    assert [name for name, _ in report.findings] == ["integrity"]
    assert dict(report.findings)["integrity"] > 0
    assert not report.is_ok


def test_an_empty_county_passes(tmp_path: Path) -> None:
    new_county(tmp_path / "空.gpkg", county="汉阴县", outline=None)
    assert checked(tmp_path / "空.gpkg").is_ok
