"""Rasters as other offices send them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin

from tests.builders import EPSG

NODATA = -9999.0


def geotiff(
    path: Path,
    values: np.ndarray,
    *,
    west: float,
    north: float,
    cell: float,
    epsg: int | None = EPSG,
    nodata: float | None = NODATA,
    dtype: str = "float32",
) -> Path:
    """One band of values, row 0 in the north, or several of them (bands, rows, columns)."""
    bands = values[None] if values.ndim == 2 else values
    kind = {"driver": "GTiff", "height": bands.shape[1], "width": bands.shape[2], "count": len(bands), "dtype": dtype}
    with rasterio.open(
        path, "w", **kind, crs=epsg, transform=from_origin(west, north, cell, cell), nodata=nodata, compress="deflate"
    ) as file:
        file.write(bands.astype(dtype))
    return path
