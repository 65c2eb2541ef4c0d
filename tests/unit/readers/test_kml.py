"""KML as Google Earth, Ovital and hands write it: every folder, value, hole and overlay accounted for."""

from __future__ import annotations

import tracemalloc
import zipfile
from pathlib import Path

import pytest
import shapely

from gisapp.errors import BadFile
from gisapp.readers.areas import read_areas
from gisapp.readers.child_process import NotReadable
from gisapp.readers.kml import read_kml
from tests.fuzz.bombs_in_tables import archive

RING = "<LinearRing><coordinates>{}</coordinates></LinearRing>"
SQUARE = RING.format("108,33,0 108.1,33,0 108.1,33.1,0 108,33,0")
AREA = f"<Polygon><outerBoundaryIs>{SQUARE}</outerBoundaryIs></Polygon>"


def kml(path: Path, body: str, *, head: str = "<?xml version='1.0' encoding='UTF-8'?>", encoding: str = "utf-8") -> Path:
    path.write_bytes(f"{head}<kml xmlns='http://www.opengis.net/kml/2.2'><Document>{body}</Document></kml>".encode(encoding))
    return path


def test_values_of_untyped_and_typed_data_keep_their_chinese_names(tmp_path: Path) -> None:
    untyped = "<ExtendedData><Data name='风险等级'><value>橙</value></Data></ExtendedData>"
    typed = "<ExtendedData><SchemaData schemaUrl='#s'><SimpleData name='灾种'>滑坡</SimpleData></SchemaData></ExtendedData>"
    marks = f"<Placemark><name>甲</name>{untyped}{AREA}</Placemark><Placemark>{typed}<gx:x>1</gx:x>{AREA}</Placemark>"
    [layer] = read_areas(kml(tmp_path / "图.kml", marks))
    assert [dict(row.fields) for row in layer.rows] == [{"name": "甲", "风险等级": "橙"}, {"灾种": "滑坡"}]


def test_marks_outside_folders_in_folders_of_one_name_and_deep_within_are_all_counted(tmp_path: Path) -> None:
    mark = f"<Placemark>{AREA}</Placemark>"
    body = f"{mark}<Folder><name>镇</name>{mark}<Folder>{mark}</Folder></Folder><Folder><name>镇</name>{mark}{mark}</Folder>"
    layers = read_areas(kml(tmp_path / "图.kml", body + "<Folder>" * 3000 + mark + "</Folder>" * 3000))
    assert [(layer.name, layer.total) for layer in layers] == [("图", 1), ("镇", 1), ("镇 (2)", 1), ("镇 (3)", 2), ("图 (2)", 1)]


def test_what_is_no_area_is_refused_by_its_kind(tmp_path: Path) -> None:
    hole = f"<Polygon><outerBoundaryIs>{SQUARE}</outerBoundaryIs><innerBoundaryIs>{RING.format('1,1 2,x')}</innerBoundaryIs></Polygon>"
    body = (
        f"<Placemark><MultiGeometry>{AREA}{AREA}</MultiGeometry></Placemark><Placemark><name>空</name></Placemark>"
        "<Placemark><Point><coordinates>108,33</coordinates></Point></Placemark><GroundOverlay/><NetworkLink/>"
        f"<Placemark>{hole}</Placemark>"
    )
    [layer] = read_areas(kml(tmp_path / "图.kml", body))
    assert [(row.number, row.geometry.geom_type) for row in layer.rows] == [(1, "MultiPolygon")]
    reasons = [(row.number, row.reason) for row in layer.refused]
    assert reasons == [
        (2, "没有图形"),
        (3, "不是面：点"),
        (4, "不是地标：GroundOverlay"),
        (5, "不是地标：NetworkLink"),
        (6, "坐标读不懂"),
    ]


