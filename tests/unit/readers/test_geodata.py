"""Layers of every format with all rows, words and shapes; whatever is wrong with a file is a row's reason or a sentence."""

from __future__ import annotations

import json
import sqlite3
import struct
import zipfile
from contextlib import suppress
from pathlib import Path
from time import monotonic

import numpy as np
import pytest
import shapely
from hypothesis import given, strategies

from gisapp.errors import BadFile, Cancelled
from gisapp.readers.geo_layer import GeoLayer, by_field
from gisapp.readers.geodata import BYTES_A_MESSAGE, HEAD_ROWS, _pieces, look_at_layers, read_geodata
from tests.builders import EPSG, box
from tests.unit.readers.files import frame, geojson, in_degrees, kml, square

POINT = in_degrees(shapely.Point(500_100, 3_640_100))


def one(path: Path, **how: str) -> GeoLayer:
    """The only layer of a file, every row accounted for."""
    [layer] = read_geodata(path, **how).layers  # type: ignore[arg-type]
    assert layer.total == len(layer.cells) == len(layer.shapes)
    assert all(len(cells) == len(layer.fields) for cells in layer.cells)
    return layer


def test_words_numbers_days_and_gaps_come_as_text(tmp_path: Path) -> None:
    path = geojson(tmp_path / "点 '一'.geojson", [
        (POINT, {"编号": "007", "层": 2, "面积": 0.5, "日": "2021-09-03", "空": None, "大": 610921100201, "列": ["甲"]}),
        (None, {"编号": "", "层": None, "面积": None, "日": None, "空": None, "大": None, "列": None}),
    ])  # fmt: skip
    layer = one(path)
    assert layer.fields == ("编号", "层", "面积", "日", "空", "大", "列")
    assert layer.cells[0][:6] == ["007", "2", "0.5", "2021-09-03", "", "610921100201"]
    assert layer.cells[1] == [""] * 7
    assert layer.shapes[0].equals_exact(POINT, 1e-9)
    assert layer.shapes[1] is None
    assert layer.crs == "EPSG:4326"


@pytest.mark.parametrize(("declared", "written"), [(None, "gb18030"), (None, "utf-8"), ("UTF-8", "gb18030"), ("ISO-8859-1", "gb18030"),
                                                   ("GBK", "gb18030"), ("Big5", "big5"), ("UTF-8", "utf-8")])  # fmt: skip
def test_the_words_of_a_shapefile_are_read_whatever_it_declares(tmp_path: Path, declared: str | None, written: str) -> None:
    words = "西山村" if written != "big5" else "東山村"
    path = tmp_path / "面.shp"
    frame([(square(), {"名": words}), (square(500), {"名": "月河"})]).to_file(path, encoding=written)
    path.with_suffix(".cpg").unlink()
    if declared:
        path.with_suffix(".cpg").write_text(declared)
    file = read_geodata(path)
    assert [cells[0] for cells in file.layers[0].cells] == [words, "月河"]
    assert file.layers[0].fields == ("名",)
    chosen = next(sample for sample in file.samples if sample.encoding == file.encoding)
    assert words in chosen.text
    assert chosen.is_clean


def test_another_encoding_can_be_chosen_and_a_foreign_one_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "面.shp"
    frame([(square(), {"名": "西山村"})]).to_file(path, encoding="gb18030")
    assert one(path, encoding="latin-1").cells[0][0] == "西山村".encode("gb18030").decode("latin-1")
    with pytest.raises(BadFile, match="klingon"):
        read_geodata(path, encoding="klingon")


def test_the_samples_show_the_same_words_in_each_encoding(tmp_path: Path) -> None:
    path = tmp_path / "面.shp"
    frame([(square(), {"名": "西山村"})]).to_file(path, encoding="gb18030")
    samples = {sample.encoding: sample for sample in read_geodata(path).samples}
    assert samples["gb18030"].is_clean
    assert not samples["utf-8"].is_clean


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_a_geojson_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = geojson(tmp_path / "图.geojson", [(POINT, {"名": "西山村"})])
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert one(path).cells == (["西山村"],)


