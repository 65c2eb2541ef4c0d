"""From bare heights to where water runs: depressions filled, a way from every cell, cells drained, and the height above a river."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.above_drainage import above_drainage
from gisapp.spatial.catchment import accumulated
from gisapp.spatial.depressions import filled
from gisapp.spatial.descent import across_flats, steepest
from gisapp.spatial.neighbours import Codes, Go, Heights, ends_of, next_cells, unhurried, walled

Mask = NDArray[np.bool_]
STEPS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Drainage:
    """All arrays (rows, columns), first row north.

    ``ways``: code of the neighbour that each cell's water runs to (0 to 7 as neighbours.MOVES, OUT = off the raster, NO_VALUE).
    ``surface``: heights without depressions, along known waterways the bare ones; NaN = no value. ``drained``: cells whose
    water runs through each cell, itself included.
    """

    ways: Codes
    surface: Heights
    drained: NDArray[np.int32]


def drainage_of(
    heights: Heights,
    waterways: Mask | None = None,
    *,
    burnt: float = 0.0,
    go: Go = unhurried,
    progress: Callable[[int, int], None] | None = None,
) -> Drainage:
    """The drainage of ``heights`` (rows, columns), NaN = no value.

    ``waterways`` are lowered by ``burnt`` (in the unit of the heights) while ways are sought, so that water follows them and passes
    under the bridges and through the dams that a terrain model shows as walls.
    """
    done = iter(range(1, STEPS + 1))

    def step() -> None:
        go()
        if progress:
            progress(next(done), STEPS)

    go()
    ground = walled(heights)
    if waterways is not None:
        ground[1:-1, 1:-1][waterways] -= np.float32(burnt)
    step()
    level = filled(ground, go)
    step()
    walled_ways = steepest(level, go)
    across_flats(level, walled_ways, go)
    step()
    ways = np.ascontiguousarray(walled_ways[1:-1, 1:-1])
    drained = accumulated(next_cells(ways), go).reshape(ways.shape)
    step()
    surface = np.where(np.isnan(heights), np.float32(np.nan), level[1:-1, 1:-1])
    if waterways is not None:
        surface[waterways] = heights[waterways]
    step()
    return Drainage(ways, surface, drained)


def height_above(drainage: Drainage, rivers: Mask, *, waterways: Mask | None = None, go: Go = unhurried) -> Heights:
    """(rows, columns) height above the first cell of ``rivers`` on each cell's way; NaN where it meets none.

    Water passes along ``waterways`` whatever their height.
    """
    found = above_drainage(
        next_cells(drainage.ways),
        drainage.surface.ravel(),
        rivers.ravel(),
        is_open=None if waterways is None else waterways.ravel(),
        go=go,
    )
    return found.reshape(rivers.shape)


def meets(drainage: Drainage, rivers: Mask, *, go: Go = unhurried) -> Mask:
    """(rows, columns) whether the water of each cell comes to a cell of ``rivers``."""
    following = next_cells(drainage.ways)
    own = np.arange(len(following), dtype=np.int32)
    last = ends_of(np.where(rivers.ravel(), own, following), go)
    return rivers.ravel()[last].reshape(rivers.shape)
