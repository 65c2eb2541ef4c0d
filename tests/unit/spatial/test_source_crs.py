"""What people call coordinates is understood, and from the county's outline it is told which coordinates a file has."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray

from gisapp.errors import BadRequest
from gisapp.spatial import crs
from gisapp.spatial.china_shift import BD_09, GCJ_02
from gisapp.spatial.source_crs import SourceCrs, crs_from_text, is_old_datum, proposals, share_inside, spoken
from tests.builders import EPSG, box

OUTLINE = box(0, 0, 4000, 4000)
INSIDE = shapely.get_coordinates(shapely.points([(500_000 + 370 * n, 3_640_000 + 350 * n) for n in range(1, 11)]))


def written(epsg: int) -> NDArray[np.float64]:
    return crs.moved(INSIDE, EPSG, epsg)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4490", "EPSG:4490"), ("EPSG:4545", "EPSG:4545"), ("epsg4545", "EPSG:4545"), ("wgs84", "EPSG:4326"), ("WGS-84", "EPSG:4326"),
        ("gcj02", GCJ_02), ("GCJ-02", GCJ_02), ("高德", GCJ_02), ("百度", BD_09), ("bd09", BD_09), ("国家2000", "EPSG:4490"),
        ("西安80", "EPSG:4610"),
    ],
)  # fmt: skip
def test_what_people_call_coordinates_is_understood(text: str, meant: str) -> None:
    assert crs_from_text(text) == meant


@pytest.mark.parametrize("text", ["", "火箭", "99999999", "EPSG:12", "+proj=longlat", "４５４５x", "²"])
def test_what_is_no_crs_is_said(text: str) -> None:
    with pytest.raises(BadRequest, match="不认识坐标系"):
        crs_from_text(text)


@pytest.mark.parametrize("epsg", [4545, 4524, 4546, 4544, 4523, 4525, 4496])
def test_metres_of_zones_with_and_without_number_are_proposed(epsg: int) -> None:
    for is_swapped in (False, True):
        xy = written(epsg)[:, ::-1] if is_swapped else written(epsg)
        found = proposals(xy, OUTLINE, EPSG)
        assert found[0].share == 1.0
        assert SourceCrs(f"EPSG:{epsg}", is_swapped) in [one.source for one in found]
        read = crs.moved(xy[:, ::-1] if found[0].source.is_swapped else xy, found[0].source.text, EPSG)
        assert np.allclose(read, INSIDE, atol=0.01)


def test_a_six_degree_zone_without_number_is_the_three_degree_zone_of_its_meridian() -> None:
    found = proposals(written(4508), OUTLINE, EPSG)  # central meridian 111
    assert [one.source for one in found] == [SourceCrs("EPSG:4546")]


@pytest.mark.parametrize(("swapped", "wanted"), [(False, SourceCrs("EPSG:4490")), (True, SourceCrs("EPSG:4490", is_swapped=True))])
def test_degrees_are_proposed_as_cgcs2000(swapped: bool, wanted: SourceCrs) -> None:
    xy = written(4490)
    assert [one.source for one in proposals(xy[:, ::-1] if swapped else xy, OUTLINE, EPSG)] == [wanted]


def test_web_mercator_is_known_and_another_place_has_no_proposal() -> None:
    assert proposals(written(3857), OUTLINE, EPSG)[0].source == SourceCrs("EPSG:3857")
    assert proposals(INSIDE + 900_000, OUTLINE, EPSG) == ()
    assert proposals(np.array([(120.1, 30.2)]), OUTLINE, EPSG) == ()
    assert proposals(np.empty((0, 2)), OUTLINE, EPSG) == ()


def test_some_strays_do_not_spoil_the_proposal() -> None:
    xy = np.vstack([written(4524), [[0.0, 0.0], [np.nan, 1.0], [np.inf, 5.0]]])
    found = proposals(xy, OUTLINE, EPSG)
    assert found[0].source == SourceCrs("EPSG:4524")
    assert found[0].share == pytest.approx(10 / 11)


def test_a_share_counts_what_lies_inside() -> None:
    xy = np.vstack([written(4490), [[120.0, 30.0]] * 10])
    assert share_inside(xy, SourceCrs("EPSG:4490"), OUTLINE, EPSG) == 0.5
    assert share_inside(np.empty((0, 2)), SourceCrs("EPSG:4490"), OUTLINE, EPSG) == 0.0


def test_old_datums_are_known_as_such_and_all_are_called_by_name() -> None:
    assert [is_old_datum(f"EPSG:{epsg}") for epsg in (4610, 4214, 2360, 2411, 4490, 4524)] == [True, True, True, True, False, False]
    assert spoken("EPSG:4524") == "CGCS2000 3度带第36带，东坐标带带号"
    assert spoken("EPSG:4545") == "CGCS2000 3度带，中央经线108°，不带带号"
    assert spoken(GCJ_02).startswith("GCJ-02")
