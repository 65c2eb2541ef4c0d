"""Where families came from as layers of the map: curved lines from villages to sites, and both homes of one family."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import compress

import numpy as np
import shapely

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.origins import Flow
from gisapp.language import tr
from gisapp.scene import cartography
from gisapp.scene.layers import FlowLayer, LabelLayer, LineLayer, PointLayer
from gisapp.scene.legend import LegendEntry
from gisapp.scene.shapes import LineShapes
from gisapp.scene.style import LabelStyle, Scope
from gisapp.scene.view import FloatArray
from gisapp.storage.contacts import origins
from gisapp.storage.county import geopackage

FLOWS, FLOW = "flows", "flow"
HOME_LINE, HOME_ENDS, RESIDENCES = "home_line", "home_ends", "residences"
BEND, STEPS = 0.16, 16
STANDING, GONE = 0, 1
FEWER_THAN = 1_000_000

Places = Mapping[int, tuple[float, float]]
"""village or site -> x, y in metres"""


def flow_layer(connection: sqlite3.Connection, flows: Sequence[Flow]) -> FlowLayer:
    """One line a flow, the widest last and on top; flows whose village or site has no place on the map are left out."""
    villages = village_points(connection, sorted({int(flow.origin) for flow in flows}))
    sites = origins.site_points(connection)
    placed = [flow for flow in reversed(flows) if flow.origin in villages and flow.site in sites]
    begin = np.array([villages[flow.origin] for flow in placed], np.float64).reshape(-1, 2)
    end = np.array([sites[flow.site] for flow in placed], np.float64).reshape(-1, 2)
    ids = np.array([flow.id for flow in placed], np.int64)
    families = np.array([flow.families for flow in placed], np.int64)
    return FlowLayer(FLOWS, curved(ids, begin, end), width_classes(families), cartography.line_style("flows"), kind=FLOW)


def curved(ids: np.ndarray, begin: FloatArray, end: FloatArray) -> LineShapes:
    """Lines from ``begin`` (n, 2) to ``end`` (n, 2), each bent a little to its left, so that there and back do not hide each other."""
    if not len(ids):
        return LineShapes.from_arrays(np.empty(0, np.int64), np.empty((0, 2)), np.zeros(1, np.int64))
    along = end - begin
    middle = (begin + end) / 2 + BEND * np.column_stack((-along[:, 1], along[:, 0]))
    share = np.linspace(0.0, 1.0, STEPS + 1)[None, :, None]
    coords = begin[:, None] * (1 - share) ** 2 + 2 * middle[:, None] * share * (1 - share) + end[:, None] * share**2
    return LineShapes.from_arrays(ids, coords.reshape(-1, 2), np.arange(len(ids) + 1, dtype=np.int64) * (STEPS + 1))


def lowest_of_classes() -> tuple[int, ...]:
    """The fewest families of each width."""
    return tuple(int(name) for name in cartography.class_names(FLOWS))


def width_classes(families: np.ndarray) -> np.ndarray:
    """The width class (n,) of numbers of families (n,)."""
    return (np.searchsorted(lowest_of_classes(), families, side="right") - 1).clip(0).astype(np.uint8)


def residence_layer(connection: sqlite3.Connection, villages: Sequence[int]) -> PointLayer:
    """Where the families of some villages live now."""
    found = origins.residence_points(connection, villages)
    ids = np.array([house for house, _, _ in found], np.int64)
    xy = np.array([place for _, *place in found], np.float64).reshape(-1, 2)
    return PointLayer(RESIDENCES, ids, xy, np.zeros(len(ids), np.uint8), cartography.point_style(RESIDENCES))


def home_entries(line: LineLayer) -> tuple[LegendEntry, ...]:
    """The legend of the line between two homes."""
    codes = np.unique(line.classes).tolist()
    lines = [LegendEntry(tr(cartography.class_titles(HOME_LINE)[code]), line.style.strokes[code]) for code in codes]
    return (LegendEntry(tr(cartography.title(HOME_LINE))), *lines) if lines else ()


def flow_entries(layer: FlowLayer, *, title: str = "") -> tuple[LegendEntry, ...]:
    """The legend of the widths in use; ``title`` when the lines are not those of villages."""
    lowest, used = lowest_of_classes(), set(np.unique(layer.classes).tolist())
    lines = [LegendEntry(_range(lowest, number), layer.style.strokes[number]) for number in range(len(lowest)) if number in used]
    return (LegendEntry(title or tr("搬迁来源（每线户数）")), *lines) if lines else ()


def town_title() -> str:
    """The legend's title for lines from towns."""
    return tr("搬迁来源（按镇，每线户数）")


