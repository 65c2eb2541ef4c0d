"""Paints names: places are chosen in scene/labels, each name is drawn once and then copied."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from gisapp.canvas.desk import Desk, PlacedName
from gisapp.canvas.lettering import name_image, name_size
from gisapp.scene.labels import place_labels, visible_labels
from gisapp.scene.layers import LabelLayer
from gisapp.scene.view import View

AHEAD_S = 0.012


def paint_labels(painter: QPainter, layer: LabelLayer, view: View, desk: Desk) -> None:
    """Paint the names in sight that find room, the more important first."""
    ratio = view.pixel_ratio
    for name in desk.places(layer, view, placed_names):
        # On whole device pixels, so that it stays sharp.
        corner = QPointF(round(name.left * ratio) / ratio, round(name.top * ratio) / ratio)
        painter.drawImage(corner, _image_of(name, ratio, desk))


def draw_names_ahead(layer: LabelLayer, view: View, desk: Desk) -> bool:
    """Draw names that were never drawn before, for a few milliseconds; say whether all that are needed are there."""
    end = perf_counter() + AHEAD_S
    for name in desk.places(layer, view, placed_names):
        _image_of(name, view.pixel_ratio, desk)
        if perf_counter() > end:
            return False
    return True


def placed_names(layer: LabelLayer, view: View, desk: Desk) -> tuple[PlacedName, ...]:
    """The names that find room in the view, the most important first."""
    index = visible_labels(layer, view)
    if not len(index) or not layer.scope.holds(view.metres_per_px):
        return ()
    letterings = [layer.style.letterings[code] for code in layer.classes[index]]
    texts = [layer.texts[one] for one in index.tolist()]
    sizes = np.array([desk.size(name, name_size) for name in zip(texts, letterings, strict=True)])
    anchors = view.to_px(layer.xy[index])
    placed, corners = place_labels(anchors, sizes, width_px=view.width_px, height_px=view.height_px)
    return tuple(
        PlacedName(texts[number], letterings[number], left, top)
        for number, (left, top) in zip(placed.tolist(), corners.tolist(), strict=True)
    )


def _image_of(name: PlacedName, ratio: float, desk: Desk) -> QImage:
    key = ("name", name.text, name.lettering, desk.palette, ratio)
    return desk.image(key, lambda: name_image(name.text, name.lettering, ratio=ratio, desk=desk))
