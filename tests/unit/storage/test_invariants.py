"""What the database itself refuses, whoever writes."""
# ruff: noqa: S608

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import ALONE, COMPLETE, TWO_ENDS, opened


@pytest.fixture
def connection(county: Path) -> Iterator[sqlite3.Connection]:
    with opened(county) as db:
        yield db.conn


def refused(connection: sqlite3.Connection, sql: str, *values: object, because: str) -> None:
    before = connection.total_changes
    with pytest.raises(sqlite3.IntegrityError, match=because):
        connection.execute(sql, values)
    assert connection.total_changes == before


POST = "INSERT INTO grid_post (uid, grid_id, contact_id, from_date, to_date) VALUES ('x', 1, 2, ?, ?)"
SLOT = (
    "INSERT INTO slot (uid, household_id, line, role, contact_id, from_date, to_date) VALUES ('x', ?, 'village', 'sponsor_cadre', 5, ?, ?)"
)


def test_a_second_active_officer_of_a_grid(connection: sqlite3.Connection) -> None:
    refused(connection, POST, "2026-01-01", None, because="one officer per grid and day")


def test_a_former_officer_whose_days_overlap(connection: sqlite3.Connection) -> None:
    refused(connection, POST, "2020-06-01", "2021-01-02", because="one officer per grid and day")
    connection.execute(POST, ("2020-06-01", "2021-01-01"))


def test_moving_an_officers_days_over_anothers(connection: sqlite3.Connection) -> None:
    connection.execute(POST, ("2020-06-01", "2021-01-01"))
    refused(connection, "UPDATE grid_post SET to_date = '2021-01-02' WHERE uid = 'x'", because="one officer per grid and day")
    refused(connection, "UPDATE grid_post SET from_date = '2020-12-31' WHERE id = 1", because="one officer per grid and day")
    connection.execute("UPDATE grid_post SET to_date = '2020-12-31' WHERE uid = 'x'")


def test_an_officer_moved_onto_a_grid_that_has_one(connection: sqlite3.Connection) -> None:
    refused(connection, "UPDATE grid_post SET grid_id = 2 WHERE id = 1", because="one officer per grid and day")


@pytest.mark.parametrize(
    ("start", "end"), [("2026-01-01", None), ("2020-01-01", None), ("2020-01-01", "2021-01-02"), ("2025-01-01", "2025-01-02")]
)
def test_two_holders_of_a_slot_on_one_day(start: str, end: str | None, connection: sqlite3.Connection) -> None:
    refused(connection, SLOT, COMPLETE, start, end, because="one holder per slot and day")


def test_one_holder_may_follow_another_on_the_same_day(connection: sqlite3.Connection) -> None:
    connection.execute(SLOT, (COMPLETE, "2020-01-01", "2021-01-01"))
    connection.execute("UPDATE slot SET to_date = '2026-01-01' WHERE id = 1")
    connection.execute(SLOT.replace("'x'", "'y'"), (COMPLETE, "2026-01-01", None))


def test_an_update_that_makes_two_holders_of_a_slot_on_one_day(connection: sqlite3.Connection) -> None:
    connection.execute(SLOT, (COMPLETE, "2020-01-01", "2021-01-01"))
    for change in ("to_date = NULL", "to_date = '2021-01-02'", "from_date = '2021-06-01', to_date = '2021-07-01'"):
        refused(connection, f"UPDATE slot SET {change} WHERE uid = 'x'", because="one holder per slot and day")
    connection.execute(SLOT.replace("'x'", "'y'"), (TWO_ENDS, "2020-01-01", None))
    refused(connection, f"UPDATE slot SET household_id = {COMPLETE} WHERE uid = 'y'", because="one holder per slot and day")


@pytest.mark.parametrize("table", ["grid_post", "slot", "home"])
def test_a_fact_that_ends_before_it_begins(table: str, connection: sqlite3.Connection) -> None:
    for day in ("2021-01-01", "2020-12-31"):
        refused(connection, f"UPDATE {table} SET to_date = '{day}' WHERE id = 1", because="CHECK")


@pytest.mark.parametrize("day", ["2026-7-1", "01.07.2026", "", "2026-07-011"])
def test_a_date_that_is_no_iso_date(day: str, connection: sqlite3.Connection) -> None:
    refused(connection, "UPDATE resident SET birth_date = ? WHERE id = 1", day, because="CHECK")


