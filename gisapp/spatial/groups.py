"""Slots that are alike as one group: thousands of families become a few hundred rows of a transport problem."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.board import FAR_COST, LOAD_COST, NOBODY, OTHER_UNIT_COST, Board, place_cost
from gisapp.spatial.transport import Sent, Transport, cheapest

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST_ARCS, MOST_GROUPS = 20_000, 800
NEAREST_ELSEWHERE = 4
STEPS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """Slots (p,) that are to get a taker, each of a ``quota``; ``owner_most`` (k,): how many slots may leave each taker.

    ``quota_sent`` (q,): how many slots of each quota get one; None: as many as there is room for.
    ``room`` (k,) and ``is_local``: only takers of the right unit count.
    """

    slots: Ints
    quota: Ints
    quota_sent: Ints
    owner_most: Ints
    room: Ints
    is_local: bool = False


def placed(board: Board, demand: Demand) -> list[tuple[int, int]]:
    """(slot, taker) of every slot that gets one, so that they cost least together; nobody twice into one family unless unavoidable."""
    if not len(demand.slots):
        return []
    group_of, first = _grouped(board, demand)
    problem = _problem(board, demand, group_of=group_of, first=first)
    sent = cheapest(problem)
    if sent is None:
        raise ArithmeticError("quotas larger than the room")
    return _dealt(board, demand, problem, sent, group_of)


def _grouped(board: Board, demand: Demand) -> tuple[Ints, Ints]:
    """(group of each slot, first slot of each group): as fine as MOST_ARCS and MOST_GROUPS allow."""
    slots, chosen = board.slots, demand.slots
    owner = board.holder[chosen]
    across = np.array([board.other_holder(slot) for slot in chosen.tolist()], np.int64)
    matters = (across >= 0) & (demand.room[across] > 0)
    matters[matters] = board.is_right_unit(chosen[matters], across[matters])
    across = np.where(matters, across, NOBODY)
    plain = (slots.role[chosen], slots.line[chosen], slots.unit[chosen], slots.town[chosen], demand.quota, owner)
    reach = _reach(board, demand)
    for more in ((slots.key[chosen], across), (across,), ()):
        table = np.column_stack((*plain, *more))
        _, first, group_of = np.unique(table, axis=0, return_index=True, return_inverse=True)
        if len(first) <= MOST_GROUPS and reach[first].sum() <= MOST_ARCS:
            break
    return group_of.ravel(), first


def _reach(board: Board, demand: Demand) -> Ints:
    """About how many takers each slot could go to directly (p,)."""
    slots, takers, chosen = board.slots, board.takers, demand.slots
    width = int(max(takers.unit.max(), slots.unit.max(), slots.town.max())) + 1
    roles = int(max(takers.role.max(), slots.role.max())) + 1
    number = np.bincount((takers.role * width + takers.unit)[demand.room > 0], minlength=roles * width)
    base = slots.role[chosen] * width
    return number[base + slots.unit[chosen]] + number[base + slots.town[chosen]] + NEAREST_ELSEWHERE


def _problem(board: Board, demand: Demand, *, group_of: Ints, first: Ints) -> Transport:
    heads = demand.slots[first]
    count = np.bincount(group_of)
    middle = _middles(board, demand, group_of)
    arcs = [_arcs_of(board, demand, int(head), middle[group]) for group, head in enumerate(heads.tolist())]
    sizes = [len(takers) for takers, _ in arcs]
    owner = board.holder[heads]
    role = board.slots.role[heads]
    step_taker, step_room, step_cost = _steps(board, demand.room)
    return Transport(
        supply=count, owner=owner, owner_most=demand.owner_most, quota=demand.quota[first], quota_sent=demand.quota_sent,
        arc_group=np.repeat(np.arange(len(heads)), sizes),
        arc_taker=np.concatenate([takers for takers, _ in arcs]), arc_cost=np.concatenate([cost for _, cost in arcs]),
        hub=np.full(len(heads), -1) if demand.is_local else role, hub_cost=np.full(len(heads), OTHER_UNIT_COST + FAR_COST),
        taker_hub=board.takers.role, step_taker=step_taker, step_room=step_room, step_cost=step_cost,
    )  # fmt: skip


def _middles(board: Board, demand: Demand, group_of: Ints) -> Floats:
    """The middle of the homes of each group (g, 2); nan = unknown."""
    xy = board.slots.xy[demand.slots]
    known = ~np.isnan(xy[:, 0])
    number = np.bincount(group_of, known)
    sums = np.column_stack([np.bincount(group_of, np.where(known, xy[:, axis], 0.0)) for axis in range(2)])
    with np.errstate(invalid="ignore"):
        return sums / number[:, None]


def _arcs_of(board: Board, demand: Demand, head: int, middle: Floats) -> tuple[Ints, Floats]:
    """All takers of the right unit and the nearest of all others, with what each costs."""
    slots, takers = board.slots, board.takers
    able = np.flatnonzero((takers.role == slots.role[head]) & (demand.room > 0))
    able = able[(able != board.other_holder(head)) & (able != board.holder[head])]
    repeated = np.full(len(able), head)
    cost = place_cost(
        takers, able, unit=slots.unit[repeated], town=slots.town[repeated], xy=np.tile(middle, (len(able), 1)), line=slots.line[repeated]
    )
    is_right = cost < OTHER_UNIT_COST
    if demand.is_local:
        return able[is_right], cost[is_right] - 2 * OTHER_UNIT_COST
    elsewhere = np.flatnonzero(~is_right)
    nearest = elsewhere[np.argsort(cost[elsewhere], kind="stable")[:NEAREST_ELSEWHERE]]
    kept = np.concatenate((np.flatnonzero(is_right), nearest))
    return able[kept], cost[kept]


def _steps(board: Board, room: Ints) -> tuple[Ints, Ints, Floats]:
    """Each taker's room in up to STEPS steps: the fuller the taker, the dearer the step."""
    takers = np.flatnonzero(room > 0)
    edges = np.floor(room[takers, None] * np.arange(STEPS + 1) / STEPS).astype(np.int64)
    sizes = np.diff(edges, axis=1)
    level = board.load[takers, None] + (edges[:, :-1] + edges[:, 1:]) / 2
    cost = LOAD_COST * level / np.maximum(board.takers.limit[takers, None], 1)
    return np.repeat(takers, STEPS), sizes.ravel(), cost.ravel()


