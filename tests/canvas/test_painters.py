"""Painters put the right colour in the right place, in parts as in the whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from gisapp.canvas import paint_points
from gisapp.canvas.desk import Desk
from gisapp.canvas.kept_paths import KeptPolygons, path_of, polygon_of
from gisapp.canvas.painters import PAINTERS, ground_colour, ground_image, layer_image, paint_map, render
from gisapp.canvas.simplifier import simplify_now
from gisapp.canvas.stamps import pixels_of
from gisapp.scene import cartography
from gisapp.scene.layers import FlowLayer, Layer, LineLayer, PointLayer, PolygonLayer, WaterLayer, with_classes
from gisapp.scene.shapes import LineShapes, PolygonShapes
from gisapp.scene.simplify import band_of
from gisapp.scene.style import Fill, LineStyle, Palette, PointStyle, PolygonStyle, Scope, Stroke, Symbol, Tint
from gisapp.scene.view import View, view_of
from tests.canvas.conftest import cell_layer, home_layer
from tests.canvas.synthetic import CENTRE, SyntheticCounty

RED, GREEN, BLUE = (Tint(colour, colour) for colour in ("#ff0000", "#00ff00", "#0000ff"))
VIEW = View(50, 50, 1, 100, 100)


@pytest.fixture(autouse=True)
def _application(qtbot: QtBot) -> None:
    """Every painter needs Qt's application for its fonts."""


def colours(image: QImage) -> NDArray[np.uint32]:
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    return pixels_of(plain).copy()


def squares(style: PolygonStyle, *, is_coverage: bool = True) -> PolygonLayer:
    """Left half class 0, right half class 1 with a hole."""
    right = shapely.box(50, 0, 100, 100).difference(shapely.box(70, 40, 80, 60))
    shapes = PolygonShapes.from_geometry([1, 2], [shapely.box(0, 0, 50, 100), right])
    return PolygonLayer("cells", shapes, np.array([0, 1], np.uint8), style, is_coverage=is_coverage)


@pytest.mark.parametrize("is_coverage", [True, False])
def test_each_polygon_has_its_class_colour_and_holes_stay_open(is_coverage: bool) -> None:
    image = render([squares(PolygonStyle((Fill(RED), Fill(BLUE))), is_coverage=is_coverage)], VIEW)
    assert image.pixelColor(20, 50).name() == "#ff0000"
    assert image.pixelColor(60, 50).name() == "#0000ff"
    assert image.pixelColor(75, 50) == ground_colour(Desk())


def test_neighbours_meet_without_a_seam(county: SyntheticCounty) -> None:
    layer = cell_layer(county)
    layer = with_classes(layer, np.arange(len(layer.shapes)) % 3)
    flat = PolygonLayer("grids", layer.shapes, layer.classes, PolygonStyle((Fill(RED),) * 3))
    view = View(*CENTRE, 20, 300, 200)
    assert set(np.unique(colours(layer_image(flat, view, Desk())))) == {0xFFFF0000}


def test_a_town_border_is_wider_than_a_village_border() -> None:
    boxes = [shapely.box(x, 0, x + 25, 100) for x in range(0, 100, 25)]
    shapes = PolygonShapes.from_geometry([1, 2, 3, 4], boxes)
    groups = np.array([[1, 1, 2, 3], [1, 1, 1, 2]])
    strokes = (Stroke(RED, 1), Stroke(GREEN, 1), Stroke(BLUE, 5))
    style = PolygonStyle((Fill(RED, opacity=0),), strokes)
    layer = PolygonLayer("grids", shapes, np.zeros(4, np.uint8), style, groups=groups)
    image = layer_image(layer, VIEW, Desk())
    assert image.pixelColor(25, 50).red() > 200 or image.pixelColor(24, 50).red() > 200
    assert image.pixelColor(50, 50).green() > 200 or image.pixelColor(49, 50).green() > 200
    assert [image.pixelColor(x, 50).blue() > 200 for x in (73, 75, 76)] == [True] * 3


@pytest.mark.parametrize("class_code", range(4))
def test_points_land_on_their_pixel(class_code: int) -> None:
    symbol = Symbol(RED, far_px=2, near_px=2)
    style = PointStyle((symbol,) * 4)
    layer = PointLayer("p", np.array([1]), np.array([(30.5, 69.5)]), np.array([class_code], np.uint8), style)
    image = layer_image(layer, VIEW, Desk())
    rows, columns = np.nonzero(colours(image) >> np.uint32(24))
    assert (round(rows.mean()), round(columns.mean())) == (30, 30)
    assert image.pixelColor(30, 30).name() == "#ff0000"


