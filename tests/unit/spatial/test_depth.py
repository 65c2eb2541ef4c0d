"""Depths at points against plain arithmetic, cell by cell, also on edges and beside cells without a value."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gisapp.spatial.depth import DepthRaster, bilinear_depths, nearest_depths, outline_above

NAN = math.nan


def raster(rows: list[list[float]], west: float = 100.0, north: float = 200.0, cell: float = 10.0) -> DepthRaster:
    return DepthRaster("水", "EPSG:4545", (cell, 0, west, 0, -cell, north), np.array(rows, np.float32))


def by_hand(made: DepthRaster, x: float, y: float, *, bilinear: bool) -> float:
    """The depth at one point, the slow way."""
    rows, columns = made.depths.shape
    cell, _, west, _, _, north = made.transform
    across, down = (x - west) / cell, (north - y) / cell
    if not (0 <= across <= columns and 0 <= down <= rows):
        return NAN
    if not bilinear:
        return float(made.depths[min(math.floor(down), rows - 1), min(math.floor(across), columns - 1)])
    across, down = min(max(across - 0.5, 0), columns - 1), min(max(down - 0.5, 0), rows - 1)
    total = 0.0
    for row in range(rows):
        for column in range(columns):
            weight = max(0.0, 1 - abs(across - column)) * max(0.0, 1 - abs(down - row))
            if weight > 0:
                total += weight * float(made.depths[row, column])
    return total


DEPTHS = st.lists(st.lists(st.one_of(st.just(NAN), st.floats(0, 5, width=16)), min_size=4, max_size=4), min_size=3, max_size=3)
PLACES = st.lists(st.tuples(st.integers(90, 150), st.integers(160, 210)), min_size=1, max_size=30)


@given(rows=DEPTHS, places=PLACES)
def test_any_point_of_any_raster_is_sampled_as_by_hand(rows: list[list[float]], places: list[tuple[int, int]]) -> None:
    made, xy = raster(rows), np.array(places, float)
    for sample, bilinear in ((nearest_depths, False), (bilinear_depths, True)):
        wanted = [by_hand(made, x, y, bilinear=bilinear) for x, y in places]
        np.testing.assert_allclose(sample(made, xy), wanted, rtol=0, atol=1e-9)


def test_a_point_between_two_cells_belongs_to_the_one_east_and_south_and_the_last_edge_to_the_last() -> None:
    made = raster([[1, 2], [3, 4]])
    xy = np.array([(110, 195), (105, 190), (110, 190), (120, 180), (100, 200), (120.01, 190)], float)
    np.testing.assert_array_equal(nearest_depths(made, xy), [2, 3, 4, 4, 1, NAN])


def test_a_centre_without_value_makes_its_whole_neighbourhood_unknown_but_not_the_next_centre() -> None:
    made = raster([[1, NAN], [1, 1]])
    xy = np.array([(105, 195), (106, 195), (105, 185), (115, 195)], float)
    np.testing.assert_array_equal(bilinear_depths(made, xy), [1, NAN, 1, NAN])


def test_a_turned_raster_is_sampled_in_its_own_frame() -> None:
    made = DepthRaster("转", "EPSG:4545", (0, 10, 100, 10, 0, 200), np.array([[1, 2], [3, 4]], np.float32))
    np.testing.assert_array_equal(nearest_depths(made, np.array([(105, 205), (105, 215), (115, 205)], float)), [1, 2, 3])


def test_the_outline_covers_every_cell_that_is_deep_enough() -> None:
    rows = np.zeros((900, 30), np.float32)
    rows[450, 7] = 2
    made = raster(rows.tolist())
    outline = outline_above(made, 1.5)
    assert outline.contains(shapely.Point(*made.places_of(np.array([[7.5, 450.5]]))[0]))
    assert outline.area == pytest.approx(30 * 30)
    assert outline_above(made, 3).is_empty
