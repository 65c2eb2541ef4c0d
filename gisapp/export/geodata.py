"""Geodata for other programs: GeoPackage in the county's CRS, GeoJSON in degrees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gisapp.errors import BadFile
from gisapp.export.replaced_file import replacing
from gisapp.export.table import Cell, Content, Table, clean
from gisapp.language import tr
from gisapp.spatial import crs

GEOJSON_DECIMALS = 7


def write_geodata(path: Path, table: Table, geometries: NDArray[np.object_], *, srs_id: int) -> int:
    """Write one layer named after the table: .gpkg as it is (EPSG ``srs_id``), .geojson in WGS 84 degrees.

    ``geometries`` (n,) belong to the rows in order, None where there is none. Raises BadFile.
    """
    from pyogrio.errors import DataLayerError, DataSourceError

    frame = _frame(table, geometries, srs_id)
    options: dict[str, Any] = {"layer": table.name, "driver": "GPKG"}
    if path.suffix.lower() != ".gpkg":
        frame = frame.to_crs(crs.WGS84)
        options = {"driver": "GeoJSON", "RFC7946": "YES", "COORDINATE_PRECISION": str(GEOJSON_DECIMALS)}
    with replacing(path) as part:
        try:
            frame.to_file(part, engine="pyogrio", encoding="UTF-8", **options)
        except (DataSourceError, DataLayerError) as error:
            raise BadFile(tr("写不了文件：{path}（{reason}）", path=path, reason=error), tr("请换一个位置再试。")) from error
    return len(frame)


def _frame(table: Table, geometries: NDArray[np.object_], srs_id: int) -> Any:
    """The table as a GeoDataFrame whose empty cells stay empty."""
    import geopandas

    rows = list(table.rows)
    data = {column.key: _series([row[at] for row in rows], column.content) for at, column in enumerate(table.columns)}
    return geopandas.GeoDataFrame(data, geometry=geometries, crs=srs_id)


def _series(cells: list[Cell], content: Content) -> Any:
    import pandas

    if content is Content.INTEGER:
        return pandas.Series(cells, dtype="Int64")
    if content is Content.NUMBER:
        return pandas.Series(cells, dtype="Float64")
    if content is Content.DATE:
        return pandas.Series(pandas.to_datetime([cell or None for cell in cells])).dt.date
    return pandas.Series([clean(str(cell)) if cell is not None else None for cell in cells], dtype="object")
