"""A small good file of every format and for every door: what mutations start from. Made-up people only."""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np
import shapely

from gisapp.export.roll_call_file import write_roll_call_file
from gisapp.services.roll_call.carry_roll_call import carry_roll_call
from gisapp.storage.county import county_file
from tests.builders import EAST, NORTH, box
from tests.unit.readers.files import frame, geojson, in_degrees, kml
from tests.unit.readers.ledgers import open_document, text_file, workbook
from tests.unit.readers.photos import made_photo
from tests.unit.readers.rasters import geotiff

PEOPLE = (
    ("户编号", "户主姓名", "身份证号", "姓名", "与户主关系", "电话", "镇", "村/社区", "网格", "现住址", "经度", "纬度", "出生日期"),
    ("N001", "钱十", "61099919900101123X", "钱十", "户主", "13000000001", "西镇", "西山村", "", "西山村9号", "108.0", "32.9", "1990-01-01"),
    ("N001", "钱十", "610999199202021244", "孙九", "配偶", "13000000002", "西镇", "西山村", "", "西山村9号", "108.0", "32.9", "1992.2.2"),
    ("N002", "李八", "610999196003031235", "李八", "户主", "", "东镇", "东社区", "", "东社区3号", "108.02", "32.9", "1960年3月3日"),
)
FORM = (
    ("人员编号", "户编号", "门牌", "姓名", "现住何处", "上次核对", "核对结果", "住在哪里（别处时填）", "核对日期"),
    ("1", "H001", "", "赵一", "", "", "住在别处", "县城亲戚家", "2024-05-01"),
    ("2", "H002", "", "钱二", "", "", "住在这里", "", "2024-05-01 00:00"),
)
SHEET = (("户编号", "户主", "点名结果", "去向", "时间", "联系人", "备注"), ("H001", "赵一", "已转移", "村小学", "20:15", "王五", "三人"))
AREAS = (
    (in_degrees(box(0, 0, 900, 900)), {"名称": "月河", "等级": "红", "类型": "洪涝", "水深": 1.5}),
    (in_degrees(box(2100, 100, 500, 500)), {"名称": "后坡", "等级": "橙", "类型": "滑坡", "水深": None}),
)
HERE = {"west": EAST, "north": NORTH + 4000.0, "cell": 100.0}


def _corners(path: Path) -> Path:
    rows = [("名称", "等级", "经度", "纬度")]
    for shape, fields in AREAS:
        rows += [(fields["名称"], fields["等级"], f"{x:.6f}", f"{y:.6f}") for x, y in shape.exterior.coords]
    return text_file(path, rows, encoding="gb18030")


def _shapefile(path: Path) -> Path:
    frame(AREAS).to_file(path, encoding="gb18030")
    return path


def _package(path: Path) -> Path:
    frame(AREAS).to_file(path, layer="风险区", driver="GPKG")
    frame([(shapely.Point(108, 32.9), {"名称": "点"})]).to_file(path, layer="点", driver="GPKG")
    return path


def _kml(path: Path) -> Path:
    kml(path, {"洪涝": [(shape, {"name": fields["名称"]}) for shape, fields in AREAS]})
    data = '<ExtendedData><Data name="等级"><value>红</value></Data></ExtendedData></Placemark>'
    path.write_text(path.read_text("utf-8").replace("</Placemark>", data), "utf-8")
    return path


