"""A chart is painted so that each state differs by more than its colour, in light and dark."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_building import paint_building, paint_plan
from gisapp.canvas.stamps import pixels_of
from gisapp.domain.chart import Chart, Room, RoomFamily, RoomState, arrange_rooms
from gisapp.domain.ids import HouseholdId, HouseId
from gisapp.scene.chart_plan import CELLS, Box, plan_chart
from gisapp.scene.style import Palette


def chart_of_states() -> Chart:
    facts = ((True, 1, True), (True, 1, False), (True, 0, False), (False, 0, False))
    families = [RoomFamily(HouseholdId(n), "", "吴六", 2, True, two, missing, need) for n, (two, missing, need) in enumerate(facts)]
    rooms = [Room(HouseId(n), "", 1, 5 - n, f"{5 - n}01", (one,)) for n, one in enumerate(families)]
    return Chart("紫云南郡", "紫云南郡", arrange_rooms([(1, "3号楼", [*rooms, Room(HouseId(9), "", 1, 1, "101", ())])]))


def painted(chart: Chart, palette: Palette, *, width: int = 300, height: int = 300) -> np.ndarray:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_building(painter, chart, QRectF(0, 0, width, height), palette)
    painter.end()
    return pixels_of(image).copy()


@pytest.mark.parametrize("palette", Palette)
def test_states_differ_without_colour(qapp: object, palette: Palette) -> None:
    chart = chart_of_states()
    plan = plan_chart(chart, 300, cell=CELLS[0])
    assert [one.room.state for one in plan.rooms] == list(RoomState)
    image = QImage(300, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_plan(painter, plan, Desk(palette))
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    patterns = []
    for one in plan.rooms:
        part = grey.copy(round(one.box.x) + 2, round(one.box.y) + 2, round(one.box.width) - 4, round(one.box.height) - 4)
        dark = np.array([[part.pixelColor(x, y).red() for x in range(part.width())] for y in range(part.height())], float)
        patterns.append(dark - np.median(dark))
    for first in range(len(patterns)):
        for second in range(first):
            assert np.abs(patterns[first] - patterns[second]).max() > 20, (first, second)


def test_the_same_chart_gives_the_same_picture_and_the_dark_one_another(qapp: object) -> None:
    light = painted(chart_of_states(), Palette.LIGHT)
    assert np.array_equal(light, painted(chart_of_states(), Palette.LIGHT))
    assert not np.array_equal(light, painted(chart_of_states(), Palette.DARK))


def test_only_what_is_in_the_window_is_painted(qapp: object) -> None:
    plan = plan_chart(chart_of_states(), 300, cell=CELLS[0])
    image = QImage(300, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_plan(painter, plan, Desk(), window=Box(1_000, 1_000, 10, 10))
    painter.end()
    assert not pixels_of(image).any()


def test_a_chart_without_buildings_is_painted_too(qapp: object) -> None:
    assert painted(Chart("紫云南郡", "紫云南郡", ()), Palette.LIGHT).any()
