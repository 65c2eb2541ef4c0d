"""Nothing slow runs on the window's thread, writers never collide, cancelling rolls back."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from gisapp.domain.change import Kind
from gisapp.errors import BadRequest, Cancelled
from gisapp.services.hazards.save_hazard import save_hazards
from gisapp.storage.county import counts, history
from gisapp.ui import troubles
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.status import StatusPanel
from gisapp.ui.signals import Signals
from gisapp.ui.tasks import Control, Tasks

Until = Callable[[Callable[[], bool]], None]


def test_a_job_runs_elsewhere_and_its_result_comes_home(county: OpenCounty, until: Until) -> None:
    threads: list[str] = []

    def job(connection: sqlite3.Connection) -> int:
        threads.append(threading.current_thread().name)
        return counts.county(connection).grids

    found: list[int] = []
    county.tasks.read(job, lambda grids: (found.append(grids), threads.append(threading.current_thread().name)))  # type: ignore[func-returns-value]
    until(lambda: found == [4])
    assert threads[0].startswith("reader")
    assert threads[1] == threading.main_thread().name


def test_only_the_newest_read_of_a_key_is_answered(county: OpenCounty, until: Until) -> None:
    gate = threading.Event()
    found: list[str] = []
    county.tasks.read(lambda _c: gate.wait(10) and "old", found.append, key="search")
    county.tasks.read(lambda _c: "new", found.append, key="search")
    until(lambda: found == ["new"])
    gate.set()
    county.tasks.read(lambda _c: "other", found.append, key="another")
    until(lambda: "other" in found)
    assert found == ["new", "other"]


def test_writers_queue_on_one_thread_in_order(county: OpenCounty, until: Until) -> None:
    done: list[tuple[int, str]] = []
    for number in range(5):
        county.tasks.write("写", lambda _db, _c, n=number: (n, threading.current_thread().name), done.append)
    until(lambda: len(done) == 5)
    assert [number for number, _ in done] == [0, 1, 2, 3, 4]
    assert len({name for _, name in done}) == 1


def test_what_prints_holds_up_nothing_that_is_written(county: OpenCounty, until: Until) -> None:
    go_on, order = threading.Event(), []
    county.tasks.work("打印", lambda _control: go_on.wait(30), lambda _done: order.append("printed"))
    county.tasks.write("登记", lambda _db, _control: None, lambda _done: order.append("written"))
    until(lambda: order == ["written"])
    assert county.tasks.is_busy
    go_on.set()
    until(lambda: order == ["written", "printed"])
    until(lambda: not county.tasks.is_busy)


def test_a_job_begun_after_a_cancelled_print_is_not_cancelled(county: OpenCounty, until: Until) -> None:
    go_on, seen = threading.Event(), []
    county.tasks.work("打印", lambda control: (go_on.wait(30), seen.append(control.cancelled())), lambda _done: None)
    county.tasks.cancel()
    county.tasks.write("登记", lambda _db, control: seen.append(control.cancelled()), lambda _done: None)
    until(lambda: seen == [False])
    go_on.set()
    until(lambda: seen == [False, True])


def test_an_expected_failure_becomes_a_sentence(county: OpenCounty, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    def fail(_db: object, _control: Control) -> None:
        raise BadRequest("这样不行。", "请换一个。")

    county.tasks.write("写", fail, lambda _r: None)
    until(lambda: heard.messages == [("error", "这样不行。\n请换一个。")])


def test_cancelling_rolls_back_and_says_so(county: OpenCounty, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    begun = threading.Event()

    def job(db, control: Control) -> None:  # type: ignore[no-untyped-def]
        with history.recorded(db, label="未完成", who="测试员", kinds=(Kind.GRID,)):
            db.conn.execute("UPDATE grid SET name = '改了'")
            begun.set()
            while not control.cancelled():
                pass
            raise Cancelled("已取消。")

    county.tasks.write("写", job, lambda _r: None)
    assert begun.wait(10)
    county.tasks.cancel()
    until(lambda: heard.messages == [("info", "已取消。")])
    names = {row[0] for row in county.reader.execute("SELECT name FROM grid")}
    assert "改了" not in names
    assert history.newest(county.reader) == []


def test_a_bug_is_logged_without_anybodys_name_and_told_in_one_sentence(county: OpenCounty, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    def job(_connection: sqlite3.Connection) -> None:
        raise ValueError("王小明 999999194005010011 12000000001")

    county.tasks.read(job, lambda _r: None)
    until(lambda: len(heard.messages) == 1)
    assert heard.messages == [("error", troubles.sentence())]
    log = troubles.log_file().read_text("utf-8")
    assert "ValueError at test_tasks.py" in log
    assert "王小明" not in log
    assert "9405010011" not in log
    assert "1200000" not in log


def test_progress_reaches_the_window_and_ends(county: OpenCounty, signals: Signals, until: Until) -> None:
    heard: list[tuple[str, float]] = []
    signals.busy.connect(lambda title, share: heard.append((title, share)))
    county.tasks.work("造", lambda control: control.progress(1, 4), lambda _r: None)
    until(lambda: bool(heard) and heard[-1] == ("", 0.0))
    assert heard[0] == ("造", -1.0)
    assert ("造", 0.25) in heard


def test_cancel_is_taken_away_for_the_last_write(county: OpenCounty, signals: Signals, until: Until) -> None:
    status = StatusPanel(county, undo=lambda: None)
    [cancel] = [button for button in status.findChildren(QPushButton) if button.text() == "取消"]
    go_on, seen = threading.Event(), []

    def job(control: Control) -> None:
        control.progress(1, 1)
        control.closing()
        go_on.wait(10)

    signals.busy.connect(lambda *_told: seen.append((cancel.isEnabled(), [label.text() for label in status.findChildren(QLabel)])))
    county.tasks.work("造", job, lambda _r: None)
    until(lambda: bool(seen) and not seen[-1][0])
    assert seen[0][0]
    assert "造：最后写入，不能再取消" in seen[-1][1]
    go_on.set()
    until(lambda: not county.tasks.is_busy)
    county.tasks.work("再造", lambda _control: None, lambda _r: None)
    until(lambda: cancel.isEnabled())


def test_closing_leaves_one_file(county_path: Path, signals: Signals, until: Until) -> None:
    tasks = Tasks(county_path, signals)
    done: list[object] = []
    tasks.read(counts.county, done.append)
    tasks.write("写", lambda db, _c: db.conn.execute("PRAGMA journal_mode").fetchone()[0], done.append)
    until(lambda: len(done) == 2)
    assert "wal" in done
    tasks.close()
    assert [file.name for file in county_path.parent.glob(f"{county_path.name}*")] == [county_path.name]


def test_a_file_that_cannot_be_written_is_told_and_left_alone(
    county: OpenCounty,
    heard,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    def locked(*_args: object, **_more: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("gisapp.services.hazards.save_hazard.history.recorded", locked)
    area = _area()
    county.tasks.write("写", lambda db, _c: save_hazards(db, [area], who="测试员"), lambda _r: None)
    until(lambda: len(heard.messages) == 1)
    level, text = heard.messages[0]
    assert level == "error"
    assert "什么也没有改动" in text


def _area():  # type: ignore[no-untyped-def]
    from gisapp.domain.hazard import HazardKind, HazardLevel
    from gisapp.storage.hazards.hazards import HazardArea
    from tests import builders

    return HazardArea(None, "甲", HazardKind.FLOOD, HazardLevel.RED, "", None, None, builders.box(0, 0, 10, 10))
