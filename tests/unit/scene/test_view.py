"""The view's arithmetic: there and back, about the pointer, within limits."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gisapp.scene.view import CLOSEST_METRES_PER_PX, FARTHEST_METRES_PER_PX, View, view_of
from gisapp.scene.view_history import LONGEST, ViewHistory

views = st.builds(
    View,
    st.floats(400_000, 600_000),
    st.floats(3_000_000, 4_000_000),
    st.floats(0.1, 500),
    st.integers(50, 4_000),
    st.integers(50, 4_000),
)
pixels = st.tuples(st.floats(-5_000, 5_000), st.floats(-5_000, 5_000))


@given(views, pixels)
def test_a_pixel_comes_back_from_the_world_to_itself(view: View, pixel: tuple[float, float]) -> None:
    px = np.array([pixel])
    assert np.allclose(view.to_px(view.to_world(px)), px, atol=1e-4)


@given(views, pixels)
def test_one_point_and_an_array_agree(view: View, pixel: tuple[float, float]) -> None:
    assert np.allclose(view.to_world(np.array([pixel]))[0], view.point_world(*pixel))


@given(views, pixels, st.floats(0.2, 5))
def test_zooming_keeps_the_world_under_the_pointer(view: View, pixel: tuple[float, float], factor: float) -> None:
    before = view.point_world(*pixel)
    after = view.zoomed_about(pixel, factor).point_world(*pixel)
    assert np.allclose(before, after, atol=1e-6 * view.metres_per_px + 1e-6)


@given(views, st.floats(-500, 500), st.floats(-500, 500))
def test_panning_moves_the_picture_with_the_hand(view: View, dx: float, dy: float) -> None:
    x, y = view.point_world(100, 100)
    assert np.allclose(view.panned(dx, dy).point_px(x, y), (100 + dx, 100 + dy), atol=1e-4)


@given(views, st.floats(0, 5_000), st.floats(1, 5_000))
def test_fitting_shows_all_of_the_bounds(view: View, width: float, height: float) -> None:
    bounds = (500_000.0, 3_500_000.0, 500_000.0 + width, 3_500_000.0 + height)
    low_x, low_y, high_x, high_y = view.fitting(bounds).bounds
    assert low_x <= bounds[0]
    assert low_y <= bounds[1]
    assert high_x >= bounds[2]
    assert high_y >= bounds[3]


def test_y_grows_upwards_in_the_world_and_downwards_on_the_screen() -> None:
    view = View(0, 0, 2, 100, 100)
    assert view.point_px(0, 20)[1] < view.point_px(0, -20)[1]


def test_zooming_stops_at_the_limits() -> None:
    view = View(0, 0, 10, 100, 100)
    assert view.zoomed_about((5, 5), 1e9).metres_per_px == CLOSEST_METRES_PER_PX
    assert view.zoomed_about((5, 5), 1e-9).metres_per_px == FARTHEST_METRES_PER_PX


def test_fitting_nothing_changes_nothing() -> None:
    view = View(1, 2, 3, 100, 100)
    nowhere = (float("inf"), float("inf"), float("-inf"), float("-inf"))
    assert view.fitting(nowhere) == view


def test_the_scale_is_the_one_printed_on_maps() -> None:
    assert round(View(0, 0, 0.0254 / 96 * 50_000, 10, 10).scale_denominator) == 50_000


def test_a_part_of_a_view_shows_the_same_world() -> None:
    view = view_of((0, 0, 1_000, 500), width_px=300, height_px=200)
    part = view.part(40, 30, width_px=50, height_px=60)
    assert np.allclose(part.point_world(7, 9), view.point_world(47, 39))


def test_history_goes_back_and_forward_and_forgets_what_lay_ahead() -> None:
    first, second, third = (View(x, 0, 1, 10, 10) for x in (1, 2, 3))
    history = ViewHistory().visited(first).visited(second)
    assert history.back().current == first
    assert history.back().forward().current == second
    assert not history.back().visited(third).can_go_forward
    assert history.back().visited(third).views == (first, third)


def test_history_keeps_a_repeated_view_once_and_never_grows_without_end() -> None:
    history = ViewHistory()
    for x in range(3 * LONGEST):
        history = history.visited(View(x, 0, 1, 10, 10)).visited(View(x, 0, 1, 10, 10))
    assert len(history.views) == LONGEST
    assert history.current == View(3 * LONGEST - 1, 0, 1, 10, 10)


def test_the_ends_of_history_stay_put() -> None:
    history = ViewHistory().visited(View(0, 0, 1, 10, 10))
    assert history.back() is history
    assert history.forward() is history
