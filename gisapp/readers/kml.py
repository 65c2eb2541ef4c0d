"""Areas out of KML and KMZ: every folder, every name and value in Chinese, nothing fetched from anywhere.

GDAL drops the values of untyped ExtendedData, and joins folders; so the marks are read here from the XML itself.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers import expat

import shapely

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.area_rows import DEGREES, AreaLayer, AreaRow, RefusedRow, refusal

MOST_UNPACKED = 400_000_000
FEATURES = ("Placemark", "NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay")
CONTAINERS = ("Document", "Folder")
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_PLACE = re.compile(rf"({_NUMBER})\s*,\s*({_NUMBER})(?:\s*,\s*{_NUMBER})?(?=\s|$)")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']gb""", re.IGNORECASE)


class _Refused(ValueError):
    """The file declares a document type: entities could read other files or fill the memory."""


def read_kml(path: Path) -> tuple[AreaLayer, ...]:
    """One layer a folder that holds marks, in degrees; raises BadFile for a file that is no KML."""
    try:
        roots = [_tree(text) for text in _texts(path)]
    except (ParseError, expat.ExpatError, zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise BadFile(tr("无法读取图形文件：{path}", path=path), tr("文件可能已损坏或不完整，请重新获取。")) from error
    layers = [layer for root in roots for layer in _layers(root, path.stem)]
    if not roots or any(root.tag != "kml" for root in roots):
        raise BadFile(tr("无法读取图形文件：{path}", path=path), tr("文件可能已损坏或不完整，请重新获取。"))
    return tuple(_named_apart(layers)) or (AreaLayer(path.stem, DEGREES, 0, (), ()),)


def _texts(path: Path) -> Iterator[bytes]:
    if path.suffix.lower() == ".kml":
        yield path.read_bytes()
        return
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".kml")]
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise BadFile(tr("文件太大：{path}", path=path), tr("请先裁剪到本县范围。"))
        yield from (archive.read(entry) for entry in entries)


def _tree(content: bytes) -> Element:
    builder = TreeBuilder()
    is_chinese = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf"))
    parser = expat.ParserCreate("utf-8" if is_chinese else None)
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, fields: builder.start(_local(tag), fields)
    parser.EndElementHandler = lambda tag: builder.end(_local(tag))
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse_types
    parser.Parse(content.decode("gb18030").encode() if is_chinese else content, True)
    return builder.close()


def _refuse_types(*_declared: object) -> None:
    raise _Refused


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _layers(root: Element, stem: str) -> Iterator[AreaLayer]:
    """Folders from the outside in; iterative, for a file may nest them without end."""
    waiting = [(root, stem)]
    while waiting:
        box, outer = waiting.pop(0)
        name = (box.findtext("name") or "").strip() if box.tag == "Folder" else ""
        marks = [child for child in box if child.tag in FEATURES]
        if marks:
            yield _layer(name or outer, marks)
        waiting[:0] = [(child, name or outer) for child in box if child.tag in CONTAINERS]


def _layer(name: str, marks: list[Element]) -> AreaLayer:
    rows: list[AreaRow] = []
    refused: list[RefusedRow] = []
    for number, mark in enumerate(marks, 1):
        try:
            geometry = _geometry(mark)
        except (ValueError, shapely.GEOSException):
            refused.append(RefusedRow(name, number, tr("坐标读不懂")))
            continue
        reason = tr("不是地标：{kind}", kind=mark.tag) if mark.tag != "Placemark" else refusal(geometry)
        if geometry is None or reason:
            refused.append(RefusedRow(name, number, reason))
        else:
            rows.append(AreaRow(name, number, tuple(_fields(mark)), geometry))
    return AreaLayer(name, DEGREES, len(marks), tuple(rows), tuple(refused))


def _named_apart(layers: list[AreaLayer]) -> Iterator[AreaLayer]:
    """Two folders of one name are two layers."""
    seen: dict[str, int] = {}
    for layer in layers:
        seen[layer.name] = seen.get(layer.name, 0) + 1
        name = layer.name if seen[layer.name] == 1 else f"{layer.name} ({seen[layer.name]})"
        rows = tuple(AreaRow(name, row.number, row.fields, row.geometry) for row in layer.rows)
        refused = tuple(RefusedRow(name, row.number, row.reason) for row in layer.refused)
        yield AreaLayer(name, layer.crs, layer.total, rows, refused)


def _fields(mark: Element) -> Iterator[tuple[str, str]]:
    for tag in ("name", "description"):
        if text := (mark.findtext(tag) or "").strip():
            yield tag, text
    for box in mark.iterfind("TimeSpan"):
        yield from ((tag, (box.findtext(tag) or "").strip()) for tag in ("begin", "end"))
    for data in mark.iterfind("ExtendedData/Data"):
        yield data.get("name", ""), (data.findtext("value") or "").strip()
    for data in mark.iterfind("ExtendedData/SchemaData/SimpleData"):
        yield data.get("name", ""), (data.text or "").strip()


def _geometry(mark: Element) -> shapely.Geometry | None:
    """The polygons of a mark as one; another kind of geometry as it is, to be refused by its name."""
    polygons = [_polygon(found) for found in mark.iter("Polygon")]
    if polygons:
        return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
    for tag, made in (("Point", shapely.Point), ("LineString", shapely.LineString)):
        for found in mark.iter(tag):
            places = _places(found)
            return made(places) if tag == "LineString" else made(places[0])
    return None


def _polygon(found: Element) -> shapely.Polygon:
    outer, inner = found.find("outerBoundaryIs/LinearRing"), found.iterfind("innerBoundaryIs/LinearRing")
    return shapely.Polygon(_places(outer), [_places(ring) for ring in inner])


def _places(ring: Element | None) -> list[tuple[float, float]]:
    """Longitude, latitude; raises ValueError when anything else stands between the numbers."""
    text = (ring.findtext("coordinates") or "") if ring is not None else ""
    places = [(float(found[1]), float(found[2])) for found in _PLACE.finditer(text)]
    if not places or _PLACE.sub("", text).strip():
        raise ValueError
    return places
