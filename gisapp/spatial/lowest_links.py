"""The cheapest links that join everything (a minimum spanning tree, by Borůvka's rounds): in steps short enough to be cancelled."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.neighbours import Cells, Go, ends_of


def lowest_links(one: Cells, other: Cells, heights: NDArray[np.float32], count: int, go: Go) -> NDArray[np.intp]:
    """Positions of the links that join ``count`` nodes with the lowest heights; two links may join the same nodes.

    Link i joins node ``one[i]`` with ``other[i]``. Parts that no link joins stay apart.
    """
    order = np.argsort(heights)
    go()
    left, right = one[order], other[order]
    chosen = []
    while len(order):
        best = _best_of_each(left, right, count)
        go()
        has_link = np.flatnonzero(best < len(order))
        links = best[has_link]
        chosen.append(order[np.unique(links)])
        joined = _joined(has_link, left[links], right[links], count, go)
        left, right = joined[left], joined[right]
        still = np.flatnonzero(left != right)
        order, left, right = order[still], left[still], right[still]
        go()
    return np.concatenate(chosen) if chosen else np.empty(0, np.intp)


def _best_of_each(left: Cells, right: Cells, count: int) -> NDArray[np.intp]:
    """(count,) the first link at each group, the number of links where it has none."""
    best = np.full(count, len(left), np.intp)
    places = np.arange(len(left), dtype=np.intp)
    np.minimum.at(best, left, places)
    np.minimum.at(best, right, places)
    return best


def _joined(groups: NDArray[np.intp], left: Cells, right: Cells, count: int, go: Go) -> Cells:
    """(count,) the group that each belongs to once those in ``groups`` have followed their links."""
    towards = np.arange(count, dtype=np.int32)
    towards[groups] = np.where(left == groups, right, left)
    is_mutual = (towards[towards] == np.arange(count)) & (towards > np.arange(count))
    towards[is_mutual] = np.flatnonzero(is_mutual)
    return ends_of(towards, go)
