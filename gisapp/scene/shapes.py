"""Geometry as flat arrays: what painters, hit tests and simplification read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.scene.view import Bounds, FloatArray
from gisapp.storage.places.rings import Rings

IntArray = NDArray[np.int64]
GeometryArray = NDArray[np.object_]

POLYGONAL = (3, 6)
"""shapely's numbers of polygon and multipolygon."""
NOWHERE: Bounds = (float("inf"), float("inf"), float("-inf"), float("-inf"))


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class PolygonShapes:
    """n polygons or multipolygons in metres.

    ``ids`` int64 (n,); ``coords`` float64 (v, 2), every ring closed; ``ring_offsets`` (rings + 1,) into coords;
    ``polygon_offsets`` (polygons + 1,) into rings; ``feature_offsets`` (n + 1,) into polygons;
    ``bounds`` float64 (n, 4), NaN for an empty feature.
    """

    ids: IntArray
    coords: FloatArray
    ring_offsets: IntArray
    polygon_offsets: IntArray
    feature_offsets: IntArray
    bounds: FloatArray

    @classmethod
    def from_geometry(cls, ids: Sequence[int] | IntArray, geometry: Sequence[Any] | GeometryArray) -> PolygonShapes:
        """From shapely polygons and multipolygons; missing ones become empty features."""
        array = np.array(geometry, dtype=object)
        is_fit = np.isin(shapely.get_type_id(array), POLYGONAL) & ~shapely.is_empty(array)
        array[~is_fit] = [_polygonal(one) for one in array[~is_fit]]
        id_array = np.asarray(ids, dtype=np.int64)
        if not len(id_array):
            none = np.zeros(1, dtype=np.int64)
            return cls(id_array, np.empty((0, 2)), none, none, none, np.empty((0, 4)))
        _, coords, offsets = shapely.to_ragged_array(array, include_z=False)
        rings, polygons = (np.asarray(part, dtype=np.int64) for part in offsets[:2])
        features = np.asarray(offsets[2], dtype=np.int64) if len(offsets) == 3 else np.arange(len(array) + 1)
        return cls(id_array, coords, rings, polygons, features, np.asfortranarray(shapely.bounds(array)))

    @classmethod
    def from_rings(cls, ids: IntArray, rings: Rings) -> PolygonShapes:
        """From the rings of the county file, shared and not copied."""
        return cls(ids, rings.coords, rings.ring_offsets, rings.polygon_offsets, rings.feature_offsets, rings.bounds)

    def __len__(self) -> int:
        return len(self.ids)

    def centroids(self) -> FloatArray:
        """Centres of gravity (n, 2); the middle of the bounds where the area is nothing. About 5 ms for 209k vertices."""
        middle = (self.bounds[:, :2] + self.bounds[:, 2:]) / 2
        feature = np.repeat(np.arange(len(self)), np.diff(self.ring_offsets[self.first_rings()]))
        local = self.coords - middle[feature]  # small numbers, so that nothing is lost in the products
        cross = local[:-1, 0] * local[1:, 1] - local[1:, 0] * local[:-1, 1]
        cross[self.ring_offsets[1:-1] - 1] = 0.0  # from one ring to the next is no border
        double_area = np.bincount(feature[:-1], cross, len(self))
        is_area = np.abs(double_area) > 0
        for axis in (0, 1):
            moment = np.bincount(feature[:-1], (local[:-1, axis] + local[1:, axis]) * cross, len(self))
            middle[is_area, axis] += moment[is_area] / (3 * double_area[is_area])
        return middle

    def geometry(self) -> GeometryArray:
        """The features as shapely multipolygons (n,)."""
        if not len(self.ids):
            return np.empty(0, dtype=object)
        return shapely.from_ragged_array(
            shapely.GeometryType.MULTIPOLYGON,
            self.coords,
            (self.ring_offsets, self.polygon_offsets, self.feature_offsets),
        )

    def first_rings(self) -> IntArray:
        """Ring number at which each feature begins, and the end (n + 1,)."""
        return self.polygon_offsets[self.feature_offsets]

    def rings(self) -> tuple[LineShapes, IntArray]:
        """Every ring as a closed line, and the index of its feature (rings,)."""
        feature = np.repeat(np.arange(len(self)), np.diff(self.first_rings()))
        return LineShapes.from_arrays(self.ids[feature], self.coords, self.ring_offsets), feature

    @property
    def total_bounds(self) -> Bounds:
        return total_of(self.bounds)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class LineShapes:
    """n unbranched lines in metres: ``ids`` int64 (n,) (a multi-part line repeats its id), ``coords`` float64 (v, 2),
    ``offsets`` (n + 1,) into coords, ``bounds`` float64 (n, 4)."""

    ids: IntArray
    coords: FloatArray
    offsets: IntArray
    bounds: FloatArray

    @classmethod
    def from_arrays(cls, ids: IntArray, coords: FloatArray, offsets: IntArray) -> LineShapes:
        """From coordinates cut into lines of at least two vertices each."""
        if not len(ids):
            return cls(ids, np.empty((0, 2)), np.zeros(1, dtype=np.int64), np.empty((0, 4)))
        low = np.minimum.reduceat(coords, offsets[:-1], axis=0)
        high = np.maximum.reduceat(coords, offsets[:-1], axis=0)
        return cls(ids, coords, offsets, np.asfortranarray(np.hstack([low, high])))

    @classmethod
    def from_geometry(cls, ids: Sequence[int] | IntArray, geometry: Sequence[Any] | GeometryArray) -> LineShapes:
        """From shapely lines, multilines or the rings of polygons."""
        array = np.asarray(geometry, dtype=object)
        lines = np.where(shapely.get_dimensions(array) == 2, shapely.boundary(array), array)
        parts, owner = shapely.get_parts(lines, return_index=True)
        kept = shapely.get_num_coordinates(parts) > 1
        parts, owner = parts[kept], owner[kept]
        coords, line_of = shapely.get_coordinates(parts, return_index=True)
        counts = np.bincount(line_of, minlength=len(parts))
        offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        return cls.from_arrays(np.asarray(ids, dtype=np.int64)[owner], coords, offsets)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def total_bounds(self) -> Bounds:
        return total_of(self.bounds)

    def chopped(self, longest: int) -> tuple[LineShapes, IntArray]:
        """The same lines in pieces of at most ``longest`` stretches, and the line each piece came from (pieces,)."""
        stretches = np.diff(self.offsets) - 1
        counts = -(-stretches // longest)
        line = np.repeat(np.arange(len(self)), counts)
        within = np.arange(len(line)) - np.repeat(np.cumsum(counts) - counts, counts)
        first = self.offsets[line] + within * longest
        last = np.minimum(first + longest, self.offsets[line + 1] - 1)
        lengths = last - first + 1
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        vertices = np.repeat(first - offsets[:-1], lengths) + np.arange(offsets[-1])
        return LineShapes.from_arrays(self.ids[line], self.coords[vertices], offsets), line


def total_of(bounds: FloatArray) -> Bounds:
    """The bounds around all (n, 4) bounds; empty ones (NaN) do not count."""
    used = bounds[~np.isnan(bounds).any(axis=1)]
    if not len(used):
        return NOWHERE
    low, high = used[:, :2].min(axis=0), used[:, 2:].max(axis=0)
    return (float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def around(bounds: Sequence[Bounds]) -> Bounds:
    """The bounds around several bounds, NOWHERE when there are none."""
    used = [one for one in bounds if one[0] <= one[2]]
    if not used:
        return NOWHERE
    return (min(b[0] for b in used), min(b[1] for b in used), max(b[2] for b in used), max(b[3] for b in used))


def overlapping(bounds: FloatArray, window: Bounds) -> IntArray:
    """Indices of the (n, 4) bounds that touch ``window``; quickest where each column lies together in memory."""
    touching = (bounds[:, 0] <= window[2]) & (bounds[:, 2] >= window[0]) & (bounds[:, 1] <= window[3]) & (bounds[:, 3] >= window[1])
    return np.flatnonzero(touching)


def _polygonal(geometry: Any) -> Any:
    if geometry is None or geometry.is_empty:
        return shapely.MultiPolygon()
    if geometry.geom_type in ("Polygon", "MultiPolygon"):
        return geometry
    return shapely.MultiPolygon([part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"])
