"""Areas out of a table of corners, one corner a line, as surveyors and notices write them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from types import MappingProxyType

import shapely

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.area_rows import DEGREES, AreaLayer, AreaRow, RefusedRow

HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lon": ("经度", "东经", "lon", "lng", "longitude", "经度(度)", "经度°"),
        "lat": ("纬度", "北纬", "lat", "latitude", "纬度(度)", "纬度°"),
        "east": ("东坐标", "东", "横坐标", "e", "east", "easting", "y(东)", "东向坐标"),
        "north": ("北坐标", "北", "纵坐标", "n", "north", "northing", "x(北)", "北向坐标"),
        "x": ("x", "x坐标", "坐标x", "x(m)", "x（米）"),
        "y": ("y", "y坐标", "坐标y", "y(m)", "y（米）"),
        "name": ("名称", "风险区", "区域", "风险区名称", "隐患点名称", "name", "面号", "编号", "区域编号", "id"),
    }
)
ZONES = ((13, 23, 4491), (25, 45, 4513))
"""First and last zone number before the easting, EPSG of the first: CGCS2000's 6-degree and 3-degree zones."""

HEADER_WITHIN = 12
FEWEST_CORNERS = 3
Place = tuple[float, float]


@dataclass(slots=True)
class _Ring:
    """Corners as they are read: ``trouble`` says why they are no area."""

    name: str
    line: int
    fields: tuple[tuple[str, str], ...]
    places: list[Place] = field(default_factory=list)
    trouble: str = ""

    @property
    def is_closed(self) -> bool:
        return len(self.places) > FEWEST_CORNERS and self.places[0] == self.places[-1]


def read_corner_table(path: Path, *, encoding: str | None = None) -> AreaLayer:
    """The areas of a table: lines under one name, one after the other, are the corners of an area.

    A corner that repeats the first closes the ring. Its number is the line of its first corner. Degrees, metres
    with a zone number and metres without one are told apart. Raises BadFile when no header is found.
    """
    lines = list(csv.reader(_text(path, encoding).splitlines(), dialect=_dialect(path, encoding)))
    at, columns = _header(lines, path)
    rings = list(_rings(lines, at, columns, path.stem))
    crs, is_in_metres = _settled(rings, columns)
    rows = tuple(AreaRow(path.stem, ring.line, ring.fields, shapely.Polygon(ring.places)) for ring in rings if not ring.trouble)
    refused = tuple(RefusedRow(path.stem, ring.line, ring.trouble) for ring in rings if ring.trouble)
    return AreaLayer(path.stem, crs, len(rings), rows, refused, is_in_metres)


def _text(path: Path, encoding: str | None) -> str:
    content = path.read_bytes()
    for name in (encoding,) if encoding else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise BadFile(tr("无法读取图形文件：{path}", path=path), tr("文件的文字编码不对，请另存为 UTF-8。"))


def _dialect(path: Path, encoding: str | None) -> type[csv.Dialect]:
    head = _text(path, encoding)[:4_000]

    class Dialect(csv.excel):
        delimiter = max(",\t;，", key=head.count)

    return Dialect


def _header(lines: Sequence[Sequence[str]], path: Path) -> tuple[int, dict[str, int]]:
    """The line of the header, under titles perhaps, and where each meaning stands in it."""
    for at, line in enumerate(lines[:HEADER_WITHIN]):
        words = [word.strip().lower() for word in line]
        columns = {meaning: place for meaning, names in HEADERS.items() if (place := _first(words, names)) is not None}
        if any(pair <= columns.keys() for pair in ({"lon", "lat"}, {"east", "north"}, {"x", "y"})):
            return at, columns
    raise BadFile(tr("没有找到坐标列：{path}", path=path), tr("表头要有“经度、纬度”，或“东坐标、北坐标”，或“X、Y”。"))


def _first(words: Sequence[str], names: Sequence[str]) -> int | None:
    return next((words.index(name) for name in names if name in words), None)


def _rings(lines: Sequence[Sequence[str]], at: int, columns: Mapping[str, int], stem: str) -> Iterator[_Ring]:
    header = [word.strip() for word in lines[at]]
    across, up = _axes(columns)
    ring: _Ring | None = None
    for number, line in enumerate(lines[at + 1 :], at + 2):
        cells = [cell.strip() for cell in line] + [""] * (len(header) - len(line))
        if not any(cells):
            continue
        name = cells[columns["name"]] if "name" in columns else stem
        if ring is None or ring.is_closed or (name and name != ring.name):
            if ring is not None:
                yield _finished(ring)
            kept = tuple((word, cell) for place, (word, cell) in enumerate(zip(header, cells, strict=False)) if place not in (across, up))
            ring = _Ring(name or (ring.name if ring else stem), number, kept)
        try:
            ring.places.append((_number(cells[across]), _number(cells[up])))
        except ValueError:
            ring.trouble = ring.trouble or tr("表格第 {line} 行的坐标读不懂", line=number)
    if ring is not None:
        yield _finished(ring)


def _axes(columns: Mapping[str, int]) -> tuple[int, int]:
    for across, up in (("lon", "lat"), ("east", "north"), ("x", "y")):
        if across in columns and up in columns:
            return columns[across], columns[up]
    raise KeyError(columns)


def _number(text: str) -> float:
    value = float(text.rstrip("°米m ").replace(",", ""))
    if not isfinite(value):
        raise ValueError
    return value


def _finished(ring: _Ring) -> _Ring:
    if not ring.trouble and len(set(ring.places)) < FEWEST_CORNERS:
        ring.trouble = tr("角点不足三个")
    return ring


def _settled(rings: Sequence[_Ring], columns: Mapping[str, int]) -> tuple[str | None, bool]:
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


def _change_places(rings: Sequence[_Ring]) -> None:
    for ring in rings:
        ring.places = [(y, x) for x, y in ring.places]
