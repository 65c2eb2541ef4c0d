"""Which points lie in which areas: exact, vectorised, area by area."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray


def points_inside(xy: NDArray[np.float64], area: shapely.Geometry) -> NDArray[np.intp]:
    """Positions in ``xy`` (n, 2) of the points in ``area``, its border included; same CRS, metres.

    A bounding-box filter first, then a prepared point-in-polygon test on what remains.
    """
    if area.is_empty or not len(xy):
        return np.empty(0, np.intp)
    min_x, min_y, max_x, max_y = area.bounds
    near = np.flatnonzero((xy[:, 0] >= min_x) & (xy[:, 0] <= max_x) & (xy[:, 1] >= min_y) & (xy[:, 1] <= max_y))
    shapely.prepare(area)
    inside: NDArray[np.intp] = near[shapely.intersects_xy(area, xy[near, 0], xy[near, 1])]
    return inside


class PointFinder:
    """The points of a county sorted once, for asking about thousands of areas one after the other."""

    def __init__(self, xy: NDArray[np.float64]) -> None:
        self._xy = xy
        self._order = np.argsort(xy[:, 0], kind="stable")
        self._x = xy[self._order, 0]

    def inside(self, area: shapely.Geometry) -> NDArray[np.intp]:
        """Positions of the points in ``area``, its border included, as ``points_inside`` finds them; rising."""
        if area.is_empty or not len(self._x):
            return np.empty(0, np.intp)
        min_x, min_y, max_x, max_y = area.bounds
        between = self._order[np.searchsorted(self._x, min_x, "left") : np.searchsorted(self._x, max_x, "right")]
        y = self._xy[between, 1]
        near = between[(y >= min_y) & (y <= max_y)]
        if not len(near):
            return np.empty(0, np.intp)
        shapely.prepare(area)
        inside: NDArray[np.intp] = np.sort(near[shapely.intersects_xy(area, self._xy[near, 0], self._xy[near, 1])])
        return inside


def points_inside_each(
    xy: NDArray[np.float64], areas: Sequence[shapely.Geometry], *, progress: Callable[[int, int], None] | None = None
) -> list[NDArray[np.intp]]:
    """``points_inside`` for every area; ``progress(done, total)`` is called after each."""
    found = []
    for done, area in enumerate(areas, start=1):
        found.append(points_inside(xy, area))
        if progress:
            progress(done, len(areas))
    return found


def nearest(xy: NDArray[np.float64], targets: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """For every point of ``xy`` (n, 2) the position of the nearest of ``targets`` (m, 2) and the straight distance in metres."""
    tree = shapely.STRtree(shapely.points(targets))
    pairs, distance_m = tree.query_nearest(shapely.points(xy), return_distance=True, all_matches=False)
    order = np.argsort(pairs[0], kind="stable")
    return pairs[1][order], distance_m[order]
