"""Fill every slot, bring nobody over the limit, move the fewest families: how places are found for slots and takers.

Why this is the best there is. Any taker of a role can take any slot of that role, so what decides is counted beforehand: an empty
slot needs one place, a taker over the limit has to give up exactly what is too much, those families first in which that takes one
move. These numbers go into the transport problem as quotas; within them it chooses the right unit, then near homes and even loads.
Only a family's two lines can stand in the way; then ``each_slot`` gives the exact answer for the whole role.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial import both_lines, each_slot
from gisapp.spatial.board import NOBODY, Board
from gisapp.spatial.groups import Demand, placed

Ints = NDArray[np.int64]
Given = dict[int, int]
"""Slot -> who held it before."""

BALANCE_SLACK = 0.2
"""Evening out leaves alone whoever is at most so much above the average of the unit."""


def fill_and_relieve(board: Board) -> Given:
    """Fill every open empty slot and bring whoever is over the limit down to it, as far as there is room."""
    given: Given = {}
    over, most = _to_shed(board)
    empty = np.flatnonzero(board.slots.is_open & (board.holder < 0))
    demand = _demand(board, empty, over, most)
    _apply(board, placed(board, demand), given)
    both_lines.part_lines(board, given)
    for role in sorted(board.single_roles):
        if _is_wanting(board, role) and board.room[board.takers.role == role].any():
            _settle_exactly(board, role, given)
    rest = np.flatnonzero(board.slots.is_open & ((board.holder < 0) | (board.excess[board.holder] > 0)))
    both_lines.double_up(board, rest.tolist(), given, open_slots=np.flatnonzero(board.slots.is_open))
    return {slot: before for slot, before in given.items() if board.holder[slot] != before}


def to_right_units(board: Board, untouched: Given) -> Given:
    """Give slots whose holder works elsewhere to the unit that holds the line, as far as it has room."""
    held = _open_held(board, untouched)
    wrong = held[~board.is_right_unit(held, board.holder[held])]
    most = np.bincount(board.holder[wrong], minlength=len(board.load))
    return _paying(board, wrong, most, board.room)


def even_out(board: Board, untouched: Given) -> Given:
    """Move families from whoever is far above the average of the role in a unit to those below it, within the right unit."""
    ceiling = np.minimum(_ceilings(board), np.maximum(board.takers.limit, board.load))
    held = _open_held(board, untouched)
    alone = np.array([len(board.held_in_family(slot, int(board.holder[slot]))) == 1 for slot in held.tolist()], bool)
    much = board.load > ceiling
    chosen = held[alone & much[board.holder[held]]]
    room = np.where(board.takers.is_taking, np.maximum(np.minimum(ceiling, board.takers.limit) - board.load, 0), 0)
    return _paying(board, chosen, np.maximum(board.load - ceiling, 0), room)


def _paying(board: Board, chosen: Ints, owner_most: Ints, room: Ints) -> Given:
    """Move as many of the chosen slots to takers of the right unit as have room; lines of one family stay apart."""
    given: Given = {}
    nothing = np.empty(0, np.int64)
    _apply(board, placed(board, Demand(chosen, np.full(len(chosen), -1), nothing, owner_most, room, is_local=True)), given)
    for slot, before in given.items():
        if board.other_holder(slot) == board.holder[slot]:
            board.put(slot, before)
    return {slot: before for slot, before in given.items() if board.holder[slot] != before}


def _open_held(board: Board, untouched: Given) -> Ints:
    is_free = board.slots.is_open & (board.holder >= 0)
    is_free[list(untouched)] = False
    return np.flatnonzero(is_free)


def _ceilings(board: Board) -> Ints:
    """Per taker a load that is not far above the average of the takers of the same role and unit."""
    _, group = np.unique(np.column_stack((board.takers.role, board.takers.unit)), axis=0, return_inverse=True)
    group = group.ravel()
    number = np.bincount(group, board.takers.is_taking)
    average = np.bincount(group, np.where(board.takers.is_taking, board.load, 0)) / np.maximum(number, 1)
    return np.ceil(average * (1 + BALANCE_SLACK)).astype(np.int64)[group]


def _apply(board: Board, moves: list[tuple[int, int]], given: Given) -> None:
    for slot, taker in moves:
        given.setdefault(slot, int(board.holder[slot]))
        board.put(slot, taker)


def _rooms(board: Board) -> Ints:
    return np.bincount(board.takers.role, board.room, minlength=_roles(board)).astype(np.int64)


def _roles(board: Board) -> int:
    return int(max(board.takers.role.max(initial=0), board.slots.role.max(initial=0))) + 1


def _to_shed(board: Board) -> tuple[Ints, Ints]:
    """(slots that may leave whoever is over the limit (p,), how many leave each taker (k,)).

    A family of which the taker holds one slot is lighter by one move; of two slots both have to go. The latter are chosen here,
    whole families only, the former by what they cost; all within the room that filling leaves.
    """
    empty = np.bincount(board.slots.role[board.slots.is_open & (board.holder < 0)], minlength=_roles(board))
    left = np.maximum(_rooms(board) - empty, 0)
    most = np.zeros(len(board.load), np.int64)
    families = _families_of_the_overloaded(board)
    chosen: list[int] = []
    short = dict(zip(np.flatnonzero(board.excess).tolist(), board.excess[board.excess > 0].tolist(), strict=True))
    for size in sorted({len(slots) for owned in families.values() for slots in owned}):
        for taker, owned in families.items():
            fitting = [slots for slots in owned if len(slots) == size]
            number = min(short[taker], len(fitting))
            roles = {int(board.slots.role[slot]) for slots in fitting for slot in slots}
            if size > 1 or len(roles) > 1:
                fitting = _fitting(board, fitting[:number], left)
                number = len(fitting)
            else:
                left[list(roles)] -= number
            chosen += [slot for slots in fitting for slot in slots]
            most[taker] += number * size
            short[taker] -= number
        left = np.maximum(left, 0)
    return np.array(chosen, np.int64), most


def _fitting(board: Board, families: list[list[int]], left: Ints) -> list[list[int]]:
    """Those of the families for whose slots there is room left; the room is used up."""
    found = []
    for slots in families:
        need = np.bincount(board.slots.role[slots], minlength=len(left))
        if (need <= left).all():
            left -= need
            found.append(slots)
    return found


def _families_of_the_overloaded(board: Board) -> dict[int, list[list[int]]]:
    """Taker over the limit -> the slots of each family that could leave altogether."""
    found: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for slot in np.flatnonzero((board.holder >= 0) & (board.excess[board.holder] > 0)).tolist():
        found[int(board.holder[slot])][int(board.slots.family[slot])].append(slot)
    is_open = board.slots.is_open
    return {taker: [slots for slots in owned.values() if is_open[slots].all()] for taker, owned in found.items()}


def _demand(board: Board, empty: Ints, over: Ints, most: Ints) -> Demand:
    roles, room = _roles(board), _rooms(board)
    filled = np.minimum(np.bincount(board.slots.role[empty], minlength=roles), room)
    leaving = np.zeros(roles, np.int64)
    for taker in np.flatnonzero(most).tolist():
        own = over[board.holder[over] == taker]
        counts = np.bincount(board.slots.role[own], minlength=roles)
        leaving += counts if counts.sum() <= most[taker] else np.minimum(counts, most[taker])
    relieved = np.minimum(leaving, room - filled)
    quota = np.concatenate((board.slots.role[empty], roles + board.slots.role[over]))
    return Demand(np.concatenate((empty, over)), quota, np.concatenate((filled, relieved)), most, board.room)


def _is_wanting(board: Board, role: int) -> bool:
    """Whether an open slot of the role is empty, or held by somebody who is over the limit."""
    own = np.flatnonzero(board.slots.is_open & (board.slots.role == role))
    holder = board.holder[own]
    return bool((holder < 0).any() or (board.excess[holder[holder >= 0]] > 0).any())


def _settle_exactly(board: Board, role: int, given: Given) -> None:
    for slot in [one for one in given if board.slots.role[one] == role]:
        board.put(slot, given.pop(slot))
    moves = each_slot.settle(board, role)
    for slot in moves or {}:
        given[slot] = int(board.holder[slot])
        board.put(slot, NOBODY)
    for slot, taker in (moves or {}).items():
        board.put(slot, taker)
