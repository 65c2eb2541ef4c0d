"""Grids of a county bureau become ours: found again, redrawn, new, replaced; homes in their grid once, officers where they were."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from gisapp.errors import Cancelled
from gisapp.services.county.check_county import check_county
from gisapp.services.ledger.import_ledger import import_ledger
from gisapp.services.places.ask_crs import CrsAsked
from gisapp.spatial import china_shift, crs
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import geopackage
from tests.builders import EPSG, box, opened
from tests.unit.readers.files import Feature, geojson
from tests.unit.services.map_files import at, cell, doubts, gpkg, imported, outcome, previewed, reasons, shp, sql, table_of, taken_in, told
from tests.unit.storage.contents import contents, difference

OURS = (
    (cell(0, 0), {"网格编号": "G001", "网格名称": "第01网格", "所属村": "西山村"}),
    (cell(2000, 0), {"网格编号": "G002", "网格名称": "第02网格", "所属村": "东社区"}),
    (cell(0, 2000), {"网格编号": "G003", "网格名称": "第03网格", "所属村": "西山村"}),
    (cell(2000, 2000), {"网格编号": "G004", "网格名称": "第04网格", "所属村": "东社区"}),
)


def with_officers(*names: str) -> list[Feature]:
    return [(shape, {**fields, "网格员": name, "联系电话": ""}) for (shape, fields), name in zip(OURS, names, strict=True)]


def holders(county: Path) -> list[tuple[int, str]]:
    return sql(county, "SELECT p.grid_id, c.name FROM grid_post p JOIN contact c ON c.id = p.contact_id WHERE p.to_date IS NULL ORDER BY 1")


@pytest.mark.parametrize("made", [gpkg, geojson, shp])
def test_our_own_grids_back_from_another_office_are_the_same(made, county: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ending = {gpkg: "gpkg", geojson: "geojson", shp: "shp"}[made]
    plan = imported(county, made(tmp_path / f"网格.{ending}", OURS), "grids").plan
    assert outcome(plan) == (0, 0, 4, 0), told(plan)
    assert plan.figures["gaps"] == plan.figures["overlaps"] == plan.figures["rehomed"] == 0
    assert "导入后网格之间没有缝隙，也没有重叠" in plan.notes


def test_a_border_that_moved_takes_its_homes_along_once(county: Path, tmp_path: Path) -> None:
    before = sql(county, "SELECT household_id, house_id, former_house_id FROM home ORDER BY id")
    officers = holders(county)
    narrow = (cell(0, 0, 150), OURS[0][1]), (cell(150, 0, 3850), OURS[1][1])
    plan = imported(county, gpkg(tmp_path / "界.gpkg", narrow), "grids").plan
    assert outcome(plan) == (0, 2, 0, 0)
    assert told(plan)[1] == [("边界", "400.00 公顷", "30.00 公顷")]
    assert plan.figures["rehomed"] == 1
    assert sql(county, "SELECT id, grid_id FROM house WHERE grid_id IN (1, 2) ORDER BY id") == [(1, 1), (3, 2), (5, 2), (6, 2), (7, 2)]
    assert sql(county, "SELECT grid_id FROM former_house") == [(2,)]
    assert sql(county, "SELECT household_id, house_id, former_house_id FROM home ORDER BY id") == before
    assert holders(county) == officers
    with opened(county) as db:
        assert check_county(db.conn).is_ok


def test_gaps_overlaps_and_homes_outside_are_reported_as_the_check_counts_them(county: Path, tmp_path: Path) -> None:
    faulty = (
        (cell(200, 200, 1800, 1800), OURS[0][1]),
        (cell(1900, 0, 2100, 2000), OURS[1][1]),
    )
    plan = imported(county, gpkg(tmp_path / "缝.gpkg", faulty), "grids").plan
    with opened(county) as db:
        check = dict(check_county(db.conn).findings)
    assert plan.figures["overlaps"] == check["overlaps"] == 1
    assert plan.figures["gaps"] == check["gaps"] == 1
    assert plan.figures["houses_outside_grids"] == 2
    assert check["homes_outside"] >= 2
    words = "\n".join(plan.notes)
    assert "缝隙 1 处" in words
    assert "重叠 1 处（18.00 公顷）" in words
    assert "2 处不在任何网格内" in words
    assert "县里另有 2 个网格不在文件里，没有改动" in words


def test_new_grids_take_the_place_of_those_they_cover(county: Path, tmp_path: Path) -> None:
    officer = dict(holders(county))[1]
    parts = [(cell(1000 * x, 1000 * y, 1000, 1000), {"编码": f"新{x}{y}", "名称": f"{x}{y}格"}) for x in range(2) for y in range(2)]
    plan = imported(county, gpkg(tmp_path / "细.gpkg", parts), "grids").plan
    assert outcome(plan) == (4, 0, 0, 0)
    assert plan.figures["replaced"] == 1
    assert "由它们替代：第01网格" in "\n".join(plan.notes)
    assert sql(county, "SELECT count(*) FROM grid WHERE id = 1") == [(0,)]
    assert sql(county, "SELECT count(*) FROM house WHERE grid_id = 1 OR grid_id IS NULL") == [(0,)]
    villages = sql(county, "SELECT d.name, count(*) FROM grid g JOIN division d ON d.id = g.division_id GROUP BY 1 ORDER BY 2")
    assert villages == [("东社区", 2), ("西山村", 5)]
    with opened(county) as db:
        assert {name for name, count in check_county(db.conn).findings if count} <= {"grids_without_officer", "families_missing_slots"}
    assert [name for _, name in holders(county)[3:]] == [officer]


def test_grids_without_code_or_name_are_known_by_their_area_and_named_after_their_village(county: Path, tmp_path: Path) -> None:
    areas = [(cell(0, 0, 2000, 1990), {"面积": "4"}), (cell(2000, 0, 1000), {"面积": "2"}), (cell(3000, 0, 1000), {"面积": "2"})]
    plan = imported(county, geojson(tmp_path / "块.geojson", areas), "grids", mapping="面积=").plan
    assert outcome(plan) == (2, 1, 0, 0)
    made = sql(county, "SELECT code, name FROM grid WHERE id > 4 ORDER BY id")
    assert made == [("610999101001001", "东社区01网格"), ("610999101001002", "东社区02网格")]


def test_officers_of_the_file_hold_their_grids_from_today_and_the_others_stay(county: Path, tmp_path: Path) -> None:
    before = dict(holders(county))
    features = with_officers(before[1], "新来", "", before[4])
    plan = imported(county, gpkg(tmp_path / "员.gpkg", features), "grids").plan
    assert outcome(plan) == (0, 1, 3, 0)
    assert told(plan) == {2: [("网格员", before[2], "新来")]}
    assert dict(holders(county)) == {**before, 2: "新来"}
    ended = sql(
        county,
        "SELECT c.name, p.to_date FROM grid_post p JOIN contact c ON c.id = p.contact_id WHERE p.to_date IS NOT NULL AND grid_id = 2",
    )
    assert (before[2], "2026-07-12") in ended


def test_rows_that_cannot_be_taken_are_refused_one_by_one(county: Path, tmp_path: Path) -> None:
    bow = shapely.Polygon([at(0, 0), at(1990, 1990), at(1990, 0), at(0, 1990)])
    features: list[Feature] = [
        (bow, {"网格编号": "G001", "网格名称": "第01网格", "所属村": "西山村"}),
        (cell(2000, 0), {"网格编号": "g001", "网格名称": "又一", "所属村": "东社区"}),
        (None, {"网格编号": "G003", "网格名称": "第03网格", "所属村": "西山村"}),
        (at(9, 9), {"网格编号": "G004", "网格名称": "点", "所属村": "东社区"}),
        (cell(90_000, 0), {"网格编号": "G009", "网格名称": "远", "所属村": ""}),
        (cell(2000, 2000), {"网格编号": "G010", "网格名称": "错村", "所属村": "东社村"}),
        (cell(0, 2000, 9, 9), {"网格编号": "G011", "网格名称": "长" * 70, "所属村": "西山村"}),
    ]
    plan = previewed(county, gpkg(tmp_path / "坏.gpkg", features), "grids")
    assert outcome(plan) == (0, 1, 0, 6)
    found = reasons(plan)
    assert found[2] == "编号与第 1 行相同"
    assert found[3] == "没有图形"
    assert found[4] == "不是面：Point"
    assert found[5].startswith("在本县之外（相距 8")
    assert found[6].startswith("没有名为“东社村”的单位，是不是：东社区")
    assert found[7] == "超过 60 个字"
    assert any("边界已修复（自相交）" in text for text in doubts(plan)[1])
    assert plan.figures["repaired"] == 1


def test_grids_of_a_map_service_are_asked_about(county: Path, tmp_path: Path) -> None:
    shifted = [(shapely.transform(shape, china_shift.wgs_to_gcj), fields) for shape, fields in OURS]
    path = shp(tmp_path / "偏.shp", shifted)
    with pytest.raises(CrsAsked, match="与县界相比") as asked:
        previewed(county, path, "grids")
    assert "--crs gcj02" in asked.value.next_step
    plan = previewed(county, path, "grids", source=asked.value.proposals[0].source)
    assert outcome(plan) == (0, 0, 4, 0)


def test_grids_that_hardly_touch_the_county_s_outline_are_judged_by_their_villages(county: Path, tmp_path: Path) -> None:
    """A village in the middle of the county: nothing of it lies near the outline."""
    inner = cell(1000, 1000, 1500, 1500)
    with opened(county) as db, db.conn:
        geom = geopackage.encode(crs.mover(4490, EPSG)(inner), EPSG)
        db.execute("UPDATE division SET geom = ? WHERE id = 4", (geom,))
        db.execute("UPDATE division SET geom = NULL WHERE id = 1")
        db.execute("UPDATE division SET geom = ? WHERE id = 1", (geopackage.encode(box(-20_000, -20_000, 40_000, 40_000), EPSG),))
    parts = [(cell(1000 + 500 * x, 1000 + 500 * y, 500, 500), {"编号": f"{x}{y}", "村": "西山村"}) for x in range(3) for y in range(3)]
    assert outcome(previewed(county, gpkg(tmp_path / "对.gpkg", parts), "grids"))[3] == 0
    moved = [(shapely.transform(shape, china_shift.wgs_to_gcj), fields) for shape, fields in parts]
    with pytest.raises(CrsAsked, match="与所属村的边界相比") as asked:
        previewed(county, gpkg(tmp_path / "偏.gpkg", moved), "grids")
    assert "--crs gcj02" in asked.value.next_step


def test_a_table_of_grids_without_shapes_changes_names_and_refuses_new_ones(county: Path, tmp_path: Path) -> None:
    path = tmp_path / "网格.csv"
    path.write_text("网格编号,网格名称,村\nG001,沿河网格,西山村\nG777,新网格,西山村\n", encoding="utf-8-sig")
    plan = imported(county, path, "grids").plan
    assert outcome(plan) == (0, 1, 0, 1)
    assert told(plan) == {2: [("网格名称", "第01网格", "沿河网格")]}
    assert reasons(plan) == {3: "县里没有这个网格，新的网格要有图形"}


def test_cancelling_leaves_nothing_behind(county: Path, tmp_path: Path) -> None:
    path = gpkg(tmp_path / "细.gpkg", [(cell(500 * x, 500 * y, 500, 500), {"编码": f"{x}-{y}"}) for x in range(8) for y in range(8)])
    with opened(county) as db:
        table, before = table_of(county, path, "grids"), contents(db.conn)
        for calls in range(0, 8, 2):
            left = [calls]

            def after(left: list[int] = left) -> bool:
                left[0] -= 1
                return left[0] < 0

            with pytest.raises(Cancelled):
                import_ledger(db, table, who="张三", cancelled=after)
            assert difference(before, contents(db.conn)) == {}
        assert len(import_ledger(db, table, who="张三").plan.new) == 64


@pytest.fixture(scope="module")
def database(made_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A county that is written to and given back."""
    with opened(Path(shutil.copyfile(made_county, tmp_path_factory.mktemp("任意") / "县.gpkg"))) as db:
        yield db


rectangles = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 3), st.integers(1, 3))
rows = st.lists(
    st.tuples(
        st.sampled_from(["", "G001", "G002", "N1", "N2"]),
        st.sampled_from(["", "第01网格", "新格"]),
        st.sampled_from(["", "西山村", "东社区"]),
        st.one_of(st.none(), rectangles),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(rows=rows)
def test_whatever_grids_come_every_home_is_in_the_grid_it_stands_in_and_a_second_time_nothing_changes(
    rows: list[tuple[str, str, str, tuple[int, int, int, int] | None]], database: Database
) -> None:
    features: list[Feature] = []
    for code, name, village, area in rows:
        shape = None if area is None else cell(*(1000 * number for number in area))
        features.append((shape, {"网格编号": code, "网格名称": name, "村": village}))
    plan, again = taken_in(database, features, "grids", source=SourceCrs("EPSG:4490"))
    assert sum(outcome(plan)) == sum(outcome(again)) == len(rows)
    assert (len(again.new), len(again.changed)) == (0, 0)
    assert np.isfinite(plan.figures["gaps"])
