"""The picture of rising water: each pixel has the colour of the cell below it, at every scale and every step."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_water import colour_table, pixels_of
from gisapp.canvas.painters import layer_image
from gisapp.scene.layers import WaterLayer
from gisapp.scene.style import Palette
from gisapp.scene.view import View
from gisapp.scene.water import water_layer

BOUNDS = (1_000.0, 2_000.0, 1_070.0, 2_050.0)


@pytest.fixture
def layer() -> WaterLayer:
    """5 x 7 cells of 10 m; the value rises by 20 cm from cell to cell, row by row."""
    return water_layer((20 * np.arange(35).reshape(5, 7)).astype(np.uint16), BOUNDS)


def cell_at(x: float, y: float) -> int | None:
    column, row = (x - BOUNDS[0]) // 10, (BOUNDS[3] - y) // 10
    return int(row * 7 + column) if 0 <= column < 7 and 0 <= row < 5 else None


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("metres_per_px", [0.4, 1.0, 3.1, 9.0])
def test_each_pixel_has_the_colour_of_its_cell(qapp: object, layer: WaterLayer, metres_per_px: float, ratio: float) -> None:
    view = View(1_031.7, 2_027.3, metres_per_px, 60, 40, pixel_ratio=ratio)
    desk = Desk()
    wet = replace(layer, level_cm=310)
    image, table = layer_image(wet, view, desk), colour_table(wet, desk)
    for row in range(0, image.height(), 7):
        for column in range(0, image.width(), 5):
            cell = cell_at(*view.point_world((column + 0.5) / ratio, (row + 0.5) / ratio))
            wanted = 0 if cell is None else int(table[20 * cell])
            assert premultiplied(image, column, row) == wanted, (row, column)


def premultiplied(image: QImage, column: int, row: int) -> int:
    words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return int(words[row, column])


def test_deeper_water_is_lighter_first_on_light_maps_and_lighter_on_dark_ones(qapp: object, layer: WaterLayer) -> None:
    for palette, is_lighter_first in ((Palette.LIGHT, False), (Palette.DARK, True)):
        table = colour_table(replace(layer, level_cm=400), Desk(palette))
        light = [QColor.fromRgba(int(table[value])).lightness() for value in (100, 300, 390)]
        assert light == sorted(set(light), reverse=is_lighter_first)
        assert table[401] != table[400]


def test_nothing_is_painted_at_the_normal_level_or_beside_the_raster(qapp: object, layer: WaterLayer) -> None:
    view = View(1_030, 2_030, 1, 60, 40)
    for nothing in (layer_image(layer, view, Desk()), layer_image(replace(layer, level_cm=300), replace(view, centre_x=9_000), Desk())):
        assert not np.frombuffer(nothing.constBits(), np.uint8).any()


def test_another_level_looks_nothing_up_again(qapp: object, layer: WaterLayer) -> None:
    asked = []

    def look_up(one: WaterLayer, view: View) -> object:
        asked.append(view)
        return pixels_of(one, view)

    desk, view = Desk(), View(1_030, 2_030, 1, 60, 40)
    for level in (10, 20, 30):
        desk.water(replace(layer, level_cm=level), view, look_up)  # type: ignore[arg-type]
    assert len(asked) == 1
    desk.water(layer, replace(view, metres_per_px=2), look_up)  # type: ignore[arg-type]
    assert len(asked) == 2
