"""Streams as lines out of a drainage tree: longest first, each ending on the stream it joins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial.raster import Frame
from gisapp.spatial.spread import Spread

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FlowLine:
    """``line`` runs downhill; ``drained`` = cells drained at its mouth; ``cells`` = flat indices, head first."""

    line: shapely.LineString
    drained: float
    cells: tuple[int, ...]


def flow_lines(frame: Frame, tree: Spread, drained: Floats, *, rivers: Floats, least: float) -> list[FlowLine]:
    """All streams that drain at least ``least`` cells, longest first.

    ``rivers`` (n, 2) points of the main rivers' courses: a stream that meets one ends on its nearest point.
    """
    from scipy.spatial import cKDTree

    places = frame.centres()
    seeds = np.flatnonzero((tree.previous < 0) & np.isfinite(tree.cost))
    places[seeds] = rivers[cKDTree(rivers).query(places[seeds])[1]]
    is_stream = (drained >= least) & (tree.previous >= 0)
    fed = np.zeros(frame.size, dtype=bool)
    fed[tree.previous[is_stream]] = True
    heads = np.flatnonzero(is_stream & ~fed)
    heads = heads[np.argsort(-tree.cost[heads], kind="stable")]
    taken, before = tree.previous < 0, tree.previous
    lines = []
    for head in heads.tolist():
        way = [head]
        while not taken[way[-1]]:
            taken[way[-1]] = True
            way.append(int(before[way[-1]]))
        if len(way) < 3:
            continue
        places[way] = worn(places[way], rounds=3)
        lines.append(FlowLine(shapely.LineString(places[way]), float(drained[way[-2]]), tuple(way)))
    return lines


def worn(points: Floats, *, rounds: int) -> Floats:
    """The same number of points, each drawn towards its neighbours ``rounds`` times; the ends stay."""
    points = points.copy()
    for _ in range(rounds):
        points[1:-1] = 0.25 * points[:-2] + 0.5 * points[1:-1] + 0.25 * points[2:]
    return points
