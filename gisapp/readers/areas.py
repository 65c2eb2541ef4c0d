"""Polygons out of other people's geodata: every layer, every row counted, nothing dropped silently."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import shapely

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.area_rows import AreaLayer, AreaRow, RefusedRow, refusal
from gisapp.readers.corner_table import read_corner_table
from gisapp.readers.dbf_text import dbf_encoding
from gisapp.readers.kml import read_kml

SUFFIXES = (".geojson", ".json", ".gpkg", ".shp", ".kml", ".kmz", ".csv")
MOST_BYTES = 1_000_000_000


def read_areas(path: Path, *, encoding: str | None = None) -> tuple[AreaLayer, ...]:
    """Every layer of a GeoJSON, GeoPackage, shapefile, KML/KMZ or table of corners.

    ``encoding`` is that of a shapefile's or table's text; found out when None. Raises BadFile for a file that is
    missing, of another kind, damaged or without any layer.
    """
    _refuse_unfit(path)
    suffix = path.suffix.lower()
    if suffix in (".kml", ".kmz"):
        return read_kml(path)
    if suffix == ".csv":
        return (read_corner_table(path, encoding=encoding),)
    return _read_geodata(path, encoding or (dbf_encoding(path.with_suffix(".dbf")) if suffix == ".shp" else None))


def _read_geodata(path: Path, encoding: str | None) -> tuple[AreaLayer, ...]:
    import pyogrio
    from pyogrio.errors import DataSourceError

    try:
        names = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
        layers = tuple(_read_layer(path, name, encoding) for name in names)
    except (DataSourceError, ValueError, RuntimeError, UnicodeDecodeError, LookupError, OSError) as error:
        raise BadFile(tr("无法读取图形文件：{path}", path=path), tr("文件可能已损坏或不完整，请重新获取。")) from error
    if not layers:
        raise BadFile(tr("文件里没有图层：{path}", path=path), tr("请检查导出设置后重新导出。"))
    return layers


def _refuse_unfit(path: Path) -> None:
    if not path.is_file():
        raise BadFile(tr("找不到文件：{path}", path=path), tr("请检查文件名。"))
    if path.suffix.lower() not in SUFFIXES:
        raise BadFile(tr("不认识的文件类型：{path}", path=path), tr("可以读取：{suffixes}。", suffixes="  ".join(SUFFIXES)))
    if path.stat().st_size > MOST_BYTES:
        raise BadFile(tr("文件太大：{path}", path=path), tr("请先裁剪到本县范围。"))


def _read_layer(path: Path, name: str, encoding: str | None) -> AreaLayer:
    import pyogrio
    import pyogrio.raw

    meta, _, blobs, columns = pyogrio.raw.read(path, layer=name, encoding=encoding, force_2d=True)
    fields = [str(field) for field in meta["fields"]]
    total = len(blobs) if blobs is not None else (len(columns[0]) if columns else 0)
    rows: list[AreaRow] = []
    refused: list[RefusedRow] = []
    for number in range(total):
        geometry = _geometry(blobs[number] if blobs is not None else None)
        reason = refusal(geometry)
        if geometry is None or reason:
            refused.append(RefusedRow(name, number + 1, reason))
            continue
        values = tuple((field, _text(column[number])) for field, column in zip(fields, columns, strict=True))
        rows.append(AreaRow(name, number + 1, values, geometry))
    return AreaLayer(name, meta["crs"], total, tuple(rows), tuple(refused))


def _geometry(blob: bytes | None) -> shapely.Geometry | None:
    if blob is None:
        return None
    geometry = shapely.from_wkb(blob, on_invalid="ignore")
    return geometry if isinstance(geometry, shapely.Geometry) else None


def _text(value: Any) -> str:
    """Whole numbers without a fraction (a column with gaps comes as floats), nothing for a gap."""
    if (
        value is None
        or (isinstance(value, float | np.floating) and np.isnan(value))
        or (isinstance(value, np.datetime64) and np.isnat(value))
    ):
        return ""
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return str(int(value))
    return str(value)
