"""Areas along a line and blobs around a point: the shapes that floods and slides have."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial.noise import fractal_series

Floats = NDArray[np.float64]


def ribbon(course: Floats, left_m: Floats, right_m: Floats) -> Any:
    """The ground within ``left_m`` and ``right_m`` (n) metres of a course (n, 2), as one valid polygon."""
    direction = np.gradient(course, axis=0)
    direction /= np.maximum(np.hypot(*direction.T), 1e-9)[:, None]
    normal = np.column_stack((-direction[:, 1], direction[:, 0]))
    left, right = course + normal * left_m[:, None], course - normal * right_m[:, None]
    corners = np.stack((left[:-1], right[:-1], right[1:], left[1:]), axis=1)
    hulls = shapely.convex_hull(shapely.multipoints(corners))
    merged = shapely.union_all(hulls)
    largest = max(shapely.get_parts(merged), key=lambda part: part.area)
    return shapely.Polygon(largest.exterior)


def blob(rng: np.random.Generator, middle: Floats, *, long_m: float, wide_m: float, angle: float, points: int = 48) -> Any:
    """An irregular oval around ``middle``; ``angle`` (radians from east) is where its long half points."""
    around = np.linspace(0, 2 * np.pi, points, endpoint=False)
    wave = sum(rng.normal(0, 0.22 / k) * np.cos(k * around + rng.uniform(0, 2 * np.pi)) for k in (2, 3, 4, 5, 7))
    radius = np.clip(1 + wave, 0.45, 1.7)
    x, y = radius * np.cos(around) * long_m, radius * np.sin(around) * wide_m
    turned = np.column_stack((x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)))
    return shapely.Polygon(middle + turned)


def wandering_width(rng: np.random.Generator, count: int, *, mean_m: float, swing: float, longest: float) -> Floats:
    """``count`` widths around ``mean_m`` that swing by the factor exp(swing) and stay positive."""
    return mean_m * np.exp(swing * fractal_series(rng, count, longest=longest))
