"""A gap-free, overlap-free coverage of an outline by cells with natural borders, one around each centre."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial.bending import bent_edges

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Geometries = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Tessellation:
    """``cells`` (n) polygons in the order of their centres; neighbours (m, 2) share a border of ``border_m`` (m)."""

    cells: Geometries
    neighbours: Ints
    border_m: Floats


def tessellate(rng: np.random.Generator, outline: shapely.Polygon, centres: Floats, *, segment_m: float = 0.0) -> Tessellation:
    """Voronoi cells of ``centres`` (n, 2; all inside ``outline``) with bent borders, cut at the outline.

    Neighbours share the very same vertices; the outline keeps its own and gains those where borders meet it.
    ``segment_m`` = wished length of a piece of border, 0 = a sixth of the median border.
    """
    pairs, edges = _voronoi_edges(outline, centres)
    pairs, edges, hits = _cut_at(outline, pairs, edges)
    lines = _bent_inside(rng, outline, edges, centres[pairs], segment_m)
    ring = _ring_with(outline, hits)
    faces = _faces(np.concatenate((lines, ring)))
    cells = _one_per_centre(faces, centres)
    return Tessellation(cells, pairs, np.hypot(*(edges[:, 1] - edges[:, 0]).T))


def _voronoi_edges(outline: shapely.Polygon, centres: Floats) -> tuple[Ints, Floats]:
    from scipy.spatial import Voronoi

    min_x, min_y, max_x, max_y = outline.bounds
    middle, reach = np.array([(min_x + max_x) / 2, (min_y + max_y) / 2]), 8 * max(max_x - min_x, max_y - min_y)
    angles = np.linspace(0, 2 * np.pi, 16, endpoint=False) + 0.1
    far = middle + reach * np.column_stack((np.cos(angles), np.sin(angles)))
    diagram = Voronoi(np.concatenate((centres, far)) - middle)
    vertices = np.asarray(diagram.ridge_vertices)
    real = (vertices >= 0).all(axis=1) & (diagram.ridge_points < len(centres)).all(axis=1)
    pairs = np.sort(diagram.ridge_points[real].astype(np.int64), axis=1)
    edges = diagram.vertices[vertices[real]] + middle
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    return pairs[order], edges[order]


def _cut_at(outline: shapely.Polygon, pairs: Ints, edges: Floats) -> tuple[Ints, Floats, Floats]:
    """Edges inside the outline, those that cross it cut there; and the points where they were cut."""
    shapely.prepare(outline)
    lines = shapely.linestrings(edges)
    inside = shapely.contains_properly(outline, lines)
    crossing = np.flatnonzero(~inside & shapely.intersects(outline, lines))
    parts, owner = shapely.get_parts(shapely.intersection(lines[crossing], outline), return_index=True)
    is_line = shapely.length(parts) > 1e-6
    parts, owner = parts[is_line], crossing[owner[is_line]]
    cut = shapely.get_coordinates(parts).reshape(-1, 2, 2)
    ends = cut.reshape(-1, 2)
    old = (ends[:, None] == edges[np.repeat(owner, 2)]).all(axis=2).any(axis=1)
    return np.concatenate((pairs[inside], pairs[owner])), np.concatenate((edges[inside], cut)), ends[~old]


def _bent_inside(rng: np.random.Generator, outline: shapely.Polygon, edges: Floats, sides: Floats, segment_m: float) -> Geometries:
    """Bent lines of all edges; one that would leave the outline is bent less, at last not at all."""
    lines = _bent(rng, edges, sides, segment_m)
    border = shapely.STRtree(shapely.linestrings(_segments(shapely.get_coordinates(outline.exterior))))
    suspects = np.unique(border.query(lines, predicate="intersects")[0])
    for share in (0.3, 0.0):
        leaving = [at for at in suspects.tolist() if not _stays_inside(outline, lines[at])]
        for at in leaving:
            points = shapely.get_coordinates(lines[at])
            t = np.linspace(0, 1, len(points))[:, None]
            straight = edges[at, 0] + (edges[at, 1] - edges[at, 0]) * t
            straight[-1] = edges[at, 1]
            lines[at] = shapely.LineString(straight + (points - straight) * share if share else edges[at])
        suspects = np.asarray(leaving, dtype=np.int64)
    return lines


def _bent(rng: np.random.Generator, edges: Floats, sides: Floats, segment_m: float) -> Geometries:
    length = np.hypot(*(edges[:, 1] - edges[:, 0]).T)
    wished = segment_m or float(np.median(length)) / 6
    levels = np.clip(np.round(np.log2(np.maximum(length / wished, 1.0))), 1, 5).astype(int)
    lines = np.empty(len(edges), dtype=object)
    for level in np.unique(levels).tolist():
        chosen = np.flatnonzero(levels == level)
        lines[chosen] = shapely.linestrings(bent_edges(rng, edges[chosen], sides[chosen], level=level))
    return lines


def _stays_inside(outline: shapely.Polygon, line: shapely.LineString) -> bool:
    """Whether ``line`` touches the outline's border with its ends at most."""
    points = shapely.get_coordinates(line)
    if len(points) > 2 and not bool(shapely.contains_xy(outline, points[1:-1]).all()):
        return False
    met = shapely.get_coordinates(line.intersection(outline.exterior))
    ends = points[[0, -1]]
    return bool((np.hypot(*(met[:, None] - ends[None]).transpose(2, 0, 1)).min(axis=1) < 1e-3).all())


