"""Families to be placed into sites with limited room: what is asked, what an answer is worth, and the nearest-first answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

Ask = Callable[[], None]
"""Called between steps; raises when the person wants to stop."""

NOWHERE = -1
ASK_EVERY = 2_000
RANKS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Sheltering:
    """n families, s sites: ``people`` (n,) > 0 of each family, who stay together; ``rank`` (n,) 0 = most urgent, below RANKS.

    ``cost`` (n, s) metres a person walks, finite; ``room`` (s,) people; ``village`` (n,) its number, ``xy`` (n, 2) metres.
    """

    people: Ints
    rank: Ints
    cost: Floats
    room: Ints
    village: Ints
    xy: Floats

    @property
    def urgency(self) -> Ints:
        """What one person without a place weighs (n,): the more urgent the more."""
        return RANKS - self.rank

    def chosen(self, families: Ints) -> Sheltering:
        """The same question for some of the families."""
        return Sheltering(
            self.people[families], self.rank[families], self.cost[families], self.room, self.village[families], self.xy[families]
        )


@dataclass(frozen=True, slots=True, order=True)
class Worth:
    """An answer's worth, the smaller the better: people without a place (each by urgency), then metres all people walk together."""

    unplaced: int
    metres: float


def worth(problem: Sheltering, site: Ints) -> Worth:
    """What it is worth to place family i at ``site[i]`` (n,), NOWHERE = without a place."""
    placed = np.flatnonzero(site != NOWHERE)
    left = site == NOWHERE
    metres = float((problem.people[placed] * problem.cost[placed, site[placed]]).sum())
    return Worth(int((problem.people[left] * problem.urgency[left]).sum()), metres)


def loads(problem: Sheltering, site: Ints) -> Ints:
    """People placed at each site (s,)."""
    placed = site != NOWHERE
    return np.bincount(site[placed], problem.people[placed], minlength=len(problem.room)).astype(np.int64)


def go_on_always() -> None:
    """Nobody wants to stop."""


def nearest_first(problem: Sheltering, *, go_on: Ask = go_on_always) -> Ints:
    """The site of each family (n,): the most urgent rank first, within it always the nearest pair of family and site with room."""
    site = np.full(len(problem.people), NOWHERE, np.int64)
    room = problem.room.copy()
    for rank in np.unique(problem.rank).tolist():
        _fill(problem, np.flatnonzero(problem.rank == rank), site, room, go_on)
    return site


def place_one(cost: Floats, people: int, room: Ints) -> int:
    """The nearest site by ``cost`` (s,) with room for ``people``, whose ``room`` (s,) is taken; NOWHERE when there is none."""
    able = np.flatnonzero(room >= people)
    if not len(able):
        return NOWHERE
    chosen = int(able[int(np.argmin(cost[able]))])
    room[chosen] -= people
    return chosen


def _fill(problem: Sheltering, families: Ints, site: Ints, room: Ints, go_on: Ask) -> None:
    """Place ``families`` nearest pair first; ``site`` and ``room`` are brought up to date.

    Room only shrinks: a site that a family does not fit into now it will not fit into later, so that each family waits with its
    nearest site that had room when it was last looked at.
    """
    people = problem.people.tolist()
    waiting = [entry for family in families.tolist() if (entry := _nearest(problem, family, people[family], room))]
    heapify(waiting)
    looked_at = 0
    while waiting:
        looked_at += 1
        if looked_at % ASK_EVERY == 0:
            go_on()
        _, family, wanted = heappop(waiting)
        if room[wanted] >= people[family]:
            site[family] = wanted
            room[wanted] -= people[family]
        elif again := _nearest(problem, family, people[family], room):
            heappush(waiting, again)


def _nearest(problem: Sheltering, family: int, people: int, room: Ints) -> tuple[float, int, int] | None:
    able = np.flatnonzero(room >= people)
    if not len(able):
        return None
    cost = problem.cost[family, able]
    at = int(np.argmin(cost))
    return float(cost[at]), family, int(able[at])
