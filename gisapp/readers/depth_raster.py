"""Water depths out of a GeoTIFF: the part around the county, what has no value kept apart, and what was odd told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.hazard import DEEPEST_M
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.raster_place import Around, Box, place_of

SUFFIXES = (".tif", ".tiff")
MOST_CELLS = 60_000_000
"""What is read of one file: 240 MB of depths."""

STRIP_CELLS = 4_000_000


@dataclass(frozen=True, slots=True, eq=False)
class DepthFile:
    """Depths in metres (rows, columns) float32, NaN = no value; ``crs`` as WKT, None when unstated.

    ``transform`` is (a, b, c, d, e, f): x = a*column + b*row + c, y = d*column + e*row + f. ``told`` is what a person
    should know: no declared gap, negative depths taken for gaps, further bands left aside.
    """

    name: str
    crs: str | None
    transform: tuple[float, float, float, float, float, float]
    depths: NDArray[np.float32]
    told: tuple[str, ...]


def read_depths(path: Path, around: Around) -> DepthFile:
    """The first band of a GeoTIFF, that part of it which ``around`` wants.

    Raises BadFile for a file that is missing, no GeoTIFF, damaged, without a place on earth or too large.
    """
    import rasterio
    from rasterio.errors import RasterioError

    if not path.is_file():
        raise BadFile(tr("找不到文件：{path}", path=path), tr("请检查文件名。"))
    try:
        with rasterio.open(path, driver="GTiff") as source:
            return _read(source, path, around)
    except (RasterioError, ValueError, OSError, MemoryError) as error:
        raise BadFile(tr("无法读取水深栅格：{path}", path=path), tr("需要 GeoTIFF；文件可能已损坏或不完整，请重新获取。")) from error


def _read(source: Any, path: Path, around: Around) -> DepthFile:
    place = place_of(source, path)
    window = _window(source, around(place), path)
    depths = np.empty((window.height, window.width), np.float32)
    high = max(1, STRIP_CELLS // window.width)
    negative = undeclared = 0
    for top in range(0, window.height, high):
        strip = _metres(source, window, top, min(high, window.height - top))
        negative, undeclared = negative + int((strip < 0).sum()), undeclared + int((strip > DEEPEST_M).sum())
        depths[top : top + high] = strip
    told = tuple(_told(source, depths, negative=negative, undeclared=undeclared))
    depths[(depths < 0) | (depths > DEEPEST_M)] = np.nan
    return DepthFile(path.stem, place.crs, tuple(source.window_transform(window))[:6], depths, told)


def _metres(source: Any, window: Any, top: int, high: int) -> NDArray[np.float32]:
    """Some rows of the window, NaN where there is no value."""
    from rasterio.windows import Window

    part = Window(window.col_off, window.row_off + top, window.width, high)
    masked = source.read(1, window=part, masked=True)
    metres = np.ma.getdata(masked).astype(np.float32) * np.float32(source.scales[0]) + np.float32(source.offsets[0])
    metres[np.ma.getmaskarray(masked) | ~np.isfinite(metres)] = np.nan
    return metres


def _window(source: Any, box: Box | None, path: Path) -> Any:
    """The wanted part with two cells around it; the whole when the raster is turned or nothing was asked."""
    from rasterio.windows import Window

    columns, rows = (0, source.width), (0, source.height)
    is_upright = source.transform.b == 0 and source.transform.d == 0
    if box is not None and is_upright:
        a, _, c, _, e, f = tuple(source.transform)[:6]
        columns = _span([(x - c) / a for x in box[::2]], source.width)
        rows = _span([(y - f) / e for y in box[1::2]], source.height)
    if columns[0] >= columns[1] or rows[0] >= rows[1]:
        raise BadFile(tr("水深栅格不在本县：{path}", path=path), tr("请检查坐标系是否正确，或是否拿错了文件。"))
    if (columns[1] - columns[0]) * (rows[1] - rows[0]) > MOST_CELLS:
        raise BadFile(tr("文件太大：{path}", path=path), tr("请先裁剪到本县范围。"))
    return Window(columns[0], rows[0], columns[1] - columns[0], rows[1] - rows[0])


def _span(places: list[float], size: int) -> tuple[int, int]:
    return max(0, floor(min(places)) - 2), min(size, ceil(max(places)) + 2)


def _told(source: Any, depths: NDArray[np.float32], *, negative: int, undeclared: int) -> Iterator[str]:
    if source.count > 1:
        yield tr("栅格有 {count} 个波段，只读第一个", count=source.count)
    if np.isnan(depths).all():
        yield tr("栅格在本县范围里没有任何水深值")
    if not np.isnan(depths).any() and source.nodata is None:
        yield tr("栅格没有声明无数据值：每个像元都当作有水深")
    if negative:
        yield tr("{count} 个像元的水深小于 0，当作没有值", count=negative)
    if undeclared:  # 9999 or 3.4e38 stands for "no value" where nobody declared it
        yield tr("{count} 个像元的水深超过 {most:,.0f} 米，当作没有值", count=undeclared, most=DEEPEST_M)
