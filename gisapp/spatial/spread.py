"""Cheapest ways over a grid of costs: catchments, drainage trees, areas of influence and roads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Spread:
    """The tree of cheapest ways from some seed cells to every cell; all arrays are flat.

    ``cost`` to come here (inf = out of reach), ``previous`` cell on the way (NOWHERE at seeds and
    out of reach), ``source`` = the seed cell it came from (NOWHERE out of reach).
    """

    cost: Floats
    previous: Ints
    source: Ints


def spread(cost: Floats, seeds: Ints, *, regions: Ints | None = None, head_starts: Floats | None = None) -> Spread:
    """Spread from ``seeds`` (flat indices) over ``cost`` (rows, columns) per cell length, in 8 directions.

    Ways never cross between different ``regions`` (rows, columns) nor enter cells of infinite cost.
    ``head_starts`` is the cost at which each seed begins (>= 0).
    """
    from scipy.sparse.csgraph import dijkstra

    graph = _graph(cost, regions)
    if head_starts is None:
        found, previous, source = dijkstra(graph, indices=seeds, min_only=True, return_predecessors=True)
    else:
        found, previous, source = _from_one_root(graph, seeds, head_starts)
    previous, source = previous.astype(np.int64), source.astype(np.int64)
    previous[previous < 0] = NOWHERE
    source[source < 0] = NOWHERE
    return Spread(found, previous, source)


def _from_one_root(graph: csr_matrix, seeds: Ints, head_starts: Floats) -> tuple[Floats, Ints, Ints]:
    from scipy.sparse import coo_matrix, csr_matrix
    from scipy.sparse.csgraph import dijkstra

    cells = graph.shape[0]
    links = graph.tocoo()
    root = np.full(len(seeds), cells)
    rows, columns = np.concatenate((links.row, root)), np.concatenate((links.col, seeds))
    weights = np.concatenate((links.data, head_starts + 1e-9))
    rooted = csr_matrix(coo_matrix((weights, (rows, columns)), shape=(cells + 1, cells + 1)))
    found, previous = dijkstra(rooted, indices=cells, return_predecessors=True)
    found, previous = found[:cells], previous[:cells].astype(np.int64)
    own = np.flatnonzero(previous == cells)
    previous[own] = NOWHERE
    source = np.full(cells, NOWHERE, dtype=np.int64)
    source[own] = own
    return found, previous, carried_on(previous, np.argsort(found, kind="stable"), source)


def carried_on(previous: Ints, order: Ints, values: Ints) -> Ints:
    """``values`` handed from each cell to those that come after it; ``order`` is ascending cost."""
    result, before = values.tolist(), previous.tolist()
    for cell in order.tolist():
        if before[cell] >= 0:
            result[cell] = result[before[cell]]
    return np.asarray(result, dtype=np.int64)


def accumulated(tree: Spread) -> Floats:
    """How many cells drain through each cell, itself included."""
    total, before = [1.0] * len(tree.previous), tree.previous.tolist()
    for cell in np.argsort(-tree.cost, kind="stable").tolist():
        if before[cell] >= 0:
            total[before[cell]] += total[cell]
    return np.asarray(total)


def summed_from_seed(tree: Spread, rise: Floats, start: Floats) -> Floats:
    """``start`` at the seeds, and along every way upwards the running sum of ``rise`` (all flat)."""
    result, before, steps = start.tolist(), tree.previous.tolist(), rise.tolist()
    for cell in np.argsort(tree.cost, kind="stable").tolist():
        if before[cell] >= 0:
            result[cell] = result[before[cell]] + steps[cell]
    return np.asarray(result)


def way_to_seed(tree: Spread, cell: int) -> list[int]:
    """The cells from ``cell`` back to its seed, both included."""
    way = [cell]
    while tree.previous[way[-1]] >= 0:
        way.append(int(tree.previous[way[-1]]))
    return way


def _graph(cost: Floats, regions: Ints | None) -> csr_matrix:
    from scipy.sparse import coo_matrix, csr_matrix

    rows, columns = cost.shape
    index = np.arange(rows * columns).reshape(rows, columns)
    starts, ends, weights = [], [], []
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        here = (slice(0, rows - down), slice(max(0, -right), columns - max(0, right)))
        there = (slice(down, rows), slice(max(0, right), columns + min(0, right)))
        weight = (cost[here] + cost[there]) * (0.5 * np.hypot(down, right))
        open_way = np.isfinite(weight)
        if regions is not None:
            open_way &= regions[here] == regions[there]
        starts.append(index[here][open_way])
        ends.append(index[there][open_way])
        weights.append(weight[open_way])
    a, b, w = np.concatenate(starts), np.concatenate(ends), np.concatenate(weights)
    both = (np.concatenate((w, w)), (np.concatenate((a, b)), np.concatenate((b, a))))
    return csr_matrix(coo_matrix(both, shape=(rows * columns, rows * columns)))
