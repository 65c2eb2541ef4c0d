"""The county's grids for the length of one import, and where houses belong once grids have changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.services.ledger.units import Units
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.places import layers

ALIKE = 0.9
"""Two areas that share so much of what both cover are one grid drawn twice."""

REPLACED = 0.5
_PIECE = 5_000


class KnownGrids:
    """Grids by code, by name in their village, by shape; ``shapes`` None where a grid has none."""

    def __init__(self, connection: sqlite3.Connection, units: Units) -> None:
        self.facts = units.grids
        self.by_code = {row[1].upper(): row[0] for row in self.facts.values()}
        self.by_name = {(row[3], row[2]): row[0] for row in self.facts.values()}
        cells = layers.grids(connection)
        self.shapes: dict[int, shapely.Geometry] = dict(zip(cells.ids.tolist(), cells.geometries.tolist(), strict=True))

    def alike(self, shapes: NDArray[np.object_], free: set[int], go_on: Callable[[], None]) -> dict[int, int]:
        """place in ``shapes`` (n,) -> the one grid of ``free`` that is nearly the same area."""
        ids = np.array(sorted(free & self.shapes.keys()), np.int64)
        areas = column([self.shapes[one] for one in ids.tolist()])
        tree = shapely.STRtree(areas)
        found: dict[int, int] = {}
        for at in range(0, len(shapes), _PIECE):
            go_on()
            place, near = _alike(shapes[at : at + _PIECE], tree)
            found |= dict(zip((place + at).tolist(), ids[near].tolist(), strict=True))
        return found

    def covered(self, shapes: NDArray[np.object_], free: set[int], go_on: Callable[[], None]) -> dict[int, int]:
        """Grids of ``free`` more than half of which ``shapes`` (n,) cover together, for others stand in their place.

        Each with the place of the shape that covers most of it.
        """
        ids = np.array(sorted(free & self.shapes.keys()), np.int64)
        if not len(ids) or not len(shapes):
            return {}
        areas = column([self.shapes[one] for one in ids.tolist()])
        tree = shapely.STRtree(areas)
        share, most, best = np.zeros(len(ids)), np.zeros(len(ids)), np.zeros(len(ids), np.int64)
        for at in range(0, len(shapes), _PIECE // 10):
            go_on()
            piece = shapes[at : at + _PIECE // 10]
            place, old = tree.query(piece, predicate="intersects")
            shared = shapely.area(shapely.intersection(piece[place], areas[old]))
            np.add.at(share, old, shared)
            order = np.argsort(shared, kind="stable")
            is_more = shared[order] > most[old[order]]
            most[old[order][is_more]] = shared[order][is_more]
            best[old[order][is_more]] = place[order][is_more] + at
        is_gone = share > REPLACED * shapely.area(areas)
        return dict(zip(ids[is_gone].tolist(), best[is_gone].tolist(), strict=True))


def drawn_twice(shapes: NDArray[np.object_]) -> dict[int, int]:
    """place in ``shapes`` (n,) -> the first earlier place with nearly the same area."""
    places, others = _alike(shapes, shapely.STRtree(shapes))
    pairs = sorted(zip(places.tolist(), others.tolist(), strict=True), reverse=True)
    return {place: other for place, other in pairs if other < place}


def _alike(shapes: NDArray[np.object_], tree: shapely.STRtree) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(places in ``shapes``, places in the tree) of the pairs that are nearly the same area."""
    place, near = tree.query(shapely.point_on_surface(shapes), predicate="intersects")
    shared = shapely.area(shapely.intersection(shapes[place], tree.geometries[near]))
    whole = shapely.area(shapes[place]) + shapely.area(tree.geometries[near]) - shared
    is_alike = shared > ALIKE * whole
    return place[is_alike], near[is_alike]


def homes_anew(
    connection: sqlite3.Connection, table: str, cells: Mapping[int, shapely.Geometry], touched: set[int], go_on: Callable[[], None]
) -> tuple[list[tuple[int, int | None]], int]:
    """((house, its grid) of every house of ``table`` whose grid is another one now, how many stand in no grid).

    ``cells`` are all grids as they will be, ``touched`` those that are new, redrawn or gone. A house on a border stays where it is.
    """
    ids, before, xy = ledger_facts.houses_in_grids(connection, table)
    points = shapely.points(xy)
    numbers = np.array(sorted(cells), np.int64)
    shapes = column([cells[one] for one in numbers.tolist()])
    tree = shapely.STRtree(shapes)
    after = before.copy()
    waiting = _perhaps_moved(points, before, column([cells[one] for one in sorted(touched & cells.keys())]), touched, go_on)
    for at in range(0, len(waiting), _PIECE):
        go_on()
        piece = waiting[at : at + _PIECE]
        place, cell = tree.query(points[piece], predicate="intersects")
        house, grid = piece[place], numbers[cell]
        after[piece] = 0
        order = np.argsort(-grid, kind="stable")
        after[house[order]] = grid[order]
        stays = grid == before[house]
        after[house[stays]] = before[house[stays]]
    moved = np.flatnonzero(after != before)
    return [(int(ids[one]), int(after[one]) or None) for one in moved.tolist()], int((after == 0).sum())


def _perhaps_moved(
    points: NDArray[np.object_], before: NDArray[np.int64], redrawn: NDArray[np.object_], touched: set[int], go_on: Callable[[], None]
) -> NDArray[np.int64]:
    """Places of the houses whose grid was touched, or that stand in one that was, or in none."""
    is_chosen = np.isin(before, np.array(sorted(touched), np.int64)) | (before == 0)
    tree = shapely.STRtree(redrawn)
    for at in range(0, len(points), _PIECE):
        go_on()
        is_chosen[at + tree.query(points[at : at + _PIECE], predicate="intersects")[0]] = True
    return np.flatnonzero(is_chosen)


def column(shapes: list[shapely.Geometry]) -> NDArray[np.object_]:
    """Shapes as an array (n,), also of none."""
    return np.array([*shapes, None], dtype=object)[:-1]
