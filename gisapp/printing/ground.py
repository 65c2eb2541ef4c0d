"""The layers under many maps of one county, read once and drawn by one desk: a batch of sheets would read them for each."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from gisapp.canvas.desk import Desk
from gisapp.printing.map_scene import OUTLINE, plain_cells
from gisapp.printing.paper_relief import within
from gisapp.scene import cartography, county_layers
from gisapp.scene.layers import LabelLayer, Layer, LineLayer, PolygonLayer
from gisapp.scene.shapes import LineShapes
from gisapp.scene.style import LineStyle
from gisapp.storage.places import layers
from gisapp.storage.places.layers import Shapes


class Ground:
    """Cells, relief, rivers, roads, ``hazards`` below; safe sites, settlement sites and names above."""

    def __init__(self, connection: sqlite3.Connection, *hazards: PolygonLayer) -> None:
        self.desk = Desk()
        self.cells = plain_cells(connection)
        relief = county_layers.relief_layer(connection)
        ended = None if relief is None else within(relief, self.cells)
        rivers, roads = county_layers.river_layer(connection), county_layers.road_layer(connection)
        self._below = _there((self.cells, ended, rivers, roads, *hazards))
        sites = county_layers.safe_site_layer(connection)
        self.site_classes: tuple[int, ...] = () if sites is None else tuple(sorted(set(sites.classes.tolist())))
        self._above = _there((sites, county_layers.settlement_layer(connection)))
        names = county_layers.label_layer(connection)
        self._names = _there((names,))
        self._far_names = () if names is None else (_without_grids(names),)
        self._shapes = {"grid": layers.grids(connection), "division": layers.divisions(connection)}

    def layers(self, homes: Layer, *, outlined: tuple[str, int] | None = None, is_far: bool = False) -> tuple[Layer, ...]:
        """The layers of a map of ``homes``, the unit (kind, id) ``outlined``; ``is_far``: without the names of grids."""
        outline = () if outlined is None else _outline(self._shapes[outlined[0]], outlined[1])
        names = self._far_names if is_far else self._names
        return (*self._below, homes, *self._above, *outline, *names)


def _there(found: Sequence[Layer | None]) -> tuple[Layer, ...]:
    return tuple(layer for layer in found if layer is not None)


def _without_grids(names: LabelLayer) -> LabelLayer:
    kept = np.flatnonzero(names.classes != cartography.class_code("labels", "grid"))
    texts = tuple(names.texts[one] for one in kept.tolist())
    return replace(names, xy=names.xy[kept], texts=texts, classes=names.classes[kept], priorities=names.priorities[kept])


def _outline(shapes: Shapes, unit: int) -> tuple[LineLayer, ...]:
    found = shapes.geometries[shapes.ids == unit]
    lines = LineShapes.from_geometry(np.full(len(found), unit), found)
    return (LineLayer("outline", lines, np.zeros(len(lines), np.uint8), LineStyle((OUTLINE,))),)
