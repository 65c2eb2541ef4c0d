"""Corners moved, added and removed: the shape follows, holes and parts stay what they are."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as some

from gisapp.scene.shape_edit import EditedShape, taken_apart

HOLED = shapely.Polygon([(0, 0), (100, 0), (100, 100), (0, 100)], [[(40, 40), (60, 40), (60, 60)]])
TWO = shapely.MultiPolygon([HOLED, shapely.box(200, 0, 300, 100)])


def test_taken_apart_and_put_together_is_the_same() -> None:
    for shape in (HOLED, TWO, shapely.box(0, 0, 1, 1)):
        assert taken_apart(shape).geometry().equals(shape)


def test_the_nearest_corner_and_edge_within_reach_are_found() -> None:
    shape = taken_apart(TWO)
    assert shape.corner_near((98, 3), 5) == (0, 1)
    assert shape.corner_near((61, 61), 5) == (1, 2)
    assert shape.corner_near((250, 50), 5) is None
    assert shape.edge_near((250, 2), 5) is not None
    assert shape.edge_near((20, 70), 5) is None
    number, at = shape.edge_near((50, -1), 5) or (9, 9)
    added = shape.with_added((number, at), (50, -20))
    assert added.rings[0][at].tolist() == [50, -20]
    assert added.geometry().area == pytest.approx(TWO.area + 100 * 20 / 2)


def test_a_moved_corner_changes_its_ring_alone() -> None:
    shape = taken_apart(TWO)
    moved = shape.with_moved((0, 2), (120, 120))
    assert moved.geometry().area == pytest.approx(TWO.area + 100 * 20)
    assert all(one is other for one, other in zip(shape.rings[1:], moved.rings[1:], strict=True))
    assert shape.geometry().equals(TWO)


def test_a_ring_of_three_goes_as_a_whole_an_outer_one_with_its_holes() -> None:
    shape = taken_apart(TWO)
    filled = shape.without((1, 0))
    assert filled is not None
    assert filled.geometry().area == pytest.approx(20_000)
    smaller = filled.without((0, 0))
    assert smaller is not None
    other = smaller.without((0, 0))
    assert other is not None
    assert other.geometry().equals(shapely.box(200, 0, 300, 100))
    last = other.without((0, 0))
    assert last is not None
    assert last.without((0, 0)) is None


@given(steps=some.lists(some.tuples(some.sampled_from(["move", "add", "remove"]), some.integers(0, 99), some.integers(0, 99)), max_size=30))
def test_whatever_is_done_every_ring_keeps_three_corners(steps: list[tuple[str, int, int]]) -> None:
    shape: EditedShape = taken_apart(TWO)
    for what, first, second in steps:
        number = first % len(shape.rings)
        place = (number, second % len(shape.rings[number]))
        corners = sum(map(len, shape.rings))
        if what == "move":
            shape = shape.with_moved(place, (first, second))
        elif what == "add":
            shape = shape.with_added(place, (first, second))
        else:
            shape = shape.without(place) or shape
        assert sum(map(len, shape.rings)) - corners <= (what == "add")
        assert min(map(len, shape.rings)) >= 3
        assert np.isfinite(np.concatenate(shape.rings)).all()
        assert not shape.geometry().is_empty
