"""Runs from the command line: asked, asked again, listed, shown, compared; areas previewed, imported, drawn along a river."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from gisapp.storage.county import geopackage
from tests.builders import EAST, EPSG, NORTH, add_hazard, box, opened
from tests.stories.command import gisapp
from tests.unit.readers.files import geojson, square

Capsys = pytest.CaptureFixture[str]


def test_a_run_is_asked_again_with_a_buffer_and_compared(county: Path, capsys: Capsys) -> None:
    with opened(county) as db:
        add_hazard(db, box(0, 0, 150, 150), name="月河")
    first = gisapp(capsys, "--json", "affected", county, "--hazard", "月河").data
    assert (first["houses"], first["repeats"], first["combinations"]) == (
        1,
        None,
        [{"hazards": ["月河"], "houses": 1, "households": 2, "residents": 4}],
    )
    wide = gisapp(capsys, "--json", "affected", county, "--repeat", first["run"], "--buffer", 60).data
    assert (wide["houses"], wide["repeats"], wide["only_by_buffer"]["houses"]) == (2, first["run"], 1)
    assert (wide["compared"]["newly"]["houses"], wide["compared"]["first"]) == (1, first["run"])
    assert "没有水深栅格" in gisapp(capsys, "affected", county, "--repeat", first["run"], "--thresholds", "0.5").sentences[0]
    listed = gisapp(capsys, "--json", "runs", county).data["runs"]
    assert [(run["run"], run["houses"], run["buffer"]) for run in listed] == [(wide["run"], 2, 60.0), (first["run"], 1, 0.0)]
    shown = gisapp(capsys, "--json", "runs", county, "show", first["run"]).data
    assert {key: shown[key] for key in shown} == {key: first[key] for key in shown}
    compared = gisapp(capsys, "--json", "runs", county, "compare", first["run"], wide["run"]).data
    assert (compared["newly"]["houses"], compared["same"]["households"], compared["families"]) == (1, 2, [])
    assert "月河" in gisapp(capsys, "runs", county).out
    assert "新进入险区：1 处" in gisapp(capsys, "runs", county, "compare", first["run"], wide["run"]).out


def test_wrong_numbers_and_both_ways_of_asking_are_refused(county: Path, capsys: Capsys) -> None:
    assert "号数不对" in gisapp(capsys, "runs", county, "compare", 1).sentences[0]
    assert "没有研判第 7 号" in gisapp(capsys, "runs", county, "compare", 7, 8).sentences[0]
    assert "要么给 --hazard" in gisapp(capsys, "affected", county, "--hazard", "x", "--repeat", 1).sentences[0]
    assert "时间读不懂" in gisapp(capsys, "affected", county, "--hazard", "x", "--at-time", "今晚").sentences[0]


def test_areas_are_previewed_imported_again_and_counted(county: Path, capsys: Capsys, tmp_path: Path) -> None:
    source = geojson(tmp_path / "公报.geojson", [(square(), {"名称": "甲", "程度": "橙色预警"}), (None, {"名称": "乙", "程度": "红"})])
    [layer] = gisapp(capsys, "--json", "hazard", "preview", source).data["layers"]
    assert (layer["total"], layer["areas"], len(layer["refused"])) == (2, 1, 1)
    assert [(field["name"], field["samples"], field["means"]) for field in layer["fields"]] == [
        ("名称", ["甲"], "name"),
        ("程度", ["橙色预警"], "level"),
    ]
    counts = ("new", "changed", "same", "rejected")
    dry = gisapp(capsys, "--json", "import", county, source, "--as", "hazards", "--dry-run").data
    assert [dry[key] for key in counts] == [1, 0, 0, 1]
    added = gisapp(capsys, "--json", "hazard", "add", county, source, "--level-field", "程度", "--from", "2026-07-11").data
    assert [added[key] for key in counts] == [1, 0, 0, 1]
    [row] = gisapp(capsys, "--json", "hazard", "list", county).data["hazards"]
    assert (row["level"], row["valid_from"]) == ("orange", "2026-07-11")
    again = gisapp(capsys, "--json", "import", county, source, "--as", "hazards").data
    assert [again[key] for key in counts] == [0, 1, 0, 1]
    assert again["problems"][0]["reason"] == "没有图形"


def test_a_strip_along_a_river_is_kept_as_an_area(county: Path, capsys: Capsys) -> None:
    shape = shapely.MultiLineString([[(EAST, NORTH + 100), (EAST + 1000, NORTH + 100)]])
    with opened(county) as db:
        db["waterway"].insert({"uid": "w1", "geom": geopackage.encode(shape, EPSG), "name": "月河", "rank": 1})
    made = gisapp(capsys, "--json", "hazard", "along", county, "月河", 50, "--level", "橙").data
    assert (made["name"], round(made["area_ha"])) == ("月河两侧 50 米", 11)
    assert gisapp(capsys, "--json", "affected", county, "--hazard", made["name"]).data["houses"] == 2
