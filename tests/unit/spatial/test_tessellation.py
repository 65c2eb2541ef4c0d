"""Cells cover their outline exactly, with borders that bend and never cross."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.spatial.bending import bent_edges
from gisapp.spatial.tessellation import joined, tessellate

BAY = shapely.Polygon([(0, 0), (4000, 0), (4000, 3000), (2400, 3000), (2300, 700), (2100, 700), (1800, 3000), (0, 3000)])


def centres_in(outline: shapely.Polygon, seed: int, count: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    points = rng.random((count * 20, 2)) * [4000, 3000]
    return points[shapely.contains_xy(outline, points)][:count]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), count=st.integers(5, 120))
def test_cells_cover_a_bay_without_gap_or_overlap(seed: int, count: int) -> None:
    centres = centres_in(BAY, seed, count)
    cells = tessellate(np.random.default_rng(seed), BAY, centres).cells
    assert len(cells) == count
    assert shapely.is_valid(cells).all()
    assert shapely.coverage_is_valid(cells)
    assert shapely.coverage_union_all(cells).symmetric_difference(BAY).area < 1e-3
    assert shapely.area(cells).sum() == pytest.approx(BAY.area, abs=1e-3)
    assert shapely.contains_xy(cells, centres[:, 0], centres[:, 1]).sum() >= count - 1


def test_joined_cells_share_the_cells_own_vertices() -> None:
    centres = centres_in(BAY, 3, 60)
    cells = tessellate(np.random.default_rng(3), BAY, centres).cells
    owner = (centres[:, 0] > 1900).astype(int)
    halves = joined(cells, owner, 2)
    assert shapely.coverage_is_valid(halves)
    own = {tuple(point) for point in shapely.get_coordinates(cells)}
    assert all(tuple(point) in own for point in shapely.get_coordinates(halves))


def test_borders_are_bent_and_their_ends_stay() -> None:
    rng = np.random.default_rng(1)
    edges = np.array([[[0.0, 0.0], [100.0, 0.0]]])
    line = bent_edges(rng, edges, np.array([[[50.0, 80.0], [50.0, -80.0]]]), level=4)[0]
    assert line.shape == (17, 2)
    assert (line[[0, -1]] == edges[0]).all()
    assert np.abs(line[:, 1]).max() > 1
    assert (np.diff(line[:, 0]) > 0).all()


def test_a_centre_outside_the_outline_is_refused() -> None:
    centres = np.concatenate((centres_in(BAY, 5, 20), [[2200.0, 2900.0]]))
    with pytest.raises(ValueError, match="outside"):
        tessellate(np.random.default_rng(5), BAY, centres)
