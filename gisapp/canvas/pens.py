"""Pens, brushes and the world transform: the one place where metres meet Qt's pixels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from gisapp.canvas.desk import Desk
from gisapp.canvas.kept_paths import KeptLines
from gisapp.scene.shapes import IntArray
from gisapp.scene.style import Hatch, Stroke, Tint
from gisapp.scene.view import View

HATCH_PX = 12
HAIRLINE = 1.0
MOST_WIDE_LINES = 1_500


def world_transform(view: View) -> QTransform:
    """Metres (y up) to logical pixels (y down)."""
    scale = 1.0 / view.metres_per_px
    return QTransform(scale, 0.0, 0.0, -scale, -view.left * scale, view.top * scale)


def pen_of(stroke: Stroke, view: View, desk: Desk) -> QPen:
    """A pen whose width stays the same at every scale."""
    return _pen(desk.colour(stroke.tint, stroke.opacity), stroke.width_px, view=view, dash=stroke.dash)


def casing_pen_of(stroke: Stroke, view: View, desk: Desk) -> QPen | None:
    """The wider pen drawn beneath a stroke, None where it has no casing."""
    if stroke.casing is None:
        return None
    return _pen(desk.colour(stroke.casing, stroke.opacity), stroke.width_px + 2.4, view=view, dash=())


def _pen(colour: QColor, width_px: float, *, view: View, dash: tuple[float, ...]) -> QPen:
    pen = QPen(colour, width_px * view.pixel_ratio)
    pen.setCosmetic(True)
    # Round joins and caps take twice as long and cannot be told apart at these widths.
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.SquareCap)
    if dash and pen.widthF() > HAIRLINE:
        pen.setDashPattern(list(dash))
    return pen


def stroke_lines(painter: QPainter, lines: KeptLines, index: IntArray, pen: QPen) -> None:
    """Stroke lines with a cosmetic pen; the painter is in metres.

    A hairline is fastest as one path. A wider pen is fastest line by line (measured: 45 against 800 ms for
    33k vertices), and where thousands are in sight it is a hairline too.
    """
    if not len(index):
        return
    if pen.widthF() > HAIRLINE and len(index) > MOST_WIDE_LINES:
        pen = QPen(pen)
        pen.setWidthF(HAIRLINE)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if pen.widthF() <= HAIRLINE:
        painter.drawPath(lines.path_of_some(index))
        return
    for piece in lines.pieces(index):
        painter.drawPolyline(piece)


def hatch_brush(hatch: Hatch, tint: Tint, *, view: View, desk: Desk) -> QBrush:
    """A brush of thin lines, to be used in logical pixels with hatch_origin()."""
    colour = desk.colour(tint, 0.75)
    key = ("hatch", hatch, colour.rgba(), view.pixel_ratio)
    return QBrush(desk.image(key, lambda: _hatch_tile(hatch, colour, view.pixel_ratio)))


def hatch_origin(view: View) -> QPointF:
    """Where the pattern begins, so that neighbouring parts of a picture fit together."""
    x, y = view.point_px(0.0, 0.0)
    return QPointF(x % HATCH_PX, y % HATCH_PX)


def _hatch_tile(hatch: Hatch, colour: QColor, ratio: float) -> QImage:
    side = round(HATCH_PX * ratio)
    tile = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / HATCH_PX, side / HATCH_PX)
    painter.setPen(QPen(colour, 1.3))
    _draw_hatch(painter, hatch, colour)
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return tile


def _draw_hatch(painter: QPainter, hatch: Hatch, colour: QColor) -> None:
    size = HATCH_PX
    if hatch in (Hatch.RISING, Hatch.CROSSED):
        for shift in (-size, 0, size):
            painter.drawLine(QPointF(shift - 1, size + 1), QPointF(shift + size + 1, -1))
    if hatch in (Hatch.FALLING, Hatch.CROSSED):
        for shift in (-size, 0, size):
            painter.drawLine(QPointF(shift - 1, -1), QPointF(shift + size + 1, size + 1))
    if hatch is Hatch.LEVEL:
        for row in (size * 0.25, size * 0.75):
            painter.drawLine(QPointF(-1, row), QPointF(size + 1, row))
    if hatch is Hatch.DOTTED:
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(size / 2 - 1, size / 2 - 1, 2, 2))
