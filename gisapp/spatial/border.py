"""How far from the county's outline thousands of shapes lie."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray


class Border:
    """An outline (metres), its border sorted piece by piece the first time a shape lies outside."""

    def __init__(self, outline: shapely.Geometry) -> None:
        shapely.prepare(outline)
        self._outline = outline
        self._pieces: shapely.STRtree | None = None

    def away_m(self, shapes: NDArray[np.object_]) -> NDArray[np.float64]:
        """The distance (n,) in metres of shapes from the outline and what it encloses; 0 where they touch, inf for an empty one."""
        found = np.where(shapely.is_empty(shapes), np.inf, 0.0)
        is_outside = ~shapely.intersects(self._outline, shapes) & np.isfinite(found)
        if is_outside.any():
            pairs, metres = self._sorted().query_nearest(shapes[is_outside], return_distance=True, all_matches=False)
            found[np.flatnonzero(is_outside)[pairs[0]]] = metres
        return found

    def _sorted(self) -> shapely.STRtree:
        if self._pieces is None:
            rings = shapely.get_rings(shapely.get_parts(self._outline))
            xy, ring = shapely.get_coordinates(rings, return_index=True)
            ends = np.stack((xy[:-1], xy[1:]), axis=1)[ring[:-1] == ring[1:]]
            self._pieces = shapely.STRtree(shapely.linestrings(ends))
        return self._pieces
