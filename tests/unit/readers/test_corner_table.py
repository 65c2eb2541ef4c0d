"""Tables of corners: headers of all kinds, degrees and metres, X that is the north, and lines that say nonsense."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from gisapp.errors import BadFile
from gisapp.readers.area_rows import AreaLayer
from gisapp.readers.areas import read_areas


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


@pytest.mark.parametrize("text", ["", "甲,乙\n1,2\n", "经度\n108\n"])
def test_a_table_without_coordinates_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadFile, match="没有找到坐标列"):
        table(tmp_path / "面.csv", text)
