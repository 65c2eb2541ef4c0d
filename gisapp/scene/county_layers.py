"""The county file as layers of the map: one function a layer, so that a change reloads only its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.validity import holds_at, now_text
from gisapp.scene import cartography, themes
from gisapp.scene.layers import LabelLayer, Layer, LineLayer, PointLayer, PolygonLayer, RasterLayer, with_style
from gisapp.scene.legend import LegendEntry, symbol_entries, theme_entries
from gisapp.scene.relief import edge_fading, hillshade
from gisapp.scene.shapes import GeometryArray, LineShapes, PolygonShapes
from gisapp.scene.style import Scope
from gisapp.scene.theme_figures import ThemeFigures
from gisapp.storage.hazards import hazards, terrain
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.places import layers
from gisapp.storage.places.layers import HOUSE_LIVED_IN, HOUSE_TWO_ENDS, HOUSE_VACANT, Cells, Shapes

DEFAULT_THEME = "households"
NO_BOUNDS = (None, None)
IDLE = "hazards_idle"
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


def county_scene(
    connection: sqlite3.Connection,
    *,
    theme: str = DEFAULT_THEME,
    run: int | None = None,
    early: Callable[[CountyScene], object] | None = None,
) -> CountyScene:
    """All layers of a county file, cells coloured by ``theme``; raises BadRequest for an unknown theme.

    ``run``: whose roll call its themes show, None = the latest's.
    ``early`` is given the scene without its homes, which take as long to read as all the rest.
    """
    cells = layers.cells(connection)
    coloured, legend = _coloured(connection, cells, theme, run=run)
    idle, areas = hazard_layers(connection)
    below = (
        coloured,
        relief_layer(connection),
        river_layer(connection),
        road_layer(connection),
        idle if len(idle.classes) else None,
        areas,
    )
    above = (safe_site_layer(connection), settlement_layer(connection), _labels(connection, cells))
    entries = (*legend, *hazard_entries(idle, areas), *symbol_entries("homes"))
    if early is not None:
        early(_scene((*below, *above), entries))
    return _scene((*below, home_layer(connection), *above), entries)


def _scene(found: Sequence[Layer | None], entries: tuple[LegendEntry, ...]) -> CountyScene:
    return CountyScene(tuple(layer for layer in found if layer is not None), entries)


def grid_layer(connection: sqlite3.Connection, theme: str) -> tuple[PolygonLayer, tuple[LegendEntry, ...]]:
    """The cells in the colours of ``theme``, bounded by village and town borders, with the theme's legend."""
    return _coloured(connection, layers.cells(connection), theme)


def _coloured(
    connection: sqlite3.Connection, cells: Cells, theme: str, *, run: int | None = None
) -> tuple[PolygonLayer, tuple[LegendEntry, ...]]:
    classification = themes.classify(themes.theme(theme), ThemeFigures(run).of(connection, theme, cells.ids))
    layer = PolygonLayer(
        name="grids",
        shapes=PolygonShapes.from_rings(cells.ids, cells.rings),
        classes=classification.codes,
        style=classification.style(),
        kind="grid",
        groups=np.stack((cells.villages, cells.towns)),
    )
    return layer, theme_entries(classification, run=run)


def recoloured(
    connection: sqlite3.Connection, layer: PolygonLayer, theme: str, *, figures: ThemeFigures | None = None
) -> tuple[PolygonLayer, tuple[LegendEntry, ...]]:
    """The same cells by another theme or with newer figures (those kept in ``figures``); geometry stays shared."""
    kept = figures or ThemeFigures()
    classification = themes.classify(themes.theme(theme), kept.of(connection, theme, layer.shapes.ids))
    return with_style(layer, classification.codes, style=classification.style()), theme_entries(classification, run=kept.run)


def home_layer(connection: sqlite3.Connection) -> PointLayer:
    """Every standing house by state; those in a hazard area apart."""
    houses = layers.houses(connection)
    names = ((HOUSE_LIVED_IN, "lived_in"), (HOUSE_VACANT, "vacant"), (HOUSE_TWO_ENDS, "two_ends"))
    classes = np.zeros(len(houses.ids), np.uint8)
    for code, name in names:
        classes[houses.codes == code] = cartography.class_code("homes", name)
    in_danger = layers.are_among(houses.ids, layers.houses_in_hazard(connection))
    classes[in_danger & (houses.codes != HOUSE_VACANT)] = cartography.class_code("homes", "in_hazard")
    rising = np.argsort(houses.xy[:, 0])
    return PointLayer(
        name="homes",
        ids=houses.ids[rising],
        xy=houses.xy[rising],
        classes=classes[rising],
        style=cartography.point_style("homes"),
        kind="house",
        pick_scope=Scope(farthest=HOMES_PICKED_BELOW),
        is_sorted=True,
    )


