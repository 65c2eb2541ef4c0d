"""The map in the window: moves, zooms, names, picks, and keeps its picture right."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from gisapp.canvas.desk import Desk
from gisapp.canvas.map_canvas import MapCanvas
from gisapp.canvas.painters import ground_image, render
from gisapp.canvas.pictures import draw_picture
from gisapp.canvas.stamps import pixels_of
from gisapp.canvas.tools.pick import BoxTool, LassoTool
from gisapp.scene.layers import Layer, PolygonLayer, with_style
from gisapp.scene.legend import symbol_entries
from gisapp.scene.style import Palette
from gisapp.scene.view import View
from tests.canvas import mouse
from tests.canvas.conftest import cell_layer
from tests.canvas.synthetic import CENTRE, SyntheticCounty


def channels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    return pixels_of(plain).copy().view(np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def settle(canvas: MapCanvas, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: canvas.is_idle)


def pixel_of_cell(canvas: MapCanvas, county: SyntheticCounty, number: int) -> tuple[float, float]:
    point = shapely.point_on_surface(county.cells[number - 1])
    return canvas.view().point_px(point.x, point.y)


def cell_at(canvas: MapCanvas, county: SyntheticCounty, px: tuple[float, float]) -> int:
    return int(np.flatnonzero(shapely.contains_xy(county.cells, *canvas.view().point_world(*px)))[0]) + 1


def test_the_whole_county_is_in_sight_at_first(canvas: MapCanvas, county: SyntheticCounty) -> None:
    low_x, low_y, high_x, high_y = canvas.view().bounds
    bounds = shapely.total_bounds(county.cells)
    assert low_x < bounds[0] < bounds[2] < high_x
    assert low_y < bounds[1] < bounds[3] < high_y


def test_layers_set_before_the_window_opens_are_framed_when_it_does(qtbot: QtBot, layers: list[Layer]) -> None:
    widget = MapCanvas()
    qtbot.addWidget(widget)
    widget.set_layers(layers)
    widget.resize(300, 200)
    widget.show()
    settle(widget, qtbot)
    assert widget.view().bounds[0] < CENTRE[0] < widget.view().bounds[2]
    assert widget.view().metres_per_px > 50
    widget.stop()


def test_a_drag_moves_the_world_with_the_hand(canvas: MapCanvas, qtbot: QtBot) -> None:
    grabbed = canvas.view().point_world(200, 150)
    mouse.drag(canvas, (200, 150), (230, 160), (260, 130))
    assert np.allclose(canvas.view().point_px(*grabbed), (260, 130))


def test_the_middle_button_drags_whatever_the_tool(canvas: MapCanvas) -> None:
    canvas.set_tool(BoxTool())
    grabbed = canvas.view().point_world(200, 150)
    mouse.drag(canvas, (200, 150), (180, 170), button=mouse.MIDDLE)
    assert np.allclose(canvas.view().point_px(*grabbed), (180, 170))


def test_the_picture_during_a_drag_is_already_right(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.zoom(3)
    settle(canvas, qtbot)
    mouse.drag(canvas, (250, 200), (220, 190), (150, 120), (160, 125))
    base = canvas._renderer.base
    assert base is not None
    assert base.view != canvas.view()
    shown = ground_image(canvas.view(), Desk())
    painter = QPainter(shown)
    draw_picture(painter, base, canvas.view())
    painter.end()
    expected = render(canvas.visible_layers(), canvas.view())
    assert (np.abs(channels(shown) - channels(expected)).max(axis=2) > 60).mean() < 0.02


def test_the_wheel_zooms_about_the_pointer(canvas: MapCanvas, qtbot: QtBot) -> None:
    at, before = (120, 80), canvas.view()
    world = before.point_world(*at)
    mouse.wheel(canvas, at, 2)
    assert canvas.view().metres_per_px < before.metres_per_px
    assert np.allclose(canvas.view().point_px(*world), at)
    mouse.wheel(canvas, at, -2)
    assert np.isclose(canvas.view().metres_per_px, before.metres_per_px)


def test_after_zooming_the_picture_is_the_one_painted_afresh(canvas: MapCanvas, qtbot: QtBot) -> None:
    mouse.wheel(canvas, (200, 150), 3)
    settle(canvas, qtbot)
    base = canvas._renderer.base
    assert base is not None
    expected = render(canvas.visible_layers(), canvas.view())
    assert (np.abs(channels(base.image) - channels(expected)).max(axis=2) > 60).mean() < 0.02


def test_arrows_plus_minus_and_home_steer(canvas: MapCanvas, qtbot: QtBot) -> None:
    start = canvas.view()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view().centre_x > start.centre_x
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.view().centre_y > start.centre_y
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view().metres_per_px < start.metres_per_px
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert np.isclose(canvas.view().metres_per_px, start.metres_per_px)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert np.allclose(canvas.view().bounds, start.bounds)


def test_alt_left_and_right_go_through_the_views(canvas: MapCanvas, qtbot: QtBot) -> None:
    first = canvas.view()
    canvas.zoom_to((CENTRE[0], CENTRE[1], CENTRE[0] + 1_000, CENTRE[1] + 1_000))
    second = canvas.view()
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert canvas.view() == first
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert canvas.view() == second


def test_a_click_picks_the_cell_under_the_pointer(canvas: MapCanvas, county: SyntheticCounty, qtbot: QtBot) -> None:
    canvas.set_visible("hazards", False)
    at = pixel_of_cell(canvas, county, 17)
    with qtbot.waitSignal(canvas.picked) as heard:
        mouse.click(canvas, at)
    assert heard.args == ["grid", (17,)]


def test_the_topmost_layer_is_picked(canvas: MapCanvas, qtbot: QtBot) -> None:
    at = canvas.view().point_px(CENTRE[0] - 13_000, CENTRE[1])
    with qtbot.waitSignal(canvas.picked) as heard:
        mouse.click(canvas, at)
    assert heard.args == ["hazard_area", (1,)]


def test_a_click_on_nothing_clears_the_choice(canvas: MapCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.picked) as heard:
        mouse.click(canvas, (2, 2))
    assert heard.args == ["", ()]


def test_shift_adds_and_takes_away(canvas: MapCanvas, county: SyntheticCounty, qtbot: QtBot) -> None:
    canvas.set_visible("hazards", False)
    heard: list[tuple[int, ...]] = []
    canvas.picked.connect(lambda kind, ids: heard.append(ids))
    for number in (17, 30, 17):
        mouse.click(canvas, pixel_of_cell(canvas, county, number), keys=mouse.SHIFT)
    assert heard == [(17,), (17, 30), (30,)]


def test_a_box_picks_all_cells_it_touches(canvas: MapCanvas, county: SyntheticCounty, qtbot: QtBot) -> None:
    canvas.set_tool(BoxTool())
    with qtbot.waitSignal(canvas.picked) as heard:
        mouse.drag(canvas, (150, 100), (200, 140), (260, 180))
    box = shapely.box(*canvas.view().point_world(150, 180), *canvas.view().point_world(260, 100))
    assert heard.args == ["grid", tuple(np.flatnonzero(shapely.intersects(county.cells, box)) + 1)]


def test_a_loop_picks_the_kind_asked_for(canvas: MapCanvas, county: SyntheticCounty, qtbot: QtBot) -> None:
    canvas.set_tool(LassoTool())
    canvas.set_area_kind("house")
    with qtbot.waitSignal(canvas.picked) as heard:
        mouse.drag(canvas, (150, 100), (260, 100), (260, 180), (150, 180), (150, 102))
    kind, ids = heard.args
    assert kind == "house"
    assert len(ids) > 50


def test_hovering_names_what_is_there_at_once(canvas: MapCanvas, county: SyntheticCounty) -> None:
    canvas.set_visible("hazards", False)
    heard: list[tuple[str, int]] = []
    canvas.hovered.connect(lambda kind, found: heard.append((kind, found)))
    at = pixel_of_cell(canvas, county, 9)
    mouse.move(canvas, at)
    mouse.move(canvas, (at[0] + 0.2, at[1]))
    mouse.move(canvas, (1, 1))
    assert heard == [("grid", 9), ("", -1)]


def test_a_drag_names_nothing(canvas: MapCanvas, county: SyntheticCounty) -> None:
    place = pixel_of_cell(canvas, county, 7)
    mouse.move(canvas, place)
    assert canvas._hover is not None
    mouse.drag(canvas, place, (place[0] + 30, place[1] + 20))
    assert canvas._hover is None


def test_the_words_beside_the_pointer_come_from_the_namer(canvas: MapCanvas, county: SyntheticCounty) -> None:
    canvas.set_visible("hazards", False)
    asked: list[tuple[str, int]] = []
    canvas.set_namer(lambda kind, found: asked.append((kind, found)) or "第9网格")
    before = channels(canvas.picture())
    mouse.move(canvas, pixel_of_cell(canvas, county, 9))
    after = channels(canvas.picture())
    assert ("grid", 9) in asked
    assert (before != after).any()


def test_a_double_click_zooms_to_the_cell_and_says_so(canvas: MapCanvas, county: SyntheticCounty, qtbot: QtBot) -> None:
    canvas.set_visible("hazards", False)
    at = pixel_of_cell(canvas, county, 40)
    with qtbot.waitSignal(canvas.opened) as heard:
        mouse.double_click(canvas, at)
    assert heard.args == ["grid", 40]
    low_x, low_y, high_x, high_y = canvas.view().bounds
    bounds = county.cells[39].bounds
    assert low_x <= bounds[0]
    assert high_y >= bounds[3]
    assert canvas.view().metres_per_px < 60


def test_selected_cells_are_marked_and_unmarked(canvas: MapCanvas, county: SyntheticCounty, qtbot: QtBot) -> None:
    before = channels(canvas.picture())
    canvas.select("grid", [5, 6])
    settle(canvas, qtbot)
    marked = channels(canvas.picture())
    assert (before != marked).any()
    canvas.select("", [])
    settle(canvas, qtbot)
    assert (channels(canvas.picture()) == before).all()


def test_a_new_theme_repaints_cells_only(canvas: MapCanvas, county: SyntheticCounty, qtbot: QtBot) -> None:
    before = {name: picture.image for name, picture in canvas._renderer._pictures._kept.items()}
    old, new = canvas.visible_layers()[0], cell_layer(county, "people")
    assert isinstance(old, PolygonLayer)
    canvas.replace_layer(with_style(old, new.classes, style=new.style))
    settle(canvas, qtbot)
    after = canvas._renderer._pictures._kept
    assert {name for name, picture in after.items() if picture.image is not before.get(name)} == {"grids"}


def test_a_hidden_layer_leaves_the_picture(canvas: MapCanvas, qtbot: QtBot) -> None:
    with_homes = channels(canvas.picture())
    canvas.set_visible("homes", False)
    settle(canvas, qtbot)
    assert [layer.name for layer in canvas.visible_layers()] == ["grids", "hazards"]
    assert (with_homes != channels(canvas.picture())).any()


def test_the_simplified_shapes_arrive_by_themselves(canvas: MapCanvas) -> None:
    desk, layer = canvas._renderer.desk, canvas.visible_layers()[0]
    assert isinstance(layer, PolygonLayer)
    drawn = desk.polygons(layer, canvas.view().metres_per_px)
    assert len(drawn.shapes.coords) < len(layer.shapes.coords) / 2


def test_details_of_layers_gone_are_forgotten(canvas: MapCanvas, county: SyntheticCounty, qtbot: QtBot) -> None:
    canvas.set_layers([cell_layer(county)])
    settle(canvas, qtbot)
    assert len(canvas._renderer.desk._polygons) == 1


def test_the_legend_folds_with_a_click_and_does_not_pick(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_legend(symbol_entries("hazard_areas"))
    opened = canvas._legend_box()
    with qtbot.assertNotEmitted(canvas.picked):
        mouse.click(canvas, (opened.center().x(), opened.top() + 8))
    assert canvas._legend_box().height() < opened.height() / 2


def test_the_map_says_where_it_looks_and_points(canvas: MapCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.view_changed) as heard:
        canvas.zoom(2)
    assert isinstance(heard.args[0], View)
    with qtbot.waitSignal(canvas.pointed) as pointed:
        mouse.move(canvas, (10, 20))
    assert np.allclose(pointed.args, canvas.view().point_world(10, 20))


def test_resizing_keeps_the_middle(canvas: MapCanvas, qtbot: QtBot) -> None:
    before = canvas.view()
    canvas.resize(500, 350)
    settle(canvas, qtbot)
    assert (canvas.view().centre_x, canvas.view().centre_y) == (before.centre_x, before.centre_y)
    assert (canvas.view().width_px, canvas.view().height_px) == (500, 350)


def test_night_changes_every_layer(canvas: MapCanvas, qtbot: QtBot) -> None:
    day = channels(canvas.picture()).mean()
    canvas.set_palette(Palette.DARK)
    settle(canvas, qtbot)
    assert channels(canvas.picture()).mean() < day - 20


def test_a_map_without_layers_is_calm(qtbot: QtBot) -> None:
    widget = MapCanvas()
    qtbot.addWidget(widget)
    widget.resize(200, 150)
    widget.show()
    widget.show_all()
    mouse.move(widget, (50, 50))
    mouse.click(widget, (50, 50))
    mouse.wheel(widget, (50, 50), 1)
    assert not widget.picture().isNull()
    widget.stop()


def test_the_map_speaks_to_screen_readers(canvas: MapCanvas) -> None:
    assert canvas.accessibleName() == "地图"
    assert canvas.accessibleDescription()


@pytest.mark.parametrize("number", range(1, 40, 7))
def test_what_is_found_is_what_is_there(canvas: MapCanvas, county: SyntheticCounty, number: int) -> None:
    canvas.set_visible("hazards", False)
    found = canvas._found_at(QPointF(*pixel_of_cell(canvas, county, number)))
    assert found is not None
    assert found[1] == number
