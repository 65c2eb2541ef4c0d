"""Run in a process of its own: opens the window on a county and measures it from the first instruction on.

Prints one JSON object. Times are milliseconds by the wall clock; ``cpu`` holds the processor time of the whole process for the
same stretch, which other programs on the machine disturb less. The event loop runs as it does for a person: nothing polls.
"""

from __future__ import annotations

import time

BEGAN = time.time()

import json  # noqa: E402
import os  # noqa: E402
import statistics  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import traceback  # noqa: E402
from pathlib import Path  # noqa: E402

WIDTH, HEIGHT = 1920, 1080
PATIENCE_MS = 60_000
BEAT_MS = 2
REST_MS = 2_000
DRAG_STEPS = 200
NEARER = 16
THEMES = ("people", "relocated", "missing_slots", "hazard_homes", "households")


def main() -> None:
    """Measure and print."""
    offer_a_screen()
    from gisapp.__main__ import begin_reading

    county = Path(sys.argv[1])
    ahead = begin_reading(county)
    from gisapp.app import WindowHolder, application

    holder = WindowHolder(application())
    holder.show(county, ahead)
    canvas, panel = holder.window.bench.map.canvas, holder.window.bench.map
    heart = Heart()
    wait(canvas, lambda: shows_county(canvas))
    found = {"start_ms": (time.time() - started_at()) * 1e3, "cpu": {"start_ms": time.process_time() * 1e3}}
    wait(canvas, lambda: canvas.is_idle)
    found |= {"idle_ms": (time.time() - started_at()) * 1e3, "block_ms": heart.longest_ms, "memory_mb": resident_mb()}
    found["cpu"]["block_ms"] = heart.hardest_ms
    found["size"] = [canvas.width(), canvas.height()]
    pause(REST_MS)
    themes = [theme_change(panel, name) for name in THEMES]
    found |= {"theme_ms": statistics.median(wall for wall, _ in themes), "theme_worst_ms": max(wall for wall, _ in themes)}
    found["cpu"]["theme_ms"] = statistics.median(cpu for _, cpu in themes)
    found["theme_runs"] = len(themes)
    found |= drag_figures(canvas, "drag")
    canvas.zoom(NEARER)
    wait(canvas, lambda: canvas.is_idle)
    found |= drag_figures(canvas, "near_drag")
    found["print_block_ms"] = wait_while_printing(holder.window.bench)
    print(json.dumps(found), flush=True)
    holder.window.close()
    holder.drop()


def offer_a_screen() -> None:
    """A screen of the budget's size, where no other is asked for."""
    if "QT_QPA_PLATFORM" in os.environ and not os.environ["QT_QPA_PLATFORM"].startswith("offscreen"):
        return
    screen = {"name": "benchmark", "x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump({"screens": [screen]}, file)
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file.name}"


def shows_county(canvas) -> bool:
    """Whether the canvas shows a complete picture of the county."""
    return canvas.is_complete and {"grids", "homes", "labels"} <= {layer.name for layer in canvas.visible_layers()}


def wait(canvas, is_so) -> None:
    """Let the event loop run, asleep when there is nothing to do, until ``is_so()`` after a picture or an answer."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    patience = QTimer(singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(lambda: loop.exit(1))
    look = QTimer(interval=20)
    look.timeout.connect(lambda: loop.exit(0) if is_so() else None)
    canvas.completed.connect(lambda: loop.exit(0) if is_so() else None)
    patience.start()
    look.start()
    if not is_so() and loop.exec():
        raise TimeoutError("the window did not get there")


def pause(milliseconds: int) -> None:
    """Let the event loop run for a while, as between two things a person does."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Heart:
    """Beats in the event loop; ``longest_ms`` is the longest it had to wait, ``hardest_ms`` the most its thread worked meanwhile."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest_ms = self.hardest_ms = 0.0
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1e3 - BEAT_MS)
        self.hardest_ms = max(self.hardest_ms, (cpu - self._last_cpu) * 1e3)
        self._last, self._last_cpu = now, cpu


def wait_while_printing(bench) -> float:
    """The longest the window had to wait while the county is printed as a map sheet."""
    from gisapp.ui import outputs

    class Ask:
        def save_as(self, _title: str, suggested: Path, _kinds: str) -> Path:
            return Path(folder) / suggested.name

    with tempfile.TemporaryDirectory() as folder:
        heart = Heart()
        outputs.print_map(bench.county, Ask(), "households", bench.map.canvas.view().bounds)
        while bench.county.tasks.is_busy:
            pause(BEAT_MS * 10)
        assert list(Path(folder).glob("*.pdf")), "nothing was printed"
    return heart.longest_ms


def drag_figures(canvas, name: str) -> dict[str, float]:
    """Median and 99th percentile of the frames of a drag."""
    frames = sorted(drag(canvas, DRAG_STEPS))
    p99 = frames[int(len(frames) * 0.99) - 1]
    return {f"{name}_median_ms": statistics.median(frames), f"{name}_p99_ms": p99, f"{name}_frames": len(frames)}


def drag(canvas, steps: int) -> list[float]:
    """Milliseconds of each frame while the hand drags the map in a wavy line: move event, repaint, everything between."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    place = QPoint(canvas.width() // 2, canvas.height() // 2)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=place)
    times = []
    for step in range(steps):
        place += QPoint(4 if step % 50 < 25 else -4, 2 if step % 20 < 10 else -2)
        began = time.perf_counter()
        QTest.mouseMove(canvas, place)
        canvas.repaint()
        QApplication.processEvents()
        times.append((time.perf_counter() - began) * 1e3)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place)
    wait(canvas, lambda: canvas.is_idle)
    return times


def theme_change(panel, name: str) -> tuple[float, float]:
    """(wall, processor) milliseconds from asking for a theme to its complete picture."""
    canvas = panel.canvas
    began, cpu = time.perf_counter(), time.process_time()
    before = next(layer for layer in canvas.visible_layers() if layer.name == "grids")
    panel.show_theme(name)
    wait(canvas, lambda: before not in canvas.visible_layers() and canvas.is_complete)
    return (time.perf_counter() - began) * 1e3, (time.process_time() - cpu) * 1e3


def started_at() -> float:
    """The wall-clock second at which this process began (Linux), else when its first line ran."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        uptime = float(Path("/proc/uptime").read_text().split()[0])
        return time.time() - uptime + ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return BEGAN


def resident_mb() -> float:
    """Resident memory now, in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    try:
        main()
    except BaseException:
        traceback.print_exc()  # the window's own hook would only log it
        sys.exit(1)
