"""Polygons out of other people's geodata: every layer, every row counted, nothing dropped silently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gisapp.readers.area_rows import AreaLayer, AreaRow, RefusedRow, is_nothing, refusal, ring_as_area
from gisapp.readers.corner_table import corner_table_of
from gisapp.readers.geo_layer import GeoLayer
from gisapp.readers.geodata import SUFFIXES as GEODATA
from gisapp.readers.geodata import read_geodata, refuse_unfit

SUFFIXES = (*GEODATA, ".csv")


def read_areas(path: Path, *, encoding: str | None = None, cancelled: Callable[[], bool] | None = None) -> tuple[AreaLayer, ...]:
    """Every layer of a GeoJSON, GeoPackage, shapefile, KML/KMZ, GPX, DXF or table of corners.

    ``encoding`` is that of a shapefile's or table's text; found out when None. Raises BadFile for a file that is missing, of another
    kind, damaged or without any layer; Cancelled.
    """
    refuse_unfit(path, SUFFIXES)
    if path.suffix.lower() == ".csv":
        return (corner_table_of(path, encoding=encoding, cancelled=cancelled),)
    return tuple(map(areas_of, read_geodata(path, encoding=encoding, cancelled=cancelled).layers))


def areas_of(layer: GeoLayer) -> AreaLayer:
    """The rows of a layer that are areas, the others refused by their number."""
    from shapely import force_2d

    shapes = force_2d(layer.shapes)
    rows: list[AreaRow] = []
    refused: list[RefusedRow] = []
    for place, (geometry, cells) in enumerate(zip(shapes, layer.cells, strict=True)):
        values = tuple((field, cell) for field, cell in zip(layer.fields, cells, strict=True) if cell is not None)
        trouble, ring = layer.troubles.get(place, ""), ring_as_area(geometry)
        reason = trouble or refusal(ring or geometry)
        if reason:
            refused.append(RefusedRow(layer.name, place + 1, reason, values, is_empty=not trouble and is_nothing(geometry)))
        else:
            rows.append(AreaRow(layer.name, place + 1, values, ring or geometry, was_line=ring is not None))
    return AreaLayer(layer.name, layer.crs, len(shapes), tuple(rows), tuple(refused))
