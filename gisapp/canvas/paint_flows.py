"""Paints flows: curved lines as wide as they are strong, with an arrow where they end."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gisapp.canvas.desk import Desk
from gisapp.canvas.kept_paths import polygon_of
from gisapp.scene.layers import FlowLayer
from gisapp.scene.shapes import overlapping
from gisapp.scene.style import Stroke
from gisapp.scene.view import FloatArray, View

STOP_PX = 9.0
"""How far from the place itself an arrow's tip stays, so that its symbol stays clear."""
CASING_PX = 1.2
CROWD = 130
"""Beyond so many lines the thinnest grow fainter, so that the strong ones stay clear."""


def paint_flows(painter: QPainter, layer: FlowLayer, view: View, desk: Desk) -> None:
    """Class by class, so that the strongest lie on top; each line with its casing and arrow."""
    shapes = layer.shapes
    seen = overlapping(shapes.bounds, view.bounds_with_margin(24))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, stroke in enumerate(layer.style.strokes):
        if stroke.casing is None and len(shapes) > CROWD:
            stroke = replace(stroke, opacity=stroke.opacity * sqrt(CROWD / len(shapes)))
        for index in seen[layer.classes[seen] == number].tolist():
            line = view.to_px(shapes.coords[shapes.offsets[index] : shapes.offsets[index + 1]])
            _paint_flow(painter, line, stroke, desk)
    painter.restore()


def _paint_flow(painter: QPainter, line: FloatArray, stroke: Stroke, desk: Desk) -> None:
    head = 5.0 + 1.5 * stroke.width_px
    tip_at = _cut(line, STOP_PX)
    if tip_at is None:
        return
    body = _cut(tip_at, head * 0.8)
    arrow = _arrow(tip_at, head)
    colour = desk.colour(stroke.tint, stroke.opacity)
    if stroke.casing is not None:
        casing = desk.colour(stroke.casing, stroke.opacity)
        _stroke(painter, body, casing, stroke.width_px + 2 * CASING_PX)
        painter.setPen(QPen(casing, 2 * CASING_PX))
        painter.drawPolygon(arrow)
    _stroke(painter, body, colour, stroke.width_px)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(arrow)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _stroke(painter: QPainter, body: FloatArray | None, colour: QColor, width: float) -> None:
    if body is not None:
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        painter.setPen(pen)
        painter.drawPolyline(polygon_of(body))


def _cut(line: FloatArray, length_px: float) -> FloatArray | None:
    """The line without its last ``length_px``; None when nothing is left."""
    away = np.hypot(*(line - line[-1]).T)
    kept = np.flatnonzero(away > length_px)
    if not len(kept):
        return None
    last = int(kept[-1])
    share = (away[last] - length_px) / max(away[last] - away[last + 1], 1e-9)
    end = line[last] + share * (line[last + 1] - line[last])
    return np.ascontiguousarray(np.vstack((line[: last + 1], end)))


def _arrow(line: FloatArray, length_px: float) -> QPolygonF:
    """A head whose tip is the line's end, pointing the way the line comes."""
    away = np.hypot(*(line - line[-1]).T)
    behind = line[int(np.flatnonzero(away >= min(length_px, away.max()))[-1])]
    forward = (line[-1] - behind) / max(float(np.hypot(*(line[-1] - behind))), 1e-9)
    aside = np.array((-forward[1], forward[0]))
    base = line[-1] - forward * length_px
    corners = (line[-1], base + aside * length_px * 0.5, base - aside * length_px * 0.5)
    return QPolygonF([QPointF(float(x), float(y)) for x, y in corners])
