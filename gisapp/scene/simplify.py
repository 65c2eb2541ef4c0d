"""Fewer vertices for a smaller picture: one simplified copy per zoom band, neighbours still meeting exactly."""

from __future__ import annotations

from math import floor, log2

import numpy as np
import shapely

from gisapp.scene.shapes import LineShapes, PolygonShapes
from gisapp.scene.thinning import thinned

FULL_DETAIL = 0
COARSEST_BAND = 9
TOLERANCE_PX = 1.4


def band_of(metres_per_px: float) -> int:
    """The zoom band of a scale: FULL_DETAIL close up, one more for each halving of the magnification."""
    return min(max(floor(log2(metres_per_px)), FULL_DETAIL), COARSEST_BAND)


def tolerance_m(band: int) -> float:
    """How far, in metres, a border may move in a band: corners of less than two square pixels go."""
    return 0.0 if band == FULL_DETAIL else TOLERANCE_PX * 2.0**band


def simplified_coverage(shapes: PolygonShapes, tolerance: float) -> PolygonShapes:
    """The coverage with borders simplified alike on both sides; features stay in order and none vanishes."""
    return thinned(shapes, tolerance) if tolerance > 0 and len(shapes) else shapes


def simplified_polygons(shapes: PolygonShapes, tolerance: float) -> PolygonShapes:
    """Each polygon simplified by itself; for areas that may overlap."""
    if tolerance <= 0 or not len(shapes):
        return shapes
    return PolygonShapes.from_geometry(shapes.ids, shapely.simplify(shapes.geometry(), tolerance))


def simplified_lines(shapes: LineShapes, tolerance: float) -> LineShapes:
    """Each line simplified by itself, in the same order."""
    if tolerance <= 0 or not len(shapes):
        return shapes
    line = np.repeat(np.arange(len(shapes)), np.diff(shapes.offsets))
    geometry = shapely.linestrings(shapes.coords, indices=line)
    return LineShapes.from_geometry(shapes.ids, shapely.simplify(geometry, tolerance))
