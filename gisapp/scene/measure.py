"""Lengths and areas on the plane of the map."""

from __future__ import annotations

import numpy as np

from gisapp.scene.view import FloatArray


def line_length(coords: FloatArray) -> float:
    """Length in metres of a line (n, 2)."""
    step = np.diff(coords, axis=0)
    return float(np.hypot(step[:, 0], step[:, 1]).sum())


def ring_area(coords: FloatArray) -> float:
    """Area in square metres within a ring (n, 2), closed or not, turning either way."""
    if len(coords) < 3:
        return 0.0
    x, y = coords[:, 0] - coords[0, 0], coords[:, 1] - coords[0, 1]
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2
