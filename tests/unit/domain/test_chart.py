"""What a room shows when several things hold, how buildings are ordered, and what is counted."""

from __future__ import annotations

from gisapp.domain.chart import Room, RoomFamily, RoomState, arrange_rooms, count_rooms, describe_room, precedence
from gisapp.domain.ids import HouseholdId, HouseId


def family(number: int = 1, **facts: object) -> RoomFamily:
    values: dict[str, object] = {"is_at_home": True, "is_two_ends": False, "missing_slots": 0, "open_needs": 0, **facts}
    return RoomFamily(HouseholdId(number), f"H{number}", "吴六", 2, **values)  # type: ignore[arg-type]


def room(*families: RoomFamily, house: int = 1, unit: int = 1, floor: int = 1, name: str = "101") -> Room:
    return Room(HouseId(house), f"紫云南郡3号楼{unit}单元{name}", unit, floor, name, families)


def test_what_somebody_must_act_on_is_seen_before_how_the_room_is_lived_in() -> None:
    everything = family(is_two_ends=True, missing_slots=2, open_needs=1)
    assert room(everything).marks == (RoomState.NEEDS_OPEN, RoomState.SLOTS_MISSING, RoomState.TWO_ENDS, RoomState.OCCUPIED)
    assert room(everything).state is RoomState.NEEDS_OPEN
    assert room(family(is_two_ends=True, missing_slots=2)).state is RoomState.SLOTS_MISSING
    assert room(family(is_two_ends=True)).state is RoomState.TWO_ENDS
    assert room(family()).state is RoomState.OCCUPIED
    assert room().state is RoomState.VACANT
    assert precedence().index("未办结") < precedence().index("缺岗") < precedence().index("两头跑") < precedence().index("空置")


def test_a_family_that_is_away_leaves_its_room_vacant_but_its_gaps_seen() -> None:
    assert room(family(is_at_home=False)).state is RoomState.VACANT
    assert room(family(is_at_home=False, missing_slots=1)).marks == (RoomState.SLOTS_MISSING, RoomState.VACANT)


def test_a_family_that_is_not_relocated_misses_no_slot() -> None:
    assert room(family(missing_slots=None)).state is RoomState.OCCUPIED
    assert "六岗" not in describe_room(room(family(missing_slots=None)))


def test_of_two_families_in_a_room_the_more_urgent_is_seen() -> None:
    assert room(family(1), family(2, open_needs=1)).state is RoomState.NEEDS_OPEN


def test_buildings_and_rooms_stand_as_people_count_them() -> None:
    rooms = [room(house=n, floor=f, name=name) for n, (f, name) in enumerate([(1, "102"), (10, "1001"), (1, "101"), (2, "201")])]
    arranged = arrange_rooms([(1, "10号楼", []), (2, "2号楼", rooms)])
    assert [building.name for building in arranged] == ["2号楼", "10号楼"]
    assert arranged[0].floors == (10, 2, 1)
    assert [one.room for one in arranged[0].rooms] == ["1001", "201", "101", "102"]


def test_each_room_is_counted_once_at_what_it_shows_and_once_for_all_that_holds() -> None:
    counts = count_rooms([room(family(1, is_two_ends=True, missing_slots=1)), room(family(2)), room()])
    assert (counts.rooms, counts.families, counts.residents) == (3, 2, 4)
    assert sum(count for _, count in counts.seen) == counts.rooms
    assert counts.of(RoomState.TWO_ENDS) == 0
    assert dict(counts.marked)[RoomState.TWO_ENDS] == 1


def test_a_room_tells_its_families() -> None:
    told = describe_room(room(family(is_two_ends=True, missing_slots=2, open_needs=3)))
    assert told.splitlines() == ["紫云南郡3号楼1单元101", "吴六（2 人）：两头跑户，缺 2 岗，3 件未办结"]
    assert "没有住户" in describe_room(room())
