"""Paints names: places are chosen in scene/labels, each name is drawn once and then copied."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.lettering import name_image, name_size
from gisapp.scene.labels import place_labels, visible_labels
from gisapp.scene.layers import LabelLayer
from gisapp.scene.style import Lettering
from gisapp.scene.view import View


def paint_labels(painter: QPainter, layer: LabelLayer, view: View, desk: Desk) -> None:
    """Paint the names in sight that find room, the more important first."""
    index = visible_labels(layer, view)
    if not len(index):
        return
    letterings = layer.style.letterings
    sizes = np.array([desk.size((layer.texts[one], letterings[layer.classes[one]]), name_size) for one in index.tolist()])
    placed, corners = place_labels(view.to_px(layer.xy[index]), sizes, width_px=view.width_px, height_px=view.height_px)
    for number, (left, top) in zip(placed.tolist(), corners.tolist(), strict=True):
        text, lettering = layer.texts[index[number]], letterings[layer.classes[index[number]]]
        _draw_name(painter, text, lettering, at=(left, top), ratio=view.pixel_ratio, desk=desk)


def _draw_name(painter: QPainter, text: str, lettering: Lettering, *, at: tuple[float, float], ratio: float, desk: Desk) -> None:
    """Draw a name with its top left corner at ``at``, on whole device pixels so that it stays sharp."""
    key = ("name", text, lettering, desk.palette, ratio)
    image = desk.image(key, lambda: name_image(text, lettering, ratio=ratio, desk=desk))
    painter.drawImage(QPointF(round(at[0] * ratio) / ratio, round(at[1] * ratio) / ratio), image)
