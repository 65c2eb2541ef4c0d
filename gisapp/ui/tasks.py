"""One thread that writes, two that read, one that looks at files, one that prints: nothing slow ever runs on the window's thread."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from gisapp.errors import Cancelled, GisappError
from gisapp.language import tr
from gisapp.services.county.find_damage import find_damage
from gisapp.storage.county import county_file
from gisapp.ui import troubles
from gisapp.ui.signals import Signals

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")
Failed = Callable[[GisappError], None]
READERS = 2
UNKNOWN, CLOSING = -1.0, 2.0
"""Shares that tell no progress: not known how far; all is done but the last write, which nothing stops."""


@dataclass(frozen=True, slots=True)
class Control:
    """What a job may tell and ask, from any thread: ``progress(done, total)``, ``cancelled()``.

    ``closing()``: from here on it cannot be stopped; Cancel is taken from the person.
    """

    progress: Callable[[int, int], None]
    cancelled: Callable[[], bool]
    closing: Callable[[], None]


@dataclass(slots=True)
class _Lane:
    """A thread with its queue: how many titled jobs wait or run, and whether they were asked to stop."""

    thread: ThreadPoolExecutor
    cancel: threading.Event
    waiting: int = 0


def _lane(name: str) -> _Lane:
    return _Lane(ThreadPoolExecutor(1, thread_name_prefix=name), threading.Event())


class Tasks(QObject):
    """Runs jobs for one county file (or for none, on the welcome page).

    Writing jobs queue on the one thread that owns the writing connection, opened at the first of
    them. Reading jobs share two threads with a read-only connection each. What needs no county
    connection has a thread of its own: a batch that prints for minutes holds no entry up. ``then`` and ``failed``
    always run on the thread this object was made on. Whoever makes it has verified the file.
    """

    _arrived = Signal(object)
    _progressed = Signal(str, float)

    def __init__(self, path: Path | None, signals: Signals) -> None:
        super().__init__()
        self.path = path
        self._signals = signals
        self._writer, self._printer, self._looker = _lane("writer"), _lane("printer"), _lane("looker")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._db: Database | None = None
        self._own = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._newest: dict[str, int] = {}
        self._held: list[Callable[[], None]] | None = None
        self._is_closed = False
        self._arrived.connect(self._run_here, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a titled job is queued or under way."""
        return any(lane.waiting for lane in self._lanes)

    @property
    def _lanes(self) -> tuple[_Lane, ...]:
        return self._writer, self._printer, self._looker

    def write(self, title: str, job: Callable[[Database, Control], T], then: Callable[[T], None], *, failed: Failed | None = None) -> None:
        """Queue ``job(db, control)`` on the writing thread; its result goes to ``then``."""
        self._queue(self._writer, title, lambda control: job(self._database(), control), then, failed)

    def make_ready(self) -> None:
        """Open the writing connection, so that the first thing written does not wait for it; a trouble is told by what is written."""
        if not self._is_closed and self._db is None:
            self._writer.thread.submit(self._open_early)

    def _open_early(self) -> None:
        with suppress(GisappError, sqlite3.Error):
            self._database()

    def work(self, title: str, job: Callable[[Control], T], then: Callable[[T], None], *, failed: Failed | None = None) -> None:
        """Queue a titled ``job(control)`` that needs no county connection: making, copying, printing."""
        self._queue(self._printer, title, job, then, failed)

    def look(
        self, title: str, job: Callable[[sqlite3.Connection, Control], T], then: Callable[[T], None], *, failed: Failed | None = None
    ) -> None:
        """Queue a titled ``job(connection, control)`` that only reads: somebody's file beside the county, with progress and Cancel."""
        self._queue(self._looker, title, lambda control: job(self._reader(), control), then, failed)

    def aside(self, job: Callable[[Callable[[], bool]], T], then: Callable[[T], None], *, failed: Failed | None = None) -> None:
        """Queue an untitled ``job(in_the_way)`` on the writing thread; it should raise Cancelled soon after ``in_the_way()`` turns true."""

        def in_the_way() -> bool:
            return self._writer.waiting > 0 or self._is_closed

        if not self._is_closed:
            self._writer.thread.submit(lambda: self._attempt(lambda: job(in_the_way), then, failed))

    def read(
        self, job: Callable[[sqlite3.Connection], T], then: Callable[[T], None], *, key: str = "", failed: Failed | None = None
    ) -> None:
        """Run ``job(connection)`` on a reading thread; of jobs with the same ``key`` only the newest is answered."""
        number = self._newest.get(key, 0) + 1
        self._newest[key] = number

        def is_wanted() -> bool:
            return not key or self._newest[key] == number

        def run() -> None:
            if is_wanted():
                self._attempt(lambda: job(self._reader()), lambda result: _deliver(then, result) if is_wanted() else None, failed)

        if self._held is not None:
            self._held.append(run)
        elif not self._is_closed:
            self._readers.submit(run)

    def hold_reads(self, at_most_ms: int) -> None:
        """Keep what is asked to be read from now on until release_reads(), or until so much time has gone by."""
        self._held = []
        QTimer.singleShot(at_most_ms, self, self.release_reads)

    def release_reads(self) -> None:
        """Read what was held back, in the order it was asked for."""
        held, self._held = self._held or [], None
        for run in held if not self._is_closed else ():
            self._readers.submit(run)

    def forget(self, key: str) -> None:
        """Let no read of this key be answered any more."""
        self._newest[key] = self._newest.get(key, 0) + 1

    def cancel(self) -> None:
        """Ask the jobs under way, and those that wait, to stop and roll back."""
        for lane in self._lanes:
            lane.cancel.set()

    def close(self) -> None:
        """Finish what is queued for writing, close every connection; one file is the whole county again."""
        self._is_closed = True
        self.cancel()
        for lane in (self._printer, self._looker):
            lane.thread.shutdown(cancel_futures=True)
        self._readers.shutdown(cancel_futures=True)
        for connection in self._connections:
            connection.close()
        self._writer.thread.submit(self._close_database)
        self._writer.thread.shutdown()

    def _queue(self, lane: _Lane, title: str, job: Callable[[Control], T], then: Callable[[T], None], failed: Failed | None) -> None:
        if self._is_closed:
            return
        if not lane.waiting:
            lane.cancel.clear()
        lane.waiting += 1
        self._signals.busy.emit(title, UNKNOWN)
        control = Control(
            lambda done, total: self._progressed.emit(title, done / max(total, 1)),
            lane.cancel.is_set,
            lambda: self._progressed.emit(title, CLOSING),
        )

        def run() -> None:
            self._attempt(lambda: job(control), then, failed)
            self._arrived.emit(lambda: self._finished(lane))

        lane.thread.submit(run)

    def _attempt(self, job: Callable[[], T], then: Callable[[T], None], failed: Failed | None) -> None:
        """Run on a worker's thread; whatever comes out is delivered on ours."""
        try:
            result = job()
        except GisappError as error:
            problem = error
            self._arrived.emit(lambda: _deliver(failed or self._tell, problem))
        except sqlite3.OperationalError as error:
            troubles.log(error)
            busy = GisappError(tr("县文件暂时读写不了，什么也没有改动。"), tr("请关闭正在使用它的其他程序，检查磁盘空间后再试。"))
            trouble = self._broken() or busy
            self._arrived.emit(lambda: _deliver(failed or self._tell, trouble))
        except Exception as error:  # a bug: the person gets one sentence, the log gets the place
            troubles.log(error)
            sentence = str(self._broken() or troubles.sentence())
            self._arrived.emit(lambda: self._signals.message.emit("error", sentence))
        else:
            self._arrived.emit(lambda: _deliver(then, result))

    def _broken(self) -> GisappError | None:
        """What is wrong inside the county file, when that is why a job erred."""
        return None if self.path is None else find_damage(self.path)

    def _run_here(self, call: Callable[[], Any]) -> None:
        if not self._is_closed:
            call()

    def _finished(self, lane: _Lane) -> None:
        lane.waiting -= 1
        if not self.is_busy:
            self._signals.busy.emit("", 0.0)

    def _tell_progress(self, title: str, share: float) -> None:
        if self.is_busy and not self._is_closed:
            self._signals.busy.emit(title, share)

    def _tell(self, error: GisappError) -> None:
        self._signals.message.emit("info" if isinstance(error, Cancelled) else "error", str(error))

    def _database(self) -> Database:
        if self._db is None:
            assert self.path is not None, "no county is open"
            self._db = county_file.open_writing(self.path)
        return self._db

    def _reader(self) -> sqlite3.Connection:
        if not hasattr(self._own, "connection"):
            assert self.path is not None, "no county is open"
            self._own.connection = county_file.open_again(self.path)
            self._connections.append(self._own.connection)
        return self._own.connection

    def _close_database(self) -> None:
        if self._db is not None:
            with suppress(sqlite3.Error):
                county_file.close_writing(self._db)


def _deliver(call: Callable[[T], Any], result: T) -> None:
    """Hand a result over, unless it is for a widget that was closed meanwhile."""
    owner = getattr(call, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        call(result)
