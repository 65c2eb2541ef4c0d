"""Divisions of an official list or map: found by code or name, renamed with the old name kept, new ones under their parent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.services.ledger.division_rows import level_of, official_code
from gisapp.services.ledger.outcome import RowRefused
from gisapp.services.places.ask_crs import CrsAsked
from gisapp.spatial import china_shift
from gisapp.spatial.source_crs import SourceCrs
from tests.builders import opened
from tests.unit.readers.files import Feature
from tests.unit.services.map_files import cell, doubts, gpkg, imported, outcome, previewed, reasons, shp, sql, taken_in, told

OURS: tuple[Feature, ...] = (
    (cell(0, 0, 4000, 4000), {"XZQDM": "610999", "XZQMC": "测试县"}),
    (cell(0, 0, 2000, 4000), {"XZQDM": "610999100", "XZQMC": "西镇"}),
    (cell(2000, 0, 2000, 4000), {"XZQDM": "610999101000", "XZQMC": "东镇"}),
    (cell(0, 0, 2000, 4000), {"XZQDM": "610999100201", "XZQMC": "西山村民委员会"}),
    (cell(2000, 0, 2000, 4000), {"XZQDM": "610999101001", "XZQMC": "东社区"}),
)


def test_our_own_divisions_back_from_an_official_map_are_the_same(county: Path, tmp_path: Path) -> None:
    assert outcome(imported(county, shp(tmp_path / "区划.shp", OURS), "divisions").plan) == (0, 0, 5, 0)


def test_new_villages_and_names_and_borders_come_in_with_the_old_name_kept(county: Path, tmp_path: Path) -> None:
    features: tuple[Feature, ...] = (
        (cell(0, 0, 2000, 1000), {"代码": "610999100202", "名称": "南村", "级别": "村"}),
        (cell(0, 1000, 2000, 3000), {"代码": "610999100201", "名称": "西岭村", "级别": "村"}),
        (cell(2000, 0, 2000, 4000), {"代码": "610999101001", "名称": "东社区", "级别": "社区"}),
    )
    plan = imported(county, gpkg(tmp_path / "村界.gpkg", features), "divisions").plan
    assert outcome(plan) == (1, 1, 1, 0)
    assert told(plan) == {2: [("名称", "西山村", "西岭村"), ("边界", "800.00 公顷", "600.00 公顷")]}
    assert sql(county, "SELECT name, to_date, reason FROM division_name WHERE division_id = 4") == [("西山村", "2026-07-12", "rename")]
    assert sql(county, "SELECT name, level, parent_id FROM division WHERE code = '610999100202'") == [("南村", "village", 2)]
    old_name = ((cell(0, 1000, 2000, 3000), {"代码": "610999100201", "名称": "西山村", "级别": "村"}),)
    plan = previewed(county, gpkg(tmp_path / "旧.gpkg", old_name), "divisions", source=SourceCrs("EPSG:4490"))
    assert outcome(plan) == (0, 0, 1, 0)
    assert doubts(plan) == {1: ["这是西岭村的旧名，名称没有改"]}


def test_a_spreadsheet_of_divisions_needs_no_shapes(county: Path, tmp_path: Path) -> None:
    path = tmp_path / "代码.csv"
    path.write_text("行政区划代码,行政区划名称\n610999102,北镇\n610999102200,北村\n610999102001,北关社区\n", encoding="gb18030")
    assert outcome(imported(county, path, "divisions").plan) == (3, 0, 0, 0)
    made = sql(county, "SELECT d.name, d.level, p.name FROM division d JOIN division p ON p.id = d.parent_id WHERE d.id > 5 ORDER BY d.id")
    assert made == [("北镇", "town", "测试县"), ("北村", "village", "北镇"), ("北关社区", "community", "北镇")]


def test_rows_that_cannot_be_taken_are_refused_one_by_one(county: Path, tmp_path: Path) -> None:
    features: tuple[Feature, ...] = (
        (None, {"代码": "610999100201", "名称": "西山村", "上级": ""}),
        (cell(0, 0, 2000, 4000), {"代码": "61099", "名称": "西山村", "上级": ""}),
        (cell(0, 0, 2000, 4000), {"代码": "611000", "名称": "别县", "上级": ""}),
        (cell(0, 0, 2000, 4000), {"代码": "", "名称": "新村", "上级": ""}),
        (cell(0, 0, 2000, 4000), {"代码": "610999100203", "名称": "", "上级": ""}),
        (cell(0, 0, 2000, 4000), {"代码": "", "名称": "西山", "上级": "西镇"}),
        (cell(2000, 0, 2000, 4000), {"代码": "610999101001", "名称": "东社区", "上级": ""}),
        (cell(2000, 0, 2000, 4000), {"代码": "", "名称": "东社区", "上级": "东镇"}),
        (cell(2000, 0, 2000, 4000), {"代码": "610999109009", "名称": "孤村", "上级": "无镇"}),
    )
    plan = previewed(county, gpkg(tmp_path / "坏.gpkg", features), "divisions")
    assert outcome(plan) == (0, 0, 1, 8)
    found = reasons(plan)
    assert found[1] == "没有图形"
    assert found[2] == "官方代码应是 6、9 或 12 位数字"
    assert found[3] == "这是另一个县，本县的代码是 610999"
    assert found[4] == "新的单位要写官方代码"
    assert found[5] == "新的单位要写名称"
    assert found[6] == "看不出是县、镇、村还是社区，请写明级别"
    assert found[8] == "与第 7 行是同一个单位"
    assert "无镇" in found[9]


def test_a_map_that_lies_beside_the_county_is_asked_about(county: Path, tmp_path: Path) -> None:
    shifted = [(shapely.transform(shape, lambda xy: china_shift.from_wgs(xy, "BD-09")), fields) for shape, fields in OURS]
    path = shp(tmp_path / "偏.shp", shifted)
    with pytest.raises(CrsAsked) as asked:
        previewed(county, path, "divisions")
    assert "--crs bd09" in asked.value.next_step
    assert outcome(previewed(county, path, "divisions", source=asked.value.proposals[0].source)) == (0, 0, 5, 0)


@pytest.mark.parametrize(
    ("text", "code"), [("610921", "610921"), ("610921100", "610921100"), ("610921100000", "610921100"), ("610921000000.0", "610921")]
)
def test_official_codes_lose_the_noughts_of_lower_levels(text: str, code: str) -> None:
    assert official_code(text) == code


def test_the_level_is_told_by_the_row_the_code_or_the_name() -> None:
    assert level_of("", "城关镇", "").value == "town"
    assert level_of("610921100001", "城关社区", "村").value == "community"
    assert level_of("610921100201", "药王", "").value == "village"
    with pytest.raises(RowRefused):
        level_of("", "药王", "")


@pytest.fixture(scope="module")
def database(made_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A county that is written to and given back."""
    with opened(Path(shutil.copyfile(made_county, tmp_path_factory.mktemp("任意") / "县.gpkg"))) as db:
        yield db


rows = st.lists(
    st.tuples(
        st.sampled_from(["", "610999", "610999100", "610999102", "610999100201", "610999100202", "610999102201"]),
        st.sampled_from(["", "西山村", "西山村委会", "南村", "东社区", "北镇", "西镇", "测试县"]),
        st.sampled_from(["", "西镇", "北镇"]),
        st.sampled_from(["west", "east", "none"]),
    ),
    min_size=1,
    max_size=6,
)
PLACES = {"west": cell(0, 0, 2000, 4000), "east": cell(2000, 0, 2000, 3000), "none": None}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(rows=rows)
def test_whatever_divisions_come_every_row_has_one_end_and_a_second_time_nothing_changes(
    rows: list[tuple[str, str, str, str]], database: Database
) -> None:
    features: list[Feature] = [(PLACES[place], {"代码": code, "名称": name, "上级": parent}) for code, name, parent, place in rows]
    plan, again = taken_in(database, features, "divisions", source=SourceCrs("EPSG:4490"))
    assert sum(outcome(plan)) == sum(outcome(again)) == len(rows)
    assert (len(again.new), len(again.changed)) == (0, 0)
