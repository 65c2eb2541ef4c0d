"""Cells as small as a page can carry them: fewer vertices, shared borders still shared, degrees of five decimals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial import crs

DECIMALS = 5
"""0.00001 degree is about one metre."""

MOST_VERTICES = 120_000
FINEST_M = 3.0
COARSEST_M = 200.0

Feature = dict[str, Any]


def simplified(
    geometries: NDArray[np.object_], *, most_vertices: int = MOST_VERTICES, go_on: Callable[[], None] = lambda: None
) -> NDArray[np.object_]:
    """The coverage (n,) with its borders simplified alike on both sides until it holds few enough vertices.

    ``go_on`` is called now and then; what it raises ends the work.
    """
    tolerance_m = FINEST_M
    found: NDArray[np.object_] = shapely.coverage_simplify(geometries, tolerance_m)
    while shapely.get_num_coordinates(found).sum() > most_vertices and tolerance_m < COARSEST_M:
        go_on()
        tolerance_m *= 1.6
        found = shapely.coverage_simplify(found, tolerance_m)
    return found


def features(geometries: NDArray[np.object_], properties: Sequence[dict[str, Any]], *, srs_id: int) -> list[Feature]:
    """GeoJSON features of polygons (n,) in the county's CRS, in WGS 84 degrees."""
    moved = shapely.transform(geometries, lambda points: np.round(crs.to_degrees(points, srs_id), DECIMALS))
    return [
        {"type": "Feature", "properties": own, "geometry": {"type": "MultiPolygon", "coordinates": _coordinates(shape)}}
        for own, shape in zip(properties, moved, strict=True)
    ]


def bounds_in_degrees(geometries: NDArray[np.object_], srs_id: int) -> list[list[float]]:
    """[[south, west], [north, east]] around everything, as Leaflet wants it."""
    low_x, low_y, high_x, high_y = shapely.total_bounds(geometries)
    corners = np.array([(low_x, low_y), (high_x, high_y), (low_x, high_y), (high_x, low_y)])
    lonlat = crs.to_degrees(corners, srs_id)
    west, south = lonlat.min(axis=0).round(DECIMALS).tolist()
    east, north = lonlat.max(axis=0).round(DECIMALS).tolist()
    return [[south, west], [north, east]]


def _coordinates(shape: shapely.Geometry) -> list[list[list[list[float]]]]:
    parts = shape.geoms if shape.geom_type == "MultiPolygon" else [shape]
    return [[_ring(ring) for ring in (part.exterior, *part.interiors)] for part in parts if not part.is_empty]


def _ring(ring: shapely.LinearRing) -> list[list[float]]:
    """The ring without vertices that rounding made alike."""
    points: list[list[float]] = shapely.get_coordinates(ring).round(DECIMALS).tolist()
    kept = [point for point, before in zip(points, [None, *points[:-1]], strict=True) if point != before]
    return kept if len(kept) >= 4 else points
