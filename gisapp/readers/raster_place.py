"""Where a raster says it lies, before any of its cells is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gisapp.errors import BadFile
from gisapp.language import tr

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class RasterPlace:
    """``crs`` as WKT, None when unstated; ``transform`` (a, b, c, d, e, f): x = a*column + b*row + c, y = d*column + e*row + f.

    ``shape``: rows and columns.
    """

    crs: str | None
    transform: tuple[float, float, float, float, float, float]
    shape: tuple[int, int]


Around = Callable[[RasterPlace], Box | None]
"""Told where a raster lies, says which part of it is wanted, in its own coordinates; None for all."""


def place_of(source: Any, path: Path) -> RasterPlace:
    """Where an open rasterio file lies. Raises BadFile for one that has no place on earth at all."""
    if source.transform.is_identity:
        raise BadFile(tr("栅格没有位置信息：{path}", path=path), tr("请导出带坐标的 GeoTIFF。"))
    a, b, c, d, e, f = tuple(source.transform)[:6]
    return RasterPlace(source.crs.to_wkt() if source.crs else None, (a, b, c, d, e, f), (int(source.height), int(source.width)))
