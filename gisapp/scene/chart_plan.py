"""Where each room of a building chart is drawn, in logical pixels: what the painter, the pointer and the arrow keys share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from gisapp.domain.chart import Building, Chart, Room, RoomState, count_rooms, entrance_name, figures_sentence, floor_name
from gisapp.domain.entrances import ENTRANCE, FLOOR, entrance_id, floor_id
from gisapp.language import tr

PAD, GAP, AISLE = 8.0, 12.0, 5.0
SMALLEST_SCALE = 0.05
FLOOR_PX, LINE_PX = 24.0, 17.0
HEAD_LINES = 3
NARROWEST, NARROWEST_ENTRANCE = 92.0, 36.0


@dataclass(frozen=True, slots=True)
class Cell:
    """The size of a room, gaps excluded."""

    width: float
    height: float

    @property
    def shows_number(self) -> bool:
        """Whether the room's number fits."""
        return self.width >= 50

    @property
    def has_two_lines(self) -> bool:
        """Whether the name of the head of the family fits below the number."""
        return self.height >= 36

    @property
    def shows_head(self) -> bool:
        """Whether the name of the head of the family fits, below the number or beside it."""
        return self.has_two_lines or self.width >= 96


CELLS = (Cell(17, 16), Cell(22, 19), Cell(30, 23), Cell(54, 19), Cell(54, 25), Cell(104, 19), Cell(104, 25), Cell(66, 38), Cell(96, 42))
"""From a whole site to one small building; the smallest still holds a letter of 9 points."""


