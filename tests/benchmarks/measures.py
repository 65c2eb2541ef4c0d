"""Every figure that has a budget, by name. Each function measures one county file and yields its figures."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.benchmarks.figure import Figure, median_ms

WIDTH, HEIGHT = 1920, 1080


@contextmanager
def _connection(county: Path) -> Iterator[Any]:
    from gisapp.storage import county_file

    with closing(county_file.open_reading(county)) as connection:
        yield connection


def _shown(county: Path) -> Any:
    """The three layers of the budget: cells by class, homes by class, hazard areas."""
    from gisapp.scene.county_layers import county_scene

    with _connection(county) as connection:
        scene = county_scene(connection)
    return [layer for layer in scene.layers if layer.name in ("grids", "homes", "hazards")]


def frames(county: Path) -> Iterator[Figure]:
    """Whole county and 16 times nearer: every layer painted anew, simplification known as after the first second."""
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from gisapp.canvas.desk import Desk
    from gisapp.canvas.painters import ground_image, paint_map
    from gisapp.scene.shapes import around
    from gisapp.scene.view import View, view_of

    _ = QApplication.instance() or QApplication([])
    layers = _shown(county)
    desk = Desk()
    whole = view_of(around([layer.bounds for layer in layers]), width_px=WIDTH, height_px=HEIGHT)

    def frame(view: View) -> QImage:
        image = ground_image(view, desk)
        painter = QPainter(image)
        paint_map(painter, layers, view, desk)
        painter.end()
        return image

    yield Figure("frame: whole county", median_ms(lambda: frame(whole), warm_up=2), "ms", 7, at_most=1 / 8)
    near = whole.zoomed_about((WIDTH / 2, HEIGHT / 2), 16)
    yield Figure("frame: 16 x nearer", median_ms(lambda: frame(near), warm_up=2), "ms", 7, at_most=1.0)


def picks(county: Path) -> Iterator[Figure]:
    """What is under the pointer."""
    from gisapp.scene.hit import feature_at
    from gisapp.scene.shapes import around
    from gisapp.scene.view import view_of

    layers = _shown(county)
    view = view_of(around([layer.bounds for layer in layers]), width_px=WIDTH, height_px=HEIGHT)
    cells = layers[0]
    places = [(float(x), float(y)) for x in range(400, 1600, 60) for y in range(200, 900, 50)]
    took = median_ms(lambda: [feature_at(cells, view, at_px=place) for place in places])
    yield Figure("under the pointer", took / len(places), "ms", 7 * len(places), budget=1.0)


def affected(county: Path) -> Iterator[Figure]:
    """One area of about 2,000 vertices against every home in memory; then the whole stored run with its list."""
    import shapely

    from gisapp.services.find_affected import find_affected
    from gisapp.spatial.inside import points_inside
    from gisapp.storage import county_file, hazards

    with _connection(county) as connection:
        _, xy = hazards.house_points(connection)
        areas = hazards.all_areas(connection)
    largest = max(areas, key=lambda area: shapely.get_num_coordinates(area.geometry))
    fresh = [shapely.from_wkb(shapely.to_wkb(largest.geometry)) for _ in range(9)]
    yield Figure("affected: one area", median_ms(lambda: points_inside(xy, fresh.pop())), "ms", 7, budget=30.0, at_most=1 / 8)
    with _copy(county) as copy, county_file.writing(copy) as db:
        own = [area for area in areas if area.name == largest.name]
        took = median_ms(lambda: find_affected(db, own, who="benchmark"), runs=3)
        yield Figure("affected: stored run with list", took, "ms", 3, budget=1000.0)


def searches(county: Path) -> Iterator[Figure]:
    """As one types: surname, full name, initials, ID tail, phone, house number."""
    from gisapp.services.search_county import search_county

    with _connection(county) as connection:
        name, initials, id_number, phone = connection.execute(
            "SELECT name, initials, id_number, phone FROM resident WHERE phone IS NOT NULL AND id_number IS NOT NULL ORDER BY id LIMIT 1 OFFSET 50000"
        ).fetchone() or connection.execute("SELECT name, initials, id_number, phone FROM resident WHERE phone IS NOT NULL LIMIT 1").fetchone()
        number = connection.execute("SELECT number FROM house ORDER BY id LIMIT 1 OFFSET 900").fetchone()[0]
        texts = (name[:1], name, initials[:1], initials, id_number[-4:], phone, number)
        worst = max(median_ms(lambda text=text: search_county(connection, text), runs=5) for text in texts)  # type: ignore[misc]
    yield Figure("search as one types (worst)", worst, "ms", 35, budget=100.0)


def cards(county: Path) -> Iterator[Figure]:
    """A click on a grid to its complete card with its list of families; the busiest grid."""
    from gisapp.services.describe_grid import describe_grid
    from gisapp.storage import households

    with _connection(county) as connection:
        busiest = connection.execute("SELECT grid_id FROM house GROUP BY grid_id ORDER BY count(*) DESC LIMIT 1").fetchone()[0]

        def card() -> None:
            describe_grid(connection, busiest)
            households.rows(connection, households.in_unit(connection, "grid", busiest))

        yield Figure("click to card (busiest grid)", median_ms(card), "ms", 7, budget=50.0)


def window(county: Path) -> Iterator[Figure]:
    """Cold start to the complete first picture, drag, theme change, memory: a window of its own in a fresh process."""
    script = Path(__file__).with_name("window_script.py")
    done = subprocess.run([sys.executable, script, county], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found = json.loads(done.stdout.splitlines()[-1])
    yield Figure("start", found["start_ms"], "ms", 1, budget=1500.0, at_most=0.5)
    yield Figure("drag: median frame", found["drag_median_ms"], "ms", found["drag_frames"], budget=16.0)
    yield Figure("drag: 99th percentile", found["drag_p99_ms"], "ms", found["drag_frames"], budget=33.0)
    yield Figure("theme change", found["theme_ms"], "ms", found["theme_runs"], budget=50.0)
    yield Figure("memory of the open window", found["memory_mb"], "MB", 1, budget=450.0)


def sample(county: Path) -> Iterator[Figure]:
    """The sample county made anew."""
    from gisapp.services.make_sample import make_sample

    del county
    with tempfile.TemporaryDirectory() as folder:
        counts = make_sample(Path(folder) / "sample.gpkg")
    yield Figure("sample county made", counts.seconds, "s", 1, budget=40.0)


@contextmanager
def _copy(county: Path) -> Iterator[Path]:
    import shutil

    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copy(county, folder))


MEASURES: Mapping[str, Callable[[Path], Iterator[Figure]]] = MappingProxyType(
    {
        "window": window,
        "frames": frames,
        "picks": picks,
        "affected": affected,
        "searches": searches,
        "cards": cards,
        "sample": sample,
    }
)
