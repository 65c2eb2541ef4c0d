"""Houses of a survey into the county: points and outlines find the houses they mean; nobody is counted twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gisapp.errors import BadRequest, Cancelled
from gisapp.services.ledger.import_ledger import import_ledger
from gisapp.services.places.ask_crs import CrsAsked
from gisapp.services.places.search_county import search_county
from gisapp.spatial import china_shift, crs
from tests.builders import EAST, NORTH, add_hazard, box, opened
from tests.unit.readers.files import Feature, geojson, in_degrees
from tests.unit.readers.ledgers import text_file, workbook
from tests.unit.services.map_files import (
    at,
    cell,
    doubts,
    gpkg,
    imported,
    outcome,
    place_of,
    previewed,
    reasons,
    shp,
    sql,
    table_of,
    taken_in,
    told,
)
from tests.unit.storage.contents import contents, difference

if TYPE_CHECKING:
    from sqlite_utils import Database

SURVEY = (
    (at(100, 100), {"房屋编号": "F1", "门牌": "西山村1组1号", "村": "西山村"}),
    (at(200, 140), {"房屋编号": "F2", "门牌": "1组2号", "村": "西山村"}),
    (at(3500, 900), {"房屋编号": "F3", "门牌": "新街5号", "村": "东社区"}),
)


@pytest.mark.parametrize("make", [gpkg, shp])
def test_points_find_their_houses_by_number_and_are_found_by_code_from_then_on(make: object, county: Path, tmp_path: Path) -> None:
    path = make(tmp_path / ("调查.gpkg" if make is gpkg else "调查.shp"), SURVEY)  # type: ignore[operator]
    plan = imported(county, path, "houses").plan
    assert outcome(plan) == (1, 2, 0, 0)
    assert told(plan) == {
        1: [("房屋编号", "", "F1")],
        2: [("房屋编号", "", "F2"), ("位置", "", "移动 40 米")],
    }
    assert sql(county, "SELECT code, number, grid_id FROM house WHERE id > 8") == [("F3", "东社区新街5号", 2)]
    assert place_of(county, "house", "id = 3").equals_exact(shapely.Point(200, 140), 0.01)
    moved = ((at(1500, 3900), {"房屋编号": "F2", "门牌": "西山村3组7号"}),)
    plan = imported(county, gpkg(tmp_path / "二.gpkg", moved), "houses").plan
    assert told(plan) == {1: [("门牌", "西山村1组2号", "西山村3组7号"), ("位置", "", "移动 3,978 米"), ("网格", "第01网格", "第03网格")]}
    assert sql(county, "SELECT number, grid_id FROM house WHERE code = 'F2'") == [("西山村3组7号", 3)]


def test_new_houses_are_searched_and_counted_in_hazard_areas_at_once(county: Path, tmp_path: Path) -> None:
    with opened(county) as db:
        hazard = add_hazard(db, box(3400, 800, 200, 200))
    imported(county, gpkg(tmp_path / "a.gpkg", SURVEY), "houses")
    assert sql(county, "SELECT h.code FROM house_hazard x JOIN house h ON h.id = x.house_id WHERE hazard_area_id = ?", hazard) == [("F3",)]
    with opened(county) as db:
        assert [hit.title for hit in search_county(db.conn, "新街5号")] == ["东社区新街5号"]


def test_families_stay_where_they_are(county: Path, tmp_path: Path) -> None:
    before = sql(county, "SELECT household_id, house_id FROM home ORDER BY id")
    imported(county, gpkg(tmp_path / "a.gpkg", SURVEY), "houses")
    assert sql(county, "SELECT household_id, house_id FROM home ORDER BY id") == before


def test_outlines_go_to_the_houses_on_them_and_become_houses_elsewhere(county: Path, tmp_path: Path) -> None:
    features = (
        (cell(90, 90, 20, 20), {"名称": "老屋"}),
        (cell(2490, 490, 40, 20), {"名称": "3号楼"}),
        (cell(1000, 1000, 10, 10), {"名称": ""}),
    )
    plan = imported(county, gpkg(tmp_path / "轮廓.gpkg", features), "houses").plan
    assert outcome(plan) == (1, 2, 0, 0)
    assert told(plan)[1] == [("轮廓", "", "0.04 公顷")]
    outlined = sql(county, "SELECT house_id FROM house_footprint ORDER BY 1")
    assert [house for (house,) in outlined[:4]] == [1, 5, 6, 7]
    assert sql(county, "SELECT substr(number, 1, 3), grid_id FROM house WHERE id = ?", *outlined[4]) == [("无门牌", 1)]
    assert place_of(county, "house", "id > 8").within(shapely.box(1000, 1000, 1010, 1010))
    assert doubts(plan)[2] == ["轮廓记给其中已有的房屋：紫云南郡3号楼1单元101、紫云南郡3号楼2单元501、紫云南郡3号楼2单元601"]
    wider = ((cell(80, 80, 40, 40), {"名称": "老屋"}),)
    plan = imported(county, gpkg(tmp_path / "又.gpkg", wider), "houses").plan
    assert told(plan) == {1: [("轮廓", "0.04 公顷", "0.16 公顷")]}


def test_an_outline_moves_its_house_onto_it(county: Path, tmp_path: Path) -> None:
    features = ((cell(110, 110, 20, 20), {"门牌": "西山村1组1号"}),)
    imported(county, gpkg(tmp_path / "a.gpkg", features), "houses")
    assert place_of(county, "house", "id = 1").within(shapely.box(110, 110, 130, 130))


def test_bare_points_are_houses_and_the_same_points_again_are_the_same(county: Path, tmp_path: Path) -> None:
    features = [(at(1000 + 50 * x, 1000), {"高": str(x)}) for x in range(4)] + [(at(3000, 3000), {"高": "9"})]
    plan = imported(county, gpkg(tmp_path / "点.gpkg", features), "houses").plan
    assert outcome(plan) == (4, 0, 1, 0)
    numbers = [number for (number,) in sql(county, "SELECT number FROM house WHERE id > 8 ORDER BY id")]
    assert len(set(numbers)) == 4
    assert all(number.startswith("无门牌") for number in numbers)
    named = ((at(1000, 1000), {"门牌": "西山村9组1号"}),)
    assert told(imported(county, gpkg(tmp_path / "名.gpkg", named), "houses").plan) == {1: [("门牌", numbers[0], "西山村9组1号")]}


def test_one_number_for_a_whole_group_is_told_apart_by_place(county: Path, tmp_path: Path) -> None:
    features = [(at(1000 + 50 * x, 1000), {"门牌": "西山村8组"}) for x in range(3)]
    plan = imported(county, gpkg(tmp_path / "组.gpkg", features), "houses").plan
    assert outcome(plan) == (3, 0, 0, 0)
    assert outcome(previewed(county, tmp_path / "组.gpkg", "houses")) == (0, 0, 3, 0)
    alone = ((at(1500, 1500), {"门牌": "西山村8组"}),)
    assert reasons(previewed(county, gpkg(tmp_path / "一.gpkg", alone), "houses")) == {1: "叫“西山村8组”的房屋有 3 处，请写明村或镇"}


def test_rows_that_cannot_be_taken_are_refused_one_by_one(county: Path, tmp_path: Path) -> None:
    features: list[Feature] = [
        (at(100, 100), {"编号": "A", "村": "西山村", "门牌": ""}),
        (at(120, 100), {"编号": "a", "村": "", "门牌": ""}),
        (None, {"编号": "B", "村": "", "门牌": ""}),
        (shapely.LineString([(108, 33), (108.1, 33.1)]), {"编号": "C", "村": "", "门牌": ""}),
        (shapely.MultiPoint([at(1, 1), at(900, 900)]), {"编号": "D", "村": "", "门牌": ""}),
        (at(90_000, 0), {"编号": "E", "村": "", "门牌": ""}),
        (at(1500, 500), {"编号": "F", "村": "东山村", "门牌": ""}),
        (shapely.MultiPoint([at(1600, 600)]), {"编号": "G", "村": "", "门牌": ""}),
        (shapely.force_3d(at(1700, 700), 512), {"编号": "H", "村": "", "门牌": ""}),
        (at(-300, 700), {"编号": "I", "村": "", "门牌": ""}),
        (shapely.Point(float("nan"), 33), {"编号": "J", "村": "", "门牌": ""}),
    ]
    plan = previewed(county, geojson(tmp_path / "坏.geojson", features), "houses")
    assert outcome(plan) == (3, 1, 0, 7)
    found = reasons(plan)
    assert found[2] == "编号与第 1 行相同"
    assert found[3] == "没有图形"
    assert found[4] == "不是点，也不是面：LineString"
    assert found[5] == "一行有 2 个点"
    assert found[6].startswith("在本县之外（相距 86.")
    assert found[7] == "没有名为“东山村”的单位，是不是：西山村？"
    assert 11 in found
    assert doubts(plan)[10] == ["在县界之外 300 米，仍保留", "不在任何网格内"]
    assert plan.figures["with_height"] == 1
    assert plan.figures["houses_outside_grids"] == 1


def test_a_table_with_coordinates_in_degrees_metres_and_words_is_read(county: Path, tmp_path: Path) -> None:
    lon, lat = at(1000, 1000).x, at(1000, 1000).y
    minutes, seconds = (lon % 1) * 60, ((lon % 1) * 60 % 1) * 60
    degrees = f"{int(lon)}°{int(minutes)}′{seconds:.4f}″"
    rows = (
        ("门牌", "村", "经度", "纬度"),
        ("9组1号", "西山村", f"{lon:.7f}", f"{lat:.7f}"),
        ("9组2号", "西山村", degrees, f"北纬{lat:.7f}°"),
        ("9组3号", "西山村", "", ""),
        ("9组4号", "西山村", "一百零八", "33"),
    )
    plan = imported(county, text_file(tmp_path / "度.csv", rows), "houses").plan
    assert outcome(plan) == (3, 0, 0, 1)
    assert reasons(plan) == {5: "坐标读不懂：一百零八 33"}
    assert place_of(county, "house", "number = '西山村9组1号'").equals_exact(shapely.Point(1000, 1000), 0.1)
    assert place_of(county, "house", "number = '西山村9组2号'").equals_exact(shapely.Point(1000, 1000), 0.1)
    assert sql(county, "SELECT geom, grid_id FROM house WHERE number = '西山村9组3号'") == [(None, None)]
    zone = (("门牌", "X", "Y"), *((f"西山村7组{n}号", f"{3_641_000 + n}", f"36{500_900 + n}") for n in range(3)))
    plan = imported(county, workbook(tmp_path / "米.xlsx", zone), "houses").plan
    assert outcome(plan) == (3, 0, 0, 0)
    assert place_of(county, "house", "number = '西山村7组0号'").equals_exact(shapely.Point(900, 1000), 0.1)


def test_a_table_with_wkt_is_read(county: Path, tmp_path: Path) -> None:
    rows = (("编号", "WKT"), ("W1", f"SRID=4490;{at(1000, 1000).wkt}"), ("W2", cell(1200, 1200, 10, 10).wkt), ("W3", "POINT(1"))
    plan = imported(county, text_file(tmp_path / "w.csv", rows), "houses").plan
    assert outcome(plan) == (2, 0, 0, 1)
    assert reasons(plan) == {4: "WKT 读不懂"}


def test_what_moves_all_houses_one_way_is_asked_about_and_converted(county: Path, tmp_path: Path) -> None:
    def shifted(shape: shapely.Geometry, system: str) -> shapely.Geometry:
        return shapely.transform(shape, lambda xy: china_shift.from_wgs(xy, system))

    known = sql(county, "SELECT number, id FROM house WHERE building_id IS NULL")
    places = [(in_own_degrees(county, house), {"门牌": number}) for number, house in known]
    for system, code in (("GCJ-02", "gcj02"), ("BD-09", "bd09")):
        path = gpkg(tmp_path / f"{code}.gpkg", [(shifted(shape, system), fields) for shape, fields in places])
        with pytest.raises(CrsAsked, match="像是") as asked:
            previewed(county, path, "houses")
        assert f"--crs {code}" in asked.value.next_step
        assert outcome(previewed(county, path, "houses", source=asked.value.proposals[0].source)) == (0, 0, 5, 0)
        assert outcome(previewed(county, path, "houses", source=asked.value.stated)) == (0, 5, 0, 0)


def in_own_degrees(county: Path, house: int) -> shapely.Geometry:
    point = place_of(county, "house", f"id = {house}")
    return at(point.x, point.y)


def test_points_outside_the_villages_they_name_are_asked_about(county: Path, tmp_path: Path) -> None:
    features = [(at(1990 - 20 * n, 200 + 30 * n), {"门牌": f"6组{n}号", "村": "西山村"}) for n in range(25)]
    path = gpkg(tmp_path / "对.gpkg", features)
    assert outcome(previewed(county, path, "houses")) == (25, 0, 0, 0)
    moved = [(shapely.transform(shape, china_shift.wgs_to_gcj), fields) for shape, fields in features]
    with pytest.raises(CrsAsked, match="所写的村里"):
        previewed(county, gpkg(tmp_path / "偏.gpkg", moved), "houses")


@pytest.mark.parametrize("epsg", [4524, 4496, 4546, 4545, 2360])
def test_metres_of_any_zone_are_converted_or_proposed(epsg: int, county: Path, tmp_path: Path) -> None:
    points = [(crs.mover(4326, epsg)(at(1000 + 50 * n, 1000)), {"门牌": f"西山村7组{n}号"}) for n in range(3)]
    path = shp(tmp_path / "带.shp", points, epsg=epsg)
    assert outcome(previewed(county, path, "houses")) == (3, 0, 0, 0)
    path.with_suffix(".prj").unlink()
    with pytest.raises(CrsAsked, match="没有说明坐标系") as asked:
        previewed(county, path, "houses")
    best = asked.value.proposals[0].source
    plan = imported(county, path, "houses", source=best).plan
    assert outcome(plan) == (3, 0, 0, 0)
    assert place_of(county, "house", "number = '西山村7组0号'").distance(shapely.Point(1000, 1000)) < 150  # 西安80 is not public


def test_swapped_axes_are_noticed(county: Path, tmp_path: Path) -> None:
    points = [(shapely.Point(at(1000, 1000).y, at(1000, 1000).x), {"门牌": "西山村7组1号"})]
    path = geojson(tmp_path / "反.geojson", points)
    with pytest.raises(CrsAsked, match="没有一处在本县") as asked:
        previewed(county, path, "houses")
    assert "--swap-axes" in asked.value.next_step
    assert outcome(previewed(county, path, "houses", source=asked.value.proposals[0].source)) == (1, 0, 0, 0)


def test_a_file_of_another_county_has_no_proposal(county: Path, tmp_path: Path) -> None:
    with pytest.raises(CrsAsked) as asked:
        previewed(county, geojson(tmp_path / "远.geojson", [(shapely.Point(120, 30), {"门牌": "甲"})]), "houses")
    assert asked.value.proposals == ()


def test_layers_are_chosen_by_shape_by_likeness_and_by_name(county: Path, tmp_path: Path) -> None:
    path = gpkg(tmp_path / "县.gpkg", [(at(1000, 1000), {"门牌": "甲1号"})], layer="房屋")
    gpkg(path, [(shapely.LineString([at(0, 0), at(9, 9)]), {"路": "a"})], layer="道路")
    assert outcome(previewed(county, path, "houses")) == (1, 0, 0, 0)
    gpkg(path, [(at(1200, 1000), {"门牌": "乙1号"})], layer="房屋二")
    plan = previewed(county, path, "houses")
    assert outcome(plan) == (2, 0, 0, 0)
    gpkg(path, [(at(1200, 1000), {"名": "丙1号"})], layer="点")
    with pytest.raises(BadRequest, match="几个图层") as refusal:
        previewed(county, path, "houses")
    assert "--layer" in refusal.value.next_step
    assert outcome(previewed(county, path, "houses", layers=["房屋二"])) == (1, 0, 0, 0)
    with pytest.raises(BadRequest, match="没有图层"):
        previewed(county, path, "houses", layers=["没有"])
    with pytest.raises(BadRequest, match="没有能作"):
        previewed(county, geojson(tmp_path / "线.geojson", [(shapely.LineString([(108, 33), (108.1, 33)]), {})]), "houses")


def test_a_choice_of_fields_by_hand_is_kept_for_the_layout(county: Path, tmp_path: Path) -> None:
    features = ((at(1000, 1000), {"甲": "西山村7组1号", "乙": "K1"}),)
    path = gpkg(tmp_path / "字.gpkg", features)
    with opened(county) as db:
        import_ledger(db, table_of(county, path, "houses", mapping="甲=门牌,乙=房屋编号"), who="张三")
    assert sql(county, "SELECT number, code FROM house WHERE id > 8") == [("西山村7组1号", "K1")]
    assert table_of(county, path, "houses").header.fields == ("number", "code")
    with pytest.raises(BadRequest, match="没有列"):
        table_of(county, path, "houses", mapping="丙=门牌")


def test_a_title_that_a_shapefile_cut_off_is_recognised(county: Path, tmp_path: Path) -> None:
    path = shp(tmp_path / "截.shp", [(at(1000, 1000), {"不动产单元号": "F9", "标准地址": "甲1号"})], encoding="utf-8")
    assert table_of(county, path, "houses").header.fields == ("code", "number")


def test_cancelling_leaves_nothing_behind(county: Path, tmp_path: Path) -> None:
    steps = np.arange(3_200)
    points = in_degrees(shapely.MultiPoint(np.column_stack((steps % 60 * 30, steps // 60 * 30)) + [EAST + 10, NORTH + 10])).geoms
    path = gpkg(tmp_path / "多.gpkg", [(point, {"门牌": f"西山村7组{x}号"}) for x, point in enumerate(points)])
    with opened(county) as db:
        table = table_of(county, path, "houses")
        before = contents(db.conn)
        asked = 0

        def after(calls: int) -> bool:
            nonlocal asked
            asked += 1
            return asked > calls

        for calls in (0, 3, 9):
            asked = 0
            with pytest.raises(Cancelled):
                import_ledger(db, table, who="张三", cancelled=lambda calls=calls: after(calls))  # type: ignore[misc]
            assert difference(before, contents(db.conn)) == {}
        assert len(import_ledger(db, table, who="张三").plan.new) == 3200
        assert db.conn.execute("SELECT count(*) FROM rtree_house_geom").fetchone()[0] == 3208


POINTS = [[at(100 * x + 100, 100 * y + 100) for y in range(4)] for x in range(4)]
AREAS = [[cell(100 * x + 90, 100 * y + 90, 30, 30) for y in range(4)] for x in range(4)]


@pytest.fixture(scope="module")
def database(made_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A county that is written to and given back."""
    with opened(Path(shutil.copyfile(made_county, tmp_path_factory.mktemp("任意") / "县.gpkg"))) as db:
        yield db


places = st.lists(
    st.tuples(
        st.sampled_from(["", "A1", "A2", "A3"]),
        st.sampled_from(["", "西山村1组1号", "1组2号", "新1号", "新2号"]),
        st.integers(0, 3),
        st.integers(0, 3),
        st.sampled_from(["point", "area", "none"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(rows=places)
def test_whatever_is_surveyed_every_row_has_one_end_and_a_second_time_nothing_changes(
    rows: list[tuple[str, str, int, int, str]], database: Database
) -> None:
    features: list[Feature] = []
    for code, number, x, y, shape in rows:
        made = {"point": POINTS[x][y], "area": AREAS[x][y], "none": None}[shape]
        features.append((made, {"编号": code, "门牌": number}))
    plan, again = taken_in(database, features, "houses")
    assert sum(outcome(plan)) == sum(outcome(again)) == len(rows)
    assert (len(again.new), len(again.changed)) == (0, 0)
