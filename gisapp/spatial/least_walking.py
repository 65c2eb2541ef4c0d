"""Families placed so that as few as possible stay without a place and all together walk least; never worse than nearest-first.

Whole families into limited room is a hard problem: a small one is solved exactly, a large one as a flow of people between groups
of neighbours and sites, dealt out to whole families and improved by swapping. Nothing is drawn by chance and nothing stops by
the clock: the same question has the same answer.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.beside import beside
from gisapp.spatial.sheltering import NOWHERE, Ask, Sheltering, go_on_always, loads, nearest_first, place_one, worth
from gisapp.spatial.swapping import improved
from gisapp.spatial.transport import Transport, cheapest

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST_ARCS = 30_000
SMALLEST_CELL_M, WIDER = 150.0, 1.3
MOST_EXACT = 1_500
"""Families times sites up to which the exact answer seldom takes a second."""
MOST_NODES = 150


def least_walking(problem: Sheltering, *, go_on: Ask = go_on_always) -> Ints:
    """The site of each family (n,), NOWHERE = without a place; ``go_on`` is called between steps and may raise."""
    plain = nearest_first(problem, go_on=go_on)
    if not len(problem.people) or not len(problem.room):
        return plain
    exact = _exactly(problem, plain, go_on)
    if exact is not None:
        return exact
    go_on()
    dealt = beside(lambda: _dealt(problem), go_on)
    go_on()
    return improved(problem, min((plain, dealt), key=lambda site: worth(problem, site)), go_on=go_on)


def _groups(problem: Sheltering) -> Ints:
    """The group (n,) of each family: neighbours of one urgency, as fine as MOST_ARCS allows."""
    most = max(MOST_ARCS // len(problem.room), 1)
    cell_m = SMALLEST_CELL_M
    while True:
        keys = np.column_stack((problem.rank, np.floor(problem.xy / cell_m).astype(np.int64)))
        first, group = np.unique(keys, axis=0, return_inverse=True)
        if len(first) <= max(most, len(np.unique(problem.rank))):
            return np.asarray(group.ravel(), np.int64)
        cell_m *= WIDER


def _dealt(problem: Sheltering) -> Ints:
    """Groups of people flow to the sites where they walk least; then each group's share of a site goes to whole families."""
    group = _groups(problem)
    flow = _flow(problem, group)
    site = np.full(len(problem.people), NOWHERE, np.int64)
    order = np.argsort(group, kind="stable")
    for members in np.split(order, np.cumsum(np.bincount(group))[:-1]):
        _deal(problem, members, flow[group[members[0]]], site)
    _place_the_rest(problem, site)
    return site


def _flow(problem: Sheltering, group: Ints) -> Ints:
    """People (g, s) of each group that go to each site: the cheapest flow, as many as there is room for, urgent ones first."""
    count = np.bincount(group, problem.people).astype(np.int64)
    groups, sites = len(count), len(problem.room)
    cost = np.empty((groups, sites))
    for site in range(sites):
        cost[:, site] = np.bincount(group, problem.cost[:, site] * problem.people) / count
    urgency = np.zeros(groups, np.int64)
    urgency[group] = problem.urgency
    pays = urgency[:, None] * (sites + 1) * max(float(cost.max()), 1.0)
    nothing = np.zeros(groups, np.int64)
    sent = cheapest(
        Transport(
            supply=count, owner=nothing, owner_most=np.array([count.sum()]), quota=nothing - 1, quota_sent=np.empty(0, np.int64),
            arc_group=np.repeat(np.arange(groups), sites), arc_taker=np.tile(np.arange(sites), groups),
            arc_cost=((cost - pays) / 1000).ravel(), hub=nothing - 1, hub_cost=np.zeros(groups), taker_hub=np.zeros(sites, np.int64),
            step_taker=np.arange(sites), step_room=problem.room, step_cost=np.zeros(sites),
        )
    )  # fmt: skip
    return np.zeros((groups, sites), np.int64) if sent is None else sent.arcs.reshape(groups, sites)


def _deal(problem: Sheltering, members: Ints, share: Ints, site: Ints) -> None:
    """Give a group's ``share`` (s,) of each site to its families.

    Where there is a place for everybody those come first whom another site would cost most, else those who are nearest.
    """
    used = np.flatnonzero(share)
    if not len(used):
        return
    left = share[used].copy()
    is_for_all = left.sum() == problem.people[members].sum()
    if is_for_all and len(used) == 1:
        site[members] = used[0]
        return
    cost = problem.cost[np.ix_(members, used)]
    first = cost.min(axis=1) - cost.max(axis=1) if is_for_all else cost.min(axis=1)
    for at in np.lexsort((-problem.people[members], first)).tolist():
        able = np.flatnonzero(left >= problem.people[members[at]])
        if len(able):
            chosen = able[int(np.argmin(cost[at, able]))]
            site[members[at]] = used[chosen]
            left[chosen] -= problem.people[members[at]]


def _place_the_rest(problem: Sheltering, site: Ints) -> None:
    """Families that fitted into no share go where there is room, the most urgent and largest first, each to the nearest."""
    room = problem.room - loads(problem, site)
    rest = np.flatnonzero(site == NOWHERE)
    for family in rest[np.lexsort((-problem.people[rest], problem.rank[rest]))].tolist():
        site[family] = place_one(problem.cost[family], int(problem.people[family]), room)


def _exactly(problem: Sheltering, plain: Ints, go_on: Ask) -> Ints | None:
    """The best answer there is; None where the problem is too large, or the solver did not come to an end."""
    families, sites = problem.cost.shape
    if families * sites > MOST_EXACT:
        return None
    from gisapp.spatial.whole_families import solve

    return solve(problem, most_unplaced=worth(problem, plain).unplaced, most_nodes=MOST_NODES, go_on=go_on)
