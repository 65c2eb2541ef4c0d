"""An answer is improved by moving one family, or two families against each other, until no such step helps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.sheltering import NOWHERE, Ask, Sheltering, go_on_always, loads

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST_SWEEPS, FEWEST_SWEEPS, FAMILIES_SWEPT = 200, 30, 2_000_000
"""The more families, the fewer sweeps: the first ones bring nearly all."""
ENDLESS = 1 << 40
LEAST_GAIN_M = 1e-6


def improved(problem: Sheltering, site: Ints, *, go_on: Ask = go_on_always) -> Ints:
    """``site`` (n,) with fewer people without a place, or with a shorter way for all together; no room is ever exceeded."""
    if not len(site) or not len(problem.room):
        return site
    board = _Board(problem, site)
    for _ in range(min(max(FAMILIES_SWEPT // len(site), FEWEST_SWEEPS), MOST_SWEEPS)):
        go_on()
        if not board.sweep():
            break
    return np.where(board.site == len(problem.room), NOWHERE, board.site)


class _Board:
    """Who is where, with the cheapest family to move between any two sites for each size of family.

    NOWHERE is the last site: endless room, and a cost above every way.
    """

    def __init__(self, problem: Sheltering, site: Ints) -> None:
        self.people = problem.people
        self.nowhere = len(problem.room)
        self.site = np.where(site == NOWHERE, self.nowhere, site)
        self.room = np.append(problem.room - loads(problem, site), ENDLESS)
        above = 1.0 + float(problem.people.sum()) * float(problem.cost.max(initial=0.0))
        self.total = np.column_stack((problem.cost, problem.urgency * above)) * problem.people[:, None]
        self.sizes = np.unique(problem.people).tolist()
        sites = self.nowhere + 1
        self.best = np.full((len(self.sizes), sites, sites), np.inf)
        self.who = np.full((len(self.sizes), sites, sites), -1, np.int64)
        self._members: dict[tuple[int, int], Ints] = {}
        for place in range(sites):
            self._look_at(place)

    def _look_at(self, place: int) -> None:
        """Find anew which family of each size leaves ``place`` most cheaply for every other site."""
        here = np.flatnonzero(self.site == place)
        sizes = self.people[here]
        for number, size in enumerate(self.sizes):
            own = here[sizes == size]
            self.best[number, place], self.who[number, place] = np.inf, -1
            if len(own):
                change = self.total[own] - self.total[own, place][:, None]
                at = change.argmin(axis=0)
                self.best[number, place] = change[at, np.arange(change.shape[1])]
                self.who[number, place] = own[at]

    def sweep(self) -> bool:
        """Take the best steps that touch no site and no family twice; whether there was any."""
        touched: set[int] = set()
        gone: set[int] = set()
        for gain, a, b, one, other in self._steps():
            if gain >= -LEAST_GAIN_M or a in touched or b in touched or one in gone or other in gone:
                continue
            touched |= {a, b} - {self.nowhere}
            gone |= {one, other} - {-1}
            self._move(one, a, b)
            if other >= 0:
                self._move(other, b, a)
        for place in touched | ({self.nowhere} if gone else set()):
            self._look_at(place)
        return bool(gone)

    def _steps(self) -> list[tuple[float, int, int, int, int]]:
        """(change, from, to, family, family that comes back or -1), best first: the best step between every two sites."""
        sites = self.nowhere + 1
        gain, one, other = np.full((sites, sites), -LEAST_GAIN_M), np.full((sites, sites), -1), np.full((sites, sites), -1)
        for number, size in enumerate(self.sizes):
            self._note(gain, one, other, self.best[number], self.who[number], None, self.room[None, :] >= size)
            for back in range(number + 1):
                grows = size - self.sizes[back]
                both = self.best[number] + self.best[back].T
                self._note(gain, one, other, both, self.who[number], self.who[back].T, self.room[None, :] >= grows)
        a, b = np.nonzero(one >= 0)
        order = np.argsort(gain[a, b], kind="stable")
        a, b = a[order], b[order]
        return list(zip(gain[a, b].tolist(), a.tolist(), b.tolist(), one[a, b].tolist(), other[a, b].tolist(), strict=True))

    @staticmethod
    def _note(gain: Floats, one: Ints, other: Ints, found: Floats, who: Ints, back: Ints | None, fits: NDArray[np.bool_]) -> None:
        better = (found < gain) & fits
        gain[better] = found[better]
        one[better] = who[better]
        other[better] = -1 if back is None else back[better]

    def _move(self, family: int, begin: int, to: int) -> None:
        self.site[family] = to
        self.room[begin] += self.people[family]
        self.room[to] -= self.people[family]
        self.room[self.nowhere] = ENDLESS
