"""Geodata for other programs, written some thousand lines at a time so that it can be stopped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.errors import BadFile
from gisapp.export.placed_table import Line, PlacedTable, first_of, geometries_of
from gisapp.export.replaced_file import replacing
from gisapp.export.table import Cell, Content, clean
from gisapp.language import tr
from gisapp.spatial import crs

DECIMALS = 7
AT_ONCE = 1_000
Tell = Callable[[int], None]
"""Told how many lines are written; raises Cancelled to stop."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where coordinates come from and go to, as EPSG numbers."""

    county: int
    out: int


def write_layer(path: Path, placed: PlacedTable, names: Sequence[str], place: Place, *, tell: Tell) -> int:
    """Write a GeoPackage layer named after the table, its fields called ``names``; returns the lines. Raises BadFile."""
    with replacing(path) as part:
        return write_frames(part, placed, names, place, tell=tell, driver="GPKG", layer=placed.name)


def write_frames(
    part: Path,
    placed: PlacedTable,
    names: Sequence[str],
    place: Place,
    *,
    tell: Tell,
    driver: str,
    cut: Callable[[str], str] = clean,
    **more: Any,
) -> int:
    """Write lines through GDAL to ``part``, ``AT_ONCE`` at a time; ``cut`` makes every text fit. Raises BadFile."""
    from pyogrio.errors import DataLayerError, DataSourceError
    from pyogrio.raw import write

    count, lines = 0, iter(placed.lines)
    try:
        while (found := first_of(lines, AT_ONCE)) or not count:
            data, masks = _arrays(placed, found, cut)
            write(
                part, _wkb(placed.shape, [blob for _, blob in found], place), data, names, field_mask=masks, crs=f"EPSG:{place.out}",
                encoding="UTF-8", driver=driver, geometry_type=placed.shape, append=count > 0, **more,
            )  # fmt: skip
            count += len(found)
            if not found:
                break
            tell(count)
    except (DataSourceError, DataLayerError) as error:
        raise BadFile(tr("写不了文件：{path}（{reason}）", path=part, reason=error), tr("请换一个位置再试。")) from error
    return count


def write_geojson(path: Path, placed: PlacedTable, names: Sequence[str], place: Place, *, tell: Tell) -> int:
    """Write RFC 7946 features in WGS 84 degrees; returns their number. Raises BadFile."""
    with replacing(path) as part, part.open("w", encoding="utf-8") as file:
        file.write(f'{{"type":"FeatureCollection","name":{json.dumps(placed.name)},"features":[')
        count = 0
        for cells, shape in _in_degrees(placed, place, tell):
            count += 1
            own = dict(zip(names, (clean(cell) if isinstance(cell, str) else cell for cell in cells), strict=True))
            geometry = "null" if shape is None else shapely.to_geojson(shape)
            file.write(",\n" if count > 1 else "\n")
            file.write(f'{{"type":"Feature","properties":{json.dumps(own, ensure_ascii=False)},"geometry":{geometry}}}')
        file.write("\n]}\n")
    return count


def write_kml(path: Path, placed: PlacedTable, names: Sequence[str], place: Place, *, tell: Tell) -> int:
    """Write KML 2.2 placemarks, each named by its first cell; every cell is plain data, never a description. Returns their number."""
    with replacing(path) as part, part.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>')
        file.write(f"<name>{escape(placed.title)}</name>\n")
        keys = [quoteattr(name) for name in names]
        count = 0
        for cells, shape in _in_degrees(placed, place, tell):
            count += 1
            texts = ["" if cell is None else escape(clean(str(cell))) for cell in cells]
            data = "".join(f"<Data name={key}><value>{text}</value></Data>" for key, text in zip(keys, texts, strict=True))
            file.write(f"<Placemark><name>{texts[0]}</name><ExtendedData>{data}</ExtendedData>{_kml_shape(shape)}</Placemark>\n")
        file.write("</Document></kml>\n")
    return count


