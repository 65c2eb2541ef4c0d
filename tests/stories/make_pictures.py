"""Makes the README's pictures: a real window on a copy of the sample county, driven through the three stories.

`python -m tests.stories.make_pictures [FOLDER]` writes window.png, story-grid.png, story-slots.png, community.png,
story-flood.png, after.png.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gisapp.ui.bench import Bench

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZE = (1366, 768)
PATIENCE_S = 60.0


def main() -> int:
    """Drive and grab."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("resources/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        os.environ.setdefault("GISAPP_HOME", work)
        drive(_copy_of_sample(Path(work)), folder)
    return 0


def drive(county: Path, folder: Path) -> None:
    """The three stories, one picture each, and the window as a whole."""
    from gisapp.app import WindowHolder, application
    from gisapp.scene.view import Bounds

    holder = WindowHolder(application())
    holder.show(county)
    window = holder.window
    assert window is not None
    window.showNormal()
    window.resize(*SIZE)
    until(lambda: window.bench is not None and bool(window.bench.map.canvas.visible_layers()) and window.bench.map.canvas.is_complete)
    bench = window.bench
    assert bench is not None

    def grab(name: str) -> None:
        settle(1.5)
        until(lambda: bench.map.canvas.is_complete)
        window.grab().save(str(folder / name), "PNG")

    def near(bounds: Bounds) -> None:
        bench.map.canvas.zoom_to(bounds)
        settle(0.5)

    with _reading(county) as connection:
        grid = connection.execute(
            "SELECT h.grid_id FROM house h JOIN house_hazard x ON x.house_id = h.id GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()[0]
        site = connection.execute("SELECT id FROM settlement_site WHERE name = '紫云南郡'").fetchone()[0]
        flooded = connection.execute(
            "SELECT min(r.minx), min(r.miny), max(r.maxx), max(r.maxy) FROM hazard_area a JOIN rtree_hazard_area_geom r ON r.id = a.id"
            " WHERE a.kind = 'flood'"
        ).fetchone()
    west, south, east, north = flooded
    middle, half = (west + east) / 2, (east - west) / 6
    near((middle - half, (south + north) / 2 - half, middle + half, (south + north) / 2 + half))
    bench.county.signals.selection.emit("grid", (grid,), None)
    bench.map.fly_to("grid", grid)
    settle(1)
    bench.map.canvas.zoom(0.35)
    grab("story-grid.png")
    bench.show_workspace("relocation")
    settle(2)
    bench.relocation.list_gaps("settlement_site", site)
    settle(2)
    bench.relocation.fill_gaps()
    settle(1)
    bench.map.fly_to("settlement_site", site)
    settle(2)
    grab("story-slots.png")
    bench.desk.show_page("chart")
    settle(2)
    grab("community.png")
    bench.show_workspace("flood")
    settle(2)
    near((middle - half, (south + north) / 2 - half * 0.7, middle + half, (south + north) / 2 + half * 0.7))
    bench.flood.ask_run()
    until(lambda: bench.flood.run is not None)
    grab("window.png")
    _call_some(bench, int(bench.flood.run.id))  # type: ignore[union-attr]
    bench.flood.show_work("not_reached")
    bench.pages.show_page("roll_call_board")
    settle(3)
    settle(8)  # until what was told has faded
    grab("story-flood.png")
    bench.flood.show_work("damage_open")
    bench.pages.show_page("damage_board")
    settle(3)
    grab("after.png")
    window.close()
    holder.drop()


def _call_some(bench: Bench, run: int) -> None:
    """Half a night's calls, as several desks write them down; made up by the family's number."""
    from gisapp.domain.roll_call import Answer, MovedTo, PlaceKind, RollState
    from gisapp.services.roll_call.record_roll_call import record_roll_call

    def answer(family: int) -> Answer:
        if family % 5 < 2:
            return Answer(family, RollState.MOVED, MovedTo(PlaceKind.OTHER, "亲戚家"))
        return Answer(family, RollState.REFUSED if family % 53 == 0 else RollState.CALLED)

    def record(db, _control):  # type: ignore[no-untyped-def]
        families = [int(call.household) for call in bench.flood.run.calls]  # type: ignore[union-attr]
        return record_roll_call(db, run, [answer(one) for one in families if one % 10 < 7], who="值班室")

    done: list[object] = []
    bench.county.tasks.write("点名", record, lambda change: (bench.county.signals.tell_change(change, None), done.append(change)))
    until(lambda: bool(done))


def until(is_so: Callable[[], bool]) -> None:
    """Let Qt work until ``is_so()``."""
    patience = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > patience:
            raise TimeoutError("the window did not get there")
        settle(0.05)


def settle(seconds: float) -> None:
    """Let Qt and the threads behind it work for a while (QTest.qWait would keep Python's lock to itself)."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def _copy_of_sample(folder: Path) -> Path:
    from gisapp import paths
    from gisapp.services.county.make_sample import make_sample

    if not paths.sample_county().exists():
        make_sample(paths.sample_county(), day=date.today())
    copies = folder / "copies"
    copies.mkdir()
    return Path(shutil.copy(paths.sample_county(), copies / "示例县.gpkg"))


def _reading(county: Path):  # type: ignore[no-untyped-def]
    from contextlib import closing

    from gisapp.storage.county import county_file

    return closing(county_file.open_reading(county))


if __name__ == "__main__":
    sys.exit(main())
