"""The status bar's degrees are those of the projection library."""

from __future__ import annotations

import numpy as np
import pytest

from gisapp.spatial import crs
from gisapp.spatial.gauss_kruger import lonlat


@pytest.mark.parametrize("epsg", [4534, 4545, 4546, 4554])
@pytest.mark.parametrize(("x", "y"), [(500_000.0, 3_640_000.0), (360_000.0, 3_600_000.0), (655_000.0, 5_900_000.0), (500_000.0, 0.0)])
def test_degrees_agree_with_the_projection_library_to_a_hand_s_breadth(epsg: int, x: float, y: float) -> None:
    expected = crs.to_degrees(np.array([[x, y]]), epsg)[0]
    found = lonlat(x, y, epsg)
    assert found is not None
    assert np.abs(np.array(found) - expected).max() < 1e-6


def test_another_projection_gives_no_degrees() -> None:
    assert lonlat(500_000.0, 3_640_000.0, 32649) is None
