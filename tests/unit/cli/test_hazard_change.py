"""gisapp hazard change, remove, along with every fact."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from gisapp.storage.county import geopackage
from tests.builders import EAST, EPSG, NORTH, add_hazard, box, opened
from tests.stories.command import gisapp
from tests.unit.readers.files import geojson, square

Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def flooded(county: Path) -> Path:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 150, 150), name="月河", level="red")
        add_hazard(db, box(0, 0, 300, 300), name="月河", level="orange")
    return county


def listed(capsys: Capsys, county: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = gisapp(capsys, "--json", "hazard", "list", county).data["hazards"]
    return found


def test_facts_and_border_are_changed_by_name_or_number_and_undone(flooded: Path, capsys: Capsys, tmp_path: Path) -> None:
    before = listed(capsys, flooded)
    words = ("--name", "汉江", "--kind", "泥石流", "--source", "公报", "--from", "2026年7月11日", "--to", "2026-07-14T20:00")
    done = gisapp(capsys, "--json", "hazard", "change", flooded, "月河", *words).data
    assert (done["label"], done["areas"]) == ("修改风险区 2 个：汉江", 2)
    path = geojson(tmp_path / "边界.geojson", [(square(0, 0, 400), {}), (square(1000, 0, 400), {})])
    gisapp(capsys, "--json", "hazard", "change", flooded, "#2", "--level", "蓝", "--to", "无", "--shape", path).data  # noqa: B018
    red, blue = listed(capsys, flooded)
    assert red | {"id": 1, "area_ha": 2.25} == red
    assert (red["name"], red["kind"], red["valid_from"], red["valid_to"]) == ("汉江", "debris_flow", "2026-07-11", "2026-07-14T20:00")
    assert (blue["id"], blue["level"], blue["area_ha"], blue["valid_to"]) == (2, "blue", pytest.approx(32, abs=0.1), None)
    assert "2026-07-11 至 不限" in gisapp(capsys, "hazard", "list", flooded).out
    gisapp(capsys, "undo", flooded)
    gisapp(capsys, "undo", flooded)
    assert listed(capsys, flooded) == before


def test_what_changes_nothing_says_so_and_what_cannot_be_is_one_sentence(flooded: Path, capsys: Capsys, tmp_path: Path) -> None:
    assert gisapp(capsys, "--json", "hazard", "change", flooded, "1", "--level", "red").data["entry"] is None
    path = geojson(tmp_path / "边界.geojson", [(square(0, 0, 400), {})])
    for words, why in (
        (("月河", "--shape", path), "只能给一个"),
        (("1", "--from", "2026-07-14", "--to", "2026-07-11"), "结束早于开始"),
        (("1", "--from", "昨天"), "时间读不懂"),
        (("1", "--level", "紫"), "没有名为“紫”的等级"),
        (("汉江", "--level", "红"), "没有名为“汉江”的风险区"),
    ):
        assert why in gisapp(capsys, "hazard", "change", flooded, *words).sentences[0]


def test_several_areas_are_removed_at_once(flooded: Path, capsys: Capsys) -> None:
    assert gisapp(capsys, "--json", "hazard", "remove", flooded, "1", "2").data["areas"] == 2
    assert listed(capsys, flooded) == []
    gisapp(capsys, "undo", flooded)
    assert len(listed(capsys, flooded)) == 2


def test_a_strip_along_a_river_takes_every_fact(county: Path, capsys: Capsys) -> None:
    with opened(county) as db:
        shape = shapely.MultiLineString([[(EAST, NORTH + 100), (EAST + 500, NORTH + 100)]])
        db["waterway"].insert({"uid": "w1", "geom": geopackage.encode(shape, EPSG), "name": "月河", "rank": 1})
    words = ("--name", "月河洪水", "--level", "橙", "--kind", "山洪", "--source", "水文站", "--from", "2026-07-11", "--to", "2026-07-14")
    gisapp(capsys, "--json", "hazard", "along", county, "月河", 50, *words).data  # noqa: B018
    [area] = listed(capsys, county)
    assert (area["name"], area["level"], area["kind"], area["source"]) == ("月河洪水", "orange", "flash_flood", "水文站")
    assert (area["valid_from"], area["valid_to"]) == ("2026-07-11", "2026-07-14")
