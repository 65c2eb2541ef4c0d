"""In which village or community something lies, by the county's own divisions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import shapely

from gisapp.domain.division import DivisionLevel
from gisapp.services.ledger.units import Units
from gisapp.storage.places import layers

_LOWEST_FIRST = (
    (DivisionLevel.VILLAGE, DivisionLevel.COMMUNITY),
    (DivisionLevel.TOWN,),
    (DivisionLevel.COUNTY,),
)


class DivisionAt:
    """Divisions that stand, the lowest first: a county without villages still has towns."""

    def __init__(self, connection: sqlite3.Connection, units: Units) -> None:
        found = layers.divisions(connection)
        pairs = [(one, shape) for one, shape in zip(found.ids.tolist(), found.geometries.tolist(), strict=True)]
        self._shapes = dict(pairs)
        self._towns: tuple[list[int], shapely.STRtree] | None = None
        self._levels = []
        for levels in _LOWEST_FIRST:
            chosen = [(one, shape) for one, shape in pairs if units.divisions[one].level in levels and not units.divisions[one].is_past]
            if chosen:
                level = ([one for one, _ in chosen], shapely.STRtree([shape for _, shape in chosen]))
                self._levels.append(level)
                self._towns = level if levels == (DivisionLevel.TOWN,) else self._towns

    def division_of(self, shape: shapely.Geometry | None) -> int | None:
        """The lowest division that holds most of an area, or holds a point; None outside them all."""
        if shape is None:
            return None
        return next((found for level in self._levels if (found := _most_of(shape, *level)) is not None), None)

    def outline_of(self, divisions: Iterable[int]) -> shapely.Geometry | None:
        """The area of some divisions together; None without any shape."""
        shapes = [self._shapes[one] for one in divisions if one in self._shapes]
        return shapely.union_all(shapes) if shapes else None

    def town_of(self, shape: shapely.Geometry | None) -> int | None:
        """The town that holds most of an area, or holds a point."""
        return None if shape is None or self._towns is None else _most_of(shape, *self._towns)


def _most_of(shape: shapely.Geometry, ids: list[int], tree: shapely.STRtree) -> int | None:
    hits = tree.query(shape, predicate="intersects").tolist()
    if len(hits) == 1 or (hits and shape.geom_type == "Point"):
        return ids[min(hits)]
    if not hits:
        return None
    shared = shapely.area(shapely.intersection(shape, tree.geometries[hits]))
    return ids[hits[int(shared.argmax())]]
