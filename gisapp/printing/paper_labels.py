"""Names on a printed map: drawn as letters rather than pictures, so that they stay sharp and can be searched."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from gisapp.canvas.desk import Desk
from gisapp.canvas.lettering import name_size
from gisapp.printing.fonts import paper_font
from gisapp.scene.labels import place_labels, visible_labels
from gisapp.scene.layers import LabelLayer
from gisapp.scene.style import Lettering
from gisapp.scene.view import View


def print_labels(painter: QPainter, layer: LabelLayer, view: View, desk: Desk) -> None:
    """As the window places them, the more important first."""
    index = visible_labels(layer, view)
    if not len(index):
        return
    letterings = layer.style.letterings
    sizes = np.array([desk.size((layer.texts[one], letterings[layer.classes[one]]), name_size) for one in index.tolist()])
    placed, corners = place_labels(view.to_px(layer.xy[index]), sizes, width_px=view.width_px, height_px=view.height_px)
    for number, (left, top) in zip(placed.tolist(), corners.tolist(), strict=True):
        _print_name(painter, layer.texts[index[number]], letterings[layer.classes[index[number]]], at=(left, top), desk=desk)


def _print_name(painter: QPainter, text: str, lettering: Lettering, *, at: tuple[float, float], desk: Desk) -> None:
    font = paper_font(lettering.size_pt, bold=lettering.bold)
    base = QPointF(at[0] + lettering.halo_px, at[1] + lettering.halo_px + QFontMetricsF(font).ascent())
    outline = QPainterPath()
    outline.addText(base, font, text)
    pen = QPen(desk.colour(lettering.halo), 2 * lettering.halo_px)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(outline, pen)
    painter.setFont(font)
    painter.setPen(desk.colour(lettering.tint))
    painter.drawText(base, text)
