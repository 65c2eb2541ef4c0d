"""A file of heights is prepared once: the same again comes from the user's cache, whatever differs is worked out anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlite_utils import Database

from gisapp.errors import BadFile, Cancelled
from gisapp.services.hazards import terrain_of_file
from gisapp.services.hazards.prepare_drainage import Ground, ground_of
from gisapp.services.hazards.read_terrain import read_terrain
from gisapp.services.hazards.terrain_of_file import ground_of_file
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import packed
from gisapp.storage.hazards.prepared_terrain import keep_prepared
from tests.builders import EPSG, opened
from tests.unit.services import valley
from tests.unit.storage.contents import contents, difference


@pytest.fixture
def db(county: Path) -> Iterator[Database]:
    with opened(county) as db:
        valley.add_rivers(db)
        yield db


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "家"))
    return tmp_path / "家" / "cache" / "terrain"


@pytest.fixture
def dem(tmp_path: Path) -> Path:
    return valley.terrain_file(tmp_path / "高程.tif")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read anew."""
    found: list[Path] = []

    def reading(connection: Any, path: Path, **more: Any) -> Any:
        found.append(path)
        return read_terrain(connection, path, **more)

    monkeypatch.setattr(terrain_of_file, "read_terrain", reading)
    return found


def equal(one: Ground, other: Ground) -> bool:
    facts = [
        (each.frame, *(getattr(each.terrain, name) for name in ("west", "north", "cell_m", "base_m", "unit_cm", "source")))
        for each in (one, other)
    ]
    arrays = [
        (each.terrain.steps, each.drainage.ways, each.drainage.surface, each.drainage.drained, each.waterways) for each in (one, other)
    ]
    return facts[0] == facts[1] and all(np.array_equal(a, b, equal_nan=a.dtype.kind == "f") for a, b in zip(*arrays, strict=True))


def test_the_same_again_is_not_read_and_is_the_same(db: Database, dem: Path, made: list[Path], cache: Path) -> None:
    before = contents(db.conn)
    first, told = ground_of_file(db.conn, dem)
    again, told_again = ground_of_file(db.conn, dem)
    assert made == [dem]
    assert told == told_again
    assert equal(again, first)
    assert equal(again, ground_of(db.conn, read_terrain(db.conn, dem)[0]))
    assert [path.suffix for path in cache.iterdir()] == [".terrain"]
    assert difference(before, contents(db.conn)) == {}


def test_depressions_and_cells_without_height_come_back(db: Database, tmp_path: Path) -> None:
    heights = valley.heights()
    heights[20:23, 10:13] -= 40
    heights[:4] = np.nan
    path = valley.geotiff(
        tmp_path / "坑.tif", np.nan_to_num(heights, nan=-9999), west=valley.WEST, north=valley.TOP, cell=100, nodata=-9999
    )
    first, _ = ground_of_file(db.conn, path)
    again, _ = ground_of_file(db.conn, path)
    assert equal(again, first)
    assert np.isnan(again.drainage.surface[:3]).all()


def test_other_heights_of_the_same_size_and_time_are_read(db: Database, dem: Path, made: list[Path]) -> None:
    first, _ = ground_of_file(db.conn, dem)
    facts = dem.stat()
    values = valley.heights()
    valley.geotiff(dem, values + 1, west=valley.WEST, north=valley.TOP, cell=100)
    os.utime(dem, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    other, _ = ground_of_file(db.conn, dem)
    assert len(made) == 2
    assert np.array_equal(other.terrain.heights(), first.terrain.heights() + 1)


def test_another_river_another_file_beside_it_other_coordinates_or_another_language_are_worked_out_anew(
    db: Database, dem: Path, made: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ground_of_file(db.conn, dem)
    (dem.parent / "别的.tfw").write_text("1")
    (dem.parent / "高程说明.txt").write_text("1")
    ground_of_file(db.conn, dem)
    assert len(made) == 1
    (dem.parent / "高程.TIF.aux.xml").write_text("<PAMDataset></PAMDataset>")
    ground_of_file(db.conn, dem)
    assert len(made) == 2
    ground_of_file(db.conn, dem, source=SourceCrs(f"EPSG:{EPSG}"))
    assert len(made) == 3
    monkeypatch.setenv("GISAPP_LANGUAGE", "en")
    ground_of_file(db.conn, dem)
    assert len(made) == 4
    db.execute("DELETE FROM waterway WHERE name = ?", (valley.EAST_RIVER,))
    ground_of_file(db.conn, dem)
    assert len(made) == 5


@pytest.mark.parametrize("share", [0, 0.02, 0.5, 0.99])
def test_what_is_left_of_a_damaged_one_is_not_believed(db: Database, dem: Path, made: list[Path], cache: Path, share: float) -> None:
    first, _ = ground_of_file(db.conn, dem)
    [kept] = cache.iterdir()
    whole = kept.read_bytes()
    at = int(len(whole) * share)
    for spoiled in (whole[:at], whole[:at] + bytes(len(whole) - at), b"[]\n", b'{"shape": [1, 1], "lengths": [1]}\n' + whole[at:]):
        kept.write_bytes(spoiled)
        again, _ = ground_of_file(db.conn, dem)
        assert equal(again, first)
    assert len(made) == 5
    assert kept.read_bytes() == whole


def test_the_last_ones_used_are_kept(db: Database, dem: Path, made: list[Path], cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cupboard = sys.modules[keep_prepared.__module__]
    monkeypatch.setattr(cupboard, "MOST_KEPT", 2)
    paths = [dem.with_name(f"{number}.tif") for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(dem.read_bytes())
        ground_of_file(db.conn, path)
        for kept in cache.iterdir():
            os.utime(kept, ns=(kept.stat().st_atime_ns, kept.stat().st_mtime_ns - 10**9))
        if number == 1:
            ground_of_file(db.conn, paths[0])  # used again: the other makes room
    assert len(list(cache.iterdir())) == 2
    made.clear()
    ground_of_file(db.conn, paths[0])
    ground_of_file(db.conn, paths[2])
    assert made == []
    monkeypatch.setattr(cupboard, "MOST_BYTES", 10)
    ground_of_file(db.conn, paths[1])
    assert len(list(cache.iterdir())) == 1, "one is kept however large"


def test_a_cancel_at_any_moment_keeps_nothing_and_a_later_one_leaves_what_was_kept(
    db: Database, dem: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "BYTES_BETWEEN", 500)
    found, told = read_terrain(db.conn, dem)
    monkeypatch.setattr(terrain_of_file, "read_terrain", lambda *_a, **_k: (found, told))
    for last in range(10_000):
        left = iter(range(last))
        try:
            first, _ = ground_of_file(db.conn, dem, cancelled=lambda left=left: next(left, None) is None)  # type: ignore[misc]
        except Cancelled:
            assert not cache.exists() or list(cache.iterdir()) == []
        else:
            break
    assert last > 50
    with pytest.raises(Cancelled):
        ground_of_file(db.conn, dem, cancelled=lambda: True)
    assert equal(ground_of_file(db.conn, dem)[0], first)


def test_without_a_place_to_keep_it_it_is_worked_out_every_time(db: Database, dem: Path, made: list[Path], cache: Path) -> None:
    cache.parent.parent.mkdir()
    cache.parent.write_text("no folder")
    ground_of_file(db.conn, dem)
    ground_of_file(db.conn, dem)
    assert len(made) == 2
    with pytest.raises(BadFile, match="找不到文件"):
        ground_of_file(db.conn, dem.with_name("没有.tif"))
