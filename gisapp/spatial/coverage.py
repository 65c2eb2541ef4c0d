"""Is a set of cells a coverage: no overlap, no gap, nothing outside the county?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

SMALLEST_FAULT_M2 = 0.01
"""A sliver below this area is rounding, not a fault: coordinates are doubles, a hand's breadth squared is real."""


@dataclass(frozen=True, slots=True)
class CoverageFaults:
    """Every gap and overlap found, as polygons in the cells' CRS."""

    gaps: tuple[shapely.Geometry, ...]
    overlaps: tuple[shapely.Geometry, ...]


def find_faults(cells: NDArray[np.object_], outline: shapely.Geometry | None) -> CoverageFaults:
    """Gaps (holes between cells, and parts of ``outline`` without cell) and overlaps of ``cells``, metres."""
    present = cells[~shapely.is_missing(cells) & ~shapely.is_empty(cells)]
    if not len(present):
        return CoverageFaults((outline,) if outline is not None else (), ())
    if bool(shapely.coverage_is_valid(present)):
        whole, overlaps = shapely.coverage_union_all(present), ()
    else:
        overlaps = _overlaps(present)
        whole = shapely.union_all(shapely.make_valid(present))
    return CoverageFaults(_gaps(whole, outline), overlaps)


def _overlaps(cells: NDArray[np.object_]) -> tuple[shapely.Geometry, ...]:
    valid = shapely.make_valid(cells)
    tree = shapely.STRtree(valid)
    left, right = tree.query(valid, predicate="intersects")
    pairs = left < right
    shared = shapely.intersection(valid[left[pairs]], valid[right[pairs]])
    return tuple(shared[shapely.area(shared) > SMALLEST_FAULT_M2])


def _gaps(whole: shapely.Geometry, outline: shapely.Geometry | None) -> tuple[shapely.Geometry, ...]:
    if outline is None:
        polygons = shapely.get_parts(whole)
        holes = [shapely.Polygon(ring) for polygon in polygons for ring in polygon.interiors]
        return tuple(hole for hole in holes if hole.area > SMALLEST_FAULT_M2)
    missing = shapely.get_parts(shapely.difference(outline, whole))
    return tuple(missing[shapely.area(missing) > SMALLEST_FAULT_M2])
