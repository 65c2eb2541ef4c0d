"""Waypoints, routes and tracks out of GPX, as hand-held receivers and phones write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError
from xml.parsers import expat

import shapely

from gisapp.language import tr
from gisapp.readers.area_rows import DEGREES
from gisapp.readers.child_process import NotReadable
from gisapp.readers.geo_layer import RawLayer, by_field
from gisapp.readers.xml_tree import read_tree

FACTS = ("name", "desc", "cmt", "type", "time", "ele", "sym")


def read_gpx(path: Path) -> list[RawLayer]:
    """Layers 航点, 航线, 航迹, those that hold anything, in degrees; raises NotReadable for a file that is no GPX."""
    try:
        root = read_tree(path.read_bytes())
    except (ParseError, expat.ExpatError, ValueError, OSError) as error:
        raise NotReadable("damaged") from error
    if root.tag != "gpx":
        raise NotReadable("damaged")
    found = (
        _layer(tr("航点"), "Point", root.findall("wpt"), _point),
        _layer(tr("航线"), "LineString", root.findall("rte"), _route),
        _layer(tr("航迹"), "MultiLineString", root.findall("trk"), _track),
    )
    return [layer for layer in found if layer.total] or [RawLayer(path.stem, crs=DEGREES)]


def _layer(name: str, geometry: str, things: Sequence[Element], made: Callable[[Element], shapely.Geometry]) -> RawLayer:
    fields, cells = by_field(_facts(thing) for thing in things)
    layer = RawLayer(name, geometry, DEGREES, fields, len(things), cells)
    for place, thing in enumerate(things):
        try:
            layer.wkb.append(shapely.to_wkb(made(thing)))
        except (ValueError, shapely.GEOSException):
            layer.wkb.append(None)
            layer.troubles[place] = tr("坐标读不懂")
    return layer


def _facts(thing: Element) -> Iterator[tuple[str, str]]:
    yield from ((tag, text) for tag in FACTS if (text := (thing.findtext(tag) or "").strip()))


def _point(thing: Element) -> shapely.Geometry:
    return shapely.Point(_place(thing))


def _route(thing: Element) -> shapely.Geometry:
    return shapely.LineString([_place(one) for one in thing.iterfind("rtept")])


def _track(thing: Element) -> shapely.Geometry:
    """All parts of a track that are longer than one point."""
    parts = [[_place(one) for one in part.iterfind("trkpt")] for part in thing.iterfind("trkseg")]
    return shapely.MultiLineString([part for part in parts if len(part) > 1])


def _place(thing: Element) -> tuple[float, float]:
    return float(thing.get("lon", "")), float(thing.get("lat", ""))
