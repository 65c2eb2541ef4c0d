"""Which houses the rows of a survey mean: by code, by number, by where they stand; every house is meant by one row at most.

An outline without a name is no house of its own where houses stand on it: it is given to them, and another row may name them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.language import tr
from gisapp.services.ledger.house_numbers import number_key
from gisapp.services.ledger.known_houses import SAME_PLACE_M, KnownHouses
from gisapp.services.ledger.outcome import Difference, RowRefused
from gisapp.services.ledger.place_rows import ASK_EVERY, PlaceRegister, are_same_shapes


@dataclass(slots=True)
class Survey:
    """One row: what it says, which houses it means, and what it makes of them. ``point`` and ``outline`` are the file's.

    ``is_only_outline``: the row gives its outline to ``houses`` and says nothing else of them.
    """

    row: int
    code: str
    number: str
    address: str
    village: str
    village_id: int | None
    grid: int | None
    point: shapely.Geometry | None
    outline: shapely.Geometry | None
    houses: list[int] = field(default_factory=list)
    is_new: bool = False
    is_only_outline: bool = False
    differences: list[Difference] = field(default_factory=list)

    @property
    def shape(self) -> shapely.Geometry | None:
        return self.outline or self.point

    @property
    def is_named(self) -> bool:
        return bool(self.code or self.number)


Meant = Callable[[Survey, list[int], Counter[str]], list[int]]
"""(row, houses that stand there, rows of each number) -> the houses meant; none = a new one. Raises RowRefused."""


class HouseMatch:
    """Gives rows their houses; a new house gets the next number."""

    def __init__(self, register: PlaceRegister, known: KnownHouses, highest: int) -> None:
        self._register, self._known, self._next = register, known, highest
        self._named_by: dict[int, Survey] = {}
        self._outlined_by: dict[int, Survey] = {}
        self._new_ones: dict[int, Survey] = {}
        self._spots: dict[tuple[int, int], list[Survey]] = defaultdict(list)
        self._rivals: dict[int, list[Survey]] = {}

    def matched(self, found: Sequence[Survey], go_on: Callable[[], None]) -> list[Survey]:
        """The rows that are taken, in their order; the others are refused."""
        here = self._known.standing_at(column(one.shape for one in found), go_on)
        counts = Counter(number_key(one.number) for one in found if one.number)
        taken: set[int] = set()
        for meant, chosen in self._in_turn(found):
            shapes = [found[at] for at in chosen]
            come = self._come_to(shapes) if shapes and shapes[0].outline is not None else [[] for _ in chosen]
            self._rivals = _whose_middle_is_on(shapes) if meant == self._meant_by_outline else {}
            for step, (at, more) in enumerate(zip(chosen, come, strict=True)):
                if step % ASK_EVERY == 0:
                    go_on()
                if self._take(found[at], sorted({*here.get(at, []), *more}), counts, meant):
                    taken.add(at)
        return [one for at, one in enumerate(found) if at in taken]

    def _in_turn(self, found: Sequence[Survey]) -> tuple[tuple[Meant, list[int]], ...]:
        """What names a house goes before what only stands there, points before outlines: (how to find houses, places of rows).

        An outline that names a house of the county goes before one that names none and may have to share.
        """
        named = [at for at, one in enumerate(found) if one.is_named]
        bare = [at for at, one in enumerate(found) if not one.is_named]
        return (
            (self._meant_by_name, [at for at in named if found[at].outline is None]),
            (self._meant_by_name, [at for at in named if found[at].outline is not None and self._is_known(found[at])]),
            (self._meant_by_name, [at for at in named if found[at].outline is not None and not self._is_known(found[at])]),
            (self._meant_by_point, [at for at in bare if found[at].outline is None]),
            (self._meant_by_outline, [at for at in bare if found[at].outline is not None]),
        )

    def _is_known(self, one: Survey) -> bool:
        """Whether the county has a house of this code or number."""
        return one.code in self._known.by_code or bool(one.number and self._known.by_number.find(one.address, one.village))

    def _take(self, one: Survey, here: list[int], counts: Counter[str], meant: Meant) -> bool:
        """Find the houses of a row, or make it a new one; False when it is refused."""
        try:
            one.houses = meant(one, here, counts)
            others = self._outlined_by if one.is_only_outline else self._named_by
            free = [house for house in one.houses if house not in others]
            if one.outline is not None and not one.is_only_outline:
                others = others | {house: self._outlined_by[house] for house in free if house in self._outlined_by}
                free = [house for house in free if house not in others]
            if one.houses and not free:
                self._refuse_same(one, others[one.houses[0]])
            one.houses = free or self._new(one)
        except RowRefused as error:
            self._register.refuse(one.row, error)
            return False
        if not one.is_only_outline:
            self._named_by |= dict.fromkeys(one.houses, one)
            if one.point is not None:
                self._spots[_cell(one.point)].append(one)
        if one.outline is not None:
            self._outlined_by |= dict.fromkeys(one.houses, one)
        return True

    def _new(self, one: Survey) -> list[int]:
        if one.outline is not None:
            one.point = shapely.point_on_surface(one.outline)
        if not one.is_named and (same := self._at_spot(one)) is not None:
            self._refuse_same(one, same)
        self._next += 1
        one.is_new = True
        one.houses = [self._next]
        self._new_ones[self._next] = one
        if one.number:
            self._known.by_number.enter(one.number, self._next)
        return one.houses

    def _refuse_same(self, one: Survey, other: Survey) -> None:
        raise RowRefused(tr("与第 {row} 行是同一处房屋", row=other.row), field_key="number", value=one.number or one.code)

    # What names a house

    def _meant_by_name(self, one: Survey, here: list[int], counts: Counter[str]) -> list[int]:
        known = self._known
        if one.code in known.by_code:
            return [known.by_code[one.code]]
        here = [house for house in here if not (one.code and self._code_of(house)) and not self._moves_away(one, house)]
        free = [house for house in here if house not in self._new_ones]
        if not one.number:
            return self._meant_by_code(one, here)
        found = [house for house in known.by_number.find(one.address, one.village) if not (one.code and self._code_of(house))]
        if found and (there := self._of_one_number(one, found, here, counts)):
            return there
        if one.outline is not None and here:
            one.is_only_outline = True
            names = tr("、").join(self._number_of(house) for house in here[:3])
            self._register.doubt(one.row, "number", one.number, tr("轮廓记给其中已有的房屋：{names}", names=names))
            return here
        return [house for house in free if known.is_unnumbered(house) and house not in self._named_by][:1]

    def _code_of(self, house: int) -> str | None:
        """The code of a house, also the one that an earlier row has just given it."""
        given = self._named_by.get(house)
        return given.code if given is not None and given.code else self._known.codes.get(house)

    def _number_of(self, house: int) -> str:
        return self._new_ones[house].number if house in self._new_ones else self._known.numbers[house]

    def _meant_by_code(self, one: Survey, here: list[int]) -> list[int]:
        """A code that nobody knows yet is that of the one house that stands there."""
        waiting = [house for house in here if house not in self._named_by]
        if one.outline is not None and here and (len(here) > 1 or not waiting):
            one.is_only_outline = True
            return here
        return waiting[:1]

    def _of_one_number(self, one: Survey, found: list[int], here: Sequence[int], counts: Counter[str]) -> list[int]:
        """Of the houses with this number the one meant: the only one, or the one that stands there."""
        rows = counts[number_key(one.number)]
        if rows == 1 and len(found) == 1:
            return found
        there = [house for house in found if house in here or self._is_new_at(house, one)]
        waiting = [house for house in there if house not in self._named_by]
        if there:
            one.is_only_outline = not waiting and one.outline is not None
            return (waiting or there)[:1]
        if rows == 1:
            raise RowRefused(
                tr("叫“{text}”的房屋有 {count} 处，请写明村或镇", text=one.address, count=len(found)), field_key="number", value=one.address
            )
        self._register.doubt(one.row, "number", one.number, tr("门牌与别的行相同，按位置另记一处"))
        return []

    def _is_new_at(self, house: int, one: Survey) -> bool:
        """Whether an earlier row has a new house at the place of this one, or says no place for it either."""
        new = self._new_ones.get(house)
        if new is None:
            return False
        if new.point is None or one.shape is None:
            return new.point is None and one.shape is None
        return bool(new.point.distance(one.shape) <= SAME_PLACE_M)

    # What only stands somewhere

    def _meant_by_point(self, one: Survey, here: list[int], _counts: Counter[str]) -> list[int]:
        free = [house for house in here if not self._moves_away(one, house)]
        return ([house for house in free if house not in self._named_by] or free)[:1]

    def _meant_by_outline(self, one: Survey, here: list[int], _counts: Counter[str]) -> list[int]:
        """The houses that have this very outline already, else all that stand on it."""
        free = [house for house in here if not self._moves_away(one, house)]
        known = column(self._known.outlines.get(house) for house in free)
        is_same = are_same_shapes(known, np.full(len(free), one.outline, dtype=object)) if len(free) else np.empty(0, bool)
        one.is_only_outline = bool(free)
        return [house for house, same in zip(free, is_same.tolist(), strict=True) if same] or free

    def _moves_away(self, one: Survey, house: int) -> bool:
        """Whether another row takes the house that stood here to another place."""
        other = self._named_by.get(house)
        if other is None or other.shape is None:
            return False
        return bool(shapely.distance(other.shape, one.shape) > SAME_PLACE_M)

    def _at_spot(self, one: Survey) -> Survey | None:
        """The house of an earlier row at this very place, or a new one on this outline."""
        if one.outline is not None:
            return next((other for other in self._rivals.get(one.row, ()) if other.is_new), None)
        if one.point is None:
            return None
        east, north = _cell(one.point)
        near = [other for x in (-1, 0, 1) for y in (-1, 0, 1) for other in self._spots.get((east + x, north + y), ())]
        return next((other for other in near if other.point is not None and other.point.distance(one.point) <= SAME_PLACE_M), None)

    def _come_to(self, found: Sequence[Survey]) -> list[list[int]]:
        """For each outline the houses, new ones and others, that rows with a point put onto it."""
        more: list[list[int]] = [[] for _ in found]
        come = [(house, one.point) for house, one in self._named_by.items() if one.point is not None]
        tree = shapely.STRtree([point for _, point in come])
        places, points = tree.query(column(one.outline for one in found), predicate="dwithin", distance=SAME_PLACE_M)
        for place, point in zip(places.tolist(), points.tolist(), strict=True):
            more[place].append(come[point][0])
        return more


def column(shapes: Iterable[shapely.Geometry | None]) -> NDArray[np.object_]:
    """Shapes as an array (n,), also of none."""
    return np.array([*shapes, None], dtype=object)[:-1]


def _cell(point: shapely.Geometry) -> tuple[int, int]:
    return int(point.x // SAME_PLACE_M), int(point.y // SAME_PLACE_M)


def _whose_middle_is_on(found: Sequence[Survey]) -> dict[int, list[Survey]]:
    """Row -> the other outlines whose house, were it a new one, would stand on this one."""
    outlines = column(one.outline for one in found)
    places, others = shapely.STRtree(shapely.point_on_surface(outlines)).query(outlines, predicate="dwithin", distance=SAME_PLACE_M)
    rivals: dict[int, list[Survey]] = defaultdict(list)
    for place, other in zip(places.tolist(), others.tolist(), strict=True):
        if place != other:
            rivals[found[place].row].append(found[other])
    return rivals