def test_an_id_number_twice(connection: sqlite3.Connection) -> None:
    refused(connection, "UPDATE resident SET id_number = (SELECT id_number FROM resident WHERE id = 2) WHERE id = 1", because="id_number")


def test_people_without_an_id_number_do_not_collide(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE resident SET id_number = NULL")


def test_a_second_head_of_a_family(connection: sqlite3.Connection) -> None:
    refused(connection, "UPDATE resident SET relation = 'head' WHERE id = 3", because="UNIQUE")


def test_a_new_head_after_the_old_one_left(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE resident SET left_on = '2026-01-01' WHERE id = 2")
    connection.execute("UPDATE resident SET relation = 'head' WHERE id = 3")


def test_a_second_current_home_in_the_same_role(connection: sqlite3.Connection) -> None:
    sql = "INSERT INTO home (uid, household_id, house_id, role, state, from_date) VALUES ('x', ?, 8, 'only', 'lived_in', '2026-01-01')"
    refused(connection, sql, ALONE, because="UNIQUE")


@pytest.mark.parametrize(
    ("columns", "values"),
    [
        ("house_id, former_house_id, state", "1, 1, 'lost'"),
        ("house_id, former_house_id, state", "NULL, NULL, 'vacant'"),
        ("house_id, former_house_id, state", "1, NULL, 'lost'"),
        ("house_id, former_house_id, state", "NULL, 1, 'lived_in'"),
    ],
)
def test_a_home_that_both_stands_and_is_gone(columns: str, values: str, connection: sqlite3.Connection) -> None:
    sql = f"INSERT INTO home (uid, household_id, role, from_date, {columns}) VALUES ('x', {ALONE}, 'origin', '2026-01-01', {values})"
    refused(connection, sql, because="CHECK")


def test_a_relocated_family_without_an_origin_village(connection: sqlite3.Connection) -> None:
    refused(connection, f"UPDATE household SET relocated_on = '2026-01-01' WHERE id = {ALONE}", because="CHECK")


def test_the_same_room_twice_in_one_building(connection: sqlite3.Connection) -> None:
    refused(connection, "UPDATE house SET unit = 1, floor = 1, room = '101' WHERE id = 6", because="UNIQUE")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("division", "level", "hamlet"),
        ("home", "role", "summer"),
        ("home", "state", "flooded"),
        ("resident", "relation", "neighbour"),
        ("resident", "sex", "x"),
        ("contact", "role", "mayor"),
        ("slot", "line", "county"),
        ("slot", "role", "mayor"),
    ],
)
def test_a_word_that_is_not_in_the_glossary(table: str, column: str, value: str, connection: sqlite3.Connection) -> None:
    refused(connection, f"UPDATE {table} SET {column} = ? WHERE id = 1", value, because="CHECK")


@pytest.mark.parametrize(
    "table", ["division", "grid", "house", "former_house", "household", "home", "resident", "contact", "grid_post", "slot", "safe_site"]
)
def test_a_fact_without_or_with_anothers_uid(table: str, connection: sqlite3.Connection) -> None:
    refused(connection, f"UPDATE {table} SET uid = NULL WHERE id = 1", because="NOT NULL")
    if connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 1:
        refused(connection, f"UPDATE {table} SET uid = (SELECT uid FROM {table} WHERE id = 2) WHERE id = 1", because="UNIQUE")


def test_every_table_of_facts_carries_a_uid(connection: sqlite3.Connection) -> None:
    without = (
        "setting", "lead_rule", "schema_migration", "history_row", "house_hazard", "house_footprint", "roll_call_run", "photo",
        "safe_site_keeper", "terrain_drainage", "hazard_area_ground",
    )  # fmt: skip
    tables = [
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_%card%' ESCAPE '\\'")
    ]
    facts = [
        name
        for name in tables
        if not name.startswith(("gpkg_", "rtree_", "sqlite_", "search_index", "hazard_run_", "site_allocation_", "grid_card", "home_card"))
    ]
    missing = [name for name in facts if "uid" not in {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}]
    assert sorted(missing) == sorted(without)
