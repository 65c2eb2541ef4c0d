"""In which coordinates somebody else's file is written: what people call them, and which of them puts it into the county."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.spatial import crs
from gisapp.spatial.china_shift import BD_09, GCJ_02

ZONES = (
    ("CGCS2000", 6, True, 4491, 13, 23), ("CGCS2000", 6, False, 4502, 13, 23),
    ("CGCS2000", 3, True, 4513, 25, 45), ("CGCS2000", 3, False, 4534, 25, 45),
    ("西安80", 6, True, 2327, 13, 23), ("西安80", 6, False, 2338, 13, 23),
    ("西安80", 3, True, 2349, 25, 45), ("西安80", 3, False, 2370, 25, 45),
    ("北京54", 6, True, 21413, 13, 23), ("北京54", 6, False, 21453, 13, 23),
    ("北京54", 3, True, 2401, 25, 45), ("北京54", 3, False, 2422, 25, 45),
)  # fmt: skip
"""(datum, degrees a zone, whether eastings bear the zone's number, first EPSG number, first and last zone): EPSG v11."""

_WORDS = MappingProxyType(
    {
        "gcj02": GCJ_02, "gcj": GCJ_02, "火星": GCJ_02, "火星坐标": GCJ_02, "高德": GCJ_02, "腾讯": GCJ_02,
        "bd09": BD_09, "bd09ll": BD_09, "bd": BD_09, "百度": BD_09,
        "wgs84": "EPSG:4326", "wgs": "EPSG:4326", "gps": "EPSG:4326",
        "cgcs2000": "EPSG:4490", "国家2000": "EPSG:4490", "大地2000": "EPSG:4490", "2000": "EPSG:4490",
        "xian80": "EPSG:4610", "西安80": "EPSG:4610", "beijing54": "EPSG:4214", "北京54": "EPSG:4214",
    }
)  # fmt: skip
_DEGREES_WIDE, _DEGREES_HIGH = 180.0, 90.0
_MOST_TRIED = 4_000
ENOUGH_INSIDE = 0.5
NEAR_M = 2_000.0
_WEB_MERCATOR = "EPSG:3857"


@dataclass(frozen=True, slots=True)
class SourceCrs:
    """Coordinates as a file has them: ``text`` is an EPSG code, WKT, GCJ-02 or BD-09; ``is_swapped``: y stands before x."""

    text: str
    is_swapped: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """Coordinates that fit: ``share`` of the places tried lie in the county or near it, 0 to 1."""

    source: SourceCrs
    share: float


def crs_from_text(text: str) -> str:
    """What a person means by 4490, EPSG:4545, gcj02, 百度, cgcs2000; raises BadRequest for anything else."""
    plain = re.sub(r"[\s_-]", "", text).lower()
    if plain in _WORDS:
        return _WORDS[plain]
    code = plain.removeprefix("epsg:").removeprefix("epsg")
    if code.isdecimal() and code.isascii() and len(code) < 7 and crs.is_known(f"EPSG:{code}"):
        return f"EPSG:{code}"
    raise BadRequest(
        tr("不认识坐标系：{crs}", crs=text[:60]),
        tr("请写 EPSG 编号（例如 4490、4545），或 cgcs2000、wgs84、gcj02、bd09。"),
    )


def spoken(text: str) -> str:
    """What coordinates are called, for a person: datum, zone and whether eastings bear the zone's number."""
    if text in (GCJ_02, BD_09):
        return crs.title(text)
    epsg = crs.epsg_of(text)
    plain = {
        4326: tr("WGS-84 经纬度"),
        4490: tr("CGCS2000 经纬度"),
        4610: tr("西安80 经纬度"),
        4214: tr("北京54 经纬度"),
        3857: tr("Web 墨卡托"),
    }
    if epsg in plain:
        return plain[epsg]
    for datum, width, has_number, first, first_zone, last_zone in ZONES:
        if epsg is not None and first <= epsg <= first + last_zone - first_zone:
            zone = first_zone + epsg - first
            values = {"datum": tr(datum), "width": width, "zone": zone, "meridian": meridian_of(zone, width)}
            if has_number:
                return tr("{datum} {width}度带第{zone}带，东坐标带带号", **values)
            return tr("{datum} {width}度带，中央经线{meridian}°，不带带号", **values)
    return crs.title(text)


def is_old_datum(text: str) -> bool:
    """Whether the coordinates rest on 西安80 or 北京54, whose way to CGCS2000 is not public: they may be off by some ten metres."""
    epsg = crs.epsg_of(text)
    return epsg in (4610, 4214) or any(
        epsg is not None and datum != "CGCS2000" and first <= epsg <= first + last - zone for datum, _, _, first, zone, last in ZONES
    )


def meridian_of(zone: int, width: int) -> int:
    """Degrees east of the central meridian of a 3-degree or 6-degree zone."""
    return zone * 3 if width == 3 else zone * 6 - 3  # noqa: PLR2004 - degrees


def proposals(xy: NDArray[np.float64], outline: shapely.Geometry, target: int) -> tuple[Proposal, ...]:
    """Coordinates in which most of ``xy`` (n, 2), in the file's own order, lie in the county, the best first.

    ``outline`` is the county's in ``target`` (EPSG number). Degrees of GCJ-02 and BD-09 lie there as well: a finer look tells them
    apart (``shift``).
    """
    xy = _some(xy)
    near = shapely.buffer(outline, NEAR_M, quad_segs=2)
    shapely.prepare(near)
    found = [Proposal(source, share_inside(xy, source, near, target)) for source in candidates(xy, target)]
    best = max((one.share for one in found), default=0.0)
    return tuple(sorted((one for one in found if one.share >= max(ENOUGH_INSIDE, best * 0.9)), key=lambda one: -one.share))


def share_inside(xy: NDArray[np.float64], source: SourceCrs, near: shapely.Geometry, target: int) -> float:
    """Which share of ``xy`` lies within ``near`` (prepared, in ``target``) when it is read as ``source``; 0 to 1."""
    xy = _some(xy)
    if not len(xy):
        return 0.0
    with np.errstate(all="ignore"):
        there = crs.moved(xy[:, ::-1] if source.is_swapped else xy, source.text, target)
    return float(shapely.intersects_xy(near, np.where(np.isfinite(there), there, 1e30)).mean())


def _some(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    xy = xy[np.isfinite(xy).all(axis=1)]
    return xy[:: max(1, len(xy) // _MOST_TRIED)]


def candidates(xy: NDArray[np.float64], target: int) -> Iterator[SourceCrs]:
    """Coordinates that the size of the numbers ``xy`` (n, 2) allows, the usual first; ``target``: the county's EPSG number."""
    if not len(xy):
        return
    largest = np.abs(xy).max(axis=0)
    if largest.max() <= _DEGREES_WIDE:
        yield from (SourceCrs(f"EPSG:{crs.CGCS2000}", is_swapped) for is_swapped in (False, True))
        return
    yield from (SourceCrs(f"EPSG:{target}", is_swapped) for is_swapped in (False, True))
    for is_swapped in (False, True):
        east = float(np.median(xy[:, 1 if is_swapped else 0]))
        for text in _zones_by_number(east) if east >= 1_000_000 else _zones_around(target):  # noqa: PLR2004 - metres
            if text != f"EPSG:{target}":
                yield SourceCrs(text, is_swapped)
    yield SourceCrs(_WEB_MERCATOR)


def _zones_by_number(east: float) -> Iterator[str]:
    """Zones whose number stands before the easting."""
    number = int(east // 1_000_000)
    for datum, _, has_number, first, first_zone, last_zone in ZONES:
        if datum == "CGCS2000" and has_number and first_zone <= number <= last_zone:
            yield f"EPSG:{first + number - first_zone}"


def _zones_around(target: int) -> Iterator[str]:
    """Zones without number near the county's own; a 6-degree zone is a 3-degree zone then."""
    own = crs.central_meridian(target)
    if own is None:
        return
    for datum, width, has_number, first, first_zone, last_zone in ZONES:
        if datum == "CGCS2000" and not has_number and width == 3:  # noqa: PLR2004 - degrees
            for zone in range(first_zone, last_zone + 1):
                if abs(meridian_of(zone, width) - own) <= 6:  # noqa: PLR2004 - degrees
                    yield f"EPSG:{first + zone - first_zone}"
