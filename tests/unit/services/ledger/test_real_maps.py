"""Files as other programs make them: drawings, curves, shapefiles cut off or without .prj, KML folders, tracks, photos."""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

import pytest
import shapely
from PIL import Image
from python_calamine import CalamineWorkbook

from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadFile, BadRequest
from gisapp.export.ledger_problems import write_problems
from gisapp.services.ledger.import_ledger import preview_ledger
from gisapp.services.ledger.look_at_map import look_at_map
from gisapp.services.places.ask_crs import CrsAsked
from gisapp.spatial import crs
from gisapp.spatial.source_crs import SourceCrs
from tests.builders import EPSG, opened
from tests.unit.readers.files import Feature, frame, kml
from tests.unit.readers.ledgers import workbook
from tests.unit.readers.photos import made_photo
from tests.unit.services.map_files import at, cell, doubts, gpkg, imported, outcome, place_of, previewed, reasons, shp, sql, table_of

GRIDS: tuple[Feature, ...] = (
    (cell(0, 0), {"网格编号": "G001", "网格名称": "第01网格", "所属村": "西山村"}),
    (cell(2000, 0), {"网格编号": "G002", "网格名称": "第02网格", "所属村": "东社区"}),
)


def in_metres(features: tuple[Feature, ...], epsg: int) -> list[Feature]:
    move = crs.mover(4490, epsg)
    return [(None if shape is None else move(shape), fields) for shape, fields in features]


def test_a_drawing_s_closed_lines_are_houses(county: Path, tmp_path: Path) -> None:
    outline = crs.mover(4490, EPSG)(cell(90, 90, 20, 20)).exterior
    path = tmp_path / "房屋.dxf"
    frame(
        [(shapely.LineString(outline.coords), {"Layer": "房屋"}), (shapely.Point(outline.coords[0]).buffer(9).exterior, {"Layer": "房屋"})],
        EPSG,
    )[["geometry"]].to_file(path, driver="DXF")
    with pytest.raises(CrsAsked) as asked:
        previewed(county, path, "houses")
    assert asked.value.proposals[0].source == SourceCrs(f"EPSG:{EPSG}")
    plan = previewed(county, path, "houses", source=asked.value.proposals[0].source)
    assert sum(outcome(plan)) == 2
    assert len(plan.refused) == 0
    assert "闭合的线按面读取" in doubts(plan)[1]


def curved_gpkg(path: Path) -> Path:
    """A GeoPackage with a curve polygon, as survey programs write it: a circle of 100 m about a place."""
    gpkg(path, GRIDS[:1])
    middle = crs.mover(4490, EPSG)(at(500, 500))
    x, y = middle.x, middle.y
    ring = [(x - 100, y), (x, y + 100), (x + 100, y), (x, y - 100), (x - 100, y)]
    points = b"".join(struct.pack("<2d", *point) for point in ring)
    circle = b"\x01" + struct.pack("<II", 10, 1) + b"\x01" + struct.pack("<II", 8, 5) + points
    blob = b"GP\x00\x01" + struct.pack("<i", EPSG) + circle
    connection = sqlite3.connect(path)
    connection.create_function("ST_IsEmpty", 1, lambda _geom: 0)
    for name, value in (("ST_MinX", x - 100), ("ST_MaxX", x + 100), ("ST_MinY", y - 100), ("ST_MaxY", y + 100)):
        connection.create_function(name, 1, lambda _geom, value=value: value)
    table = path.stem
    connection.execute(f"UPDATE gpkg_geometry_columns SET geometry_type_name = 'GEOMETRY', srs_id = {EPSG}")  # noqa: S608
    connection.execute(f"UPDATE gpkg_contents SET srs_id = {EPSG}")  # noqa: S608
    connection.execute(
        "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, NULL)",
        (crs.crs_name(EPSG), EPSG, EPSG, crs.crs_wkt(EPSG)),
    )
    connection.execute(f'UPDATE "{table}" SET geom = ?', (blob,))  # noqa: S608
    connection.commit()
    connection.close()
    return path


def test_curves_are_read_as_short_straight_pieces_and_counted(county: Path, tmp_path: Path) -> None:
    plan = imported(county, curved_gpkg(tmp_path / "曲线.gpkg"), "grids", source=SourceCrs(f"EPSG:{EPSG}")).plan
    assert outcome(plan) == (0, 1, 0, 0)
    assert plan.figures["curved"] == 1
    assert "曲线按短直线读取" in doubts(plan)[1]
    area = place_of(county, "grid", "code = 'G001'").area
    assert area == pytest.approx(3.14159 * 100**2, rel=0.01)


