"""The drainage of the sample county's terrain against pyflwdir, which shares no line with ours (and is used by this test alone).

What is exact: filling; cells drained and heights above the drainage along the same ways. Ways themselves differ by rule: ours follow
the steepest slope, pyflwdir's the order in which a flood from outside comes to each cell, so that a cell may run to another part
of the same stream. Stated tolerance where pyflwdir follows its own ways: the ground within reach of 5, 10 and 20 m differs by at
most 6 % in area, and at least 88 % of the homes have the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gisapp.services.hazards.prepare_drainage import Ground, frame_of, ground_of, own_terrain
from gisapp.services.hazards.raise_river import RiverRise, raise_river
from gisapp.spatial.drainage import Drainage, drainage_of, height_above
from gisapp.storage.county import county_file
from gisapp.storage.places import layers

D8 = np.array([64, 1, 4, 16, 128, 2, 8, 32, 0, 247], np.uint8)
"""Our codes in pyflwdir's: powers of two clockwise from the east, 0 = an end, 247 = no value."""
STREAM_CELLS = 400
NO_HEIGHT = -9999.0


@dataclass(frozen=True)
class Both:
    """The same heights drained by both, known waterways left aside."""

    ours: Drainage
    ground: Ground
    rise: RiverRise
    houses: np.ndarray
    surface: np.ndarray
    ways: Any
    drained: np.ndarray

    @property
    def streams(self) -> np.ndarray:
        return self.ours.drained >= STREAM_CELLS


@pytest.fixture(scope="module")
def both(sample_county: Path) -> Both:
    import pyflwdir  # compiles for some seconds

    with county_file.reading(sample_county) as connection:
        terrain = own_terrain(connection)
        ground = ground_of(connection, terrain)
        rise = raise_river(connection, ground)
        houses = frame_of(terrain).index_of(layers.house_points(connection)[1])
    heights = terrain.plain_steps()
    assert not np.isnan(heights).any()
    surface, codes = pyflwdir.dem.fill_depressions(heights, nodata=NO_HEIGHT)
    ways = pyflwdir.from_array(codes, ftype="d8")
    return Both(drainage_of(heights), ground, rise, houses, surface, ways, ways.upstream_area("cell"))


def along_our_ways(drainage: Drainage) -> Any:
    import pyflwdir

    return pyflwdir.from_array(D8[drainage.ways], ftype="d8")


def test_filling_is_the_same_to_the_last_cell(both: Both) -> None:
    np.testing.assert_array_equal(both.ours.surface, both.surface)


def test_cells_drained_are_the_same_along_the_same_ways(both: Both) -> None:
    np.testing.assert_array_equal(both.ours.drained, along_our_ways(both.ours).upstream_area("cell"))


def test_heights_above_the_drainage_are_the_same_along_the_same_ways(both: Both) -> None:
    ours = height_above(both.ours, both.streams)
    theirs = along_our_ways(both.ours).hand(drain=both.streams, elevtn=both.ours.surface)
    known = ~np.isnan(ours)
    assert known.mean() > 0.99
    np.testing.assert_array_equal(ours[known], theirs[known])


def test_heights_above_known_waterways_are_the_same_along_the_same_ways(both: Both) -> None:
    made, rivers = both.ground.drainage, both.ground.waterways
    ours = height_above(made, rivers, waterways=rivers)
    theirs = along_our_ways(made).hand(drain=rivers, elevtn=made.surface)
    known = ~np.isnan(ours)
    np.testing.assert_array_equal(ours[known], np.maximum(theirs[known], 0))


@pytest.mark.parametrize("level_m", [5, 10, 20])
def test_along_its_own_ways_nearly_the_same_ground_and_homes_are_within_reach(both: Both, level_m: int) -> None:
    ours = height_above(both.ours, both.streams) <= level_m
    theirs = both.ways.hand(drain=both.drained >= STREAM_CELLS, elevtn=both.surface) <= level_m
    assert abs(ours.sum() / theirs.sum() - 1) < 0.06
    assert (ours.ravel()[both.houses] == theirs.ravel()[both.houses]).mean() > 0.88


def test_the_figures_of_the_slider_are_those_of_the_heights(both: Both) -> None:
    made = both.ground
    streams = made.waterways | (made.drainage.drained >= STREAM_CELLS)
    theirs = np.maximum(along_our_ways(made.drainage).hand(drain=streams, elevtn=made.drainage.surface), 0)
    for level_m in (1, 3, 8):
        wet = (theirs <= level_m) & (both.rise.above != 65_535)
        assert both.rise.at(level_m).area_ha == wet.sum() * made.frame.cell_m**2 / 10_000
        assert abs(int(wet.ravel()[both.houses].sum()) - both.rise.at(level_m).houses) <= 5  # homes on the very border of two cells
