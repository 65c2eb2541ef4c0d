"""Hazard areas on a printed map: hatched with lines rather than tiles, so that the pattern keeps its size and stays sharp."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gisapp.canvas.desk import Desk
from gisapp.canvas.kept_paths import KeptPolygons
from gisapp.canvas.pens import world_transform
from gisapp.scene.layers import PolygonLayer
from gisapp.scene.style import Fill, Hatch
from gisapp.scene.view import View

SPACING_PX = 9.0
HATCH_WIDTH_PX = 0.9
NEAR_PX = 40.0
"""Beyond the frame by more than this an area's border is drawn roughly: a long river would weigh on every sheet."""


def print_areas(painter: QPainter, layer: PolygonLayer, view: View, desk: Desk) -> None:
    """Areas that may overlap, lower classes first: see-through fill, hatch, edge."""
    kept = KeptPolygons(layer.shapes)
    transform = world_transform(view)
    sight = QRectF(0, 0, view.width_px, view.height_px)
    index = kept.visible(view.bounds_with_margin(4))
    for one in index[np.argsort(layer.classes[index], kind="stable")].tolist():
        fill = layer.style.fills[layer.classes[one]]
        path = transform.map(kept.path_of_some(np.array([one]), near=view.bounds_with_margin(NEAR_PX)))
        if path.intersects(sight):  # else Qt writes a path without a point, which other programs complain about
            _print_area(painter, path, fill, sight=sight, desk=desk)


def _print_area(painter: QPainter, path: QPainterPath, fill: Fill, *, sight: QRectF, desk: Desk) -> None:
    edge = fill.edge.tint if fill.edge is not None else fill.tint
    painter.fillPath(path, desk.colour(fill.tint, fill.opacity))
    if fill.hatch is not Hatch.NONE:
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(desk.colour(fill.hatch_tint or edge, 0.8), HATCH_WIDTH_PX))
        painter.drawLines(hatch_lines(fill.hatch, path.boundingRect() & sight))
        painter.restore()
    if fill.edge is not None:
        pen = QPen(desk.colour(edge, fill.edge.opacity), fill.edge.width_px)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)


def hatch_lines(hatch: Hatch, box: QRectF) -> list[QLineF]:
    """The pattern's lines across ``box``, at the same places whatever the box."""
    lines: list[QLineF] = []
    if hatch in (Hatch.RISING, Hatch.CROSSED):
        for sum_ in np.arange(np.floor((box.left() + box.top()) / SPACING_PX) * SPACING_PX, box.right() + box.bottom() + 1, SPACING_PX):
            lines.append(QLineF(sum_ - box.top(), box.top(), sum_ - box.bottom(), box.bottom()))
    if hatch in (Hatch.FALLING, Hatch.CROSSED):
        for gap in np.arange(np.floor((box.left() - box.bottom()) / SPACING_PX) * SPACING_PX, box.right() - box.top() + 1, SPACING_PX):
            lines.append(QLineF(gap + box.top(), box.top(), gap + box.bottom(), box.bottom()))
    if hatch in (Hatch.LEVEL, Hatch.DOTTED):
        for y in np.arange(np.floor(box.top() / SPACING_PX) * SPACING_PX, box.bottom() + 1, SPACING_PX / 1.4):
            lines.append(QLineF(box.left(), y, box.right(), y))
    return lines
