"""Values on a square grid in the county's CRS, row 0 in the north, and how points fall into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a square grid lies: its north-west corner, cell size in metres, rows and columns."""

    west: float
    north: float
    cell_m: float
    rows: int
    columns: int

    @property
    def shape(self) -> tuple[int, int]:
        return self.rows, self.columns

    @property
    def size(self) -> int:
        return self.rows * self.columns

    def index_of(self, xy: Floats) -> Ints:
        """Flat cell index of (n, 2) points; points outside count to the nearest cell."""
        column = np.clip(np.floor((xy[:, 0] - self.west) / self.cell_m), 0, self.columns - 1)
        row = np.clip(np.floor((self.north - xy[:, 1]) / self.cell_m), 0, self.rows - 1)
        return (row * self.columns + column).astype(np.int64)

    def centres(self) -> Floats:
        """(rows * columns, 2) centres of all cells in flat order."""
        return self.centre_of(np.arange(self.size))

    def centre_of(self, index: Ints) -> Floats:
        """(n, 2) centres of the cells with flat ``index``."""
        row, column = np.divmod(np.asarray(index), self.columns)
        return np.column_stack((self.west + (column + 0.5) * self.cell_m, self.north - (row + 0.5) * self.cell_m))

    def burn(self, lines: Any) -> NDArray[np.bool_]:
        """(rows, columns) mask of the cells that ``lines`` (shapely lines) run through."""
        mask = np.zeros(self.size, dtype=bool)
        dense = shapely.segmentize(np.asarray(lines, dtype=object), self.cell_m * 0.4)
        mask[self.index_of(shapely.get_coordinates(dense))] = True
        return mask.reshape(self.shape)

    def sample(self, values: Floats, xy: Floats) -> Floats:
        """Bilinear values at (n, 2) points; beyond the outermost centres the edge value holds."""
        column = np.clip((xy[:, 0] - self.west) / self.cell_m - 0.5, 0, self.columns - 1.001)
        row = np.clip((self.north - xy[:, 1]) / self.cell_m - 0.5, 0, self.rows - 1.001)
        c, r = column.astype(int), row.astype(int)
        fc, fr = column - c, row - r
        upper = values[r, c] * (1 - fc) + values[r, c + 1] * fc
        lower = values[r + 1, c] * (1 - fc) + values[r + 1, c + 1] * fc
        return upper * (1 - fr) + lower * fr


def frame_over(bounds: tuple[float, float, float, float], *, cell_m: float, margin_m: float) -> Frame:
    """The frame that covers ``bounds`` (min x, min y, max x, max y) with a margin, on round coordinates."""
    west = np.floor((bounds[0] - margin_m) / cell_m) * cell_m
    north = np.ceil((bounds[3] + margin_m) / cell_m) * cell_m
    columns = int(np.ceil((bounds[2] + margin_m - west) / cell_m))
    rows = int(np.ceil((north - (bounds[1] - margin_m)) / cell_m))
    return Frame(float(west), float(north), cell_m, rows, columns)


def distance_to(mask: NDArray[np.bool_], *, cell_m: float) -> tuple[Floats, Ints]:
    """Metres from each cell to the nearest True cell, and that cell's flat index (both of the mask's shape).

    Where nothing is True every distance is infinite and every index 0.
    """
    from scipy import ndimage

    if not mask.any():
        return np.full(mask.shape, np.inf), np.zeros(mask.shape, dtype=np.int64)
    distance, (row, column) = ndimage.distance_transform_edt(~mask, return_indices=True)
    return distance * cell_m, row.astype(np.int64) * mask.shape[1] + column
