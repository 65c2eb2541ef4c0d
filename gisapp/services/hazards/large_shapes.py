"""Shapes put right or widened; those so large that it takes seconds in a process of their own, which Cancel ends at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.steps import import_cancelled
from gisapp.errors import BadFile, BadRequest
from gisapp.language import tr
from gisapp.readers.child_process import DONE, Child, opened_child, received, send
from gisapp.spatial.crs import Way

LARGE = 20_000
"""So many corners take about 0.1 s to be repaired, ten times as many 4 s."""

MOST_SECONDS = 120.0
PIECE = 50_000


class LargeShapes:
    """Shapes worked on one after the other, however large."""

    def __init__(self, stack: ExitStack, cancelled: Callable[[], bool]) -> None:
        self._stack, self._cancelled = stack, cancelled
        self._child: Child | None = None

    def moved(self, shapes: NDArray[np.object_], way: Way) -> NDArray[np.object_]:
        """``shapes`` (n,) with their coordinates gone ``way``, a piece at a time. Raises Cancelled."""
        found: NDArray[np.object_] = shapely.transform(
            shapes, lambda xy: np.concatenate([self._piece(xy[at : at + PIECE], way) for at in range(0, len(xy), PIECE)])
        )
        return found

    def mended(self, shape: shapely.Geometry) -> tuple[shapely.Geometry, str]:
        """(the valid shape, what was wrong in GEOS's words, "" when nothing was). Raises BadRequest, Cancelled."""
        if shapely.get_num_coordinates(shape) <= LARGE:
            return _mended(shape)
        mended, why = self._ask_apart(shape, 0.0)
        return (mended if why else shape), why

    def widened(self, shape: shapely.Geometry, by_m: float) -> shapely.Geometry:
        """All that lies no farther than ``by_m`` from the shape. Raises BadRequest, Cancelled."""
        return shape.buffer(by_m) if shapely.get_num_coordinates(shape) <= LARGE else self._ask_apart(shape, by_m)[0]

    def _piece(self, xy: NDArray[np.float64], way: Way) -> NDArray[np.float64]:
        if self._cancelled():
            raise import_cancelled()
        return way(xy)

    def _ask_apart(self, shape: shapely.Geometry, by_m: float) -> tuple[shapely.Geometry, str]:
        try:
            [(_, why, wkb)] = self._apart().ask(shapely.to_wkb(shape), by_m)
        except BadFile as error:
            self._child = None
            raise BadRequest(error.message, error.next_step) from error
        return shapely.from_wkb(wkb) if wkb else shape, why

    def _apart(self) -> Child:
        if self._child is None:
            opened = opened_child(_serve, in_words=_too_much, cancelled=self._cancelled, most_silent_seconds=MOST_SECONDS)
            self._child = self._stack.enter_context(opened)
        return self._child


@contextmanager
def large_shapes(cancelled: Callable[[], bool] | None = None) -> Iterator[LargeShapes]:
    """Shapes are worked on within the block; ``cancelled`` is asked while large ones are."""
    with ExitStack() as stack:
        yield LargeShapes(stack, cancelled or (lambda: False))


def _mended(shape: shapely.Geometry) -> tuple[shapely.Geometry, str]:
    why = "" if shape.is_valid else str(shapely.is_valid_reason(shape))
    return (shapely.make_valid(shape, method="structure") if why else shape), why


def _too_much(_why: str) -> BadFile:
    return BadFile(tr("边界太复杂，算不了"), tr("请先简化边界，或拆成几个面。"))


def _serve(there: Connection) -> None:
    """In the child: widen shapes, or put them right where they are not to be widened, until nobody asks any more."""
    while True:
        wkb, by_m = received(there)
        shape = shapely.from_wkb(wkb)
        done, why = (shape.buffer(by_m), "") if by_m else _mended(shape)
        send(there, "shape", why, b"" if done is shape else shapely.to_wkb(done))
        send(there, DONE)
