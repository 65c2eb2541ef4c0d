"""An empty county from a shipped outline or anybody's file."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from gisapp.errors import BadFile, BadRequest
from gisapp.services.county.check_county import check_county
from gisapp.services.county.new_county import new_county
from gisapp.spatial import crs
from gisapp.storage.county import counts, county_file, geopackage, settings
from tests.builders import EPSG, box
from tests.unit.readers.files import frame, geojson, square


def outline(path: Path) -> shapely.Geometry:
    with county_file.reading(path) as connection:
        [row] = connection.execute("SELECT geom FROM division WHERE level = 'county'").fetchall()
        return geopackage.decode([row[0]])[0]


@pytest.mark.parametrize("county", ["610921", "汉阴县", "汉阴", " 汉阴县 "])
def test_hanyin_is_made_by_code_or_name(county: str, tmp_path: Path) -> None:
    made = new_county(tmp_path / "a.gpkg", county=county, outline=None)
    assert (made.name, made.epsg) == ("汉阴县", 4545)
    with county_file.reading(tmp_path / "a.gpkg") as connection:
        assert connection.execute("SELECT code, name, level FROM division").fetchall() == [("610921", "汉阴县", "county")]
        assert (settings.crs(connection), settings.read(connection, "county_name"), settings.read(connection, "is_sample")) == (
            4545,
            "汉阴县",
            False,
        )
        assert counts.county(connection).households == 0
        assert check_county(connection).is_ok
    assert outline(tmp_path / "a.gpkg").area / 1e6 == pytest.approx(1365, rel=0.02)


def test_any_outline_in_any_crs_makes_a_county_in_its_own_zone(tmp_path: Path) -> None:
    west = shapely.box(86.9, 43.7, 87.1, 43.9)
    assert new_county(tmp_path / "a.gpkg", county=None, outline=geojson(tmp_path / "乌 '鲁'.geojson", [(west, {})])).name == "乌 '鲁'"
    with county_file.reading(tmp_path / "a.gpkg") as connection:
        assert settings.crs(connection) == crs.county_crs(87) == 4538
    frame([(box(0, 0, 500, 500), {}), (box(500, 0, 500, 500), {})], EPSG).to_file(tmp_path / "米.gpkg")
    new_county(tmp_path / "b.gpkg", county=None, outline=tmp_path / "米.gpkg", name="新县")
    assert outline(tmp_path / "b.gpkg").area == pytest.approx(1000 * 500, rel=1e-6)


def test_the_crs_can_be_chosen_if_it_is_in_metres(tmp_path: Path) -> None:
    assert new_county(tmp_path / "a.gpkg", county="汉阴县", outline=None, epsg=32649).epsg == 32649
    for epsg, words in ((4326, "不以米为单位"), (2263, "不以米为单位"), (999_999, "不认识坐标系"), (0, "不认识坐标系")):
        with pytest.raises(BadRequest, match=words):
            new_county(tmp_path / "b.gpkg", county="汉阴县", outline=None, epsg=epsg)
    assert not (tmp_path / "b.gpkg").exists()


def test_a_request_that_cannot_be_met_leaves_no_file(tmp_path: Path) -> None:
    points = geojson(tmp_path / "点.geojson", [(shapely.Point(108, 33), {})])
    frame([(square(), {"n": 1})]).to_file(tmp_path / "面.shp")
    (tmp_path / "面.prj").unlink()
    target = tmp_path / "新.gpkg"
    refusals: list[tuple[str, type[Exception], dict[str, object]]] = [
        ("二选一", BadRequest, {"county": None, "outline": None}),
        ("二选一", BadRequest, {"county": "汉阴县", "outline": points}),
        ("没有“岚皋县”的边界", BadRequest, {"county": "岚皋县", "outline": None}),
        ("没有可用的面", BadFile, {"county": None, "outline": points}),
        ("没有说明坐标系", BadFile, {"county": None, "outline": tmp_path / "面.shp"}),
        ("找不到文件", BadFile, {"county": None, "outline": tmp_path / "没有.geojson"}),
    ]
    for words, kind, request in refusals:
        with pytest.raises(kind, match=words):
            new_county(target, **request)  # type: ignore[arg-type]
        assert not target.exists()


def test_an_outline_far_from_its_crs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="范围内"):
        new_county(
            tmp_path / "a.gpkg", county=None, outline=geojson(tmp_path / "o.geojson", [(shapely.box(5e5, 3e6, 6e5, 4e6), {})]), epsg=4545
        )
    assert not (tmp_path / "a.gpkg").exists()


@pytest.mark.parametrize(("corner", "words"), [("1e308", "不是地球上的位置"), ("1e999", "没有可用的面"), ("NaN", "没有可用的面")])
def test_an_outline_with_an_impossible_corner_is_refused(tmp_path: Path, corner: str, words: str) -> None:
    rows = f"经度,纬度\n108,32\n{corner},33\n109,33\n"
    (tmp_path / "界.csv").write_text(rows, "utf-8")
    with pytest.raises(BadFile, match=words):
        new_county(tmp_path / "a.gpkg", county=None, outline=tmp_path / "界.csv")
    assert not (tmp_path / "a.gpkg").exists()


@pytest.mark.parametrize(("longitude", "epsg"), [(108.4, 4545), (109.49, 4545), (109.51, 4546), (75.0, 4534), (135.0, 4554), (73.5, 4534)])
def test_the_zone_is_the_nearest_three_degree_meridian(longitude: float, epsg: int) -> None:
    assert crs.county_crs(longitude) == epsg
