"""Whether a file's shapes lie beside where they belong: against the county's outline, or against what is known of their places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial.coverage import is_coverage, piece_by_piece, united

NOTICED_M = 50.0
"""A shift below this is a drawing's own inaccuracy."""

FEWEST_PLACES = 5
STEP_M, MOST_STEPS = 150.0, 3_000
REACH_M = 1_500.0
ROUNDS = 25
CLOSE_M = 60.0
BETTER = 0.5
SHARE_NEEDED = 0.4
MORE_CLOSE = 0.1
"""A move that brings no more of the edge onto the outline than lay there before is a pull of borders inside the county."""
_SIMPLER_M = 5.0


@dataclass(frozen=True, slots=True)
class Shift:
    """How far shapes lie from where they belong, metres east and north of it, and how far from it they still are when moved back."""

    east_m: float
    north_m: float
    left_m: float

    @property
    def distance_m(self) -> float:
        return float(np.hypot(self.east_m, self.north_m))

    @property
    def is_noticed(self) -> bool:
        return self.distance_m > NOTICED_M


NONE = Shift(0.0, 0.0, 0.0)


def shift_of_places(found: NDArray[np.float64], known: NDArray[np.float64]) -> Shift | None:
    """The one shift between places (n, 2) and where they are known to be (n, 2), metres; None when there is none.

    Too few places, or places that moved each its own way, are no shift.
    """
    apart = found - known
    apart = apart[np.isfinite(apart).all(axis=1)]
    if len(apart) < FEWEST_PLACES:
        return None
    middle = np.median(apart, axis=0)
    left = float(np.median(np.hypot(*(apart - middle).T)))
    shift = Shift(float(middle[0]), float(middle[1]), left)
    return shift if left < max(CLOSE_M / 2, shift.distance_m / 3) else None


def shift_to_outline(shapes: NDArray[np.object_], outline: shapely.Geometry, *, go_on: Callable[[], None] | None = None) -> Shift | None:
    """How far the outer edge of polygons (n,) lies from the county's ``outline``, both in metres; None where that cannot be told.

    The edge is laid onto the outline by small moves at right angles to it (point-to-line least squares, far parts left out), as far
    as it has a part along the outline: one town's grids have. ``go_on`` as in ``coverage``. Takes about 0.5 s for 4,386 cells.
    """
    edge = _edge_points(shapes, go_on)
    if len(edge) < FEWEST_PLACES:
        return None
    line = _Line(shapely.boundary(outline))
    moved = np.zeros(2)
    before = line.misses(edge)
    near = before < REACH_M
    if near.mean() < SHARE_NEEDED:
        return None
    for _ in range(ROUNDS):
        step = line.step(edge[near] + moved)
        moved += step
        near = line.misses(edge + moved) < REACH_M
        if np.hypot(*step) < 0.1 or np.hypot(*moved) > REACH_M or near.mean() < SHARE_NEEDED:  # noqa: PLR2004 - metres
            break
    after = line.misses(edge + moved)
    first, left = float(np.median(before[near])), float(np.median(after[near]))
    if left > CLOSE_M or (first > CLOSE_M / 2 and left > first * BETTER):
        return None
    if _share_close(after[near]) < _share_close(before[near]) + MORE_CLOSE:
        return NONE if first < CLOSE_M else None
    return Shift(-float(moved[0]), -float(moved[1]), left)


def _share_close(misses: NDArray[np.float64]) -> float:
    return float((misses < CLOSE_M / 2).mean())


def _edge_points(shapes: NDArray[np.object_], go_on: Callable[[], None] | None) -> NDArray[np.float64]:
    """Points along the outer edge of all polygons together, about every STEP_M metres."""
    polygons = shapes[np.isin(shapely.get_type_id(shapes), (3, 6)) & ~shapely.is_empty(shapes)]
    if not len(polygons):
        return np.empty((0, 2))
    if is_coverage(polygons, go_on=go_on):
        whole = shapely.simplify(shapely.coverage_union_all(polygons), _SIMPLER_M)
    else:
        simple = piece_by_piece(lambda some: shapely.make_valid(shapely.simplify(some, _SIMPLER_M)), polygons, go_on=go_on)
        grown = shapely.buffer(united(simple, go_on=go_on), _SIMPLER_M * 2, quad_segs=1)
        whole = shapely.buffer(grown, -_SIMPLER_M * 2, quad_segs=1)
    rings = shapely.get_exterior_ring(shapely.get_parts(whole))
    step = max(STEP_M, float(shapely.length(rings).sum()) / MOST_STEPS)
    points = [shapely.line_interpolate_point(ring, np.arange(0.0, ring.length, step)) for ring in rings if ring.length > step * 4]
    return shapely.get_coordinates(np.concatenate(points)) if points else np.empty((0, 2))


class _Line:
    """The county's outline as segments, for the nearest place on it and the direction across it there."""

    def __init__(self, line: shapely.Geometry) -> None:
        rings = shapely.get_parts(shapely.simplify(line, _SIMPLER_M))
        coords = [shapely.get_coordinates(ring) for ring in rings]
        self._from = np.concatenate([one[:-1] for one in coords])
        self._to = np.concatenate([one[1:] for one in coords])
        self._tree = shapely.STRtree(shapely.linestrings(np.stack((self._from, self._to), axis=1)))

    def misses(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """Metres from each of (n, 2) points to the line."""
        found: NDArray[np.float64] = np.hypot(*self._ways(xy)[0].T)
        return found

    def step(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """The one move (2,) that brings (n, 2) points nearest to the segments beside them, outliers counted less."""
        way, across = self._ways(xy)
        miss = (way * across).sum(axis=1)
        weight = 1.0 / np.maximum(np.abs(miss), max(float(np.median(np.abs(miss))), 1.0))
        left = (across * weight[:, None]).T @ across + np.eye(2) * 1e-9
        found: NDArray[np.float64] = np.linalg.solve(left, (across * weight[:, None]).T @ miss)
        return found

    def _ways(self, xy: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(the way from each point to the nearest place on the line, the unit vector across the segment there), both (n, 2)."""
        segment = self._tree.nearest(shapely.points(xy))
        start, along = self._from[segment], self._to[segment] - self._from[segment]
        length = np.maximum(np.hypot(*along.T), 1e-9)
        share = np.clip(((xy - start) * along).sum(axis=1) / length**2, 0.0, 1.0)
        way = start + along * share[:, None] - xy
        return way, np.column_stack((-along[:, 1], along[:, 0])) / length[:, None]