@pytest.mark.parametrize("epsg", [4524, 4546, 4525])
def test_a_shapefile_in_gbk_of_a_wrong_zone_without_prj_comes_in_once_the_zone_is_said(epsg: int, county: Path, tmp_path: Path) -> None:
    path = shp(tmp_path / "网格.shp", in_metres(GRIDS, epsg), epsg=epsg, encoding="gbk")
    for suffix in (".prj", ".cpg"):
        path.with_suffix(suffix).unlink(missing_ok=True)
    with pytest.raises(CrsAsked, match="没有说明坐标系") as asked:
        previewed(county, path, "grids")
    plan = previewed(county, path, "grids", source=asked.value.proposals[0].source)
    assert outcome(plan) == (0, 0, 2, 0)
    path.with_suffix(".prj").write_text(crs.crs_wkt(4536), encoding="ascii")
    with pytest.raises(CrsAsked, match="没有一处在本县"):
        previewed(county, path, "grids")


def test_a_shapefile_cut_in_half_counts_every_row(county: Path, tmp_path: Path) -> None:
    features = [(cell(500 * x, 500 * y, 500, 500), {"编号": f"{x}-{y}"}) for x in range(8) for y in range(8)]
    path = shp(tmp_path / "半.shp", features)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    table = table_of(county, path, "grids")
    plan = previewed(county, path, "grids")
    assert plan.rows == 64
    assert len(plan.new) + len(plan.refused) == 64
    assert 20 < len(plan.refused) < 44
    assert table.shapes is not None
    assert any("文件不完整" in note for note in table.shapes.notes)


def test_every_folder_of_a_kml_is_a_layer_and_all_come_in_together(county: Path, tmp_path: Path) -> None:
    path = kml(
        tmp_path / "网格.kml",
        {"甲": [(cell(0, 0, 900, 900), {"name": "甲格"}), (None, {"name": "空格"})], "乙": [(cell(2000, 0, 900, 900), {"name": "乙格"})]},
    )
    assert [(layer.name, layer.total) for layer in look_at_map(path).layers] == [("甲", 2), ("乙", 1)]
    plan = imported(county, path, "grids", source=SourceCrs("EPSG:4326")).plan
    assert outcome(plan) == (2, 0, 0, 1)
    assert reasons(plan) == {2: "没有图形"}


def test_a_layer_that_has_no_shapes_at_all_does_not_stand_in_the_way(county: Path, tmp_path: Path) -> None:
    path = kml(tmp_path / "网格.kml", {"说明": [(None, {"name": "制图单位"})], "网格": [(cell(0, 0), {"name": "第01网格"})]})
    assert outcome(previewed(county, path, "grids", source=SourceCrs("EPSG:4326"))) == (0, 0, 1, 0)
    only = kml(tmp_path / "空.kml", {"网格": [(None, {"name": "第01网格"})]})
    assert outcome(previewed(county, only, "grids")) == (0, 0, 0, 1)


def test_waypoints_of_a_gpx_are_houses(county: Path, tmp_path: Path) -> None:
    places = "".join(f'<wpt lat="{at(x, 900).y:.7f}" lon="{at(x, 900).x:.7f}"><name>西山村9组{x}号</name></wpt>' for x in (900, 1000))
    path = tmp_path / "走访.gpx"
    path.write_text(f'<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">{places}</gpx>', encoding="utf-8")
    assert outcome(imported(county, path, "houses").plan) == (2, 0, 0, 0)
    assert place_of(county, "house", "number = '西山村9组900号'").equals_exact(shapely.Point(900, 900), 0.1)


def test_a_folder_of_photos_brings_their_places(county: Path, tmp_path: Path) -> None:
    folder = tmp_path / "照片"
    folder.mkdir()
    for x in (1000, 1100):
        made_photo(folder / f"西山村9组{x}号.jpg", place=(at(x, 900).x, at(x, 900).y), taken="2021:08:30 09:00:00")
    made_photo(folder / "没有位置.jpg")
    (folder / "坏.jpg").write_bytes(b"\xff\xd8\xff broken")
    Image.new("RGB", (9, 9)).save(folder / "别的.png")
    plan = imported(county, folder, "houses", mapping="照片=门牌").plan
    assert outcome(plan) == (2, 0, 0, 2)
    assert sorted(reasons(plan).values()) == ["照片已损坏，读不出来", "照片里没有位置"]
    assert sql(county, "SELECT count(*) FROM house WHERE number LIKE '西山村9组1000号%'") == [(1,)]
    [layer] = look_at_map(folder / "西山村9组1000号.jpg").layers
    assert (layer.total, layer.cells[0][1]) == (1, "2021-08-30 09:00:00")
    empty = tmp_path / "空"
    empty.mkdir()
    with pytest.raises(BadFile):
        look_at_map(empty)


