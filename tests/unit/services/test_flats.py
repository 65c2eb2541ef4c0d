"""Flats as homes: rebuilt in their old room, offered while nobody is at home in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.entrances import entrance_id, floor_id
from gisapp.domain.home import HomeRole, HomeState
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.families.describe_household import describe_household
from gisapp.services.families.move_family import move_family
from gisapp.services.families.set_home_state import set_home_state
from gisapp.services.places.find_house import vacant_flats
from tests.builders import ALONE, COMPLETE, opened
from tests.unit.storage.contents import contents, difference

DAY = date(2026, 7, 1)


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def test_a_flat_that_is_rebuilt_is_in_its_old_room_again(db: Database) -> None:
    flat = "SELECT uid, number, grid_id, building_id, unit, floor, room FROM house WHERE uid = 'house-5'"
    before, room = contents(db.conn), db.execute(flat).fetchone()
    assert room[3:] == (1, 1, 1, "101")
    set_home_state(db, COMPLETE, HomeRole.RESIDENCE, HomeState.LOST, who="甲", day=DAY)
    assert db.execute(flat).fetchone() is None
    set_home_state(db, COMPLETE, HomeRole.RESIDENCE, HomeState.LIVED_IN, who="甲", day=DAY + timedelta(60))
    assert db.execute(flat).fetchone() == room
    undo(db, who="甲")
    undo(db, who="甲")
    assert difference(before, contents(db.conn)) == {}


def test_a_flat_is_not_rebuilt_where_another_has_its_room(db: Database) -> None:
    set_home_state(db, COMPLETE, HomeRole.RESIDENCE, HomeState.LOST, who="甲", day=DAY)
    db["house"].insert({"uid": "new", "number": "紫云南郡3号楼1单元101新", "building_id": 1, "unit": 1, "floor": 1, "room": "101"})
    with pytest.raises(BadRequest, match="现在登记着紫云南郡3号楼1单元101新"):
        set_home_state(db, COMPLETE, HomeRole.RESIDENCE, HomeState.LIVED_IN, who="甲", day=DAY + timedelta(60))


def test_vacant_flats_are_those_of_the_place_then_of_the_familys_site_then_of_all(db: Database) -> None:
    db["settlement_site"].insert({"id": 2, "uid": "s2", "name": "新居", "division_id": 5})
    db["building"].insert({"id": 2, "uid": "b2", "site_id": 2, "name": "1号楼", "units": 1, "floors": 2})
    flats = [(11, 1, 1, "102"), (12, 1, 3, "301"), (13, 2, 1, "101")]
    db["house"].insert_all(
        {"id": i, "uid": f"f{i}", "number": f"房{i}", "building_id": b, "unit": 1, "floor": f, "room": r} for i, b, f, r in flats
    )
    assert [one for one, _ in vacant_flats(db.conn, COMPLETE)] == [11, 12]
    assert [one for one, _ in vacant_flats(db.conn, COMPLETE, ("floor", (floor_id(1, 1, 3),)))] == [12]
    assert [one for one, _ in vacant_flats(db.conn, COMPLETE, ("settlement_site", (2,)))] == [13]
    assert [one for one, _ in vacant_flats(db.conn, COMPLETE, ("entrance", (entrance_id(1, 2),)))] == [11, 12]
    assert [one for one, _ in vacant_flats(db.conn, ALONE, ("division", (5,)))] == [11, 12, 13]
    move_family(db, COMPLETE, 11, who="甲", day=DAY)
    assert [one for one, _ in vacant_flats(db.conn, COMPLETE)] == [5, 12]


def test_the_card_tells_where_the_family_lived_before_and_the_earlier_states_of_its_homes(db: Database) -> None:
    move_family(db, COMPLETE, 8, who="甲", day=DAY)
    set_home_state(db, COMPLETE, HomeRole.ORIGIN, HomeState.LIVED_IN, who="甲", day=DAY + timedelta(30))
    card = describe_household(db.conn, COMPLETE)
    told = [(home.role.value, home.number, home.state.value, home.from_date, home.to_date) for home in card.past_homes]
    assert told == [
        ("origin", "西山村1组2号", "vacant", "2021-01-01", "2026-07-31"),
        ("residence", "紫云南郡3号楼1单元101", "lived_in", "2021-01-01", "2026-07-01"),
    ]
    assert {(home.role.value, home.from_date, home.to_date) for home in card.homes} == {
        ("residence", "2026-07-01", None),
        ("origin", "2026-07-31", None),
    }
    rows = db.execute("SELECT count(*) FROM home WHERE household_id = ?", (COMPLETE,)).fetchone()
    assert (len(card.homes) + len(card.past_homes),) == rows
