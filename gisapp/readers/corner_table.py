"""Areas out of a table of corners, one corner a line, as surveyors and notices write them."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import shapely

from gisapp.domain.steps import import_cancelled
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.area_rows import DEGREES, AreaLayer, AreaRow, RefusedRow
from gisapp.readers.child_process import in_child
from gisapp.readers.coordinate_text import coordinate_from_text
from gisapp.readers.corner_rings import Place, Ring, areas_of_rings

HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lon": ("经度", "东经", "lon", "lng", "longitude", "经度e", "中心经度"),
        "lat": ("纬度", "北纬", "lat", "latitude", "纬度n", "中心纬度"),
        "east": ("东坐标", "东", "横坐标", "e", "east", "easting", "y(东)", "东向坐标"),
        "north": ("北坐标", "北", "纵坐标", "n", "north", "northing", "x(北)", "北向坐标"),
        "x": ("x", "x坐标", "坐标x", "纵坐标x"),
        "y": ("y", "y坐标", "坐标y", "横坐标y"),
        "name": ("名称", "风险区", "区域", "风险区名称", "隐患点名称", "name", "面号", "编号", "区域编号", "地块号", "id"),
        "ring": ("圈号", "环号", "圈", "环", "ring", "part"),
    }
)
ZONES = ((13, 23, 4491), (25, 45, 4513))
"""First and last zone number before the easting, EPSG of the first: CGCS2000's 6-degree and 3-degree zones."""

HEADER_WITHIN, ASK_EVERY, MOST_BYTES = 12, 2_000, 100_000_000
_UNIT = re.compile(r"[(\[](度|°|米|m|度分秒|十进制度|°'\")[)\]]$|[°(]$")
AXES = (("lon", "lat"), ("east", "north"), ("x", "y"))


def corner_table_of(path: Path, *, encoding: str | None = None, cancelled: Callable[[], bool] | None = None) -> AreaLayer:
    """``read_corner_table`` in a process of its own."""
    told = in_child(_parsed, str(path), encoding, in_words=partial(_in_words, path=path), cancelled=cancelled)
    crs, is_in_metres, numbers, fields, wkb, refused = told
    shapes = shapely.from_wkb(wkb)
    rows = tuple(AreaRow(path.stem, *one) for one in zip(numbers, fields, shapes, strict=True))
    return AreaLayer(path.stem, crs, len(rows) + len(refused), rows, tuple(RefusedRow(path.stem, *one) for one in refused), is_in_metres)


def _parsed(_tell: Callable[[int, int], None], path_text: str, encoding: str | None) -> tuple[Any, ...]:
    layer = read_corner_table(Path(path_text), encoding=encoding)
    refused = [(one.number, one.reason, one.fields) for one in layer.refused]
    wkb = [shapely.to_wkb(row.geometry) for row in layer.rows]
    return layer.crs, layer.is_in_metres, [row.number for row in layer.rows], [row.fields for row in layer.rows], wkb, refused


def _in_words(why: str, *, path: Path) -> BadFile:
    if why in ("large", "slow"):
        return BadFile(tr("文件太大：{path}", path=path), tr("请先裁剪到本县范围。"))
    return BadFile(tr("无法读取图形文件：{path}", path=path), tr("不像是表格；请用 Excel 打开，另存为 CSV 后再试。"))


def read_corner_table(path: Path, *, encoding: str | None = None, cancelled: Callable[[], bool] | None = None) -> AreaLayer:
    """The areas of a table: lines under one name are the corners of an area, in one ring or several.

    A ring ends where a corner repeats its first, or where the column of ring numbers (圈号) says another. An area's number is
    the line of its first corner. Degrees, metres with a zone number and metres without one are told apart. Raises BadFile when
    no header is found, Cancelled.
    """
    at, columns, lines = _table(path, encoding)
    rings = list(_rings(lines, at, columns, path.stem, cancelled=cancelled or (lambda: False)))
    crs, is_in_metres = _settled(rings, columns)
    rows, refused = areas_of_rings(rings, path.stem, are_named="name" in columns)
    return AreaLayer(path.stem, crs, len(rows) + len(refused), rows, refused, is_in_metres)


def _table(path: Path, encoding: str | None) -> tuple[int, dict[str, int], list[list[str]]]:
    """Where the header stands, what its columns mean, and every line as cells."""
    if path.stat().st_size > MOST_BYTES:
        raise BadFile(tr("文件太大：{path}", path=path), tr("请先裁剪到本县范围。"))
    text = _text(path, encoding)

    class Dialect(csv.excel):
        delimiter = max(",\t;，", key=text[:4_000].count)

    try:
        lines = list(csv.reader(text.splitlines(), dialect=Dialect))
    except csv.Error as error:
        raise BadFile(tr("无法读取图形文件：{path}", path=path), tr("不像是表格；请用 Excel 打开，另存为 CSV 后再试。")) from error
    return *_header(lines, path), lines


