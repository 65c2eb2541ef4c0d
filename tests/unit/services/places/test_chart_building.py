"""The chart of the tiny county's one building, room by room, and its sums against plain SQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from gisapp.domain.chart import RoomState, count_rooms
from gisapp.errors import BadRequest
from gisapp.services.places.chart_building import chart_building, find_charted
from tests.builders import BARE, COMPLETE, TWO_ENDS, opened


def add_care(db: object, family: int, kind: str = "need", *, closed: str | None = None) -> None:
    due = "2026-01-31" if kind == "alarm" else None
    row = {
        "uid": f"care-{family}-{kind}-{closed}", "household_id": family, "line": "village", "kind": kind, "on_date": "2026-01-01",
        "text": "漏雨", "who": "测试", "duty": "screening" if kind == "alarm" else None, "due_on": due, "closed_on": closed,
    }  # fmt: skip
    db["care_entry"].insert(row)  # type: ignore[index]


def test_each_room_of_the_building_is_there_with_its_state(county: Path) -> None:
    with opened(county) as db:
        chart = chart_building(db.conn, "building", 1)
    assert chart.title == "紫云南郡 3号楼"
    (building,) = chart.buildings
    assert [entrance.number for entrance in building.entrances] == [1, 2]
    assert building.floors == (6, 5, 1)
    states = {room.room: (room.state, [int(family.id) for family in room.families]) for room in chart.rooms}
    assert states["101"] == (RoomState.OCCUPIED, [COMPLETE])
    assert states["501"] == (RoomState.SLOTS_MISSING, [TWO_ENDS])
    assert states["601"] == (RoomState.SLOTS_MISSING, [BARE])


def test_an_open_need_is_seen_first_and_a_closed_one_is_not(county: Path) -> None:
    with opened(county) as db:
        add_care(db, COMPLETE)
        add_care(db, BARE, closed="2026-02-01")
        add_care(db, BARE, kind="alarm", closed="2026-02-01")
        states = {room.room: room.state for room in chart_building(db.conn, "settlement_site", 1).rooms}
    assert states["101"] is RoomState.NEEDS_OPEN
    assert states["601"] is RoomState.SLOTS_MISSING


def test_a_flat_nobody_is_registered_in_is_vacant(county: Path) -> None:
    with opened(county) as db:
        db.execute("UPDATE home SET to_date = '2026-01-01' WHERE household_id = ? AND role = 'residence'", (COMPLETE,))
        room = next(one for one in chart_building(db.conn, "building", 1).rooms if one.room == "101")
    assert (room.state, room.families) == (RoomState.VACANT, ())


def test_a_family_that_ended_is_at_home_nowhere(county: Path) -> None:
    with opened(county) as db:
        db.execute("UPDATE household SET ended_on = '2026-01-01' WHERE id = ?", (BARE,))
        assert count_rooms(chart_building(db.conn, "building", 1).rooms).families == 2


def test_a_flat_without_unit_or_floor_is_still_on_the_chart(county: Path) -> None:
    with opened(county) as db:
        db.execute("UPDATE house SET unit = NULL, floor = NULL WHERE id = 5")
        chart = chart_building(db.conn, "building", 1)
    assert [entrance.number for entrance in chart.buildings[0].entrances] == [0, 2]


def test_the_sums_equal_plain_sql(county: Path) -> None:
    with opened(county) as db:
        counts = count_rooms(chart_building(db.conn, "settlement_site", 1).rooms)
        rooms, families = db.conn.execute(
            "SELECT (SELECT count(*) FROM house WHERE building_id IS NOT NULL), count(DISTINCT m.household_id)"
            " FROM home m JOIN house h ON h.id = m.house_id WHERE h.building_id IS NOT NULL AND m.to_date IS NULL AND m.role <> 'origin'"
        ).fetchone()
    assert (counts.rooms, counts.families) == (rooms, families) == (3, 3)


@pytest.mark.parametrize("text", ["紫云南郡3号楼", "紫云南郡 3号楼", "3号楼"])
def test_a_building_is_found_by_what_people_write(county: Path, text: str) -> None:
    with opened(county) as db:
        assert find_charted(db.conn, text) == ("building", 1)
        assert find_charted(db.conn, "紫云南郡") == ("settlement_site", 1)


def test_a_name_of_two_sites_buildings_is_refused_with_both(county: Path) -> None:
    with opened(county) as db:
        geom = db.conn.execute("SELECT geom FROM settlement_site").fetchone()[0]
        db["settlement_site"].insert({"id": 2, "uid": "site-2", "name": "兴隆佳苑", "division_id": 5, "geom": geom})
        db["building"].insert({"id": 2, "uid": "building-2", "site_id": 2, "name": "3号楼", "units": 1, "floors": 1})
        with pytest.raises(BadRequest, match="紫云南郡3号楼、兴隆佳苑3号楼"):
            find_charted(db.conn, "3号楼")
        assert chart_building(db.conn, "building", 2).rooms == ()


def test_an_unknown_place_is_refused_with_the_sites_there_are(county: Path) -> None:
    with opened(county) as db, pytest.raises(BadRequest) as refused:
        find_charted(db.conn, "不存在")
    assert "紫云南郡" in (refused.value.next_step or "")
