"""Waterways and roads of the made-up county, as lines with a name and a rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.services.sample import facts
from gisapp.services.sample.cells import Cells
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.landscape import Land
from gisapp.spatial.flowlines import FlowLine, flow_lines, worn
from gisapp.spatial.spread import Spread, spread, way_to_seed

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

STREAM_KM2, BROOK_KM2 = 18.0, 2.5
MEETING_CELLS = 1.5
STREAM_PREFIXES = ("", "小", "后", "上", "下", "东", "西")


@dataclass(frozen=True, slots=True)
class Way:
    """One waterway or road; ``name`` is empty while the units around it are not yet known."""

    line: Any
    name: str
    rank: int


def waterways(land: Land, known: Facts) -> list[Way]:
    """The Yue and the Han, and the streams that run to them, cut at the outline; each runs downhill."""
    named = [river for river in land.rivers if river.name]
    every = np.concatenate([river.course for river in land.rivers])
    area_km2 = (land.frame.cell_m / 1000) ** 2
    streams = flow_lines(land.frame, land.tree, land.drained, rivers=every, least=BROOK_KM2 / area_km2)
    ways = [Way(shapely.LineString(river.course), river.name, 1) for river in named]
    for stream in streams:
        is_large = stream.drained * area_km2 >= STREAM_KM2
        ways.append(Way(stream.line, _known_name(stream, land), 2 if is_large else 3))
    return _inside(ways, known.outline)


def _known_name(stream: FlowLine, land: Land) -> str:
    points = shapely.get_coordinates(stream.line)
    for name, course in facts.known_streams():
        known = shapely.LineString(np.asarray(course) * 1000)
        if float(np.median(shapely.distance(shapely.points(points), known))) < 12 * land.frame.cell_m and len(points) > 60:
            return name
    return ""


def _inside(ways: Sequence[Way], outline: shapely.Polygon) -> list[Way]:
    cut = shapely.intersection(np.asarray([way.line for way in ways], dtype=object), outline)
    kept = []
    for way, line in zip(ways, cut, strict=True):
        parts = [part for part in shapely.get_parts(line) if part.geom_type == "LineString" and part.length > 250]
        if parts:
            kept.append(Way(shapely.multilinestrings(parts), way.name, way.rank))
    return kept


def main_roads(land: Land, known: Facts) -> tuple[list[Way], NDArray[np.bool_]]:
    """Roads that join the town seats along the valleys, and the cells they run through."""
    seats = land.frame.index_of(known.seats)
    first = spread(_going(land), seats[:1])
    order = np.argsort(first.cost[seats], kind="stable")
    used = np.zeros(land.frame.size, dtype=bool)
    roads = []
    for town in order[1:].tolist():
        way = _until_used(way_to_seed(first, int(seats[town])), used)
        used[way] = True
        near_river = float(np.median(land.river_distance.ravel()[way])) < 1_200
        name = f"{known.towns[0].name[:2]}至{known.towns[town].name.removesuffix('镇')}公路"
        roads.append(_road(land, way, name, 1 if near_river else 2))
    return _inside(roads, known.outline), used.reshape(land.frame.shape)


def village_roads(land: Land, known: Facts, used: NDArray[np.bool_], centres: Ints, names: Sequence[str]) -> list[Way]:
    """A road from each of ``centres`` (flat cells) to the nearest road there is."""
    seeds = np.flatnonzero(used.ravel()) if used.any() else land.frame.index_of(known.seats)
    tree: Spread = spread(_going(land), seeds)
    taken = used.ravel().copy()
    taken[seeds] = True
    roads = []
    for number in np.argsort(tree.cost[centres], kind="stable").tolist():
        way = _until_used(way_to_seed(tree, int(centres[number])), taken)
        taken[way] = True
        if len(way) > 2:
            roads.append(_road(land, way, f"{names[number]}村道".replace("村村道", "村道"), 3))
    return _inside(roads, known.outline)


def meeting(roads: Sequence[Way], land: Land) -> list[Way]:
    """``roads`` with each drawn on to the earlier road it runs into: smoothing has pulled that one off the cell they share."""
    met: list[Way] = []
    for road in roads:
        parts, earlier = list(shapely.get_parts(road.line)), [part for one in met for part in shapely.get_parts(one.line)]
        if earlier:
            way = shapely.shortest_line(shapely.get_point(parts[-1], -1), shapely.multilinestrings(earlier))
            if 0 < way.length <= MEETING_CELLS * land.frame.cell_m:
                parts[-1] = shapely.LineString(np.concatenate((shapely.get_coordinates(parts[-1]), shapely.get_coordinates(way)[1:])))
        met.append(Way(shapely.multilinestrings(parts), road.name, road.rank))
    return met


def _going(land: Land) -> Floats:
    """Cost of building a road: slope above all; water crossed only where it must be."""
    wet = np.where(land.river_cell >= 0, 4.0, 0.0)
    return np.where(land.inside, 1.0 + (land.slope / 0.09) ** 1.6 + wet, 400.0)


def _until_used(way: list[int], used: NDArray[np.bool_]) -> list[int]:
    """``way`` up to and including the first cell that a road already runs through."""
    for at, cell in enumerate(way):
        if used[cell]:
            return way[: at + 1]
    return way


def _road(land: Land, way: list[int], name: str, rank: int) -> Way:
    return Way(shapely.LineString(worn(land.frame.centre_of(np.asarray(way)), rounds=2)), name, rank)


def named_by_place(ways: Sequence[Way], known: Facts, cells: Cells) -> list[Way]:
    """``ways`` with a name for each nameless stream: that of the village it leaves, 中坝沟."""
    last = shapely.points([shapely.get_coordinates(way.line)[-1] for way in ways])
    unit = shapely.STRtree(cells.units).nearest(last)
    named: list[Way] = []
    taken = {way.name for way in ways}
    for way, number in zip(ways, unit.tolist(), strict=True):
        short = known.units[number].name.removesuffix("村").removesuffix("社区").removesuffix("河").removesuffix("沟")
        ending = "河" if way.rank == 2 else "沟"
        name = way.name or next((n for n in (p + short + ending for p in STREAM_PREFIXES) if n not in taken), short + ending)
        taken.add(name)
        named.append(Way(way.line, name, way.rank))
    return named
