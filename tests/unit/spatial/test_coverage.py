"""Gaps and overlaps of a set of cells are found and measured."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from gisapp.spatial.coverage import find_faults

OUTLINE = shapely.box(0, 0, 40, 40)


def cells(*shapes: shapely.Geometry | None) -> np.ndarray:
    return np.array(shapes, dtype=object)


def quarters() -> list[shapely.Geometry]:
    return [shapely.box(x, y, x + 20, y + 20) for y in (0, 20) for x in (0, 20)]


def areas(found: tuple[shapely.Geometry, ...]) -> list[float]:
    return sorted(round(shape.area, 6) for shape in found)


@pytest.mark.parametrize("outline", [OUTLINE, None])
def test_a_coverage_has_no_faults(outline: shapely.Geometry | None) -> None:
    faults = find_faults(cells(*quarters()), outline)
    assert (faults.gaps, faults.overlaps) == ((), ())


def test_a_missing_cell_and_a_notch_are_gaps_of_their_size() -> None:
    first, second, third, _ = quarters()
    faults = find_faults(cells(first, second, third.difference(shapely.box(0, 35, 5, 40))), OUTLINE)
    assert areas(faults.gaps) == [25, 400]


def test_a_hole_between_cells_is_a_gap_without_any_outline() -> None:
    ring = shapely.box(0, 0, 30, 30).difference(shapely.box(10, 10, 20, 20))
    left, right = ring.intersection(shapely.box(0, 0, 15, 30)), ring.intersection(shapely.box(15, 0, 30, 30))
    assert areas(find_faults(cells(left, right), None).gaps) == [100]


def test_each_overlapping_pair_is_one_overlap() -> None:
    first, second, third, fourth = quarters()
    faults = find_faults(cells(first, second, third, shapely.box(18, 19, 40, 40)), OUTLINE)
    assert areas(faults.overlaps) == [2, 20, 40]
    assert faults.gaps == ()
    assert areas(find_faults(cells(first, first, second, third, fourth), OUTLINE).overlaps) == [400]


def test_rounding_is_no_fault_but_a_hand_is() -> None:
    first, second, third, _ = quarters()
    for slip, gaps in ((1e-9, []), (0.01, [0.2])):
        moved = shapely.box(20 + slip, 20, 40, 40)
        assert areas(find_faults(cells(first, second, third, moved), OUTLINE).gaps) == gaps


def test_cells_that_cross_themselves_do_not_stop_the_search() -> None:
    first, second, third, _ = quarters()
    bow = shapely.Polygon([(20, 20), (40, 40), (40, 20), (20, 40)])
    assert areas(find_faults(cells(first, second, third, bow), OUTLINE).gaps) == [100, 100]


def test_missing_and_empty_cells_count_as_not_there() -> None:
    faults = find_faults(cells(*quarters()[:3], None, shapely.Polygon()), OUTLINE)
    assert areas(faults.gaps) == [400]
    assert areas(find_faults(cells(None), OUTLINE).gaps) == [1600]
