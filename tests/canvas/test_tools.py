"""Tools turn the mouse into intent: corners, loops, lengths, and a way back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gisapp.canvas.map_canvas import MapCanvas
from gisapp.canvas.tools.corners import AreaTool, MeasureTool
from gisapp.canvas.tools.pan import PanTool
from gisapp.canvas.tools.pick import BoxTool, LassoTool
from gisapp.canvas.tools.place import PlaceTool
from gisapp.scene.measure import line_length
from tests.canvas import mouse

CORNERS = ((100, 100), (200, 110), (180, 200))


def test_enter_finishes_an_area_and_closes_its_ring(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_tool(AreaTool())
    for corner in CORNERS:
        mouse.click(canvas, corner)
    with qtbot.waitSignal(canvas.area_drawn) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    ring = heard.args[0]
    assert np.allclose(canvas.view().to_px(ring), [*CORNERS, CORNERS[0]])


def test_a_double_click_finishes_at_its_place(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_tool(AreaTool())
    for corner in CORNERS[:2]:
        mouse.click(canvas, corner)
    with qtbot.waitSignal(canvas.area_drawn) as heard:
        mouse.double_click(canvas, CORNERS[2])
    assert np.allclose(canvas.view().to_px(heard.args[0]), [*CORNERS, CORNERS[0]])


def test_two_corners_are_no_area(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_tool(AreaTool())
    for corner in CORNERS[:2]:
        mouse.click(canvas, corner)
    with qtbot.assertNotEmitted(canvas.area_drawn):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)


def test_backspace_takes_the_last_corner_back(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_tool(AreaTool())
    for corner in (*CORNERS, (10, 10)):
        mouse.click(canvas, corner)
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(canvas.area_drawn) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Enter)
    assert len(heard.args[0]) == 4


def test_escape_forgets_what_was_begun(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_tool(AreaTool())
    for corner in CORNERS:
        mouse.click(canvas, corner)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(canvas.area_drawn):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)


def test_another_tool_forgets_what_the_former_had_begun(canvas: MapCanvas, qtbot: QtBot) -> None:
    area = AreaTool()
    canvas.set_tool(area)
    for corner in CORNERS:
        mouse.click(canvas, corner)
    canvas.set_tool(PanTool())
    canvas.set_tool(area)
    with qtbot.assertNotEmitted(canvas.area_drawn):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)


def test_corners_stay_in_the_world_while_the_map_moves(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_tool(AreaTool())
    world = [canvas.view().point_world(*corner) for corner in CORNERS]
    mouse.click(canvas, CORNERS[0])
    mouse.click(canvas, CORNERS[1])
    mouse.drag(canvas, (300, 50), (320, 90), (340, 120))
    mouse.wheel(canvas, (200, 150), 1)
    mouse.click(canvas, canvas.view().point_px(*world[2]))
    with qtbot.waitSignal(canvas.area_drawn) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert np.allclose(heard.args[0][:3], world)


def test_measuring_says_the_length(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_tool(MeasureTool())
    said: list[str] = []
    canvas.said.connect(said.append)
    mouse.click(canvas, (100, 100))
    mouse.click(canvas, (200, 100))
    with qtbot.waitSignal(canvas.line_drawn) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert line_length(heard.args[0]) == pytest.approx(100 * canvas.view().metres_per_px)
    assert said[-1].startswith("长度：")


def test_a_short_shake_is_still_a_click(canvas: MapCanvas, qtbot: QtBot) -> None:
    before = canvas.view()
    with qtbot.waitSignal(canvas.picked):
        mouse.drag(canvas, (200, 150), (201, 151))
    assert canvas.view() == before


@pytest.mark.parametrize("tool", [BoxTool, LassoTool])
def test_escape_drops_a_box_or_loop(canvas: MapCanvas, qtbot: QtBot, tool: type[BoxTool | LassoTool]) -> None:
    canvas.set_tool(tool())
    with qtbot.assertNotEmitted(canvas.picked):
        mouse.send(canvas, mouse.QEvent.Type.MouseButtonPress, (100, 100), held=mouse.LEFT)
        mouse.send(canvas, mouse.QEvent.Type.MouseMove, (200, 200), button=mouse.NONE, held=mouse.LEFT)
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
        mouse.send(canvas, mouse.QEvent.Type.MouseButtonRelease, (200, 200))


@pytest.mark.parametrize("tool", [BoxTool, LassoTool, AreaTool, MeasureTool])
def test_what_is_begun_is_drawn(canvas: MapCanvas, tool: type[BoxTool | LassoTool | AreaTool | MeasureTool]) -> None:
    canvas.set_tool(tool())
    before = canvas.picture()
    mouse.send(canvas, mouse.QEvent.Type.MouseButtonPress, (100, 100), held=mouse.LEFT)
    if isinstance(canvas.tool(), AreaTool | MeasureTool):
        mouse.send(canvas, mouse.QEvent.Type.MouseButtonRelease, (100, 100))
        mouse.move(canvas, (220, 180))
    else:
        mouse.send(canvas, mouse.QEvent.Type.MouseMove, (220, 180), button=mouse.NONE, held=mouse.LEFT)
    assert canvas.picture() != before


def test_a_place_is_chosen_by_a_click_and_the_map_still_drags(canvas: MapCanvas, qtbot: QtBot) -> None:
    tool = PlaceTool()
    canvas.set_tool(tool)
    heard: list[tuple[float, float]] = []
    tool.place_chosen.connect(lambda x, y: heard.append((x, y)))
    before = canvas.view()
    mouse.drag(canvas, (100, 100), (160, 120))
    assert heard == []
    assert canvas.view() != before
    with qtbot.assertNotEmitted(canvas.picked):
        mouse.click(canvas, (120, 90))
    assert np.allclose(canvas.view().to_px(np.array(heard)), [(120, 90)])
