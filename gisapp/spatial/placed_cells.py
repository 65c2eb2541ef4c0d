"""Where the cells of a raster lie, by the six numbers GDAL gives: from places to cells and back.

``transform`` is (a, b, c, d, e, f): x = a*column + b*row + c, y = d*column + e*row + f.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Transform = tuple[float, float, float, float, float, float]


def cells_of(transform: Transform, xy: Floats) -> Floats:
    """(n, 2) column and row as fractions, of points (n, 2) in the raster's CRS; cell 0 reaches from 0 to 1."""
    a, b, c, d, e, f = transform
    inverse = np.linalg.inv(np.array([[a, b], [d, e]]))
    return (np.asarray(xy, np.float64) - (c, f)) @ inverse.T


def places_of(transform: Transform, cells: Floats) -> Floats:
    """The points of ``cells_of``: (n, 2) columns and rows -> (n, 2) in the raster's CRS."""
    a, b, c, d, e, f = transform
    return cells @ np.array([[a, b], [d, e]]).T + (c, f)


def are_inside(transform: Transform, shape: tuple[int, ...], xy: Floats) -> NDArray[np.bool_]:
    """Whether each point (n, 2) lies on a raster of ``shape`` (rows, columns), its outermost edges included."""
    cells = cells_of(transform, xy)
    rows, columns = shape
    return (cells[:, 0] >= 0) & (cells[:, 0] <= columns) & (cells[:, 1] >= 0) & (cells[:, 1] <= rows)


def lattice(west: float, south: float, east: float, north: float, steps: int) -> Floats:
    """(steps * steps, 2) places spread evenly over a box, its corners among them."""
    x, y = np.meshgrid(np.linspace(west, east, steps), np.linspace(south, north, steps))
    return np.column_stack((x.ravel(), y.ravel()))