def _text(path: Path, encoding: str | None) -> str:
    content = path.read_bytes()
    usual = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for name in (encoding,) if encoding else usual:
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise BadFile(tr("无法读取图形文件：{path}", path=path), tr("文件的文字编码不对，请另存为 UTF-8。"))


def _header(lines: Sequence[Sequence[str]], path: Path) -> tuple[int, dict[str, int]]:
    """The line of the header, under titles perhaps, and where each meaning stands in it."""
    for at, line in enumerate(lines[:HEADER_WITHIN]):
        words = [_plain(word) for word in line]
        columns = {meaning: place for meaning, names in HEADERS.items() if (place := _first(words, names)) is not None}
        if any({*pair} <= columns.keys() for pair in AXES):
            return at, columns
    raise BadFile(tr("没有找到坐标列：{path}", path=path), tr("表头要有“经度、纬度”，或“东坐标、北坐标”，或“X、Y”。"))


def _plain(word: str) -> str:
    """A title without its unit: 经度（°） is 经度, Ｘ(m) is x."""
    flat = unicodedata.normalize("NFKC", word).strip().lower().replace(" ", "")
    return _UNIT.sub("", flat)


def _first(words: Sequence[str], names: Sequence[str]) -> int | None:
    return next((words.index(name) for name in names if name in words), None)


def _rings(
    lines: Sequence[Sequence[str]], at: int, columns: Mapping[str, int], stem: str, *, cancelled: Callable[[], bool]
) -> Iterator[Ring]:
    header = [word.strip() for word in lines[at]]
    across, up = next((columns[east], columns[north]) for east, north in AXES if east in columns and north in columns)
    shaping = (across, up, columns.get("ring"))
    ring: Ring | None = None
    for number, line in enumerate(lines[at + 1 :], at + 2):
        if number % ASK_EVERY == 0 and cancelled():
            raise import_cancelled()
        cells = [cell.strip() for cell in line] + [""] * (len(header) - len(line))
        if not any(cells):
            continue
        name = cells[columns["name"]] if "name" in columns else stem
        own = cells[columns["ring"]] if "ring" in columns else ""
        fields = tuple((word, cell) for place, (word, cell) in enumerate(zip(header, cells, strict=False)) if place not in shaping)
        if ring is None or ring.is_closed or (name and name != ring.name) or (own and own != ring.number):
            if ring is not None:
                yield ring.finished()
            ring = Ring(name or (ring.name if ring else stem), own, number, fields)
        try:
            ring.add(_place(cells[across], cells[up]), fields)
        except ValueError:
            ring.trouble = ring.trouble or tr("表格第 {line} 行的坐标读不懂", line=number)
    if ring is not None:
        yield ring.finished()


def _place(across: str, up: str) -> Place:
    """Longitude or easting first, whatever column it stands in when the text itself says which it is."""
    first, second = coordinate_from_text(across), coordinate_from_text(up)
    is_crossed = first.axis == "lat" or second.axis == "lon"
    return (second.value, first.value) if is_crossed else (first.value, second.value)


def _settled(rings: Sequence[Ring], columns: Mapping[str, int]) -> tuple[str | None, bool]:
    """The CRS the numbers speak of; X that is the north, as surveyors have it, changes places with Y, zone numbers go."""
    places = [place for ring in rings for place in ring.places]
    if {"lon", "lat"} <= columns.keys() or all(abs(x) <= 180 and abs(y) <= 180 for x, y in places):  # noqa: PLR2004 - degrees
        if "lon" not in columns and any(abs(y) > 90 for _, y in places):  # noqa: PLR2004 - no latitude
            _change_places(rings)
        return DEGREES, False
    if "x" in columns and "east" not in columns and all(_is_north(x) and not _is_north(y) for x, y in places):
        _change_places(rings)
    zones = {int(x // 1_000_000) for ring in rings for x, _ in ring.places}
    found = [epsg + min(zones) - first for first, last, epsg in ZONES if len(zones) == 1 and first <= min(zones) <= last]
    return (f"EPSG:{found[0]}", False) if found else (None, True)


def _is_north(metres: float) -> bool:
    """Whether a coordinate of a Gauss-Kruger zone in China can be a northing: eastings stay below 1,000 km or bear a zone."""
    return 1_000_000 <= metres < 10_000_000  # noqa: PLR2004 - metres north of the equator


def _change_places(rings: Sequence[Ring]) -> None:
    for ring in rings:
        ring.places = [(y, x) for x, y in ring.places]