def test_every_folder_of_a_kml_keeps_points_lines_and_areas(tmp_path: Path) -> None:
    place = "<Point><coordinates>108.1,33.1,500</coordinates></Point>"
    line = "<LineString><coordinates>108,33 108.1,33.1</coordinates></LineString>"
    track = "<gx:Track><gx:coord>108 33 1</gx:coord><gx:coord>108.1 33.1 1</gx:coord></gx:Track>"
    marks = "".join(f"<Placemark><name>{name}</name>{shape}</Placemark>" for name, shape in (("点", place), ("线", line), ("迹", track)))
    both = f"<Placemark><MultiGeometry>{place}{place}</MultiGeometry></Placemark>"
    path = tmp_path / "图.kml"
    path.write_text(f"<kml><Document>{marks}<Folder><name>夹</name>{both}</Folder></Document></kml>", encoding="utf-8")
    first, second = read_geodata(path).layers
    assert [shape.geom_type for shape in first.shapes] == ["Point", "LineString", "LineString"]
    assert [cells[0] for cells in first.cells] == ["点", "线", "迹"]
    assert (second.name, second.shapes[0].geom_type) == ("夹", "MultiPoint")


def test_waypoints_routes_and_tracks_of_a_gpx_are_layers(tmp_path: Path) -> None:
    path = tmp_path / "轨迹.gpx"
    path.write_text(
        "<?xml version='1.0'?><gpx xmlns='http://www.topografix.com/GPX/1/1'><wpt lat='33.1' lon='108.1'><name>避险点</name></wpt>"
        "<wpt lat='x' lon='1'/><rte><rtept lat='33' lon='108'/><rtept lat='33.1' lon='108.1'/></rte>"
        "<trk><name>巡河</name><trkseg><trkpt lat='33' lon='108'/><trkpt lat='33.1' lon='108.1'/></trkseg></trk></gpx>",
        encoding="utf-8",
    )
    points, routes, tracks = read_geodata(path).layers
    assert (points.name, points.total, points.cells[0][0], points.troubles) == ("航点", 2, "避险点", {1: "坐标读不懂"})
    assert points.shapes[0].equals(shapely.Point(108.1, 33.1))
    assert (routes.name, tracks.name, tracks.cells[0]) == ("航线", "航迹", ["巡河"])


def test_a_drawing_s_words_are_read_and_its_arcs_are_told(tmp_path: Path) -> None:
    def entity(kind: str, *pairs: tuple[int, object]) -> str:
        return "".join(f"{code}\n{value}\n" for code, value in ((0, kind), *pairs))

    shapes = entity("CIRCLE", (8, "0"), (100, "AcDbCircle"), (10, 500), (20, 500), (40, 50))
    shapes += entity(
        "LWPOLYLINE", (8, "图层"), (100, "AcDbPolyline"), (90, 3), (70, 1), (10, 0), (20, 0), (10, 9), (20, 0), (10, 9), (20, 9)
    )
    shapes += entity("TEXT", (8, "字"), (100, "AcDbText"), (10, 5), (20, 5), (40, 2), (1, "西山村"))
    path = tmp_path / "图.dxf"
    path.write_bytes(f"0\nSECTION\n2\nENTITIES\n{shapes}0\nENDSEC\n0\nEOF\n".encode("gb18030"))
    file = read_geodata(path)
    [layer] = file.layers
    assert file.encoding == "gb18030"
    assert layer.crs is None
    assert {cells[layer.fields.index("Layer")] for cells in layer.cells} == {"0", "图层", "字"}
    assert "西山村" in [cells[layer.fields.index("Text")] for cells in layer.cells]
    assert layer.curved == {0}


