"""The county file as layers of the map: one function a layer, so that a change reloads only its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from gisapp.scene import cartography, themes
from gisapp.scene.layers import LabelLayer, Layer, LineLayer, PointLayer, PolygonLayer, RasterLayer, with_style
from gisapp.scene.legend import LegendEntry, symbol_entries, theme_entries
from gisapp.scene.shapes import GeometryArray, LineShapes, PolygonShapes
from gisapp.scene.style import Scope
from gisapp.storage import grids, layers
from gisapp.storage.layers import HOUSE_LIVED_IN, HOUSE_TWO_ENDS, HOUSE_VACANT, Shapes

DEFAULT_THEME = "households"
HOMES_PICKED_BELOW = 6.0
"""Metres a pixel below which a click means a home rather than its cell."""

EVERY_SCALE = Scope()
ROADS_SHOWN_BELOW, SITES_SHOWN_BELOW = 60.0, 35.0
"""Metres a pixel above which these would only clutter the county."""


@dataclass(frozen=True, slots=True)
class CountyScene:
    """Every layer bottom to top, and the legend of what is shown."""

    layers: tuple[Layer, ...]
    legend: tuple[LegendEntry, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(layer.name for layer in self.layers)


def county_scene(connection: sqlite3.Connection, *, theme: str = DEFAULT_THEME) -> CountyScene:
    """All layers of a county file, cells coloured by ``theme``; raises BadRequest for an unknown theme."""
    cells, legend = grid_layer(connection, theme)
    hazards = hazard_layer(connection)
    found: list[Layer | None] = [
        cells,
        relief_layer(connection),
        river_layer(connection),
        road_layer(connection),
        hazards,
        home_layer(connection),
        safe_site_layer(connection),
        settlement_layer(connection),
        label_layer(connection),
    ]
    entries = (*legend, *symbol_entries("hazard_areas", used=hazards.classes), *symbol_entries("homes"))
    return CountyScene(tuple(layer for layer in found if layer is not None), entries)


def grid_layer(connection: sqlite3.Connection, theme: str) -> tuple[PolygonLayer, tuple[LegendEntry, ...]]:
    """The cells in the colours of ``theme``, bounded by village and town borders, with the theme's legend."""
    shapes = layers.grids(connection)
    classification = themes.classify(themes.theme(theme), _figures(connection, theme, shapes.ids))
    layer = PolygonLayer(
        name="grids",
        shapes=PolygonShapes.from_geometry(shapes.ids, shapes.geometries),
        classes=classification.codes,
        style=classification.style(),
        kind="grid",
        groups=np.array(layers.groups_of_grids(connection), np.int64).reshape(2, -1),
    )
    return layer, theme_entries(classification)


def recoloured(connection: sqlite3.Connection, layer: PolygonLayer, theme: str) -> tuple[PolygonLayer, tuple[LegendEntry, ...]]:
    """The same cells by another theme or with newer figures; geometry stays shared."""
    classification = themes.classify(themes.theme(theme), _figures(connection, theme, layer.shapes.ids))
    return with_style(layer, classification.codes, style=classification.style()), theme_entries(classification)


def home_layer(connection: sqlite3.Connection) -> PointLayer:
    """Every standing house by state; those in a hazard area apart."""
    houses = layers.houses(connection)
    names = ((HOUSE_LIVED_IN, "lived_in"), (HOUSE_VACANT, "vacant"), (HOUSE_TWO_ENDS, "two_ends"))
    classes = np.zeros(len(houses.ids), np.uint8)
    for code, name in names:
        classes[houses.codes == code] = cartography.class_code("homes", name)
    in_danger = np.isin(houses.ids, layers.houses_in_hazard(connection))
    classes[in_danger & (houses.codes != HOUSE_VACANT)] = cartography.class_code("homes", "in_hazard")
    return PointLayer(
        name="homes",
        ids=houses.ids,
        xy=houses.xy,
        classes=classes,
        style=cartography.point_style("homes"),
        kind="house",
        pick_scope=Scope(farthest=HOMES_PICKED_BELOW),
    )


def hazard_layer(connection: sqlite3.Connection) -> PolygonLayer:
    """Hazard areas by level, the worst on top."""
    shapes = layers.hazards(connection)
    return PolygonLayer(
        name="hazards",
        shapes=PolygonShapes.from_geometry(shapes.ids, shapes.geometries),
        classes=np.array([cartography.class_code("hazard_areas", level) for level in shapes.ranks], np.uint8),
        style=cartography.area_style("hazard_areas"),
        is_coverage=False,
    )


def relief_layer(connection: sqlite3.Connection) -> RasterLayer | None:
    """Shaded relief of the county's terrain, lit from the north-west at 45 degrees; None without terrain."""
    terrain = layers.terrain(connection)
    if terrain is None:
        return None
    rows, columns = terrain.heights.shape
    south, east = terrain.north - rows * terrain.cell_m, terrain.west + columns * terrain.cell_m
    shade = _hillshade(terrain.heights.astype(np.float32), terrain.cell_m)
    return RasterLayer(name="relief", shade=shade, bounds=(terrain.west, south, east, terrain.north))


