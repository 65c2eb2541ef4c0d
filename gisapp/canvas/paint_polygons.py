"""Paints cells and areas: fills by class without antialiasing, shared borders once with it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.kept_paths import KeptLines
from gisapp.canvas.pens import casing_pen_of, hatch_brush, hatch_origin, pen_of, stroke_lines, world_transform
from gisapp.scene.layers import PolygonLayer
from gisapp.scene.style import Fill, Hatch
from gisapp.scene.view import View

FINEST_CELL_PX = 4.0
SMALLEST_HATCHED_PX = 8.0
"""Areas smaller than this show no hatch: they are filled together."""

MOST_AT_ONCE = 500
"""Qt holds the interpreter's lock while it fills: more areas in one go would make the window wait."""


def paint_polygons(painter: QPainter, layer: PolygonLayer, view: View, desk: Desk) -> None:
    """Paint a coverage or a set of areas; the painter is in logical pixels."""
    if layer.is_coverage:
        paint_fills(painter, layer, view, desk)
        paint_borders(painter, layer, view, desk)
    else:
        paint_areas(painter, layer, view, desk)


def paint_fills(painter: QPainter, layer: PolygonLayer, view: View, desk: Desk) -> None:
    """Fill a coverage's cells, one path per class.

    Without antialiasing neighbours meet without a seam, and it is forty times as fast.
    """
    kept = desk.polygons(layer, view.metres_per_px)
    index = kept.visible(view.bounds_with_margin(4))
    painter.save()
    painter.setTransform(world_transform(view), True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    classes = layer.classes[index]
    for number, fill in enumerate(layer.style.fills):
        chosen = index[classes == number]
        if fill.opacity > 0 and len(chosen):
            painter.fillPath(kept.path_of_some(chosen), desk.colour(fill.tint, fill.opacity))
    painter.restore()


def paint_borders(painter: QPainter, layer: PolygonLayer, view: View, desk: Desk, *, finest_px: float = FINEST_CELL_PX) -> None:
    """Stroke a coverage's borders, each once, the coarsest level last.

    Where a typical cell is smaller than ``finest_px`` its borders would be all one sees: only coarser ones are drawn.
    """
    strokes = layer.style.borders
    if not strokes:
        return
    painter.save()
    painter.setTransform(world_transform(view), True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    kept = desk.polygons(layer, view.metres_per_px)
    levels = kept.borders(layer.groups)
    is_too_fine = len(levels) > 2 and kept.typical_side_m < finest_px * view.metres_per_px
    for level, lines in enumerate(levels):
        is_outer = level + 1 == len(levels)
        if level == 0 and is_too_fine:
            continue
        stroke = strokes[-1] if is_outer else strokes[min(level, len(strokes) - 1)]
        index = lines.visible(view.bounds_with_margin(4))
        stroke_lines(painter, lines, index, pen_of(stroke, view, desk))
    painter.restore()


def paint_areas(painter: QPainter, layer: PolygonLayer, view: View, desk: Desk) -> None:
    """Areas that may overlap, lower classes first: see-through fills and hatches, then edges over their rough rims."""
    kept = desk.polygons(layer, view.metres_per_px)
    near = view.bounds_with_margin(4)
    index = kept.visible(near)
    painter.save()
    painter.setBrushOrigin(hatch_origin(view))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    transform = world_transform(view)
    classes, sizes = layer.classes[index], kept.sizes_m(index)
    for number, fill in enumerate(layer.style.fills):
        is_small = (classes == number) & (sizes < SMALLEST_HATCHED_PX * view.metres_per_px)
        small = index[is_small]
        for at in range(0, len(small), MOST_AT_ONCE):
            path = transform.map(kept.path_of_some(small[at : at + MOST_AT_ONCE]))
            path.setFillRule(Qt.FillRule.WindingFill)
            painter.fillPath(path, desk.colour(fill.tint, fill.opacity))
        for one in index[(classes == number) & ~is_small]:
            path = transform.map(kept.path_of_some(np.array([one]), near=near))
            for brush in _brushes(fill, view, desk):
                painter.fillPath(path, brush)
    painter.setTransform(transform, True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _stroke_edges(painter, layer, kept.edges(), view, desk)
    painter.restore()


def _stroke_edges(painter: QPainter, layer: PolygonLayer, edges: KeptLines, view: View, desk: Desk) -> None:
    index = edges.visible(view.bounds_with_margin(4))
    classes = layer.classes[edges.owner[index]]
    for number, fill in enumerate(layer.style.fills):
        if fill.edge is None:
            continue
        casing = casing_pen_of(fill.edge, view, desk)
        if casing is not None:
            stroke_lines(painter, edges, index[classes == number], casing)
        stroke_lines(painter, edges, index[classes == number], pen_of(fill.edge, view, desk))


def _brushes(fill: Fill, view: View, desk: Desk) -> list[QBrush]:
    brushes = [QBrush(desk.colour(fill.tint, fill.opacity))]
    if fill.hatch is not Hatch.NONE:
        tint = fill.hatch_tint or (fill.edge.tint if fill.edge is not None else fill.tint)
        brushes.append(hatch_brush(fill.hatch, tint, view=view, desk=desk))
    return brushes
