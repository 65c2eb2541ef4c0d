"""Made-up ground under the county: heights, streams that flow downhill, and how steep it is.

Rivers come first and the land rises from them, as water shapes land: steep where little water
runs together, gentle where much does (slope falls with a power of the area drained).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.services.sample import facts
from gisapp.services.sample.facts import Facts
from gisapp.services.sample.scale import Scale
from gisapp.spatial.bending import bent_edges
from gisapp.spatial.noise import fractal_field
from gisapp.spatial.raster import Frame, distance_to, frame_over
from gisapp.spatial.spread import Spread, accumulated, spread, summed_from_seed

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

STEEPEST = 0.585
SLOPE_FALLS_WITH_AREA = 0.40
MARGIN_M = 1_500.0


@dataclass(frozen=True, slots=True)
class River:
    """A main river: its course (points down the stream, metres) and the heights at both ends."""

    name: str
    course: Floats
    height_m: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Land:
    """Rasters of ``frame``: heights and slope (rise over run), the drainage tree and cells drained.

    ``river_cell`` tells for every cell of a main river its number in ``rivers``, -1 elsewhere;
    ``inside`` = centre in the county; ``above_river_m`` = height over the nearest main river.
    """

    frame: Frame
    rivers: tuple[River, ...]
    river_cell: Ints
    tree: Spread
    drained: Floats
    height: Floats
    slope: Floats
    inside: NDArray[np.bool_]
    river_distance: Floats
    above_river_m: Floats


def make_land(rng: np.random.Generator, known: Facts, scale: Scale) -> Land:
    """Heights and drainage over the outline and a margin around it."""
    frame = frame_over(known.outline.bounds, cell_m=scale.cell_m, margin_m=MARGIN_M)
    rivers = tuple(_river(rng, *river) for river in facts.main_rivers())
    river_cell, base = _burnt_rivers(frame, rivers)
    cost = np.exp(1.1 * fractal_field(rng, frame.shape, longest=28, octaves=5) + 0.35 * rng.standard_normal(frame.shape))
    valleys = frame.burn([shapely.LineString(_bent_course(rng, course)) for _, course in facts.known_streams()])
    cost[valleys] *= 0.08
    tree = spread(cost, np.flatnonzero(river_cell.ravel() >= 0))
    drained = accumulated(tree)
    height = _risen(rng, frame, tree, drained, base)
    height, river_distance, above = _with_valley_floor(rng, frame, height, river_cell, base)
    slope = np.hypot(*np.gradient(height, frame.cell_m))
    shapely.prepare(known.outline)
    inside = shapely.contains_xy(known.outline, frame.centres()).reshape(frame.shape)
    return Land(frame, rivers, river_cell, tree, drained, height, slope, inside, river_distance, above)


def terrain_of(rng: np.random.Generator, land: Land) -> tuple[Frame, NDArray[np.int16]]:
    """The heights at half the cell size, with the small roughness that slopes have."""
    from scipy import ndimage

    frame = Frame(land.frame.west, land.frame.north, land.frame.cell_m / 2, land.frame.rows * 2, land.frame.columns * 2)
    fine = ndimage.zoom(land.height, 2, order=3, mode="nearest", grid_mode=True)
    steep = ndimage.zoom(land.slope, 2, order=1, mode="nearest", grid_mode=True)
    rough = fractal_field(rng, frame.shape, longest=12, octaves=3) * np.clip(steep - 0.06, 0, 0.5) * 16
    return frame, np.round(fine + rough).astype(np.int16)


def _river(rng: np.random.Generator, name: str, course: Any, height_m: tuple[float, float]) -> River:
    return River(name, _bent_course(rng, course), height_m)


def _bent_course(rng: np.random.Generator, course: Any) -> Floats:
    """A winding line through the given points (km), as (n, 2) metres."""
    points = np.asarray(course) * 1000
    edges = np.stack((points[:-1], points[1:]), axis=1)
    middle, across = edges.mean(axis=1), np.diff(edges, axis=1)[:, 0] @ np.array([[0.0, 1.0], [-1.0, 0.0]]) * 0.35
    lines = bent_edges(rng, edges, np.stack((middle + across, middle - across), axis=1), level=5)
    return _smoothed(np.concatenate([line[:-1] for line in lines] + [points[-1:]]), rounds=2)


def _smoothed(points: Floats, *, rounds: int) -> Floats:
    """The same number of points, each drawn towards its neighbours; the ends stay."""
    points = points.copy()
    for _ in range(rounds):
        points[1:-1] = 0.25 * points[:-2] + 0.5 * points[1:-1] + 0.25 * points[2:]
    return points


def _burnt_rivers(frame: Frame, rivers: tuple[River, ...]) -> tuple[Ints, Floats]:
    """(rows, columns) river numbers (-1 = none) and the water's height there; the frame's edge drains too."""
    number = np.full(frame.size, -1, dtype=np.int64)
    base = np.zeros(frame.size)
    for k, river in enumerate(rivers):
        dense = shapely.get_coordinates(shapely.segmentize(shapely.LineString(river.course), frame.cell_m * 0.4))
        share = np.linspace(0, 1, len(dense))
        row, column = (frame.north - dense[:, 1]) / frame.cell_m, (dense[:, 0] - frame.west) / frame.cell_m
        seen = (row >= 0) & (row < frame.rows) & (column >= 0) & (column < frame.columns)
        cells = frame.index_of(dense[seen])
        number[cells] = k
        base[cells] = river.height_m[0] + (river.height_m[1] - river.height_m[0]) * share[seen]
    return number.reshape(frame.shape), base


def _risen(rng: np.random.Generator, frame: Frame, tree: Spread, drained: Floats, base: Floats) -> Floats:
    """Heights summed up along the drainage tree, then worn smooth; steeper in the high mountains."""
    from scipy import ndimage

    centres = frame.centres()
    before = np.where(tree.previous >= 0, tree.previous, np.arange(frame.size))
    step = np.hypot(*(centres - centres[before]).T)
    rise = step * STEEPEST * np.maximum(drained, 1.0) ** -SLOPE_FALLS_WITH_AREA * _uplift(rng, frame).ravel()
    height = summed_from_seed(tree, rise, base).reshape(frame.shape)
    return np.asarray(ndimage.gaussian_filter(height, 1.1))


def _uplift(rng: np.random.Generator, frame: Frame) -> Floats:
    """How strongly the land rises: Qinling in the north, the Fenghuang ridge between the two rivers."""
    x, y = (part.reshape(frame.shape) / 1000 for part in frame.centres().T)
    north = np.clip((y - 3644) / 20, 0, 1)
    ridge = np.exp(-(((y - 3632 - (x - 545) * 0.05) / 3.2) ** 2))
    south = np.clip((3622 - y) / 10, 0, 1)
    return (0.72 + 0.9 * north + 0.75 * ridge + 0.2 * south) * np.exp(0.16 * fractal_field(rng, frame.shape, longest=80))


def _with_valley_floor(
    rng: np.random.Generator, frame: Frame, height: Floats, river_cell: Ints, base: Floats
) -> tuple[Floats, Floats, Floats]:
    """Flat ground beside the main rivers: wide along the Yue, hardly any in the Han's gorge."""
    distance, nearest = distance_to(river_cell >= 0, cell_m=frame.cell_m)
    water, number = base[nearest], river_cell.ravel()[nearest]
    width = np.where(number == 0, 620.0, 130.0) * np.exp(0.5 * fractal_field(rng, frame.shape, longest=40))
    blend = np.clip((distance - width) / (2.2 * width), 0, 1)
    blend = blend * blend * (3 - 2 * blend)
    floor = water + distance * 0.006
    height = np.maximum(floor * (1 - blend) + np.maximum(height, floor) * blend, water)
    return height, distance, height - water
