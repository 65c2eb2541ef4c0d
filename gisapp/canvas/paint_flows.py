"""Paints flows: curved lines as wide as they are strong, with an arrow where they end."""

from __future__ import annotations

from math import sqrt

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gisapp.canvas.desk import Desk
from gisapp.canvas.kept_paths import path_of, polygon_of
from gisapp.scene.layers import FlowLayer
from gisapp.scene.shapes import IntArray, overlapping
from gisapp.scene.style import Stroke
from gisapp.scene.view import FloatArray, View

STOP_PX = 9.0
"""How far from the place itself an arrow's tip stays, so that its symbol stays clear."""
CASING_PX = 1.2
CROWD = 130
"""Beyond so many lines the thinnest grow fainter, so that the strong ones stay clear."""


def paint_flows(painter: QPainter, layer: FlowLayer, view: View, desk: Desk) -> None:
    """Class by class, so that the strongest lie on top; each line with its casing and arrow."""
    seen = overlapping(layer.shapes.bounds, view.bounds_with_margin(24))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, stroke in enumerate(layer.style.strokes):
        chosen = seen[layer.classes[seen] == number]
        if not len(chosen):
            continue
        bodies, arrows = _shapes(_lines_px(layer, chosen, view), 5.0 + 1.5 * stroke.width_px)
        if stroke.casing is None:
            faint = stroke.opacity * min(1.0, sqrt(CROWD / len(layer.shapes)))
            _paint_together(painter, bodies, arrows, colour=desk.colour(stroke.tint, faint), width_px=stroke.width_px)
        else:
            _paint_apart(painter, bodies, arrows, stroke=stroke, desk=desk)
    painter.restore()


def _lines_px(layer: FlowLayer, chosen: IntArray, view: View) -> FloatArray:
    """Pixels (n, vertices, 2) of these lines."""
    shapes = layer.shapes
    return view.to_px(shapes.coords.reshape(len(shapes), -1, 2)[chosen])


def _shapes(lines: FloatArray, head_px: float) -> tuple[FloatArray, FloatArray]:
    """Lines (k, vertices, 2) that end within their arrows, and the arrows (k, 3, 2); too short ones are left out."""
    long_enough = np.hypot(*(lines[:, 0] - lines[:, -1]).T) > STOP_PX + head_px
    lines = lines[long_enough]
    tips = _cut(lines, STOP_PX)[:, -1]
    bodies = _cut(lines, STOP_PX + 0.8 * head_px)
    forward = tips - bodies[:, -1]
    forward /= np.maximum(np.hypot(*forward.T), 1e-9)[:, None]
    aside = np.column_stack((-forward[:, 1], forward[:, 0])) * head_px * 0.5
    base = tips - forward * head_px
    return bodies, np.stack((tips, base + aside, base - aside), axis=1)


def _cut(lines: FloatArray, length_px: float) -> FloatArray:
    """The lines without their last ``length_px``: the vertices there are moved to where each line now ends."""
    if not len(lines):
        return lines
    away = np.hypot(*np.moveaxis(lines - lines[:, -1:], -1, 0))
    count, every = lines.shape[1], np.arange(len(lines))
    last = count - 1 - np.argmax(away[:, ::-1] > length_px, axis=1)
    before, after = lines[every, last], lines[every, np.minimum(last + 1, count - 1)]
    drop = np.maximum(away[every, last] - away[every, np.minimum(last + 1, count - 1)], 1e-9)
    end = before + ((away[every, last] - length_px) / drop)[:, None] * (after - before)
    return np.where((np.arange(count) <= last[:, None])[..., None], lines, end[:, None])


def _paint_together(painter: QPainter, bodies: FloatArray, arrows: FloatArray, *, colour: QColor, width_px: float) -> None:
    """All thin lines as one path and their arrows as another: for hundreds a fraction of the time."""
    painter.setPen(QPen(colour, width_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path_of(bodies.reshape(-1, 2), np.arange(len(bodies)) * bodies.shape[1]))
    heads = path_of(arrows.reshape(-1, 2), np.arange(len(arrows)) * 3)
    heads.setFillRule(Qt.FillRule.WindingFill)
    painter.fillPath(heads, colour)


def _paint_apart(painter: QPainter, bodies: FloatArray, arrows: FloatArray, *, stroke: Stroke, desk: Desk) -> None:
    """Each line over the casing of the next, so that crossing ones can be told apart."""
    colour, casing = desk.colour(stroke.tint, stroke.opacity), desk.colour(stroke.casing or stroke.tint, stroke.opacity)
    wide, narrow = _pen(casing, stroke.width_px + 2 * CASING_PX), _pen(colour, stroke.width_px)
    rim = QPen(casing, 2 * CASING_PX)
    for body, arrow in zip(map(polygon_of, bodies), map(polygon_of, arrows), strict=True):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(wide)
        painter.drawPolyline(body)
        painter.setPen(rim)
        painter.drawPolygon(arrow)
        painter.setPen(narrow)
        painter.drawPolyline(body)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(arrow)


def _pen(colour: QColor, width_px: float) -> QPen:
    pen = QPen(colour, width_px)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return pen
