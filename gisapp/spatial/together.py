"""Villages kept together: whole parts of a village change sites, as long as all people together do not walk too far for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.sheltering import NOWHERE, Sheltering, loads, worth

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

NO_VILLAGE = -1
MOST_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Split:
    """Villages with a family placed, those of them at more than one site, and of these the ones larger than any site."""

    villages: int
    split: int
    too_large: int


def split_villages(problem: Sheltering, site: Ints) -> Split:
    """How many villages go to several sites; people without a place do not count."""
    placed = np.flatnonzero((site != NOWHERE) & (problem.village != NO_VILLAGE))
    pairs = np.unique(np.column_stack((problem.village[placed], site[placed])), axis=0)
    villages, sites = np.unique(pairs[:, 0], return_counts=True)
    largest = int(problem.room.max(initial=0))
    people = np.array([problem.people[placed[problem.village[placed] == village]].sum() for village in villages[sites > 1]])
    return Split(len(villages), int((sites > 1).sum()), int((people > largest).sum()))


def together(problem: Sheltering, site: Ints, most_metres: float) -> Ints:
    """``site`` (n,) with fewer villages split, nobody more or less placed, and at most ``most_metres`` walked by all together."""
    hall = _Hall(problem, site)
    budget = most_metres - worth(problem, site).metres
    for _ in range(MOST_ROUNDS):
        spent = hall.round(budget)
        if spent is None:
            break
        budget -= spent
    return hall.site


@dataclass(slots=True)
class _Part:
    """The families of one village at one site; ``cost`` (s,) is what all of them walk to each site."""

    families: list[int]
    people: int
    cost: Floats


@dataclass(frozen=True, slots=True)
class _Step:
    """Parts (village, from) that go to a site; ``gain`` is how many parts fewer there are, ``metres`` how much farther all walk."""

    metres: float
    gain: int
    moves: tuple[tuple[int, int, int], ...] = field(default=())

    @property
    def order(self) -> tuple[float, tuple[tuple[int, int, int], ...]]:
        return self.metres / self.gain, self.moves


class _Hall:
    """Who is where, by village and site."""

    def __init__(self, problem: Sheltering, site: Ints) -> None:
        self.site = site.copy()
        self.room: list[int] = (problem.room - loads(problem, site)).tolist()
        self.of_village: dict[int, dict[int, _Part]] = defaultdict(dict)
        self.at_site: dict[int, set[int]] = defaultdict(set)
        self._problem = problem
        placed = np.flatnonzero((site != NOWHERE) & (problem.village != NO_VILLAGE))
        for family in placed.tolist():
            self._parts(int(problem.village[family])).setdefault(int(site[family]), _Part([], 0, np.empty(0))).families.append(family)
        for village, parts in self.of_village.items():
            for at, part in parts.items():
                self._weigh(part)
                self.at_site[at].add(village)

    def _parts(self, village: int) -> dict[int, _Part]:
        return self.of_village[village]

    def _weigh(self, part: _Part) -> None:
        own = np.array(part.families)
        people = self._problem.people[own]
        part.people = int(people.sum())
        part.cost = (self._problem.cost[own] * people[:, None]).sum(axis=0)

    def round(self, budget: float) -> float | None:
        """Take the cheapest steps that do not touch each other; what they cost, None when there was none."""
        spent, taken = 0.0, False
        touched: set[tuple[str, int]] = set()
        for step in sorted(self._steps(), key=lambda one: one.order):
            marks = {mark for village, begin, to in step.moves for mark in (("village", village), ("site", begin), ("site", to))}
            if spent + step.metres > budget or marks & touched:
                continue
            for move in step.moves:
                self._move(*move)
            touched |= marks
            spent, taken = spent + step.metres, True
        return spent if taken else None

    def _steps(self) -> list[_Step]:
        found: list[_Step] = []
        for village, parts in self.of_village.items():
            if len(parts) > 1:
                found += self._gatherings(village, parts)
                for begin, part in parts.items():
                    for to in parts:
                        if to != begin:
                            found += self._ways(village, begin, part, to)
        return found

    def _gatherings(self, village: int, parts: dict[int, _Part]) -> list[_Step]:
        """The whole village at one site with room for all of it."""
        everybody = sum(part.people for part in parts.values())
        now = sum(float(part.cost[at]) for at, part in parts.items())
        total = np.sum([part.cost for part in parts.values()], axis=0)
        found = []
        for to, room in enumerate(self.room):
            own = parts[to].people if to in parts else 0
            if room + own >= everybody:
                moves = tuple((village, at, to) for at in parts if at != to)
                found.append(_Step(float(total[to]) - now, len(parts) - 1, moves))
        return sorted(found, key=lambda one: one.order)[:1]

    def _ways(self, village: int, begin: int, part: _Part, to: int) -> list[_Step]:
        """One part joins another part of its village: into free room, or against a part of another village that comes back."""
        metres = float(part.cost[to] - part.cost[begin])
        if self.room[to] >= part.people:
            return [_Step(metres, 1, ((village, begin, to),))]
        found = []
        for other in self.at_site[to]:
            back = self.of_village[other][to]
            if other != village and self.room[to] + back.people >= part.people and self.room[begin] + part.people >= back.people:
                both = metres + float(back.cost[begin] - back.cost[to])
                gain = 2 if begin in self.of_village[other] else 1
                found.append(_Step(both, gain, ((village, begin, to), (other, to, begin))))
        return sorted(found, key=lambda one: one.order)[:1]

    def _move(self, village: int, begin: int, to: int) -> None:
        parts = self.of_village[village]
        part = parts.pop(begin)
        self.at_site[begin].discard(village)
        self.site[part.families] = to
        self.room[begin] += part.people
        self.room[to] -= part.people
        if to in parts:
            parts[to].families += part.families
            self._weigh(parts[to])
        else:
            parts[to] = part
            self.at_site[to].add(village)
