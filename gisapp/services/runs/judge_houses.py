"""House by house: which areas and depths put it in danger, how badly, and of which houses nothing can be said."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.hazard import AffectedRule, HazardLevel, depth_levels
from gisapp.errors import BadRequest, Cancelled
from gisapp.language import tr
from gisapp.services.hazards.large_shapes import large_shapes
from gisapp.services.hazards.read_depths import DepthHazard, depths_at, outline
from gisapp.spatial.inside import PointFinder
from gisapp.storage.county import settings
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.places import footprints, layers
from gisapp.storage.runs.kept_runs import RunArea

LEVELS = tuple(HazardLevel)
Progress = Callable[[int, int], None]
Floats = NDArray[np.float64]
Find = Callable[[shapely.Geometry], NDArray[np.intp]]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Affected houses in order of id: worst level (n,), and the positions in ``areas`` of all that is over each.

    ``areas`` are those asked, the levels of every raster after them. ``depths_m`` (n,) is NaN where no raster says
    one. ``by_buffer`` (n,) marks houses that only the buffer puts in danger. ``unknown``: (house id, reason).
    """

    ids: NDArray[np.int64]
    ranks: NDArray[np.uint8]
    over: tuple[tuple[int, ...], ...]
    depths_m: Floats
    by_buffer: NDArray[np.bool_]
    unknown: tuple[tuple[int, str], ...]
    areas: tuple[RunArea, ...]


