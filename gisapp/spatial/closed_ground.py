"""Areas that people walk out of and never into: roads cut at their borders, and which straight ways are open to whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial.coverage import united

Flags = NDArray[np.bool_]
Geometries = NDArray[np.object_]

Ask = Callable[[], None]
"""Called between steps; raises when the person wants to stop."""

Cover = frozenset[int]
"""The areas a place lies in, by their numbers; whoever walks may only leave areas, so that the cover never gains one."""

WAYS_AT_ONCE = 1_000
TOUCHED_M = 0.001
"""So little of a way inside an area is a touch of its border."""


def closed_ground(areas: Sequence[shapely.Geometry], ranks: Sequence[int], *, go_on: Ask | None = None) -> ClosedGround:
    """The ground of ``areas`` whose danger is ranked, 0 = worst: for each rank what is so bad or worse, in its separate parts.

    So a place has the fewer parts over it the milder the danger there, and whoever walks out of parts and into none goes from
    worse to milder within the danger that joins up with the home's own, and once out of it never back. ``go_on`` may raise.
    """
    shapes, rank = np.asarray(areas, dtype=object), np.asarray(ranks, np.int64)
    shells = [shapes[:0]]
    for worst in np.unique(rank):
        shells.append(shapely.get_parts(united(np.concatenate((shells[-1], shapes[rank == worst])), go_on=go_on)))
    return ClosedGround(np.concatenate(shells))


@dataclass(frozen=True, slots=True, eq=False)
class ClosedGround:
    """The ``areas`` (k,) of danger, metres; the border of an area belongs to it."""

    areas: Geometries

    def cut(self, lines: Geometries) -> Geometries:
        """The single ``lines`` (n,) cut where they cross a border: no piece lies partly inside an area."""
        pieces = [lines[at : at + 1] for at in range(len(lines))]
        tree = shapely.STRtree(lines)
        for area in self.areas:
            for at in tree.query(area, predicate="crosses").tolist():
                both = np.concatenate((shapely.difference(pieces[at], area), shapely.intersection(pieces[at], area)))
                parts = shapely.get_parts(both)
                pieces[at] = parts[shapely.length(parts) > 0]
        return np.concatenate(pieces) if pieces else lines

    def covers(self, points: Geometries) -> list[Cover]:
        """The cover of each of the ``points`` (n,)."""
        found: list[set[int]] = [set() for _ in range(len(points))]
        if len(self.areas):
            for area, point in shapely.STRtree(points).query(self.areas, predicate="intersects").T.tolist():
                found[point].add(area)
        return [frozenset(areas) for areas in found]

    def entered(self, ways: Geometries) -> list[dict[int, bool]]:
        """For each straight way (n,): the areas it goes through, and whether it comes back into one it had left."""
        found: list[dict[int, bool]] = [{} for _ in range(len(ways))]
        if not len(self.areas) or not len(ways):
            return found
        tree = shapely.STRtree(ways)
        area, way = tree.query(self.areas, predicate="covers")
        for one, of in zip(area.tolist(), way.tolist(), strict=True):
            found[of][one] = False
        area, way = tree.query(self.areas, predicate="crosses")
        inside = shapely.intersection(ways[way], self.areas[area])
        metres = shapely.length(inside)
        west, south, east, north = shapely.bounds(inside).T
        comes_back = np.hypot(east - west, north - south) > metres + TOUCHED_M
        through = metres > TOUCHED_M
        for one, of, back in zip(area[through].tolist(), way[through].tolist(), comes_back[through].tolist(), strict=True):
            found[of][one] = back
        return found

    def is_open(self, ways: Geometries, covers: Sequence[Cover], *, go_on: Ask | None = None) -> Flags:
        """Which straight ``ways`` (n,) only lead out of areas, for who starts each of them in the areas of its cover."""
        found: list[bool] = []
        for at in range(0, len(ways), WAYS_AT_ONCE):
            if go_on:
                go_on()
            entered = zip(self.entered(ways[at : at + WAYS_AT_ONCE]), covers[at : at + WAYS_AT_ONCE], strict=True)
            found += [all(area in cover and not back for area, back in one.items()) for one, cover in entered]
        return np.array(found, bool)