def _segments(ring: Floats) -> Floats:
    return np.stack((ring[:-1], ring[1:]), axis=1)


def _ring_with(outline: shapely.Polygon, hits: Floats) -> Geometries:
    """The outline's ring as two-point lines, with ``hits`` put in where they lie on it."""
    ring = shapely.get_coordinates(outline.exterior)[:-1]
    at = np.concatenate((_places(ring), shapely.line_locate_point(outline.exterior, shapely.points(hits))))
    points = np.concatenate((ring, hits))[np.argsort(at, kind="stable")]
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = (points[1:] != points[:-1]).any(axis=1)
    points = points[keep]
    return np.asarray(shapely.linestrings(_segments(np.concatenate((points, points[:1])))), dtype=object)


def _places(ring: Floats) -> Floats:
    steps = np.hypot(*np.diff(ring, axis=0).T)
    return np.concatenate(([0.0], np.cumsum(steps)))


def _faces(lines: Geometries) -> Geometries:
    return np.asarray(shapely.get_parts(shapely.polygonize(lines)), dtype=object)


def _one_per_centre(faces: Geometries, centres: Floats) -> Geometries:
    """The face around each centre; pieces cut off by the outline join the neighbour they touch most."""
    point, face = shapely.STRtree(faces).query(shapely.points(centres), predicate="within")
    if len(point) != len(centres) or len(np.unique(face)) != len(centres):
        raise ValueError("centres and faces do not pair: a centre lies outside the outline")
    cells = np.empty(len(centres), dtype=object)
    cells[point] = faces[face]
    orphans = np.setdiff1d(np.arange(len(faces)), face)
    for orphan in orphans.tolist():
        _join(cells, faces[orphan])
    return cells


def _join(cells: Geometries, piece: Any) -> None:
    touching = np.sort(shapely.STRtree(cells).query(piece, predicate="intersects"))
    shared = shapely.length(shapely.intersection(cells[touching], piece))
    best = int(touching[int(np.argmax(shared))])
    cells[best] = shapely.coverage_union_all([cells[best], piece])


def joined(cells: Geometries, owner: Ints, count: int) -> Geometries:
    """(count) exact unions of the cells of each owner, on the cells' own vertices."""
    order = np.argsort(owner, kind="stable")
    starts = np.searchsorted(owner[order], np.arange(count + 1))
    unions = np.empty(count, dtype=object)
    for number in range(count):
        unions[number] = shapely.coverage_union_all(cells[order[starts[number] : starts[number + 1]]])
    return unions
