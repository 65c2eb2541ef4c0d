"""Filling, ways, cells drained and heights above a river against the slow and plain way of doing each, cell by cell."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree

from gisapp.errors import Cancelled
from gisapp.spatial.drainage import STEPS, Drainage, drainage_of, height_above
from gisapp.spatial.lowest_links import lowest_links
from gisapp.spatial.neighbours import MOVES, NO_VALUE, OUT, asking, unhurried

Cell = tuple[int, int]
NAN = math.nan
SIZES = st.one_of(st.tuples(st.integers(1, 9), st.integers(1, 9)), st.tuples(st.integers(5, 9), st.integers(5, 9)))


@st.composite
def rasters(draw: st.DrawFn, lowest: int = 0, highest: int = 6) -> np.ndarray:
    """Small rasters of few heights, so that flats and depressions are common; some with a few cells without a value."""
    heights = draw(arrays.arrays(np.float32, SIZES, elements=st.integers(lowest, highest).map(float)))
    for row, column in draw(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=3)):
        heights[row % heights.shape[0], column % heights.shape[1]] = NAN
    return heights


def cells(heights: np.ndarray) -> list[Cell]:
    return [(int(row), int(column)) for row, column in np.argwhere(~np.isnan(heights))]


def around(cell: Cell, heights: np.ndarray) -> Iterator[tuple[int, Cell | None]]:
    """(move, neighbour, None = a wall or no value) of a cell."""
    for number, (down, right) in enumerate(MOVES):
        row, column = cell[0] + down, cell[1] + right
        inside = 0 <= row < heights.shape[0] and 0 <= column < heights.shape[1]
        yield number, (row, column) if inside and not math.isnan(heights[row, column]) else None


def flooded_one_by_one(heights: np.ndarray) -> np.ndarray:
    """A priority flood as published: the lowest cell of the shore next."""
    level = heights.copy()
    shore = [(float(heights[cell]), cell) for cell in cells(heights) if any(one is None for _, one in around(cell, heights))]
    seen = {cell for _, cell in shore}
    heapq.heapify(shore)
    while shore:
        height, cell = heapq.heappop(shore)
        for _, beside in around(cell, heights):
            if beside is not None and beside not in seen:
                seen.add(beside)
                level[beside] = max(height, float(heights[beside]))
                heapq.heappush(shore, (float(level[beside]), beside))
    return level


def after(made: Drainage, cell: Cell) -> Cell | None:
    """Where the water of a cell runs to; None = off the raster."""
    code = int(made.ways[cell])
    return None if code == OUT else (cell[0] + MOVES[code][0], cell[1] + MOVES[code][1])


def way(made: Drainage, cell: Cell) -> list[Cell]:
    """The whole way of a cell's water; fails when it runs in a circle."""
    found = [cell]
    while (following := after(made, found[-1])) is not None:
        found.append(following)
        assert len(found) <= made.ways.size, "the water runs in a circle"
    return found


@settings(max_examples=300, deadline=None)
@given(rasters())
def test_filling_gives_what_a_priority_flood_gives_cell_by_cell(heights: np.ndarray) -> None:
    surface = drainage_of(heights).surface
    np.testing.assert_array_equal(surface, flooded_one_by_one(heights))


@settings(max_examples=200, deadline=None)
@given(rasters(-3, 3))
def test_filling_never_lowers_and_fills_once(heights: np.ndarray) -> None:
    surface = drainage_of(heights).surface
    assert (np.isnan(surface) == np.isnan(heights)).all()
    assert (surface[~np.isnan(heights)] >= heights[~np.isnan(heights)]).all()
    np.testing.assert_array_equal(drainage_of(surface).surface, surface)


@settings(max_examples=300, deadline=None)
@given(rasters())
def test_every_cell_drains_and_its_way_never_rises(heights: np.ndarray) -> None:
    made = drainage_of(heights)
    assert ((made.ways == NO_VALUE) == np.isnan(heights)).all()
    for cell in cells(heights):
        run = way(made, cell)
        levels = [float(made.surface[one]) for one in run]
        assert levels == sorted(levels, reverse=True)
        assert any(one is None for _, one in around(run[-1], heights))


