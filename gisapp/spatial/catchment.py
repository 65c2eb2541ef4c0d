"""How many cells drain through each cell: the whole raster at once, from the farthest cells down to the way out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.neighbours import Cells, Go

Counts = NDArray[np.int32]


def accumulated(following: Cells, go: Go) -> Counts:
    """(n,) cells whose water runs through each cell, itself included; ``following`` leads from cell to cell, to itself at an end."""
    total = np.ones(len(following), np.int32)
    for cells in _farthest_first(following, go):
        np.add.at(total, following[cells], total[cells])
    return total


def _farthest_first(following: Cells, go: Go) -> list[Cells]:
    """The cells that are not at an end, in groups of as many steps from it, the most first."""
    far = _steps_to_end(following, go)
    order = np.argsort(far.astype(np.uint16) if far.max(initial=0) < 2**16 else far, kind="stable").astype(np.int32)
    go()
    starts = np.cumsum(np.bincount(far))
    return [order[starts[n - 1] : starts[n]] for n in range(len(starts) - 1, 0, -1)]


def _steps_to_end(following: Cells, go: Go) -> Counts:
    far = (following != np.arange(len(following), dtype=np.int32)).astype(np.int32)
    while True:
        further = following[following]
        go()
        if np.array_equal(further, following):
            return far
        far += far[following]
        following = further
