"""Who holds which slot while places are being found, with everybody's load kept up to date."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Slots:
    """Slots (n,): family, line 0 or 1, role, the taker who holds it (NOBODY), whether it may be changed; the unit and the town
    above it that hold its line; ``key``, shared by homes near to each other; the home's ``xy`` (n, 2) in metres, nan = unknown."""

    family: Ints
    line: Ints
    role: Ints
    holder: Ints
    is_open: Flags
    unit: Ints
    town: Ints
    key: Ints
    xy: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Takers:
    """Contacts (k,): role, unit, the most families, whether they take new ones, and where they are on each line (k, 2, 2)."""

    role: Ints
    unit: Ints
    limit: Ints
    is_taking: Flags
    xy: Floats


class Board:
    """``holder`` (n,) and ``load`` (k,), the different families of each taker over all slots, change with ``put``."""

    def __init__(self, slots: Slots, takers: Takers, *, single_roles: frozenset[int]) -> None:
        self.slots, self.takers = slots, takers
        self.holder = slots.holder.copy()
        self.single_roles = single_roles
        """Roles in which nobody may hold both lines of a family."""
        self._of_family: dict[int, list[int]] = defaultdict(list)
        for slot, family in enumerate(slots.family.tolist()):
            self._of_family[family].append(slot)
        self.sibling = self._siblings()
        self.load = self._loads()

    def _siblings(self) -> Ints:
        """The slot of the other line in the same role of each slot; -1 = none."""
        slots = self.slots
        order = np.lexsort((slots.line, slots.role, slots.family))
        first, second = order[:-1], order[1:]
        is_pair = (slots.family[first] == slots.family[second]) & (slots.role[first] == slots.role[second])
        found = np.full(len(order), -1, np.int64)
        found[first[is_pair]], found[second[is_pair]] = second[is_pair], first[is_pair]
        return found

    def _loads(self) -> Ints:
        held = self.holder >= 0
        width = int(self.slots.family.max(initial=0)) + 1
        pairs = np.unique(self.holder[held] * width + self.slots.family[held])
        return np.bincount(pairs // width, minlength=len(self.takers.role)).astype(np.int64)

    def held_in_family(self, slot: int, taker: int) -> list[int]:
        """The slots of the slot's family that the taker holds."""
        return [one for one in self._of_family[int(self.slots.family[slot])] if self.holder[one] == taker]

    def put(self, slot: int, taker: int) -> None:
        """Let the taker (NOBODY: no one) hold the slot."""
        before = int(self.holder[slot])
        if before == taker:
            return
        if taker >= 0 and not self.held_in_family(slot, taker):
            self.load[taker] += 1
        self.holder[slot] = taker
        if before >= 0 and not self.held_in_family(slot, before):
            self.load[before] -= 1

    def other_holder(self, slot: int) -> int:
        """Who holds the same role on the other line of the family; NOBODY."""
        sibling = int(self.sibling[slot])
        return int(self.holder[sibling]) if sibling >= 0 else NOBODY

    @property
    def room(self) -> Ints:
        """How many more families each taker may be given (k,)."""
        return np.where(self.takers.is_taking, np.maximum(self.takers.limit - self.load, 0), 0)

    @property
    def excess(self) -> Ints:
        """How many families each taker is over the limit (k,)."""
        return np.maximum(self.load - self.takers.limit, 0)

    def is_right_unit(self, slots: Ints, takers: Ints) -> Flags:
        """Whether each taker works for the unit of the slot's line or the town above it."""
        unit = self.takers.unit[takers]
        return (unit == self.slots.unit[slots]) | (unit == self.slots.town[slots])

    def cost(self, slots: Ints, takers: Ints) -> Floats:
        """What putting each taker into each slot costs: another unit far more than any distance."""
        return place_cost(
            self.takers,
            takers,
            unit=self.slots.unit[slots],
            town=self.slots.town[slots],
            xy=self.slots.xy[slots],
            line=self.slots.line[slots],
        )


OTHER_UNIT_COST = 1e5
TOWN_COST, FAR_COST, HALF_WAY_M, LOAD_COST = 10.0, 100.0, 2_000.0, 60.0
"""A distance of HALF_WAY_M costs half of FAR_COST; a load at its limit costs LOAD_COST more than none."""


def place_cost(takers: Takers, chosen: Ints, *, unit: Ints, town: Ints, xy: Floats, line: Ints) -> Floats:
    """Another unit, the town instead of the unit, and the way from the home (n, 2) to where the taker is on that line."""
    own = takers.unit[chosen]
    away = np.hypot(*(takers.xy[chosen, line] - xy).T)
    near = np.where(np.isnan(away), FAR_COST / 2, FAR_COST * away / (away + HALF_WAY_M))
    return np.where(own == unit, 0.0, np.where(own == town, TOWN_COST, OTHER_UNIT_COST)) + near
