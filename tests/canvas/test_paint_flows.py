"""Flows are painted as wide as they are strong, with an arrow at the end they go to."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from gisapp.canvas.painters import GROUND, render
from gisapp.canvas.stamps import pixels_of
from gisapp.scene.cartography import line_style
from gisapp.scene.flow_layers import curved, width_classes
from gisapp.scene.layers import FlowLayer
from gisapp.scene.style import Palette
from gisapp.scene.view import View


def painted(begin: tuple[float, float], end: tuple[float, float], families: int, palette: Palette = Palette.LIGHT) -> np.ndarray:
    shapes = curved(np.array([1]), np.array([begin], float), np.array([end], float))
    layer = FlowLayer("flows", shapes, width_classes(np.array([families])), line_style("flows"), kind="flow")
    image = render([layer], View(0, 0, 1, 200, 200), palette=palette)
    return pixels_of(image) != np.uint32(QColor(GROUND.on(palette)).rgb())


def test_more_families_make_a_wider_line_in_light_and_dark(qapp: object) -> None:
    for palette in Palette:
        inked = [int(painted((-80, 0), (80, 0), families, palette).sum()) for families in (1, 10, 30, 100)]
        assert inked == sorted(inked)
        assert inked[0] * 3 < inked[-1]


def test_the_arrow_stands_where_the_line_ends(qapp: object) -> None:
    ink = painted((-80, 0), (80, 0), 100)
    assert ink[:, 150:].sum(axis=0).max() > 1.3 * ink[:, 20:60].sum(axis=0).max()


def test_the_place_itself_stays_clear_for_its_symbol(qapp: object) -> None:
    assert not painted((-80, 0), (80, 0), 100)[98:103, 178:183].any()


def test_a_flow_too_short_to_be_seen_is_left_out(qapp: object) -> None:
    assert not painted((0, 0), (4, 0), 100).any()
