"""Paints shaded relief as a veil: dark on slopes in shade, light on slopes in the sun."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gisapp.canvas.desk import Desk
from gisapp.scene.layers import RasterLayer
from gisapp.scene.style import Palette
from gisapp.scene.view import View

FLAT = 128


def paint_raster(painter: QPainter, layer: RasterLayer, view: View, desk: Desk) -> None:
    """Lay the relief over what is painted already."""
    veil = desk.veil(layer, veil_image)
    low_x, low_y, high_x, high_y = layer.bounds
    left, top = view.point_px(low_x, high_y)
    right, bottom = view.point_px(high_x, low_y)
    target = QRectF(left, top, right - left, bottom - top)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, veil, QRectF(veil.rect()))
    painter.restore()


def veil_image(layer: RasterLayer, desk: Desk) -> QImage:
    """Black or white with as much opacity as the ground slopes; premultiplied."""
    rows, columns = layer.shade.shape
    strength = layer.strength * (0.6 if desk.palette is Palette.DARK else 1.0)
    image = QImage(np.ascontiguousarray(layer.shade).tobytes(), columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable([_veil_colour(level, strength) for level in range(256)])
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _veil_colour(level: int, strength: float) -> int:
    """ARGB of one shade, not premultiplied."""
    opacity = min(255, int(abs(level - FLAT) * 2 * strength))
    return opacity << 24 | (0xFFFFFF if level > FLAT else 0)
