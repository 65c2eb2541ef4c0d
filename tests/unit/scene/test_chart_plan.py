"""Where rooms of a chart lie: nothing overlaps, nothing is cut off, and arrow keys reach every room."""

from __future__ import annotations

from itertools import combinations

import pytest

from gisapp.domain.chart import Chart, Room, arrange_rooms
from gisapp.domain.ids import HouseId
from gisapp.scene.chart_plan import CELLS, Cell, Way, fitting_cell, plan_chart, plan_within


def site(buildings: int, *, units: int = 2, floors: int = 6) -> Chart:
    found = []
    for building in range(buildings):
        rooms = [
            Room(HouseId(building * 1000 + unit * 100 + floor * 10 + place), "", unit, floor, f"{floor}0{place}", ())
            for unit in range(1, units + 1)
            for floor in range(1, floors + building % 3 + 1)
            for place in (1, 2)
        ]
        found.append((building, f"{building + 1}号楼", rooms))
    return Chart("紫云南郡", "紫云南郡", arrange_rooms(found))


@pytest.mark.parametrize("cell", CELLS)
def test_rooms_and_words_do_not_overlap_and_stay_within_their_building(cell: Cell) -> None:
    plan = plan_chart(site(3), 700, cell=cell)
    boxes = [one.box for one in plan.rooms] + [sign.box for sign in plan.signs]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].touches(pair[1])]
    for box in boxes:
        ground = next(one for one in plan.grounds if one.holds(*box.middle))
        assert ground.x <= box.x
        assert box.x + box.width <= ground.x + ground.width
        assert ground.y <= box.y
        assert box.y + box.height <= ground.y + ground.height


def test_buildings_of_a_row_stand_on_one_ground_line() -> None:
    plan = plan_chart(site(3), 2_000, cell=CELLS[0])
    assert len({ground.y + ground.height for ground in plan.grounds}) == 1
    assert len({ground.y for ground in plan.grounds}) == 3


def test_a_small_building_gets_large_rooms_and_a_large_site_small_ones() -> None:
    assert fitting_cell(site(1, units=1), 860, 560) == CELLS[-1]
    assert fitting_cell(site(40, units=3), 860, 560) == CELLS[0]


def test_what_does_not_fit_is_scaled_until_it_does() -> None:
    plan, scale = plan_within(site(40, units=3), 860, 400)
    assert 0 < scale < 1
    assert plan.width * scale <= 860
    assert plan.height * scale <= 400


def test_arrow_keys_go_from_room_to_room_and_from_building_to_building() -> None:
    plan = plan_chart(site(2), 2_000, cell=CELLS[0])
    reached, waiting = {0}, [0]
    while waiting:
        index = waiting.pop()
        new = {plan.next_room(index, way) for way in Way} - reached
        reached |= new
        waiting += new
    assert reached == set(range(len(plan.rooms)))
    first = plan.rooms[0]
    assert plan.rooms[plan.next_room(0, Way.RIGHT)].room.room == "602"
    assert plan.rooms[plan.next_room(0, Way.DOWN)].room.floor == first.room.floor - 1
    assert plan.next_room(0, Way.UP) == 0


def test_a_room_is_found_where_it_lies() -> None:
    plan = plan_chart(site(2), 700, cell=CELLS[2])
    assert [plan.room_at(*one.box.middle) for one in plan.rooms] == list(range(len(plan.rooms)))
    assert plan.room_at(-5, -5) is None


def test_a_floors_number_tells_its_figures() -> None:
    plan = plan_chart(site(1), 700, cell=CELLS[0])
    sign = next(one for one in plan.signs if one.text == "6")
    assert sign.figures.splitlines()[0] == "1号楼 6 层：4 间，0 户 0 人"