def hazard_layers(connection: sqlite3.Connection, *, at: str | None = None) -> tuple[PolygonLayer, PolygonLayer]:
    """Hazard areas that do not hold ``at`` that minute (None = now), in a look of their own, and those that do."""
    shapes, times, moment = layers.hazards(connection), hazards.times(connection), at or now_text()
    holds = np.array([holds_at(*times.get(one, NO_BOUNDS), moment) for one in shapes.ids.tolist()], bool)
    levels = np.array([cartography.class_code("hazard_areas", level) for level in shapes.ranks], np.uint8)
    return (
        _areas(IDLE, shapes.ids[~holds], shapes.geometries[~holds], np.zeros(int((~holds).sum()), np.uint8), look="hazard_areas_idle"),
        _areas("hazards", shapes.ids[holds], shapes.geometries[holds], levels[holds], look="hazard_areas"),
    )


def hazard_entries(idle: PolygonLayer, holding: PolygonLayer) -> tuple[LegendEntry, ...]:
    """The legend of both."""
    levels = symbol_entries("hazard_areas", used=holding.classes)
    return (*levels, *symbol_entries("hazard_areas_idle", used=idle.classes))


def _areas(name: str, ids: NDArray[np.int64], geometries: GeometryArray, classes: NDArray[np.uint8], *, look: str) -> PolygonLayer:
    shapes = PolygonShapes.from_geometry(ids, geometries)
    return PolygonLayer(name=name, shapes=shapes, classes=classes, style=cartography.area_style(look), is_coverage=False)


def draft_layer(areas: Sequence[HazardArea], *, name: str = "draft") -> PolygonLayer:
    """Hazard areas that are not saved yet, by level."""
    geometries = np.array([*(area.geometry for area in areas), None], dtype=object)[:-1]
    levels = np.array([cartography.class_code("hazard_areas", area.level.value) for area in areas], np.uint8)
    return _areas(name, np.arange(len(areas)), geometries, levels, look="hazard_areas")


def trial_layer(shapes: GeometryArray) -> PolygonLayer:
    """Shapes (n,) of a file as they would lie, in the place of the draft, all red."""
    red = np.full(len(shapes), cartography.class_code("hazard_areas", "red"), np.uint8)
    return _areas("draft", np.arange(len(shapes)), shapes, red, look="hazard_areas")


def relief_layer(connection: sqlite3.Connection) -> RasterLayer | None:
    """Shaded relief of the county's terrain, fading where the terrain ends; None without terrain."""
    found = terrain.read(connection)
    if found is None:
        return None
    rows, columns = found.steps.shape
    south, east = found.north - rows * found.cell_m, found.west + columns * found.cell_m
    bounds = (found.west, south, east, found.north)
    fading = edge_fading(rows, columns, bounds, around=layers.extent_of_cells(connection) or bounds)
    return RasterLayer(name="relief", shade=hillshade(found.heights(), found.cell_m, fading=fading), bounds=bounds)


def river_layer(connection: sqlite3.Connection) -> LineLayer | None:
    """Rivers and streams."""
    return _lines(layers.waterways(connection), name="rivers", best="river", rest="stream")


def road_layer(connection: sqlite3.Connection) -> LineLayer | None:
    """Roads."""
    return _lines(layers.roads(connection), name="roads", best="road", rest="road", scope=Scope(farthest=ROADS_SHOWN_BELOW))


def safe_site_layer(connection: sqlite3.Connection, run: int | None = None) -> PointLayer | None:
    """Safe sites: open, over-full by the allocation in force of a run (None = the latest), closed."""
    shapes = layers.safe_sites(connection, run)
    layer = _places(shapes, name="safe_sites", kind="safe_site", scope=Scope(farthest=SITES_SHOWN_BELOW))
    if layer is None:
        return None
    codes = {"open": "safe_site", "over": "over_site", "closed": "closed_site"}
    classes = np.array([cartography.class_code("safe_sites", codes[rank]) for rank in shapes.ranks], np.uint8)
    return replace(layer, classes=classes)


def settlement_layer(connection: sqlite3.Connection) -> PointLayer | None:
    """Settlement sites."""
    return _places(layers.settlement_sites(connection), name="settlement_sites", kind="settlement_site")


def label_layer(connection: sqlite3.Connection) -> LabelLayer | None:
    """Names of towns, settlement sites, villages and, close up, grids: placed in this order."""
    return _labels(connection, layers.cells(connection))


def _labels(connection: sqlite3.Connection, cells: Cells) -> LabelLayer | None:
    divisions = layers.divisions(connection)
    levels = np.array(divisions.ranks)
    of_town, of_village = levels == "town", np.isin(levels, ("village", "community"))
    sites = layers.settlement_sites(connection)
    parts = (
        ("town", _only(divisions.names, of_town), _label_points(divisions.geometries[of_town])),
        ("site", sites.names, _label_points(sites.geometries)),
        ("village", _only(divisions.names, of_village), _label_points(divisions.geometries[of_village])),
        ("grid", cells.names, PolygonShapes.from_rings(cells.ids, cells.rings).centroids()),
    )
    texts, xy, classes, priorities = [], [], [], []
    for rank, (name, names, points) in enumerate(parts):
        texts += list(names)
        xy.append(points)
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


def _only(names: Sequence[str], chosen: np.ndarray) -> tuple[str, ...]:
    return tuple(name for name, is_chosen in zip(names, chosen, strict=True) if is_chosen)


def _label_points(geometries: GeometryArray) -> np.ndarray:
    if not len(geometries):
        return np.empty((0, 2))
    points = shapely.point_on_surface(geometries)
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
