"""Qt paths made from arrays without a Python call per vertex, kept for the next picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QPainterPath, QPolygonF
from shiboken6 import VoidPtr

from gisapp.scene.borders import shared_borders
from gisapp.scene.shapes import IntArray, LineShapes, PolygonShapes, overlapping
from gisapp.scene.view import Bounds, FloatArray

MOVE_TO, LINE_TO = 0, 1
ODD_EVEN_FILL = 0
LONGEST_PIECE = 16


def polygon_of(coords: FloatArray) -> QPolygonF:
    """A QPolygonF of coordinates (v, 2), copied as one block of memory."""
    polygon = QPolygonF()
    polygon.resize(len(coords))
    if len(coords):
        memory = np.frombuffer(VoidPtr(polygon.data(), coords.size * 8, True), dtype=np.float64)  # type: ignore[call-overload, call-arg, arg-type]
        memory[:] = coords.ravel()
    return polygon


def path_of(coords: FloatArray, starts: IntArray) -> QPainterPath:
    """A QPainterPath of lines that begin at the indices ``starts`` of ``coords`` (v, 2).

    Through QDataStream, whose format for a path is: count, then (type, x, y) big-endian, then start and fill rule.
    """
    path = QPainterPath()
    count = len(coords)
    if not count:
        return path
    buffer = np.empty(4 + 20 * count + 8, dtype=np.uint8)
    buffer[:4].view(">i4")[0] = count
    elements = buffer[4 : 4 + 20 * count].view(np.dtype([("type", ">i4"), ("x", ">f8"), ("y", ">f8")]))
    elements["type"] = LINE_TO
    elements["type"][starts] = MOVE_TO
    elements["x"], elements["y"] = coords[:, 0], coords[:, 1]
    buffer[-8:].view(">i4")[:] = (int(starts[-1]), ODD_EVEN_FILL)
    data = QByteArray(buffer.tobytes())
    stream = QDataStream(data)
    stream >> path
    return path


class KeptPolygons:
    """One detail of a layer's polygons, and what was derived from it."""

    def __init__(self, shapes: PolygonShapes) -> None:
        self.shapes = shapes
        self._ring_of_feature = shapes.first_rings()
        self._borders: tuple[object, tuple[KeptLines, ...]] | None = None
        self._edges: KeptLines | None = None
        self._typical_side_m: float | None = None

    @property
    def typical_side_m(self) -> float:
        """The side of a box round a feature of middling size, in metres."""
        if self._typical_side_m is None:
            size = self.shapes.bounds[:, 2:] - self.shapes.bounds[:, :2]
            self._typical_side_m = float(np.nanmedian(size)) if len(size) else 0.0
        return self._typical_side_m

    def sizes_m(self, index: IntArray) -> FloatArray:
        """The longer side of the box round each of these features, in metres."""
        bounds = self.shapes.bounds[index]
        return np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])

    def visible(self, window: Bounds) -> IntArray:
        """Indices of the features that touch ``window``."""
        return overlapping(self.shapes.bounds, window)

    def count_vertices(self, index: IntArray) -> int:
        """How many vertices the features of these indices have."""
        first = self.shapes.ring_offsets[self._ring_of_feature]
        return int((first[index + 1] - first[index]).sum())

    def path_of_some(self, index: IntArray, *, near: Bounds | None = None) -> QPainterPath:
        """One path, in metres, of all rings of the features of these indices; odd-even filling keeps holes open.

        ``near``: only what lies within these bounds matters; large features are cut down to it.
        """
        rings = spans(self._ring_of_feature, index)[0]
        vertices, starts = spans(self.shapes.ring_offsets, rings)
        coords = self.shapes.coords[vertices]
        return path_of(*(cut_down(coords, starts, near) if near is not None else (coords, starts)))

    def borders(self, groups: IntArray | None) -> tuple[KeptLines, ...]:
        """Shared borders by level, each once; kept for the groups last asked for."""
        if self._borders is None or self._borders[0] is not groups:
            levels = tuple(KeptLines(lines) for lines in shared_borders(self.shapes, groups))
            self._borders = (groups, levels)
        return self._borders[1]

    def edges(self) -> KeptLines:
        """All rings as lines; ``owner`` is the feature."""
        if self._edges is None:
            rings, feature = self.shapes.rings()
            self._edges = KeptLines(rings)
            self._edges.owner = feature[self._edges.owner]
        return self._edges


class KeptLines:
    """One detail of lines; the path of all of them is kept, parts are cut out on demand.

    Long lines are kept in pieces, so that a small part of the map strokes only what runs through it;
    ``owner`` (pieces,) is the index of the line each piece came from.
    """

    def __init__(self, shapes: LineShapes) -> None:
        self.shapes, self.owner = shapes.chopped(LONGEST_PIECE)
        self._whole: QPainterPath | None = None
        self._pieces: dict[int, QPolygonF] = {}

    def visible(self, window: Bounds) -> IntArray:
        """Indices of the lines that touch ``window``."""
        return overlapping(self.shapes.bounds, window)

    def count_vertices(self, index: IntArray) -> int:
        """How many vertices the lines of these indices have."""
        return int((self.shapes.offsets[index + 1] - self.shapes.offsets[index]).sum())

    def path_of_some(self, index: IntArray) -> QPainterPath:
        """One path, in metres, of the lines of these indices."""
        if len(index) < len(self.shapes):
            vertices, starts = spans(self.shapes.offsets, index)
            return path_of(self.shapes.coords[vertices], starts)
        if self._whole is None:
            self._whole = path_of(self.shapes.coords, self.shapes.offsets[:-1])
        return self._whole

    def pieces(self, index: IntArray) -> Iterator[QPolygonF]:
        """Each line by itself, in metres."""
        offsets = self.shapes.offsets
        for one in index.tolist():
            if one not in self._pieces:
                self._pieces[one] = polygon_of(self.shapes.coords[offsets[one] : offsets[one + 1]])
            yield self._pieces[one]


def cut_down(coords: FloatArray, starts: IntArray, near: Bounds) -> tuple[FloatArray, IntArray]:
    """Closed rings without the vertices that make no difference within ``near``, and where the rings then start.

    A vertex between two others on its own side of ``near`` goes: the border there stays on that side.
    """
    x, y = coords[:, 0], coords[:, 1]
    side = np.select([x < near[0], x > near[2], y < near[1], y > near[3]], [1, 2, 3, 4], 0)
    kept = np.ones(len(coords), bool)
    kept[1:-1] = (side[1:-1] == 0) | (side[1:-1] != side[:-2]) | (side[1:-1] != side[2:])
    kept[starts] = True
    kept[starts[1:] - 1] = True
    place = np.concatenate([[0], np.cumsum(kept)])
    return coords[kept], place[starts]


def spans(offsets: IntArray, index: IntArray) -> tuple[IntArray, IntArray]:
    """All numbers within the spans offsets[i]..offsets[i + 1] for i in index, and where each span starts among them."""
    lengths = offsets[index + 1] - offsets[index]
    ends = np.cumsum(lengths)
    starts = ends - lengths
    return np.repeat(offsets[index] - starts, lengths) + np.arange(ends[-1] if len(ends) else 0), starts
