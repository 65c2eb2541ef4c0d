"""What lies under the pointer, equal to what shapely says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gisapp.scene import cartography
from gisapp.scene.hit import feature_at, features_in, nearest_line, nearest_point, polygon_at
from gisapp.scene.layers import LineLayer, PointLayer, PolygonLayer, with_classes
from gisapp.scene.shapes import LineShapes, PolygonShapes
from gisapp.scene.style import Scope
from gisapp.scene.view import View
from tests.canvas.synthetic import CENTRE, synthetic_county

COUNTY = synthetic_county(60, 400)
CELLS = PolygonShapes.from_geometry(np.arange(60), COUNTY.cells)
VIEW = View(*CENTRE, 50, 1_000, 800)


def cell_layer() -> PolygonLayer:
    return PolygonLayer("grids", CELLS, np.zeros(60, np.uint8), cartography.area_style("hazard_areas"), kind="grid")


def home_layer(scope: Scope = Scope()) -> PointLayer:  # noqa: B008
    ids = np.arange(400) + 1_000
    return PointLayer("homes", ids, COUNTY.homes, np.zeros(400, np.uint8), cartography.point_style("homes"), kind="house", pick_scope=scope)


def sorted_home_layer() -> PointLayer:
    layer = home_layer()
    rising = np.argsort(layer.xy[:, 0])
    return replace(layer, ids=layer.ids[rising], xy=layer.xy[rising], is_sorted=True)


@given(st.floats(-27_000, 27_000), st.floats(-22_000, 22_000))
def test_the_cell_under_the_pointer_is_the_one_shapely_finds(dx: float, dy: float) -> None:
    x, y = CENTRE[0] + dx, CENTRE[1] + dy
    inside = np.flatnonzero(shapely.contains_xy(COUNTY.cells, x, y))
    assert polygon_at(CELLS, x, y) == (int(inside[0]) if len(inside) else None)


def test_a_hole_is_not_inside() -> None:
    ring = shapely.box(0, 0, 10, 10).difference(shapely.box(4, 4, 6, 6))
    shapes = PolygonShapes.from_geometry([1], [ring])
    assert polygon_at(shapes, 5, 5) is None
    assert polygon_at(shapes, 2, 5) == 0


def test_any_part_of_a_feature_counts() -> None:
    shapes = PolygonShapes.from_geometry([1], [shapely.union(shapely.box(0, 0, 1, 1), shapely.box(5, 5, 6, 6))])
    assert polygon_at(shapes, 5.5, 5.5) == 0
    assert polygon_at(shapes, 3, 3) is None


def test_of_overlapping_areas_the_upper_one_is_found() -> None:
    shapes = PolygonShapes.from_geometry([1, 2], [shapely.box(0, 0, 4, 4), shapely.box(1, 1, 5, 5)])
    assert polygon_at(shapes, 2, 2) == 1


@given(st.floats(-25_000, 25_000), st.floats(-20_000, 20_000), st.floats(1, 5_000))
def test_the_nearest_point_is_the_nearest(dx: float, dy: float, within: float) -> None:
    x, y = CENTRE[0] + dx, CENTRE[1] + dy
    for layer in (home_layer(), sorted_home_layer()):
        distance = np.hypot(*(layer.xy - (x, y)).T)
        found = nearest_point(layer, x, y, within=within)
        assert (found is None) == (distance.min() > within)
        assert found is None or distance[found] == distance.min()


@given(st.floats(-30_000, 30_000), st.floats(-30_000, 30_000), st.floats(0, 40_000), st.floats(0, 40_000))
def test_points_in_a_window_are_the_same_sorted_or_not(dx: float, dy: float, width: float, height: float) -> None:
    low_x, low_y = CENTRE[0] + dx, CENTRE[1] + dy
    window = (low_x, low_y, low_x + width, low_y + height)
    first, second = home_layer(), sorted_home_layer()
    assert sorted(first.ids[first.within(window)].tolist()) == sorted(second.ids[second.within(window)].tolist())


def test_a_line_is_found_from_beside_it_only() -> None:
    lines = LineShapes.from_geometry([5], [shapely.LineString([(0, 0), (100, 0)])])
    assert nearest_line(lines, 50, 3, within=4) == 0
    assert nearest_line(lines, 50, 5, within=4) is None
    assert nearest_line(lines, 110, 0, within=4) is None


def test_homes_are_picked_only_close_up() -> None:
    layer = home_layer(Scope(farthest=5))
    x, y = layer.xy[7]
    far, near = View(x, y, 50, 100, 100), View(x, y, 1, 100, 100)
    assert feature_at(layer, far, at_px=(50, 50)) is None
    assert feature_at(layer, near, at_px=(50, 50)) == 1_007


def test_a_layer_without_kind_cannot_be_picked() -> None:
    layer = PolygonLayer("x", CELLS, np.zeros(60, np.uint8), cartography.area_style("hazard_areas"))
    assert feature_at(layer, VIEW, at_px=(500, 400)) is None


def test_a_loop_finds_what_shapely_finds() -> None:
    loop = shapely.Point(*CENTRE).buffer(6_000)
    ring = shapely.get_coordinates(loop)
    assert set(features_in(cell_layer(), ring)) == set(np.flatnonzero(shapely.intersects(COUNTY.cells, loop)))
    inside = shapely.contains_xy(loop, COUNTY.homes)
    assert set(features_in(home_layer(), ring)) == set(np.flatnonzero(inside) + 1_000)


def test_a_loop_that_crosses_itself_is_taken_as_its_two_halves() -> None:
    bow = np.array([(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)]) * 5_000 + CENTRE
    assert len(features_in(cell_layer(), bow)) > 0


def test_a_loop_finds_lines_once_each() -> None:
    shapes = LineShapes.from_geometry([3], [shapely.MultiLineString([[(0, 0), (9, 0)], [(0, 1), (9, 1)]])])
    layer = LineLayer("rivers", shapes, np.zeros(2, np.uint8), cartography.line_style("rivers"))
    assert features_in(layer, shapely.get_coordinates(shapely.box(1, -1, 2, 2))).tolist() == [3]


def test_other_classes_share_the_geometry() -> None:
    layer = cell_layer()
    changed = with_classes(layer, [1] * 60)
    assert changed.shapes is layer.shapes
    assert changed.classes.tolist() == [1] * 60
    assert layer.classes.tolist() == [0] * 60
