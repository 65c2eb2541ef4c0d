"""Names find their places: the important first, none over another, none over the edge."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.scene import cartography
from gisapp.scene.labels import place_labels, visible_labels
from gisapp.scene.layers import LabelLayer
from gisapp.scene.measure import line_length, ring_area
from gisapp.scene.scalebar import area_text, length_text, scale_bar
from gisapp.scene.view import View

boxes = st.lists(st.tuples(st.floats(-20, 420), st.floats(-20, 320), st.floats(5, 120), st.floats(8, 30)), min_size=1, max_size=60)


@given(boxes)
def test_no_name_covers_another_or_the_edge(wanted: list[tuple[float, float, float, float]]) -> None:
    array = np.array(wanted)
    placed, corners = place_labels(array[:, :2], array[:, 2:], width_px=400, height_px=300)
    rectangles = [(x, y, x + array[i, 2], y + array[i, 3]) for i, (x, y) in zip(placed, corners, strict=True)]
    for number, one in enumerate(rectangles):
        assert one[0] >= 0
        assert one[1] >= 0
        assert one[2] <= 404
        assert one[3] <= 304
        for other in rectangles[number + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_first_gets_its_wish() -> None:
    anchors = np.array([(100.0, 100.0), (102.0, 101.0)])
    placed, corners = place_labels(anchors, np.array([(40.0, 16.0)] * 2), width_px=200, height_px=200)
    assert placed.tolist() == [0, 1]
    assert corners[0].tolist() == [80, 92]
    assert abs(corners[1][1] - 93) > 8


def names(metres_per_px: float) -> list[str]:
    layer = LabelLayer(
        "labels",
        ("第1网格", "中坝村", "紫云南郡", "城关镇"),
        np.array([(0.0, 0.0)] * 4),
        np.array([0, 10, 20, 30]),
        np.array([0, 1, 2, 3], np.uint8),
        cartography.label_style(),
        cartography.label_scopes(),
    )
    return [layer.texts[index] for index in visible_labels(layer, View(0, 0, metres_per_px, 100, 100))]


def test_towns_always_villages_nearer_grids_close_up() -> None:
    assert names(60) == ["城关镇"]
    assert names(20) == ["城关镇", "紫云南郡", "中坝村"]
    assert names(3) == ["城关镇", "紫云南郡", "中坝村", "第1网格"]


@given(st.floats(0.05, 2_000))
def test_a_scale_bar_fits_and_is_a_round_number(metres_per_px: float) -> None:
    bar = scale_bar(metres_per_px)
    assert 120 / 2.6 <= bar.length_px <= 120.001
    assert f"{bar.length_m:.0e}"[0] in "125"


@pytest.mark.parametrize(("length", "text"), [(2, "2 米"), (500, "500 米"), (1_000, "1 公里"), (2_500, "2.5 公里"), (20_000, "20 公里")])
def test_lengths_read_as_people_say_them(length: float, text: str) -> None:
    assert length_text(length) == text


@pytest.mark.parametrize(("area", "text"), [(120, "120 平方米"), (25_000, "2.5 公顷"), (2_400_000, "2.40 平方公里")])
def test_areas_read_as_people_say_them(area: float, text: str) -> None:
    assert area_text(area) == text


def test_lengths_and_areas_are_those_of_the_plane() -> None:
    square = np.array([(500_000.0, 3e6), (500_100, 3e6), (500_100, 3e6 + 100), (500_000, 3e6 + 100)])
    assert line_length(square) == pytest.approx(300)
    assert ring_area(square) == pytest.approx(10_000)
    assert ring_area(square[::-1]) == pytest.approx(10_000)
    assert ring_area(square[:2]) == 0
