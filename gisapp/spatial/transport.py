"""The cheapest way to send what groups need to takers with limited room: a sparse flow, solved by HiGHS.

Groups, owners and quotas lie one in the other, takers and their steps as well: the constraint matrix is that of a network,
totally unimodular, so that every corner HiGHS returns is made of whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Transport:
    """d groups, k takers, m arcs, h hubs (a hub reaches every taker of its kind), w owners, q quotas.

    ``supply`` (d,) units of each group; ``owner`` (d,) with ``owner_most`` (w,) units that may leave an owner;
    ``quota`` (d,) with ``quota_sent`` (q,) units that must be sent in total, or -1: as many as pay.
    ``steps`` (s,) of the takers: ``step_taker``, ``step_room``, ``step_cost``, costs rising with each taker's load.
    """

    supply: Ints
    owner: Ints
    owner_most: Ints
    quota: Ints
    quota_sent: Ints
    arc_group: Ints
    arc_taker: Ints
    arc_cost: Floats
    hub: Ints
    hub_cost: Floats
    taker_hub: Ints
    step_taker: Ints
    step_room: Ints
    step_cost: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Sent:
    """Units on each arc (m,), from each group into its hub (d,), and out of the hubs to each taker (k,)."""

    arcs: Ints
    into_hub: Ints
    out_of_hub: Ints


def cheapest(problem: Transport) -> Sent | None:
    """The cheapest flow that sends the quotas; None where the quotas cannot be sent."""
    from scipy.optimize import linprog

    d, k, m = len(problem.supply), len(problem.taker_hub), len(problem.arc_group)
    if not d or not k:
        return Sent(np.zeros(m, np.int64), np.zeros(d, np.int64), np.zeros(k, np.int64)) if not (problem.quota_sent > 0).any() else None
    most, equal, sides = _rows(problem)
    cost = np.concatenate((problem.arc_cost, problem.hub_cost, np.zeros(k), problem.step_cost))
    no_hub = np.where(problem.hub < 0, 0, np.inf)
    highest = np.concatenate((np.full(m, np.inf), no_hub, np.full(k, np.inf), problem.step_room))
    bounds = np.column_stack((np.zeros(len(cost)), highest))
    found = linprog(cost, A_ub=most, b_ub=sides[0], A_eq=equal, b_eq=sides[1], bounds=bounds, method="highs-ds")
    if found.status == 2:
        return None
    if found.x is None:
        raise ArithmeticError(f"HiGHS: {found.message}")
    whole = np.rint(found.x).astype(np.int64)
    if np.abs(found.x - whole).max(initial=0) > 1e-4:
        raise ArithmeticError("HiGHS returned no corner")
    return Sent(whole[:m], whole[m : m + d], whole[m + d : m + d + k])


def _rows(problem: Transport) -> tuple[object, object, tuple[Ints, Ints]]:
    """(at most, equal to, right-hand sides) over the columns arcs, into hubs, out of hubs, steps."""
    from scipy.sparse import csr_array, vstack

    d, k, m, s = len(problem.supply), len(problem.taker_hub), len(problem.arc_group), len(problem.step_taker)
    width = m + d + k + s

    def rows(count: int, *entries: tuple[Ints, Ints, float]) -> object:
        row = np.concatenate([entry[0] for entry in entries])
        column = np.concatenate([entry[1] for entry in entries])
        value = np.concatenate([np.full(len(entry[0]), entry[2]) for entry in entries])
        kept = row >= 0
        return csr_array((value[kept], (row[kept], column[kept])), shape=(count, width))

    arcs, ins, outs, steps = np.arange(m), m + np.arange(d), m + d + np.arange(k), m + d + k + np.arange(s)
    group = problem.arc_group
    of_groups = rows(d, (group, arcs, 1.0), (np.arange(d), ins, 1.0))
    of_owners = rows(len(problem.owner_most), (problem.owner[group], arcs, 1.0), (problem.owner, ins, 1.0))
    of_quotas = rows(len(problem.quota_sent), (problem.quota[group], arcs, 1.0), (problem.quota, ins, 1.0))
    hubs = int(max(problem.hub.max(initial=-1), problem.taker_hub.max(initial=-1))) + 1
    of_hubs = rows(hubs, (problem.hub, ins, 1.0), (problem.taker_hub, outs, -1.0))
    of_takers = rows(k, (problem.arc_taker, arcs, 1.0), (np.arange(k), outs, 1.0), (problem.step_taker, steps, -1.0))
    most = vstack((of_groups, of_owners))
    equal = vstack((of_quotas, of_hubs, of_takers))
    zeros = np.zeros(hubs + k, np.int64)
    return most, equal, (np.concatenate((problem.supply, problem.owner_most)), np.concatenate((problem.quota_sent, zeros)))
