"""Cheapest ways: water collects, heights rise upstream, streams end on streams."""

from __future__ import annotations

import numpy as np
import shapely

from gisapp.spatial.flowlines import flow_lines
from gisapp.spatial.raster import Frame, distance_to, frame_over
from gisapp.spatial.spread import accumulated, spread, summed_from_seed, way_to_seed

FRAME = Frame(0.0, 3000.0, 100.0, 30, 40)


def rough_cost() -> np.ndarray:
    return np.exp(np.random.default_rng(4).standard_normal(FRAME.shape))


def test_every_cell_drains_to_a_seed_and_nothing_is_lost() -> None:
    seeds = np.flatnonzero(np.arange(FRAME.size) % FRAME.columns == 0)
    tree = spread(rough_cost(), seeds)
    drained = accumulated(tree)
    assert drained[seeds].sum() == FRAME.size
    assert set(np.unique(tree.source)) <= set(seeds.tolist())


def test_heights_summed_along_the_tree_never_fall_upstream() -> None:
    tree = spread(rough_cost(), np.array([0]))
    height = summed_from_seed(tree, np.full(FRAME.size, 2.0), np.zeros(FRAME.size))
    way = way_to_seed(tree, FRAME.size - 1)
    assert (np.diff(height[way]) == -2.0).all()
    assert height[0] == 0


def test_regions_are_walls() -> None:
    regions = np.zeros(FRAME.shape, dtype=int)
    regions[:, 20:] = 1
    tree = spread(np.ones(FRAME.shape), np.array([0]), regions=regions)
    assert np.isfinite(tree.cost.reshape(FRAME.shape)[:, :20]).all()
    assert np.isinf(tree.cost.reshape(FRAME.shape)[:, 20:]).all()


def test_a_head_start_gives_more_ground() -> None:
    seeds = np.array([15 * 40, 15 * 40 + 39])
    even = spread(np.ones(FRAME.shape), seeds, head_starts=np.array([0.0, 0.0]))
    late = spread(np.ones(FRAME.shape), seeds, head_starts=np.array([0.0, 10.0]))
    assert (late.source == seeds[0]).sum() > (even.source == seeds[0]).sum() + 100


def test_streams_run_downhill_and_end_on_a_stream_or_the_river() -> None:
    seeds = np.flatnonzero(np.arange(FRAME.size) % FRAME.columns == 0)
    tree = spread(rough_cost(), seeds)
    river = FRAME.centre_of(seeds)
    lines = flow_lines(FRAME, tree, accumulated(tree), rivers=river, least=15)
    height = summed_from_seed(tree, np.ones(FRAME.size), np.zeros(FRAME.size))
    ends = shapely.union_all([shapely.LineString(river), *[line.line for line in lines]])
    assert len(lines) > 5
    for line in lines:
        assert (np.diff(height[list(line.cells)]) < 0).all()
        assert ends.distance(shapely.Point(line.line.coords[-1])) < 1e-9


def test_points_and_cells_find_each_other() -> None:
    frame = frame_over((517_000.0, 3_612_000.0, 518_000.0, 3_613_000.0), cell_m=100.0, margin_m=250.0)
    assert (frame.index_of(frame.centres()) == np.arange(frame.size)).all()
    assert frame.west <= 516_750
    assert frame.north >= 3_613_250


def test_sampling_a_plane_gives_the_plane() -> None:
    x, y = FRAME.centres().T
    plane = (2 * x - 3 * y).reshape(FRAME.shape)
    places = np.array([[155.0, 1777.0], [3210.0, 444.0], [2000.0, 2000.0]])
    assert np.allclose(FRAME.sample(plane, places), 2 * places[:, 0] - 3 * places[:, 1])


def test_distance_without_anything_near_is_infinite() -> None:
    distance, _ = distance_to(np.zeros((3, 3), dtype=bool), cell_m=100.0)
    assert np.isinf(distance).all()
