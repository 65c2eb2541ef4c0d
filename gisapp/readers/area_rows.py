"""What every reader of areas hands over: layers of rows, each row taken or refused with its number and reason."""

from __future__ import annotations

from dataclasses import dataclass

import shapely

from gisapp.language import tr

DEGREES = "EPSG:4326"
POLYGONS = ("Polygon", "MultiPolygon", "GeometryCollection")


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One row of a file: where it stood, its fields as text, its geometry in the CRS of its ``AreaLayer``."""

    layer: str
    number: int
    fields: tuple[tuple[str, str], ...]
    geometry: shapely.Geometry


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be an area, and why."""

    layer: str
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class AreaLayer:
    """One layer: ``rows`` taken and ``refused`` together are all ``total`` rows of the file.

    ``crs`` is an EPSG code or WKT, None when unstated; ``is_in_metres``: unstated, yet surely the metres of some
    Gauss-Kruger zone without its number, as surveyors hand over.
    """

    name: str
    crs: str | None
    total: int
    rows: tuple[AreaRow, ...]
    refused: tuple[RefusedRow, ...]
    is_in_metres: bool = False


def refusal(geometry: shapely.Geometry | None) -> str:
    """Why ``geometry`` cannot be an area; nothing when it can."""
    if geometry is None or geometry.is_empty:
        return tr("没有图形")
    if geometry.geom_type not in POLYGONS:
        return tr("不是面：{kind}", kind=geometry.geom_type)
    return ""
