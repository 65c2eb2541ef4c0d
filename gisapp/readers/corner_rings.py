"""Rings of corners into areas: those of one name are one area, a ring within another is its hole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely

from gisapp.language import tr
from gisapp.readers.area_rows import AreaRow, RefusedRow

FEWEST_CORNERS = 3
Place = tuple[float, float]
Pairs = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Ring:
    """Corners as they are read, with the other columns of the first; ``trouble`` says why they are no area.

    ``varying``: columns that differ from corner to corner and so say nothing of the area.
    """

    name: str
    number: str
    line: int
    fields: Pairs
    places: list[Place] = field(default_factory=list)
    varying: set[str] = field(default_factory=set)
    trouble: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether the last corner repeats the first."""
        return len(self.places) > FEWEST_CORNERS and self.places[0] == self.places[-1]

    def add(self, place: Place, fields: Pairs) -> None:
        """One more corner, with its line's other columns."""
        self.places.append(place)
        self.varying |= {name for (name, own), (_, first) in zip(fields, self.fields, strict=True) if own and own != first}

    def finished(self) -> Ring:
        """The ring itself, with its trouble when it has too few corners."""
        if not self.trouble and len(set(self.places)) < FEWEST_CORNERS:
            self.trouble = tr("角点不足三个")
        return self


def areas_of_rings(rings: Sequence[Ring], layer: str, *, are_named: bool) -> tuple[tuple[AreaRow, ...], tuple[RefusedRow, ...]]:
    """Areas taken and refused, by the line of their first corner.

    ``are_named``: rings of one name whose other columns do not contradict each other belong together.
    """
    groups = list(_together(rings)) if are_named else [[ring] for ring in rings]
    rows: list[AreaRow] = []
    refused: list[RefusedRow] = []
    for group in groups:
        troubles = [ring.trouble for ring in group if ring.trouble]
        if troubles:
            refused.append(RefusedRow(layer, group[0].line, troubles[0], group[0].fields))
            continue
        shape = _one_area([shapely.Polygon(ring.places) for ring in group])
        if shape is not None:
            rows.append(AreaRow(layer, group[0].line, group[0].fields, shape))
        else:
            rows += [AreaRow(layer, ring.line, ring.fields, shapely.Polygon(ring.places)) for ring in group]
    return tuple(sorted(rows, key=lambda row: row.number)), tuple(sorted(refused, key=lambda row: row.number))


def _together(rings: Sequence[Ring]) -> Iterator[list[Ring]]:
    groups: dict[str, list[list[Ring]]] = {}
    for ring in rings:
        known = groups.setdefault(ring.name, [])
        fitting = next((group for group in known if _agree(group[0], ring)), None)
        if fitting is None:
            known.append([ring])
        else:
            fitting.append(ring)
    for known in groups.values():
        yield from known


def _agree(first: Ring, other: Ring) -> bool:
    """Whether nothing that both say of their area differs."""
    varying = first.varying | other.varying
    pairs = zip(first.fields, other.fields, strict=True)
    return all(not one or not two or one == two or name in varying for (name, one), (_, two) in pairs)


def _one_area(polygons: Sequence[shapely.Polygon]) -> shapely.Geometry | None:
    """Rings beside each other as parts, rings within another as its holes; None when they overlap or cross themselves."""
    if len(polygons) == 1:
        return polygons[0]
    shapes = np.array(polygons, dtype=object)
    if not shapely.is_valid(shapes).all():
        return None
    inner, outer = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    apart = inner != outer
    inner, outer = inner[apart], outer[apart]
    within = shapely.covered_by(shapes[inner], shapes[outer])
    around = shapely.covers(shapes[inner], shapes[outer])
    if (within & around).any() or not (within | around | shapely.touches(shapes[inner], shapes[outer])).all():
        return None
    depth = np.bincount(inner[within], minlength=len(shapes))
    parts = []
    for place in np.flatnonzero(depth % 2 == 0):
        holes = inner[within & (outer == place) & (depth[inner] == depth[place] + 1)]
        parts.append(shapely.Polygon(shapes[place].exterior, [shapes[hole].exterior for hole in holes]))
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
