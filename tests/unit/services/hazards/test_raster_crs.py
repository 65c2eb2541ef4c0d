"""In which coordinates a raster is read: as stated where that meets the county, else asked about with what would meet it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.errors import BadFile, BadRequest
from gisapp.readers.raster_place import RasterPlace
from gisapp.services.hazards.raster_crs import frame_of, places_on, proposals_for, raster_crs
from gisapp.services.places.ask_crs import CrsAsked, Ground
from gisapp.spatial import crs
from gisapp.spatial.china_shift import GCJ_02
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import county_file
from tests.builders import EAST, EPSG, NORTH

FILE = Path("水深.tif")
ZONES = [EPSG, 4546, 4544, 4524, 4525, 4490, 4326, 3857]
"""The county's own, its neighbours without and with the zone's number, degrees, web maps."""


@pytest.fixture(scope="module")
def ground(made_county: Path) -> Ground:
    with county_file.reading(made_county) as connection:
        return Ground(connection)


def raster(
    epsg: int, *, west: float = 0, south: float = 0, wide: float = 3_000, high: float = 3_000, says: int | None = None
) -> RasterPlace:
    """A raster over this part of the small county (metres from its corner), written in ``epsg``."""
    here = shapely.box(EAST + west, NORTH + south, EAST + west + wide, NORTH + south + high)
    x0, y0, x1, y1 = crs.mover(EPSG, epsg)(here).bounds
    stated = None if says is None else crs.crs_wkt(says)
    return RasterPlace(stated, ((x1 - x0) / 90, 0.0, x0, 0.0, -(y1 - y0) / 60, y1), (60, 90))


@pytest.mark.parametrize("epsg", ZONES)
def test_what_the_file_states_is_taken_where_it_meets_the_county(ground: Ground, epsg: int) -> None:
    place = raster(epsg, says=epsg)
    assert raster_crs(place, FILE, ground) == place.crs


@pytest.mark.parametrize("epsg", ZONES)
def test_unstated_coordinates_are_proposed_by_where_they_would_lie(ground: Ground, epsg: int) -> None:
    with pytest.raises(CrsAsked, match="没有说明坐标系：水深.tif") as asked:
        raster_crs(raster(epsg), FILE, ground)
    first = asked.value.proposals[0]
    meant = {4326: 4490}.get(epsg, epsg)
    assert first.source == SourceCrs(f"EPSG:{meant}")
    assert f"--crs {meant}" in asked.value.next_step
    assert raster_crs(raster(epsg), FILE, ground, chosen=first.source) == first.source.text


@settings(max_examples=25, deadline=None)
@given(scale=st.floats(0.02, 40), east=st.floats(-0.3, 0.3), north=st.floats(-0.3, 0.3))
def test_one_valley_or_a_whole_province_meets_the_county_alike(ground: Ground, scale: float, east: float, north: float) -> None:
    assert ground.outline is not None
    west, south, right, top = ground.outline.bounds
    wide, high = (right - west) * scale, (top - south) * scale
    middle = ((west + right) / 2 + east * (right - west) - EAST, (south + top) / 2 + north * (top - south) - NORTH)
    place = raster(EPSG, west=middle[0] - wide / 2, south=middle[1] - high / 2, wide=wide, high=high)
    found = proposals_for(place, ground)
    assert [one.source.text for one in found] == [f"EPSG:{EPSG}"]


def test_coordinates_that_miss_the_county_are_doubted_and_the_fitting_ones_proposed(ground: Ground) -> None:
    with pytest.raises(CrsAsked, match="没有一处在本县") as asked:
        raster_crs(raster(EPSG, says=4546), FILE, ground)
    assert asked.value.proposals[0].source.text == f"EPSG:{EPSG}"
    assert asked.value.stated is not None


def test_a_raster_that_fits_nowhere_is_refused(ground: Ground) -> None:
    elsewhere = raster(EPSG, west=400_000, south=200_000, says=EPSG)
    with pytest.raises(BadFile, match="栅格不在本县"):
        raster_crs(elsewhere, FILE, ground)
    with pytest.raises(CrsAsked) as asked:
        raster_crs(replace(elsewhere, crs=None), FILE, ground)
    assert asked.value.proposals == ()


@pytest.mark.parametrize("chosen", [SourceCrs(GCJ_02), SourceCrs("EPSG:4490", is_swapped=True)])
def test_only_numbered_coordinates_can_be_said_of_a_raster(ground: Ground, chosen: SourceCrs) -> None:
    with pytest.raises(BadRequest, match="只能写 EPSG 编号"):
        raster_crs(raster(EPSG), FILE, ground, chosen=chosen)


def test_the_frame_of_a_turned_raster_holds_its_places() -> None:
    turned = RasterPlace(None, (8.0, -6.0, EAST, -6.0, -8.0, NORTH), (30, 50))
    frame = frame_of(turned, f"EPSG:{EPSG}", EPSG)
    assert frame.area == pytest.approx(30 * 50 * 100)
    xy = places_on(turned)
    assert shapely.dwithin(frame, shapely.points(xy), 1e-6).all()
    assert np.allclose(xy.min(axis=0), frame.bounds[:2])
