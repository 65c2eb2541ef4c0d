"""How tools draw what is begun: one accent colour on a light casing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from gisapp.canvas.desk import Desk
from gisapp.canvas.furniture import PAPER
from gisapp.scene.style import Tint

ACCENT = Tint("#0b6b6b", "#45c4c4")
CORNER_PX = 4.0


def paint_area(painter: QPainter, polygon: QPolygonF, desk: Desk) -> None:
    """A closed outline with a veil inside."""
    path = QPainterPath()
    path.addPolygon(polygon)
    path.closeSubpath()
    paint_outline(painter, path, desk)


def paint_outline(painter: QPainter, path: QPainterPath, desk: Desk) -> None:
    """Closed outlines with a veil inside, holes left out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(desk.colour(PAPER, 0.9), 4))
    painter.setBrush(desk.colour(ACCENT, 0.16))
    painter.drawPath(path)
    painter.setPen(QPen(desk.colour(ACCENT), 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def paint_line(painter: QPainter, points: Sequence[QPointF], desk: Desk) -> None:
    """An open line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(desk.colour(PAPER, 0.9), 5), QPen(desk.colour(ACCENT), 2.2)):
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(list(points))


def paint_corners(painter: QPainter, points: Sequence[QPointF], desk: Desk, *, is_chosen: bool = False) -> None:
    """Round handles at the corners; one that is chosen is larger and filled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(desk.colour(ACCENT), 2))
    painter.setBrush(desk.colour(ACCENT if is_chosen else PAPER))
    size = CORNER_PX * 1.5 if is_chosen else CORNER_PX
    for point in points:
        painter.drawEllipse(point, size, size)
