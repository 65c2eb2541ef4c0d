"""The hazard command: areas kept from a file, listed, removed and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from gisapp.spatial.china_shift import BD_09, from_wgs
from tests.stories.command import gisapp
from tests.unit.readers.files import geojson, square


def test_areas_of_a_file_are_kept_listed_removed_and_brought_back(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source = geojson(tmp_path / "河堤.geojson", [(square(), {"name": "河堤 <1>", "等级": "橙"}), (None, {"name": "空"})])
    added = gisapp(capsys, "--json", "hazard", "add", county, source).data
    assert (added["added"], added["total"], len(added["problems"])) == (1, 2, 1)
    [row] = gisapp(capsys, "--json", "hazard", "list", county).data["hazards"]
    assert (row["name"], row["level"]) == ("河堤 <1>", "orange")
    gisapp(capsys, "--json", "hazard", "remove", county, "河堤 <1>")
    assert gisapp(capsys, "--json", "hazard", "list", county).data["hazards"] == []
    gisapp(capsys, "--json", "undo", county)
    assert gisapp(capsys, "--json", "hazard", "list", county).data["hazards"] == [row]


def test_a_name_nobody_knows_is_refused_with_those_there_are(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "山洪" in gisapp(capsys, "hazard", "remove", county, "山洪").sentences[0]


def test_fields_and_words_for_levels_are_said_and_problems_written(
    county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = [(square(x), {"名称": f"点{x}", "易发": word, "单位": "县局"}) for x, word in ((0, "高易发"), (400, "低易发"), (800, ""))]
    source = geojson(tmp_path / "a.geojson", [*rows, *((None, {"名称": f"空{place}"}) for place in range(30))])
    out = tmp_path / "行.csv"
    words = ("--level-field", "易发", "--level-of", "高易发=红", "--level-of", "低易发=蓝", "--level", "黄", "--source-field", "单位")
    added = gisapp(capsys, "--json", "hazard", "add", county, source, *words, "--problems", out).data
    assert (added["added"], added["without_level"], added["fates"]) == (3, 1, {"empty": 30})
    rows_kept = gisapp(capsys, "--json", "hazard", "list", county).data["hazards"]
    assert {row["name"]: (row["level"], row["source"], row["validity"]) for row in rows_kept} == {
        "点0": ("red", "县局", "holds"),
        "点400": ("blue", "县局", "holds"),
        "点800": ("yellow", "县局", "holds"),
    }
    assert len(out.read_text("utf-8-sig").splitlines()) == 31
    told = gisapp(capsys, "hazard", "add", county, source, "--dry-run").out
    assert "另有 10 行" in told
    words = ("--level-field", "无", "--source-field", "无", "--source", "乡镇", "--to", "2020-01-01")
    none = gisapp(capsys, "--json", "hazard", "add", county, source, *words).data
    assert (none["added"], none["without_level"]) == (3, 3)
    marks = [row["validity"] for row in gisapp(capsys, "--json", "hazard", "list", county).data["hazards"]]
    assert sorted(marks) == ["expired"] * 3 + ["holds"] * 3
    assert "已过期" in gisapp(capsys, "hazard", "list", county).out


@pytest.mark.parametrize(
    ("words", "why"), [(("--level-of", "高易发"), "写得不对"), (("--level-of", "高=紫"), "紫"), (("--level-field", "没"), "没有字段")]
)
def test_words_that_do_not_fit_are_refused(
    county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    refused = gisapp(capsys, "hazard", "add", county, geojson(tmp_path / "a.geojson", [(square(), {"名称": "甲"})]), *words)
    assert refused.code == 2
    assert why in refused.sentences[0]


def test_coordinates_that_miss_the_county_are_refused_with_what_to_write(
    county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    swapped = shapely.transform(square(), lambda xy: xy[:, ::-1])
    source = geojson(tmp_path / "反.geojson", [(swapped, {"name": "甲"})])
    for command in (("hazard", "add", county, source), ("affected", county, "--hazard", source)):
        refused = gisapp(capsys, *command)
        assert "没有一处在本县" in refused.sentences[0]
        assert "--crs 4490 --swap-axes" in refused.sentences[1]
    assert gisapp(capsys, "--json", "hazard", "add", county, source, "--crs", "4490", "--swap-axes").data["added"] == 1
    again = gisapp(capsys, "--json", "hazard", "add", county, source, "--swap-axes").data
    assert (again["added"], again["same"]) == (0, 1)
    assert gisapp(capsys, "--json", "affected", county, "--hazard", source, "--swap-axes").data["houses"] > 0
    shifted = shapely.transform(square(900), lambda xy: from_wgs(xy, BD_09))
    other = geojson(tmp_path / "百度.geojson", [(shifted, {"name": "乙"})])
    gisapp(capsys, "--json", "hazard", "add", county, other, "--crs", "百度")
    rows = gisapp(capsys, "--json", "hazard", "list", county).data["hazards"]
    assert [row["area_ha"] for row in rows] == [9.0, 9.0]
    assert "不认识坐标系" in gisapp(capsys, "hazard", "add", county, other, "--crs", "火星人").sentences[0]
