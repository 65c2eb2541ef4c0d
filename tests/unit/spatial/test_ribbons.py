"""Floods follow their river; slides are whole shapes."""

from __future__ import annotations

import numpy as np
import shapely

from gisapp.spatial.ribbons import blob, ribbon, wandering_width


def test_a_ribbon_covers_its_course_and_keeps_its_width() -> None:
    t = np.linspace(0, 6, 200)
    course = np.column_stack((t * 1000, 400 * np.sin(t)))
    area = ribbon(course, np.full(200, 60.0), np.full(200, 40.0))
    assert area.is_valid
    assert area.covers(shapely.LineString(course[1:-1]))
    assert 0.97 < area.area / (shapely.LineString(course).length * 100) < 1.03


def test_blobs_are_valid_and_lie_around_their_middle() -> None:
    rng = np.random.default_rng(1)
    shapes = [blob(rng, np.array([10.0, 20.0]), long_m=100, wide_m=50, angle=1.0) for _ in range(50)]
    assert all(shape.is_valid and shape.contains(shapely.Point(10, 20)) for shape in shapes)


def test_widths_wander_but_stay_positive() -> None:
    widths = wandering_width(np.random.default_rng(1), 300, mean_m=80.0, swing=0.4, longest=30)
    assert widths.min() > 0
    assert widths.max() > 1.5 * widths.min()
