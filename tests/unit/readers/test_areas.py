"""Every layer and every row of other people's files is counted; nothing is dropped silently."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
import shapely

from gisapp.errors import BadFile
from gisapp.readers.areas import AreaLayer, read_areas
from tests.builders import EPSG, box
from tests.unit.readers.files import frame, geojson, in_degrees, kml, square


def numbers(layer: AreaLayer) -> tuple[int, list[int], list[int]]:
    """All rows, taken and refused row numbers."""
    assert layer.total == len(layer.rows) + len(layer.refused)
    return layer.total, [row.number for row in layer.rows], [row.number for row in layer.refused]


def test_points_lines_and_missing_geometries_are_refused_row_by_row(tmp_path: Path) -> None:
    path = geojson(
        tmp_path / "混合 '数据'.geojson",
        [
            (square(), {"name": "甲"}),
            (None, {"name": "空"}),
            (shapely.Point(108, 33), {"name": "点"}),
            (shapely.LineString([(108, 33), (108.1, 33)]), {"name": "线"}),
            (shapely.MultiPolygon([square(), square(500, 500)]), {"name": "乙"}),
            (shapely.Polygon(), {"name": "空面"}),
        ],
    )
    [layer] = read_areas(path)
    assert numbers(layer) == (6, [1, 5], [2, 3, 4, 6])
    assert [row.reason for row in layer.refused] == ["没有图形", "不是面：点", "不是面：线", "没有图形"]
    assert [dict(row.fields)["name"] for row in layer.rows] == ["甲", "乙"]
    assert layer.crs == "EPSG:4326"


def test_every_layer_of_a_geopackage_is_read(tmp_path: Path) -> None:
    path = tmp_path / "两层.gpkg"
    frame([(square(), {"名称": "甲"})]).to_file(path, layer="洪涝", driver="GPKG")
    frame([(box(0, 0, 10, 10), {"mc": "乙"}), (None, {"mc": "丙"})], EPSG).to_file(path, layer="滑坡 2", driver="GPKG")
    first, second = read_areas(path)
    assert (first.name, first.crs, *numbers(first)) == ("洪涝", "EPSG:4326", 1, [1], [])
    assert (second.name, second.crs, *numbers(second)) == ("滑坡 2", f"EPSG:{EPSG}", 2, [1], [2])


def test_every_folder_of_a_kml_or_kmz_is_read(tmp_path: Path) -> None:
    path = kml(tmp_path / "谷歌.kml", {"一": [(square(), {"name": "甲"})], "二": [(square(), {"name": "乙"}), (None, {"name": "丙"})]})
    packed = tmp_path / "谷歌.kmz"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(path, "doc.kml")
    for file in (path, packed):
        first, second = read_areas(file)
        assert (first.name, numbers(first)) == ("一", (1, [1], []))
        assert (second.name, numbers(second)) == ("二", (2, [1], [2]))


def test_a_shapefile_without_prj_has_no_crs(tmp_path: Path) -> None:
    path = tmp_path / "面.shp"
    frame([(square(), {"name": "甲"})]).to_file(path, encoding="utf-8")
    path.with_suffix(".prj").unlink()
    [layer] = read_areas(path)
    assert (layer.crs, numbers(layer)) == (None, (1, [1], []))


def test_a_shapefile_written_in_gbk_is_read_with_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "国标.shp"
    frame([(square(), {"名称": "月河"})]).to_file(path, encoding="gbk")
    path.with_suffix(".cpg").unlink()
    [layer] = read_areas(path, encoding="gbk")
    assert dict(layer.rows[0].fields) == {"名称": "月河"}


def test_a_shapefile_cut_short_accounts_for_every_row_or_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "短.shp"
    frame([(square(x), {"name": str(x)}) for x in range(0, 2000, 100)]).to_file(path)
    whole = path.read_bytes()
    outcomes = set()
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        with suppress(BadFile):
            [layer] = read_areas(path)
            total, taken, refused = numbers(layer)
            assert sorted(taken + refused) == list(range(1, total + 1))
            outcomes.add(len(taken))
    assert max(outcomes) < 20
    path.write_bytes(whole)
    assert numbers(read_areas(path)[0]) == (20, list(range(1, 21)), [])


def test_three_dimensions_and_measures_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "高.gpkg"
    frame([(shapely.force_3d(square(), 500), {"name": "甲"})]).to_file(path, driver="GPKG")
    [layer] = read_areas(path)
    assert not layer.rows[0].geometry.has_z


def test_numbers_with_gaps_stay_whole_and_gaps_stay_empty(tmp_path: Path) -> None:
    path = geojson(
        tmp_path / "数.geojson", [(square(), {"等级": 2, "深": 0.5, "注": None}), (square(), {"等级": None, "深": None, "注": "x"})]
    )
    [layer] = read_areas(path)
    assert [dict(row.fields) for row in layer.rows] == [{"等级": "2", "深": "0.5", "注": ""}, {"等级": "", "深": "", "注": "x"}]


def test_a_ring_that_crosses_itself_is_passed_on_for_repair(tmp_path: Path) -> None:
    bow = in_degrees(shapely.Polygon([(5e5, 3.64e6), (5e5 + 9, 3.64e6 + 9), (5e5 + 9, 3.64e6), (5e5, 3.64e6 + 9)]))
    [layer] = read_areas(geojson(tmp_path / "结.geojson", [(bow, {})]))
    assert not layer.rows[0].geometry.is_valid


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.geojson", b""),
        ("半.geojson", b'{"type": "FeatureCollection", "features": [{"type": "Fea'),
        ("表.json", b"[1, 2, 3]"),
        ("文.geojson", "这不是图形文件".encode("gbk")),
        ("空.gpkg", b""),
        ("乱.gpkg", bytes(range(256)) * 40),
        ("乱.shp", bytes(range(256))),
        ("空.kml", b""),
        ("半.kml", b"<?xml version='1.0'?><kml><Document>"),
        ("乱.kmz", b"PK\x03\x04xxxx"),
    ],
)
def test_a_damaged_file_is_said_to_be_damaged(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadFile, match=name) as refusal:
        read_areas(path)
    assert refusal.value.next_step
    assert path.read_bytes() == content


def test_a_geojson_without_any_feature_has_no_rows(tmp_path: Path) -> None:
    [layer] = read_areas(geojson(tmp_path / "空.geojson", []))
    assert numbers(layer) == (0, [], [])


@pytest.mark.parametrize(("name", "words"), [("没有.geojson", "找不到文件"), ("表.xlsx", "不认识的文件类型"), ("目录.gpkg", "找不到文件")])
def test_a_missing_or_foreign_file_is_said(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(b"x")
    (tmp_path / "目录.gpkg").mkdir()
    with pytest.raises(BadFile, match=words):
        read_areas(tmp_path / name)
