"""Every figure that has a budget, by name. Each function measures one county file and yields its figures."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.benchmarks.budgets import budgets_for
from tests.benchmarks.cancel import cancel_exports, cancel_hazards, cancel_imports, cancel_rivers
from tests.benchmarks.contacts import contacts
from tests.benchmarks.figure import Figure, median_ms
from tests.benchmarks.flood import flood
from tests.benchmarks.ledger import ledger

WIDTH, HEIGHT = 1920, 1080
WINDOW_RUNS = 3


@contextmanager
def _connection(county: Path) -> Iterator[Any]:
    from gisapp.storage.county import county_file

    with closing(county_file.open_reading(county)) as connection:
        yield connection


def _shown(county: Path) -> Any:
    """The three layers of the budget: cells by class, homes by class, hazard areas."""
    from gisapp.scene.county_layers import county_scene

    with _connection(county) as connection:
        scene = county_scene(connection)
    return [layer for layer in scene.layers if layer.name in ("grids", "homes", "hazards")]


def frames(county: Path) -> Iterator[Figure]:
    """Whole county and 16 times nearer: every layer painted anew, shapes simplified as they are in the window."""
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from gisapp.canvas.desk import Desk
    from gisapp.canvas.painters import ground_image, paint_map
    from gisapp.canvas.simplifier import simplify_now
    from gisapp.scene.layers import PolygonLayer
    from gisapp.scene.shapes import around
    from gisapp.scene.simplify import band_of
    from gisapp.scene.view import View, view_of

    _ = QApplication.instance() or QApplication([])
    layers = _shown(county)
    desk = Desk()
    whole = view_of(around([layer.bounds for layer in layers]), width_px=WIDTH, height_px=HEIGHT)
    near = whole.zoomed_about((WIDTH / 2, HEIGHT / 2), 16)

    for layer in layers:
        for view in (whole, near):
            if isinstance(layer, PolygonLayer):
                simplify_now(layer, band_of(view.metres_per_px), desk)

    def frame(view: View) -> QImage:
        image = ground_image(view, desk)
        painter = QPainter(image)
        paint_map(painter, layers, view, desk)
        painter.end()
        return image

    took = median_ms(lambda: frame(whole), warm_up=2)
    yield Figure("frame: whole county", took, "ms", 7, budget=budgets_for(county).frame_ms, at_most=1 / 8)
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

    from gisapp.services.runs.find_affected import find_affected
    from gisapp.spatial.inside import points_inside
    from gisapp.storage.county import county_file
    from gisapp.storage.hazards import hazards
    from gisapp.storage.places import layers

    goal = budgets_for(county)
    with _connection(county) as connection:
        _, xy = layers.house_points(connection)
        areas = hazards.all_areas(connection)
    largest = max(areas, key=lambda area: shapely.get_num_coordinates(area.geometry))
    fresh = [shapely.from_wkb(shapely.to_wkb(largest.geometry)) for _ in range(9)]
    yield Figure("affected: one area", median_ms(lambda: points_inside(xy, fresh.pop())), "ms", 7, budget=goal.inside_ms, at_most=1 / 8)
    with _copy(county) as copy, county_file.writing(copy) as db:
        own = [area for area in areas if area.name == largest.name]
        took = median_ms(lambda: find_affected(db, own, who="benchmark"), runs=3)
        yield Figure("affected: stored run with list", took, "ms", 3, budget=goal.run_ms)


def searches(county: Path) -> Iterator[Figure]:
    """As one types: surname, full name, initials, ID tail, phone, house number."""
    from gisapp.services.places.search_county import search_county

    with _connection(county) as connection:
        columns = "SELECT name, initials, id_number, phone FROM resident WHERE phone IS NOT NULL AND id_number IS NOT NULL"
        found = connection.execute(f"{columns} ORDER BY id LIMIT 1 OFFSET 50000").fetchone() or connection.execute(columns).fetchone()
        name, initials, id_number, phone = found
        number = connection.execute("SELECT number FROM house ORDER BY id LIMIT 1 OFFSET 900").fetchone()[0]
        texts = (name[:1], name, initials[:1], initials, id_number[-4:], phone, number)
        worst = max(median_ms(lambda text=text: search_county(connection, text), runs=5) for text in texts)  # type: ignore[misc]
    yield Figure("search as one types (worst)", worst, "ms", 35, budget=100.0)


def cards(county: Path) -> Iterator[Figure]:
    """A click on a grid to its complete card with its list of families; the busiest grid."""
    from gisapp.services.places.describe_grid import describe_grid
    from gisapp.storage.families import households

    with _connection(county) as connection:
        busiest = connection.execute("SELECT grid_id FROM house GROUP BY grid_id ORDER BY count(*) DESC LIMIT 1").fetchone()[0]

        def card() -> None:
            describe_grid(connection, busiest)
            households.rows(connection, households.in_unit(connection, "grid", busiest))

        yield Figure("click to card (busiest grid)", median_ms(card), "ms", 7, budget=50.0)


def window(county: Path) -> Iterator[Figure]:
    """Cold start to the complete first picture, drag, theme change, memory: windows of their own in fresh processes."""
    found = [_window_run(county) for _ in range(1 + WINDOW_RUNS)][1:]

    def median(name: str) -> float:
        return statistics.median(run[name] for run in found)

    def cpu(name: str) -> float:
        return statistics.median(run["cpu"][name] for run in found)

    goal = budgets_for(county)
    yield Figure("start", median("start_ms"), "ms", WINDOW_RUNS, budget=goal.start_ms, at_most=0.5, cpu=cpu("start_ms"))
    yield Figure("start: bare canvas", median("start_ms"), "ms", WINDOW_RUNS)
    yield Figure("start: longest block", median("block_ms"), "ms", WINDOW_RUNS, budget=goal.block_ms, cpu=cpu("block_ms"))
    yield Figure("printing: longest block", median("print_block_ms"), "ms", WINDOW_RUNS, budget=goal.block_ms)
    yield Figure("theme change (worst)", median("theme_worst_ms"), "ms", WINDOW_RUNS, budget=goal.theme_ms)
    yield Figure("theme change", median("theme_ms"), "ms", WINDOW_RUNS * found[0]["theme_runs"], budget=goal.theme_ms, cpu=cpu("theme_ms"))
    for name, title in (("drag", "drag"), ("near_drag", "drag, 16 x nearer")):
        frames = WINDOW_RUNS * found[0][f"{name}_frames"]
        yield Figure(f"{title}: median frame", median(f"{name}_median_ms"), "ms", frames, budget=goal.drag_median_ms)
        yield Figure(f"{title}: 99th percentile", median(f"{name}_p99_ms"), "ms", frames, budget=goal.drag_p99_ms)
    yield Figure("memory of the open window", median("memory_mb"), "MB", WINDOW_RUNS, budget=goal.memory_mb)


def _window_run(county: Path) -> dict[str, Any]:
    """One run of window_script, with settings and compiled modules of its own: the first run compiles, as a first start does."""
    script = Path(__file__).with_name("window_script.py")
    home = Path(tempfile.gettempdir()) / "gisapp-benchmark"
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM")}
    environment |= {"GISAPP_HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled"), "PYTHONPATH": str(script.parents[2])}
    done = subprocess.run([sys.executable, script, county], capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def sample(county: Path) -> Iterator[Figure]:
    """The sample county made anew."""
    from gisapp.services.county.make_sample import make_sample

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
        "contacts": contacts,
        "flood": flood,
        "ledger": ledger,
        "cancel hazards": cancel_hazards,
        "cancel rivers": cancel_rivers,
        "cancel exports": cancel_exports,
        "cancel imports": cancel_imports,
        "sample": sample,
    }
)
