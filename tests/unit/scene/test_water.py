"""Rising water as data: which cells show which depth at a level, and coarser copies that lose no narrow river."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gisapp.scene.water import DEPTHS_CM, NEVER, class_spans, halvings_for, no_water, water_layer


@given(st.integers(0, 3_000), st.integers(0, 65_535))
def test_every_cell_has_the_class_of_its_depth_or_none_when_it_is_dry(level: int, above: int) -> None:
    found = [number for number, (begin, end) in enumerate(class_spans(level)) if begin <= above < end]
    depth = level - above
    wanted = [] if depth < 0 else [max(number for number, begin in enumerate(DEPTHS_CM) if depth >= begin)]
    assert found == wanted


@given(st.integers(65, 300), st.integers(65, 300), st.integers(0, 10**6))
def test_a_coarser_copy_shows_the_lowest_of_the_cells_it_stands_for(rows: int, columns: int, seed: int) -> None:
    above = np.random.default_rng(seed).integers(0, 5_000, (rows, columns)).astype(np.uint16)
    layer = water_layer(above, (0, 0, columns, rows))
    for number, sheet in enumerate(layer.sheets):
        size = 2**number
        for row, column in ((0, 0), (sheet.shape[0] - 1, sheet.shape[1] - 1), (sheet.shape[0] // 2, sheet.shape[1] // 3)):
            below = above[row * size : (row + 1) * size, column * size : (column + 1) * size]
            assert sheet[row, column] == below.min()


@pytest.mark.parametrize(("metres_per_px", "halvings"), [(1, 0), (10, 0), (19.9, 0), (20, 1), (45, 2), (10_000, 2)])
def test_the_copy_looked_at_has_cells_no_larger_than_a_pixel(metres_per_px: float, halvings: int) -> None:
    layer = water_layer(np.zeros((200, 200), np.uint16), (0, 0, 2_000, 2_000))
    assert len(layer.sheets) == 3
    assert halvings_for(layer, metres_per_px) == halvings


def test_no_water_is_never_wet() -> None:
    assert no_water().level_cm == 0
    assert (no_water().sheets[0] == NEVER).all()
