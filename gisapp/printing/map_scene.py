"""What a printed map shows: the county's layers, narrowed to some hazard areas, with a unit or a run brought out."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from gisapp.domain.cards import Unit
from gisapp.domain.ids import RunId
from gisapp.domain.river_level import caution, is_river_level
from gisapp.printing.paper_relief import within
from gisapp.scene import cartography, county_layers
from gisapp.scene.damage_layer import damage_entries, damage_layer
from gisapp.scene.layers import Layer, LineLayer, PointLayer, PolygonLayer, RasterLayer
from gisapp.scene.legend import LegendEntry, symbol_entries
from gisapp.scene.shapes import LineShapes, PolygonShapes, around
from gisapp.scene.style import LineStyle, Stroke, Tint
from gisapp.scene.themes import classify, theme
from gisapp.scene.view import Bounds
from gisapp.services.runs.find_affected import named_areas
from gisapp.storage.county import geopackage, settings
from gisapp.storage.hazards.hazards import sources
from gisapp.storage.places import layers, units
from gisapp.storage.runs import stored_runs

OUTLINE = Stroke(Tint("#0b6e6e", "#45c4c4"), width_px=3.0, casing=Tint("#ffffff", "#11181c"))
NEAR_M = 400.0
"""Room left around what a map is about, at least."""


@dataclass(frozen=True, slots=True)
class PaperScene:
    """Layers bottom to top, their legend, what the map is about in metres, and whether its people are made up.

    ``note``: what must be kept in mind whoever reads the map.
    """

    layers: tuple[Layer, ...]
    legend: tuple[LegendEntry, ...]
    bounds: Bounds
    is_sample: bool = False
    note: str = ""


def _scene(connection: sqlite3.Connection, found: Sequence[Layer | None], legend: Sequence[LegendEntry], about: Bounds) -> PaperScene:
    """The layers there are, the relief ending at the county's border, with room around what the map is about."""
    shown = [layer for layer in found if layer is not None]
    cells = next(layer for layer in shown if isinstance(layer, PolygonLayer) and layer.name == "grids")
    ended = tuple(within(layer, cells) if isinstance(layer, RasterLayer) else layer for layer in shown)
    return PaperScene(ended, tuple(legend), widened(about), bool(settings.read(connection, "is_sample", False)))


def county_map(
    connection: sqlite3.Connection, *, theme: str, run: int | None = None, unit: Unit | None = None, hazards: Sequence[str] = ()
) -> PaperScene:
    """The county by a theme (of a roll call that of ``run``), or a unit of it outlined; only the hazard areas named (all when none is).

    Raises BadRequest for an unknown theme or hazard.
    """
    scene = county_layers.county_scene(connection, theme=theme, run=run)
    shown = scene.layers
    if hazards:
        chosen = hazard_layer([(area.level.value, area.geometry) for area in named_areas(connection, hazards)])
        shown = tuple(chosen if layer.name == "hazards" else layer for layer in shown if layer.name != county_layers.IDLE)
    bounds = next(layer.bounds for layer in shown if layer.name == "grids")
    if unit is not None:
        bounds = units.bounds(connection, unit.kind, unit.id) or bounds
        shown = (*shown[:-1], *_outline(connection, unit), *shown[-1:])
    levels = [name for name, source in sources(connection) if is_river_level(source) and (not hazards or name in hazards)]
    return replace(_scene(connection, shown, scene.legend, bounds), note=caution(levels))


def with_damages(connection: sqlite3.Connection, scene: PaperScene) -> PaperScene:
    """The same map with the damaged houses below its names, and what they mean first in the legend."""
    layer = damage_layer(connection)
    at = next((number for number, one in enumerate(scene.layers) if one.name == "labels"), len(scene.layers))
    layers = (*scene.layers[:at], layer, *scene.layers[at:])
    return replace(scene, layers=layers, legend=(*damage_entries(layer), *scene.legend))


def run_map(connection: sqlite3.Connection, run: RunId) -> PaperScene:
    """The areas of a stored run as they were, the homes it found, and quiet cells around them."""
    areas = stored_runs.areas(connection, run)
    sites = county_layers.safe_site_layer(connection, run)
    hazard = hazard_layer([(area.level.value, area.geometry) for area in areas])
    homes = _affected_homes(connection, run)
    about = around([homes.bounds]) if len(homes.ids) else around([hazard.bounds])
    found = (
        plain_cells(connection),
        county_layers.relief_layer(connection),
        county_layers.river_layer(connection),
        county_layers.road_layer(connection),
        hazard,
        homes,
        sites,
        county_layers.label_layer(connection),
    )
    used = sites.classes if sites is not None else ()
    code = cartography.class_code("homes", "in_hazard")
    legend = (
        *symbol_entries("hazard_areas", used=hazard.classes),
        *symbol_entries("homes", used=[code]),
        *symbol_entries("safe_sites", used=used),
    )
    return _scene(connection, found, legend, about)


def plain_cells(connection: sqlite3.Connection) -> PolygonLayer:
    """The cells in one neutral colour, for maps about something else."""
    cells, _ = county_layers.grid_layer(connection, "hazard_homes")
    neutral = classify(theme("hazard_homes"), np.zeros(len(cells.shapes), np.int64))
    return replace(cells, classes=neutral.codes, style=neutral.style())


def hazard_layer(areas: Sequence[tuple[str, shapely.Geometry]]) -> PolygonLayer:
    """A layer of (level, polygon), the worst on top."""
    ordered = sorted(areas, key=lambda area: cartography.class_code("hazard_areas", area[0]))
    return PolygonLayer(
        name="hazards",
        shapes=PolygonShapes.from_geometry(np.arange(len(ordered)), np.array([area[1] for area in ordered], dtype=object)),
        classes=np.array([cartography.class_code("hazard_areas", area[0]) for area in ordered], np.uint8),
        style=cartography.area_style("hazard_areas"),
        is_coverage=False,
    )


def widened(bounds: Bounds) -> Bounds:
    """``bounds`` with room around: a tenth of the size, and no map smaller than a hamlet."""
    low_x, low_y, high_x, high_y = bounds
    room = max(0.05 * max(high_x - low_x, high_y - low_y), NEAR_M / 4, (NEAR_M - (high_x - low_x)) / 2)
    return (low_x - room, low_y - room, high_x + room, high_y + room)


def _affected_homes(connection: sqlite3.Connection, run: RunId) -> PointLayer:
    ids, _, blobs = stored_runs.house_points(connection, run)
    code = cartography.class_code("homes", "in_hazard")
    return PointLayer(
        name="homes",
        ids=np.array(ids, np.int64),
        xy=geopackage.decode_points(blobs),
        classes=np.full(len(ids), code, np.uint8),
        style=cartography.point_style("homes"),
    )


def _outline(connection: sqlite3.Connection, unit: Unit) -> tuple[LineLayer, ...]:
    """The border of a division or grid; nothing for a settlement site or building."""
    if unit.kind not in ("division", "grid"):
        return ()
    shapes = layers.grids(connection) if unit.kind == "grid" else layers.divisions(connection)
    found = shapes.geometries[shapes.ids == unit.id]
    lines = LineShapes.from_geometry(np.full(len(found), unit.id), found)
    return (LineLayer("outline", lines, np.zeros(len(lines), np.uint8), LineStyle((OUTLINE,))),)
