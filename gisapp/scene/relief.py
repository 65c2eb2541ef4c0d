"""Shaded relief from heights: what makes valleys and ridges readable beneath the cells."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.scene.view import Bounds

FLAT = 128
STEEPEST = 150.0
FEWEST_CELLS = 72
"""Fewer than these would still look like an edge on the whole county."""
LIGHT = np.float32(0.5**0.5)
"""Sine and cosine of the light's height: it stands in the north-west at 45 degrees."""

Shade = NDArray[np.uint8]
Floats = NDArray[np.float32]


def hillshade(heights: Floats, cell_m: float, *, fading: tuple[Floats, Floats] | None = None) -> Shade:
    """uint8 shade (rows, columns), FLAT = flat ground: the cosine of the light's angle, relative to that of flat ground.

    ``heights`` in metres, NaN = none, shown as flat. Slopes are central differences. ``fading``: how strong each column and
    each row is, 0 to 1, as edge_fading() gives it.
    """
    right, down = _slope(heights, cell_m, axis=1), _slope(heights, cell_m, axis=0)
    length = right * right
    length += down * down
    length += 1
    np.sqrt(length, out=length)
    light = right
    light += down
    light *= np.float32(0.5)
    light += LIGHT
    light /= length
    light -= LIGHT
    light *= np.float32(STEEPEST)
    if fading is not None:
        light *= fading[0]
        light *= fading[1][:, None]
    light += np.float32(FLAT)
    light[np.isnan(light)] = FLAT
    return np.clip(light, 0, 255, out=light).astype(np.uint8)


def edge_fading(rows: int, columns: int, bounds: Bounds, *, around: Bounds) -> tuple[Floats, Floats]:
    """Strength of each column and each row: 1 within ``around`` (the county's bounds), smoothly down to 0 at the edges of ``bounds``.

    So no edge of the terrain shows. Where there is less room between them it runs out over the last FEWEST_CELLS.
    """
    west, south, east, north = bounds
    across = _ramp(columns, (around[0] - west) / (east - west), (east - around[2]) / (east - west))
    upright = _ramp(rows, (north - around[3]) / (north - south), (around[1] - south) / (north - south))
    return across, upright


def _ramp(count: int, first: float, last: float) -> Floats:
    """0 at both ends, 1 in between, rising smoothly over the shares ``first`` and ``last`` of the length."""
    place = np.arange(count, dtype=np.float32)
    room = [max(share * count, min(FEWEST_CELLS, count / 2)) for share in (first, last)]
    nearest = np.minimum(place / np.float32(room[0]), (count - 1 - place) / np.float32(room[1]))
    inside = np.clip(nearest, 0, 1)
    return inside * inside * (3 - 2 * inside)


def _slope(metres: Floats, cell_m: float, *, axis: int) -> Floats:
    """Rise per metre along an axis, by central differences; at the edge as beside it."""
    slope = np.zeros_like(metres)
    if metres.shape[axis] < 3:
        return slope
    along, height = (slope.T, metres.T) if axis == 0 else (slope, metres)
    np.subtract(height[:, 2:], height[:, :-2], out=along[:, 1:-1])
    along[:, 0], along[:, -1] = along[:, 1], along[:, -2]
    slope *= np.float32(1 / (2 * cell_m))
    return slope
