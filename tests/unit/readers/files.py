"""Geodata files as other people make them, in the tiny county's place unless said otherwise."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas
import shapely

from gisapp.spatial import crs
from tests.builders import EPSG, box

Feature = tuple[shapely.Geometry | None, dict[str, Any]]


def in_degrees(shape: shapely.Geometry) -> shapely.Geometry:
    """A shape in the county's metres as longitude and latitude."""
    return crs.mover(EPSG, 4326)(shape)


def square(x: float = 0, y: float = 0, side: float = 300) -> shapely.Geometry:
    return in_degrees(box(x, y, side, side))


def many_squares(count: int, side: float = 50) -> list[shapely.Geometry]:
    """Squares side by side in degrees, the way to degrees looked up once."""
    go = crs.mover(EPSG, 4326)
    return [go(box(number % 60 * side, number // 60 * side, side, side)) for number in range(count)]


def geojson(path: Path, features: Sequence[Feature]) -> Path:
    """A GeoJSON file; a geometry of None is written as null."""
    rows = [
        {"type": "Feature", "properties": fields, "geometry": None if shape is None else shapely.geometry.mapping(shape)}
        for shape, fields in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}, ensure_ascii=False), encoding="utf-8")
    return path


def frame(features: Sequence[Feature], epsg: int = 4326) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame([fields for _, fields in features], geometry=[shape for shape, _ in features], crs=epsg)


def kml(path: Path, folders: dict[str, Sequence[Feature]]) -> Path:
    """A KML file with one folder a layer."""
    parts = []
    for folder, features in folders.items():
        marks = []
        for shape, fields in features:
            ring = " ".join(f"{x},{y},0" for x, y in shape.exterior.coords) if shape is not None else ""
            polygon = f"<Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></outerBoundaryIs></Polygon>"
            marks.append(f"<Placemark><name>{fields['name']}</name>{polygon if shape is not None else ''}</Placemark>")
        parts.append(f"<Folder><name>{folder}</name>{''.join(marks)}</Folder>")
    text = f'<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>{"".join(parts)}</Document></kml>'
    path.write_text(text, encoding="utf-8")
    return path
