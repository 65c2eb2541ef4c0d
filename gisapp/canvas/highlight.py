"""Shows what is selected or hovered: outlines of cells, bright marks of points."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath

from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_points import paint_points
from gisapp.canvas.pens import casing_pen_of, pen_of, world_transform
from gisapp.scene import cartography
from gisapp.scene.layers import Layer, LineLayer, PointLayer, PolygonLayer
from gisapp.scene.shapes import IntArray
from gisapp.scene.style import Stroke
from gisapp.scene.view import View

SELECTED, HOVERED = 0, 1
ALONE, ONE_OF_MANY = 0, 1
MOST_OUTLINED = 400
FEW_POINTS = 20
FEW_POLYGONS = 3
VEIL_OPACITY = 0.22


def paint_highlight(painter: QPainter, layer: Layer, ids: Collection[int], *, view: View, desk: Desk) -> None:
    """Mark the selected features of a layer: few polygons by their outline, which leaves what lies in them as it is,
    more by a tint of their ground too, beyond MOST_OUTLINED by the tint alone."""
    if not ids:
        return
    wanted = np.fromiter(ids, dtype=np.int64)
    stroke = cartography.line_style("selection").strokes[SELECTED]
    if isinstance(layer, PointLayer):
        _paint_points(painter, layer, np.flatnonzero(np.isin(layer.ids, wanted)), view, desk)
        return
    if not isinstance(layer, PolygonLayer | LineLayer):
        return
    path, count = _path_of_ids(layer, wanted, view, desk)
    painter.save()
    painter.setTransform(world_transform(view), True)
    if count <= MOST_OUTLINED:
        outline(painter, path, stroke, view=view, desk=desk)
    if isinstance(layer, PolygonLayer) and count > FEW_POLYGONS:
        painter.fillPath(path, desk.colour(stroke.tint, VEIL_OPACITY))
    painter.restore()


def paint_hovered(painter: QPainter, layer: Layer, hovered: int, *, view: View, desk: Desk) -> None:
    """A thin outline round the polygon or line under the pointer."""
    if isinstance(layer, PolygonLayer | LineLayer):
        path, _ = _path_of_ids(layer, np.array([hovered]), view, desk)
        painter.save()
        painter.setTransform(world_transform(view), True)
        outline(painter, path, cartography.line_style("selection").strokes[HOVERED], view=view, desk=desk)
        painter.restore()


def outline(painter: QPainter, path: QPainterPath, stroke: Stroke, *, view: View, desk: Desk) -> None:
    """Stroke a path with its casing."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    casing = casing_pen_of(stroke, view, desk)
    if casing is not None:
        painter.strokePath(path, casing)
    painter.strokePath(path, pen_of(stroke, view, desk))


def _path_of_ids(layer: PolygonLayer | LineLayer, wanted: IntArray, view: View, desk: Desk) -> tuple[QPainterPath, int]:
    window = view.bounds_with_margin(8)
    if isinstance(layer, PolygonLayer):
        kept = desk.polygons(layer, view.metres_per_px)
        index = kept.visible(window)
        chosen = index[np.isin(kept.shapes.ids[index], wanted)]
        return kept.path_of_some(chosen), len(chosen)
    lines = desk.lines(layer, view.metres_per_px)
    index = lines.visible(window)
    chosen = index[np.isin(lines.shapes.ids[index], wanted)]
    return lines.path_of_some(chosen), len(chosen)


def _paint_points(painter: QPainter, layer: PointLayer, index: IntArray, view: View, desk: Desk) -> None:
    marked = PointLayer(
        "selection",
        layer.ids[index],
        layer.xy[index],
        np.full(len(index), ALONE if len(index) <= FEW_POINTS else ONE_OF_MANY, dtype=np.uint8),
        cartography.point_style("selection"),
    )
    paint_points(painter, marked, view, desk)
