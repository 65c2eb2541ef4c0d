"""Cells as polygons: every cell of the set inside, every other outside, and the rings valid."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from gisapp.errors import Cancelled
from gisapp.spatial import outline
from gisapp.spatial.neighbours import asking
from gisapp.spatial.outline import outline_of


@settings(max_examples=300, deadline=None)
@given(arrays.arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_the_outline_holds_exactly_the_cells(mask: np.ndarray) -> None:
    found = outline_of(mask)
    assert found.is_valid
    assert found.geom_type in ("Polygon", "MultiPolygon")
    assert found.area == mask.sum()
    rows, columns = np.indices(mask.shape)
    assert (shapely.contains_xy(found, columns + 0.5, rows + 0.5) == mask).all()
    assert found.equals(shapely.union_all([shapely.box(c, r, c + 1, r + 1) for r, c in np.argwhere(mask)]))


def test_a_hole_stays_a_hole_and_a_corner_joins_nothing() -> None:
    mask = np.array([[1, 1, 1, 0], [1, 0, 1, 0], [1, 1, 1, 0], [0, 0, 0, 1]], bool)
    found = outline_of(mask)
    assert found.geom_type == "MultiPolygon"
    assert sorted(part.area for part in found.geoms) == [1, 8]
    assert sum(len(part.interiors) for part in found.geoms) == 1


def test_no_straight_border_has_a_corner_between() -> None:
    assert shapely.get_num_coordinates(outline_of(np.ones((4, 7), bool))) == 5


def test_tracing_many_parts_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outline, "EVERY", 2)
    with pytest.raises(Cancelled):
        outline_of(np.indices((9, 9)).sum(axis=0) % 2 == 0, go=asking(lambda: True))