def _dealt(board: Board, demand: Demand, problem: Transport, sent: Sent, group_of: Ints) -> list[tuple[int, int]]:
    """The groups' units as single slots; those out of a hub take what is left, the nearest first."""
    order = np.argsort(group_of, kind="stable")
    members = np.split(demand.slots[order], np.cumsum(np.bincount(group_of))[:-1])
    waiting = [list(map(int, group)) for group in members]
    found: list[tuple[int, int]] = []
    for arc in np.flatnonzero(sent.arcs).tolist():
        group, taker = int(problem.arc_group[arc]), int(problem.arc_taker[arc])
        found += [(waiting[group].pop(), taker) for _ in range(int(sent.arcs[arc]))]
    in_hub: dict[int, list[int]] = {}
    for group in np.flatnonzero(sent.into_hub).tolist():
        together = in_hub.setdefault(int(problem.hub[group]), [])
        together += [waiting[group].pop() for _ in range(int(sent.into_hub[group]))]
    for hub, slots in in_hub.items():
        free = np.where(board.takers.role == hub, sent.out_of_hub, 0)
        for slot in slots:
            able = np.flatnonzero(free > 0)
            other = able[able != board.other_holder(slot)]
            able = other if len(other) else able
            taker = int(able[np.argmin(board.cost(np.full(len(able), slot), able))])
            free[taker] -= 1
            found.append((slot, taker))
    return found