def test_a_point_beyond_the_edge_still_shows_its_near_half() -> None:
    style = PointStyle((Symbol(RED, far_px=6, near_px=6),))
    layer = PointLayer("p", np.array([1]), np.array([(-2.0, 50.0)]), np.zeros(1, np.uint8), style)
    image = layer_image(layer, VIEW, Desk())
    assert image.pixelColor(1, 50).alpha() == 255
    assert image.pixelColor(20, 50).alpha() == 0


def test_the_higher_class_lies_on_top() -> None:
    style = PointStyle((Symbol(RED, far_px=5, near_px=5), Symbol(BLUE, far_px=2, near_px=2)))
    xy = np.array([(50.0, 50.0), (50.0, 50.0)])
    layer = PointLayer("p", np.array([1, 2]), xy, np.array([1, 0], np.uint8), style)
    image = layer_image(layer, VIEW, Desk())
    assert image.pixelColor(50, 50).name() == "#0000ff"
    assert image.pixelColor(54, 50).red() > 200


@pytest.mark.parametrize("width", [1.0, 4.0])
def test_a_line_lies_where_it_should(width: float) -> None:
    shapes = LineShapes.from_geometry([1], [shapely.LineString([(10, 20), (90, 20)])])
    layer = LineLayer("l", shapes, np.zeros(1, np.uint8), LineStyle((Stroke(RED, width),)))
    rows, columns = np.nonzero(colours(layer_image(layer, VIEW, Desk())) >> np.uint32(24))
    assert abs(rows.mean() - 79.5) <= 0.6
    assert columns.min() <= 10
    assert columns.max() >= 89


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_denser_screen_shows_the_same_map_sharper(ratio: float, layers: list[Layer]) -> None:
    view = view_of(layers[0].bounds, width_px=300, height_px=200, pixel_ratio=ratio)
    image = render(layers, view)
    assert (image.width(), image.height()) == (300 * ratio, 200 * ratio)
    small = render(layers, view.resized(300, 200, pixel_ratio=1.0))
    shrunk = image.scaled(small.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    difference = np.abs(_channels(shrunk).astype(int) - _channels(small).astype(int))
    assert difference.mean() < 22


def _channels(image: QImage) -> NDArray[np.uint8]:
    return colours(image).view(np.uint8).reshape(image.height(), image.width(), 4)[..., :3]


def test_the_parts_of_a_picture_fit_together(layers: list[Layer]) -> None:
    """The strips painted during a drag must not differ from the whole; names are placed anew anyway."""
    shown = layers[:-1]
    desk = Desk()
    view = view_of(layers[0].bounds, width_px=300, height_px=200)
    whole, parts = ground_image(view, desk), ground_image(view, desk)
    _paint(whole, shown, view, QRectF(0, 0, 300, 200), desk)
    for box in (QRectF(0, 0, 117, 200), QRectF(117, 0, 183, 61), QRectF(117, 61, 183, 139)):
        _paint(parts, shown, view, box, desk)
    difference = np.abs(_channels(whole).astype(int) - _channels(parts).astype(int)).max(axis=2)
    assert (difference > 24).sum() <= 40


def _paint(image: QImage, shown: list[Layer], view: View, box: QRectF, desk: Desk) -> None:
    painter = QPainter(image)
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    part = view.part(box.x(), box.y(), width_px=box.width(), height_px=box.height())
    paint_map(painter, shown, part, desk)
    painter.end()


def test_a_layer_outside_its_scales_is_not_painted(layers: list[Layer]) -> None:
    hidden = replace(layers[0], scope=Scope(farthest=1))
    assert not colours(layer_image(hidden, View(*CENTRE, 50, 60, 40), Desk())).any()


def test_the_simplified_picture_hardly_differs(county: SyntheticCounty) -> None:
    layer = cell_layer(county)
    view = view_of(layer.bounds, width_px=300, height_px=200)
    full, simple = Desk(), Desk()
    simplify_now(layer, band_of(view.metres_per_px), simple)
    assert len(simple.polygons(layer, view.metres_per_px).shapes.coords) < len(layer.shapes.coords) / 3
    before, after = _channels(layer_image(layer, view, full)), _channels(layer_image(layer, view, simple))
    assert (np.abs(before.astype(int) - after.astype(int)).max(axis=2) > 60).mean() < 0.06


def test_names_appear_in_the_right_place(layers: list[Layer]) -> None:
    labels = layers[-1]
    image = layer_image(labels, View(*CENTRE, 60, 300, 200), Desk())
    marked = colours(image) >> np.uint32(24) > 200
    assert marked[90:110, 125:175].any()
    assert not marked[:20].any()


def test_a_dark_map_is_dark(layers: list[Layer]) -> None:
    view = view_of(layers[0].bounds, width_px=300, height_px=200)
    light, dark = render(layers[:1], view), render(layers[:1], view, palette=Palette.DARK)
    assert _channels(light).mean() > _channels(dark).mean() + 60


def test_every_kind_of_layer_has_its_painter(layers: list[Layer]) -> None:
    assert {type(layer) for layer in layers} | {FlowLayer, WaterLayer} == set(PAINTERS)


def test_empty_layers_paint_nothing_and_do_not_fail() -> None:
    none = np.empty(0, np.uint8)
    empty: list[Layer] = [
        PolygonLayer("a", PolygonShapes.from_geometry([], []), none, cartography.area_style("hazard_areas")),
        LineLayer("b", LineShapes.from_geometry([], []), none, cartography.line_style("rivers")),
        PointLayer("c", np.empty(0, np.int64), np.empty((0, 2)), none, cartography.point_style("homes")),
    ]
    assert set(np.unique(colours(render(empty, VIEW)))) == {ground_colour(Desk()).rgba()}


def test_paths_made_from_memory_equal_paths_made_point_by_point() -> None:
    coords = np.array([(0.0, 0.0), (10, 0), (10, 10), (0, 0), (20, 20), (30, 20), (30, 30.5), (20, 20)])
    path = path_of(coords, np.array([0, 4]))
    elements = [(path.elementAt(i).x, path.elementAt(i).y, path.elementAt(i).isMoveTo()) for i in range(8)]
    assert elements == [(x, y, i in (0, 4)) for i, (x, y) in enumerate(coords.tolist())]
    polygon = polygon_of(coords)
    assert [(point.x(), point.y()) for point in polygon] == [tuple(one) for one in coords.tolist()]
    assert path_of(np.empty((0, 2)), np.empty(0, np.int64)).isEmpty()


def test_a_chosen_part_of_the_polygons_becomes_their_path() -> None:
    kept = KeptPolygons(squares(PolygonStyle((Fill(RED),))).shapes)
    path = kept.path_of_some(np.array([1]))
    assert path.boundingRect() == QRectF(50, 0, 50, 100)
    assert path.elementCount() == 10


def test_cells_too_small_to_see_show_only_the_borders_of_villages() -> None:
    boxes = [shapely.box(x, 0, x + 2, 100) for x in range(0, 100, 2)]
    shapes = PolygonShapes.from_geometry(np.arange(50), boxes)
    style = PolygonStyle((Fill(RED, opacity=0),), (Stroke(RED, 1), Stroke(GREEN, 1)))
    groups = (np.arange(50) // 25).reshape(1, -1)
    layer = PolygonLayer("grids", shapes, np.zeros(50, np.uint8), style, groups=groups)
    near, far = (colours(layer_image(layer, VIEW.zoomed_about((50, 50), factor), Desk())) for factor in (1, 1 / 20))
    assert ((near & np.uint32(0xFF0000)) > np.uint32(0x800000)).any()
    assert not ((far & np.uint32(0xFF0000)) > np.uint32(0x400000)).any()


@pytest.mark.parametrize("metres_per_px", [6.0, 40.0, 200.0])
def test_few_points_are_stamped_as_many_are(county: SyntheticCounty, metres_per_px: float, monkeypatch: pytest.MonkeyPatch) -> None:
    layer, view = home_layer(county), View(*CENTRE, metres_per_px, 300, 200)
    pictures = []
    for limit in (0, 10**9):
        monkeypatch.setattr(paint_points, "AT_ONCE", limit)
        pictures.append(colours(render([layer], view)))
    assert (pictures[0] == pictures[1]).all()
