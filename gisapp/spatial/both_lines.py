"""Two lines, two people: mends families whose both slots of a role went to one person, and says where one person must do.

A sponsor cadre never holds both lines. In the other roles one person on both lines is the last resort, when there is no other room.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.board import NOBODY, Board

Ints = NDArray[np.int64]


def part_lines(board: Board, given: dict[int, int]) -> None:
    """Swap takers among the slots ``given`` (slot -> taker before), or use free room, until nobody holds both lines of a family.

    What cannot be mended goes back to what it was in the roles that may not, and stays in the others.
    """
    for slot in list(given):
        taker = int(board.holder[slot])
        if taker < 0 or board.other_holder(slot) != taker:
            continue
        swap = _cheapest_swap(board, slot, np.array(list(given), np.int64))
        if swap is not None:
            other, other_taker = swap
            board.put(slot, NOBODY)
            if other >= 0:
                board.put(other, taker)
            board.put(slot, other_taker)
        elif int(board.slots.role[slot]) in board.single_roles:
            board.put(slot, given.pop(slot))


def _cheapest_swap(board: Board, slot: int, given: Ints) -> tuple[int, int] | None:
    """(slot to swap with or -1 for free room, its taker) that costs least; None where there is none."""
    taker, role = int(board.holder[slot]), board.slots.role[slot]
    same = given[(board.slots.role[given] == role) & (board.holder[given] != taker) & (board.holder[given] >= 0)]
    across = np.where(board.sibling[same] >= 0, board.holder[board.sibling[same]], NOBODY)
    was = board.slots.holder
    same = same[(across != taker) & (was[same] != taker) & (board.holder[same] != was[slot])]
    free = np.flatnonzero((board.takers.role == role) & (board.room > 0))
    free = free[(free != taker) & (free != was[slot])]
    choices = np.concatenate((same, np.full(len(free), -1)))
    takers = np.concatenate((board.holder[same], free))
    if not len(choices):
        return None
    cost = board.cost(np.full(len(takers), slot), takers)
    cost[: len(same)] += board.cost(same, np.full(len(same), taker)) - board.cost(same, board.holder[same])
    best = int(np.argmin(cost))
    return int(choices[best]), int(takers[best])


def double_up(board: Board, wanting: Iterable[int], given: dict[int, int], *, open_slots: Ints) -> None:
    """Last resort for ``wanting`` slots that nobody has room for: whoever looks after the family on the other line takes this one too.

    A family with nobody on either line needs somebody's room: it is freed where another family's slot goes to its other line's holder.
    """
    waiting = [slot for slot in wanting if int(board.slots.role[slot]) not in board.single_roles]
    waiting.sort(key=lambda slot: len(board.held_in_family(slot, int(board.holder[slot]))) if board.holder[slot] >= 0 else 0)
    for slot in waiting:
        _take_over(board, slot, given)
    for slot in waiting:
        if _take_over(board, slot, given):
            continue
        together = _wanting_together(board, slot)
        taker = _free_one(board, int(board.slots.role[slot]), given, open_slots) if together else None
        if taker is not None:
            for one in together:
                _give(board, one, taker, given)


def _wanting_together(board: Board, slot: int) -> list[int]:
    """The slots of the family that one more person would settle: its empty ones, or all that somebody over the limit holds."""
    holder = int(board.holder[slot])
    if holder == NOBODY:
        sibling = int(board.sibling[slot])
        return [slot, sibling] if sibling >= 0 and board.holder[sibling] == NOBODY and board.slots.is_open[sibling] else [slot]
    if board.load[holder] <= board.takers.limit[holder]:
        return []
    own = board.held_in_family(slot, holder)
    can_leave = all(board.slots.is_open[one] and board.slots.role[one] == board.slots.role[slot] for one in own)
    return own if can_leave else []


def _take_over(board: Board, slot: int, given: dict[int, int]) -> bool:
    """Let the holder of the other line take the slot, at no family more."""
    other, holder = board.other_holder(slot), int(board.holder[slot])
    if other < 0 or other == holder or not board.takers.is_taking[other] or board.takers.role[other] != board.slots.role[slot]:
        return False  # a slot taken over already is here again: its holder is the other line's
    if holder >= 0 and (board.load[holder] <= board.takers.limit[holder] or len(board.held_in_family(slot, holder)) > 1):
        return False
    _give(board, slot, other, given)
    return True


def _free_one(board: Board, role: int, given: dict[int, int], open_slots: Ints) -> int | None:
    """A taker with room, freed if need be by letting the other line's holder take one family's slot; those given anew come first."""
    able = np.flatnonzero((board.takers.role == role) & (board.room > 0))
    if len(able):
        return int(able[0])
    fresh = [slot for slot in given if board.slots.role[slot] == role]
    held = open_slots[(board.slots.role[open_slots] == role) & (board.holder[open_slots] >= 0)]
    for slot in (*fresh, *(one for one in held.tolist() if one not in given)):
        holder, other = int(board.holder[slot]), board.other_holder(slot)
        if other < 0 or other == holder or not board.takers.is_taking[other] or board.takers.role[other] != role:
            continue
        is_full = board.takers.is_taking[holder] and board.takers.role[holder] == role and board.load[holder] == board.takers.limit[holder]
        if is_full and len(board.held_in_family(slot, holder)) == 1:
            _give(board, slot, other, given)
            return holder
    return None


def _give(board: Board, slot: int, taker: int, given: dict[int, int]) -> None:
    given.setdefault(slot, int(board.holder[slot]))
    board.put(slot, taker)
