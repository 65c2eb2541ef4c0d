"""Places for slots: every one filled and nobody over the limit where anything could do it, with the fewest moves."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.spatial.allocation import even_out, fill_and_relieve, to_right_units
from gisapp.spatial.board import NOBODY, Board, Slots, Takers

SINGLE = frozenset({0})


def board_of(
    rows: list[tuple[int, int, int, int, bool]], takers: list[tuple[int, int, bool]], *, units: list[int] | None = None
) -> Board:
    """Slots as (family, line, role, holder, open), takers as (role, limit, takes); everything lies in unit 1 of town 9."""
    family, line, role, holder = (np.array([row[place] for row in rows], np.int64) for place in range(4))
    count = len(rows)
    slots = Slots(
        family, line, role, holder, np.array([row[4] for row in rows], bool), np.ones(count, np.int64), np.full(count, 9),
        np.zeros(count, np.int64), np.column_stack((family * 100.0, np.zeros(count))),
    )  # fmt: skip
    unit = np.array(units if units is not None else [1] * len(takers), np.int64)
    people = Takers(
        np.array([one[0] for one in takers], np.int64), unit, np.array([one[1] for one in takers], np.int64),
        np.array([one[2] for one in takers], bool), np.zeros((len(takers), 2, 2)),
    )  # fmt: skip
    return Board(slots, people, single_roles=SINGLE)


def loads(board: Board, holder: tuple[int, ...]) -> list[int]:
    pairs = {(one, family) for one, family in zip(holder, board.slots.family.tolist(), strict=True) if one >= 0}
    return [sum(one == taker for one, _ in pairs) for taker in range(len(board.takers.role))]


def standing(board: Board, holder: tuple[int, ...]) -> tuple[int, int, int]:
    """(open slots left empty, families over limits, moves of holders): the less the better, the first before the second."""
    slots, before = board.slots, board.slots.holder
    empty = sum(bool(slots.is_open[slot]) and one < 0 for slot, one in enumerate(holder))
    above = sum(max(load - int(limit), 0) for load, limit in zip(loads(board, holder), board.takers.limit, strict=True))
    moved = sum(int(before[slot]) >= 0 and one != before[slot] for slot, one in enumerate(holder))
    return empty, above, moved


def is_allowed(board: Board, holder: tuple[int, ...], *, two_people: bool = False) -> bool:
    """Nobody gets above the limit or, above it before, any higher; nobody holds both lines in a single role (``two_people``: or
    is newly put into the second line of any)."""
    slots, first, limit = board.slots, board.slots.holder.tolist(), board.takers.limit.tolist()
    for slot, one in enumerate(holder):
        other = int(board.sibling[slot])
        must_differ = int(slots.role[slot]) in board.single_roles or (two_people and one != first[slot])
        if must_differ and other >= 0 and one >= 0 and holder[other] == one:
            return False
    was = loads(board, tuple(first))
    return all(load <= max(most, had) for load, most, had in zip(loads(board, holder), limit, was, strict=True))


def best_of_all(board: Board, *, two_people: bool = False) -> tuple[int, int, int]:
    """Every way to fill the slots, tried one by one."""
    slots, takers = board.slots, board.takers
    choices = []
    for slot, before in enumerate(slots.holder.tolist()):
        able = [one for one in range(len(takers.role)) if takers.is_taking[one] and takers.role[one] == slots.role[slot]]
        choices.append(list(dict.fromkeys([before, *able])) if slots.is_open[slot] else [before])
    return min(standing(board, holder) for holder in product(*choices) if is_allowed(board, holder, two_people=two_people))


@st.composite
def small_cases(draw: st.DrawFn) -> tuple[list[tuple[int, int, int, int, bool]], list[tuple[int, int, bool]]]:
    role = draw(st.sampled_from([0, 1]))
    takers = [(role, draw(st.integers(0, 3)), draw(st.integers(0, 9)) > 0) for _ in range(draw(st.integers(1, 4)))]
    rows = []
    for family in range(draw(st.integers(1, 3))):
        both = [draw(st.integers(NOBODY, len(takers) - 1)) for _ in range(2)]
        if role in SINGLE and both[0] == both[1] >= 0:
            both[1] = NOBODY
        rows += [(family, line, role, one, draw(st.integers(0, 7)) > 0) for line, one in enumerate(both)]
    return rows, takers


@settings(max_examples=400, deadline=None)
@given(small_cases())
def test_nothing_beats_what_is_proposed(case: tuple[list[tuple[int, int, int, int, bool]], list[tuple[int, int, bool]]]) -> None:
    board = board_of(*case)
    moved = fill_and_relieve(board)
    holder = tuple(board.holder.tolist())
    assert is_allowed(board, holder)
    best, apart = best_of_all(board), best_of_all(board, two_people=True)
    if int(board.slots.role[0]) in SINGLE or apart[:2] == (0, 0):
        assert standing(board, holder) == best
    else:
        assert standing(board, holder)[0] <= apart[0]
    assert board.load.tolist() == loads(board, holder)
    changed = {slot for slot, one in enumerate(holder) if one != board.slots.holder[slot]}
    assert set(moved) == changed
    assert all(board.slots.is_open[slot] for slot in changed)
