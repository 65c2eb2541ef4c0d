"""Where names go: the more important first, none over another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.scene.layers import LabelLayer
from gisapp.scene.shapes import IntArray
from gisapp.scene.view import FloatArray, View

CELL_PX = 4.0
SHIFTS = ((0.0, 0.0), (0.0, -1.1), (0.0, 1.1))


def visible_labels(layer: LabelLayer, view: View) -> IntArray:
    """Indices of the labels in sight at this scale, most important first."""
    shown = np.array([scope.holds(view.metres_per_px) for scope in layer.scopes], dtype=bool)
    if not len(layer.texts) or not shown.any() or not layer.scope.holds(view.metres_per_px):
        return np.empty(0, dtype=np.int64)
    low_x, low_y, high_x, high_y = view.bounds
    x, y = layer.xy[:, 0], layer.xy[:, 1]
    index = np.flatnonzero(shown[layer.classes] & (x >= low_x) & (x <= high_x) & (y >= low_y) & (y <= high_y))
    return index[np.argsort(-layer.priorities[index], kind="stable")]


class Occupied:
    """Which parts of the picture names already cover, on a coarse raster."""

    def __init__(self, width_px: float, height_px: float) -> None:
        self._cells: NDArray[np.bool_] = np.zeros((int(height_px / CELL_PX) + 1, int(width_px / CELL_PX) + 1), dtype=bool)

    def take(self, left: float, top: float, *, width: float, height: float) -> bool:
        """Cover a box if it lies within the picture and nothing is there yet; say whether it was free."""
        rows, columns = self._cells.shape
        first_row, first_column = int(top / CELL_PX), int(left / CELL_PX)
        last_row, last_column = int((top + height) / CELL_PX) + 1, int((left + width) / CELL_PX) + 1
        if left < 0 or top < 0 or last_row > rows or last_column > columns:
            return False
        box = self._cells[first_row:last_row, first_column:last_column]
        if box.any():
            return False
        box[:] = True
        return True

    def cover(self, left: float, top: float, *, width: float, height: float) -> None:
        """Cover whatever of a box lies within the picture, be it free or not."""
        first_row, first_column = max(int(top / CELL_PX), 0), max(int(left / CELL_PX), 0)
        last_row, last_column = max(int((top + height) / CELL_PX) + 1, 0), max(int((left + width) / CELL_PX) + 1, 0)
        self._cells[first_row:last_row, first_column:last_column] = True


def place_labels(
    anchors_px: FloatArray, sizes_px: FloatArray, *, width_px: float, height_px: float, occupied: Occupied | None = None
) -> tuple[IntArray, FloatArray]:
    """Choose places for labels given in order of importance.

    ``anchors_px`` (n, 2) centres wished for, ``sizes_px`` (n, 2) width and height. Each is tried at its anchor,
    then shifted up and down. Returns the indices placed and their top left corners (k, 2). ``occupied`` carries over what
    earlier layers cover. About 3 microseconds a label.
    """
    taken = occupied if occupied is not None else Occupied(width_px, height_px)
    placed: list[int] = []
    corners: list[tuple[float, float]] = []
    for index, ((x, y), (width, height)) in enumerate(zip(anchors_px.tolist(), sizes_px.tolist(), strict=True)):
        for shift_x, shift_y in SHIFTS:
            left, top = x - width / 2 + shift_x * width, y - height / 2 + shift_y * height
            if taken.take(left, top, width=width, height=height):
                placed.append(index)
                corners.append((left, top))
                break
    return np.array(placed, dtype=np.int64), np.array(corners, dtype=np.float64).reshape(-1, 2)