def _kmz(path: Path) -> Path:
    text = _kml(path.with_suffix(".tmp"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("doc.kml", text.read_bytes())
        file.writestr("files/图.png", b"\x89PNG")
    text.unlink()
    return path


def _gpx(path: Path) -> Path:
    path.write_text(
        "<?xml version='1.0'?><gpx xmlns='http://www.topografix.com/GPX/1/1'><wpt lat='32.9' lon='108.0'><name>避险点</name></wpt>"
        "<rte><rtept lat='32.9' lon='108'/><rtept lat='32.91' lon='108.1'/></rte>"
        "<trk><name>巡河</name><trkseg><trkpt lat='33' lon='108'/><trkpt lat='33.1' lon='108.1'/></trkseg></trk></gpx>",
        "utf-8",
    )
    return path


def _drawing(path: Path) -> Path:
    ring = [(0, "LWPOLYLINE"), (8, "图层"), (100, "AcDbPolyline"), (90, 3), (70, 1), (10, 0), (20, 0), (10, 9), (20, 0), (10, 9), (20, 9)]
    more = [
        (0, "CIRCLE"),
        (8, "0"),
        (100, "AcDbCircle"),
        (10, 500),
        (20, 500),
        (40, 50),
        (0, "TEXT"),
        (8, "字"),
        (10, 5),
        (20, 5),
        (1, "村"),
    ]
    head, tail = [(0, "SECTION"), (2, "ENTITIES")], [(0, "ENDSEC"), (0, "EOF")]
    path.write_bytes("".join(f"{code}\n{value}\n" for code, value in (*head, *ring, *more, *tail)).encode("gb18030"))
    return path


def old_workbook(path: Path) -> Path:
    """The people as an .xls of Excel 97: one stream of records in an OLE container of 512-byte sectors."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    cells = b""
    for row, values in enumerate(PEOPLE):
        for column, value in enumerate(values):
            text = value.encode("utf-16-le")
            cells += record(0x204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + text)
    size = record(0x200, struct.pack("<IIHHH", 0, len(PEOPLE), 0, len(PEOPLE[0]), 0))
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + size + cells + record(0x0A, b"")
    name = "人员".encode("utf-16-le")
    head = record(0x809, struct.pack("<HHHHII", 0x600, 0x5, 0, 0, 0, 0)) + record(0x42, struct.pack("<H", 1200))
    begin = len(head) + 4 + 8 + len(name) + 4
    book = head + record(0x85, struct.pack("<IBBBB", begin, 0, 0, 2, 1) + name) + record(0x0A, b"") + sheet
    book = book.ljust(max(4096, -(-len(book) // 512) * 512), b"\0")
    sectors = len(book) // 512
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))

    def entry(title: str, kind: int, child: int, start: int, length: int) -> bytes:
        raw = (title + "\0").encode("utf-16-le") if title else b""
        links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
        return raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1) + links + b"\0" * 36 + struct.pack("<IQ", start, length)

    nothing = entry("", 0, 0xFFFFFFFF, 0, 0)
    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 2, len(book)) + nothing * 2
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    )
    header += struct.pack("<I", 0xFFFFFFFF) * 108
    path.write_bytes(header + struct.pack("<128I", *table) + folder + book)
    return path


def _slope(path: Path) -> Path:
    values = np.add.outer(np.arange(40.0), np.arange(40.0))
    values[3, 3] = -9999
    return geotiff(path, values if path.stem == "depths" else values + 300, **HERE)


def _photo(path: Path) -> Path:
    return made_photo(path, place=(108.0, 32.9), taken="2024:06:01 16:20:00", size=(80, 60))


PLACES = tuple(
    (in_degrees(shape), {"网格代码": code, "名称": code, "村/社区": "西山村", "门牌": f"西山村{code}", "楼栋": 1, "上级代码": "610999100"})
    for code, shape in (("G901", box(0, 0, 2000, 2000)), ("G902", box(0, 2000, 2000, 2000)))
)


def _places(path: Path) -> Path:
    if path.suffix == ".geojson":
        return geojson(path, PLACES)
    if path.suffix == ".csv":
        rows = [(*PLACES[0][1], "WKT"), *((*fields.values(), shapely.to_wkt(shape)) for shape, fields in PLACES)]
        return text_file(path, rows)
    frame(PLACES).to_file(path, **({"encoding": "utf-8"} if path.suffix == ".shp" else {"driver": "GPKG", "layer": "网格"}))
    return path


Maker = Callable[[Path], Path]
SEEDS: Mapping[str, Maker] = MappingProxyType(
    {
        "ledger.xlsx": lambda path: workbook(path, PEOPLE),
        "ledger.xls": old_workbook,
        "ledger.ods": lambda path: open_document(path, PEOPLE),
        "ledger.csv": lambda path: text_file(path, PEOPLE, encoding="gb18030"),
        "ledger.txt": lambda path: text_file(path, PEOPLE, separator="\t"),
        "form.xlsx": lambda path: workbook(path, FORM),
        "sheet.xlsx": lambda path: workbook(path, SHEET),
        "areas.csv": _corners,
        "areas.shp": _shapefile,
        "areas.gpkg": _package,
        "areas.geojson": lambda path: geojson(path, AREAS),
        "areas.kml": _kml,
        "areas.kmz": _kmz,
        "areas.gpx": _gpx,
        "areas.dxf": _drawing,
        "depths.tif": _slope,
        "terrain.tif": _slope,
        "photo.jpg": _photo,
        "map.geojson": _places,
        "map.gpkg": _places,
        "map.shp": _places,
        "map.csv": _places,
    }
)
"""Name, by which ``doors`` knows what to do with it -> who makes a good one. Those made of a county: ``seeds_of``."""


def seeds_of(county: Path, folder: Path) -> dict[str, list[Path]]:
    """One good file of every name in a folder of its own, each with the files beside it, the file itself first."""
    found = {}
    for name in (*SEEDS, "rollcall.json", "county.gpkg"):
        own = folder / name
        own.mkdir()
        path = own / name
        if name == "rollcall.json":
            with county_file.reading(county) as connection:
                write_roll_call_file(carry_roll_call(connection, 1, who="乙"), path)
        elif name == "county.gpkg":
            path.write_bytes(county.read_bytes())
        else:
            SEEDS[name](path)
        found[name] = [path, *sorted(set(own.iterdir()) - {path})]
    return found


def sealed(data: bytes) -> bytes:
    """A changed roll-call file with the fingerprint that fits: as one would write who means it."""
    from gisapp.domain.carried_roll_call import fingerprint

    try:
        said = json.loads(data)
        said["sha256"] = fingerprint(said)
        return json.dumps(said, ensure_ascii=True).encode()
    except (ValueError, TypeError, AttributeError, RecursionError):
        return data