@settings(max_examples=300, deadline=None)
@given(rasters(0, 40))
def test_water_takes_the_steepest_way_down(heights: np.ndarray) -> None:
    made = drainage_of(heights)
    for cell in cells(heights):
        slopes = {
            number: (float(made.surface[cell]) - float(made.surface[beside])) / math.hypot(*MOVES[number])
            for number, beside in around(cell, heights)
            if beside is not None
        }
        steepest = max(slopes.values(), default=0.0)
        if steepest > 0:
            assert slopes[int(made.ways[cell])] == pytest.approx(steepest)


@settings(max_examples=200, deadline=None)
@given(rasters())
def test_every_cell_is_counted_along_its_way_and_once_at_its_end(heights: np.ndarray) -> None:
    made = drainage_of(heights)
    counted = np.zeros(heights.shape, int)
    for cell in cells(heights):
        for one in way(made, cell):
            counted[one] += 1
    known = ~np.isnan(heights)
    assert (made.drained[known] == counted[known]).all()
    assert made.drained[made.ways == OUT].sum() == known.sum()


@st.composite
def watered(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Heights, a known waterway that wanders over them, and the river asked about: the last of its cells."""
    heights = draw(rasters(0, 12))
    row, column = draw(st.integers(0, 8)) % heights.shape[0], draw(st.integers(0, 8)) % heights.shape[1]
    course = [(row, column)]
    for down, right in draw(st.lists(st.sampled_from(MOVES), max_size=8)):
        row, column = min(max(row + down, 0), heights.shape[0] - 1), min(max(column + right, 0), heights.shape[1] - 1)
        course.append((row, column))
    waterways, rivers = np.zeros(heights.shape, bool), np.zeros(heights.shape, bool)
    waterways[tuple(np.transpose(course))] = True
    rivers[tuple(np.transpose(course[draw(st.integers(0, len(course) - 1)) :]))] = True
    known = ~np.isnan(heights)
    return heights, waterways & known, rivers & known


def height_by_hand(made: Drainage, cell: Cell, rivers: np.ndarray, waterways: np.ndarray) -> float:
    """How far the river must rise to stand over every bit of ground between itself and the cell."""
    barriers = [float(made.surface[cell])]
    for one in way(made, cell):
        if rivers[one]:
            return 0.0 if one == cell else max(0.0, max(barriers) - float(made.surface[one]))
        if not waterways[one]:
            barriers.append(float(made.surface[one]))
    return NAN


@settings(max_examples=300, deadline=None)
@given(watered(), st.sampled_from((0.0, 5.0)))
def test_the_height_above_a_river_is_that_of_the_ground_on_the_way_to_it(case: tuple[np.ndarray, ...], burnt: float) -> None:
    heights, waterways, rivers = case
    made = drainage_of(heights, waterways, burnt=burnt)
    above = height_above(made, rivers, waterways=waterways)
    for cell in cells(heights):
        np.testing.assert_equal(float(above[cell]), height_by_hand(made, cell, rivers, waterways))
    assert np.isnan(above[np.isnan(heights)]).all()


@settings(max_examples=200, deadline=None)
@given(rasters(0, 12), st.integers(1, 20))
def test_heights_are_never_negative_and_none_on_the_drainage_itself(heights: np.ndarray, least: int) -> None:
    made = drainage_of(heights)
    network = (made.drained >= least) & ~np.isnan(heights)
    above = height_above(made, network)
    assert (above[~np.isnan(above)] >= 0).all()
    assert (above[network] == 0).all()


@settings(max_examples=200, deadline=None)
@given(rasters(0, 12), st.integers(0, 12))
def test_only_water_connected_with_the_drainage_is_wet(heights: np.ndarray, level: int) -> None:
    made = drainage_of(heights)
    network = (made.drained >= 4) & ~np.isnan(heights)
    above = height_above(made, network)
    for row, column in np.argwhere(above <= level):
        for one in way(made, (int(row), int(column))):
            assert above[one] <= level
            if network[one]:
                break


def test_a_pit_behind_a_ridge_stays_dry_until_the_water_comes_over_the_ridge() -> None:
    heights = np.array([[9, 9, 9, 9, 9, 9], [0, 1, 5, 2, 8, 9], [9, 9, 9, 9, 9, 9]], np.float32)
    made = drainage_of(heights)
    river = np.zeros(heights.shape, bool)
    river[1, 0] = True
    assert height_above(made, river)[1].tolist() == [0, 1, 5, 5, 8, 9]


def test_water_follows_a_known_waterway_through_a_dam() -> None:
    heights = np.array([[9, 9, 9, 9, 9, 9], [9, 3, 2, 7, 1, 0], [9, 9, 9, 9, 9, 9]], np.float32)
    mouth = np.zeros(heights.shape, bool)
    mouth[1, 5] = True
    dammed = drainage_of(heights)
    assert height_above(dammed, mouth)[1].tolist() == [9, 7, 7, 7, 1, 0]
    waterway = np.zeros(heights.shape, bool)
    waterway[1, 1:] = True
    made = drainage_of(heights, waterway, burnt=20)
    assert made.ways[1].tolist() == [1, 1, 1, 1, 1, OUT]
    assert height_above(made, mouth, waterways=waterway)[1].tolist() == [9, 3, 2, 7, 1, 0]


def test_a_pool_of_a_waterway_apart_from_the_river_is_reached_over_the_ground_between() -> None:
    heights = np.array([[9, 9, 9, 9, 9], [9, 0, 5, 3, 2], [9, 9, 9, 9, 9]], np.float32)
    waterways = np.isin(heights, (0, 3, 2))
    made = drainage_of(heights, waterways, burnt=1)
    assert height_above(made, np.isin(heights, (3, 2)), waterways=waterways)[1].tolist() == [6, 2, 2, 0, 0]


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (6, 1), (40, 50)])
def test_a_flat_raster_drains_by_its_edge(shape: tuple[int, int]) -> None:
    made = drainage_of(np.full(shape, 300, np.float32))
    assert (made.surface == 300).all()
    assert made.drained[made.ways == OUT].sum() == shape[0] * shape[1]
    assert (height_above(made, made.ways == OUT) == 0).all()


def test_a_raster_without_any_value_has_no_drainage() -> None:
    made = drainage_of(np.full((3, 4), NAN, np.float32))
    assert (made.ways == NO_VALUE).all()
    assert np.isnan(height_above(made, np.zeros((3, 4), bool))).all()


def test_progress_counts_its_steps_and_cancelling_ends_it() -> None:
    heights = np.random.default_rng(1).random((60, 60)).astype(np.float32)
    told: list[tuple[int, int]] = []
    drainage_of(heights, progress=lambda done, total: told.append((done, total)))
    assert told == [(step, STEPS) for step in range(1, STEPS + 1)]
    with pytest.raises(Cancelled):
        drainage_of(heights, go=asking(lambda: True))


def stopping_after(looks: int) -> Callable[[], bool]:
    left = iter(range(looks))
    return lambda: next(left, None) is None


def test_somebody_who_cancels_is_asked_after_often() -> None:
    heights = np.random.default_rng(1).integers(0, 9, (300, 300)).astype(np.float32)
    with pytest.raises(Cancelled):
        drainage_of(heights, go=asking(stopping_after(30)))


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 12), st.data())
def test_the_lowest_links_join_all_that_can_be_joined_as_cheaply_as_can_be(count: int, data: st.DataObject) -> None:
    node = st.integers(0, count - 1)
    links = data.draw(st.lists(st.tuples(node, node, st.integers(1, 9)).filter(lambda link: link[0] != link[1]), max_size=40))
    one, other, heights = (np.array([link[place] for link in links], np.int64) for place in range(3))
    chosen = lowest_links(one.astype(np.int32), other.astype(np.int32), heights.astype(np.float32), count, unhurried)
    cheapest = np.full((count, count), np.inf)
    for a, b, height in links:
        cheapest[min(a, b), max(a, b)] = min(cheapest[min(a, b), max(a, b)], height)
    whole = csr_matrix(np.where(np.isinf(cheapest), 0, cheapest))
    assert heights[chosen].sum() == pytest.approx(minimum_spanning_tree(whole).sum())
    picked = csr_matrix((np.ones(len(chosen)), (one[chosen], other[chosen])), shape=(count, count))
    assert connected_components(picked, directed=False)[0] == connected_components(whole, directed=False)[0]
    assert len(chosen) == count - connected_components(whole, directed=False)[0]
