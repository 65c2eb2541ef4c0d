"""Paints rivers, roads and other lines, class by class."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPen

from gisapp.canvas.desk import Desk
from gisapp.canvas.pens import casing_pen_of, pen_of, stroke_lines, world_transform
from gisapp.scene.layers import LineLayer
from gisapp.scene.shapes import IntArray
from gisapp.scene.view import View


def paint_lines(painter: QPainter, layer: LineLayer, view: View, desk: Desk) -> None:
    """All casings first, then all strokes, so that crossings join."""
    kept = desk.lines(layer, view.metres_per_px)
    index = kept.visible(view.bounds_with_margin(8))
    if not len(index):
        return
    painter.save()
    painter.setTransform(world_transform(view), True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    classes = layer.classes[kept.owner[index]]
    drawn: list[tuple[IntArray, QPen]] = []
    for number, stroke in enumerate(layer.style.strokes):
        chosen = index[classes == number]
        drawn.append((chosen, pen_of(stroke, view, desk)))
        casing = casing_pen_of(stroke, view, desk)
        if casing is not None:
            stroke_lines(painter, kept, chosen, casing)
    for chosen, pen in drawn:
        stroke_lines(painter, kept, chosen, pen)
    painter.restore()
