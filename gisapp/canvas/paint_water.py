"""Paints rising water: which cell each pixel shows is looked up once a view, its colour in a table at every level."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_points import device_size
from gisapp.scene.layers import WaterLayer
from gisapp.scene.style import Fill
from gisapp.scene.view import View
from gisapp.scene.water import class_spans, halvings_for

VALUES = 2**16
Levels = NDArray[np.uint16]


def paint_water(painter: QPainter, layer: WaterLayer, view: View, desk: Desk) -> None:
    """Lay the water over what is painted already."""
    if layer.level_cm <= 0:
        return
    left, top, seen = desk.water(layer, view, pixels_of)
    if seen.size:
        image = water_image(seen, colour_table(layer, desk))
        image.setDevicePixelRatio(view.pixel_ratio)
        painter.drawImage(QPointF(left / view.pixel_ratio, top / view.pixel_ratio), image)


def pixels_of(layer: WaterLayer, view: View) -> tuple[int, int, Levels]:
    """(left, top, values (height, width)) of the device pixels that show the raster; 20 ms for two million."""
    metres = view.metres_per_px / view.pixel_ratio
    halvings = halvings_for(layer, metres)
    sheet, columns = layer.sheets[halvings], layer.sheets[0].shape[1]
    low_x, _, high_x, high_y = layer.bounds
    cell_m = (high_x - low_x) / columns * 2**halvings
    width, height = device_size(view)
    left, column = _cells((view.left - low_x) / cell_m, metres / cell_m, width, count=sheet.shape[1])
    top, row = _cells((high_y - view.top) / cell_m, metres / cell_m, height, count=sheet.shape[0])
    return left, top, sheet.take(row, axis=0).take(column, axis=1)


def _cells(begin: float, step: float, pixels: int, *, count: int) -> tuple[int, NDArray[np.int64]]:
    """The first pixel that shows a cell, and the cell each shows from there on; ``begin`` and ``step`` in cells."""
    cells = np.floor(begin + (np.arange(pixels) + 0.5) * step).astype(np.int64)
    first, past = np.searchsorted(cells, [0, count])
    return int(first), cells[first:past]


def colour_table(layer: WaterLayer, desk: Desk) -> NDArray[np.uint32]:
    """(65,536,) premultiplied ARGB of every value at the layer's level: water by depth, a veil over what stays dry."""
    table = np.full(VALUES, _argb(layer.veil, desk), np.uint32)
    for (begin, end), fill in zip(class_spans(layer.level_cm), layer.style.fills, strict=True):
        table[begin:end] = _argb(fill, desk)
    return table


def _argb(fill: Fill, desk: Desk) -> int:
    colour = desk.colour(fill.tint, fill.opacity)
    red, green, blue = (round(part * colour.alphaF()) for part in (colour.red(), colour.green(), colour.blue()))
    return colour.alpha() << 24 | red << 16 | green << 8 | blue


def water_image(seen: Levels, table: NDArray[np.uint32]) -> QImage:
    """The pixels in their colours."""
    height, width = seen.shape
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    pixels = np.frombuffer(image.bits(), np.uint32).reshape(height, image.bytesPerLine() // 4)
    pixels[:, :width] = table[seen]
    return image
