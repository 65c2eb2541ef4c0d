"""Holes in a terrain model: lakes, shadows and gaps inside it that would swallow the water of everything around."""

from __future__ import annotations

import numpy as np

from gisapp.spatial.neighbours import Go, Heights, unhurried


def bridged(heights: Heights, *, go: Go = unhurried) -> Heights:
    """``heights`` with the nearest known height in every hole (NaN) that does not reach the raster's edge.

    For leading water across; what is asked at such a cell itself stays unknown.
    """
    from scipy import ndimage

    is_void = np.isnan(heights)
    if not is_void.any():
        return heights
    parts, count = ndimage.label(is_void, structure=np.ones((3, 3), bool), output=np.int32)
    go()
    is_hole = np.ones(count + 1, bool)
    is_hole[np.concatenate((parts[0], parts[-1], parts[:, 0], parts[:, -1]))] = False
    is_hole[0] = False
    if not is_hole.any():
        return heights
    holes = is_hole[parts]
    go()
    _, (row, column) = ndimage.distance_transform_edt(is_void, return_indices=True)
    return np.where(holes, heights[row, column], heights).astype(np.float32)