def _in_degrees(placed: PlacedTable, place: Place, tell: Tell) -> Iterator[tuple[Sequence[Cell], shapely.Geometry | None]]:
    """(cells, shape in WGS 84 degrees, outer rings counterclockwise) line after line."""
    count, lines = 0, iter(placed.lines)
    while found := first_of(lines, AT_ONCE):
        shapes = _turned(geometries_of([blob for _, blob in found]), place.county)
        for (cells, _), shape in zip(found, shapes, strict=True):
            yield cells, shape
        count += len(found)
        tell(count)


def _turned(shapes: NDArray[np.object_], srs_id: int) -> NDArray[np.object_]:
    moved = shapely.transform(shapes, lambda points: np.round(crs.to_degrees(points, srs_id), DECIMALS))
    turned: NDArray[np.object_] = shapely.orient_polygons(moved)
    return turned


def _kml_shape(shape: shapely.Geometry | None) -> str:
    if shape is None or shape.is_empty:
        return ""
    if shape.geom_type == "Point":
        return f"<Point><coordinates>{shape.x:.{DECIMALS}f},{shape.y:.{DECIMALS}f}</coordinates></Point>"
    parts = "".join(_kml_line(part) if part.geom_type == "LineString" else _kml_polygon(part) for part in getattr(shape, "geoms", [shape]))
    return f"<MultiGeometry>{parts}</MultiGeometry>"


def _kml_polygon(part: shapely.Polygon) -> str:
    holes = "".join(f"<innerBoundaryIs>{_kml_ring(ring)}</innerBoundaryIs>" for ring in part.interiors)
    return f"<Polygon><outerBoundaryIs>{_kml_ring(part.exterior)}</outerBoundaryIs>{holes}</Polygon>"


def _kml_ring(ring: shapely.LinearRing) -> str:
    return f"<LinearRing><coordinates>{_kml_places(ring)}</coordinates></LinearRing>"


def _kml_line(line: shapely.LineString) -> str:
    return f"<LineString><coordinates>{_kml_places(line)}</coordinates></LineString>"


def _kml_places(line: shapely.LineString) -> str:
    return " ".join(f"{x:.{DECIMALS}f},{y:.{DECIMALS}f}" for x, y in shapely.get_coordinates(line).tolist())


def _wkb(shape: str, blobs: Sequence[bytes | None], place: Place) -> NDArray[np.object_]:
    """The shapes (n,) as GDAL takes them, all of one type, None where there is none."""
    geometries = geometries_of(blobs)
    if place.out != place.county:
        geometries = shapely.transform(geometries, lambda points: crs.to_degrees(points, place.county))
    if shape == "MultiPolygon":
        single = shapely.get_type_id(geometries) == shapely.GeometryType.POLYGON
        geometries[single] = [shapely.MultiPolygon([one]) for one in geometries[single]]
    if shape == "MultiLineString":
        single = shapely.get_type_id(geometries) == shapely.GeometryType.LINESTRING
        geometries[single] = [shapely.MultiLineString([one]) for one in geometries[single]]
    wkb: NDArray[np.object_] = shapely.to_wkb(geometries)
    return wkb


def _arrays(placed: PlacedTable, lines: Sequence[Line], cut: Callable[[str], str]) -> tuple[list[Any], list[Any]]:
    """The columns of these lines as arrays (n,), and for each which of its cells are empty."""
    columns = [[row[at] for row, _ in lines] for at in range(len(placed.columns))]
    empty = [np.array([cell is None or cell == "" for cell in cells], dtype=bool) for cells in columns]
    return [_array(cells, column.content, cut) for cells, column in zip(columns, placed.columns, strict=True)], empty


def _array(cells: list[Cell], content: Content, cut: Callable[[str], str]) -> Any:
    if content is Content.INTEGER:
        return np.array([cell or 0 for cell in cells], dtype=np.int32)
    if content in (Content.NUMBER, Content.DEGREES):
        return np.array([np.nan if cell is None else cell for cell in cells], dtype=np.float64)
    if content is Content.DATE:
        return np.array([str(cell)[:10] if cell else "NaT" for cell in cells], dtype="datetime64[D]")
    return np.array([cut(str(cell)) if cell is not None else None for cell in cells], dtype=object)
