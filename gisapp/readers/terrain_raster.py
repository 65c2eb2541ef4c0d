"""Heights out of a GeoTIFF of any CRS, as a square raster in the county's CRS; what had to be done to them is told."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, isfinite, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.depth_raster import SUFFIXES
from gisapp.readers.raster_place import Box, place_of
from gisapp.readers.terrain_grid import MOST_CELLS, STRIP_CELLS, Heights, Sheet, Wish, as_it_lies, warped

if TYPE_CHECKING:
    from rasterio.transform import Affine

MOST_READ = 900_000_000
"""30,000 x 30,000 cells take a minute to read; more is refused."""
LOWEST_M, HIGHEST_M = -500.0, 9_000.0
"""No ground of the country lies beyond: a value that does stands for none, declared or not."""
FAR_ABOVE_ZERO_M = 10.0


@dataclass(frozen=True, slots=True, eq=False)
class TerrainFile:
    """Heights in metres (rows, columns), NaN = none, row 0 in the north; north-west corner and cell size in metres of the county's CRS."""

    name: str
    west: float
    north: float
    cell_m: float
    heights: Heights
    told: tuple[str, ...]


def read_heights(path: Path, wish: Wish) -> TerrainFile:
    """The first band of a GeoTIFF as heights.

    Raises BadFile for a file that is missing, no GeoTIFF, damaged, a picture, without a place on earth, elsewhere or too large.
    """
    import rasterio
    from rasterio.errors import RasterioError

    if not path.is_file():
        raise BadFile(tr("找不到文件：{path}", path=path), tr("请检查文件名。"))
    if path.suffix.lower() not in SUFFIXES:
        raise BadFile(tr("这不是地形栅格：{path}", path=path), tr("需要 GeoTIFF（.tif 或 .tiff）。"))
    try:
        with rasterio.open(path, driver="GTiff") as source:
            return _read(source, path, wish)
    except (RasterioError, ValueError, OSError, MemoryError) as error:
        raise BadFile(tr("无法读取地形栅格：{path}", path=path), tr("需要 GeoTIFF；文件可能已损坏或不完整，请重新获取。")) from error


def _read(source: Any, path: Path, wish: Wish) -> TerrainFile:
    crs = _crs(source, path, wish)
    if source.count >= 3 and source.dtypes[0] == "uint8":
        raise BadFile(tr("这是一张图片，不是高程：{path}", path=path), tr("请选择数字高程模型（DEM）的 GeoTIFF。"))
    window = _window(source, crs, path, wish)
    factor = ceil(sqrt(window.width * window.height / MOST_CELLS))
    heights, odd = _averaged(source, window, factor, wish)
    told = _told(source, heights, odd, factor)
    sheet = Sheet(heights, source.window_transform(window) @ _scale(factor), crs)
    west, north, cell_m, found = as_it_lies(sheet, wish) or warped(sheet, wish)
    if np.isnan(found).all():
        raise BadFile(tr("地形在本县范围里没有高程：{path}", path=path), tr("请检查坐标系是否正确，或是否拿错了文件。"))
    return TerrainFile(path.name, west, north, cell_m, found, told)


def _crs(source: Any, path: Path, wish: Wish) -> Any:
    from rasterio.crs import CRS

    return CRS.from_user_input(wish.written_in(place_of(source, path)))


def _window(source: Any, crs: Any, path: Path, wish: Wish) -> Any:
    """The wanted part of the file with a few cells around it."""
    from rasterio.windows import Window

    columns, rows = (0, source.width), (0, source.height)
    if wish.around is not None:
        inverse = ~source.transform
        corners = [inverse @ point for point in _edge(wish.around, wish.target, crs)]
        columns, rows = _span([x for x, _ in corners], source.width), _span([y for _, y in corners], source.height)
    if columns[0] >= columns[1] or rows[0] >= rows[1]:
        raise BadFile(tr("地形不在本县：{path}", path=path), tr("请检查坐标系是否正确，或是否拿错了文件。"))
    if (columns[1] - columns[0]) * (rows[1] - rows[0]) > MOST_READ:
        raise BadFile(tr("文件太大：{path}", path=path), tr("请先裁剪到本县范围。"))
    return Window(columns[0], rows[0], columns[1] - columns[0], rows[1] - rows[0])


