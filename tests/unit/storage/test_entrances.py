"""An entrance and a floor hold the flats that plain SQL finds there, also where the file does not say which."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.entrances import CELLARS, ENTRANCE, FLOOR, LAST, building_of, common_name, entrance_id, floor_id, part_name
from gisapp.services.families.choose_families import choose_families
from gisapp.storage.county import county_file
from gisapp.storage.families import households
from gisapp.storage.places import house_lists, units
from tests.builders import BARE, COMPLETE, TWO_ENDS, opened

HOUSES = "SELECT id FROM house WHERE building_id = ? AND coalesce(unit, 0) = ? ORDER BY id"
FAMILIES = (
    "SELECT DISTINCT m.household_id FROM home m JOIN house h ON h.id = m.house_id WHERE m.to_date IS NULL AND m.role <> 'origin'"
    " AND h.building_id = ? AND coalesce(h.unit, 0) = ? AND coalesce(h.floor, 0) = ? ORDER BY 1"
)


@given(building=st.integers(1, 10**9), unit=st.integers(0, LAST), floor=st.integers(-CELLARS, LAST - CELLARS))
def test_every_part_has_a_number_of_its_own(building: int, unit: int, floor: int) -> None:
    entrance, part = entrance_id(building, unit), floor_id(building, unit, floor)
    assert building_of(ENTRANCE, entrance) == building_of(FLOOR, part) == building
    assert part_name(FLOOR, part).startswith(part_name(ENTRANCE, entrance))
    assert part < 2**63 - 1


def test_parts_are_named_as_people_do() -> None:
    assert part_name(ENTRANCE, entrance_id(1, 2)) == "2单元"
    assert part_name(FLOOR, floor_id(1, 2, 5)) == "2单元 5 层"
    assert common_name(FLOOR, [floor_id(1, 1, 5), floor_id(1, 2, 5)]) == "5 层"
    assert common_name(FLOOR, [floor_id(1, 1, 5), floor_id(1, 2, 6)]) == ""
    assert common_name(FLOOR, [floor_id(1, 1, 5), floor_id(2, 1, 5)]) == ""
    assert common_name(ENTRANCE, [entrance_id(1, 2)]) == "2单元"


def test_a_part_holds_its_flats_and_their_families(county: Path) -> None:
    with opened(county) as db:
        assert households.in_unit(db.conn, ENTRANCE, entrance_id(1, 1)) == [COMPLETE]
        assert households.in_unit(db.conn, ENTRANCE, entrance_id(1, 2)) == [TWO_ENDS, BARE]
        assert households.in_unit(db.conn, FLOOR, floor_id(1, 2, 6)) == [BARE]
        assert house_lists.in_units(db.conn, FLOOR, [floor_id(1, 2, 5), floor_id(1, 2, 6)]) == [6, 7]
        db.execute("UPDATE house SET unit = NULL, floor = NULL WHERE id = 7")
        assert households.in_unit(db.conn, FLOOR, floor_id(1, 0, 0)) == [BARE]
        tree = {(unit.kind, unit.name): unit for unit in units.settling(db.conn)}
        assert tree[FLOOR, "楼层不明"].parent == (ENTRANCE, tree[ENTRANCE, "单元不明"].id)
        assert tree[ENTRANCE, "2单元"].parent == ("building", 1)
        assert units.bounds(db.conn, ENTRANCE, entrance_id(1, 1)) == pytest.approx((502_500, 3_640_500, 502_500, 3_640_500))


def test_at_county_size_every_part_is_what_sql_and_the_command_line_find(sample_county: Path) -> None:
    with county_file.reading(sample_county) as connection:
        parts = [unit for unit in units.settling(connection) if unit.kind in (ENTRANCE, FLOOR)]
        flats = connection.execute(
            "SELECT count(DISTINCT building_id * 1000 + unit), count(DISTINCT (building_id * 1000 + unit) * 1000 + floor) FROM house"
        )
        assert (sum(one.kind == ENTRANCE for one in parts), sum(one.kind == FLOOR for one in parts)) == flats.fetchone()
        for part in parts[::97]:
            check(connection, part.kind, part.id)


def check(connection: sqlite3.Connection, kind: str, part: int) -> None:
    unit, floor = (part & LAST, None) if kind == ENTRANCE else (part >> 8 & LAST, (part & LAST) - CELLARS)
    building = building_of(kind, part)
    site, name = connection.execute(
        "SELECT s.name, b.name FROM building b JOIN settlement_site s ON s.id = b.site_id WHERE b.id = ?", (building,)
    ).fetchone()
    where = f"site={site} building={name} unit={unit}"
    if floor is None:
        assert house_lists.in_units(connection, kind, [part]) == [row[0] for row in connection.execute(HOUSES, (building, unit))]
    else:
        where = f"{where} floor={floor}"
        assert households.in_unit(connection, kind, part) == [row[0] for row in connection.execute(FAMILIES, (building, unit, floor))]
    assert choose_families(connection, where) == households.in_unit(connection, kind, part)
