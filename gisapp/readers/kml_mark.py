"""One mark of a KML: what is written about it, and its shape in degrees."""

from __future__ import annotations

import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import shapely

from gisapp.language import tr

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_PLACE = re.compile(rf"({_NUMBER})\s*,\s*({_NUMBER})(?:\s*,\s*{_NUMBER})?(?=\s|$)")
_TRACK_PLACE = re.compile(rf"\s*({_NUMBER})\s+({_NUMBER})(?:\s+{_NUMBER})?\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """``pairs`` of name and text; ``wkb`` of the shape, None without; ``trouble`` says why there is none."""

    pairs: tuple[tuple[str, str], ...]
    wkb: bytes | None
    trouble: str = ""


def mark_of(element: Element) -> Mark:
    """What a placemark says; any other feature (an overlay, a link) is told by its kind."""
    pairs = tuple(_fields(element))
    if element.tag != "Placemark":
        return Mark(pairs, None, tr("不是地标：{kind}", kind=element.tag))
    try:
        return Mark(pairs, _wkb(element))
    except (ValueError, shapely.GEOSException):
        return Mark(pairs, None, tr("坐标读不懂"))


def _fields(mark: Element) -> Iterator[tuple[str, str]]:
    """A mark's own name and description, then its data; where the data has a field of that name it is the one meant."""
    data = list(_data(mark))
    taken = {name for name, _ in data}
    for tag in ("name", "description"):
        if text := (mark.findtext(tag) or "").strip():
            yield f"placemark_{tag}" if tag in taken else tag, text
    for box in mark.findall("TimeSpan"):
        yield from ((tag, (box.findtext(tag) or "").strip()) for tag in ("begin", "end"))
    yield from data


def _data(mark: Element) -> Iterator[tuple[str, str]]:
    boxes = mark.findall("ExtendedData")
    for box in boxes:
        for data in box.findall("Data"):
            yield sys.intern(data.get("name", "")), (data.findtext("value") or "").strip()
    for box in boxes:
        for schema in box.findall("SchemaData"):
            for data in schema.findall("SimpleData"):
                yield sys.intern(data.get("name", "")), (data.text or "").strip()


def _wkb(mark: Element) -> bytes | None:
    """The shape as WKB; a plain point, of which there are the most, without the detour of an object."""
    shapes = [child for child in mark if child.tag in _SHAPES]
    if len(shapes) == 1 and shapes[0].tag == "Point":
        [place, *_] = _places(shapes[0])
        return struct.pack("<BIdd", 1, 1, *place)
    geometry = _geometry(mark)
    return None if geometry is None else shapely.to_wkb(geometry)


_SHAPES = frozenset({"Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "MultiTrack", "Track", "Model"})


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
