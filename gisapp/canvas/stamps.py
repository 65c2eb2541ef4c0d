"""Point symbols drawn once as small pictures, to be stamped by the hundred thousand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from gisapp.canvas.desk import Desk
from gisapp.scene.style import Mark, Symbol
from gisapp.scene.view import View

EDGE_FROM_PX = 2.6


@dataclass(frozen=True, slots=True, eq=False)
class Stamp:
    """Pixels to set around a point: ``dx``, ``dy`` int32 (k,) and premultiplied ARGB ``value`` uint32 (k,), the rim first,
    so that crowded symbols join into one with a rim around."""

    dx: NDArray[np.int32]
    dy: NDArray[np.int32]
    value: NDArray[np.uint32]
    reach: int


def stamp_of(symbol: Symbol, view: View, desk: Desk) -> Stamp:
    """The symbol at this scale and pixel ratio."""
    pixels = pixels_of(symbol_image(symbol, view, desk))
    rows, columns = np.nonzero(pixels)
    value = pixels[rows, columns]
    middle = pixels.shape[0] // 2
    order = np.argsort(-np.hypot(rows - middle, columns - middle), kind="stable")
    return Stamp((columns[order] - middle).astype(np.int32), (rows[order] - middle).astype(np.int32), value[order], middle)


def symbol_radius(symbol: Symbol, view: View) -> float:
    """The symbol's radius in device pixels."""
    return symbol.radius_px(view.metres_per_px) * view.pixel_ratio


def symbol_reach(symbol: Symbol, view: View) -> int:
    """How many device pixels the symbol's image reaches from its middle."""
    return ceil(symbol_radius(symbol, view) + 1.0)


def symbol_image(symbol: Symbol, view: View, desk: Desk) -> QImage:
    """The symbol as it is at this scale, in the middle of an image of odd size."""
    radius, opacity = symbol_radius(symbol, view), symbol.opacity_at(view.metres_per_px)
    key = ("symbol", symbol, desk.palette, round(radius, 2), round(opacity, 2))
    return desk.image(key, lambda: _draw_symbol(replace(symbol, opacity=opacity), radius, desk))


def _draw_symbol(symbol: Symbol, radius: float, desk: Desk) -> QImage:
    side = 2 * ceil(radius + 1.0) + 1  # as symbol_reach() says
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    draw_symbol(painter, symbol, radius, desk=desk)
    painter.end()
    return image


def draw_symbol(painter: QPainter, symbol: Symbol, radius: float, *, desk: Desk) -> None:
    """Draw the symbol about the painter's origin."""
    colour = desk.colour(symbol.tint, symbol.opacity)
    has_edge = symbol.edge is not None and radius >= EDGE_FROM_PX
    width = max(0.8, radius / 4)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    if symbol.edge is not None and has_edge:
        painter.setPen(QPen(desk.colour(symbol.edge, symbol.opacity), width))
        radius -= width / 2 - 0.3
    if symbol.mark in (Mark.DISC, Mark.RING):
        painter.drawEllipse(QPointF(0, 0), radius, radius)
    elif symbol.mark is Mark.SQUARE:
        painter.drawRect(QRectF(-radius * 0.85, -radius * 0.85, radius * 1.7, radius * 1.7))
    else:
        painter.drawPolygon(QPolygonF([QPointF(x * radius, y * radius) for x, y in _corners(symbol.mark)]))


def _corners(mark: Mark) -> tuple[tuple[float, float], ...]:
    if mark is Mark.DIAMOND:
        return ((0, -1), (1, 0), (0, 1), (-1, 0))
    if mark is Mark.TRIANGLE:
        return ((0, -1), (0.95, 0.75), (-0.95, 0.75))
    return ((0, -1), (1, -0.1), (0.75, -0.1), (0.75, 0.85), (-0.75, 0.85), (-0.75, -0.1), (-1, -0.1))


def pixels_of(image: QImage) -> NDArray[np.uint32]:
    """The pixels of a 32-bit image as a writable view (rows, columns) of its own memory; it must outlive the view."""
    words = np.frombuffer(image.bits(), dtype=np.uint32)
    return words.reshape(image.height(), image.bytesPerLine() // 4)[:, : image.width()]
