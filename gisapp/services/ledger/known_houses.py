"""The county's houses for the length of one import of houses: by code, by number, by where they stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.services.ledger.house_numbers import HouseNumbers
from gisapp.services.ledger.units import Units
from gisapp.storage.county import geopackage
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.places import footprints, layers

SAME_PLACE_M = 0.5
"""A point that differs by less has been rounded on its way through another file."""

UNNUMBERED = "无门牌"
"""Begins the number of a house for which nobody has given any."""

_PIECE = 10_000


class KnownHouses:
    """Arrays are in order of id; places without a point are NaN."""

    def __init__(self, connection: sqlite3.Connection, units: Units, go_on: Callable[[], None]) -> None:
        rows = ledger_facts.house_places(connection)
        go_on()
        self.ids = np.fromiter((row[0] for row in rows), np.int64, len(rows))
        self.numbers = {row[0]: row[2] for row in rows}
        self.codes = {row[0]: row[1] for row in rows}
        self.grids = {row[0]: row[3] for row in rows}
        self.by_code = {row[1]: row[0] for row in rows if row[1] is not None}
        self.by_number = HouseNumbers(units)
        for at, row in enumerate(rows):
            if at % _PIECE == 0:
                go_on()
            self.by_number.enter(row[2], row[0])
        has_point = np.array([row[4] is not None for row in rows], dtype=bool)
        self.xy = np.full((len(rows), 2), np.nan)
        self.xy[has_point] = geopackage.decode_points([row[4] for row in rows if row[4] is not None])
        outlined, outlines = footprints.all_footprints(connection)
        self.outlines: dict[int, shapely.Geometry] = dict(zip(outlined.tolist(), outlines.tolist(), strict=True))
        cells = layers.grids(connection)
        self._cell_ids, self._cells = cells.ids, shapely.STRtree(cells.geometries)
        self.cell_names = dict(zip(cells.ids.tolist(), cells.names, strict=True))
        self._standing = np.flatnonzero(has_point)
        self._points = shapely.STRtree(shapely.points(self.xy[self._standing]))

    def place_of(self, house: int) -> NDArray[np.float64]:
        """(2,) metres; NaN where a house has no point."""
        found: NDArray[np.float64] = self.xy[int(np.searchsorted(self.ids, house))]
        return found

    def places_of(self, houses: list[int]) -> NDArray[np.float64]:
        """(n, 2) metres; NaN where a house has no point."""
        found: NDArray[np.float64] = self.xy[np.searchsorted(self.ids, np.array(houses, np.int64))].reshape(-1, 2)
        return found

    def is_unnumbered(self, house: int) -> bool:
        return UNNUMBERED in self.numbers.get(house, UNNUMBERED)

    def standing_at(self, shapes: NDArray[np.object_], go_on: Callable[[], None]) -> dict[int, list[int]]:
        """place in ``shapes`` (n,) -> ids of the houses whose point is at that point, or on that area."""
        found: dict[int, list[int]] = {}
        for at in range(0, len(shapes), _PIECE):
            go_on()
            piece = shapes[at : at + _PIECE]
            place, point = self._points.query(piece, predicate="dwithin", distance=SAME_PLACE_M)
            houses = self.ids[self._standing[point]]
            for one, house in zip((place + at).tolist(), houses.tolist(), strict=True):
                found.setdefault(one, []).append(house)
        return found

    def cells_at(self, points: NDArray[np.object_], go_on: Callable[[], None]) -> NDArray[np.int64]:
        """The grid (n,) at each point (n,), the first of those that share a border there; 0 = none."""
        found = np.zeros(len(points), np.int64)
        for at in range(0, len(points), _PIECE):
            go_on()
            place, cell = self._cells.query(points[at : at + _PIECE], predicate="intersects")
            order = np.lexsort((-self._cell_ids[cell], place))
            found[place[order] + at] = self._cell_ids[cell[order]]
        return found
