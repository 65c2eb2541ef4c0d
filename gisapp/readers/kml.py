"""Marks out of KML and KMZ: every folder, every name and value in Chinese, nothing fetched from anywhere.

GDAL drops the values of untyped ExtendedData, and joins folders; so the marks are read here from the XML itself.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError
from xml.parsers import expat

import shapely

from gisapp.language import tr
from gisapp.readers.archive import BAD_ARCHIVE
from gisapp.readers.area_rows import DEGREES
from gisapp.readers.child_process import NotReadable
from gisapp.readers.geo_layer import RawLayer, by_field
from gisapp.readers.xml_tree import read_tree

MOST_UNPACKED = 400_000_000
FEATURES = ("Placemark", "NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay")
CONTAINERS = ("Document", "Folder")
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_PLACE = re.compile(rf"({_NUMBER})\s*,\s*({_NUMBER})(?:\s*,\s*{_NUMBER})?(?=\s|$)")
_TRACK_PLACE = re.compile(rf"\s*({_NUMBER})\s+({_NUMBER})(?:\s+{_NUMBER})?\s*")


def read_kml(path: Path) -> list[RawLayer]:
    """One layer a folder that holds marks, in degrees; raises NotReadable for a file that is no KML."""
    try:
        roots = [read_tree(text) for text in _texts(path)]
    except (ParseError, expat.ExpatError, *BAD_ARCHIVE) as error:
        raise NotReadable("damaged") from error
    if not roots or any(root.tag != "kml" for root in roots):
        raise NotReadable("damaged")
    layers = [layer for root in roots for layer in _layers(root, path.stem)]
    seen: dict[str, int] = {}
    for layer in layers:  # two folders of one name are two layers
        seen[layer.name] = seen.get(layer.name, 0) + 1
        layer.name = layer.name if seen[layer.name] == 1 else f"{layer.name} ({seen[layer.name]})"
    return layers or [RawLayer(path.stem, crs=DEGREES)]


def _texts(path: Path) -> Iterator[bytes]:
    if path.suffix.lower() == ".kml":
        yield path.read_bytes()
        return
    with zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".kml")]
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise NotReadable("large")
        for entry in entries:
            with archive.open(entry) as file:
                content = file.read(MOST_UNPACKED + 1)
            if len(content) > MOST_UNPACKED:
                raise NotReadable("large")
            yield content


def _layers(root: Element, stem: str) -> Iterator[RawLayer]:
    """Folders from the outside in; iterative, for a file may nest them without end."""
    waiting = [(root, stem)]
    while waiting:
        box, outer = waiting.pop(0)
        name = (box.findtext("name") or "").strip() if box.tag == "Folder" else ""
        marks = [child for child in box if child.tag in FEATURES]
        if marks:
            yield _layer(name or outer, marks)
        waiting[:0] = [(child, name or outer) for child in box if child.tag in CONTAINERS]


def _layer(name: str, marks: list[Element]) -> RawLayer:
    fields, cells = by_field(_fields(mark) for mark in marks)
    layer = RawLayer(name, crs=DEGREES, fields=fields, total=len(marks), cells=cells)
    for place, mark in enumerate(marks):
        geometry = None
        if mark.tag != "Placemark":
            layer.troubles[place] = tr("不是地标：{kind}", kind=mark.tag)
        else:
            try:
                geometry = _geometry(mark)
            except (ValueError, shapely.GEOSException):
                layer.troubles[place] = tr("坐标读不懂")
        layer.wkb.append(None if geometry is None else shapely.to_wkb(geometry))
    return layer


def _fields(mark: Element) -> Iterator[tuple[str, str]]:
    """A mark's own name and description, then its data; where the data has a field of that name it is the one meant."""
    data = list(_data(mark))
    taken = {name for name, _ in data}
    for tag in ("name", "description"):
        if text := (mark.findtext(tag) or "").strip():
            yield f"placemark_{tag}" if tag in taken else tag, text
    for box in mark.iterfind("TimeSpan"):
        yield from ((tag, (box.findtext(tag) or "").strip()) for tag in ("begin", "end"))
    yield from data


def _data(mark: Element) -> Iterator[tuple[str, str]]:
    for data in mark.iterfind("ExtendedData/Data"):
        yield data.get("name", ""), (data.findtext("value") or "").strip()
    for data in mark.iterfind("ExtendedData/SchemaData/SimpleData"):
        yield data.get("name", ""), (data.text or "").strip()


def _geometry(mark: Element) -> shapely.Geometry | None:
    """The polygons of a mark as one; without any its lines, without those its points: a point beside an area is its label."""
    polygons = [_polygon(found) for found in mark.iter("Polygon")]
    if polygons:
        return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
    lines = [shapely.LineString(_places(found)) for tag in ("LineString", "LinearRing") for found in mark.iter(tag)]
    lines += [shapely.LineString(_track(found)) for found in mark.iter("Track")]
    if lines:
        return lines[0] if len(lines) == 1 else shapely.MultiLineString(lines)
    points = [shapely.Point(_places(found)[0]) for found in mark.iter("Point")]
    if points:
        return points[0] if len(points) == 1 else shapely.MultiPoint(points)
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


def _track(track: Element) -> list[tuple[float, float]]:
    found = [_TRACK_PLACE.fullmatch(one.text or "") for one in track.iter("coord")]
    if len(found) < 2 or None in found:  # noqa: PLR2004 - a line
        raise ValueError
    return [(float(one[1]), float(one[2])) for one in found if one]
