"""A building drawn as a chart: building > unit > floor > room, and what is the matter with each room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gisapp.domain.ids import HouseholdId, HouseId
from gisapp.language import tr


class RoomState(StrEnum):
    """What a room shows, in order of precedence: of several that hold, the first is the one seen.

    What somebody has to act on comes before how the room is lived in.
    """

    NEEDS_OPEN = "needs_open"
    SLOTS_MISSING = "slots_missing"
    TWO_ENDS = "two_ends"
    OCCUPIED = "occupied"
    VACANT = "vacant"

    @property
    def caption(self) -> str:
        return (tr("需求或预警未办结"), tr("缺岗"), tr("两头跑户"), tr("在住"), tr("空置"))[tuple(RoomState).index(self)]

    @property
    def letter(self) -> str:
        """One letter for a room too small for words, so that states differ without colour."""
        return (tr("办"), tr("缺"), tr("两"), tr("住"), tr("空"))[tuple(RoomState).index(self)]


def precedence() -> str:
    """The order of precedence as one sentence for the legend."""
    order = tr(" > ").join(state.caption for state in RoomState)
    return tr("一间有几种情况时显示最前面的一种：{order}", order=order)


@dataclass(frozen=True, slots=True)
class RoomFamily:
    """A family whose present home is the room; ``is_at_home``: it lives there, else it is away and keeps the flat.

    ``missing_slots`` is None for a family that is not relocated and has no slots. ``open_needs`` counts alarms too.
    """

    id: HouseholdId
    code: str
    head: str
    residents: int
    is_at_home: bool
    is_two_ends: bool
    missing_slots: int | None
    open_needs: int


@dataclass(frozen=True, slots=True)
class Room:
    """One flat; ``number`` is its whole door number. ``unit`` and ``floor`` are 0 where the file does not say."""

    house: HouseId
    number: str
    unit: int
    floor: int
    room: str
    families: tuple[RoomFamily, ...]

    @property
    def marks(self) -> tuple[RoomState, ...]:
        """All that holds of the room, in order of precedence; the last says whether anyone lives there."""
        families = self.families
        holds = (
            any(one.open_needs for one in families),
            any(one.missing_slots for one in families),
            any(one.is_two_ends for one in families),
            any(one.is_at_home for one in families),
        )
        found = tuple(state for state, is_so in zip(RoomState, holds, strict=False) if is_so)
        return found if holds[-1] else (*found, RoomState.VACANT)

    @property
    def state(self) -> RoomState:
        """The state seen."""
        return self.marks[0]


@dataclass(frozen=True, slots=True)
class Floor:
    """The rooms of one floor of a unit, by number."""

    number: int
    rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class Entrance:
    """A unit (单元) of a building: its floors from the highest down."""

    number: int
    floors: tuple[Floor, ...]

    @property
    def rooms(self) -> tuple[Room, ...]:
        return tuple(room for floor in self.floors for room in floor.rooms)


@dataclass(frozen=True, slots=True)
class RoomCounts:
    """``seen`` counts each room once at the state it shows, ``marked`` once for each that holds; both by RoomState."""

    rooms: int
    families: int
    residents: int
    seen: tuple[tuple[RoomState, int], ...]
    marked: tuple[tuple[RoomState, int], ...]

    def of(self, state: RoomState) -> int:
        """Rooms seen in a state."""
        return dict(self.seen)[state]


@dataclass(frozen=True, slots=True)
class Building:
    """A building of a settlement site with its figures."""

    id: int
    name: str
    entrances: tuple[Entrance, ...]
    counts: RoomCounts

    @property
    def rooms(self) -> tuple[Room, ...]:
        return tuple(room for entrance in self.entrances for room in entrance.rooms)

    @property
    def floors(self) -> tuple[int, ...]:
        """The numbers of all floors, from the highest down."""
        return tuple(sorted({floor.number for entrance in self.entrances for floor in entrance.floors}, reverse=True))


@dataclass(frozen=True, slots=True)
class Chart:
    """One building or all of a settlement site: ``site`` is its name, ``title`` what the chart is called."""

    site: str
    title: str
    buildings: tuple[Building, ...]

    @property
    def rooms(self) -> tuple[Room, ...]:
        return tuple(room for building in self.buildings for room in building.rooms)


def count_rooms(rooms: Iterable[Room]) -> RoomCounts:
    """The figures of some rooms."""
    chosen = tuple(rooms)
    families = {family.id: family.residents for room in chosen for family in room.families}
    marks = [room.marks for room in chosen]
    seen = Counter(found[0] for found in marks)
    marked = Counter(mark for found in marks for mark in found)
    by_state = tuple((state, seen[state]) for state in RoomState)
    return RoomCounts(len(chosen), len(families), sum(families.values()), by_state, tuple((state, marked[state]) for state in RoomState))


def arrange_rooms(buildings: Sequence[tuple[int, str, Sequence[Room]]]) -> tuple[Building, ...]:
    """Buildings (id, name, rooms) as people count them: 2号楼 before 10号楼, the highest floor first."""
    ordered = sorted(buildings, key=lambda building: in_counting_order(building[1]))
    return tuple(Building(number, name, _entrances(rooms), count_rooms(rooms)) for number, name, rooms in ordered)


def in_counting_order(text: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts names by the numbers in them."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", text) if part)


def describe_room(room: Room) -> str:
    """What is said of a room: its number, and a line for each family."""
    families = [_family(family) for family in room.families]
    return "\n".join((room.number, *(families or (tr("空置，没有住户"),))))


def entrance_name(number: int) -> str:
    """What a unit is called; the file may not say which."""
    return tr("{number}单元", number=number) if number else tr("单元不明")


def floor_name(number: int) -> str:
    """What a floor is called."""
    return tr("{number} 层", number=number) if number else tr("楼层不明")


def figures_sentence(name: str, counts: RoomCounts) -> str:
    """The figures of some rooms in words, the second line by what they show."""
    states = tr("，").join(tr("{state} {count}", state=state.caption, count=count) for state, count in counts.seen if count)
    totals = {"rooms": counts.rooms, "families": counts.families, "people": counts.residents}
    return "\n".join((tr("{name}：{rooms} 间，{families} 户 {people} 人", name=name, **totals), states))


def _family(family: RoomFamily) -> str:
    facts = (
        "" if family.is_at_home else tr("不住这里"),
        tr("两头跑户") if family.is_two_ends else "",
        tr("六岗齐全") if family.missing_slots == 0 else "",
        tr("缺 {count} 岗", count=family.missing_slots) if family.missing_slots else "",
        tr("{count} 件未办结", count=family.open_needs) if family.open_needs else "",
    )
    who = tr("{head}（{people} 人）", head=family.head or tr("没有户主"), people=family.residents)
    told = tr("，").join(fact for fact in facts if fact)
    return tr("{family}：{facts}", family=who, facts=told) if told else who


def _entrances(rooms: Sequence[Room]) -> tuple[Entrance, ...]:
    numbers = sorted({room.unit for room in rooms})
    return tuple(Entrance(number, _floors([room for room in rooms if room.unit == number])) for number in numbers)


def _floors(rooms: Sequence[Room]) -> tuple[Floor, ...]:
    numbers = sorted({room.floor for room in rooms}, reverse=True)
    by_room = sorted(rooms, key=lambda room: (in_counting_order(room.room), room.house))
    return tuple(Floor(number, tuple(room for room in by_room if room.floor == number)) for number in numbers)
