"""Rows of a file in the county's metres, with what is asked of every shape found out for many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.readers.area_rows import AreaRow
from gisapp.services.hazards.large_shapes import LARGE, LargeShapes
from gisapp.services.hazards.save_hazard import POLYGON_TYPES, SMALLEST_AREA_M2, shape_keys
from gisapp.spatial.border import Border
from gisapp.spatial.crs import Way

MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A row and its ``shape`` in the county's metres.

    ``is_sound``: valid polygons that enclose something, nothing to put right; only of such a shape are ``away_m`` (its distance
    from the county) and ``key`` (as ``shape_key`` makes it) known.
    """

    row: AreaRow
    shape: shapely.Geometry
    is_finite: bool
    is_sound: bool
    away_m: float
    key: bytes


def moved_rows(rows: Sequence[AreaRow], way: Way, border: Border | None, mending: LargeShapes) -> Iterator[MovedRow]:
    """Every row once, in its order. Raises Cancelled between groups of so few corners that one takes some hundredths of a second."""
    shapes = np.array([*(row.geometry for row in rows), None], dtype=object)[:-1]
    for first, end in _groups(shapely.get_num_coordinates(shapes)):
        yield from _found(rows[first:end], mending.moved(shapes[first:end], way), border)


def _groups(corners: NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    """(first, last + 1) of rows with at most LARGE corners together, one at least."""
    first, weight = 0, 0
    for place, own in enumerate(corners.tolist()):
        if place > first and (weight + own > LARGE or place - first == MOST_ROWS):
            yield first, place
            first, weight = place, 0
        weight += own
    if len(corners):
        yield first, len(corners)


def _found(rows: Sequence[AreaRow], shapes: NDArray[np.object_], border: Border | None) -> Iterator[MovedRow]:
    xy, place = shapely.get_coordinates(shapes, return_index=True)
    is_finite = np.ones(len(shapes), bool)
    is_finite[place[~np.isfinite(xy).all(axis=1)]] = False
    is_sound = is_finite & np.isin(shapely.get_type_id(shapes), POLYGON_TYPES) & (shapely.get_num_coordinates(shapes) <= LARGE)
    is_sound[is_sound] = shapely.is_valid(shapes[is_sound])
    is_sound[is_sound] = shapely.area(shapes[is_sound]) >= SMALLEST_AREA_M2
    away_m = np.zeros(len(shapes))
    if border is not None:
        away_m[is_sound] = border.away_m(shapes[is_sound])
    keys = np.full(len(shapes), b"", object)
    keys[is_sound] = shape_keys(shapes[is_sound])
    columns = (shapes, is_finite.tolist(), is_sound.tolist(), away_m.tolist(), keys)
    return map(MovedRow, rows, *columns)
