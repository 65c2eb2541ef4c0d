"""Leaves out vertices that a small picture cannot show, alike on both sides of every border: Visvalingam's way, all borders at once.

M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points" (1993): the vertex whose triangle with its
neighbours is smallest goes first. Here every vertex goes at once whose triangle is smaller than both neighbours', round after round.
Ten times as fast as GEOS's coverage simplification, which also guards against borders that come to cross; below two pixels none is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.scene.borders import vertex_keys
from gisapp.scene.shapes import IntArray, PolygonShapes
from gisapp.scene.view import FloatArray

MOST_ROUNDS = 16
CHUNK_VERTICES = 100_000
"""Rings are thinned so many vertices at a time, which the processor's own memory holds."""
FEWEST_VERTICES = 3

KeyArray = NDArray[np.uint64]
BoolArray = NDArray[np.bool_]


@dataclass(slots=True, eq=False)
class _Rings:
    """Vertices of open rings (the closing one left out): where each ring starts and ends, and for each vertex its place,
    its key (equal where the place is) and whether it must stay."""

    starts: IntArray
    ends: IntArray
    x: FloatArray
    y: FloatArray
    key: KeyArray
    stays: BoolArray

    def before(self, values: NDArray) -> NDArray:  # type: ignore[type-arg]
        """The value of the vertex before each, around its ring."""
        moved = np.empty_like(values)
        moved[1:] = values[:-1]
        moved[self.starts] = values[self.ends - 1]
        return moved

    def after(self, values: NDArray) -> NDArray:  # type: ignore[type-arg]
        """The value of the vertex after each, around its ring."""
        moved = np.empty_like(values)
        moved[:-1] = values[1:]
        moved[self.ends - 1] = values[self.starts]
        return moved

    def without(self, gone: BoolArray) -> _Rings:
        kept = ~gone
        place = np.concatenate([[0], np.cumsum(kept)])
        return _Rings(place[self.starts], place[self.ends], self.x[kept], self.y[kept], self.key[kept], self.stays[kept])


def thinned(shapes: PolygonShapes, tolerance: float) -> PolygonShapes:
    """The coverage without the corners of less than ``tolerance`` squared; features stay in order and none vanishes.

    Vertices where three or more borders meet stay. About 40 ms for 209k vertices; the bounds stay those of the full shapes.
    """
    if not len(shapes.coords):
        return shapes
    return _closed(shapes, [_thinned(part, 2 * tolerance * tolerance) for part in _parts(_open_rings(shapes))])


def _thinned(rings: _Rings, limit: float) -> _Rings:
    """Round after round until nothing goes: what happens to a border must not depend on what else is in hand."""
    for _ in range(MOST_ROUNDS):
        gone = _smallest(rings, limit)
        if not gone.any():
            break
        rings = rings.without(gone)
    return rings


def _parts(rings: _Rings) -> Iterator[_Rings]:
    """The rings, CHUNK_VERTICES at a time or one large one."""
    first = 0
    while first < len(rings.ends):
        begin = rings.starts[first]
        last = max(int(np.searchsorted(rings.ends, begin + CHUNK_VERTICES, "right")), first + 1)
        part = slice(begin, rings.ends[last - 1])
        ends = rings.ends[first:last] - begin
        yield _Rings(rings.starts[first:last] - begin, ends, rings.x[part], rings.y[part], rings.key[part], rings.stays[part])
        first = last


def _open_rings(shapes: PolygonShapes) -> _Rings:
    is_open = np.ones(len(shapes.coords), bool)
    is_open[shapes.ring_offsets[1:] - 1] = False
    coords = shapes.coords[is_open]
    ends = np.cumsum(np.diff(shapes.ring_offsets) - 1)
    starts = np.concatenate([[0], ends[:-1]])
    rings = _Rings(starts, ends, coords[:, 0].copy(), coords[:, 1].copy(), vertex_keys(coords), np.empty(0, bool))
    rings.stays = _are_junctions(rings)
    rings.stays |= np.isin(rings.key, _corners_of_lonely_rings(rings))
    return rings


