"""The parts of a building that have no row of their own: an entrance (单元) and one of its floors, each with a number to be chosen by."""

from __future__ import annotations

from collections.abc import Collection

from gisapp.domain.chart import Chart, Room, entrance_name, floor_name
from gisapp.language import tr

ENTRANCE, FLOOR = "entrance", "floor"
BITS = 8
LAST = (1 << BITS) - 1
CELLARS = 64
"""A floor is counted from so many below the ground, so that its number is never negative."""


def entrance_id(building: int, unit: int) -> int:
    """The number of an entrance; ``unit`` 0 to LAST, 0 where the file does not say."""
    return building << BITS | unit


def floor_id(building: int, unit: int, floor: int) -> int:
    """The number of a floor of an entrance; ``floor`` -CELLARS to LAST - CELLARS, 0 where the file does not say."""
    return entrance_id(building, unit) << BITS | floor + CELLARS


def is_part(kind: str) -> bool:
    """Whether a kind of place is part of a building."""
    return kind in (ENTRANCE, FLOOR)


def building_of(kind: str, part: int) -> int:
    """The building an entrance or a floor is in."""
    return part >> (BITS if kind == ENTRANCE else 2 * BITS)


def part_name(kind: str, part: int) -> str:
    """2单元, or 2单元 3 层."""
    if kind == ENTRANCE:
        return entrance_name(part & LAST)
    return tr("{unit} {floor}", unit=entrance_name(part >> BITS & LAST), floor=floor_name((part & LAST) - CELLARS))


def common_name(kind: str, parts: Collection[int]) -> str:
    """What several parts of one building are called: 3 层 when they are that floor of several entrances; "" when they have no such name."""
    first, *others = parts
    if not others:
        return part_name(kind, first)
    is_one_floor = kind == FLOOR and all((one >> 2 * BITS, one & LAST) == (first >> 2 * BITS, first & LAST) for one in others)
    return floor_name((first & LAST) - CELLARS) if is_one_floor else ""


def rooms_of(chart: Chart, kind: str, parts: Collection[int]) -> list[Room]:
    """The rooms of a chart that are in these entrances or floors."""
    chosen = frozenset(parts)
    return [
        room
        for building in chart.buildings
        for room in building.rooms
        if (entrance_id(building.id, room.unit) if kind == ENTRANCE else floor_id(building.id, room.unit, room.floor)) in chosen
    ]