def _edge(box: Box, target: int, crs: Any) -> list[tuple[float, float]]:
    """Points along the edge of ``box`` in the file's CRS; those that have no place in it are left out."""
    from rasterio.warp import transform

    shares = np.linspace(0, 1, 21)
    across, up = box[0] + (box[2] - box[0]) * shares, box[1] + (box[3] - box[1]) * shares
    x = np.concatenate((across, across, np.full(21, box[0]), np.full(21, box[2])))
    y = np.concatenate((np.full(21, box[1]), np.full(21, box[3]), up, up))
    xs, ys = transform(f"EPSG:{target}", crs, x, y)
    return [(px, py) for px, py in zip(xs, ys, strict=True) if isfinite(px) and isfinite(py)]


def _span(places: list[float], size: int) -> tuple[int, int]:
    if not places:
        return 0, 0
    return max(0, floor(min(places)) - 2), min(size, ceil(max(places)) + 2)


def _averaged(source: Any, window: Any, factor: int, wish: Wish) -> tuple[Heights, int]:
    """The heights of a window, ``factor`` x ``factor`` cells averaged into one, and how many values stand for none undeclared."""
    from rasterio.windows import Window

    rows, columns = ceil(window.height / factor), ceil(window.width / factor)
    found = np.full((rows, columns), np.nan, np.float32)
    high = max(1, STRIP_CELLS // (window.width * factor))
    odd = 0
    for top in range(0, rows, high):
        wish.go()
        part = Window(window.col_off, window.row_off + top * factor, window.width, min(high * factor, window.height - top * factor))
        metres, strange = _metres(source, part)
        odd += strange
        found[top : top + high] = _blocks(metres, factor)
        wish.progress(min(top + high, rows), rows)
    return found, odd


def _metres(source: Any, window: Any) -> tuple[Heights, int]:
    masked = source.read(1, window=window, masked=True)
    metres = np.ma.getdata(masked).astype(np.float32) * np.float32(source.scales[0]) + np.float32(source.offsets[0])
    gone = np.ma.getmaskarray(masked) | np.isnan(metres)
    strange = ~gone & ~((metres >= LOWEST_M) & (metres <= HIGHEST_M))
    metres[gone | strange] = np.nan
    return metres, int(strange.sum())


def _blocks(metres: Heights, factor: int) -> Heights:
    """Means of ``factor`` x ``factor`` cells over those that have a height."""
    if factor == 1:
        return metres
    rows, columns = (ceil(size / factor) for size in metres.shape)
    whole = np.full((rows * factor, columns * factor), np.nan, np.float32)
    whole[: metres.shape[0], : metres.shape[1]] = metres
    cells = whole.reshape(rows, factor, columns, factor)
    known = (~np.isnan(cells)).sum(axis=(1, 3))
    sums = np.nansum(cells, axis=(1, 3), dtype=np.float64)
    return np.where(known > 0, sums / np.maximum(known, 1), np.nan).astype(np.float32)


def _told(source: Any, heights: Heights, odd: int, factor: int) -> tuple[str, ...]:
    """What a person should know; zeros that stand for no height are taken out of ``heights`` here."""
    told = []
    if source.count > 1:
        told.append(tr("栅格有 {count} 个波段，只读第一个", count=source.count))
    if odd:
        told.append(tr("{count:,} 个像元的高程不合理，当作没有值", count=odd))
    zeros = heights == 0
    if source.nodata is None and zeros.any():
        others = heights[~zeros & ~np.isnan(heights)]
        if len(others) and others.min() >= FAR_ABOVE_ZERO_M:
            heights[zeros] = np.nan
            told.append(tr("没有声明无数据值：{count:,} 个像元的高程为 0，当作没有值", count=int(zeros.sum())))
    if factor > 1:
        told.append(tr("栅格太细，每 {factor} x {factor} 个像元取平均", factor=factor))
    return tuple(told)


def _scale(factor: int) -> Affine:
    from rasterio.transform import Affine

    return Affine.scale(factor)