def test_curves_of_a_geopackage_are_told(tmp_path: Path) -> None:
    path = tmp_path / "弧.gpkg"
    frame([(box(0, 0, 2, 2), {"名": "甲"}), (box(0, 0, 2, 2), {"名": "乙"})], EPSG).to_file(path, layer="弧", driver="GPKG")
    ring = [(0, 0), (1, 1), (2, 0), (1, -1), (0, 0)]
    curve = struct.pack("<BIIBII", 1, 10, 1, 1, 8, len(ring)) + b"".join(struct.pack("<dd", *place) for place in ring)
    connection = sqlite3.connect(path)
    for (name,) in connection.execute("select name from sqlite_master where type = 'trigger'").fetchall():
        connection.execute(f'drop trigger "{name}"')
    connection.execute("update 弧 set geom = ? where 名 = '乙'", (b"GP\0\1" + struct.pack("<i", EPSG) + curve,))
    connection.commit()
    connection.close()
    layer = one(path)
    assert layer.curved == {1}
    assert layer.shapes[1].area == pytest.approx(np.pi, rel=0.01)


def test_a_look_reads_the_first_rows_and_counts_them_all(tmp_path: Path) -> None:
    path = tmp_path / "多.gpkg"
    frame([(shapely.Point(108 + x / 1e4, 33), {"名": str(x)}) for x in range(500)]).to_file(path, driver="GPKG")
    [layer] = look_at_layers(path).layers
    assert (layer.total, len(layer.cells), layer.geometry) == (500, HEAD_ROWS, "Point")


def test_only_the_layers_asked_for_are_read(tmp_path: Path) -> None:
    path = kml(tmp_path / "图.kml", {"一": [(square(), {"name": "甲"})], "二": [(square(), {"name": "乙"})]})
    assert [layer.name for layer in read_geodata(path, names=["二"]).layers] == ["二"]
    packed = tmp_path / "两.gpkg"
    for name in ("一", "二"):
        frame([(square(), {"名": name})]).to_file(packed, layer=name, driver="GPKG")
    assert [layer.name for layer in read_geodata(packed, names=["二"]).layers] == ["二"]


def test_a_shapefile_cut_short_or_without_its_parts_says_so(tmp_path: Path) -> None:
    path = tmp_path / "短.shp"
    frame([(square(x), {"名": str(x)}) for x in range(0, 2000, 100)]).to_file(path, encoding="utf-8")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    file = read_geodata(path)
    assert any("不完整" in note for note in file.notes)
    assert len(file.layers[0].cells) == 20
    assert sum(shape is None for shape in file.layers[0].shapes) == 11
    path.write_bytes(whole)
    path.with_suffix(".prj").unlink()
    assert any(".prj" in note for note in read_geodata(path).notes)
    path.with_suffix(".dbf").unlink()
    assert [shape is None for shape in read_geodata(path).layers[0].shapes] == [False] * 20
    path.with_suffix(".shx").unlink()
    with pytest.raises(BadFile, match=r"\.shx"):
        read_geodata(path)


def test_fields_that_only_some_rows_have_are_columns_of_all() -> None:
    assert by_field([[("a", "1"), ("a", "2")], [("b", "3")], []]) == (
        ("a", "a (2)", "b"), [["1", "2", None], [None, None, "3"], [None, None, None]],
    )  # fmt: skip


SECRET = "秘密"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return geojson(tmp_path / "别人的.geojson", [(POINT, {"名": SECRET})])


@pytest.mark.parametrize("name", ["a.geojson", "a.json", "a.gpkg", "a.shp", "a.dxf", "a.kml", "a.gpx"])
def test_a_file_that_only_points_to_another_opens_nothing(tmp_path: Path, secret: Path, name: str) -> None:
    layer = f"<OGRVRTDataSource><OGRVRTLayer name='别人的'><SrcDataSource>{secret}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    command = json.dumps({"type": "gdal_streamed_alg", "command_line": f"gdal vector read {secret}", "features": []})
    for content in (layer, command, f'{{"type": "FeatureCollection", "features": [], "a": {json.dumps(command)}}}'):
        (tmp_path / name).write_text(content, encoding="utf-8")
        try:
            file = read_geodata(tmp_path / name)
        except BadFile:
            continue
        assert not any(SECRET in str(row) for found in file.layers for row in found.cells)