def _range(lowest: Sequence[int], number: int) -> str:
    if number + 1 == len(lowest):
        return tr("{low} 户及以上", low=lowest[number])
    return tr("{low}–{high} 户", low=lowest[number], high=lowest[number + 1] - 1)


def village_points(connection: sqlite3.Connection, villages: Sequence[int]) -> dict[int, tuple[float, float]]:
    """village -> where its name stands, in metres."""
    found = origins.outlines(connection, villages)
    points = shapely.point_on_surface(geopackage.decode([geom for _, geom in found])) if found else []
    return {village: (float(point.x), float(point.y)) for (village, _), point in zip(found, points, strict=True) if not point.is_empty}


def family_layers(connection: sqlite3.Connection, household: int) -> tuple[LineLayer, PointLayer] | None:
    """The line from a family's origin home to its residence and both ends; None for a family with one home on the map.

    The line is dashed where the origin home stands no more.
    """
    homes = origins.home_points(connection, household)
    origin = next((home for home in homes if home[0] is HomeRole.ORIGIN), None)
    residence = next((home for home in homes if home[0] is not HomeRole.ORIGIN), None)
    if origin is None or residence is None:
        return None
    is_gone = origin[1] in (HomeState.LOST, HomeState.DEMOLISHED)
    xy = np.array([origin[2:], residence[2:]], np.float64)
    ids = np.array([household], np.int64)
    code = np.array([GONE if is_gone else STANDING], np.uint8)
    line = LineLayer(HOME_LINE, curved(ids, xy[:1], xy[1:]), code, cartography.line_style(HOME_LINE))
    ends = np.array([cartography.class_code(HOME_ENDS, name) for name in ("gone" if is_gone else "origin", "residence")], np.uint8)
    return line, PointLayer(HOME_ENDS, np.repeat(ids, 2), xy, ends, cartography.point_style(HOME_ENDS))


def with_flow_names(labels: LabelLayer, flows: Sequence[Flow], villages: Places, sites: Places) -> LabelLayer:
    """The map's names and, at every scale, each site of the flows and each village with how many families left it.

    Sites are placed first, then villages by their families; what is named so is not named a second time.
    """
    from_level = "town" if any(flow.is_of_town for flow in flows) else "village"
    named = [*_summed(flows, villages, from_level), *_summed(flows, sites, "site")]
    if not named:
        return labels
    kept = np.array([text not in {name for name, *_ in named} for text in labels.texts], bool)
    own = {level: labels.style.letterings[cartography.class_code("labels", level)] for level in ("village", "site", "town")}
    first = len(labels.style.letterings)
    texts = (tr("{village} {families}", village=name, families=f"{count:,}") for name, count, _, _ in named)
    codes = np.array([first + list(own).index(level) for _, _, level, _ in named], np.uint8)
    highest = int(labels.priorities.max()) * FEWER_THAN
    ranks = np.array([highest + count * (1 + (level == "site")) for _, count, level, _ in named], np.int64)
    return replace(
        labels,
        texts=(*compress(labels.texts, kept), *texts),
        xy=np.concatenate((labels.xy[kept], np.array([place for *_, place in named]))),
        priorities=np.concatenate((labels.priorities[kept] * FEWER_THAN, ranks)),
        classes=np.concatenate((labels.classes[kept], codes)),
        style=LabelStyle((*labels.style.letterings, *own.values())),
        scopes=(*labels.scopes, *(Scope() for _ in own)),
    )


def _summed(flows: Sequence[Flow], places: Places, level: str) -> list[tuple[str, int, str, tuple[float, float]]]:
    """(name, families, level, place) of each village, town or site of the flows that has a place on the map."""
    found: dict[int, tuple[str, int]] = {}
    for flow in flows:
        end, name = (flow.site, flow.site_name) if level == "site" else (int(flow.origin), flow.origin_name)
        if end in places:
            found[end] = (name, found.get(end, ("", 0))[1] + flow.families)
    return [(name, count, level, places[end]) for end, (name, count) in found.items()]
