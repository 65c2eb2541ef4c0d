"""The scenario command and reading a terrain by command: figures, files, a saved area, and sentences for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from gisapp.domain.river_level import limits
from tests.builders import opened
from tests.stories.command import gisapp
from tests.unit.services import valley

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(county: Path) -> Path:
    with opened(county) as db:
        valley.add_rivers(db)
    return county


@pytest.fixture
def dem(tmp_path: Path) -> Path:
    return valley.terrain_file(tmp_path / "高程 12.5米.tif")


def test_a_terrain_is_imported_tried_and_undone(file: Path, dem: Path, capsys: Capture) -> None:
    tried = gisapp(capsys, "--json", "import", file, dem, "--as", "terrain", "--dry-run").data
    assert (tried["rows"], tried["columns"], tried["cell_m"], tried["step_m"], tried["entry"]) == (50, 46, 100.0, 0.1, None)
    assert (tried["lowest_m"], tried["highest_m"], tried["without_height"], tried["told"]) == (300.0, 311.2, 0, [])
    assert "还没有地形" in gisapp(capsys, "hazard", "scenario", file, "--level", 3).sentences[0]
    done = gisapp(capsys, "--json", "import", file, dem, "--as", "terrain").data
    assert done == tried | {"entry": done["entry"]}
    assert done["entry"] is not None
    assert gisapp(capsys, "--json", "undo", file).data["label"] == "撤销：读入地形：高程 12.5米.tif"


def test_a_level_is_counted_with_the_countys_own_terrain_or_that_of_a_file(file: Path, dem: Path, capsys: Capture) -> None:
    by_file = gisapp(capsys, "--json", "hazard", "scenario", file, "--level", 0.6, "--river", "月河", "--terrain", dem).data
    again = gisapp(capsys, "--json", "hazard", "scenario", file, "--level", 0.6, "--river", "月河", "--terrain", dem).data
    assert again == by_file, "out of the cache"
    counts = {"level_m": 0.6, "area_ha": 200.0, "houses": 4, "households": 4, "residents": 8, "unknown": 0}
    assert by_file | counts == by_file
    assert (by_file["river"], by_file["saved"], by_file["entry"], by_file["file"]) == ("月河", None, None, None)
    assert by_file["limits"] == limits()
    gisapp(capsys, "import", file, dem, "--as", "terrain")
    own = gisapp(capsys, "--json", "hazard", "scenario", file, "--level", 0.6, "--river", "月河").data
    assert own == by_file
    every = gisapp(capsys, "--json", "hazard", "scenario", file, "--level", 0.6).data
    assert (every["river"], every["area_ha"], every["houses"]) == (None, 400.0, 4)


def test_a_level_is_saved_and_written_and_the_run_agrees(file: Path, dem: Path, capsys: Capture, tmp_path: Path) -> None:
    out = tmp_path / "范围.geojson"
    words = ("hazard", "scenario", file, "--level", 5.4, "--terrain", dem, "--save", "涨水", "--colour", "黄", "--out", out)
    made = gisapp(capsys, "--json", *words).data
    assert (made["saved"], made["file"], made["houses"]) == ("涨水", str(out), 8)
    [row] = gisapp(capsys, "--json", "hazard", "list", file).data["hazards"]
    assert (row["name"], row["kind"], row["level"], row["area_ha"]) == ("涨水", "flood", "yellow", made["area_ha"])
    assert limits() in row["source"]
    run = gisapp(capsys, "--json", "affected", file, "--hazard", "涨水").data
    assert [run[key] for key in ("houses", "households", "residents")] == [made[key] for key in ("houses", "households", "residents")]
    [feature] = json.loads(out.read_text(encoding="utf-8"))["features"]
    assert feature["properties"] | {"name": "涨水", "level": "yellow", "level_m": 5.4, "houses": 8, "unknown": 0} == feature["properties"]
    shape = shapely.from_geojson(json.dumps(feature["geometry"]))
    assert shape.is_valid
    assert 107 < shape.bounds[0] < 109
    packed = tmp_path / "范围.gpkg"
    gisapp(capsys, "hazard", "scenario", file, "--level", 5.4, "--terrain", dem, "--out", packed)
    assert packed.stat().st_size > 0


def test_people_read_the_figures_and_the_limits(file: Path, dem: Path, capsys: Capture) -> None:
    words = ("hazard", "scenario", file, "--level", 0.6, "--river", "月河", "--terrain", dem)
    text = gisapp(capsys, *words).out
    assert "月河水位高出 0.6 米：200.00 公顷" in text
    assert "住房 4 处，4 户，8 人。" in text
    assert "地形像元 100 米，高程精确到 0.1 米" in text
    assert limits() in text
    assert "0.5 米：" not in text
    assert "  0.5 米：3 处，3 户，6 人，150.00 公顷" in gisapp(capsys, *words, "--levels").out
    levels = gisapp(capsys, "--json", *words).data["levels"]
    assert [(one["level_m"], one["houses"]) for one in levels][:3] == [(0.5, 3), (1.0, 4), (1.5, 4)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--level", 0), "水位不合理：0 米"),
        (("--level", -2), "水位不合理：-2 米"),
        (("--level", 31), "水位不合理：31 米"),
        (("--level", "nan"), "水位不合理"),
        (("--level", "高"), "要填数字"),
        ((), "缺少“--level”"),
        (("--level", 2, "--river", "汉江"), "没有名为“汉江”的河流"),
        (("--level", 2, "--save", " "), "风险区没有名称"),
        (("--level", 2, "--colour", "紫"), "没有名为“紫”的等级"),
        (("--level", 2, "--out", "范围.shp"), "不认识文件类型“.shp”"),
        (("--level", 2, "--terrain", "没有.tif"), "找不到文件"),
    ],
)
def test_a_wrong_word_is_said_and_nothing_is_written(
    file: Path, dem: Path, capsys: Capture, words: tuple[object, ...], sentence: str
) -> None:
    gisapp(capsys, "import", file, dem, "--as", "terrain")
    gisapp(capsys, "hazard", "scenario", file, "--level", 1)
    before = file.read_bytes()
    answer = gisapp(capsys, "hazard", "scenario", file, *words)
    assert sentence in answer.sentences[0]
    assert answer.code == 2
    assert file.read_bytes() == before


def test_a_terrain_elsewhere_or_with_doubts_is_told(file: Path, capsys: Capture, tmp_path: Path) -> None:
    far = valley.geotiff(tmp_path / "远.tif", valley.heights(), west=valley.WEST + 90_000, north=valley.TOP, cell=100)
    assert "栅格不在本县" in gisapp(capsys, "hazard", "scenario", file, "--level", 2, "--terrain", far).sentences[0]
    odd = np.where(valley.heights() > 311, -32768, valley.heights())
    told = valley.geotiff(tmp_path / "疑.tif", odd, west=valley.WEST, north=valley.TOP, cell=100, nodata=None)
    assert "高程不合理" in gisapp(capsys, "hazard", "scenario", file, "--level", 2, "--terrain", told).out
