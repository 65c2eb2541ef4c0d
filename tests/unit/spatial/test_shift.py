"""A shift of a whole file against what is known is measured; a drawing's own inaccuracy and odd single places are none."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray

from gisapp.spatial.shift import Shift, shift_of_places, shift_to_outline

SEED = np.random.default_rng(7)


def bent(coords: NDArray[np.float64], seed: int = 3) -> NDArray[np.float64]:
    """A line with a bend of its own every hundred metres, as borders have."""
    line = shapely.LineString(coords)
    at = np.arange(0, line.length, 100.0)
    points = shapely.get_coordinates(shapely.line_interpolate_point(line, at))
    return points + np.random.default_rng(seed).normal(0, 30, points.shape)


def county() -> shapely.Geometry:
    """Twenty kilometres across, no two sides alike."""
    corners = np.array([(0, 0), (12_000, -2_500), (20_000, 3_000), (17_000, 14_000), (8_000, 19_000), (-3_000, 11_000), (0, 0)], float)
    return shapely.make_valid(shapely.Polygon(bent(corners)))


def cells(outline: shapely.Geometry, size: float = 2_500) -> NDArray[np.object_]:
    """The county in squares."""
    x0, y0, x1, y1 = outline.bounds
    squares = [shapely.box(x, y, x + size, y + size) for x in np.arange(x0, x1, size) for y in np.arange(y0, y1, size)]
    parts = shapely.get_parts(shapely.intersection(np.array(squares), outline))
    return parts[shapely.area(parts) > 1]


def moved(shapes: NDArray[np.object_], east: float, north: float) -> NDArray[np.object_]:
    return shapely.transform(shapes, lambda xy: xy + [east, north])


@pytest.mark.parametrize(("east", "north"), [(0, 0), (30, -20), (80, 0), (-480, 210), (700, 650)])
def test_the_shift_of_all_cells_is_measured(east: float, north: float) -> None:
    outline = county()
    found = shift_to_outline(moved(cells(outline), east, north), outline)
    assert found is not None
    assert (found.east_m, found.north_m) == pytest.approx((east, north), abs=12)
    assert found.is_noticed == (np.hypot(east, north) > 50)


def test_one_town_at_the_border_tells_the_shift_and_one_inside_tells_nothing() -> None:
    outline = county()
    all_cells = cells(outline)
    west = all_cells[shapely.bounds(all_cells)[:, 2] < 9_000]
    found = shift_to_outline(moved(west, 500, -300), outline)
    assert found is not None
    assert (found.east_m, found.north_m) == pytest.approx((500, -300), abs=40)
    inside = all_cells[shapely.within(all_cells, shapely.buffer(outline, -4_000))]
    assert shift_to_outline(inside, outline) is None


def test_cells_with_gaps_and_overlaps_are_measured_as_well() -> None:
    outline = county()
    rough = shapely.buffer(moved(cells(outline), 500, 100), 4)
    found = shift_to_outline(rough, outline)
    assert found is not None
    assert (found.east_m, found.north_m) == pytest.approx((500, 100), abs=25)


def test_asking_on_the_way_can_stop_it() -> None:
    def stop() -> None:
        raise InterruptedError

    outline = county()
    with pytest.raises(InterruptedError):
        shift_to_outline(shapely.buffer(cells(outline), 4), outline, go_on=stop)


def test_no_area_has_no_shift() -> None:
    assert shift_to_outline(np.array([shapely.Point(0, 0), None], dtype=object), county()) is None


def test_places_that_all_moved_one_way_are_a_shift() -> None:
    known = SEED.uniform(0, 10_000, (40, 2))
    found = shift_of_places(known + [490, -150] + SEED.normal(0, 5, (40, 2)), known)
    assert found is not None
    assert (found.east_m, found.north_m) == pytest.approx((490, -150), abs=6)
    assert found.is_noticed


def test_places_that_moved_each_its_own_way_or_too_few_are_none() -> None:
    known = SEED.uniform(0, 10_000, (40, 2))
    assert shift_of_places(known + SEED.normal(0, 900, (40, 2)), known) is None
    assert shift_of_places(known[:4] + 500, known[:4]) is None
    assert shift_of_places(np.full((9, 2), np.nan), np.zeros((9, 2))) is None


def test_a_few_metres_are_a_drawing_s_own() -> None:
    assert not Shift(30, 39, 2).is_noticed
    assert Shift(31, 40, 2).is_noticed
