"""Paints points by stamping a small mask into the picture's memory: 104k in about 10 ms."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.stamps import Stamp, pixels_of, stamp_of
from gisapp.scene.layers import PointLayer
from gisapp.scene.style import Symbol
from gisapp.scene.view import FloatArray, View

MARGIN_PX = 12.0


def paint_points(painter: QPainter, layer: PointLayer, view: View, desk: Desk) -> None:
    """Paint all points in sight, higher classes over lower ones."""
    low_x, low_y, high_x, high_y = view.bounds_with_margin(MARGIN_PX)
    x, y = layer.xy[:, 0], layer.xy[:, 1]
    seen = (x >= low_x) & (x <= high_x) & (y >= low_y) & (y <= high_y)
    if not seen.any():
        return
    whole = seen.all()
    xy = layer.xy if whole else layer.xy[seen]
    classes = layer.classes if whole else layer.classes[seen]
    image = blank_image(view)
    for number, symbol in enumerate(layer.style.symbols):
        chosen = classes == number
        if chosen.any():
            stamp_points(image, xy if chosen.all() else xy[chosen], symbol, view=view, desk=desk)
    painter.drawImage(QRectF(0, 0, view.width_px, view.height_px), image, QRectF(image.rect()))


def blank_image(view: View) -> QImage:
    """A transparent image of the view in device pixels."""
    width, height = device_size(view)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def device_size(view: View) -> tuple[int, int]:
    """Width and height of the view in device pixels."""
    return round(view.width_px * view.pixel_ratio), round(view.height_px * view.pixel_ratio)


def stamp_points(image: QImage, xy: FloatArray, symbol: Symbol, *, view: View, desk: Desk) -> None:
    """Stamp one symbol at all points (n, 2) into a premultiplied 32-bit image of the view."""
    stamp = stamp_of(symbol, view, desk)
    pixels = pixels_of(image)
    scale = view.pixel_ratio / view.metres_per_px
    # Rounded down after a shift by the same whole number for every part of a picture, so that parts fit together.
    column = np.floor((xy[:, 0] - view.left) * scale + 1e-6).astype(np.int32)
    row = np.floor((view.top - xy[:, 1]) * scale + 1e-6).astype(np.int32)
    rows, columns = pixels.shape
    reach = stamp.reach
    inside = (column >= reach) & (column < columns - reach) & (row >= reach) & (row < rows - reach)
    if inside.all():
        _stamp_inside(pixels, column, row, stamp)
    else:
        _stamp_at_edge(pixels, column[~inside], row[~inside], stamp)
        _stamp_inside(pixels, column[inside], row[inside], stamp)


def _stamp_inside(pixels: NDArray[np.uint32], column: NDArray[np.int32], row: NDArray[np.int32], stamp: Stamp) -> None:
    """Faint pixels never cover stronger ones: the premultiplied value's highest byte is its strength."""
    stride = pixels.strides[0] // 4
    memory = np.lib.stride_tricks.as_strided(pixels, (stride * (pixels.shape[0] - 1) + pixels.shape[1],), (4,))
    place = row * np.int32(stride) + column
    for dx, dy, value in zip(stamp.dx.tolist(), stamp.dy.tolist(), stamp.value, strict=True):
        spot = place + (dy * stride + dx)
        memory[spot] = value if value >= 0xFF000000 else np.maximum(memory[spot], value)


def _stamp_at_edge(pixels: NDArray[np.uint32], column: NDArray[np.int32], row: NDArray[np.int32], stamp: Stamp) -> None:
    rows, columns = pixels.shape
    for dx, dy, value in zip(stamp.dx.tolist(), stamp.dy.tolist(), stamp.value, strict=True):
        x, y = column + dx, row + dy
        kept = (x >= 0) & (x < columns) & (y >= 0) & (y < rows)
        x, y = x[kept], y[kept]
        pixels[y, x] = value if value >= 0xFF000000 else np.maximum(pixels[y, x], value)
