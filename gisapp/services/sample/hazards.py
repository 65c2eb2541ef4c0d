"""Hazard areas of the made-up county: a flood along the Yue, slides on slopes, a torrent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.services.sample.cells import Cells, full_names
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.homes import Homes
from gisapp.services.sample.landscape import Land
from gisapp.services.sample.scale import REFERENCE_DAY, Scale
from gisapp.services.sample.sites import Sites
from gisapp.services.sample.ways import Way
from gisapp.spatial.ribbons import blob, ribbon, wandering_width

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SOURCE = "示例"
STATION_M = 40.0
FLOOD_RISE_M = (0.8, 1.9)
SLIDE_LEVELS = (HazardLevel.RED, HazardLevel.ORANGE, HazardLevel.YELLOW)
SLIDE_SHARES = (0.2, 0.33, 0.47)


@dataclass(frozen=True, slots=True)
class Hazard:
    """One hazard area as it goes into the file; without an end, for the made-up county is opened on any day."""

    area: Any
    name: str
    kind: HazardKind
    level: HazardLevel
    valid_from: date


def make_hazards(
    rng: np.random.Generator, land: Land, known: Facts, cells: Cells, homes: Homes, sites: Sites, *, waters: Sequence[Way], scale: Scale
) -> list[Hazard]:
    """All hazard areas inside the county, the flood first; areas of one name never overlap."""
    flood = _flood(rng, land, known, sites)
    torrent = _torrent(rng, known, waters)
    slides = _slides(rng, land, known, cells, homes, scale, [hazard.area for hazard in flood + torrent])
    return flood + torrent + slides


def _flood(rng: np.random.Generator, land: Land, known: Facts, sites: Sites) -> list[Hazard]:
    """Red where the Yue rises by FLOOD_RISE_M[0], orange beyond it up to FLOOD_RISE_M[1] and over one low-lying site."""
    course = shapely.LineString(land.rivers[0].course).intersection(known.outline.buffer(900))
    if course.geom_type != "LineString":
        course = max(shapely.get_parts(course), key=lambda part: part.length)
    points = shapely.get_coordinates(shapely.line_interpolate_point(course, np.arange(0, course.length, STATION_M)))
    swing = wandering_width(rng, len(points), mean_m=0.95, swing=0.5, longest=40)
    widths = [[_reach(land, points, side, rise * swing) for side in (1, -1)] for rise in FLOOD_RISE_M]
    red = ribbon(points, *(np.clip(width, 35, 330) for width in widths[0])).intersection(known.outline)
    wide = ribbon(points, *(np.clip(wider, np.clip(width, 35, 330) + 30, 620) for wider, width in zip(widths[1], widths[0], strict=True)))
    wide = shapely.union_all([wide, red, _low_site(sites, course)])
    orange = shapely.difference(wide.intersection(known.outline), red)
    first = REFERENCE_DAY - timedelta(days=1)
    name = f"月河洪涝 {REFERENCE_DAY.month}月{REFERENCE_DAY.day}日"
    return [
        Hazard(_polygons(area), name, HazardKind.FLOOD, level, first)
        for area, level in ((red, HazardLevel.RED), (orange, HazardLevel.ORANGE))
    ]


def _low_site(sites: Sites, course: Any) -> Any:
    """The ground between the river and the settlement site nearest to it (not the first, largest one): relocated, yet in danger."""
    distance = [shapely.distance(course, shapely.Point(site.place)) for site in sites.sites[1:]]
    if not distance:
        return shapely.Polygon()
    low = 1 + int(np.argmin(distance))
    buildings = shapely.convex_hull(shapely.multipoints(sites.place[sites.site == low])).buffer(45)
    way = shapely.shortest_line(course, buildings).buffer(150)
    return shapely.union_all([buildings, way]).buffer(70).buffer(-70)


def _reach(land: Land, points: Floats, side: int, rise: Floats) -> Floats:
    """How far from the river the ground stays below ``rise`` metres above it, smoothed along the river."""
    direction = np.gradient(points, axis=0)
    normal = np.column_stack((-direction[:, 1], direction[:, 0])) / np.hypot(*direction.T)[:, None] * side
    reach, dry = np.full(len(points), 900.0), np.zeros(len(points), dtype=bool)
    for distance in np.arange(40.0, 900.0, 25.0):
        above = land.frame.sample(land.above_river_m, points + normal * distance)
        now = ~dry & (above > rise)
        reach[now] = distance
        dry |= now
    kernel = np.hanning(9) / np.hanning(9).sum()
    return np.convolve(np.pad(reach, 4, mode="edge"), kernel, mode="valid")


def _torrent(rng: np.random.Generator, known: Facts, waters: Sequence[Way]) -> list[Hazard]:
    """One mountain stream that may come down: its lower reach orange, its head red."""
    streams = [way for way in waters if way.rank >= 2]
    preferred = [way for way in streams if way.name == "双河"] or streams
    if not preferred:
        return []
    line = max((part for way in preferred for part in shapely.get_parts(way.line)), key=lambda part: float(part.length))
    length = min(line.length, 6_000.0)
    points = shapely.get_coordinates(shapely.line_interpolate_point(line, np.arange(0, length, STATION_M)))
    found = []
    half = len(points) // 2
    for level, part, mean_m in ((HazardLevel.RED, points[: half + 1], 55.0), (HazardLevel.ORANGE, points[half:], 85.0)):
        widths = wandering_width(rng, 2 * len(part), mean_m=mean_m, swing=0.3, longest=12).reshape(2, -1)
        found.append((level, ribbon(part, *widths).intersection(known.outline)))
    found[1] = (HazardLevel.ORANGE, found[1][1].difference(found[0][1]))
    first = REFERENCE_DAY - timedelta(days=1)
    name = f"{preferred[0].name or '后沟'}山洪沟"
    return [Hazard(_polygons(area), name, HazardKind.FLASH_FLOOD, level, first) for level, area in found if not area.is_empty]


def _slides(
    rng: np.random.Generator, land: Land, known: Facts, cells: Cells, homes: Homes, scale: Scale, taken: Sequence[Any]
) -> list[Hazard]:
    """Landslide areas on slopes above homes, none over another; numbered within their village."""
    steep = land.frame.sample(land.slope, homes.place)
    weight = np.clip(steep - 0.14, 0, 0.3) ** 2 * (homes.flat < 0)
    near = rng.choice(len(weight), min(scale.landslides * 6, int((weight > 0).sum())), replace=False, p=weight / weight.sum())
    north, east = np.gradient(land.height, land.frame.cell_m)
    levels = rng.choice(3, len(near), p=SLIDE_SHARES)
    names, numbers = full_names(known), np.zeros(len(known.units), dtype=np.int64)
    found: list[Hazard] = []
    areas = list(taken)
    for house, level in zip(near.tolist(), levels.tolist(), strict=True):
        if len(found) == scale.landslides:
            break
        cell = land.frame.index_of(homes.place[house][None])
        downhill = float(np.arctan2(north.ravel()[cell[0]], -east.ravel()[cell[0]]))
        long_m = float(rng.uniform(90, 260))
        middle = homes.place[house] - np.array([np.cos(downhill), np.sin(downhill)]) * long_m * 0.55
        area = blob(rng, middle, long_m=long_m, wide_m=long_m * float(rng.uniform(0.4, 0.7)), angle=downhill)
        if not (area.is_valid and known.outline.contains(area)) or any(area.intersects(other) for other in areas):
            continue
        areas.append(area)
        unit = int(cells.unit[homes.cell[house]])
        numbers[unit] += 1
        found.append(_slide(area, f"{names[unit]}滑坡点{numbers[unit]}", SLIDE_LEVELS[level]))
    return found


def _slide(area: Any, name: str, level: HazardLevel) -> Hazard:
    year = REFERENCE_DAY.year
    return Hazard(_polygons(area), name, HazardKind.LANDSLIDE, level, date(year, 5, 1))


def _polygons(area: Any) -> Any:
    """The polygonal parts of ``area`` larger than a room, as a multipolygon."""
    return shapely.multipolygons([part for part in shapely.get_parts(area) if part.geom_type == "Polygon" and part.area > 50])


def houses_inside(place: Floats, hazards: Sequence[Hazard]) -> tuple[Ints, Ints]:
    """(house, hazard) numbers of the houses whose point lies in an area; on its border counts as inside."""
    houses, areas = [], []
    for number, hazard in enumerate(hazards):
        shapely.prepare(hazard.area)
        inside = np.flatnonzero(shapely.intersects_xy(hazard.area, place[:, 0], place[:, 1]))
        houses.append(inside)
        areas.append(np.full(len(inside), number))
    return np.concatenate(houses), np.concatenate(areas)
