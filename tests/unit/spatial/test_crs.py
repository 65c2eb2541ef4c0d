"""The county's zone follows from where it lies; degrees come back as they went."""

from __future__ import annotations

import numpy as np
import pytest

from gisapp.spatial import crs


@pytest.mark.parametrize(("longitude", "epsg"), [(108.5, 4545), (107.0, 4545), (109.6, 4546), (120.0, 4549), (70.0, 4534), (140.0, 4554)])
def test_the_zone_is_the_nearest_meridian_s(longitude: float, epsg: int) -> None:
    assert crs.county_crs(longitude) == epsg


def test_degrees_return_from_metres() -> None:
    places = np.array([[108.50, 32.89], [108.34, 32.68]])
    there = crs.to_metres(places, 4545)
    assert there[0] == pytest.approx([546_785, 3_640_660], abs=1)
    assert crs.to_degrees(there, 4545) == pytest.approx(places, abs=1e-9)


def test_the_crs_has_its_official_name_and_a_definition_in_words() -> None:
    assert crs.crs_name(4545) == "CGCS2000 / 3-degree Gauss-Kruger CM 108E"
    assert crs.crs_wkt(4545).startswith('PROJCS["CGCS2000 / 3-degree Gauss-Kruger CM 108E"')
