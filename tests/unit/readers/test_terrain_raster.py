"""Heights of any GeoTIFF on a square raster of the county's CRS: untouched where they fit, and never a height made up."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import Affine, from_origin

from gisapp.errors import BadFile, Cancelled
from gisapp.readers import terrain_grid, terrain_raster
from gisapp.readers.terrain_grid import Wish
from gisapp.readers.terrain_raster import read_heights
from gisapp.spatial.neighbours import asking
from tests.builders import EAST, EPSG, NORTH
from tests.unit.readers.rasters import NODATA, geotiff

HERE = {"west": EAST, "north": NORTH + 1000, "cell": 20.0}
AROUND = (EAST, NORTH, EAST + 1000, NORTH + 1000)


def slope(rows: int = 50, columns: int = 50) -> np.ndarray:
    """Rises to the east by 1 m a cell and to the south by 0.5 m."""
    return 400 + np.arange(columns) + 0.5 * np.arange(rows)[:, None]


def plane(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The height of slope() at places in metres of the county's CRS."""
    return 400 + (x - EAST) / 20 - 0.5 + 0.5 * ((NORTH + 1000 - y) / 20 - 0.5)


def test_heights_that_fit_are_taken_as_they_are(tmp_path: Path) -> None:
    values = slope()
    values[3, 4] = NODATA
    found = read_heights(geotiff(tmp_path / "高程 1.tif", values, **HERE), Wish(EPSG))
    assert (found.name, found.west, found.north, found.cell_m, found.told) == ("高程 1.tif", EAST, NORTH + 1000, 20.0, ())
    assert np.isnan(found.heights[3, 4])
    values[3, 4] = np.nan
    np.testing.assert_array_equal(found.heights, values.astype(np.float32))


@pytest.mark.parametrize("dtype", ["int16", "uint16", "int32", "float64"])
def test_whole_numbers_and_fractions_are_read_alike(tmp_path: Path, dtype: str) -> None:
    values = np.round(slope())
    found = read_heights(geotiff(tmp_path / "a.tif", values, **HERE, nodata=None, dtype=dtype), Wish(EPSG))
    np.testing.assert_array_equal(found.heights, values)


def test_only_the_part_around_the_county_is_read(tmp_path: Path) -> None:
    file = geotiff(tmp_path / "a.tif", slope(200, 200), **HERE)
    found = read_heights(file, Wish(EPSG, (EAST + 1000, NORTH - 1000, EAST + 1400, NORTH - 500)))
    assert (found.west, found.north) == (EAST + 960, NORTH - 460)
    assert found.heights.shape == (29, 24)
    assert found.heights[0, 0] == 400 + 48 + 0.5 * 73


@pytest.mark.parametrize("epsg", [4326, 32649, 4546])
def test_another_crs_comes_to_lie_where_it_is(tmp_path: Path, epsg: int) -> None:
    if epsg == 4326:
        transform, rows, columns = Affine(0.0002, 0, 107.98, 0, -0.0002, 32.92), 180, 250
    else:
        west, north = rasterio.warp.transform(f"EPSG:{EPSG}", f"EPSG:{epsg}", [EAST - 500], [NORTH + 1500])
        transform, rows, columns = from_origin(west[0], north[0], 20, 20), 110, 110
    x, y = transform @ np.array(np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5)).reshape(2, -1)
    own_x, own_y = rasterio.warp.transform(f"EPSG:{epsg}", f"EPSG:{EPSG}", x, y)
    values = plane(np.array(own_x), np.array(own_y)).reshape(rows, columns)
    file = tmp_path / "a.tif"
    with rasterio.open(
        file, "w", driver="GTiff", height=rows, width=columns, count=1, dtype="float32", crs=epsg, transform=transform, nodata=NODATA
    ) as target:
        target.write(values.astype("float32"), 1)
    found = read_heights(file, Wish(EPSG, AROUND))
    assert 18 <= found.cell_m <= 24
    down, across = np.indices(found.heights.shape)
    expected = plane(found.west + (across + 0.5) * found.cell_m, found.north - (down + 0.5) * found.cell_m)
    known = ~np.isnan(found.heights)
    assert known.mean() > 0.99
    assert np.abs(found.heights - expected)[known].max() < 0.6


def test_a_fine_raster_is_averaged_without_its_gaps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terrain_raster, "MOST_CELLS", 700)
    monkeypatch.setattr(terrain_raster, "STRIP_CELLS", 500)
    values = slope()
    values[0, 0] = NODATA
    values[10:12, 10:12] = NODATA
    found = read_heights(geotiff(tmp_path / "a.tif", values, **HERE), Wish(EPSG))
    assert (found.heights.shape, found.cell_m, found.told) == ((25, 25), 40.0, ("栅格太细，每 2 x 2 个像元取平均",))
    assert found.heights[0, 0] == pytest.approx((401 + 400.5 + 401.5) / 3)
    assert math.isnan(found.heights[5, 5])
    assert found.heights[24, 24] == values[48:50, 48:50].mean()


