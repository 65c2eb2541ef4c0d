"""Who goes to which safe site, as lines of the map: from villages, or from the grids of one site, and the sites with their figures."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import compress

import numpy as np
import shapely

from gisapp.domain.safe_site import SiteLoad
from gisapp.language import tr
from gisapp.scene import cartography
from gisapp.scene.flow_layers import curved
from gisapp.scene.layers import FlowLayer, LabelLayer
from gisapp.scene.legend import LegendEntry
from gisapp.scene.style import LabelStyle, Scope
from gisapp.storage.county import geopackage
from gisapp.storage.safe_sites import allocations, safe_sites

SITE_LINES = "site_lines"
FEWER_THAN = 1_000_000
MOST_GRIDS, MOST_LINES = 80, 150
"""Lines from more grids than this would hide the map: they begin at the villages then, the widest of them only."""


def site_line_layer(connection: sqlite3.Connection, allocation: int, *, sites: Sequence[int] = ()) -> tuple[FlowLayer, int]:
    """One line from each village (of few grids: each grid) to each site its families go to; of these ``sites`` only when given.

    The widest MOST_LINES, and how many there are in all.
    """
    begins = allocations.lines(connection, allocation, sites=sites, by_grid=True)
    if len(begins) > MOST_GRIDS:
        begins = allocations.lines(connection, allocation, sites=sites, by_grid=False)
    ids, _, places = safe_sites.open_places(connection)
    at = dict(zip(ids, places.tolist(), strict=True))
    every = sorted((line for line in begins if line.site in at), key=lambda line: line.families)
    placed = every[-MOST_LINES:]
    outlines = shapely.point_on_surface(geopackage.decode([line.geom for line in placed])) if placed else np.empty(0, object)
    begin = np.column_stack((shapely.get_x(outlines), shapely.get_y(outlines))) if placed else np.empty((0, 2))
    end = np.array([at[line.site] for line in placed], np.float64).reshape(-1, 2)
    families = np.array([line.families for line in placed], np.int64)
    lines = curved(np.arange(len(placed), dtype=np.int64), begin, end)
    return FlowLayer(SITE_LINES, lines, width_classes(families), cartography.line_style(SITE_LINES)), len(every)


def no_lines() -> FlowLayer:
    """The layer with nothing in it."""
    nothing = curved(np.empty(0, np.int64), np.empty((0, 2)), np.empty((0, 2)))
    return FlowLayer(SITE_LINES, nothing, np.empty(0, np.uint8), cartography.line_style(SITE_LINES))


def width_classes(families: np.ndarray) -> np.ndarray:
    """The width class (n,) of numbers of families (n,)."""
    lowest = tuple(int(name) for name in cartography.class_names(SITE_LINES))
    return (np.searchsorted(lowest, families, side="right") - 1).clip(0).astype(np.uint8)


def site_line_entries(layer: FlowLayer, in_all: int) -> tuple[LegendEntry, ...]:
    """The legend of the widths in use; said where there are more lines than are drawn."""
    lowest, used = [int(name) for name in cartography.class_names(SITE_LINES)], set(np.unique(layer.classes).tolist())
    named = [
        tr("{low} 户及以上", low=low) if number + 1 == len(lowest) else tr("{low}–{high} 户", low=low, high=lowest[number + 1] - 1)
        for number, low in enumerate(lowest)
    ]
    lines = [LegendEntry(named[number], layer.style.strokes[number]) for number in range(len(lowest)) if number in used]
    if not lines:
        return ()
    if in_all > MOST_LINES:
        return (LegendEntry(tr("去避险点（{all} 条中最粗的 {shown} 条）", all=f"{in_all:,}", shown=MOST_LINES)), *lines)
    return (LegendEntry(tr("去避险点（每线户数）")), *lines)


def with_site_figures(labels: LabelLayer, loads: Sequence[SiteLoad], places: Mapping[int, tuple[float, float]]) -> LabelLayer:
    """The map's names and, at every scale, each site that somebody goes to with its people and room; the fullest are placed first."""
    named = [load for load in loads if load.people and int(load.id) in places]
    if not named:
        return labels
    texts = [_figures(load) for load in named]
    kept = np.array([text not in set(texts) for text in labels.texts], bool)
    lettering = labels.style.letterings[cartography.class_code("labels", "site")]
    highest = int(labels.priorities.max(initial=0)) * FEWER_THAN
    return replace(
        labels,
        texts=(*compress(labels.texts, kept), *texts),
        xy=np.concatenate((labels.xy[kept], np.array([places[int(load.id)] for load in named]))),
        priorities=np.concatenate((labels.priorities[kept] * FEWER_THAN, np.array([highest + load.people for load in named], np.int64))),
        classes=np.concatenate((labels.classes[kept], np.full(len(named), len(labels.style.letterings), np.uint8))),
        style=LabelStyle((*labels.style.letterings, lettering)),
        scopes=(*labels.scopes, Scope()),
    )


def _figures(load: SiteLoad) -> str:
    values = {"name": load.name, "people": f"{load.people:,}", "room": f"{load.capacity:,}"}
    return tr("{name} {people}/{room} 超员", **values) if load.is_over else tr("{name} {people}/{room}", **values)