def test_a_file_in_gbk_is_read_by_what_it_says(tmp_path: Path) -> None:
    mark = f"<Placemark><name>月河</name>{AREA}</Placemark>"
    [layer] = read_areas(kml(tmp_path / "图.kml", mark, head="<?xml version='1.0' encoding='GBK'?>", encoding="gbk"))
    assert dict(layer.rows[0].fields)["name"] == "月河"


def test_a_field_called_name_goes_before_the_mark_s_own_name(tmp_path: Path) -> None:
    data = '<ExtendedData><Data name="code"><value>610</value></Data><Data name="name"><value>月河</value></Data></ExtendedData>'
    [layer] = read_areas(kml(tmp_path / "图.kml", f"<Placemark><name>610</name>{data}{AREA}</Placemark>"))
    assert dict(layer.rows[0].fields) == {"placemark_name": "610", "code": "610", "name": "月河"}


def test_every_kml_of_a_kmz_is_read(tmp_path: Path) -> None:
    mark = f"<Placemark>{AREA}</Placemark>"
    with zipfile.ZipFile(tmp_path / "图.kmz", "w") as archive:
        archive.write(kml(tmp_path / "a.kml", mark), "doc.kml")
        archive.write(kml(tmp_path / "b.kml", mark), "more/two.kml")
    assert [layer.total for layer in read_areas(tmp_path / "图.kmz")] == [1, 1]


@pytest.mark.parametrize("head", ["<!DOCTYPE kml [<!ENTITY a 'aaaa'>]>", "<!DOCTYPE kml SYSTEM 'file:///etc/passwd'>"])
def test_entities_are_never_followed(tmp_path: Path, head: str) -> None:
    with pytest.raises(BadFile):
        read_areas(kml(tmp_path / "图.kml", f"<Placemark>{AREA}</Placemark>", head=head))


def test_an_encoding_that_there_is_none_of_is_damage(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="damaged"):
        read_kml(kml(tmp_path / "a.kml", "", head="<?xml version='1.0' encoding='UTF-9'?>"))


def test_a_broken_member_of_an_archive_is_damage(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="damaged"):
        read_kml(archive(tmp_path / "a.kmz", {}, {"doc.kml": (b"\xff\xff\xff\xff", 100)}))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_file_read_in_pieces_is_the_same_wherever_they_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    point = "<Point><coordinates>108.5,32.9,300</coordinates></Point>"
    data = "<ExtendedData><Data name='门牌'><value>南街社区1组10号</value></Data></ExtendedData>"
    body = (
        f"<name>县</name><Style id='s'><IconStyle/></Style><Placemark><name>甲</name>{data}{point}</Placemark>"
        f"<Folder><Placemark><styleUrl>#s</styleUrl>{AREA}{point}</Placemark><name>后说的名字</name></Folder><Folder/>"
    )
    path = kml(tmp_path / "图.kml", body, head=f"<?xml version='1.0' encoding='{encoding}'?>", encoding=encoding)
    whole = read_kml(path)
    assert [(layer.name, layer.fields, layer.cells) for layer in whole] == [
        ("图", ("name", "门牌"), [["甲", "南街社区1组10号"]]),
        ("后说的名字", (), [[]]),
    ]
    assert [shapely.from_wkb(layer.wkb[0]).geom_type for layer in whole] == ["Point", "Polygon"]
    assert shapely.from_wkb(whole[0].wkb[0]).equals(shapely.Point(108.5, 32.9))
    for size in (61, 97, 256):
        monkeypatch.setattr("gisapp.readers.kml._BLOCK", size)
        assert read_kml(path) == whole


def test_a_county_s_houses_need_little_memory_at_a_time(tmp_path: Path) -> None:
    mark = "<Placemark><name>新村{n}号</name><Point><coordinates>108.{n},32.9</coordinates></Point></Placemark>"
    path = kml(tmp_path / "房屋.kml", "".join(mark.format(n=100_000 + n) for n in range(20_000)))
    tracemalloc.start()
    [layer] = read_kml(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert layer.total == 20_000
    assert peak < 6.5 * path.stat().st_size
