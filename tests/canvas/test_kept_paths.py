"""Paths from arrays: what is cut away makes no difference in sight."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gisapp.canvas.kept_paths import KeptPolygons, cut_down
from gisapp.scene.shapes import PolygonShapes


def wavy_ring(corners: int, seed: int) -> shapely.Geometry:
    """A star of many corners around (0, 0), with a hole."""
    angle = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    radius = np.random.default_rng(seed).uniform(60, 100, corners)
    outer = np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))
    return shapely.Polygon(outer, [outer[::-1] * 0.4])


@given(st.integers(3, 200), st.integers(0, 9), st.floats(-120, 120), st.floats(-120, 120), st.floats(1, 90), st.floats(1, 90))
def test_within_the_window_the_area_is_the_same(corners: int, seed: int, x: float, y: float, width: float, height: float) -> None:
    shapes = PolygonShapes.from_geometry([1], [wavy_ring(corners, seed)])
    near = (x, y, x + width, y + height)
    coords, starts = cut_down(shapes.coords, shapes.ring_offsets[:-1], near)
    rings = [shapely.Polygon(ring) for ring in np.split(coords, starts[1:]) if len(ring) > 3]
    # Odd-even filling: what lies in an even number of rings is outside. A ring cut down may touch itself outside the window.
    samples = shapely.get_coordinates(shapely.segmentize(shapely.LineString([near[:2], near[2:]]), max(width, height) / 40))
    inside = sum((shapely.contains_xy(ring, samples).astype(int) for ring in rings), np.zeros(len(samples), int)) % 2 == 1
    whole = shapely.contains_xy(shapes.geometry()[0], samples)
    beside = shapely.distance(shapely.boundary(shapes.geometry()[0]), shapely.points(samples)) > 1e-6
    assert (inside == whole)[beside].all()


def test_far_away_little_is_left() -> None:
    shapes = PolygonShapes.from_geometry([1], [wavy_ring(4_000, 1)])
    kept = KeptPolygons(shapes)
    assert kept.path_of_some(np.array([0])).elementCount() == len(shapes.coords)
    assert kept.path_of_some(np.array([0]), near=(95, -5, 99, 5)).elementCount() < 500
