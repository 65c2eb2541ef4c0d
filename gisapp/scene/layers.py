"""Layers of the map: frozen arrays and a style. An edit makes a new layer that shares what did not change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from gisapp.scene.shapes import IntArray, LineShapes, PolygonShapes
from gisapp.scene.style import Fill, LabelStyle, LineStyle, PointStyle, PolygonStyle, Scope
from gisapp.scene.view import Bounds, FloatArray

ClassArray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class PolygonLayer:
    """Polygons with a class each (``classes`` uint8 (n,), an index into ``style.fills``).

    ``kind`` is the word a pick reports ("" = cannot be picked). With ``is_coverage`` neighbours share their borders,
    which are drawn once. ``groups`` int64 (k, n), from fine to coarse, are e.g. the village and town of each grid:
    a border between two villages is drawn with the second stroke of ``style.borders``, and so on; the outer
    border of the whole coverage counts as the coarsest level.
    """

    name: str
    shapes: PolygonShapes
    classes: ClassArray
    style: PolygonStyle
    kind: str = ""
    scope: Scope = Scope()
    is_coverage: bool = True
    groups: IntArray | None = None

    @property
    def bounds(self) -> Bounds:
        return self.shapes.total_bounds


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class LineLayer:
    """Lines with a class each (``classes`` uint8 (lines,), an index into ``style.strokes``)."""

    name: str
    shapes: LineShapes
    classes: ClassArray
    style: LineStyle
    kind: str = ""
    scope: Scope = Scope()

    @property
    def bounds(self) -> Bounds:
        return self.shapes.total_bounds


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class FlowLayer(LineLayer):
    """Lines that go somewhere: from their first vertex to the last, where an arrow stands. Lower classes are painted first.

    All of them have the same number of vertices.
    """


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class PointLayer:
    """Points: ``ids`` int64 (n,), ``xy`` float64 (n, 2) metres, ``classes`` uint8 (n,) into ``style.symbols``.

    Points are picked only where ``pick_scope`` holds, so that a click on the whole county finds its cell.
    ``is_sorted``: the x of ``xy`` rise, so that a part of the map is found without looking at every point.
    """

    name: str
    ids: IntArray
    xy: FloatArray
    classes: ClassArray
    style: PointStyle
    kind: str = ""
    scope: Scope = Scope()
    pick_scope: Scope = Scope()
    is_sorted: bool = False

    def within(self, window: Bounds) -> IntArray:
        """Indices of the points in a window, rising."""
        low_x, low_y, high_x, high_y = window
        x, y = self.xy[:, 0], self.xy[:, 1]
        if self.is_sorted:
            first, last = np.searchsorted(x, low_x, "left"), np.searchsorted(x, high_x, "right")
            return first + np.flatnonzero((y[first:last] >= low_y) & (y[first:last] <= high_y))
        found = np.flatnonzero((x >= low_x) & (x <= high_x))
        return found[(y[found] >= low_y) & (y[found] <= high_y)]

    @property
    def bounds(self) -> Bounds:
        return bounds_of_points(self.xy)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class LabelLayer:
    """Names at places: ``texts`` (n), ``xy`` float64 (n, 2) metres, ``classes`` uint8 (n,) into ``style.letterings``.

    ``priorities`` int64 (n,): the higher is placed first. ``scopes``: one per class, where its names are shown.
    """

    name: str
    texts: tuple[str, ...]
    xy: FloatArray
    priorities: IntArray
    classes: ClassArray
    style: LabelStyle
    scopes: tuple[Scope, ...]
    kind: str = ""
    scope: Scope = Scope()

    @property
    def bounds(self) -> Bounds:
        return bounds_of_points(self.xy)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class RasterLayer:
    """A shaded relief: ``shade`` uint8 (rows, columns), first row north, 128 = flat ground; ``bounds`` in metres.

    It darkens slopes turned away from the light and lightens those turned to it, by ``strength`` (0 to 1),
    so it lies above the fills and below what must stay clear.
    """

    name: str
    shade: NDArray[np.uint8]
    bounds: Bounds
    strength: float = 0.35
    kind: str = ""
    scope: Scope = Scope()


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class WaterLayer:
    """Ground that a river reaches when it stands ``level_cm`` above its normal level, 0 = nothing.

    ``sheets`` uint16 (rows, columns), first row north: from how many centimetres on each cell is wet; the first for looking
    closely, each further one of half as many rows and columns. Another level shares them. ``style.fills`` by depth; ``veil`` lies
    over the dry cells of the raster, so that the water stands out.
    """

    name: str
    sheets: tuple[NDArray[np.uint16], ...]
    bounds: Bounds
    level_cm: int
    style: PolygonStyle
    veil: Fill
    kind: str = ""
    scope: Scope = Scope()


Layer = PolygonLayer | LineLayer | PointLayer | LabelLayer | RasterLayer | WaterLayer
Classed = TypeVar("Classed", PolygonLayer, LineLayer, PointLayer)


def with_classes(layer: Classed, classes: Sequence[int] | ClassArray) -> Classed:
    """The same layer with other classes; geometry and what is derived from it stay shared."""
    return replace(layer, classes=np.asarray(classes, dtype=np.uint8))


def with_style(layer: PolygonLayer, classes: Sequence[int] | ClassArray, *, style: PolygonStyle) -> PolygonLayer:
    """The same cells in another theme; geometry stays shared."""
    return replace(layer, classes=np.asarray(classes, dtype=np.uint8), style=style)


def bounds_of_points(xy: FloatArray) -> Bounds:
    """The bounds of points (n, 2)."""
    if not len(xy):
        return (float("inf"), float("inf"), float("-inf"), float("-inf"))
    low, high = xy.min(axis=0), xy.max(axis=0)
    return (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