def _are_junctions(rings: _Rings) -> BoolArray:
    """Which vertices have other neighbours in one ring than in another: there more than two borders meet.

    Vertices of one place are brought together in a table by their key. Two places that share a slot would seem a
    junction and only stay needlessly; so that this is rare, three tables must agree.
    """
    with np.errstate(over="ignore"):
        neighbours = rings.before(rings.key) + rings.after(rings.key)
    size = 1 << max(2 * len(rings.key), 16).bit_length()
    result = np.ones(len(rings.key), bool)
    for shift in (0, 20, 40):
        slot = ((rings.key >> np.uint64(shift)) & np.uint64(size - 1)).astype(np.int64)
        table = np.empty(size, np.uint64)
        table[slot] = neighbours
        is_junction = np.zeros(size, bool)
        is_junction[slot[table[slot] != neighbours]] = True
        result &= is_junction[slot]
    return result


def _corners_of_lonely_rings(rings: _Rings) -> KeyArray:
    """Keys of FEWEST_VERTICES vertices of each ring with fewer junctions, chosen by place, so that no ring vanishes on either side."""
    total = np.concatenate([[0], np.cumsum(rings.stays)])
    lonely = np.flatnonzero((total[rings.ends] - total[rings.starts] < FEWEST_VERTICES) & (rings.ends > rings.starts))
    chosen = [
        _corners(rings.x[begin:end], rings.y[begin:end]) + begin
        for begin, end in zip(rings.starts[lonely], rings.ends[lonely], strict=True)
    ]
    return rings.key[np.concatenate(chosen)] if chosen else np.empty(0, np.uint64)


def _corners(x: FloatArray, y: FloatArray) -> IntArray:
    """Indices of a ring's westernmost vertex, its easternmost and the one farthest from the line between them."""
    west, east = np.lexsort((y, x))[[0, -1]]
    off_line = np.abs((x[east] - x[west]) * (y - y[west]) - (y[east] - y[west]) * (x - x[west]))
    farthest = np.lexsort((y, x, -off_line))[0]
    return np.array([west, east, farthest])


def _smallest(rings: _Rings, limit: float) -> BoolArray:
    """Which vertices go now: twice their triangle's area is below ``limit`` and both neighbours' (of equal ones the lower key goes)."""
    x, y = rings.x, rings.y
    before_x, before_y, after_x, after_y = rings.before(x), rings.before(y), rings.after(x), rings.after(y)
    area = np.abs((x - before_x) * (after_y - y) - (y - before_y) * (after_x - x))
    area[rings.stays] = np.inf
    area_before, area_after = rings.before(area), rings.after(area)
    gone = (area < limit) & (area <= area_before) & (area <= area_after)
    tied = np.flatnonzero(gone & ((area == area_before) | (area == area_after)))
    if len(tied):
        key, key_before, key_after = rings.key[tied], rings.before(rings.key)[tied], rings.after(rings.key)[tied]
        loses = ((area[tied] == area_before[tied]) & (key >= key_before)) | ((area[tied] == area_after[tied]) & (key >= key_after))
        gone[tied[loses]] = False
    return gone


def _closed(shapes: PolygonShapes, parts: Sequence[_Rings]) -> PolygonShapes:
    x, y = (np.concatenate([getattr(part, axis) for part in parts]) for axis in ("x", "y"))
    lengths = np.concatenate([part.ends - part.starts for part in parts])
    ends = np.cumsum(lengths)
    index = np.insert(np.arange(len(x)), ends, ends - lengths)
    offsets = np.concatenate([[0], np.cumsum(lengths + 1)])
    return PolygonShapes(
        shapes.ids, np.column_stack((x[index], y[index])), offsets, shapes.polygon_offsets, shapes.feature_offsets, shapes.bounds
    )