def river_layer(connection: sqlite3.Connection) -> LineLayer | None:
    """Rivers and streams."""
    return _lines(layers.waterways(connection), name="rivers", best="river", rest="stream")


def road_layer(connection: sqlite3.Connection) -> LineLayer | None:
    """Roads."""
    return _lines(layers.roads(connection), name="roads", best="road", rest="road", scope=Scope(farthest=ROADS_SHOWN_BELOW))


def safe_site_layer(connection: sqlite3.Connection) -> PointLayer | None:
    """Safe sites."""
    return _places(layers.safe_sites(connection), name="safe_sites", kind="safe_site", scope=Scope(farthest=SITES_SHOWN_BELOW))


def settlement_layer(connection: sqlite3.Connection) -> PointLayer | None:
    """Settlement sites."""
    return _places(layers.settlement_sites(connection), name="settlement_sites", kind="settlement_site")


def label_layer(connection: sqlite3.Connection) -> LabelLayer | None:
    """Names of towns, settlement sites, villages and, close up, grids: placed in this order."""
    divisions = layers.divisions(connection)
    levels = np.array(divisions.ranks)
    of_town, of_village = levels == "town", np.isin(levels, ("village", "community"))
    sites, cells = layers.settlement_sites(connection), layers.grids(connection)
    parts = (
        ("town", _only(divisions.names, of_town), divisions.geometries[of_town]),
        ("site", sites.names, sites.geometries),
        ("village", _only(divisions.names, of_village), divisions.geometries[of_village]),
        ("grid", cells.names, cells.geometries),
    )
    texts, xy, classes, priorities = [], [], [], []
    for rank, (name, names, geometries) in enumerate(parts):
        texts += list(names)
        xy.append(_label_points(geometries))
        classes.append(np.full(len(names), cartography.class_code("labels", name), np.uint8))
        priorities.append(np.full(len(names), len(parts) - rank, np.int64))
    if not texts:
        return None
    return LabelLayer(
        name="labels",
        texts=tuple(texts),
        xy=np.concatenate(xy),
        priorities=np.concatenate(priorities),
        classes=np.concatenate(classes),
        style=cartography.label_style(),
        scopes=cartography.label_scopes(),
    )


def _figures(connection: sqlite3.Connection, theme: str, ids: Sequence[int] | np.ndarray) -> np.ndarray:
    figures = grids.figures(connection, theme)
    return np.array([figures.get(int(grid), 0) for grid in ids], np.int64)


def _only(names: Sequence[str], chosen: np.ndarray) -> tuple[str, ...]:
    return tuple(name for name, is_chosen in zip(names, chosen, strict=True) if is_chosen)


def _label_points(geometries: GeometryArray) -> np.ndarray:
    if not len(geometries):
        return np.empty((0, 2))
    points = shapely.point_on_surface(geometries) if len(geometries) < 500 else shapely.centroid(geometries)
    return np.column_stack((shapely.get_x(points), shapely.get_y(points)))


def _lines(shapes: Shapes, *, name: str, best: str, rest: str, scope: Scope = EVERY_SCALE) -> LineLayer | None:
    if not len(shapes.ids):
        return None
    lines = LineShapes.from_geometry(shapes.ids, shapes.geometries)
    best_ids = shapes.ids[np.array(shapes.ranks) == "1"]
    codes = np.where(np.isin(lines.ids, best_ids), cartography.class_code(name, best), cartography.class_code(name, rest))
    return LineLayer(name=name, shapes=lines, classes=codes.astype(np.uint8), style=cartography.line_style(name), scope=scope)


def _places(shapes: Shapes, *, name: str, kind: str, scope: Scope = EVERY_SCALE) -> PointLayer | None:
    if not len(shapes.ids):
        return None
    xy = np.column_stack((shapely.get_x(shapes.geometries), shapely.get_y(shapes.geometries)))
    classes = np.zeros(len(shapes.ids), np.uint8)
    return PointLayer(name=name, ids=shapes.ids, xy=xy, classes=classes, style=cartography.point_style(name), kind=kind, scope=scope)


def _hillshade(heights: np.ndarray, cell_m: float) -> np.ndarray:
    """uint8 shade, 128 = flat: the cosine of the light's angle, relative to flat ground (Horn's slope by central differences)."""
    down, right = np.gradient(heights, cell_m)
    length = np.sqrt(right**2 + down**2 + 1.0)
    light = (right * 0.5 + down * 0.5 + np.sqrt(0.5)) / length
    shade = 128 + (light - np.sqrt(0.5)) * 150
    return np.clip(shade, 0, 255).astype(np.uint8)
