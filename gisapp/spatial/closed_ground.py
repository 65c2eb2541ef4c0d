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
    return ground_of(np.concatenate(shells))


def ground_of(areas: Geometries) -> ClosedGround:
    """The ground of these areas, made ready to be asked often."""
    shapely.prepare(areas)
    return ClosedGround(areas, shapely.STRtree(areas))


@dataclass(frozen=True, slots=True, eq=False)
class ClosedGround:
    """The ``areas`` (k,) of danger, metres, and a ``tree`` of them; the border of an area belongs to it."""

    areas: Geometries
    tree: shapely.STRtree

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
        point, area = self.tree.query(points)
        is_there = shapely.intersects(self.areas[area], points[point])
        for one, of in zip(area[is_there].tolist(), point[is_there].tolist(), strict=True):
            found[of].add(one)
        return [frozenset(areas) for areas in found]

    def entered(self, ways: Geometries) -> list[Cover]:
        """The areas that each straight way (n,) goes through; a touch of a border is none."""
        found: list[set[int]] = [set() for _ in range(len(ways))]
        way, area, _ = self._met(ways)
        for one, of in zip(area.tolist(), way.tolist(), strict=True):
            found[of].add(one)
        return [frozenset(areas) for areas in found]

    def is_open(self, ways: Geometries, covers: Sequence[Cover], *, go_on: Ask | None = None) -> Flags:
        """Which straight ``ways`` (n,) only lead out of areas, for who starts each of them in the areas of its cover."""
        found = [np.empty(0, bool)]
        for at in range(0, len(ways), WAYS_AT_ONCE):
            if go_on:
                go_on()
            found.append(self._are_open(ways[at : at + WAYS_AT_ONCE], covers[at : at + WAYS_AT_ONCE]))
        return np.concatenate(found)

    def _are_open(self, ways: Geometries, covers: Sequence[Cover]) -> Flags:
        """Closed is what goes through an area it did not start in, or comes back into one it had left."""
        way, area, is_inside = self._met(ways)
        is_own = np.array([one in covers[of] for one, of in zip(area.tolist(), way.tolist(), strict=True)], bool)
        is_open = np.ones(len(ways), bool)
        is_open[way[~is_own]] = False
        asked = np.flatnonzero(is_own & ~is_inside & is_open[way])
        inside = shapely.intersection(ways[way[asked]], self.areas[area[asked]])
        west, south, east, north = shapely.bounds(inside).T
        comes_back = np.hypot(east - west, north - south) > shapely.length(inside) + TOUCHED_M
        is_open[way[asked[comes_back]]] = False
        return is_open

    def _met(self, ways: Geometries) -> tuple[NDArray[np.int64], NDArray[np.int64], Flags]:
        """(way, area, whether the way lies wholly in it) of all pairs that are more than a touch."""
        ways = _shortened(ways)
        way, area = self.tree.query(ways)
        is_inside = shapely.covers(self.areas[area], ways[way])
        met = is_inside.copy()
        met[~is_inside] = shapely.crosses(self.areas[area[~is_inside]], ways[way[~is_inside]])
        return way[met], area[met], is_inside[met]


def _shortened(ways: Geometries) -> Geometries:
    """The straight ways without their last TOUCHED_M at both ends: roads are cut at borders, and to stand on one is to enter nothing."""
    ends = shapely.get_coordinates(ways).reshape(-1, 2, 2)
    along = ends[:, 1] - ends[:, 0]
    share = np.minimum(TOUCHED_M / np.maximum(np.hypot(*along.T), TOUCHED_M), 0.25)[:, None] * along
    return np.asarray(shapely.linestrings(np.stack((ends[:, 0] + share, ends[:, 1] - share), axis=1)), dtype=object)
