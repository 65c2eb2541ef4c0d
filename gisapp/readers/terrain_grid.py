"""Where the heights of a file come to lie in the county: untouched where they fit, else warped onto a square raster of its CRS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.raster_place import Box, RasterPlace

if TYPE_CHECKING:
    from rasterio.transform import Affine

MOST_CELLS = 4_500_000
"""Of the raster that is kept: 2,100 x 2,100. A finer one is averaged down to it."""
STRIP_CELLS = 4_000_000
"""Read and averaged between two looks at whether anybody still wants it."""
WARPED_CELLS = 500_000
Heights = NDArray[np.float32]


def stated_crs(place: RasterPlace) -> str:
    """The CRS a file itself states. Raises BadFile when it states none."""
    if place.crs is None:
        raise BadFile(tr("栅格没有说明坐标系。"), tr("请用 --crs 指定，例如 --crs 4490；或补上 .prj 文件。"))
    return place.crs


@dataclass(frozen=True, slots=True)
class Wish:
    """``target``: the county's CRS (EPSG); ``around``: the part wanted, in it, None = all; ``written_in``: a file's CRS, by its place."""

    target: int
    around: Box | None = None
    written_in: Callable[[RasterPlace], str] = stated_crs
    go: Callable[[], None] = lambda: None
    progress: Callable[[int, int], None] = lambda _done, _total: None


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Heights as they lie in the file's own CRS."""

    heights: Heights
    transform: Affine
    crs: Any


def as_it_lies(sheet: Sheet, wish: Wish) -> tuple[float, float, float, Heights] | None:
    """The heights untouched, where they are square, upright and in the county's CRS already."""
    a, b, west, d, e, north = tuple(sheet.transform)[:6]
    is_square = b == 0 and d == 0 and a > 0 and abs(a + e) < 1e-9 * a
    return (west, north, a, sheet.heights) if is_square and sheet.crs.to_epsg() == wish.target else None


def warped(sheet: Sheet, wish: Wish) -> tuple[float, float, float, Heights]:
    """The heights on a square raster of the county's CRS, bilinear, in strips."""
    from rasterio.transform import Affine
    from rasterio.warp import Resampling, calculate_default_transform, reproject

    rows, columns = sheet.heights.shape
    bounds = _bounds(sheet.transform, rows, columns)
    target = f"EPSG:{wish.target}"
    guess, width, height = calculate_default_transform(sheet.crs, target, columns, rows, *bounds)
    west, south, east, north = guess.c, guess.f + guess.e * height, guess.c + guess.a * width, guess.f
    if wish.around is not None:
        box = wish.around
        west, south, east, north = max(west, box[0]), max(south, box[1]), min(east, box[2]), min(north, box[3])
    cell_m = _tidy(max(guess.a, sqrt(max(0.0, (east - west) * (north - south)) / MOST_CELLS)))
    west, north = floor(west / cell_m) * cell_m, ceil(north / cell_m) * cell_m
    size = (max(1, ceil((north - south) / cell_m)), max(1, ceil((east - west) / cell_m)))
    found = np.full(size, np.nan, np.float32)
    high = max(1, WARPED_CELLS // size[1])
    for top in range(0, size[0], high):
        wish.go()
        reproject(
            sheet.heights, found[top : top + high], src_transform=sheet.transform, src_crs=sheet.crs, src_nodata=np.nan,
            dst_transform=Affine(cell_m, 0, west, 0, -cell_m, north - top * cell_m), dst_crs=target, dst_nodata=np.nan,
            init_dest_nodata=True, resampling=Resampling.bilinear,
        )  # fmt: skip
    return west, north, cell_m, found


def _bounds(transform: Affine, rows: int, columns: int) -> Box:
    corners = [transform @ corner for corner in ((0, 0), (columns, 0), (0, rows), (columns, rows))]
    return (min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners), max(y for _, y in corners))


def _tidy(cell_m: float) -> float:
    """A cell size of a tenth of a metre or, below ten metres, a hundredth; never smaller than asked."""
    decimals = 1 if cell_m >= 10 else 2
    return ceil(round(cell_m * 10**decimals, 6)) / 10**decimals
