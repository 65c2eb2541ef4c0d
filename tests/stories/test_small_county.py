"""Cards, unit figures, slots and hazard runs of a small made-up county, found again in plain SQL and shapely."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import shapely

from gisapp.domain.cards import PeopleCounts
from gisapp.domain.hazard import CountedAt
from gisapp.services.contacts.report_slots import report_slots
from gisapp.services.county.check_county import check_county
from gisapp.services.county.make_sample import make_small_county
from gisapp.services.families.choose_families import choose_families, find_unit
from gisapp.services.places.describe_grid import describe_grid, describe_unit
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.county import county_file
from gisapp.storage.hazards import hazards
from gisapp.storage.places import grids
from tests.builders import opened
from tests.unit.services import by_hand

DAY = date(2026, 7, 12)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("小") / "小县.gpkg"
    make_small_county(path)
    return path


@pytest.fixture(scope="module")
def connection(small: Path) -> Iterator[sqlite3.Connection]:
    with county_file.reading(small) as connection:
        yield connection


def by_plain_sql(connection: sqlite3.Connection, houses: str) -> PeopleCounts:
    """The figures of a card over the houses of a subquery, each counted by a query of its own."""

    def one(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    family = f"SELECT household_id FROM home WHERE to_date IS NULL AND role IN ('only', 'residence') AND house_id IN ({houses})"  # noqa: S608
    person = f"FROM resident WHERE left_on IS NULL AND household_id IN ({family})"
    relocated = f"FROM household WHERE relocated_on IS NOT NULL AND id IN ({family})"
    holders = "SELECT count(*) FROM (SELECT DISTINCT line, role FROM slot_holder s WHERE s.household_id = household.id)"
    return PeopleCounts(
        houses=one(f"SELECT count(*) FROM ({houses})"),
        households=one(f"SELECT count(DISTINCT household_id) FROM ({family})"),
        residents=one(f"SELECT count(*) {person}"),
        elderly=one(f"SELECT count(*) {person} AND birth_date <= '1961-07-12'"),
        children=one(f"SELECT count(*) {person} AND birth_date > '2020-07-12'"),
        disabled=one(f"SELECT count(*) {person} AND is_disabled"),
        relocated=one(f"SELECT count(*) {relocated}"),
        missing_slots=one(f"SELECT count(*) {relocated} AND ({holders}) < 6"),
        houses_in_hazard=one(f"SELECT count(*) FROM ({houses}) WHERE id IN (SELECT house_id FROM house_hazard)"),
    )


def test_every_grids_card_equals_plain_sql(connection: sqlite3.Connection) -> None:
    ids = [row[0] for row in connection.execute("SELECT id FROM grid")]
    assert len(ids) == 60
    for grid in ids:
        card = describe_grid(connection, grid, day=DAY)
        assert card.counts == by_plain_sql(connection, f"SELECT id FROM house WHERE grid_id = {grid}"), grid
        officer = connection.execute("SELECT contact_id FROM grid_post WHERE grid_id = ? AND to_date IS NULL", (grid,)).fetchone()
        assert (card.officer.id if card.officer else None) == (officer[0] if officer else None)


def test_every_units_figures_equal_plain_sql(connection: sqlite3.Connection) -> None:
    codes = [row[0] for row in connection.execute("SELECT code FROM division")]
    for code in codes:
        inside = f"SELECT id FROM division WHERE code LIKE '{code}%' OR '{code}' IN (SELECT code FROM division WHERE level = 'county')"  # noqa: S608
        houses = f"SELECT id FROM house WHERE grid_id IN (SELECT id FROM grid WHERE division_id IN ({inside}))"  # noqa: S608
        assert describe_unit(connection, find_unit(connection, code), day=DAY) == by_plain_sql(connection, houses), code
    site, name = connection.execute("SELECT id, name FROM settlement_site").fetchone()
    houses = f"SELECT id FROM house WHERE building_id IN (SELECT id FROM building WHERE site_id = {site})"  # noqa: S608
    assert describe_unit(connection, find_unit(connection, name), day=DAY) == by_plain_sql(connection, houses)


def test_the_cards_view_and_the_themes_say_the_same_as_the_cards(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT OGC_FID, houses, households, residents, relocated, houses_in_hazard FROM grid_card").fetchall()
    assert len(rows) == 60
    for grid, *figures in rows:
        counts = describe_grid(connection, grid, day=DAY).counts
        assert figures == [counts.houses, counts.households, counts.residents, counts.relocated, counts.houses_in_hazard]
        for theme, figure in (("households", counts.households), ("people", counts.residents), ("missing_slots", counts.missing_slots)):
            assert grids.figures(connection, theme).get(grid, 0) == figure


def test_the_slots_report_equals_asking_family_by_family(connection: sqlite3.Connection) -> None:
    families = [row[0] for row in connection.execute("SELECT id FROM household WHERE relocated_on IS NOT NULL")]
    missing: dict[str, int] = {}
    complete = 0
    for family in families:
        held = held_slots(connection, family)
        complete += len(held) == 6
        for slot in (f"{line}/{role}" for line in ("village", "community") for role in ("sponsor_cadre", "unit_cadre", "grid_officer")):
            missing[slot] = missing.get(slot, 0) + (slot not in held)
    report = report_slots(connection)
    assert (report.families, report.complete) == (len(families), complete)
    assert {slot.code: count for slot, count in report.missing} == missing
    assert 0 < complete < len(families)
    for slot, count in missing.items():
        assert len(choose_families(connection, f"missing={slot}")) == count


def held_slots(connection: sqlite3.Connection, family: int) -> set[str]:
    """Slots of one family from the tables alone: rows of today, else the officer of the grid of its home."""
    today = date.today().isoformat()
    rows = connection.execute("SELECT line, role, from_date, to_date FROM slot WHERE household_id = ?", (family,))
    held = {f"{line}/{role}" for line, role, start, end in rows if start <= today < (end or "9")}
    for home_role, house, former in connection.execute(
        "SELECT role, house_id, former_house_id FROM home WHERE household_id = ? AND to_date IS NULL", (family,)
    ):
        table, thing = ("house", house) if house else ("former_house", former)
        grid = connection.execute(f"SELECT grid_id FROM {table} WHERE id = ?", (thing,)).fetchone()[0]  # noqa: S608
        posts = connection.execute("SELECT from_date, to_date FROM grid_post WHERE grid_id = ?", (grid,)).fetchall()
        if any(start <= today < (end or "9") for start, end in posts):
            held.add({"origin": "village/grid_officer", "residence": "community/grid_officer"}[home_role])
    return held


@pytest.mark.parametrize("at", list(CountedAt))
def test_a_run_over_all_hazard_areas_equals_counting_by_hand(at: CountedAt, small: Path, tmp_path: Path) -> None:
    copy = tmp_path / "副本.gpkg"
    copy.write_bytes(small.read_bytes())
    with opened(copy) as db:
        areas = hazards.all_areas(db.conn)
        run, _ = find_affected(db, areas, who="甲", counted_at=at, day=DAY)
        assert run.totals == by_hand.answer(db.conn, areas, at_homes=at is CountedAt.HOMES, day=DAY)
        assert run.totals.total.households > 20
        stored = {row[0] for row in db.execute("SELECT DISTINCT house_id FROM house_hazard")}
        assert stored == {row[0] for row in db.execute("SELECT house_id FROM hazard_run_house")}


def test_grids_cover_the_county_and_the_check_is_content(connection: sqlite3.Connection) -> None:
    report = check_county(connection)
    assert report.is_ok, report.details
    cells = [shapely.from_wkb(row[0][40:]) for row in connection.execute("SELECT geom FROM grid")]
    county = shapely.from_wkb(connection.execute("SELECT geom FROM division WHERE level = 'county'").fetchone()[0][40:])
    assert sum(cell.area for cell in cells) == pytest.approx(county.area, rel=1e-9)
    assert shapely.union_all(cells).symmetric_difference(county).area < 1
