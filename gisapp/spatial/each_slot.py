"""The exact answer slot by slot, for the rare case in which two lines of one family stand in each other's way.

A family's two slots of a role may not go to one person. As a network: slot -> (family, person), room 1 -> person, room for the limit.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.board import NOBODY, Board
from gisapp.spatial.lexicographic import solved

Ints = NDArray[np.int64]
MOST_ARCS = 200_000


def settle(board: Board, role: int) -> dict[int, int] | None:
    """(slot -> taker) for the open slots of ``role`` whose holder is to change: as many filled as can be, then the least over
    the limits, then the fewest moves, then the right unit and near homes. Nobody gets above the limit or, above it, any more."""
    slots, takers = board.slots, board.takers
    chosen = np.flatnonzero(slots.is_open & (slots.role == role))
    is_fixed = np.ones(len(slots.role), bool)
    is_fixed[chosen] = False
    at, taker = _arcs(board, chosen, role)
    if not len(at):
        return {}
    slot = chosen[at]
    fixed_pairs = _fixed_pairs(board, is_fixed)
    fixed_load = np.bincount(np.array([one[1] for one in fixed_pairs], np.int64), minlength=len(takers.role))
    counts = np.array([(family, one) not in fixed_pairs for family, one in zip(slots.family[slot].tolist(), taker.tolist(), strict=True)])
    answer = _solve(board, chosen, (at, taker, counts), fixed_load)
    if answer is None:
        return None
    taken = np.flatnonzero(answer[: len(at)] > 0.5)
    return {int(slot[arc]): int(taker[arc]) for arc in taken.tolist() if board.holder[slot[arc]] != taker[arc]}


def _arcs(board: Board, chosen: Ints, role: int) -> tuple[Ints, Ints]:
    """(place in ``chosen``, taker) of everybody a slot may go to; a holder keeps what is held."""
    takers = board.takers
    able = np.flatnonzero((takers.role == role) & takers.is_taking)
    roomy = able[board.room[able] > 0]
    holder = board.holder[chosen]
    if len(chosen) * len(able) > MOST_ARCS:
        able = roomy
    parts = []
    for place, slot in enumerate(chosen.tolist()):
        mine = able if holder[place] < 0 or len(chosen) * len(able) <= MOST_ARCS else roomy
        if holder[place] >= 0:
            mine = np.union1d(mine, holder[place])
        sibling = int(board.sibling[slot])
        if sibling >= 0 and not (board.slots.is_open[sibling]):
            mine = mine[mine != board.holder[sibling]]
        parts.append(np.column_stack((np.full(len(mine), place), mine)))
    both = np.concatenate(parts) if parts else np.empty((0, 2), np.int64)
    return both[:, 0], both[:, 1]


def _fixed_pairs(board: Board, is_fixed: NDArray[np.bool_]) -> set[tuple[int, int]]:
    held = np.flatnonzero(is_fixed & (board.holder >= 0))
    return set(zip(board.slots.family[held].tolist(), board.holder[held].tolist(), strict=True))


def _solve(board: Board, chosen: Ints, arcs: tuple[Ints, Ints, NDArray[np.bool_]], fixed_load: Ints) -> NDArray[np.float64] | None:
    """Columns: arcs, one per empty slot left empty, one per taker over the limit."""
    from scipy.sparse import csr_array, vstack

    (at, taker, counts), m = arcs, len(arcs[0])
    empty, over = np.flatnonzero(board.holder[chosen] < 0), np.flatnonzero(board.excess > 0)
    width, number = m + len(empty) + len(over), len(board.takers.role)
    equal = csr_array((np.ones(m + len(empty)), (np.concatenate((at, empty)), np.arange(m + len(empty)))), shape=(len(chosen), width))
    value, column = (
        np.concatenate((counts.astype(float), -np.ones(len(over)))),
        np.concatenate((np.arange(m), m + len(empty) + np.arange(len(over)))),
    )
    load = csr_array((value, (np.concatenate((taker, over)), column)), shape=(number, width))
    slot = chosen[at]
    family = np.where(board.sibling[slot] >= 0, np.minimum(slot, board.sibling[slot]), slot)
    _, pair = np.unique(family * number + taker, return_inverse=True)
    lines = csr_array((np.ones(m), (pair, np.arange(m))), shape=(int(pair.max()) + 1, width))
    zero = np.zeros(width)
    left_empty, above, moved, places = zero.copy(), zero.copy(), zero.copy(), zero.copy()
    left_empty[m : m + len(empty)] = 1.0
    above[m + len(empty) :] = 1.0
    holder = board.holder[slot]
    moved[:m] = (holder != NOBODY) & (holder != taker)
    places[:m] = np.where(holder == taker, 0.0, board.cost(slot, taker) / 100)
    highest = np.concatenate((np.ones(m + len(empty)), board.excess[over].astype(float)))
    return solved(
        (left_empty, above, moved, places),
        most=vstack((load, lines)).tocsr(),
        most_sides=np.concatenate((board.takers.limit - fixed_load, np.ones(lines.shape[0]))).astype(float),
        equal=equal, equal_sides=np.ones(len(chosen)), highest=highest,
    )  # fmt: skip