def judge_houses(
    connection: sqlite3.Connection,
    areas: Sequence[HazardArea],
    depths: Sequence[DepthHazard],
    *,
    rules: Sequence[AffectedRule],
    buffer_m: float,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Judged:
    """Judge every standing house; the first of ``rules`` is for areas, the last for depths.

    Raises BadRequest when no house has an outline the rule needs, Cancelled.
    """
    ids, xy = layers.house_points(connection)
    find = _finder(connection, ids, xy, rules[0])
    over: dict[int, list[int]] = defaultdict(list)
    plainly: set[int] = set()
    asked = _widened(areas, buffer_m, cancelled)
    steps = len(asked) + len(depths)
    for position, one in enumerate(asked):
        go_on(cancelled)
        for house in find(one.area.geometry).tolist():
            over[house].append(position)
        if one.plain is not None:
            plainly.update(find(one.plain).tolist())
        if progress:
            progress(position + 1, steps)
    water = _Water(np.full(len(ids), np.nan), np.zeros(len(ids), bool))
    for number, hazard in enumerate(depths, len(asked) + 1):
        go_on(cancelled)
        found = _flooded(connection, hazard, xy, rules[-1], water)
        for level in range(len(hazard.thresholds)):
            for house in np.flatnonzero(found == level).tolist():
                over[house].append(len(asked) + level)
                plainly.add(house)
        asked += _levels(connection, hazard)
        if progress:
            progress(number, steps)
    silent = _silent(xy, areas, water if depths else None)
    return _judged(ids, over, tuple(asked), water.depths_m, silent, plainly if buffer_m else None)


@dataclass(slots=True, eq=False)
class _Water:
    """The deepest water (n,) at each house, and whether it lies on any raster."""

    depths_m: Floats
    is_on_raster: NDArray[np.bool_]


@dataclass(slots=True, eq=False)
class _Silent:
    """Of which houses (n,) something asked says nothing, and which of them lie beyond its edge."""

    is_silent: NDArray[np.bool_]
    is_outside: NDArray[np.bool_]


def _silent(xy: Floats, areas: Sequence[HazardArea], water: _Water | None) -> _Silent:
    """Where the rasters have no value, and where an area's ground ends: neither in danger nor safe by these."""
    none = np.zeros(len(xy), bool)
    found = _Silent(none, none) if water is None else _Silent(np.isnan(water.depths_m), ~water.is_on_raster)
    grounds = [area.ground for area in areas if area.ground is not None]
    finder = PointFinder(xy)
    for ground in {shapely.to_wkb(one): one for one in grounds}.values():
        is_off, is_outside = np.ones(len(xy), bool), np.ones(len(xy), bool)
        is_off[finder.inside(ground)] = False
        is_outside[finder.inside(shapely.box(*ground.bounds))] = False
        found = _Silent(found.is_silent | is_off, np.where(is_off, is_outside, found.is_outside))
    return found


def go_on(cancelled: Callable[[], bool] | None) -> None:
    """Raise Cancelled when ``cancelled()`` says so."""
    if cancelled and cancelled():
        raise Cancelled(tr("研判已取消。"), tr("没有保存任何内容。"))


def _widened(areas: Sequence[HazardArea], buffer_m: float, cancelled: Callable[[], bool] | None) -> list[RunArea]:
    """The areas as they are asked. Raises Cancelled, also while a large one is widened."""
    if not buffer_m:
        return [RunArea(area) for area in areas]
    found: list[RunArea] = []
    with large_shapes(cancelled) as shapes:
        for area in areas:
            go_on(cancelled)
            try:
                found.append(RunArea(replace(area, geometry=shapes.widened(area.geometry, buffer_m)), area.geometry))
            except Cancelled:
                go_on(cancelled)  # in the words of a run
                raise
    return found


def _finder(connection: sqlite3.Connection, ids: NDArray[np.int64], xy: Floats, rule: AffectedRule) -> Find:
    """Positions of the houses that an area puts in danger, by the rule."""
    if rule not in (AffectedRule.FOOTPRINT, AffectedRule.CENTROID):
        return PointFinder(xy).inside
    drawn, shapes = footprints.all_footprints(connection)
    if rule is AffectedRule.FOOTPRINT and not len(drawn):
        raise BadRequest(
            tr("规则“{rule}”需要房屋轮廓，本县文件里没有。", rule=rule.value), tr("请改用 point（按房屋点位判断），或先导入房屋轮廓。")
        )
    at = np.searchsorted(ids, drawn)
    stands = (at < len(ids)) & (ids[np.minimum(at, len(ids) - 1)] == drawn) if len(ids) else np.zeros(len(drawn), bool)
    at, shapes = at[stands], shapes[stands]
    if rule is AffectedRule.CENTROID:
        centres = xy.copy()
        centres[at] = shapely.get_coordinates(shapely.centroid(shapes))
        return PointFinder(centres).inside
    tree, plain = shapely.STRtree(shapes), np.setdiff1d(np.arange(len(ids)), at)
    points = PointFinder(xy[plain])

    def touched(area: shapely.Geometry) -> NDArray[np.intp]:
        return np.sort(np.concatenate((plain[points.inside(area)], at[tree.query(area, predicate="intersects")])))

    return touched


def _flooded(connection: sqlite3.Connection, hazard: DepthHazard, xy: Floats, rule: AffectedRule, water: _Water) -> NDArray[np.int64]:
    """(n,) the highest threshold the water reaches at each house, counted from 0; -1 = none, or no value."""
    depths_m, is_on = depths_at(hazard.raster, xy, rule, settings.crs(connection))
    water.depths_m = np.fmax(water.depths_m, depths_m)
    water.is_on_raster |= is_on
    return np.where(np.isnan(depths_m), -1, np.searchsorted(hazard.thresholds, depths_m, side="right") - 1)


def _levels(connection: sqlite3.Connection, hazard: DepthHazard) -> list[RunArea]:
    """Each level of a raster as something to name and to draw."""
    epsg, source = settings.crs(connection), tr("水深栅格 {name}", name=hazard.name)
    return [
        RunArea(HazardArea(None, hazard.name, hazard.kind, level, source, None, None, outline(hazard.raster, metres, epsg)), is_depth=True)
        for metres, level in zip(hazard.thresholds, depth_levels(hazard.thresholds), strict=True)
    ]


def _judged(
    ids: NDArray[np.int64],
    over: dict[int, list[int]],
    areas: tuple[RunArea, ...],
    depths_m: Floats,
    silent: _Silent,
    plainly: set[int] | None,
) -> Judged:
    places = np.array(sorted(over), np.intp)
    rank_of = [one.area.level.rank for one in areas]
    ranks = np.array([min(map(rank_of.__getitem__, over[place])) for place in places.tolist()], np.uint8)
    by_buffer = np.array([plainly is not None and place not in plainly for place in places.tolist()], bool)
    is_unknown = silent.is_silent.copy()
    is_unknown[places] = False
    found = np.flatnonzero(is_unknown)
    reasons = np.where(silent.is_outside[found], "outside", "no_value").tolist()
    unknown = tuple(zip(ids[found].tolist(), reasons, strict=True))
    return Judged(ids[places], ranks, tuple(tuple(over[place]) for place in places.tolist()), depths_m[places], by_buffer, unknown, areas)
