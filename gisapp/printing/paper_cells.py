"""Cells on a printed map: where they are only the ground of a map about something else, small ones show no borders of their own."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_polygons import FINEST_CELL_PX, paint_borders, paint_fills
from gisapp.scene.layers import PolygonLayer
from gisapp.scene.view import View

FINEST_PLAIN_PX = 20.0
"""Four thousand borders on a hand's breadth hide what the map is about, and are most of what its page weighs."""


def print_cells(painter: QPainter, layer: PolygonLayer, view: View, desk: Desk) -> None:
    """A coverage; one whose cells are all of one class is a ground, and shows villages where its cells are small."""
    is_plain = bool(len(layer.classes)) and bool((layer.classes == layer.classes[0]).all())
    paint_fills(painter, layer, view, desk)
    paint_borders(painter, layer, view, desk, finest_px=FINEST_PLAIN_PX if is_plain else FINEST_CELL_PX)
