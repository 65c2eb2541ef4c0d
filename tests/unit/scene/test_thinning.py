"""Fewer vertices, the same neighbours: what a border loses it loses on both sides."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from gisapp.scene import thinning
from gisapp.scene.borders import OUTSIDE, shared_borders, unique_edges
from gisapp.scene.shapes import PolygonShapes
from gisapp.scene.thinning import thinned
from tests.canvas.synthetic import SyntheticCounty, synthetic_county


@pytest.fixture(scope="module")
def county() -> SyntheticCounty:
    return synthetic_county(150, 500)


def shapes_of(*shapes: shapely.Geometry) -> PolygonShapes:
    return PolygonShapes.from_geometry(np.arange(len(shapes)), shapes)


def wavy(count: int = 60) -> list[tuple[float, float]]:
    """A line from (100, 0) to (100, 100) that trembles by less than a metre."""
    return [(100 + 0.4 * np.sin(step), 100 * step / count) for step in range(count)] + [(100.0, 100.0)]


@pytest.mark.parametrize("tolerance", [20.0, 60.0, 200.0, 900.0])
def test_neighbours_share_every_border_at_every_tolerance(county: SyntheticCounty, tolerance: float) -> None:
    full = shapes_of(*county.cells)
    simple = thinned(full, tolerance)
    before, after = unique_edges(full), unique_edges(simple)
    pairs = [{tuple(sorted(pair)) for pair in zip(one.feature.tolist(), one.neighbour.tolist(), strict=True)} for one in (before, after)]
    assert pairs[0] == pairs[1]
    outer = simple.coords[after.vertex[after.neighbour == OUTSIDE]]
    hull = shapely.union_all(county.cells).boundary
    assert shapely.distance(shapely.points(outer), hull).max() < 1e-6
    assert not (shapely.area(simple.geometry()) == 0).any()


def test_few_vertices_remain_and_none_is_moved(county: SyntheticCounty) -> None:
    full = shapes_of(*county.cells)
    simple = thinned(full, 200.0)
    assert len(simple.coords) < len(full.coords) / 3
    assert set(map(tuple, simple.coords.tolist())) <= set(map(tuple, full.coords.tolist()))


def test_how_many_are_thinned_at_a_time_makes_no_difference(county: SyntheticCounty, monkeypatch: pytest.MonkeyPatch) -> None:
    full = shapes_of(*county.cells)
    simple = []
    for chunk in (1, 700, 10**9):
        monkeypatch.setattr(thinning, "CHUNK_VERTICES", chunk)
        simple.append(thinned(full, 90.0))
    assert np.array_equal(simple[0].coords, simple[1].coords)
    assert np.array_equal(simple[0].coords, simple[2].coords)


def test_no_border_strays_far(county: SyntheticCounty) -> None:
    full = shapes_of(*county.cells)
    lines = [shapely.union_all(one.geometry()).boundary for one in (full, thinned(full, 30.0))]
    assert shapely.hausdorff_distance(lines[0], lines[1]) < 120


def test_a_trembling_border_becomes_straight_on_both_sides() -> None:
    left = shapely.Polygon([(0, 0), *wavy(), (0, 100)])
    right = shapely.Polygon([(200, 0), (200, 100), *reversed(wavy())])
    north = shapely.Polygon([(0, 100), (100, 100), (200, 100), (200, 150), (0, 150)])
    south = shapely.Polygon([(0, 0), (0, -50), (200, -50), (200, 0), (100, 0)])
    simple = thinned(shapes_of(left, right, north, south), 10.0)
    assert [len(ring) for ring in np.split(simple.coords, simple.ring_offsets[1:-1])] == [5, 5, 6, 6]
    assert shapely.area(simple.geometry()).tolist() == pytest.approx([10_000, 10_000, 10_000, 10_000])


def test_a_small_island_and_the_hole_around_it_stay() -> None:
    island = shapely.Point(50, 50).buffer(3)
    sea = shapely.box(0, 0, 100, 100) - island
    simple = thinned(shapes_of(island, sea), 500.0)
    inner, _ = shared_borders(simple)
    rings = np.split(simple.coords, simple.ring_offsets[1:-1])
    assert [len(ring) for ring in rings] == [4, 4, 4]
    assert shapely.length(shapely.linestrings(inner.coords)) > 10


def test_straight_runs_of_equal_vertices_end() -> None:
    steps = [(float(x), 0.0) for x in range(101)]
    simple = thinned(shapes_of(shapely.Polygon([*steps, (100, 50), (0, 50)])), 1.0)
    assert len(simple.coords) <= 8


def test_features_without_geometry_keep_their_place() -> None:
    simple = thinned(shapes_of(shapely.Polygon(), shapely.Point(0, 0).buffer(9), shapely.Polygon()), 2.0)
    assert shapely.is_empty(simple.geometry()).tolist() == [True, False, True]
    assert len(thinned(PolygonShapes.from_geometry([], []), 2.0)) == 0


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=3, max_size=12, unique=True), st.floats(0.1, 80))
def test_whatever_the_shape_a_ring_stays_a_ring(corners: list[tuple[int, int]], tolerance: float) -> None:
    ring = shapely.Polygon(corners)
    assume(ring.area > 0)
    simple = thinned(shapes_of(ring), tolerance)
    assert len(simple.coords) >= 4
    assert (simple.coords[0] == simple.coords[-1]).all()