def test_heights_parts_and_crossings_are_counted(county: Path, tmp_path: Path) -> None:
    bow = shapely.Polygon([at(0, 0), at(1900, 1900), at(1900, 0), at(0, 1900)])
    apart = shapely.MultiPolygon([cell(2000, 0, 900, 900), cell(3000, 0, 900, 900)])
    features: tuple[Feature, ...] = (
        (shapely.force_3d(bow, 512), {"编号": "G001", "所属村": "西山村"}),
        (apart, {"编号": "G002", "所属村": "东社区"}),
        (None, {"编号": "G003", "所属村": "西山村"}),
    )
    plan = previewed(county, gpkg(tmp_path / "杂.gpkg", features), "grids", source=SourceCrs("EPSG:4490"))
    assert outcome(plan) == (0, 2, 0, 1)
    counts = {name: plan.figures[name] for name in ("with_height", "multi_part", "repaired", "curved")}
    assert counts == {"with_height": 1, "multi_part": 2, "repaired": 1, "curved": 0}


def test_a_county_s_own_file_is_a_map_too(county: Path, tmp_path: Path) -> None:
    other = tmp_path / "另一台.gpkg"
    other.write_bytes(county.read_bytes())
    with opened(county) as db, db.conn:
        db.execute("UPDATE grid SET name = '旧名' WHERE id = 1")
    with pytest.raises(BadRequest, match="几个图层"):
        previewed(county, other, "grids")
    assert outcome(previewed(county, other, "grids", layers=["grid"])) == (0, 1, 3, 0)
    assert LedgerKind.GRIDS.shape is not None


def test_a_refused_shape_stands_in_the_workbook_of_problems_is_corrected_and_comes_in(county: Path, tmp_path: Path) -> None:
    features: tuple[Feature, ...] = (
        (shapely.LineString([(at(0, 0).x, at(0, 0).y), (at(900, 900).x, at(900, 900).y)]), {"路名": "通村路", "等级": "四级"}),
        (cell(500, 500, 300, 300), {"路名": "晒场路", "等级": "四级"}),
        (shapely.LineString([(108.0, 30.0), (108.1, 30.0)]), {"路名": "远路", "等级": "四级"}),
        (None, {"路名": "没画的路", "等级": "四级"}),
    )
    path = gpkg(tmp_path / "道路.gpkg", features)
    table = table_of(county, path, "roads")
    problems = tmp_path / "问题.xlsx"
    with opened(county) as db:
        assert write_problems(problems, table, preview_ledger(db.conn, table)) == 3
    rows = CalamineWorkbook.from_path(str(problems)).get_sheet_by_index(0).to_python()
    where = rows[0].index("图形WKT")
    assert [row[where].partition(" ")[0] for row in rows[1:]] == ["POLYGON", "LINESTRING", ""]
    same = imported(county, problems, "roads").plan
    assert outcome(same) == (0, 0, 0, 3)
    assert {reason.partition("：")[0].partition("（")[0] for reason in reasons(same).values()} == {"不是线", "在本县之外", "没有图形"}
    near = shapely.from_wkt(rows[2][where])
    rows[1][where] = rows[1][where].replace("POLYGON ((", "LINESTRING (").replace("))", ")")
    rows[2][where] = shapely.transform(near, lambda xy: xy - xy[0] + [at(100, 100).x, at(100, 100).y]).wkt
    rows[3][where] = f"LINESTRING ({at(1, 1).x} {at(1, 1).y}, {at(900, 1).x} {at(900, 1).y})"
    plan = imported(county, workbook(tmp_path / "改好.xlsx", rows), "roads").plan
    assert (len(plan.new), len(plan.refused)) == (3, 0)
    assert sql(county, "SELECT name FROM road ORDER BY name") == [("晒场路",), ("没画的路",), ("远路",)]
