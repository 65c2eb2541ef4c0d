"""Is a set of cells a coverage: no overlap, no gap, nothing outside the county?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

_CELLS_A_STEP = 200
_PARTS_A_STEP = 5
"""Joining halves goes over every corner twice as often, and its last step takes as long."""
SMALLEST_FAULT_M2 = 0.01
"""A sliver below this area is rounding, not a fault: coordinates are doubles, a hand's breadth squared is real."""


@dataclass(frozen=True, slots=True)
class CoverageFaults:
    """Every gap and overlap found, as polygons in the cells' CRS."""

    gaps: tuple[shapely.Geometry, ...]
    overlaps: tuple[shapely.Geometry, ...]


def find_faults(cells: NDArray[np.object_], outline: shapely.Geometry | None, *, go_on: Callable[[], None] | None = None) -> CoverageFaults:
    """Gaps (holes between cells, and parts of ``outline`` without cell) and overlaps of ``cells``, metres.

    ``go_on`` is called every few tenths of a second, and may raise to stop. 4,386 cells take 0.3 s, 4 s when no border fits.
    """
    step = go_on or _nothing
    present = cells[~shapely.is_missing(cells) & ~shapely.is_empty(cells)]
    if not len(present):
        return CoverageFaults((outline,) if outline is not None else (), ())
    if is_coverage(present, go_on=step):
        step()
        whole, overlaps = shapely.coverage_union_all(present), ()
    else:
        valid = piece_by_piece(shapely.make_valid, present, go_on=step)
        overlaps = _overlaps(valid, step)
        whole = united(valid, go_on=step)
    step()
    return CoverageFaults(_gaps(whole, outline), overlaps)


def is_coverage(cells: NDArray[np.object_], *, go_on: Callable[[], None] | None = None) -> bool:
    """Whether polygons (n,) fit each other along every border; neighbours first, for cells that do not fit take long as a whole."""
    step, order = go_on or _nothing, _in_strips(cells)
    for at in range(0, len(cells), _CELLS_A_STEP):
        step()
        if not shapely.coverage_is_valid(cells[order[at : at + _CELLS_A_STEP]]):
            return False
    step()
    return bool(shapely.coverage_is_valid(cells))


def piece_by_piece(
    way: Callable[[NDArray[np.object_]], NDArray[np.object_]], shapes: NDArray[np.object_], *, go_on: Callable[[], None] | None = None
) -> NDArray[np.object_]:
    """What ``way`` makes of ``shapes`` (n,), some at a time."""
    step, found = go_on or _nothing, shapes.copy()
    for at in range(0, len(shapes), _CELLS_A_STEP):
        step()
        found[at : at + _CELLS_A_STEP] = way(shapes[at : at + _CELLS_A_STEP])
    return found


def _nothing() -> None:
    return None


def _overlaps(valid: NDArray[np.object_], step: Callable[[], None]) -> tuple[shapely.Geometry, ...]:
    tree = shapely.STRtree(valid)
    found: list[shapely.Geometry] = []
    for at in range(0, len(valid), _CELLS_A_STEP):
        step()
        left, right = tree.query(valid[at : at + _CELLS_A_STEP], predicate="intersects")
        pairs = left + at < right
        shared = shapely.intersection(valid[left[pairs] + at], valid[right[pairs]])
        found += shared[shapely.area(shared) > SMALLEST_FAULT_M2].tolist()
    return tuple(found)


def united(valid: NDArray[np.object_], *, go_on: Callable[[], None] | None = None) -> shapely.Geometry:
    """Valid areas (n,) as one: near ones first, then a few parts at a time, so that only the last step takes long; n > 0."""
    step = go_on or _nothing
    parts = valid[_in_strips(valid)]
    width = _CELLS_A_STEP
    while len(parts) > 1:
        joined = []
        for at in range(0, len(parts), width):
            step()
            joined.append(shapely.union_all(parts[at : at + width]))
        parts, width = np.array([*joined, None], dtype=object)[:-1], _PARTS_A_STEP
    return parts[0]


def _in_strips(valid: NDArray[np.object_]) -> NDArray[np.int64]:
    """An order (n,) in which neighbours follow each other."""
    middle = shapely.get_coordinates(shapely.centroid(valid))
    strip = np.floor((middle[:, 0] - middle[:, 0].min()) / max(float(np.ptp(middle[:, 0])) / 8, 1e-9))
    return np.lexsort((middle[:, 1], strip))


def _gaps(whole: shapely.Geometry, outline: shapely.Geometry | None) -> tuple[shapely.Geometry, ...]:
    if outline is None:
        polygons = shapely.get_parts(whole)
        holes = [shapely.Polygon(ring) for polygon in polygons for ring in polygon.interiors]
        return tuple(hole for hole in holes if hole.area > SMALLEST_FAULT_M2)
    missing = shapely.get_parts(shapely.difference(outline, whole))
    return tuple(missing[shapely.area(missing) > SMALLEST_FAULT_M2])
