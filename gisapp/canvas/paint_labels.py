"""Paints names: places are chosen in scene/labels, each name is drawn once and then copied."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.lettering import name_image, name_size
from gisapp.scene.labels import place_labels, visible_labels
from gisapp.scene.layers import LabelLayer
from gisapp.scene.view import View


def paint_labels(painter: QPainter, layer: LabelLayer, view: View, desk: Desk) -> None:
    """Paint the names in sight that find room, the more important first."""
    index = visible_labels(layer, view)
    if not len(index):
        return
    letterings = layer.style.letterings
    sizes = np.array(
        [desk.size((layer.texts[one], letterings[layer.classes[one]]), name_size) for one in index.tolist()]
    )
    placed, corners = place_labels(
        view.to_px(layer.xy[index]), sizes, width_px=view.width_px, height_px=view.height_px
    )
    for number, (left, top) in zip(placed.tolist(), corners.tolist(), strict=True):
        text, lettering = layer.texts[index[number]], letterings[layer.classes[index[number]]]
        ratio = view.pixel_ratio
        image = desk.image(
            ("name", text, lettering, desk.palette, ratio),
            lambda text=text, lettering=lettering: name_image(text, lettering, ratio=ratio, desk=desk),  # type: ignore[misc]
        )
        painter.drawImage(QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio), image)
