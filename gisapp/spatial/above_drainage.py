"""Height above the nearest drainage (HAND, Rennó et al. 2008; Nobre et al. 2011): how far the water of a river must rise to come to a cell.

A cell is reached when the water stands as high as the highest ground on the way that its own water takes to the river:
so nothing is wet that is not connected with the river.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.neighbours import Cells, Go, Heights

Mask = NDArray[np.bool_]


def above_drainage(following: Cells, height: Heights, is_drainage: Mask, *, is_open: Mask | None = None, go: Go) -> Heights:
    """(n,) metres above the first drainage cell on each cell's way, 0 on drainage itself, NaN where the way meets none.

    ``height`` (n,) metres, NaN or inf = no value. ``is_open``: ground that does not hold the water up (known waterways, under
    whose bridges it passes): its height counts for itself alone.
    """
    target = np.where(is_drainage, np.arange(len(following), dtype=np.int32), following)
    barrier = np.where(is_drainage if is_open is None else is_drainage | is_open, np.float32(-np.inf), height)
    while True:
        barrier = np.maximum(barrier, barrier[target])
        go()
        further = target[target]
        if np.array_equal(further, target):
            break
        target = further
    with np.errstate(invalid="ignore"):  # inf - inf where there is no height
        found = np.maximum(np.maximum(barrier, height) - height[target], np.float32(0))
    found[~is_drainage[target] | ~np.isfinite(found)] = np.nan
    return found
