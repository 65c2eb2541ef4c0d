"""Points on a printed map: a few are drawn as shapes, so that they stay sharp and weigh nothing; a county of them is a picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtGui import QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.stamps import draw_symbol
from gisapp.scene.layers import PointLayer
from gisapp.scene.view import View

MOST_SHAPES = 1_500


def print_points(painter: QPainter, layer: PointLayer, view: View, desk: Desk) -> bool:
    """Draw the points in sight, higher classes over lower ones; False, and nothing drawn, where they are too many for shapes."""
    symbols = layer.style.symbols
    reach = max(symbol.radius_px(view.metres_per_px) for symbol in symbols)
    seen = layer.within(view.bounds_with_margin(reach))
    if len(seen) > MOST_SHAPES:
        return False
    places, classes = view.to_px(layer.xy[seen]), layer.classes[seen]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in np.argsort(classes, kind="stable").tolist():
        symbol = symbols[classes[one]]
        shown = replace(symbol, opacity=symbol.opacity_at(view.metres_per_px))
        painter.translate(*places[one].tolist())
        draw_symbol(painter, shown, symbol.radius_px(view.metres_per_px), desk=desk)
        painter.translate(*(-places[one]).tolist())
    painter.restore()
    return True
