"""Hazard areas drawn or read: repaired, named, and at once tied to the houses in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely
from sqlite_utils import Database

from gisapp.domain.change import Kind
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.errors import BadRequest
from gisapp.services.county.undo import undo
from gisapp.services.hazards.save_hazard import area_from_corners, remove_hazards, save_hazards
from gisapp.storage.hazards.hazards import HazardArea, all_areas
from tests.builders import EAST, NORTH, box, opened


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        yield db


def drawn(*corners: tuple[float, float], name: str = "月河") -> HazardArea:
    placed = [(EAST + x, NORTH + y) for x, y in corners]
    return area_from_corners(placed, name=name, kind=HazardKind.FLOOD, level=HazardLevel.RED, source="绘制")


def houses(db: Database) -> list[tuple[int, int]]:
    return db.execute("SELECT hazard_area_id, house_id FROM house_hazard ORDER BY 1, 2").fetchall()


def test_a_drawn_area_is_saved_with_the_houses_in_it(db: Database) -> None:
    change = save_hazards(db, [drawn((0, 0), (300, 0), (300, 300), (0, 300))], who="甲")
    assert (change.label, change.kinds) == ("新增风险区：月河", (Kind.HAZARD,))
    assert change.ids is not None
    [hazard] = change.ids
    assert houses(db) == [(hazard, 1), (hazard, 3)]
    [area] = all_areas(db.conn)
    assert area.geometry.equals(box(0, 0, 300, 300))


def test_a_bow_tie_is_repaired_into_its_two_halves(db: Database) -> None:
    area = drawn((0, 0), (300, 300), (300, 0), (0, 300))
    assert area.geometry.is_valid
    assert area.geometry.area == pytest.approx(2 * 300 * 150 / 2)


@pytest.mark.parametrize("corners", [[], [(0, 0)], [(0, 0), (9, 9)], [(0, 0), (5, 5), (9, 9)], [(1, 1), (1, 1), (1, 1)]])
def test_corners_that_enclose_nothing_are_refused(corners: list[tuple[float, float]]) -> None:
    with pytest.raises(BadRequest, match="角点|没有面积"):
        drawn(*corners)


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_an_area_without_a_name_is_refused(name: str) -> None:
    with pytest.raises(BadRequest, match="没有名称"):
        drawn((0, 0), (9, 0), (9, 9), name=name)


def test_nothing_to_save_is_refused_and_not_recorded(db: Database) -> None:
    with pytest.raises(BadRequest, match="没有可以保存"):
        save_hazards(db, [], who="甲")
    assert db.execute("SELECT count(*) FROM history").fetchone()[0] == 0


def test_of_several_areas_either_all_are_saved_or_none(db: Database) -> None:
    good = drawn((0, 0), (9, 0), (9, 9))
    line = HazardArea(None, "线", HazardKind.FLOOD, HazardLevel.RED, "", None, None, shapely.LineString([(0, 0), (9, 9)]))
    with pytest.raises(BadRequest, match="没有面积"):
        save_hazards(db, [good, line], who="甲")
    assert all_areas(db.conn) == []


def test_removed_areas_take_their_houses_with_them_and_undo_brings_both_back(db: Database) -> None:
    change = save_hazards(db, [drawn((0, 0), (300, 0), (300, 300), (0, 300)), drawn((0, 0), (150, 0), (150, 150), name="滑坡")], who="甲")
    before = houses(db)
    removed = remove_hazards(db, change.ids or (), who="甲")
    assert (removed.label, houses(db)) == ("删除风险区 2 个", [])
    undo(db, who="甲")
    assert houses(db) == before
    assert {area.name for area in all_areas(db.conn)} == {"月河", "滑坡"}
