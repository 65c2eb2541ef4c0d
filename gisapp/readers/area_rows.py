"""What every reader of areas hands over: layers of rows, each row taken or refused with its number and reason."""

from __future__ import annotations

from dataclasses import dataclass

import shapely

from gisapp.language import tr

DEGREES = "EPSG:4326"
FEWEST_OF_A_RING = 4
POLYGONS = ("Polygon", "MultiPolygon", "GeometryCollection")


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One row of a file: where it stood, its fields as text, its geometry in the CRS of its ``AreaLayer``.

    ``was_line``: the file has a closed line there, as drawings have for areas.
    """

    layer: str
    number: int
    fields: tuple[tuple[str, str], ...]
    geometry: shapely.Geometry
    was_line: bool = False


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be an area, and why; ``is_empty``: there is no shape at all."""

    layer: str
    number: int
    reason: str
    fields: tuple[tuple[str, str], ...] = ()
    is_empty: bool = False


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
    if is_nothing(geometry):
        return tr("没有图形")
    if geometry is not None and geometry.geom_type not in POLYGONS:
        return tr("不是面：{kind}", kind=_kind(geometry))
    return ""


def ring_as_area(geometry: shapely.Geometry | None) -> shapely.Geometry | None:
    """The area that one closed line goes round; None for anything else."""
    if geometry is None or geometry.geom_type not in ("LineString", "LinearRing") or len(geometry.coords) < FEWEST_OF_A_RING:
        return None
    return shapely.Polygon(geometry.coords) if geometry.is_closed else None


def is_nothing(geometry: shapely.Geometry | None) -> bool:
    """Whether there is no shape at all."""
    return geometry is None or bool(geometry.is_empty)


def _kind(geometry: shapely.Geometry) -> str:
    words = {"Point": tr("点"), "LineString": tr("线"), "LinearRing": tr("线")}
    return words.get(geometry.geom_type.removeprefix("Multi"), geometry.geom_type)
