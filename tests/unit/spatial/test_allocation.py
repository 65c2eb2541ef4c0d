"""Places for slots: every one filled and nobody over the limit where anything could do it, with the fewest moves."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.spatial.allocation import even_out, fill_and_relieve, to_right_units
from gisapp.spatial.board import NOBODY, Board, Slots, Takers

SINGLE = frozenset({0})


def board_of(rows: list[tuple[int, int, int, int, bool]], takers: list[tuple[int, int, bool]], *, units: list[int] | None = None) -> Board:
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


def most_that_can_be_filled(board: Board) -> int:
    """By a maximum flow source -> slot -> (family, taker) -> taker -> sink, for a board nobody holds anything on."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    slots, takers = board.slots, board.takers
    families, number = sorted(set(slots.family.tolist())), len(takers.role)
    first_pair, first_taker = 1 + len(slots.role), 1 + len(slots.role) + len(families) * number
    sink = first_taker + number
    edges = [(0, 1 + slot, 1) for slot in range(len(slots.role))]
    for place, family in enumerate(families):
        for taker in range(number):
            pair = first_pair + place * number + taker
            edges += [(1 + slot, pair, 1) for slot in np.flatnonzero(slots.family == family).tolist()]
            edges.append((pair, first_taker + taker, 1))
    edges += [(first_taker + taker, sink, int(takers.limit[taker])) for taker in range(number)]
    rows, columns, rooms = (np.array(part, np.int32) for part in zip(*edges, strict=True))
    return int(maximum_flow(csr_array((rooms, (rows, columns)), shape=(sink + 1, sink + 1)), 0, sink).flow_value)


@settings(max_examples=40, deadline=None)
@given(st.integers(5, 40), st.lists(st.integers(0, 40), min_size=1, max_size=7), st.integers(1, 3))
def test_as_many_are_filled_as_a_maximum_flow_fills(families: int, limits: list[int], units: int) -> None:
    rows = [(family, line, 0, NOBODY, True) for family in range(families) for line in range(2)]
    board = board_of(rows, [(0, limit, True) for limit in limits], units=[1 + place % units for place in range(len(limits))])
    fill_and_relieve(board)
    assert is_allowed(board, tuple(board.holder.tolist()))
    assert int((board.holder >= 0).sum()) == most_that_can_be_filled(board)


def test_the_right_unit_is_preferred_and_another_one_helps_out() -> None:
    rows = [(family, 0, 0, NOBODY, True) for family in range(5)]
    board = board_of(rows, [(0, 3, True), (0, 9, True)], units=[1, 2])
    fill_and_relieve(board)
    assert sorted(board.holder.tolist()) == [0, 0, 0, 1, 1]


def test_families_of_another_unit_go_home_as_far_as_there_is_room() -> None:
    rows = [(family, 0, 0, 1, True) for family in range(5)]
    board = board_of(rows, [(0, 3, True), (0, 9, True)], units=[1, 2])
    assert fill_and_relieve(board) == {}
    assert len(to_right_units(board, {})) == 3
    assert sorted(board.holder.tolist()) == [0, 0, 0, 1, 1]


def test_loads_are_evened_out_within_a_unit_with_no_move_too_many() -> None:
    rows = [(family, 0, 0, 0, True) for family in range(10)]
    board = board_of(rows, [(0, 20, True), (0, 20, True), (0, 20, True)], units=[1, 1, 2])
    moved = even_out(board, {})
    assert (len(moved), board.load.tolist()) == (4, [6, 4, 0])


def test_new_families_go_to_whoever_has_fewest() -> None:
    rows = [(family, 0, 0, 0, True) for family in range(10)] + [(family, 0, 0, NOBODY, True) for family in range(10, 20)]
    board = board_of(rows, [(0, 30, True), (0, 30, True)])
    fill_and_relieve(board)
    assert board.load.tolist() == [10, 10]
