"""Hazard areas out of a file: name, level and kind from the usual fields, every row accounted for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.errors import BadFile, BadRequest, Cancelled
from gisapp.services.county.undo import undo
from gisapp.services.hazards.file_crs import ask_about_areas
from gisapp.services.hazards.hazard_fields import NO_FIELD, FieldChoice
from gisapp.services.hazards.hazard_problems import Fate, fates_text
from gisapp.services.hazards.import_hazards import import_hazards
from gisapp.services.hazards.large_shapes import LARGE
from gisapp.services.hazards.read_hazards import HazardFile, read_hazards, understood
from gisapp.services.hazards.reading import Reading
from gisapp.services.hazards.save_hazard import save_hazards
from gisapp.services.places.ask_crs import CrsAsked, Ground
from gisapp.services.runs.ask_affected import ask_affected
from gisapp.spatial import crs
from gisapp.spatial.china_shift import BD_09, GCJ_02, from_wgs
from gisapp.spatial.source_crs import Proposal, SourceCrs, crs_from_text
from gisapp.storage.county import conformity, county_file
from gisapp.storage.hazards.hazards import HazardArea
from tests.builders import EPSG, box, opened
from tests.unit.readers.files import frame, geojson, in_degrees, kml, many_squares, square


@pytest.fixture
def connection(made_county: Path) -> Iterator[sqlite3.Connection]:
    with county_file.reading(made_county) as connection:
        yield connection


def accounted(found: HazardFile) -> bool:
    return found.total == len(found.areas) + sum(problem.is_refused for problem in found.problems)


def test_name_level_and_kind_come_from_the_fields_people_give_them(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = geojson(
        tmp_path / "隐患点.geojson",
        [
            (square(), {"隐患点名称": "东坡", "风险等级": "橙色", "灾害类型": "滑坡"}),
            (square(500), {"NAME": "月河", "LEVEL": "2", "kind": "flood"}),
            (square(1000), {"mc": " ", "dj": None, "zl": ""}),
        ],
    )
    found = read_hazards(connection, path, Reading(level=HazardLevel.BLUE))
    assert [(a.name, a.level, a.kind, a.source) for a in found.areas] == [
        ("东坡", HazardLevel.ORANGE, HazardKind.LANDSLIDE, "文件 隐患点"),
        ("月河", HazardLevel.ORANGE, HazardKind.FLOOD, "文件 隐患点"),
        ("隐患点", HazardLevel.BLUE, HazardKind.FLOOD, "文件 隐患点"),
    ]
    assert accounted(found)


def test_degrees_become_metres_of_the_county(connection: sqlite3.Connection, tmp_path: Path) -> None:
    [area] = read_hazards(connection, geojson(tmp_path / "a.geojson", [(square(100, 200, 50), {})])).areas
    assert area.geometry.equals_exact(box(100, 200, 50, 50), 0.001) or area.geometry.symmetric_difference(box(100, 200, 50, 50)).area < 0.01


def test_every_row_is_taken_repaired_or_refused_with_a_reason(connection: sqlite3.Connection, tmp_path: Path) -> None:
    bow = in_degrees(shapely.Polygon([(5e5, 3.64e6), (5e5 + 90, 3.64e6 + 90), (5e5 + 90, 3.64e6), (5e5, 3.64e6 + 90)]))
    flat = in_degrees(shapely.LineString([(5e5, 3.64e6), (5e5 + 90, 3.64e6)]))
    path = geojson(
        tmp_path / "混合.geojson",
        [
            (square(), {"name": "好", "level": "红"}),
            (bow, {"name": "结", "level": "黄"}),
            (None, {"name": "空", "level": "黄"}),
            (shapely.Point(108, 33), {"name": "点", "level": "黄"}),
            (square(), {"name": "紫", "level": "紫色"}),
            (shapely.Polygon([*flat.coords, flat.coords[0], flat.coords[0]]), {"name": "平", "level": "蓝"}),
            (box(0, 0, 9, 9), {"name": "米", "level": "蓝"}),
        ],
    )
    found = read_hazards(connection, path)
    assert [(a.name, a.geometry.is_valid) for a in found.areas] == [("好", True), ("结", True)]
    assert [(p.number, p.is_refused) for p in found.problems] == [(2, False), (3, True), (4, True), (5, True), (6, True), (7, True)]
    reasons = {problem.number: problem.reason for problem in found.problems}
    assert (reasons[2], reasons[3], reasons[4]) == ("边界已修复（自相交）：面积 0 → 4,050 平方米", "没有图形", "不是面：点")
    assert (reasons[5], reasons[6], reasons[7]) == ("没有名为“紫色”的等级。", "范围没有面积。", "坐标超出坐标系的范围")
    assert accounted(found)
    assert found.areas[1].geometry.area == pytest.approx(2 * 90 * 45 / 2, rel=0.01)


def test_layers_in_different_crs_lie_on_each_other(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "两层.gpkg"
    frame([(square(100, 100, 50), {"名称": "甲"})]).to_file(path, layer="度", driver="GPKG")
    frame([(box(100, 100, 50, 50), {"名称": "乙"}), (None, {"名称": "丙"})], EPSG).to_file(path, layer="米", driver="GPKG")
    found = read_hazards(connection, path)
    first, second = found.areas
    assert first.geometry.symmetric_difference(second.geometry).area < 0.01
    assert (found.total, accounted(found)) == (3, True)
    assert [(p.layer, p.number) for p in found.problems] == [("米", 2)]


def test_folders_of_a_kml_are_read_by_name(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = kml(tmp_path / "谷歌.kml", {"一": [(square(), {"name": "甲"})], "二": [(square(500), {"name": "乙"})]})
    assert [area.name for area in read_hazards(connection, path).areas] == ["甲", "乙"]


def test_a_shapefile_without_prj_needs_its_crs_said(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "面.shp"
    frame([(box(0, 0, 50, 50), {"name": "a"})], EPSG).to_file(path)
    path.with_suffix(".prj").unlink()
    with pytest.raises(CrsAsked, match="没有说明坐标系") as asked:
        read_hazards(connection, path)
    assert f"--crs {EPSG}" in asked.value.next_step
    assert asked.value.proposals[0] == Proposal(SourceCrs(f"EPSG:{EPSG}"), 1.0)
    [area] = read_hazards(connection, path, Reading(crs=asked.value.proposals[0].source)).areas
    assert area.geometry.equals(box(0, 0, 50, 50))
    with pytest.raises(BadRequest, match="不认识坐标系"):
        read_hazards(connection, path, Reading(crs=SourceCrs("EPSG:999999")))


def test_swapped_axes_are_named_as_such(connection: sqlite3.Connection, tmp_path: Path) -> None:
    swapped = shapely.transform(square(), lambda xy: xy[:, ::-1])
    path = geojson(tmp_path / "a.geojson", [(swapped, {})])
    with pytest.raises(CrsAsked, match="没有一处在本县") as asked:
        read_hazards(connection, path)
    assert "先北后东" in asked.value.next_step
    assert "--crs 4490 --swap-axes" in asked.value.next_step
    assert asked.value.stated == SourceCrs("EPSG:4326")
    [area] = read_hazards(connection, path, Reading(crs=asked.value.proposals[0].source)).areas
    assert area.geometry.symmetric_difference(box(0, 0, 300, 300)).area < 0.1


def test_an_area_elsewhere_is_refused_and_one_that_only_touches_is_taken(connection: sqlite3.Connection, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="不在本县") as refusal:
        read_hazards(connection, geojson(tmp_path / "a.geojson", [(in_degrees(box(9000, 0, 100, 100)), {})]))
    assert "坐标系" in refusal.value.next_step
    found = read_hazards(
        connection,
        geojson(
            tmp_path / "b.geojson",
            [
                (in_degrees(box(3900, 0, 500, 100)), {}),
                (in_degrees(box(8900, 0, 50, 100)), {}),
                (in_degrees(box(9100, 0, 100, 100)), {"名称": "远"}),
            ],
        ),
    )
    assert (found.total, len(found.areas)) == (3, 2)
    assert [(p.number, p.name, p.reason, p.is_refused) for p in found.problems] == [
        (2, "", "在县界之外 4,900 米，仍保留", False),
        (3, "远", "在本县之外（相距 5.1 公里）", True),
    ]


@pytest.mark.parametrize(
    ("features", "why"),
    [
        ([], "需要面状图形"),
        ([(None, {})], "没有图形"),
        ([(shapely.Point(108, 33), {}), (None, {})], "不是面"),
        ([(square(), {"level": "紫"})], "紫"),
    ],
)
def test_a_file_without_any_usable_area_says_why(features: list, why: str, connection: sqlite3.Connection, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="没有可用的面") as refusal:
        read_hazards(connection, geojson(tmp_path / "a.geojson", features))
    assert why in refusal.value.next_step


def test_an_unknown_level_field_is_refused_with_the_fields_there_are(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", [(square(), {"水深等级": "1", "name": "甲"})])
    with pytest.raises(BadRequest, match="没有字段“dengji”") as refusal:
        read_hazards(connection, path, Reading(fields=FieldChoice(level="dengji")))
    assert "name  水深等级" in refusal.value.next_step
    assert read_hazards(connection, path, Reading(fields=FieldChoice(level="水深等级"))).areas[0].level is HazardLevel.RED


def test_levels_in_chinese_are_understood_on_an_english_screen(
    connection: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GISAPP_LANGUAGE", "en")
    path = geojson(tmp_path / "a.geojson", [(square(), {"等级": "黄色", "灾种": "泥石流"})])
    [area] = read_hazards(connection, path).areas
    assert (area.level, area.kind) == (HazardLevel.YELLOW, HazardKind.DEBRIS_FLOW)


def test_names_and_files_are_asked_together_and_a_known_name_goes_before_a_file(county: Path, tmp_path: Path) -> None:
    path = geojson(tmp_path / "山洪.geojson", [(square(), {"name": "山洪"}), (None, {})])
    with opened(county) as db:
        save_hazards(db, read_hazards(db.conn, path).areas, who="甲")
        db.execute("UPDATE hazard_area SET name = '月河.geojson'")
        asked = ask_affected(db, ["月河.geojson", str(path), str(path)], who="甲")
        assert asked.run.question.names == ("月河.geojson", "山洪")
        assert asked.run.totals.both.houses == asked.run.totals.total.houses == 2
        assert [problem.number for problem in asked.problems] == [2]
        assert db.execute("SELECT count(*) FROM hazard_run_area").fetchone()[0] == 2


def test_a_word_of_the_file_is_given_a_level_counted_and_remembered(county: Path, tmp_path: Path) -> None:
    rows = [(square(x), {"名称": f"点{x}", "易发": word}) for x, word in ((0, "高易发"), (400, "高易发"), (800, "低易发"), (1200, ""))]
    path = geojson(tmp_path / "a.geojson", rows)
    with opened(county) as db:
        with pytest.raises(BadFile, match="没有可用的面"):
            read_hazards(db.conn, geojson(tmp_path / "b.geojson", rows[:3]), Reading(fields=FieldChoice(level="易发")))
        asked = FieldChoice(level="易发", levels=(("高易发", HazardLevel.ORANGE),))
        found = import_hazards(db, path, who="甲", how=Reading(fields=asked, level=HazardLevel.BLUE))
        assert [(area.name, area.level.value) for area in found.areas] == [("点0", "orange"), ("点400", "orange"), ("点1200", "blue")]
        assert [(p.number, p.fate, p.name) for p in found.problems] == [(3, Fate.UNREADABLE, "点800")]
        assert found.without_level == 1
        again = read_hazards(db.conn, path)
        levels = [(value.text, value.count, value.level) for value in again.levels]
        assert levels == [("高易发", 2, HazardLevel.ORANGE), ("低易发", 1, None)]
        assert again.has_unknown_level
        other = read_hazards(db.conn, path, Reading(fields=FieldChoice(level="名称", levels=(("点0", HazardLevel.RED),))))
        assert [value.level for value in other.levels] == [HazardLevel.RED, None, None, None]


def test_a_field_that_is_said_to_mean_nothing_means_nothing(county: Path, tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", [(square(), {"name": "甲", "level": "黄", "来源": "县局"})])
    with opened(county) as db:
        none = FieldChoice(level=NO_FIELD, name=NO_FIELD, source=NO_FIELD)
        [area] = import_hazards(db, path, who="甲", how=Reading(fields=none, level=HazardLevel.BLUE)).areas
        assert (area.name, area.level, area.source) == ("a", HazardLevel.BLUE, "文件 a")
        [again] = read_hazards(db.conn, path).areas
        assert (again.name, again.level) == ("a", HazardLevel.RED)
        undo(db, who="甲")
        [area] = read_hazards(db.conn, path).areas
        assert (area.name, area.level, area.source) == ("甲", HazardLevel.YELLOW, "县局")


def test_every_row_has_one_fate_and_the_fates_add_up(connection: sqlite3.Connection, tmp_path: Path) -> None:
    bow = in_degrees(shapely.Polygon([(5e5, 3.64e6), (5e5 + 90, 3.64e6 + 90), (5e5 + 90, 3.64e6), (5e5, 3.64e6 + 90)]))
    rows = [
        (square(), {"name": "好"}),
        (bow, {"name": "结"}),
        (None, {"name": "空"}),
        (shapely.Point(108, 33), {"name": "点"}),
        (square(), {"name": "好"}),
        (in_degrees(box(9100, 0, 100, 100)), {"name": "远"}),
        (square(), {"name": "同名", "begin": "昨天"}),
    ]
    found = read_hazards(connection, geojson(tmp_path / "混合.geojson", rows))
    told = {problem.name: (problem.fate.value, problem.is_refused) for problem in found.problems}
    assert told == {
        "结": ("repaired", False), "空": ("empty", True), "点": ("no_area", True), "好": ("twice", True),
        "远": ("outside", True), "同名": ("time", False),
    }  # fmt: skip
    assert (found.total, len(found.areas), found.refused) == (7, 3, 4)
    assert all(problem.fate.is_refused == problem.is_refused for problem in found.problems)
    [repaired] = [problem for problem in found.problems if problem.fate is Fate.REPAIRED]
    assert (repaired.before_m2, repaired.after_m2) == (pytest.approx(0, abs=1), pytest.approx(4_050, rel=0.01))
    assert fates_text(found.problems) == "没有图形 1，不是面 1，在本县之外 1，重复 1，边界已修复 1，时间没有采用 1"


def test_a_shape_too_large_to_be_repaired_at_once_is_repaired_elsewhere_and_may_be_cancelled(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    turn = np.linspace(0, 2 * np.pi, LARGE + 100, endpoint=False)
    corners = np.column_stack((5e5 + 1000 + 900 * np.cos(turn), 3.64e6 + 2000 + 900 * np.sin(turn)))
    corners[500:520] = corners[500:520][::-1]
    path = geojson(tmp_path / "大.geojson", [(in_degrees(shapely.Polygon(corners)), {"name": "大"})])
    found = read_hazards(connection, path)
    assert found.areas[0].geometry.is_valid
    assert [problem.fate for problem in found.problems] == [Fate.REPAIRED]
    assert found.areas[0].geometry.area == pytest.approx(np.pi * 900**2, rel=0.001)
    seen: list[bool] = []

    def cancelled() -> bool:
        seen.append(True)
        return len(seen) > 2  # once for the row, once for its only piece, then the process is asked

    with pytest.raises(Cancelled):
        understood(connection, path, found.layers, cancelled=cancelled)


def test_reading_tells_how_far_it_is_and_stops_when_asked(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = geojson(tmp_path / "多.geojson", [(shape, {"name": f"点{place}"}) for place, shape in enumerate(many_squares(120))])
    told: list[tuple[int, int]] = []
    read_hazards(connection, path, progress=lambda done, total: told.append((done, total)))
    assert told == [(50, 120), (100, 120)]
    with pytest.raises(Cancelled):
        read_hazards(connection, path, cancelled=lambda: True)
    layers = read_hazards(connection, path).layers
    steps = iter(range(10_000))
    with pytest.raises(Cancelled):
        understood(connection, path, layers, cancelled=lambda: next(steps) > 60)


def test_metres_that_claim_to_be_degrees_are_asked_about(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = geojson(tmp_path / "a.geojson", [(box(0, 0, 300, 300), {})])
    with pytest.raises(CrsAsked, match="没有一处在本县") as asked:
        read_hazards(connection, path)
    assert asked.value.proposals[0].source == SourceCrs(f"EPSG:{EPSG}")


def test_a_file_of_another_county_is_not_asked_about(connection: sqlite3.Connection, tmp_path: Path) -> None:
    far = shapely.transform(square(), lambda xy: xy + (5.0, 2.0))
    with pytest.raises(BadFile, match="不在本县"):
        read_hazards(connection, geojson(tmp_path / "a.geojson", [(far, {})]))


def test_an_area_around_the_whole_county_is_read_as_it_states(connection: sqlite3.Connection, tmp_path: Path) -> None:
    [area] = read_hazards(connection, geojson(tmp_path / "a.geojson", [(in_degrees(box(-20_000, -20_000, 50_000, 50_000)), {})])).areas
    assert area.geometry.area == pytest.approx(50_000**2, rel=0.001)


@pytest.mark.parametrize("system", [GCJ_02, BD_09])
def test_a_zoning_of_the_county_beside_its_outline_is_asked_about_with_a_conversion(county: Path, tmp_path: Path, system: str) -> None:
    with opened(county) as db:
        outline = conformity.outline(db.conn)
        assert outline is not None
        degrees = crs.mover(EPSG, 4326)(shapely.segmentize(outline, 200))
        shifted = shapely.transform(degrees, lambda xy: from_wgs(xy, system))
        half = shapely.box(*degrees.bounds[:3], (degrees.bounds[1] + degrees.bounds[3]) / 2)
        rows = [(shifted.intersection(shapely.transform(half, lambda xy: from_wgs(xy, system))), {"name": "南"}), (shifted, {"name": "全"})]
        path = geojson(tmp_path / "易发区.geojson", rows)
        with pytest.raises(CrsAsked, match="与县界相比") as asked:
            read_hazards(db.conn, path)
        assert asked.value.proposals[0].source.text == system
        assert asked.value.stated == SourceCrs("EPSG:4326")
        named = {GCJ_02: "gcj02", BD_09: "bd09"}[system]
        assert f"--crs {named}" in asked.value.next_step
        found = read_hazards(db.conn, path, Reading(crs=SourceCrs(crs_from_text(named))))
        assert found.areas[1].geometry.symmetric_difference(outline).area < outline.area * 0.001
        kept = read_hazards(db.conn, path, Reading(crs=asked.value.stated))
        assert kept.areas[1].geometry.symmetric_difference(outline).area > outline.area * 0.01


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    corner=some.tuples(some.integers(-300, 3_900), some.integers(-300, 3_900)), size=some.integers(20, 1_500), wide=some.integers(20, 4_000)
)
def test_areas_that_do_not_follow_the_outline_never_raise_a_false_alarm(
    connection: sqlite3.Connection, corner: tuple[int, int], size: int, wide: int
) -> None:
    area = HazardArea(None, "甲", HazardKind.FLOOD, HazardLevel.RED, "", None, None, box(*corner, wide, size))
    ask_about_areas([area], SourceCrs(f"EPSG:{EPSG}"), Ground(connection))


def test_closed_lines_of_a_drawing_are_areas_and_said_to_be(connection: sqlite3.Connection, tmp_path: Path) -> None:
    ring = shapely.LineString(square().exterior.coords)
    rows = [(ring, {"name": "圈"}), (shapely.LineString(list(ring.coords)[:3]), {"name": "线"})]
    found = read_hazards(connection, geojson(tmp_path / "图.geojson", rows))
    assert [(area.name, round(area.geometry.area)) for area in found.areas] == [("圈", 90_000)]
    assert [(p.name, p.fate) for p in found.problems] == [("圈", Fate.RING), ("线", Fate.NO_AREA)]


def test_the_same_area_in_two_layers_is_taken_once(connection: sqlite3.Connection, tmp_path: Path) -> None:
    path = kml(tmp_path / "谷歌.kml", {"一": [(square(), {"name": "甲"})], "二": [(square(), {"name": "甲"})]})
    found = read_hazards(connection, path)
    assert (found.total, len(found.areas)) == (2, 1)
    assert [(p.layer, p.number, p.reason) for p in found.problems] == [("二", 1, "与“一”第 1 行完全相同，只取一次")]


@pytest.mark.parametrize("ending", ["shp", "gpkg", "geojson", "kml", "kmz", "csv", "dxf", "gpx"])
def test_an_empty_file_is_said_to_be_empty(connection: sqlite3.Connection, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"空.{ending}"
    path.touch()
    with pytest.raises(BadFile, match="文件是空的"):
        read_hazards(connection, path)
