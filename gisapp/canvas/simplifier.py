"""Simplifies shapes off the window's thread; the finer picture stays until the result is there."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from gisapp.canvas.desk import Desk, Kept, Shaped
from gisapp.canvas.kept_paths import KeptLines, KeptPolygons
from gisapp.scene.layers import LineLayer
from gisapp.scene.shapes import LineShapes, PolygonShapes
from gisapp.scene.simplify import simplified_coverage, simplified_lines, simplified_polygons, tolerance_m

WEIGHT = 1_000
"""Vertices that make a difference in the order of jobs, whose priority is a 32-bit number."""


class Simplifier(QObject):
    """Answers each wish (layer, band) once with finished(shapes, band, kept), on the thread it lives on."""

    finished = Signal(object, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._asked: WeakKeyDictionary[PolygonShapes | LineShapes, set[int]] = WeakKeyDictionary()
        self._open = 0
        self.finished.connect(self._count_down)

    def ask(self, layer: Shaped, band: int) -> None:
        """Begin unless this was asked before; of several the one with fewest vertices comes first."""
        bands = self._asked.setdefault(layer.shapes, set())
        if band not in bands:
            bands.add(band)
            self._open += 1
            self._pool.start(_Job(self, layer, band), -len(layer.shapes.coords) // WEIGHT)

    @property
    def is_idle(self) -> bool:
        """Whether every wish has been answered."""
        return self._open == 0

    def stop(self) -> None:
        """Forget what has not begun and wait for what has."""
        self._pool.clear()
        self._pool.waitForDone()

    def _count_down(self) -> None:
        self._open -= 1


class _Job(QRunnable):
    def __init__(self, owner: Simplifier, layer: Shaped, band: int) -> None:
        super().__init__()
        self._owner, self._layer, self._band = owner, layer, band

    def run(self) -> None:
        kept = simplified(self._layer, self._band)
        self._owner.finished.emit(self._layer.shapes, self._band, kept)


def simplified(layer: Shaped, band: int) -> Kept:
    """The layer's shapes for a zoom band, with their shared borders; pure arrays, on any thread."""
    tolerance = tolerance_m(band)
    if isinstance(layer, LineLayer):
        return KeptLines(simplified_lines(layer.shapes, tolerance))
    if not layer.is_coverage:
        return KeptPolygons(simplified_polygons(layer.shapes, tolerance))
    kept = KeptPolygons(simplified_coverage(layer.shapes, tolerance))
    kept.borders(layer.groups)
    return kept


def simplify_now(layer: Shaped, band: int, desk: Desk) -> None:
    """Simplify on this thread; for pictures made outside the window."""
    desk.learn(layer.shapes, band, kept=simplified(layer, band))
