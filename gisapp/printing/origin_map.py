"""The origin-destination map for paper and pictures: flows over quiet cells, or over a theme."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from gisapp.domain.origins import Flow
from gisapp.printing.map_scene import PaperScene, plain_cells, widened
from gisapp.scene import county_layers
from gisapp.scene.flow_layers import flow_entries, flow_layer, town_title, village_points, with_flow_names
from gisapp.scene.layers import LabelLayer, PolygonLayer
from gisapp.scene.legend import symbol_entries
from gisapp.scene.shapes import around
from gisapp.services.places.trace_origins import by_town, is_crowd
from gisapp.storage.contacts import origins
from gisapp.storage.county import settings

ABOVE_FLOWS = frozenset({"safe_sites", "settlement_sites", "labels"})


def origin_map(connection: sqlite3.Connection, flows: Sequence[Flow]) -> PaperScene:
    """Flows over neutral cells, rivers and roads, as large as they need; the whole county when there is none."""
    cells = _quiet(plain_cells(connection))
    found = (
        cells,
        county_layers.river_layer(connection),
        county_layers.settlement_layer(connection),
        county_layers.label_layer(connection),
    )
    shown = tuple(layer for layer in found if layer is not None)
    scene = PaperScene(shown, symbol_entries("settlement_sites"), cells.bounds, bool(settings.read(connection, "is_sample", False)))
    with_lines = with_flows(connection, scene, flows)
    lines = next(layer for layer in with_lines.layers if layer.name == "flows")
    return replace(with_lines, bounds=widened(around([lines.bounds]))) if flows else with_lines


def with_flows(connection: sqlite3.Connection, scene: PaperScene, flows: Sequence[Flow]) -> PaperScene:
    """The same map with flows below its sites and names, and what their widths mean first in the legend; a crowd of them by town."""
    is_by_town = is_crowd(flows)
    flows = by_town(connection, flows) if is_by_town else flows
    lines = flow_layer(connection, flows)
    above = [layer for layer in scene.layers if layer.name in ABOVE_FLOWS]
    below = [layer for layer in scene.layers if layer.name not in ABOVE_FLOWS]
    villages, sites = village_points(connection, sorted({int(flow.origin) for flow in flows})), origins.site_points(connection)
    named = [with_flow_names(layer, flows, villages, sites) if isinstance(layer, LabelLayer) else layer for layer in above]
    return replace(
        scene, layers=(*below, lines, *named), legend=(*flow_entries(lines, title=town_title() if is_by_town else ""), *scene.legend)
    )


def _quiet(cells: PolygonLayer) -> PolygonLayer:
    """Cells whose own borders step back behind those of villages and towns."""
    borders = tuple(replace(stroke, opacity=opacity) for stroke, opacity in zip(cells.style.borders, (0.1, 0.35, 0.8, 1.0), strict=False))
    return replace(cells, style=replace(cells.style, borders=borders))