class Way(Enum):
    """The way an arrow key goes: (columns, rows)."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def touches(self, other: Box) -> bool:
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x + self.width / 2, self.y + self.height / 2)


@dataclass(frozen=True, slots=True)
class RoomBox:
    """A room in its place."""

    room: Room
    box: Box


class SignKind(Enum):
    """What a sign names."""

    BUILDING = "building"
    FIGURES = "figures"
    ENTRANCE = "entrance"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Sign:
    """Words of the chart; ``name`` is what they stand for in full, ``rooms`` what belongs to it, ``place`` its (kind, ids)."""

    text: str
    name: str
    rooms: tuple[Room, ...]
    kind: SignKind
    box: Box
    place: tuple[str, tuple[int, ...]]

    @property
    def figures(self) -> str:
        """The figures of what is named, in words."""
        return figures_sentence(self.name, count_rooms(self.rooms))


@dataclass(frozen=True, slots=True, eq=False)
class ChartPlan:
    """Rooms, signs and the ground of each building; ``width`` x ``height`` is all of it."""

    cell: Cell
    rooms: tuple[RoomBox, ...]
    signs: tuple[Sign, ...]
    grounds: tuple[Box, ...]
    width: float
    height: float

    def room_at(self, x: float, y: float) -> int | None:
        """Index of the room at a place."""
        return next((index for index, one in enumerate(self.rooms) if one.box.holds(x, y)), None)

    def sign_at(self, x: float, y: float) -> Sign | None:
        """The words at a place."""
        return next((one for one in self.signs if one.box.holds(x, y)), None)

    def next_room(self, index: int, way: Way) -> int:
        """The nearest room that way, in this building or the next; the same one at the edge."""
        across, down = way.value
        x, y = self.rooms[index].box.middle
        best, shortest = index, float("inf")
        for number, one in enumerate(self.rooms):
            dx, dy = one.box.middle[0] - x, one.box.middle[1] - y
            ahead, aside = (dx * across, abs(dy)) if across else (dy * down, abs(dx))
            if ahead > 1 and aside <= 1.5 * ahead and ahead + 3 * aside < shortest:
                best, shortest = number, ahead + 3 * aside
        return best


def plan_chart(chart: Chart, width: float, *, cell: Cell) -> ChartPlan:
    """Buildings side by side, in rows as wide as ``width``, each row standing on one ground."""
    rooms: list[RoomBox] = []
    signs: list[Sign] = []
    grounds: list[Box] = []
    top, widest = 0.0, 0.0
    for row in _rows(_outlines(chart), width, cell):
        height = max(outline.height(cell) for outline in row)
        left = 0.0
        for outline in row:
            own = outline.height(cell)
            ground = Box(left, top + height - own, outline.width(cell), own)
            grounds.append(ground)
            _place(outline, ground, cell, rooms=rooms, signs=signs)
            left += ground.width + GAP
        widest = max(widest, left - GAP)
        top += height + GAP
    return ChartPlan(cell, tuple(rooms), tuple(signs), tuple(grounds), widest, max(0.0, top - GAP))


def fitting_cell(chart: Chart, width: float, height: float) -> Cell:
    """The largest rooms at which all of the chart fits; the smallest when none does."""
    outlines = _outlines(chart)
    for cell in reversed(CELLS):
        rows = _rows(outlines, width, cell)
        needed = sum(max(outline.height(cell) for outline in row) + GAP for row in rows) - GAP
        if needed <= height and all(outline.width(cell) <= width for outline in outlines):
            return cell
    return CELLS[0]


def plan_within(chart: Chart, width: float, height: float) -> tuple[ChartPlan, float]:
    """The plan with the largest rooms that fits, and the scale at which the smallest does where none fits."""
    scale = 1.0
    while scale > SMALLEST_SCALE:
        plan = plan_chart(chart, width / scale, cell=fitting_cell(chart, width / scale, height / scale))
        if plan.height * scale <= height and plan.width * scale <= width:
            break
        scale *= 0.94
    return plan, scale


@dataclass(frozen=True, slots=True)
class _Outline:
    """A building with what decides its size: the most rooms on a floor of each entrance, and its floors from the highest down."""

    building: Building
    columns: tuple[int, ...]
    floors: tuple[int, ...]

    def width(self, cell: Cell) -> float:
        rooms = sum(max(count * (cell.width + 1), NARROWEST_ENTRANCE) for count in self.columns)
        return max(NARROWEST, 2 * PAD + FLOOR_PX + rooms + AISLE * max(0, len(self.columns) - 1))

    def height(self, cell: Cell) -> float:
        return 2 * PAD + HEAD_LINES * LINE_PX + len(self.floors) * (cell.height + 1)


def _outlines(chart: Chart) -> list[_Outline]:
    return [
        _Outline(one, tuple(max((len(floor.rooms) for floor in entrance.floors), default=1) for entrance in one.entrances), one.floors)
        for one in chart.buildings
    ]


def _rows(outlines: Sequence[_Outline], width: float, cell: Cell) -> list[list[_Outline]]:
    rows: list[list[_Outline]] = []
    left = 0.0
    for outline in outlines:
        needed = outline.width(cell)
        if not rows or left + needed > width:
            rows.append([])
            left = 0.0
        rows[-1].append(outline)
        left += needed + GAP
    return rows


def _place(outline: _Outline, ground: Box, cell: Cell, *, rooms: list[RoomBox], signs: list[Sign]) -> None:
    """Put the rooms and words of one building into its ground."""
    building, top = outline.building, ground.y + PAD + HEAD_LINES * LINE_PX
    signs.extend(_head(building, ground))
    signs.extend(_floor_signs(building, Box(ground.x + PAD, top, FLOOR_PX - 4, cell.height)))
    rows = {number: top + row * (cell.height + 1) for row, number in enumerate(outline.floors)}
    left = ground.x + PAD + FLOOR_PX
    for entrance, columns in zip(building.entrances, outline.columns, strict=True):
        width = max(columns * (cell.width + 1), NARROWEST_ENTRANCE)
        text = entrance_name(entrance.number)
        name = tr("{building} {part}", building=building.name, part=text)
        place = (ENTRANCE, (entrance_id(building.id, entrance.number),))
        signs.append(Sign(text, name, entrance.rooms, SignKind.ENTRANCE, Box(left, top - LINE_PX - 1, width - 1, LINE_PX), place))
        for floor in entrance.floors:
            y = rows[floor.number]
            rooms.extend(
                RoomBox(room, Box(left + at * (cell.width + 1), y, cell.width, cell.height)) for at, room in enumerate(floor.rooms)
            )
        left += width + AISLE


def _head(building: Building, ground: Box) -> tuple[Sign, Sign]:
    """The name of a building and, below it, its figures in short."""
    inner, rooms = ground.width - 2 * PAD, building.rooms
    few = tr("{families} 户 · 空 {vacant}", families=building.counts.families, vacant=building.counts.of(RoomState.VACANT))
    first, second = (Box(ground.x + PAD, ground.y + PAD - 2 + line * LINE_PX, inner, LINE_PX) for line in (0, 1))
    name, place = building.name, ("building", (building.id,))
    return Sign(name, name, rooms, SignKind.BUILDING, first, place), Sign(few, name, rooms, SignKind.FIGURES, second, place)


def _floor_signs(building: Building, first: Box) -> list[Sign]:
    """The numbers of the floors, from the highest down."""
    signs = []
    rooms: dict[int, list[Room]] = {}
    for room in building.rooms:
        rooms.setdefault(room.floor, []).append(room)
    for row, number in enumerate(building.floors):
        here = tuple(rooms[number])
        name = tr("{building} {part}", building=building.name, part=floor_name(number))
        box = Box(first.x, first.y + row * (first.height + 1), first.width, first.height)
        parts = tuple(dict.fromkeys(floor_id(building.id, room.unit, number) for room in here))
        signs.append(Sign(str(number) if number else tr("？"), name, here, SignKind.FLOOR, box, (FLOOR, parts)))
    return signs
