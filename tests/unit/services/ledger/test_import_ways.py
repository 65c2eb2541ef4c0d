"""Roads and rivers of a base map: new ones come in, the same lines stay, a redrawn one is brought up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadRequest
from gisapp.services.ledger.map_table import kind_of_base
from gisapp.services.ledger.way_rows import rank_of
from tests.unit.readers.files import Feature, geojson
from tests.unit.services.map_files import at, cell, gpkg, imported, outcome, place_of, previewed, reasons, shp, sql, told


def line(*places: tuple[float, float]) -> shapely.Geometry:
    return shapely.LineString([at(x, y) for x, y in places])


ROADS: tuple[Feature, ...] = (
    (line((0, 100), (4000, 120)), {"路名": "G316国道", "等级": "二级公路"}),
    (line((100, 0), (120, 900)), {"路名": "通村路", "等级": "四级"}),
    (line((100, 0), (120, 900)), {"路名": "", "等级": ""}),
)


def test_roads_come_in_with_their_rank_and_the_same_file_again_is_the_same(county: Path, tmp_path: Path) -> None:
    plan = imported(county, shp(tmp_path / "道路.shp", ROADS), "roads").plan
    assert outcome(plan) == (3, 0, 0, 0)
    assert sql(county, "SELECT name, rank FROM road ORDER BY id") == [("G316国道", 2), ("通村路", 3), ("", 3)]
    redrawn = ((line((0, 100), (2000, 300), (4000, 120)), {"路名": "G316国道", "等级": "二级公路"}),)
    plan = imported(county, gpkg(tmp_path / "新.gpkg", redrawn), "roads").plan
    assert told(plan) == {1: [("走向", "", "长 4.0 公里")]}
    assert len(shapely.get_coordinates(place_of(county, "road", "name = 'G316国道'"))) == 3


def test_rivers_as_lines_and_other_shapes_are_told_apart(county: Path, tmp_path: Path) -> None:
    features: tuple[Feature, ...] = (
        (line((0, 2000), (4000, 2100)), {"河名": "月河", "类别": "干流"}),
        (cell(0, 0, 90, 90), {"河名": "水库", "类别": "面"}),
        (None, {"河名": "无", "类别": ""}),
        (line((80_000, 0), (90_000, 0)), {"河名": "远河", "类别": ""}),
    )
    plan = imported(county, geojson(tmp_path / "水系.geojson", features), "waterways").plan
    assert outcome(plan) == (1, 0, 0, 3)
    assert reasons(plan)[2] == "不是线：Polygon"
    assert reasons(plan)[3] == "没有图形"
    assert reasons(plan)[4].startswith("在本县之外")
    assert sql(county, "SELECT name, rank FROM waterway WHERE name = '月河'") == [("月河", 1)]


def test_base_is_roads_or_rivers_by_the_names_in_the_file(county: Path, tmp_path: Path) -> None:
    assert kind_of_base(shp(tmp_path / "道路.shp", ROADS), ()) is LedgerKind.ROADS
    assert kind_of_base(gpkg(tmp_path / "水系.gpkg", ((line((0, 0), (9, 9)), {"hlmc": "月河"}),)), ()) is LedgerKind.WATERWAYS
    with pytest.raises(BadRequest, match="看不出是道路还是河流"):
        kind_of_base(gpkg(tmp_path / "线.gpkg", ((line((0, 0), (9, 9)), {"名": "甲"}),)), ())


def test_a_table_of_wkt_lines_is_read(county: Path, tmp_path: Path) -> None:
    path = tmp_path / "路.csv"
    path.write_text(f'道路名称,图形WKT\n机耕路,"{line((0, 0), (900, 900)).wkt}"\n坏路,LINESTRING(\n', encoding="utf-8")
    plan = previewed(county, path, "roads")
    assert outcome(plan) == (1, 0, 0, 1)
    assert reasons(plan) == {3: "WKT 读不懂"}


@pytest.mark.parametrize(
    ("text", "name", "is_road", "rank"),
    [("高速公路", "", True, 1), ("", "S207", True, 2), ("", "X101县道", True, 2), ("村道", "", True, 3), ("1", "", True, 1),
     ("", "汉江", False, 1), ("", "月河", False, 2), ("沟渠", "", False, 3), ("9", "", False, 3)],
)  # fmt: skip
def test_the_rank_is_told_by_class_code_or_name(text: str, name: str, is_road: bool, rank: int) -> None:
    assert rank_of(text, name, is_road=is_road) == rank
