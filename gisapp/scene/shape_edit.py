"""A polygon taken apart into corners that are moved, added and removed; every step gives a new value."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from gisapp.scene.view import FloatArray

FEWEST_CORNERS = 3
Place = tuple[int, int]
"""(ring, corner) within ``EditedShape.rings``."""


@dataclass(frozen=True, slots=True, eq=False)
class EditedShape:
    """``rings``: corners (n, 2) in metres, the first not repeated; ``owners``: the polygon of each, its outer ring first."""

    rings: tuple[FloatArray, ...]
    owners: tuple[int, ...]

    def geometry(self) -> shapely.Geometry:
        """The polygon or multipolygon that the corners make, valid or not."""
        parts = []
        for polygon in dict.fromkeys(self.owners):
            own = [ring for ring, owner in zip(self.rings, self.owners, strict=True) if owner == polygon]
            parts.append(shapely.Polygon(own[0], own[1:]))
        return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)

    def corner_near(self, xy: tuple[float, float], reach_m: float) -> Place | None:
        """The corner nearest to ``xy`` within ``reach_m``."""
        best: tuple[float, Place] | None = None
        for number, ring in enumerate(self.rings):
            away = np.hypot(ring[:, 0] - xy[0], ring[:, 1] - xy[1])
            at = int(np.argmin(away))
            if away[at] <= reach_m and (best is None or away[at] < best[0]):
                best = float(away[at]), (number, at)
        return best[1] if best else None

    def edge_near(self, xy: tuple[float, float], reach_m: float) -> Place | None:
        """The place a new corner takes on the edge nearest to ``xy`` within ``reach_m``."""
        best: tuple[float, Place] | None = None
        for number, ring in enumerate(self.rings):
            away = _away_from_edges(ring, np.array(xy))
            at = int(np.argmin(away))
            if away[at] <= reach_m and (best is None or away[at] < best[0]):
                best = float(away[at]), (number, at + 1)
        return best[1] if best else None

    def with_moved(self, place: Place, xy: tuple[float, float]) -> EditedShape:
        """The corner at ``place`` moved to ``xy``."""
        ring = self.rings[place[0]].copy()
        ring[place[1]] = xy
        return self._with_ring(place[0], ring)

    def with_added(self, place: Place, xy: tuple[float, float]) -> EditedShape:
        """A new corner that takes ``place``."""
        return self._with_ring(place[0], np.insert(self.rings[place[0]], place[1], xy, axis=0))

    def without(self, place: Place) -> EditedShape | None:
        """Without that corner: a ring of three goes as a whole, an outer one with its holes; None for the last polygon's."""
        number, at = place
        if len(self.rings[number]) > FEWEST_CORNERS:
            return self._with_ring(number, np.delete(self.rings[number], at, axis=0))
        polygon = self.owners[number]
        if self.owners.index(polygon) != number:
            kept = [ring for ring in range(len(self.rings)) if ring != number]
        else:
            kept = [ring for ring in range(len(self.rings)) if self.owners[ring] != polygon]
        if not kept:
            return None
        return EditedShape(tuple(self.rings[ring] for ring in kept), tuple(self.owners[ring] for ring in kept))

    def _with_ring(self, number: int, ring: FloatArray) -> EditedShape:
        return replace(self, rings=(*self.rings[:number], ring, *self.rings[number + 1 :]))


def taken_apart(geometry: shapely.Geometry) -> EditedShape:
    """The corners of a polygon or multipolygon."""
    rings: list[FloatArray] = []
    owners: list[int] = []
    for number, polygon in enumerate(shapely.get_parts(geometry)):
        for ring in (polygon.exterior, *polygon.interiors):
            rings.append(np.array(ring.coords, np.float64)[:-1, :2])
            owners.append(number)
    return EditedShape(tuple(rings), tuple(owners))


def _away_from_edges(ring: FloatArray, xy: FloatArray) -> FloatArray:
    """Metres from a point (2,) to each edge of a closed ring (n, 2), the edge after corner i at place i."""
    along = np.roll(ring, -1, axis=0) - ring
    length2 = np.maximum((along**2).sum(axis=1), 1e-12)
    share = np.clip(((xy - ring) * along).sum(axis=1) / length2, 0.0, 1.0)
    found: FloatArray = np.hypot(*(ring + along * share[:, None] - xy).T)
    return found
