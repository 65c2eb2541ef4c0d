"""Shares add up exactly; centres are distinct and gather where the points are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.spatial.centres import k_means, scattered, shares


@given(st.lists(st.floats(0.01, 1000), min_size=1, max_size=40), st.integers(40, 5000), st.integers(0, 1))
def test_shares_add_up_and_none_is_below_the_least(weights: list[float], total: int, least: int) -> None:
    found = shares(np.array(weights), total, least=least)
    assert found.sum() == total
    assert found.min() >= least


def test_shares_refuse_more_than_there_is() -> None:
    with pytest.raises(ValueError, match="less than"):
        shares(np.ones(5), 9, least=2)


def test_centres_are_distinct_points_and_denser_where_points_are_denser() -> None:
    rng = np.random.default_rng(2)
    points = np.concatenate((rng.random((4000, 2)), rng.random((1000, 2)) + [2, 0]))
    centres = k_means(rng, points, 100)
    assert len(np.unique(centres, axis=0)) == 100
    assert (centres[:, 0] < 1).sum() > 55
    assert {tuple(c) for c in centres} <= {tuple(p) for p in points}


def test_fixed_centres_keep_others_away() -> None:
    rng = np.random.default_rng(2)
    fixed = np.array([[0.5, 0.5]])
    centres = k_means(rng, rng.random((3000, 2)), 20, fixed=fixed)
    assert np.hypot(*(centres - fixed[0]).T).min() > 0.05


def test_cells_without_weight_are_never_drawn() -> None:
    weights = np.array([[0.0, 1.0], [0.0, 3.0]])
    drawn = np.bincount(scattered(np.random.default_rng(1), weights, 4000), minlength=4)
    assert drawn[0] == drawn[2] == 0
    assert drawn[3] > 2 * drawn[1]
