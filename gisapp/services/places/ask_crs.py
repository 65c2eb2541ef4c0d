"""Which coordinates a file is written in, when it does not say or says wrong: proposals for a person to choose from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.spatial import china_shift, crs, shift
from gisapp.spatial.china_shift import BD_09, GCJ_02
from gisapp.spatial.shift import Shift
from gisapp.spatial.source_crs import NEAR_M, Proposal, SourceCrs, proposals, share_inside, spoken
from gisapp.storage.county import conformity, settings

Measure = Callable[[NDArray[np.object_]], Shift | None]
SURE = 0.9
BETTER_SHARE, GOOD_SHARE, FEWEST_PLACED, _MOST_PLACED = 0.05, 0.9, 20, 2_000
MOST_NAMED = 3
FEWEST_BEYOND, LEAST_BEYOND_M = 5, 200.0


class CrsAsked(BadRequest):
    """The coordinates have to be chosen: ``proposals`` fit, the best first; ``stated`` is what the file itself says."""

    def __init__(self, message: str, next_step: str, found: tuple[Proposal, ...], stated: SourceCrs | None) -> None:
        super().__init__(message, next_step)
        self.proposals, self.stated = found, stated


class Ground:
    """The county's CRS and outline; ``near`` is the outline with some room around it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.epsg = settings.crs(connection)
        self.outline = conformity.outline(connection)
        self.near = None
        if self.outline is not None:
            self.near = shapely.buffer(self.outline, NEAR_M, quad_segs=2)
            shapely.prepare(self.outline)
            shapely.prepare(self.near)


def code_of(source: SourceCrs) -> str:
    """What to write after --crs."""
    known = {GCJ_02: "gcj02", BD_09: "bd09"}
    epsg = crs.epsg_of(source.text) if source.text not in known else None
    text = known.get(source.text) or str(epsg or source.text[:20])
    return f"{text} --swap-axes" if source.is_swapped else text


def source_of(
    shapes: NDArray[np.object_], stated: str | None, *, chosen: SourceCrs | None, ground: Ground, title: str = ""
) -> SourceCrs | None:
    """How to read these shapes: as chosen, as stated; None when there is no shape at all. Raises CrsAsked."""
    xy = shapely.get_coordinates(shapes)
    if chosen is not None or not len(xy):
        return chosen
    said = SourceCrs(stated) if stated is not None and _can_be_read(stated, ground.epsg) else None
    if said is not None and (ground.near is None or share_inside(xy, said, ground.near, ground.epsg) > 0):
        return said
    found = proposed(xy, ground)
    if said is None:
        raise CrsAsked(tr("没有说明坐标系：{name}", name=title), next_step_of(found), found, None)
    raise CrsAsked(
        tr("按文件说明的坐标系（{crs}），{name}没有一处在本县。", crs=spoken(said.text), name=title), next_step_of(found), found, said
    )


def surest(shapes: NDArray[np.object_], ground: Ground, *, title: str) -> SourceCrs:
    """How metres without any statement are to be read, when one way puts nearly all of them into the county. Raises CrsAsked."""
    found = proposed(shapely.get_coordinates(shapes), ground)
    if found and found[0].share >= SURE:
        return found[0].source
    raise CrsAsked(tr("没有说明坐标系：{name}", name=title), next_step_of(found), found, None)


def proposed(xy: NDArray[np.float64], ground: Ground) -> tuple[Proposal, ...]:
    """What would put (n, 2) coordinates into the county."""
    return () if ground.outline is None else proposals(xy, ground.outline, ground.epsg)


def next_step_of(found: tuple[Proposal, ...]) -> str:
    """What to do about unstated coordinates: the proposals with what to write for each."""
    if not found:
        return tr("没有一种常用坐标系能让它落在本县，请向对方问明坐标系，再用 --crs 写明。")
    return tr("请用 --crs 写明。像是：{proposals}", proposals=tr("；").join(map(_in_words, found[:MOST_NAMED])))


def _in_words(one: Proposal) -> str:
    values = {"crs": title_of(one.source), "share": one.share, "code": code_of(one.source)}
    return tr("{crs}（{share:.0%} 落在本县）--crs {code}", **values)


def title_of(source: SourceCrs) -> str:
    """How coordinates were understood, for a person."""
    title = spoken(source.text)
    return tr("{crs}，先北后东（先纬度后经度）", crs=title) if source.is_swapped else title


