"""A made-up county of fractal cells, so that pictures are tried at full size without a file."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import Voronoi

CENTRE = (526_000.0, 3_640_000.0)


@dataclass(frozen=True)
class SyntheticCounty:
    """Cells (n,) of shapely polygons with town numbers (n,), homes (m, 2) with their cell (m,)."""

    cells: NDArray[np.object_]
    towns: NDArray[np.int64]
    villages: NDArray[np.int64]
    homes: NDArray[np.float64]
    counts: NDArray[np.int64]


def synthetic_county(cells: int = 4_386, homes: int = 104_000, *, seed: int = 7) -> SyntheticCounty:
    """``cells`` Voronoi cells with bent shared borders over about 50 x 40 km, and ``homes`` clustered in valleys."""
    rng = np.random.default_rng(seed)
    centres = _valley_points(cells, rng, spread=3_500.0)
    frame = _frame(centres)
    diagram = Voronoi(np.vstack([centres, frame]))
    bent = _BentEdges(diagram.vertices, levels=3, seed=seed)
    polygons = np.array([bent.polygon(diagram, number) for number in range(cells)], dtype=object)
    towns = _nearest(centres, _valley_points(10, rng, spread=8_000.0))
    villages = _nearest(centres, _valley_points(160, rng, spread=5_000.0)) + 1_000 * towns
    places = _valley_points(homes, rng, spread=1_500.0)
    counts = np.bincount(_nearest(places, centres), minlength=cells)
    return SyntheticCounty(polygons, towns, villages, places, counts)


def _valley_points(count: int, rng: np.random.Generator, *, spread: float) -> NDArray[np.float64]:
    along = rng.uniform(-25_000, 25_000, count)
    across = 3_000 * np.sin(along / 6_000) + rng.laplace(0, spread, count)
    wide = rng.random(count) < 0.25
    across[wide] = rng.uniform(-20_000, 20_000, int(wide.sum()))
    across = np.clip(across, -20_000, 20_000) + rng.normal(0, 10, count)
    return np.column_stack([along + CENTRE[0], across + CENTRE[1]])


def _frame(centres: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points round about, so that no cell of the county is endless."""
    gap = max(400.0, 60_000 / len(centres))
    x, y = np.arange(-26_000, 26_001, gap), np.arange(-21_000, 21_001, gap)
    sides = [np.column_stack([x, np.full_like(x, v)]) for v in (-21_500, 21_500)]
    sides += [np.column_stack([np.full_like(y, v), y]) for v in (-26_500, 26_500)]
    return np.vstack(sides) + np.array(CENTRE)


def _nearest(points: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.int64]:
    from scipy.spatial import cKDTree

    return np.asarray(cKDTree(centres).query(points)[1], dtype=np.int64)


class _BentEdges:
    """Midpoint displacement, the same for both cells of a border."""

    def __init__(self, vertices: NDArray[np.float64], *, levels: int, seed: int) -> None:
        self.vertices = vertices
        self.levels = levels
        self.seed = seed
        self.known: dict[tuple[int, int], NDArray[np.float64]] = {}

    def polygon(self, diagram: Voronoi, number: int) -> shapely.Polygon:
        region = np.array(diagram.regions[diagram.point_region[number]])
        around = self.vertices[region] - diagram.points[number]
        region = region[np.argsort(np.arctan2(around[:, 1], around[:, 0]))]
        parts = [self.edge(a, b)[:-1] for a, b in zip(region, np.roll(region, -1), strict=True)]
        return shapely.Polygon(np.vstack(parts))

    def edge(self, a: int, b: int) -> NDArray[np.float64]:
        low, high = (int(min(a, b)), int(max(a, b)))
        if (low, high) not in self.known:
            self.known[low, high] = self._bend(self.vertices[[low, high]], low * 7919 + high)
        points = self.known[low, high]
        return points if a == low else points[::-1]

    def _bend(self, points: NDArray[np.float64], seed: int) -> NDArray[np.float64]:
        rng = np.random.default_rng(seed + self.seed)
        for _ in range(self.levels):
            step = np.diff(points, axis=0)
            normal = np.column_stack([-step[:, 1], step[:, 0]])
            middle = points[:-1] + step / 2 + normal * rng.uniform(-0.11, 0.11, (len(step), 1))
            woven = np.empty((len(points) + len(middle), 2))
            woven[::2], woven[1::2] = points, middle
            points = woven
        return points
