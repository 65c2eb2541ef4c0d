"""A flood night's figures: a bulletin of many polygons, how soon a run lets itself be cancelled, a river raised, calls written down."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.figure import Figure, cpu_ms, median_ms

POLYGONS, CORNERS, NAMES = 5_000, 40, 40
LEVELS = ("红色", "橙色", "黄色", "蓝色")
RASTER_CELLS = 2_000
WIDTH, HEIGHT = 1920, 1080


def flood(county: Path) -> Iterator[Figure]:
    """On a copy of the county."""
    from gisapp.storage.county import county_file

    with tempfile.TemporaryDirectory() as folder, county_file.writing(Path(shutil.copy(county, folder))) as db:
        yield from _bulletin(db, Path(folder) / "通报.geojson")
        yield from _roll_call(db)
        yield from _river(db)


def _bulletin(db: Any, path: Path) -> Iterator[Figure]:
    from gisapp.services.hazards.read_hazards import read_hazards
    from gisapp.services.runs.find_affected import find_affected

    write_bulletin(db.conn, path)
    areas = read_hazards(db.conn, path).areas

    def whole() -> None:
        find_affected(db, read_hazards(db.conn, path).areas, who="benchmark")

    took, cpu = median_ms(whole, runs=3, warm_up=0), cpu_ms(whole)
    yield Figure(f"bulletin of {POLYGONS:,} polygons read, run, stored", took, "ms", 3, budget=2_000.0, cpu=cpu)
    asked = [time.perf_counter()]

    def goes_on() -> bool:
        asked.append(time.perf_counter())
        return False

    find_affected(db, areas, who="benchmark", cancelled=goes_on)
    asked.append(time.perf_counter())
    longest = float(np.diff(asked).max()) * 1e3
    yield Figure("a run is asked whether to go on, at least every", longest, "ms", len(asked), budget=200.0)


def write_bulletin(connection: Any, path: Path) -> None:
    """Star-shaped polygons of 60 to 390 m over the whole county, in degrees, as a bureau sends them."""
    from gisapp.spatial import crs
    from gisapp.storage.county import settings
    from gisapp.storage.places import layers

    _, xy = layers.house_points(connection)
    rng = np.random.default_rng(1)
    middles = rng.uniform(xy.min(axis=0), xy.max(axis=0), (POLYGONS, 2))
    reach = rng.uniform(60, 300, (POLYGONS, 1)) * rng.uniform(0.7, 1.3, (POLYGONS, CORNERS))
    turn = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
    corners = middles[:, None] + reach[..., None] * np.stack((np.cos(turn), np.sin(turn)), -1)
    degrees = crs.to_degrees(corners.reshape(-1, 2), settings.crs(connection)).reshape(POLYGONS, CORNERS, 2).round(7).tolist()
    features = [
        {
            "type": "Feature",
            "properties": {"名称": f"通报{number % NAMES}", "等级": LEVELS[number % len(LEVELS)]},
            "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
        }
        for number, ring in enumerate(degrees)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), "utf-8")


def _roll_call(db: Any) -> Iterator[Figure]:
    from gisapp.domain.roll_call import Answer, RollState
    from gisapp.services.roll_call.record_roll_call import record_roll_call
    from gisapp.storage.runs import stored_runs

    run = stored_runs.read(db.conn, None)
    assert run is not None
    families = iter(row[0] for row in db.execute("SELECT household_id FROM hazard_run_household WHERE run_id = ?", (run.id,)).fetchall())

    def call() -> None:
        record_roll_call(db, run.id, [Answer(next(families), RollState.CALLED)], who="benchmark")

    yield Figure("one family's answer written down", median_ms(call, runs=25), "ms", 25, budget=50.0)


def _river(db: Any) -> Iterator[Figure]:
    """The sample terrain stretched to 2,000 x 2,000 cells; a step is the figures and the picture of one more level."""
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from gisapp.canvas.desk import Desk
    from gisapp.canvas.painters import paint_map
    from gisapp.scene.view import view_of
    from gisapp.scene.water import water_layer
    from gisapp.services.hazards.prepare_drainage import ground_of, own_terrain
    from gisapp.services.hazards.raise_river import raise_river

    _ = QApplication.instance() or QApplication([])
    terrain = own_terrain(db.conn)
    rows, columns = (np.arange(RASTER_CELLS) * size // RASTER_CELLS for size in terrain.steps.shape)
    wide = replace(terrain, id=None, cell_m=terrain.cell_m * terrain.steps.shape[0] / RASTER_CELLS, steps=terrain.steps[rows][:, columns])
    ground = ground_of(db.conn, wide)
    rise = raise_river(db.conn, ground)
    frame = rise.frame
    bounds = (frame.west, frame.north - frame.rows * frame.cell_m, frame.west + frame.columns * frame.cell_m, frame.north)
    layer, desk = water_layer(rise.above, bounds), Desk()
    view, image = view_of(bounds, width_px=WIDTH, height_px=HEIGHT), QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    levels = iter(np.arange(0.1, 30, 0.1))

    def step() -> None:
        level = float(next(levels))
        rise.at(level)
        painter = QPainter(image)
        paint_map(painter, [replace(layer, level_cm=round(level * 100))], view, desk)
        painter.end()

    yield Figure(f"a river one step higher, {RASTER_CELLS:,} x {RASTER_CELLS:,} cells", median_ms(step, runs=25), "ms", 25, budget=50.0)
