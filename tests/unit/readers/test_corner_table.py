"""Tables of corners: headers of all kinds, degrees and metres, X that is the north, and lines that say nonsense."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import shapely
from hypothesis import given, strategies

from gisapp.errors import BadFile, Cancelled
from gisapp.readers.area_rows import AreaLayer
from gisapp.readers.areas import read_areas
from gisapp.readers.coordinate_text import coordinate_from_text


def table(path: Path, text: str, encoding: str = "utf-8") -> AreaLayer:
    path.write_bytes(text.encode(encoding))
    [layer] = read_areas(path)
    return layer


DEGREES = """2026年隐患点角点表,,,
名称,经度,纬度,等级
甲,108.1,33.0,红
甲,108.2,33.0,
甲,108.2,33.1,
乙,108.5,33.0,黄
,108.6,33.0,
,108.6,33.1,
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_lines_of_one_name_are_the_corners_of_an_area(tmp_path: Path, encoding: str) -> None:
    layer = table(tmp_path / "角点.csv", DEGREES, encoding)
    assert (layer.crs, layer.total, layer.refused) == ("EPSG:4326", 2, ())
    first, second = layer.rows
    assert (first.number, dict(first.fields)) == (3, {"名称": "甲", "等级": "红"})
    assert first.geometry.equals(shapely.Polygon([(108.1, 33.0), (108.2, 33.0), (108.2, 33.1)]))
    assert (second.number, dict(second.fields)["等级"]) == (6, "黄")


@pytest.mark.parametrize(
    ("header", "corners", "crs", "first"),
    [
        ("东坐标,北坐标", ((500100, 3640100), (500200, 3640100), (500200, 3640200)), None, (500100, 3640100)),
        ("X,Y", ((3640100, 500100), (3640100, 500200), (3640200, 500200)), None, (500100, 3640100)),
        ("x,y", ((500100, 3640100), (500200, 3640100), (500200, 3640200)), None, (500100, 3640100)),
        ("X,Y", ((3640100, 36500100), (3640100, 36500200), (3640200, 36500200)), "EPSG:4524", (36500100, 3640100)),
        ("横坐标;纵坐标", ((18500100, 3640100), (18500200, 3640100), (18500200, 3640200)), "EPSG:4496", (18500100, 3640100)),
        ("X,Y", ((33.0, 108.1), (33.0, 108.2), (33.1, 108.2)), "EPSG:4326", (108.1, 33.0)),
    ],
)
def test_degrees_metres_zones_and_survey_axes_are_told_apart(
    header: str, corners: tuple[tuple[float, float], ...], crs: str | None, first: tuple[float, float], tmp_path: Path
) -> None:
    mark = ";" if ";" in header else ","
    layer = table(tmp_path / "面.csv", "\n".join([header, *(f"{x}{mark}{y}" for x, y in corners)]))
    assert (layer.crs, layer.is_in_metres) == (crs, crs is None)
    assert layer.rows[0].geometry.exterior.coords[0] == first
    assert layer.rows[0].geometry.area > 0


def test_a_corner_that_repeats_the_first_closes_the_ring(tmp_path: Path) -> None:
    ring = "甲,0,0\n甲,1,0\n甲,1,1\n甲,0,0\n"
    layer = table(tmp_path / "面.csv", f"名称,经度,纬度\n{ring}{ring}")
    assert [row.number for row in layer.rows] == [2, 6]


def test_an_area_with_a_line_that_says_nonsense_is_refused_by_its_line(tmp_path: Path) -> None:
    layer = table(tmp_path / "面.csv", "名称,经度,纬度\n甲,0,0\n甲,没有,0\n甲,1,1\n甲,1,2\n乙,0,0\n乙,1,0\n丙,0,0\n丙,1,0\n丙,1,inf\n")
    assert (layer.total, layer.rows) == (3, ())
    assert [(row.number, row.reason) for row in layer.refused] == [
        (2, "表格第 3 行的坐标读不懂"),
        (6, "角点不足三个"),
        (8, "表格第 10 行的坐标读不懂"),
    ]


@pytest.mark.parametrize("text", ["\n", "甲,乙\n1,2\n", "经度\n108\n"])
def test_a_table_without_coordinates_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadFile, match="没有找到坐标列"):
        table(tmp_path / "面.csv", text)


DASHED, PRIMED = ("33-00-00", "33-30-00"), ("33°00′00″", "33°30′00″")


@pytest.mark.parametrize(
    ("west", "east", "low", "high"),
    [
        ("109°30'15\"", "109°45'15\"", "33°0'", "33°30'"),
        ("109°30'15\"E", "109°45'15\"E", "33°0'0\"N", "33°30'0\"N"),
        ("109-30-15", "109-45-15", *DASHED),
        ("109 30 15", "109 45 15.0", "33 0 0", "33 30 0"),
        ("109:30:15", "109:45:15", "33:00:00", "33:30:00"),
        ("１０９°３０′１５″", "１０９°４５′１５″", *PRIMED),
        ("东经109度30分15秒", "东经109度45分15秒", "北纬33度0分0秒", "北纬33度30分0秒"),
        ("E109°30.25'", "E109°45.25'", "N33°", "N33.5°"),
        ("109°30’15”E", "109º45’15”E", "33°00’00”N", "33º30’00”N"),
        ("109.504166667", "109．754166667", "33", "33.5"),
    ],
)
def test_degrees_minutes_and_seconds_are_read_as_people_write_them(west: str, east: str, low: str, high: str, tmp_path: Path) -> None:
    corners = ((west, low), (east, low), (east, high), (west, high))
    path = tmp_path / "面.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("纬度（度分秒）", "经度（度分秒）"), *((lat, lon) for lon, lat in corners)])
    [layer] = read_areas(path)
    [row] = layer.rows
    assert layer.crs == "EPSG:4326"
    assert row.geometry.bounds == pytest.approx((109.504166667, 33.0, 109.754166667, 33.5))
    assert row.fields == ()


