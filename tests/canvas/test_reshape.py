"""A border is reshaped by hand: dragged, clicked, with keys, and every step can be taken back."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gisapp.canvas.map_canvas import MapCanvas
from gisapp.canvas.tools.reshape import ReshapeTool
from gisapp.scene.shape_edit import EditedShape, taken_apart
from tests.canvas import mouse

CORNERS = ((100.0, 100.0), (300.0, 100.0), (300.0, 200.0), (100.0, 200.0))


@pytest.fixture
def tool(canvas: MapCanvas) -> ReshapeTool:
    world = canvas.view().to_world(np.array(CORNERS))
    made = ReshapeTool(taken_apart(shapely.Polygon(world)))
    canvas.set_tool(made)
    return made


@pytest.fixture
def heard(tool: ReshapeTool) -> list[EditedShape]:
    found: list[EditedShape] = []
    tool.reshaped.connect(found.append)
    return found


def in_px(canvas: MapCanvas, shape: EditedShape) -> list[tuple[int, int]]:
    return [(round(x), round(y)) for x, y in canvas.view().to_px(shape.rings[0]).tolist()]


def test_a_dragged_corner_is_moved(canvas: MapCanvas, tool: ReshapeTool, heard: list[EditedShape]) -> None:
    mouse.drag(canvas, (301, 101), (320, 90), (350, 60))
    assert in_px(canvas, tool.shape) == [(100, 100), (350, 60), (300, 200), (100, 200)]
    assert heard == [tool.shape]


def test_a_dragged_edge_gets_a_corner(canvas: MapCanvas, tool: ReshapeTool, heard: list[EditedShape]) -> None:
    mouse.drag(canvas, (200, 101), (200, 80), (200, 50))
    assert in_px(canvas, tool.shape) == [(100, 100), (200, 50), (300, 100), (300, 200), (100, 200)]
    assert len(heard) == 1


def test_a_corner_is_taken_up_by_a_click_and_put_down_by_another(canvas: MapCanvas, tool: ReshapeTool, heard: list[EditedShape]) -> None:
    mouse.click(canvas, (300, 200))
    mouse.move(canvas, (400, 300))
    assert heard == []
    mouse.click(canvas, (420, 310))
    assert in_px(canvas, tool.shape)[2] == (420, 310)
    assert len(heard) == 1


def test_delete_removes_the_corner_under_the_pointer_or_in_hand(
    canvas: MapCanvas, tool: ReshapeTool, heard: list[EditedShape], qtbot: QtBot
) -> None:
    mouse.move(canvas, (300, 200))
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert in_px(canvas, tool.shape) == [(100, 100), (300, 100), (100, 200)]
    mouse.click(canvas, (100, 200))
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(tool.shape.rings[0]) == 3
    assert len(heard) == 1


def test_backspace_takes_back_step_after_step(canvas: MapCanvas, tool: ReshapeTool, heard: list[EditedShape], qtbot: QtBot) -> None:
    before = in_px(canvas, tool.shape)
    mouse.drag(canvas, (300, 100), (350, 60))
    mouse.drag(canvas, (200, 200), (200, 260))
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    assert in_px(canvas, tool.shape) == before
    assert len(heard) == 4


def test_escape_puts_back_what_is_in_hand(canvas: MapCanvas, tool: ReshapeTool, heard: list[EditedShape], qtbot: QtBot) -> None:
    before = in_px(canvas, tool.shape)
    mouse.click(canvas, (200, 100))
    mouse.move(canvas, (200, 20))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert (in_px(canvas, tool.shape), heard) == (before, [])


def test_dragging_beside_the_border_moves_the_map_also_with_a_corner_in_hand(
    canvas: MapCanvas, tool: ReshapeTool, heard: list[EditedShape]
) -> None:
    view = canvas.view()
    mouse.drag(canvas, (200, 150), (240, 150), (260, 150))
    assert canvas.view() != view
    assert heard == []
    corner = in_px(canvas, tool.shape)[0]
    mouse.click(canvas, corner)
    mouse.drag(canvas, (500, 400), (520, 400), (560, 400))
    assert heard == []
    mouse.click(canvas, (50, 50))
    assert in_px(canvas, tool.shape)[0] == (50, 50)


def test_enter_says_it_is_finished(canvas: MapCanvas, tool: ReshapeTool, qtbot: QtBot) -> None:
    mouse.click(canvas, (300, 200))
    mouse.move(canvas, (310, 240))
    with qtbot.waitSignal(tool.finished):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert in_px(canvas, tool.shape)[2] == (310, 240)


def test_a_border_of_thousands_of_corners_is_drawn_without_all_its_handles(canvas: MapCanvas, qtbot: QtBot) -> None:
    round_one = shapely.Point(*canvas.view().point_world(200, 150)).buffer(canvas.view().metres_per_px * 90, quad_segs=2_000)
    canvas.set_tool(ReshapeTool(taken_apart(round_one)))
    assert canvas.picture().width() > 0