def ask_about_shift(shapes: NDArray[np.object_], measure: Measure, source: SourceCrs, ground: Ground, *, against: str) -> None:
    """Raise CrsAsked when all shapes (n,) lie beside where they belong, by more than the drawing's own inaccuracy.

    ``measure`` tells the shift of shapes in the county's metres; GCJ-02 and BD-09 are proposed when converting them takes it away.
    """
    first = measure(shapes)
    if first is None or not first.is_noticed:
        return
    found = tuple(
        Proposal(SourceCrs(system), 1.0)
        for system in (GCJ_02, BD_09)
        if (left := measure(unshifted(shapes, system, ground.epsg))) is not None
        and left.distance_m < min(shift.NOTICED_M, first.distance_m / 2)
    )
    values = {"metres": first.distance_m, "where": direction(first), "against": against}
    stated = code_of(source)
    if found:
        system = spoken(found[0].source.text)
        raise CrsAsked(
            tr("与{against}相比，图形整体向{where}偏约 {metres:,.0f} 米，像是 {crs}。", crs=system, **values),
            tr("要换算请用 --crs {code}；要照原样导入请用 --crs {stated}。", code=code_of(found[0].source), stated=stated),
            found,
            source,
        )
    raise CrsAsked(
        tr("与{against}相比，图形整体向{where}偏约 {metres:,.0f} 米，不知道原因。", **values),
        tr("请核对坐标系，用 --crs 写明；要照原样导入请用 --crs {stated}。", stated=stated),
        (),
        source,
    )


def unshifted(shapes: NDArray[np.object_], system: str, epsg: int) -> NDArray[np.object_]:
    """Shapes in the county's metres as they lie when their degrees were those of GCJ-02 or BD-09."""
    found: NDArray[np.object_] = shapely.transform(
        shapes, lambda xy: crs.to_metres(china_shift.to_wgs(crs.to_degrees(xy, epsg), system), epsg)
    )
    return found


def direction(found: Shift) -> str:
    """Where a shift goes, in one of eight words."""
    words = (tr("东"), tr("东北"), tr("北"), tr("西北"), tr("西"), tr("西南"), tr("南"), tr("东南"))
    return words[round(np.degrees(np.arctan2(found.north_m, found.east_m)) / 45) % 8]


def ask_about_units(points: NDArray[np.object_], areas: NDArray[np.object_], source: SourceCrs, ground: Ground) -> None:
    """Raise CrsAsked when clearly more of the ``points`` (n,) lie in the ``areas`` (n,) they name once GCJ-02 or BD-09 is converted.

    An area of None is left out. Some hundred metres move many homes out of their village, none out of the county.
    """
    is_known = ~shapely.is_missing(areas) & ~shapely.is_missing(points)
    points, areas = points[is_known], areas[is_known]
    step = max(1, len(points) // _MOST_PLACED)
    points, areas = points[::step], areas[::step]
    if len(points) < FEWEST_PLACED:
        return
    first = float(shapely.intersects(areas, points).mean())
    shares = {system: float(shapely.intersects(areas, unshifted(points, system, ground.epsg)).mean()) for system in (GCJ_02, BD_09)}
    best = max(shares, key=lambda system: shares[system])
    if shares[best] < GOOD_SHARE or shares[best] - first < BETTER_SHARE:
        return
    found = (Proposal(SourceCrs(best), shares[best]),)
    raise CrsAsked(
        tr("只有 {first:.0%} 的位置在所写的村里；按 {crs} 换算后是 {share:.0%}。", first=first, crs=spoken(best), share=shares[best]),
        tr("要换算请用 --crs {code}；要照原样导入请用 --crs {stated}。", code=code_of(found[0].source), stated=code_of(source)),
        found,
        source,
    )


def ask_about_border(shapes: NDArray[np.object_], source: SourceCrs, ground: Ground) -> None:
    """Raise CrsAsked when points or lines (n,) jut out of the county, and no longer once GCJ-02 or BD-09 is converted.

    What really lies over the border does so on all sides and is not brought in by a few hundred metres one way.
    """
    if ground.outline is None or not len(shapes):
        return
    beyond = _beyond_m(shapes, ground)
    out = shapes[beyond > 0]
    if len(out) < FEWEST_BEYOND or beyond.sum() < LEAST_BEYOND_M:
        return
    left = {system: float(_beyond_m(unshifted(shapes, system, ground.epsg), ground).sum()) for system in (GCJ_02, BD_09)}
    best = min(left, key=lambda system: left[system])
    if left[best] > (1 - GOOD_SHARE) * beyond.sum():
        return
    found = (Proposal(SourceCrs(best), 1.0),)
    raise CrsAsked(
        tr("有 {count:,} 个图形伸出县界，按 {crs} 换算后都在县内。", count=len(out), crs=spoken(best)),
        tr("要换算请用 --crs {code}；要照原样导入请用 --crs {stated}。", code=code_of(found[0].source), stated=code_of(source)),
        found,
        source,
    )


def _beyond_m(shapes: NDArray[np.object_], ground: Ground) -> NDArray[np.float64]:
    """How far each shape (n,) juts out of the county: a line by its length outside, a point by its distance; metres."""
    found = np.zeros(len(shapes))
    is_out = ~shapely.covers(ground.outline, shapes)
    outside = shapely.difference(shapes[is_out], ground.outline)
    found[is_out] = np.where(
        shapely.get_dimensions(shapes[is_out]) > 0, shapely.length(outside), shapely.distance(shapes[is_out], ground.outline)
    )
    return found


def _can_be_read(stated: str, epsg: int) -> bool:
    try:
        crs.moved(np.zeros((1, 2)), stated, epsg)
    except (BadRequest, ValueError):
        return False
    return True
