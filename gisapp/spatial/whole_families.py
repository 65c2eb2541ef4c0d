"""The exact answer for few families: every family whole into one site or none, solved by HiGHS as a program of whole numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.beside import beside
from gisapp.spatial.sheltering import NOWHERE, Ask, Sheltering, go_on_always

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def solve(problem: Sheltering, *, most_unplaced: int, most_nodes: int, go_on: Ask = go_on_always) -> Ints | None:
    """The site of each family (n,) of least worth; None when ``most_nodes`` did not suffice.

    The solver cannot be stopped: who does not want to go on leaves it running to its end, ``most_nodes`` at most.

    Two questions one after the other, so that no weight has to stand for "above all": first how few (by urgency) stay without a
    place, which is not asked where ``most_unplaced`` is 0, then how little all walk with so few.
    """
    weight = (problem.people * problem.urgency).astype(np.float64)
    least = most_unplaced
    if least:
        placing = -np.repeat(weight, len(problem.room))
        first = beside(lambda: _solved(problem, placing, 0.0, most_nodes), go_on)
        if first is None:
            return None
        least = int(round(weight.sum() + first[1]))
    metres = (problem.cost * problem.people[:, None]).ravel()
    found = beside(lambda: _solved(problem, metres, weight.sum() - least, most_nodes), go_on)
    return None if found is None else found[0]


def _solved(problem: Sheltering, cost: Floats, least_weight: float, most_nodes: int) -> tuple[Ints, float] | None:
    """(site of each family, value) of the cheapest answer that places at least ``least_weight``; None when it was not found."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array, kron, vstack

    families, sites = problem.cost.shape
    once = kron(csr_array(np.eye(families)), np.ones((1, sites)))
    room = kron(problem.people[None, :].astype(np.float64), csr_array(np.eye(sites)))
    weight = csr_array(np.repeat(problem.people * problem.urgency, sites)[None, :].astype(np.float64))
    highest = np.concatenate((np.ones(families), problem.room, [np.inf]))
    lowest = np.concatenate((np.full(families + sites, -np.inf), [least_weight - 0.5 if least_weight else -np.inf]))
    found = milp(
        cost / max(float(np.abs(cost).max()), 1.0),
        integrality=np.ones(len(cost)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(vstack((once, room, weight)).tocsr(), lowest, highest),
        options={"node_limit": most_nodes, "mip_rel_gap": 0.0},
    )
    if found.status != 0 or found.x is None:
        return None
    chosen = found.x.reshape(families, sites) > 0.5
    site = np.where(chosen.any(axis=1), chosen.argmax(axis=1), NOWHERE)
    return site, float((cost.reshape(families, sites) * chosen).sum())
