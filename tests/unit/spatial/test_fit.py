"""Shapes of other people become points, lines or areas, and whatever is changed or refused is told."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gisapp.domain.shape_kind import ShapeKind
from gisapp.spatial.fit import Fitted, fit, valid_area

SQUARE = shapely.box(0, 0, 10, 10)
BOW = shapely.Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])


def fitted(*shapes: shapely.Geometry | None, kind: ShapeKind) -> Fitted:
    return fit(np.array([*shapes, None], dtype=object)[:-1], kind)


def only(shape: shapely.Geometry | None, kind: ShapeKind) -> tuple[Any, str | None, list[str]]:
    """(shape, why refused, what was told) of one row."""
    found = fitted(shape, kind=kind)
    return found.shapes[0], found.refused.get(0), found.told.get(0, [])


@pytest.mark.parametrize("kind", list(ShapeKind))
def test_what_is_not_there_is_refused_for_every_kind(kind: ShapeKind) -> None:
    found = fitted(None, shapely.Point(), shapely.Polygon(), shapely.GeometryCollection(), kind=kind)
    assert set(found.refused.values()) == {"没有图形"}
    assert list(found.refused) == [0, 1, 2, 3]
    assert shapely.is_missing(found.shapes).all()


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_place_that_is_no_number_is_refused(bad: float) -> None:
    line = shapely.linestrings([(0.0, 0.0), (bad, 1.0)])
    assert only(line, ShapeKind.LINE)[1] == "坐标不是数，或超出坐标系的范围"


def test_heights_go_and_single_parts_stand_alone() -> None:
    shape, why, told = only(shapely.force_3d(shapely.MultiPolygon([SQUARE]), 512), ShapeKind.AREA)
    assert (shape.geom_type, shape.has_z, why, told) == ("Polygon", False, None, [])
    assert only(shapely.MultiPoint([(3, 4)]), ShapeKind.HOUSE)[0] == shapely.Point(3, 4)


def test_several_parts_stay_and_are_counted() -> None:
    apart = shapely.MultiPolygon([SQUARE, shapely.box(20, 0, 30, 10)])
    found = fitted(apart, SQUARE, kind=ShapeKind.AREA)
    assert found.multi_part == 1
    assert found.shapes[0].equals(apart)


def test_a_ring_that_crosses_itself_is_repaired_and_its_areas_told() -> None:
    found = fitted(BOW, SQUARE, kind=ShapeKind.AREA)
    assert found.shapes[0].is_valid
    assert found.shapes[0].area == pytest.approx(50)
    assert found.repaired == 1
    assert found.told[0] == ["边界已修复（自相交）：面积 0 → 50 平方米"]
    assert 1 not in found.told


def test_a_closed_line_is_the_area_it_goes_round_and_an_open_one_is_none() -> None:
    ring = shapely.LineString([(0, 0), (10, 0), (10, 10), (0, 0)])
    shape, _, told = only(ring, ShapeKind.AREA)
    assert shape.area == 50
    assert told == ["闭合的线按面读取"]
    assert only(shapely.LineString([(0, 0), (10, 0)]), ShapeKind.AREA)[1] == "不是面：LineString"
    assert only(ring, ShapeKind.LINE)[0].geom_type == "LineString"


def test_of_a_collection_the_wanted_parts_are_taken_and_the_rest_is_told() -> None:
    mixed = shapely.GeometryCollection([SQUARE, shapely.Point(1, 1), shapely.GeometryCollection([shapely.box(20, 0, 30, 10)])])
    shape, _, told = only(mixed, ShapeKind.AREA)
    assert shape.area == 200
    assert told == ["只取其中的面，点和线没有取"]
    lines = shapely.GeometryCollection([shapely.LineString([(0, 0), (1, 1)]), shapely.Point(1, 1)])
    assert only(lines, ShapeKind.LINE)[2] == ["只取其中的线，别的没有取"]


def test_a_point_is_taken_within_an_area_and_several_points_are_refused() -> None:
    shape, _, told = only(SQUARE, ShapeKind.POINT)
    assert shape.within(SQUARE)
    assert told == ["面取其中的一点"]
    assert only(shapely.MultiPoint([(0, 0), (9, 9)]), ShapeKind.POINT)[1] == "一行有 2 个点"
    assert only(shapely.LineString([(0, 0), (1, 1)]), ShapeKind.POINT)[1] == "不是点：LineString"


def test_an_area_without_area_is_refused() -> None:
    assert only(shapely.Polygon([(0, 0), (10, 0), (0, 0)]), ShapeKind.AREA)[1] == "面没有面积"


def test_collections_nested_without_end_do_not_stop_the_program() -> None:
    nested: shapely.Geometry = SQUARE
    for _ in range(3_000):
        nested = shapely.GeometryCollection([nested])
    assert only(nested, ShapeKind.AREA)[0].area == 100


coordinates = st.tuples(st.integers(0, 20), st.integers(0, 20))
rings = st.lists(coordinates, min_size=4, max_size=9).map(lambda ring: shapely.Polygon([*ring, ring[0]]))
shapes = st.one_of(
    st.none(),
    coordinates.map(shapely.Point),
    rings,
    st.lists(coordinates, min_size=2, max_size=6).map(shapely.LineString),
    st.lists(rings, min_size=1, max_size=3).map(shapely.MultiPolygon),
    st.lists(st.one_of(rings, coordinates.map(shapely.Point)), max_size=3).map(shapely.GeometryCollection),
)
WANTED = {
    ShapeKind.POINT: {"Point"},
    ShapeKind.LINE: {"LineString", "MultiLineString"},
    ShapeKind.AREA: {"Polygon", "MultiPolygon"},
    ShapeKind.HOUSE: {"Point", "Polygon", "MultiPolygon"},
}


@given(rows=st.lists(shapes, max_size=6), kind=st.sampled_from(list(ShapeKind)))
def test_every_row_is_taken_valid_and_of_its_kind_or_refused_with_a_reason(rows: list[Any], kind: ShapeKind) -> None:
    found = fitted(*rows, kind=kind)
    for place, shape in enumerate(found.shapes):
        assert (shape is None) == (place in found.refused)
        assert not (place in found.refused and place in found.told)
        if shape is not None:
            assert shape.geom_type in WANTED[kind]
            assert not shape.is_empty
            assert kind is ShapeKind.LINE or shape.is_valid


@given(ring=rings)
def test_a_valid_area_keeps_its_area(ring: shapely.Geometry) -> None:
    assert not ring.is_valid or valid_area(ring).area == pytest.approx(ring.area)
