"""Water depths on a raster and what they say at a point: bilinear between cell centres, or the cell's own value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial import placed_cells
from gisapp.spatial.outline import outline_of

Floats = NDArray[np.float64]
MOST_DRAWN = 400
"""Rows and columns of the coarse outline that is drawn: finer ones are merged, the deepest value counts."""


@dataclass(frozen=True, slots=True, eq=False)
class DepthRaster:
    """Depths in metres (rows, columns) float32, NaN = no value; row and column 0 touch the transform's origin.

    ``transform`` is (a, b, c, d, e, f): x = a*column + b*row + c, y = d*column + e*row + f, in the CRS ``crs``.
    """

    name: str
    crs: str
    transform: placed_cells.Transform
    depths: NDArray[np.float32]

    def cells_of(self, xy: Floats) -> Floats:
        """(n, 2) column and row as fractions, of points (n, 2) in the raster's CRS; cell 0 reaches from 0 to 1."""
        return placed_cells.cells_of(self.transform, xy)

    def places_of(self, cells: Floats) -> Floats:
        """The points of ``cells_of``: (n, 2) columns and rows -> (n, 2) in the raster's CRS."""
        return placed_cells.places_of(self.transform, cells)

    def are_inside(self, xy: Floats) -> NDArray[np.bool_]:
        """Whether each point lies on the raster, its outermost edges included."""
        return placed_cells.are_inside(self.transform, self.depths.shape, xy)


def nearest_depths(raster: DepthRaster, xy: Floats) -> Floats:
    """(n,) depth of the cell each point lies in, NaN without a value or off the raster.

    A point on the border of two cells belongs to the one with the higher column or row; on the last edge to the last.
    """
    found = np.full(len(xy), np.nan)
    inside = raster.are_inside(xy)
    cells = np.floor(raster.cells_of(xy[inside])).astype(np.int64)
    rows, columns = raster.depths.shape
    found[inside] = raster.depths[np.minimum(cells[:, 1], rows - 1), np.minimum(cells[:, 0], columns - 1)]
    return found


def bilinear_depths(raster: DepthRaster, xy: Floats) -> Floats:
    """(n,) depth between the four nearest cell centres, NaN off the raster or where one that counts has no value.

    Beyond the outermost centres the edge's value holds; a centre with weight 0 does not count.
    """
    found = np.full(len(xy), np.nan)
    inside = raster.are_inside(xy)
    rows, columns = raster.depths.shape
    at = np.clip(raster.cells_of(xy[inside]) - 0.5, 0, (columns - 1, rows - 1))
    low = np.floor(at).astype(np.int64)
    part = at - low
    high = np.minimum(low + 1, (columns - 1, rows - 1))
    total = np.zeros(len(at))
    for column, across in ((low[:, 0], 1 - part[:, 0]), (high[:, 0], part[:, 0])):
        for row, down in ((low[:, 1], 1 - part[:, 1]), (high[:, 1], part[:, 1])):
            weight = across * down
            total += np.where(weight > 0, weight * raster.depths[row, column].astype(np.float64), 0.0)
    found[inside] = total
    return found


def outline_above(raster: DepthRaster, threshold_m: float) -> shapely.Geometry:
    """Where the water reaches ``threshold_m``, coarsely, in the raster's CRS: for the map, not for counting."""
    step = max(1, -(-max(raster.depths.shape) // MOST_DRAWN))
    merged = outline_of(_is_deep(raster.depths, threshold_m, step))
    return shapely.transform(merged, lambda cells: raster.places_of(cells * step))


def _is_deep(depths: NDArray[np.float32], threshold_m: float, step: int) -> NDArray[np.bool_]:
    """Blocks of ``step`` x ``step`` cells of which any is deep enough."""
    deep = depths >= threshold_m
    rows, columns = (-(-size // step) * step for size in deep.shape)
    padded = np.zeros((rows, columns), bool)
    padded[: deep.shape[0], : deep.shape[1]] = deep
    return np.logical_or.reduce(padded.reshape(rows // step, step, columns // step, step), axis=(1, 3)).astype(bool)
