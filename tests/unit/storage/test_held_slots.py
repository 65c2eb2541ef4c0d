"""Who holds what is read alike from the tables and from the view, however many families are asked for."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.domain.lines import SLOTS
from gisapp.storage.contacts import contact_book, held_slots, slots
from gisapp.storage.county import counts, county_file
from gisapp.storage.families import households
from gisapp.storage.places import grids
from tests.builders import BARE, COMPLETE, TWO_ENDS, opened

FAMILIES = (COMPLETE, TWO_ENDS, BARE)
DAYS = [(date.today() + timedelta(days=days)).isoformat() for days in (-400, -30, -1, 0, 1, 30)]
VIEW = "SELECT household_id, line || '/' || role, contact_id, source = 'hand' FROM slot_holder"
Told = set[tuple[int, str, int, bool]]

DATED = st.tuples(st.sampled_from(DAYS), st.one_of(st.none(), st.sampled_from(DAYS)))
SLOT_ROWS = st.lists(st.tuples(st.sampled_from(FAMILIES), st.sampled_from(SLOTS), st.integers(1, 10), DATED), max_size=12)
POST_ROWS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4), DATED), max_size=6)
HOMES = st.lists(st.tuples(st.sampled_from(FAMILIES), st.sampled_from(("origin", "residence")), st.integers(0, 8)), max_size=4)


def told(found: held_slots.Holdings) -> list[tuple[int, str, int, bool]]:
    columns = (found.families.tolist(), found.places.tolist(), found.contacts.tolist(), found.by_hand.tolist())
    return [(family, SLOTS[place].code, contact, by_hand) for family, place, contact, by_hand in zip(*columns, strict=True)]


def said(connection: sqlite3.Connection) -> Told:
    return {(row[0], row[1], row[2], bool(row[3])) for row in connection.execute(VIEW)}


def check(connection: sqlite3.Connection, asked: Sequence[int]) -> None:
    """Everything read from the tables about these families against the view."""
    every = said(connection)
    for chosen in (None, asked):
        found = told(held_slots.holdings(connection, chosen))
        assert len(found) == len(set(found))
        assert set(found) == {one for one in every if chosen is None or one[0] in chosen}
    filled = Counter(family for family, *_ in every)
    assert slots.filled(connection, asked) == {family: filled[family] for family in asked}
    relocated = set(households.relocated(connection))
    missing = {
        family: tuple(slot for slot in SLOTS if not any(one[:2] == (family, slot.code) for one in every))
        for family in sorted(relocated.intersection(asked))
    }
    assert dict(slots.incomplete(connection, asked)) == {family: empty for family, empty in missing.items() if empty}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slot_rows=SLOT_ROWS, posts=POST_ROWS, homes=HOMES, ended=st.sets(st.sampled_from(FAMILIES), max_size=1), few=st.integers(0, 3))
def test_whatever_the_dates_the_tables_say_what_the_view_says(
    county: Path, slot_rows: list[Any], posts: list[Any], homes: list[Any], ended: set[int], few: int
) -> None:
    with opened(county) as db, pytest.MonkeyPatch.context() as patch:
        patch.setattr(held_slots, "FEW", few)
        with suppress(InterruptedError), db.atomic():
            write(db, slot_rows, posts, homes, ended)
            check(db.conn, FAMILIES)
            check(db.conn, FAMILIES[:1])
            loads = Counter(contact for _, contact in {(one[0], one[2]) for one in said(db.conn) if one[0] not in ended})
            assert held_slots.families_of_contacts(db.conn) == loads
            assert {int(line.contact.id): line.families for line in contact_book.lines(db.conn) if line.families} == loads
            raise InterruptedError  # nothing of it stays


def write(db: Database, slot_rows: list[Any], posts: list[Any], homes: list[Any], ended: set[int]) -> None:
    """As much of it as the database allows."""
    for number, (family, slot, contact, (begin, end)) in enumerate(slot_rows):
        row = (f"s{number}", family, slot.line.value, slot.role.value, contact, begin, end)
        with suppress(sqlite3.IntegrityError):
            db.execute("INSERT INTO slot (uid, household_id, line, role, contact_id, from_date, to_date) VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    for number, (grid, contact, (begin, end)) in enumerate(posts):
        with suppress(sqlite3.IntegrityError):
            db.execute("UPDATE grid_post SET to_date = ? WHERE grid_id = ? AND to_date IS NULL AND from_date < ?", (begin, grid, begin))
            post = (f"p{number}", grid, contact, begin, end)
            db.execute("INSERT INTO grid_post (uid, grid_id, contact_id, from_date, to_date) VALUES (?, ?, ?, ?, ?)", post)
    for family, role, house in homes:
        place = (house or None, None if house else 1, "lived_in" if house else "lost", family, role)
        db.execute(
            "UPDATE home SET house_id = ?, former_house_id = ?, state = ? WHERE household_id = ? AND role = ? AND to_date IS NULL", place
        )
    for family in ended:
        db.execute("UPDATE household SET ended_on = ? WHERE id = ?", (DAYS[0], family))


@pytest.mark.parametrize("few", [0, 2, held_slots.FEW])
def test_the_same_holders_are_found_by_name_and_in_the_whole_county(made_county: Path, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(held_slots, "FEW", few)
    with county_file.reading(made_county) as connection:
        families = households.every(connection)
        for asked in (families, families[:3], families[-1:], []):
            check(connection, asked)
        assert max(slots.filled(connection, families).values()) == len(SLOTS)


def test_at_county_size_the_tables_say_what_the_view_says(sample_county: Path) -> None:
    with county_file.reading(sample_county) as connection:
        every, relocated = said(connection), households.relocated(connection)
        held = Counter(family for family, *_ in every)
        for asked in (relocated, relocated[: held_slots.FEW], relocated[::40]):
            found = told(held_slots.holdings(connection, asked))
            assert len(found) == len(set(found))
            assert set(found) == {one for one in every if one[0] in set(asked)}
            assert [family for family, _ in slots.incomplete(connection, asked)] == [one for one in asked if held[one] < len(SLOTS)]
        loads = "SELECT contact_id, count(DISTINCT household_id) FROM slot_holder GROUP BY 1"
        assert held_slots.families_of_contacts(connection) == dict(connection.execute(loads))
        site = connection.execute(
            "SELECT count(*), sum((SELECT count(*) FROM slot_holder s WHERE s.household_id = m.household_id) < 6) FROM building b"
            " JOIN house h ON h.building_id = b.id JOIN home m ON m.house_id = h.id AND m.to_date IS NULL AND m.role = 'residence'"
            " WHERE b.site_id = 1"
        ).fetchone()
        houses = [
            row[0] for row in connection.execute("SELECT h.id FROM house h JOIN building b ON b.id = h.building_id WHERE b.site_id = 1")
        ]
        figures = counts.people_in_houses(connection, houses, date.today())
        assert (figures.relocated, figures.missing_slots) == site
        by_grid = connection.execute(
            "SELECT h.grid_id, count(*) FROM home m JOIN house h ON h.id = m.house_id WHERE m.to_date IS NULL AND m.role = 'residence'"
            " AND (SELECT count(*) FROM slot_holder s WHERE s.household_id = m.household_id) < 6 GROUP BY 1"
        )
        assert grids.figures(connection, "missing_slots") == dict(by_grid)
