"""Geodata for other programs: GeoPackage in the county's CRS, GeoJSON in degrees."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.errors import BadFile
from gisapp.export.replaced_file import replacing
from gisapp.export.table import Column, Content, Row, Table, clean
from gisapp.language import tr
from gisapp.spatial import crs

GEOJSON_DECIMALS = 7


def write_geodata(path: Path, table: Table, geometries: NDArray[np.object_], *, srs_id: int) -> int:
    """Write one layer named after the table: .gpkg as it is (EPSG ``srs_id``), .geojson in WGS 84 degrees.

    ``geometries`` (n,) belong to the rows in order, None where there is none. Raises BadFile.
    """
    import pyogrio

    rows = list(table.rows)
    is_geojson = path.suffix.lower() != ".gpkg"
    if is_geojson:
        geometries = _in_degrees(geometries, srs_id)
    names, values, masks = _fields(table.columns, rows)
    with replacing(path) as part:
        try:
            pyogrio.raw.write(
                part,
                geometry=shapely.to_wkb(geometries),
                field_data=values,
                fields=names,
                field_mask=masks,
                layer=table.name,
                driver="GeoJSON" if is_geojson else "GPKG",
                geometry_type=_kind(geometries),
                crs=f"EPSG:{crs.WGS84 if is_geojson else srs_id}",
                encoding="UTF-8",
                **({"RFC7946": "YES", "COORDINATE_PRECISION": str(GEOJSON_DECIMALS)} if is_geojson else {}),
            )
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
            raise BadFile(tr("写不了文件：{path}（{reason}）", path=path, reason=error), tr("请换一个位置再试。")) from error
    return len(rows)


def _in_degrees(geometries: NDArray[np.object_], srs_id: int) -> NDArray[np.object_]:
    moved: NDArray[np.object_] = shapely.transform(geometries, lambda points: crs.to_degrees(points, srs_id))
    return moved


def _kind(geometries: NDArray[np.object_]) -> str:
    kinds = {geometry.geom_type for geometry in geometries if geometry is not None}
    if kinds <= {"Point"}:
        return "Point"
    return "MultiPolygon" if kinds <= {"Polygon", "MultiPolygon"} else "Unknown"


def _fields(
    columns: tuple[Column, ...], rows: list[Row]
) -> tuple[list[str], list[NDArray[np.generic]], list[NDArray[np.bool_]]]:
    values: list[NDArray[np.generic]] = []
    masks: list[NDArray[np.bool_]] = []
    for at, column in enumerate(columns):
        cells = [row[at] for row in rows]
        masks.append(np.array([cell is None or (column.content is Content.DATE and cell == "") for cell in cells], dtype=bool))
        values.append(_array(cells, column.content))
    return [column.key for column in columns], values, masks


def _array(cells: list[str | int | float | None], content: Content) -> NDArray[np.generic]:
    if content is Content.INTEGER:
        return np.array([int(cell) if cell is not None else 0 for cell in cells], dtype=np.int64)
    if content is Content.NUMBER:
        return np.array([float(cell) if cell is not None else 0.0 for cell in cells], dtype=np.float64)
    if content is Content.DATE:
        return np.array([str(cell) if cell else "NaT" for cell in cells], dtype="datetime64[D]")
    return np.array([clean(str(cell)) if cell is not None else None for cell in cells] + [None], dtype=object)[:-1]
