"""Maps of other offices through the commands: looked at, asked about, imported, corrected."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from python_calamine import CalamineWorkbook

from gisapp.spatial import china_shift, crs
from tests.builders import opened
from tests.stories.command import gisapp
from tests.unit.readers.files import Feature, geojson
from tests.unit.readers.ledgers import workbook
from tests.unit.services.map_files import at, cell, gpkg, place_of, shp
from tests.unit.storage.contents import contents, difference


def in_zone(features: tuple[Feature, ...], epsg: int) -> list[Feature]:
    move = crs.mover(4490, epsg)
    return [(None if shape is None else move(shape), fields) for shape, fields in features]


GRIDS: tuple[Feature, ...] = (
    (cell(0, 0), {"网格编号": "G001", "网格名称": "第01网格", "所属村": "西山村"}),
    (cell(2000, 0), {"网格编号": "G002", "网格名称": "沿河网格", "所属村": "东社区"}),
)


def test_a_map_is_looked_at_before_it_is_imported(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = shp(tmp_path / "网格.shp", in_zone(GRIDS, 4524), epsg=4524)
    path.with_suffix(".prj").unlink()
    data = gisapp(capsys, "--json", "look", path, "--for", county).data
    [layer] = data["layers"]
    assert (layer["name"], layer["geometry"], layer["rows"], layer["crs"]) == ("网格", "面", 2, None)
    assert layer["proposals"][0]["code"] == "4524"
    assert layer["fields"][1] == {"name": "网格名称", "samples": ["第01网格", "沿河网格"]}
    assert layer["first_rows"][0] == ["G001", "第01网格", "西山村"]
    assert data["encoding"] == "gb18030"
    assert any(sample["encoding"] == "gb18030" and "西山村" in sample["text"] for sample in data["samples"])
    said = gisapp(capsys, "look", path, "--for", county).out
    assert "像是 CGCS2000 3度带第36带，东坐标带带号" in said
    assert "--crs 4524" in said


def test_unstated_coordinates_are_refused_with_the_proposals_named(
    county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shp(tmp_path / "网格.shp", in_zone(GRIDS, 4546), epsg=4546)
    path.with_suffix(".prj").unlink()
    before = county.read_bytes()
    sentences = " ".join(gisapp(capsys, "import", county, path, "--as", "grids").sentences)
    assert "没有说明坐标系" in sentences
    assert "--crs 4546" in sentences
    assert county.read_bytes() == before
    data = gisapp(capsys, "--json", "import", county, path, "--as", "grids", "--crs", "4546").data
    assert (data["new"], data["changed"], data["same"], data["rejected"]) == (0, 1, 1, 0)
    assert data["crs"] == "CGCS2000 3度带，中央经线111°，不带带号"
    assert {"gaps", "overlaps", "houses_outside_grids", "rehomed"} <= set(data["figures"])
    again = gisapp(capsys, "--json", "import", county, path, "--as", "grids", "--crs", "4546").data
    assert (again["new"], again["changed"], again["same"], again["entry"]) == (0, 0, 2, None)
    gisapp(capsys, "--json", "undo", county)
    assert gisapp(capsys, "--json", "import", county, path, "--as", "grids", "--crs", "4546", "--dry-run").data["changed"] == 1


def test_a_dry_run_writes_nothing(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = county.read_bytes()
    data = gisapp(capsys, "--json", "import", county, gpkg(tmp_path / "a.gpkg", GRIDS), "--as", "grids", "--dry-run").data
    assert (data["changed"], data["entry"]) == (1, None)
    assert county.read_bytes() == before


@pytest.mark.parametrize("made", [gpkg, geojson])
def test_refused_rows_of_a_map_are_corrected_in_their_workbook_and_imported(
    made, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:  # type: ignore[no-untyped-def]
    features: tuple[Feature, ...] = (
        *GRIDS,
        (cell(0, 2000, 2000, 900), {"网格编号": "G003", "网格名称": "北格", "所属村": "西三村"}),
        (cell(90_000, 0), {"网格编号": "G009", "网格名称": "远格", "所属村": "西山村"}),
    )
    path, problems = made(tmp_path / f"网格.{made.__name__}", features), tmp_path / "问题.xlsx"
    data = gisapp(capsys, "--json", "import", county, path, "--as", "grids", "--problems", problems).data
    assert (data["changed"], data["same"], data["rejected"]) == (1, 1, 2)
    rows = CalamineWorkbook.from_path(str(problems)).get_sheet_by_index(0).to_python()
    assert rows[0] == ["网格编号", "网格名称", "所属村", "图形WKT", "原因", "行号"]
    assert (rows[1][5], rows[2][5]) == (3, 4)
    assert "西三村" in rows[1][4]
    assert rows[2][3].startswith("POLYGON")
    rows[1][2] = "西山村"
    fixed = gisapp(capsys, "--json", "import", county, workbook(tmp_path / "改好.xlsx", rows), "--as", "grids").data
    assert (fixed["new"], fixed["changed"], fixed["rejected"], fixed["unused"]) == (0, 1, 1, [])
    with opened(county) as db:
        assert db.execute("SELECT name FROM grid WHERE code = 'G003'").fetchone() == ("北格",)


def test_safe_sites_and_houses_of_a_map_come_in_and_are_taken_back(
    county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(county) as db:
        before = contents(db.conn)
    sites = gpkg(tmp_path / "避险点.gpkg", [(at(500, 500), {"名称": "西山村委会", "容量": "80"})])
    assert gisapp(capsys, "--json", "import", county, sites, "--as", "safe-sites").data["new"] == 1
    houses = gpkg(tmp_path / "房.gpkg", [(cell(700, 700, 20, 20), {"门牌": "西山村7组1号"})])
    assert gisapp(capsys, "--json", "import", county, houses, "--as", "houses").data["new"] == 1
    gisapp(capsys, "undo", county)
    gisapp(capsys, "undo", county)
    with opened(county) as db:
        assert difference(before, contents(db.conn)) == {}


def test_base_is_roads_or_rivers(county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    road = shapely.LineString([at(0, 0), at(900, 900)])
    path = shp(tmp_path / "道路.shp", [(road, {"路名": "通村路"})])
    assert gisapp(capsys, "--json", "import", county, path, "--as", "base").data["new"] == 1


@pytest.mark.parametrize(
    ("words", "hint"),
    [(("--as", "residents"), "不能从图形文件导入"), (("--as", "grids", "--crs", "火箭"), "不认识坐标系"),
     (("--as", "grids", "--layer", "无"), "没有图层"),
     (("--as", "roads"), "没有能作道路的图层"), (("--as", "grids", "--encoding", "klingon"), "klingon")],
)  # fmt: skip
def test_a_bad_request_is_a_sentence_and_writes_nothing(
    words: tuple[str, ...], hint: str, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, before = shp(tmp_path / "网格.shp", GRIDS), county.read_bytes()
    assert hint in " ".join(gisapp(capsys, "import", county, path, *words).sentences)
    assert county.read_bytes() == before


@pytest.mark.parametrize(("system", "code"), [("GCJ-02", "gcj02"), ("BD-09", "bd09"), (None, "4524")])
def test_homes_in_a_ledger_of_people_are_converted_as_said(
    system: str | None, code: str, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    xy = shapely.get_coordinates(at(700, 700))
    x, y = crs.moved(xy, 4490, 4524)[0] if system is None else china_shift.from_wgs(xy, system)[0]
    path = tmp_path / "户.csv"
    path.write_text(
        f"户编号,户主姓名,性别,出生日期,现住址,村,经度,纬度\nH900,王五,男,1970-01-02,西山村9组1号,西山村,{x:.8f},{y:.8f}\n",
        encoding="utf-8-sig",
    )
    data = gisapp(capsys, "--json", "import", county, path, "--as", "households", "--crs", code).data
    assert (data["new"], data["rejected"]) == (1, 0), data["problems"]
    assert place_of(county, "house", "number = '西山村9组1号'").equals_exact(shapely.Point(700, 700), 0.2)
    again = gisapp(capsys, "--json", "import", county, path, "--as", "households", "--crs", code).data
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 1)


def test_roads_have_no_empty_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "只能从图形文件导入" in " ".join(gisapp(capsys, "template", "roads", tmp_path / "路.xlsx").sentences)


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "shp", "kml"])
@pytest.mark.parametrize("what", ["grids", "divisions", "settlements", "houses", "safe-sites"])
def test_what_the_county_gave_out_comes_back_the_same(
    what: str, ending: str, county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"{what}.{ending}"
    rows = gisapp(capsys, "--json", "export", county, out, "--what", what).data["rows"]
    back = gisapp(capsys, "--json", "import", county, out, "--as", what).data
    assert (back["new"], back["changed"], back["same"], back["rejected"], back["entry"]) == (0, 0, rows, 0, None)
    assert rows > 0
