"""Points in areas, borders included, against shapely one by one."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gisapp.spatial.inside import nearest, points_inside, points_inside_each

STEP = st.integers(0, 12).map(float)
POINTS = st.lists(st.tuples(STEP, STEP), max_size=30).map(lambda rows: np.array(rows, np.float64).reshape(-1, 2))
CORNERS = st.lists(st.tuples(STEP, STEP), min_size=3, max_size=7, unique=True)
AREAS = CORNERS.map(lambda corners: shapely.make_valid(shapely.Polygon(corners))).filter(lambda shape: shape.area > 0)


@given(xy=POINTS, area=AREAS)
def test_points_inside_are_those_that_touch_or_lie_within(xy: np.ndarray, area: shapely.Geometry) -> None:
    expected = [place for place, (x, y) in enumerate(xy) if area.intersects(shapely.Point(x, y))]
    assert points_inside(xy, area).tolist() == expected


@given(xy=POINTS, areas=st.lists(AREAS, max_size=3))
def test_each_area_is_answered_for_itself_with_progress(xy: np.ndarray, areas: list[shapely.Geometry]) -> None:
    seen: list[tuple[int, int]] = []
    found = points_inside_each(xy, areas, progress=lambda done, total: seen.append((done, total)))
    assert [places.tolist() for places in found] == [points_inside(xy, area).tolist() for area in areas]
    assert seen == [(done, len(areas)) for done in range(1, len(areas) + 1)]


def test_an_empty_area_and_no_points_are_no_trouble() -> None:
    assert points_inside(np.array([[0.0, 0.0]]), shapely.Polygon()).tolist() == []
    assert points_inside(np.empty((0, 2)), shapely.box(0, 0, 1, 1)).tolist() == []


@given(xy=POINTS.filter(len), targets=POINTS.filter(len))
def test_the_nearest_target_is_as_near_as_any(xy: np.ndarray, targets: np.ndarray) -> None:
    which, metres = nearest(xy, targets)
    distances = np.hypot(xy[:, None, 0] - targets[None, :, 0], xy[:, None, 1] - targets[None, :, 1])
    assert metres == pytest.approx(distances.min(axis=1))
    assert distances[np.arange(len(xy)), which] == pytest.approx(metres)