def test_a_raster_of_another_crs_stays_within_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terrain_grid, "MOST_CELLS", 400)
    file = geotiff(tmp_path / "a.tif", slope(), **HERE, epsg=4546)
    at_once = read_heights(file, Wish(EPSG)).heights
    assert at_once.size <= 500
    assert not np.isnan(at_once).all()
    monkeypatch.setattr(terrain_grid, "WARPED_CELLS", 70)
    np.testing.assert_allclose(read_heights(file, Wish(EPSG)).heights, at_once, atol=0.3)  # GDAL places each strip to an eighth of a cell


def test_impossible_heights_stand_for_none(tmp_path: Path) -> None:
    values = slope()
    values[0, :3] = (-32768, 1e30, 20_000)
    found = read_heights(geotiff(tmp_path / "a.tif", values, **HERE, nodata=None), Wish(EPSG))
    assert found.told == ("3 个像元的高程不合理，当作没有值",)
    assert np.isnan(found.heights).sum() == 3


def test_zeros_far_below_everything_else_stand_for_none(tmp_path: Path) -> None:
    values = slope()
    values[:, 40:] = 0
    found = read_heights(geotiff(tmp_path / "a.tif", values, **HERE, nodata=None), Wish(EPSG))
    assert found.told == ("没有声明无数据值：500 个像元的高程为 0，当作没有值",)
    assert np.isnan(found.heights[:, 40:]).all()
    near_the_sea = geotiff(tmp_path / "b.tif", np.maximum(slope() - 420, 0), **HERE, nodata=None)
    assert not np.isnan(read_heights(near_the_sea, Wish(EPSG)).heights).any()


def test_a_scale_and_an_offset_are_applied(tmp_path: Path) -> None:
    file = geotiff(tmp_path / "a.tif", np.full((4, 4), 1234), **HERE, dtype="int16")
    with rasterio.open(file, "r+") as target:
        target.scales, target.offsets = (0.1,), (300.0,)
    assert read_heights(file, Wish(EPSG)).heights[0, 0] == pytest.approx(423.4)


def written(path: Path, text: bytes) -> Path:
    path.write_bytes(text)
    return path


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda folder: folder / "没有.tif", "找不到文件"),
        (lambda folder: written(folder / "a.tif", b"II*\0 not a raster"), "无法读取地形栅格"),
        (lambda folder: written(folder / "a.tif", b""), "无法读取地形栅格"),
        (lambda folder: written(folder / "a.png", b"PNG"), "这不是地形栅格"),
        (lambda folder: geotiff(folder / "a.tif", slope(), **HERE, epsg=None), "没有说明坐标系"),
        (lambda folder: geotiff(folder / "a.tif", slope(), west=0, north=0, cell=1, epsg=None), "没有位置信息|没有说明坐标系"),
        (lambda folder: geotiff(folder / "a.tif", slope(), west=EAST + 90_000, north=NORTH, cell=20), "地形不在本县"),
        (lambda folder: geotiff(folder / "a.tif", slope(), **HERE, epsg=4326), "地形不在本县"),
        (lambda folder: geotiff(folder / "a.tif", np.full((50, 50), NODATA), **HERE), "没有高程"),
        (lambda folder: geotiff(folder / "a.tif", np.ones((3, 50, 50)), **HERE, nodata=None, dtype="uint8"), "这是一张图片"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(tmp_path: Path, make, sentence: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(BadFile, match=sentence):
        read_heights(make(tmp_path), Wish(EPSG, AROUND))


def test_half_a_file_is_refused(tmp_path: Path) -> None:
    file = geotiff(tmp_path / "a.tif", np.random.default_rng(1).random((400, 400)), **HERE)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(BadFile, match="无法读取地形栅格"):
        read_heights(file, Wish(EPSG))


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terrain_raster, "MOST_READ", 2_000)
    with pytest.raises(BadFile, match="文件太大"):
        read_heights(geotiff(tmp_path / "a.tif", slope(), **HERE), Wish(EPSG))


def test_reading_tells_how_far_it_is_and_can_be_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terrain_raster, "STRIP_CELLS", 1_000)
    file = geotiff(tmp_path / "a.tif", slope(), **HERE)
    told: list[tuple[int, int]] = []
    read_heights(file, Wish(EPSG, progress=lambda done, total: told.append((done, total))))
    assert told == [(20, 50), (40, 50), (50, 50)]
    with pytest.raises(Cancelled):
        read_heights(file, Wish(EPSG, go=asking(lambda: True)))
