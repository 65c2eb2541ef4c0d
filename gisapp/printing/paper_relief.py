"""Relief on maps that leave the program: ending at the county's border, smooth at the sheet's scale."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gisapp.canvas.kept_paths import KeptPolygons
from gisapp.canvas.paint_raster import FLAT
from gisapp.scene.layers import PolygonLayer, RasterLayer
from gisapp.scene.view import View

CELL_PX = 1.5
"""A cell of the smoothed relief in logical pixels: about 64 to the inch, finer than the eye asks of shading."""


def smoothed(layer: RasterLayer, view: View) -> RasterLayer:
    """The part of the relief in sight, resampled to the sheet's scale; unchanged where it is fine enough already."""
    rows, columns = layer.shade.shape
    low_x, _, high_x, high_y = layer.bounds
    cell = (high_x - low_x) / columns
    see_x, see_y, end_x, end_y = view.bounds
    left, right = max(floor((see_x - low_x) / cell) - 1, 0), min(ceil((end_x - low_x) / cell) + 1, columns)
    top, bottom = max(floor((high_y - end_y) / cell) - 1, 0), min(ceil((high_y - see_y) / cell) + 1, rows)
    if left >= right or top >= bottom:
        return layer
    part = np.ascontiguousarray(layer.shade[top:bottom, left:right])
    bounds = (low_x + left * cell, high_y - bottom * cell, low_x + right * cell, high_y - top * cell)
    grow = cell / (CELL_PX * view.metres_per_px)
    if grow <= 1:
        return replace(layer, shade=part, bounds=bounds)
    return replace(layer, shade=_resampled(part, round(part.shape[1] * grow), round(part.shape[0] * grow)), bounds=bounds)


def within(layer: RasterLayer, cells: PolygonLayer) -> RasterLayer:
    """The relief on the ground of ``cells`` only: beyond the county it would end in a square."""
    rows, columns = layer.shade.shape
    low_x, low_y, high_x, high_y = layer.bounds
    mask = QImage(columns, rows, QImage.Format.Format_Grayscale8)
    mask.fill(0)
    kept = KeptPolygons(cells.shapes)
    painter = QPainter(mask)
    painter.scale(columns / (high_x - low_x), rows / (low_y - high_y))
    painter.translate(-low_x, -high_y)
    painter.fillPath(kept.path_of_some(np.arange(len(cells.shapes))), QColor("white"))
    painter.end()
    inside = np.frombuffer(mask.constBits(), np.uint8).reshape(rows, mask.bytesPerLine())[:, :columns] > 0
    return replace(layer, shade=np.where(inside, layer.shade, FLAT).astype(np.uint8))


def _resampled(shade: np.ndarray, columns: int, rows: int) -> np.ndarray:
    image = QImage(shade.tobytes(), shade.shape[1], shade.shape[0], shade.shape[1], QImage.Format.Format_Grayscale8)
    large = image.scaled(columns, rows, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    pixels = np.frombuffer(large.constBits(), np.uint8).reshape(rows, large.bytesPerLine())
    return pixels[:, :columns].copy()