@pytest.mark.parametrize("text", ["109-61-15", "109°30'61\"", "109°30.5'15\"", "E109N", "109°", "nan", "inf", "一百零九", ""])
def test_what_is_no_coordinate_is_refused_by_its_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "面.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("经度", "纬度"), (108, 33), (text, 33), (108, 34), (109, 34)])
    [layer] = read_areas(path)
    if text == "109°":
        assert layer.rows[0].geometry.bounds[2] == 109.0
    else:
        assert [row.reason for row in layer.refused] == ["表格第 3 行的坐标读不懂"]


@given(value=strategies.floats(0, 179), sign=strategies.sampled_from(["°'\"", "---", ":::", "度分秒"]), place=strategies.integers(0, 3))
def test_degrees_come_back_from_any_way_of_writing_them(value: float, sign: str, place: int) -> None:
    seconds = round(value * 3600, place)
    whole = int(seconds)
    rest = f"{whole % 60:02d}.{round((seconds - whole) * 1000):03d}"
    text = f"{whole // 3600}{sign[0]}{whole % 3600 // 60:02d}{sign[1]}{rest}{sign[2] if sign != '---' and sign != ':::' else ''}"
    assert coordinate_from_text(text).value == pytest.approx(seconds / 3600, abs=1e-6)


def test_letters_say_which_axis_a_column_holds_whatever_its_title(tmp_path: Path) -> None:
    layer = table(tmp_path / "面.csv", "经度,纬度\n33°N,108°E\n33°N,109°E\n34°N,109°E\n")
    assert layer.rows[0].geometry.bounds == (108.0, 33.0, 109.0, 34.0)


RINGS = """名称,圈号,点号,经度,纬度,等级
甲,1,J1,0,0,红
甲,1,J2,9,0,红
甲,1,J3,9,9,红
甲,1,J4,0,9,红
乙,1,J1,20,0,黄
乙,1,J2,29,0,黄
乙,1,J3,29,9,黄
甲,2,J5,3,3,
甲,2,J6,6,3,
甲,2,J7,6,6,
甲,3,J8,40,0,红
甲,3,J9,49,0,红
甲,3,J10,49,9,红
"""


def test_rings_of_one_name_are_one_area_with_its_holes_and_parts(tmp_path: Path) -> None:
    layer = table(tmp_path / "面.csv", RINGS)
    assert (layer.total, layer.refused) == (2, ())
    first, second = layer.rows
    assert (first.number, dict(first.fields)["等级"], second.number) == (2, "红", 6)
    assert first.geometry.geom_type == "MultiPolygon"
    assert first.geometry.area == 81 - 4.5 + 40.5
    assert second.geometry.area == 40.5


def test_rings_that_contradict_or_overlap_each_other_stay_areas_of_their_own(tmp_path: Path) -> None:
    text = "名称,经度,纬度,等级\n" + "".join(
        f"滑坡,{x + dx},{dy},{level}\n" for x, level in ((0, "红"), (5, "红"), (50, "黄")) for dx, dy in ((0, 0), (9, 0), (9, 9), (0, 0))
    )
    layer = table(tmp_path / "面.csv", text)
    assert [(row.number, dict(row.fields)["等级"]) for row in layer.rows] == [(2, "红"), (6, "红"), (10, "黄")]


def test_a_ring_in_trouble_refuses_the_whole_area_it_belongs_to(tmp_path: Path) -> None:
    layer = table(tmp_path / "面.csv", RINGS.replace("甲,2,J6,6,3", "甲,2,J6,六,3"))
    assert [(row.number, row.reason) for row in layer.refused] == [(2, "表格第 10 行的坐标读不懂")]
    assert (layer.total, [row.number for row in layer.rows]) == (2, [6])


@pytest.mark.parametrize("content", [b"\x00" * 50, "经度,纬度\n".encode() + b'"' + b"1" * 200_000, b"\xff\xff\xff"])
def test_what_is_no_table_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "面.csv"
    path.write_bytes(content)
    with pytest.raises(BadFile):
        read_areas(path)


def test_a_table_saved_as_unicode_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "面.csv"
    path.write_bytes("名称\t经度\t纬度\n甲\t0\t0\n甲\t1\t0\n甲\t1\t1\n".encode("utf-16"))
    assert read_areas(path)[0].rows[0].geometry.area == 0.5


def test_a_long_table_is_cancelled_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "面.csv"
    path.write_text("经度,纬度\n" + "1,2\n" * 5_000, encoding="utf-8")
    with pytest.raises(Cancelled):
        read_areas(path, cancelled=lambda: True)
