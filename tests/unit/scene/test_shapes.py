"""Geometry as arrays: nothing lost on the way in, borders drawn once, neighbours meeting after simplification."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from gisapp.scene.borders import OUTSIDE, shared_borders, unique_edges
from gisapp.scene.shapes import NOWHERE, LineShapes, PolygonShapes, around
from gisapp.scene.simplify import FULL_DETAIL, band_of, simplified_coverage, simplified_lines, tolerance_m
from tests.canvas.synthetic import SyntheticCounty, synthetic_county


@pytest.fixture(scope="module")
def county() -> SyntheticCounty:
    return synthetic_county(150, 500)


def squares() -> PolygonShapes:
    """Three unit squares in a row."""
    return PolygonShapes.from_geometry([10, 20, 30], [shapely.box(x, 0, x + 1, 1) for x in range(3)])


def length(lines: LineShapes) -> float:
    line = np.repeat(np.arange(len(lines)), np.diff(lines.offsets))
    return float(shapely.length(shapely.linestrings(lines.coords, indices=line)).sum()) if len(lines) else 0.0


def test_polygons_with_holes_and_parts_come_back_unchanged() -> None:
    ring = shapely.Point(0, 0).buffer(5).difference(shapely.Point(0, 0).buffer(2))
    parts = shapely.union_all([shapely.box(10, 10, 11, 11), shapely.box(20, 20, 21, 21)])
    shapes = PolygonShapes.from_geometry([1, 2], [ring, parts])
    assert shapely.equals(shapes.geometry(), [ring, parts]).all()
    assert np.allclose(shapes.bounds, shapely.bounds([ring, parts]))


def test_missing_and_empty_features_keep_their_place() -> None:
    shapes = PolygonShapes.from_geometry([1, 2, 3], [None, shapely.box(0, 0, 1, 1), shapely.Polygon()])
    assert len(shapes) == 3
    assert shapely.is_empty(shapes.geometry()).tolist() == [True, False, True]
    assert shapes.total_bounds == (0, 0, 1, 1)


def test_no_features_have_no_bounds() -> None:
    assert PolygonShapes.from_geometry([], []).total_bounds == NOWHERE
    assert around([NOWHERE]) == NOWHERE
    assert around([NOWHERE, (0, 1, 2, 3)]) == (0, 1, 2, 3)


def test_a_line_of_parts_repeats_its_id() -> None:
    lines = LineShapes.from_geometry([7], [shapely.MultiLineString([[(0, 0), (1, 0)], [(5, 5), (6, 6), (7, 5)]])])
    assert lines.ids.tolist() == [7, 7]
    assert np.diff(lines.offsets).tolist() == [2, 3]


def test_every_border_is_there_exactly_once() -> None:
    inner, outer = shared_borders(squares())
    assert length(inner) == pytest.approx(2.0)
    assert length(outer) == pytest.approx(8.0)


def test_borders_between_groups_belong_to_the_coarser_level() -> None:
    village, town = np.array([1, 1, 2]), np.array([1, 1, 1])
    grids, villages, towns, outer = shared_borders(squares(), np.vstack([village, town]))
    assert length(grids) == pytest.approx(1.0)
    assert length(villages) == pytest.approx(1.0)
    assert length(towns) == 0.0
    assert length(outer) == pytest.approx(8.0)


def test_the_borders_of_a_coverage_add_up(county: SyntheticCounty) -> None:
    shapes = PolygonShapes.from_geometry(np.arange(len(county.cells)), county.cells)
    inner, outer = shared_borders(shapes)
    assert 2 * length(inner) + length(outer) == pytest.approx(shapely.length(county.cells).sum())
    edges = unique_edges(shapes)
    assert (edges.neighbour[edges.neighbour != OUTSIDE] != edges.feature[edges.neighbour != OUTSIDE]).all()


def test_no_features_have_no_borders() -> None:
    assert [len(level) for level in shared_borders(PolygonShapes.from_geometry([], []))] == [0, 0]


def test_simplified_neighbours_still_share_every_border(county: SyntheticCounty) -> None:
    shapes = PolygonShapes.from_geometry(np.arange(len(county.cells)) + 5, county.cells)
    simple = simplified_coverage(shapes, 70.0)
    inner, outer = shared_borders(simple)
    assert len(simple.coords) < len(shapes.coords) / 2
    assert simple.ids.tolist() == shapes.ids.tolist()
    assert 2 * length(inner) + length(outer) == pytest.approx(shapely.length(simple.geometry()).sum())
    assert not shapely.is_empty(simple.geometry()).any()


def test_full_detail_is_the_very_same_shapes() -> None:
    shapes = squares()
    assert simplified_coverage(shapes, tolerance_m(FULL_DETAIL)) is shapes


def test_bands_grow_with_the_distance_and_end() -> None:
    assert [band_of(scale) for scale in (0.3, 1.5, 3.9, 4.0, 50, 1e9)] == [0, 0, 1, 2, 5, 9]


def test_simplified_lines_keep_their_order_and_ends() -> None:
    x = np.linspace(0, 1_000, 300)
    first, second = np.column_stack([x, np.sin(x)]), np.column_stack([x, 50 + np.cos(x)])
    lines = LineShapes.from_geometry([1, 2], [shapely.LineString(first), shapely.LineString(second)])
    simple = simplified_lines(lines, 5)
    assert simple.ids.tolist() == [1, 2]
    assert len(simple.coords) < 20
    assert np.allclose(simple.coords[0], first[0])
    assert np.allclose(simple.coords[-1], second[-1])
