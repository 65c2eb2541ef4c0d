"""The distance of many shapes from an outline is what GEOS says of each alone."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as some

from gisapp.spatial.border import Border

PLACES = some.floats(-30_000, 30_000).map(lambda value: round(value, 3))
SQUARES = some.lists(some.tuples(PLACES, PLACES, some.floats(1, 9_000)), min_size=1, max_size=30)
RING = shapely.Polygon([(0, 0), (12_000, -2_500), (20_000, 3_000), (8_000, 19_000)], [[(8_000, 4_000), (12_000, 4_000), (9_000, 9_000)]])
ISLAND = shapely.box(-9_000, -9_000, -8_000, -8_500)
TWO_PARTS = shapely.MultiPolygon([RING, ISLAND])


@pytest.mark.parametrize("outline", [RING, TWO_PARTS], ids=["one part with a hole", "two parts"])
@given(squares=SQUARES)
def test_every_shape_is_as_far_away_as_it_is_alone(outline: shapely.Geometry, squares: list[tuple[float, float, float]]) -> None:
    shapes = np.array([shapely.box(x, y, x + side, y + side) for x, y, side in squares])
    assert Border(outline).away_m(shapes).tolist() == shapely.distance(outline, shapes).tolist()


def test_a_shape_that_only_touches_is_no_distance_away_and_one_in_a_hole_is() -> None:
    shapes = np.array([shapely.box(-8_000, -8_700, -7_000, -8_600), shapely.Point(9_500, 5_000)])
    touching, in_hole = Border(TWO_PARTS).away_m(shapes).tolist()
    assert touching == 0
    assert in_hole == shapely.distance(TWO_PARTS, shapes[1]) > 0


def test_an_empty_shape_is_nowhere_and_no_shapes_are_no_distances() -> None:
    border = Border(RING)
    assert border.away_m(np.array([shapely.Polygon(), shapely.box(0, 0, 1, 1)])).tolist() == [np.inf, 0]
    assert border.away_m(np.empty(0, dtype=object)).tolist() == []
