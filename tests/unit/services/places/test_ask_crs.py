"""Coordinates that are not stated, or stated wrong, are asked about, with what fits the county named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray

from gisapp.services.places.ask_crs import CrsAsked, Ground, ask_about_shift, ask_about_units, code_of, source_of, surest, title_of
from gisapp.spatial import china_shift, crs
from gisapp.spatial.china_shift import BD_09, GCJ_02
from gisapp.spatial.shift import Shift, shift_of_places
from gisapp.spatial.source_crs import SourceCrs
from tests.builders import EAST, EPSG, NORTH, box, opened, tiny_county

DEGREES = SourceCrs("EPSG:4490")


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    with opened(tiny_county(tmp_path / "县.gpkg")) as db:
        yield Ground(db.conn)


def points(count: int = 30) -> NDArray[np.object_]:
    """Places along the county, in its own metres."""
    return shapely.points([(EAST + 60 * n + 100, NORTH + 50 * n + 100) for n in range(count)])


def as_written(epsg: int, *, is_swapped: bool = False) -> NDArray[np.object_]:
    there = crs.moved_shapes(points(), EPSG, epsg)
    return shapely.transform(there, lambda xy: xy[:, ::-1]) if is_swapped else there


def test_what_is_chosen_or_stated_rightly_is_not_asked_about(ground: Ground) -> None:
    chosen = SourceCrs("EPSG:4524")
    assert source_of(as_written(4490), "EPSG:4490", chosen=chosen, ground=ground) == chosen
    assert source_of(as_written(4524), "EPSG:4524", chosen=None, ground=ground) == chosen
    assert source_of(np.array([None], dtype=object), None, chosen=None, ground=ground) is None


@pytest.mark.parametrize(("epsg", "is_swapped"), [(4490, False), (4524, False), (4545, True), (4546, False)])
def test_unstated_coordinates_are_asked_about_with_what_fits(epsg: int, is_swapped: bool, ground: Ground) -> None:
    with pytest.raises(CrsAsked, match="没有说明坐标系：村界") as asked:
        source_of(as_written(epsg, is_swapped=is_swapped), None, chosen=None, ground=ground, title="村界")
    wanted = SourceCrs(f"EPSG:{epsg}", is_swapped)
    assert asked.value.proposals[0].source == wanted
    assert asked.value.stated is None
    assert f"--crs {code_of(wanted)}" in asked.value.next_step
    assert title_of(wanted) in asked.value.next_step


def test_a_wrong_statement_is_asked_about_and_named(ground: Ground) -> None:
    with pytest.raises(CrsAsked, match="没有一处在本县") as asked:
        source_of(as_written(4524), "EPSG:4525", chosen=None, ground=ground, title="村界")
    assert asked.value.stated == SourceCrs("EPSG:4525")
    assert asked.value.proposals[0].source == SourceCrs("EPSG:4524")


def test_a_statement_that_is_no_crs_is_none(ground: Ground) -> None:
    for stated in ("LOCAL_CS[]", "EPSG:999999", 'ENGCRS["local"]'):
        with pytest.raises(CrsAsked, match="没有说明坐标系"):
            source_of(as_written(4490), stated, chosen=None, ground=ground, title="村界")


def test_nothing_fits_another_county(ground: Ground) -> None:
    with pytest.raises(CrsAsked) as asked:
        source_of(shapely.points([(120.0, 30.0)]), None, chosen=None, ground=ground)
    assert asked.value.proposals == ()
    assert "向对方问明" in asked.value.next_step


def test_sure_metres_of_a_table_are_read_without_asking(ground: Ground) -> None:
    assert surest(as_written(4524), ground, title="表") == SourceCrs("EPSG:4524")
    with pytest.raises(CrsAsked):
        surest(shapely.points([(1.0, 1.0)]), ground, title="表")


def known_shift(shapes: NDArray[np.object_]) -> Shift | None:
    return shift_of_places(shapely.get_coordinates(shapes), shapely.get_coordinates(points()))


@pytest.mark.parametrize(("system", "code"), [(GCJ_02, "gcj02"), (BD_09, "bd09")])
def test_a_shift_that_a_conversion_takes_away_is_asked_about(system: str, code: str, ground: Ground) -> None:
    shifted = shapely.transform(
        points(), lambda xy: crs.to_metres(china_shift.from_wgs(crs.to_degrees(xy, EPSG), system), EPSG)
    )  # fmt: skip
    with pytest.raises(CrsAsked, match="整体向.+偏约") as asked:
        ask_about_shift(shifted, known_shift, DEGREES, ground, against="已有房屋")
    assert asked.value.proposals[0].source == SourceCrs(system)
    assert f"--crs {code}" in asked.value.next_step
    assert "照原样导入请用 --crs 4490" in asked.value.next_step


def test_an_unknown_shift_is_asked_about_and_a_small_one_is_not(ground: Ground) -> None:
    with pytest.raises(CrsAsked, match="向东偏约 70 米，不知道原因") as asked:
        ask_about_shift(shapely.transform(points(), lambda xy: xy + [70, 0]), known_shift, DEGREES, ground, against="县界")
    assert asked.value.proposals == ()
    ask_about_shift(shapely.transform(points(), lambda xy: xy + [49, 0]), known_shift, DEGREES, ground, against="县界")
    ask_about_shift(points(), lambda _: None, DEGREES, ground, against="县界")


def test_places_outside_the_units_they_name_are_asked_about_when_a_conversion_brings_them_in(ground: Ground) -> None:
    inside = shapely.points([(EAST + 1990 - n, NORTH + 400 + 90 * n) for n in range(30)])
    areas = np.full(30, box(0, 0, 2000, 4000), dtype=object)
    ask_about_units(inside, areas, DEGREES, ground)
    shifted = shapely.transform(inside, lambda xy: crs.to_metres(china_shift.wgs_to_gcj(crs.to_degrees(xy, EPSG)), EPSG))
    with pytest.raises(CrsAsked, match="只有 0% 的位置在所写的村里") as asked:
        ask_about_units(shifted, areas, DEGREES, ground)
    assert asked.value.proposals[0].source == SourceCrs(GCJ_02)
    ask_about_units(shifted[:19], areas[:19], DEGREES, ground)  # too few to tell
    ask_about_units(shapely.transform(inside, lambda xy: xy + [9_000, 0]), areas, DEGREES, ground)  # no conversion helps
