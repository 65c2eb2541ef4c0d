"""Straight borders made natural: midpoint displacement that never lets two borders cross."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
ROUGHNESS = 0.19
DECAY = 0.56
REACH = 0.86


def bent_edges(rng: np.random.Generator, edges: Floats, sides: Floats, *, level: int) -> Floats:
    """(n, 2, 2) edges -> (n, 2**level + 1, 2) lines with the same ends.

    ``sides`` (n, 2, 2) are a point on either side of each edge. A line is a graph over its edge and stays
    inside the two triangles edge + side point; where these triangles do not overlap (Voronoi edges
    with their two centres), no two lines can cross.
    """
    start, along = edges[:, 0], edges[:, 1] - edges[:, 0]
    length = np.hypot(along[:, 0], along[:, 1])
    across = np.column_stack((-along[:, 1], along[:, 0])) / np.maximum(length, 1e-9)[:, None]
    offsets = _displaced(rng, length, level)
    t = np.linspace(0.0, 1.0, 2**level + 1)
    room = [_room(start, along, across, length, side=sides[:, k], t=t) for k in (0, 1)]
    first_is_left = _signed_height(start, across, sides[:, 0])[:, None] > 0
    left, right = np.where(first_is_left, room[0], room[1]), np.where(first_is_left, room[1], room[0])
    limit = np.maximum(np.where(offsets > 0, left, right) * REACH, 1e-9)
    offsets = limit * np.tanh(offsets / limit)
    lines = start[:, None] + along[:, None] * t[None, :, None] + across[:, None] * offsets[:, :, None]
    lines[:, 0], lines[:, -1] = edges[:, 0], edges[:, 1]
    return lines


def _displaced(rng: np.random.Generator, length: Floats, level: int) -> Floats:
    """(n, 2**level + 1) offsets in metres, zero at both ends."""
    points = 2**level
    offsets = np.zeros((len(length), points + 1))
    step, amplitude = points, ROUGHNESS
    while step > 1:
        half = step // 2
        middle = (offsets[:, 0:-1:step] + offsets[:, step::step]) / 2
        jump = rng.standard_normal(middle.shape) * (amplitude * length)[:, None]
        offsets[:, half::step] = middle + jump
        step, amplitude = half, amplitude * DECAY
    return offsets


def _signed_height(start: Floats, across: Floats, side: Floats) -> Floats:
    return ((side - start) * across).sum(axis=1)


def _room(start: Floats, along: Floats, across: Floats, length: Floats, *, side: Floats, t: Floats) -> Floats:
    """(n, len(t)) metres between the edge and the triangle's other two sides, over each t."""
    height = np.abs(_signed_height(start, across, side))[:, None]
    foot = (((side - start) * along).sum(axis=1) / np.maximum(length, 1e-9) ** 2)[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        from_start = np.where(foot > 1e-9, height * t / foot, np.inf)
        from_end = np.where(foot < 1 - 1e-9, height * (1 - t) / (1 - foot), np.inf)
    return np.minimum(from_start, from_end)