@pytest.mark.parametrize("suffix", [".kml", ".gpx"])
@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>",
    ],
)
def test_entities_of_any_kind_are_refused(tmp_path: Path, suffix: str, head: str) -> None:
    path = tmp_path / f"弹{suffix}"
    path.write_text(f"<?xml version='1.0'?>{head}<{suffix[1:]}><name>&a;</name></{suffix[1:]}>", encoding="utf-8")
    with pytest.raises(BadFile):
        read_geodata(path)


def test_an_archive_that_unpacks_to_no_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "弹.kmz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("doc.kml", "w", force_zip64=True) as file:
        for _ in range(450):
            file.write(b" " * 1_000_000)
    lying = bytearray(path.read_bytes())
    with pytest.raises(BadFile, match="太大"):
        read_geodata(path)
    small = struct.pack("<II", 100, 100)
    at = lying.rfind(b"PK\x01\x02")
    lying[at + 20 : at + 28] = struct.pack("<I", struct.unpack_from("<I", lying, at + 20)[0]) + small[4:]
    path.write_bytes(lying)
    with pytest.raises(BadFile):
        read_geodata(path)


def test_an_endless_line_of_marks_within_marks_ends_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "深.kml"
    path.write_text("<kml>" + "<Folder>" * 200_000, encoding="utf-8")
    with pytest.raises(BadFile):
        read_geodata(path)


def test_a_table_that_claims_a_billion_rows_ends_in_a_sentence_or_in_its_own_rows(tmp_path: Path) -> None:
    path = tmp_path / "大.shp"
    frame([(square(), {"名": "甲"})]).to_file(path, encoding="utf-8")
    table = bytearray(path.with_suffix(".dbf").read_bytes())
    table[4:8] = struct.pack("<I", 1_000_000_000)
    path.with_suffix(".dbf").write_bytes(table)
    started = monotonic()
    with suppress(BadFile):
        assert len(read_geodata(path).layers[0].cells) == 1
    assert monotonic() - started < 30


def test_a_geopackage_that_claims_a_billion_rows_ends_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gisapp.readers.geodata.MOST_SILENT_SECONDS", 2.0)
    path = tmp_path / "大.gpkg"
    frame([(square(), {"名": "甲"})]).to_file(path, layer="面", driver="GPKG")
    connection = sqlite3.connect(path)
    connection.execute(
        "create view 大 as with recursive n(i) as (select 1 union all select i + 1 from n limit 2000000000)"
        " select i as fid, geom from n, 面"
    )
    connection.execute("insert into gpkg_contents (table_name, data_type, identifier, srs_id) values ('大', 'features', '大', 4326)")
    connection.execute("insert into gpkg_geometry_columns values ('大', 'geom', 'POLYGON', 4326, 0, 0)")
    connection.commit()
    connection.close()
    with pytest.raises(BadFile):
        read_geodata(path, names=["大"])


def test_cancel_ends_a_reading_at_once(tmp_path: Path) -> None:
    path = geojson(tmp_path / "图.geojson", [(POINT, {"名": "甲"})])
    with pytest.raises(Cancelled):
        read_geodata(path, cancelled=lambda: True)


@given(sizes=strategies.lists(strategies.integers(0, 3_000_000), max_size=60))
def test_rows_travel_in_pieces_that_are_soon_unpacked_and_none_is_lost(sizes: list[int]) -> None:
    pieces = list(_pieces(sizes))
    assert [place for at, end in pieces for place in range(at, end)] == list(range(len(sizes)))
    assert all(end - at == 1 or sum(sizes[at:end]) <= BYTES_A_MESSAGE for at, end in pieces)
