"""The outline of a set of raster cells as clean polygons."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.spatial.neighbours import Go, unhurried

EVERY = 1_000


def outline_of(mask: NDArray[np.bool_], *, go: Go = unhurried) -> shapely.Geometry:
    """The True cells of ``mask`` (rows, columns) as one valid polygon or multipolygon in cells: x = column, y = row downwards.

    Cells that meet at a corner alone are apart. GDAL follows the borders: merging a box for every row of cells takes ten times as long.
    """
    from rasterio.features import shapes
    from rasterio.transform import Affine

    parts = []
    for shape, _ in shapes(mask.astype(np.uint8), mask=mask, connectivity=4, transform=Affine.identity()):
        rings = shape["coordinates"]
        parts.append(shapely.Polygon(rings[0], rings[1:]))
        if len(parts) % EVERY == 0:
            go()
    go()
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
