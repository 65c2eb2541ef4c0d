"""Printing in a process of its own: a page packed or a path drawn keeps Python to itself, and the window would wait for it."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any

from gisapp.errors import Cancelled, GisappError
from gisapp.language import tr

ASK_EVERY_S = 0.02
END_WITHIN_S = 2.0
STOP_WITHIN_S = END_WITHIN_S if sys.platform == "win32" else 0.05
"""So long it may take to see that it is asked to stop; then it is told by a signal, which Windows has not."""

READY, PROGRESS, SAID, FAILED, RESULT = "ready", "progress", "said", "failed", "result"


def printed_apart(
    job: str,
    *arguments: Any,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Any:
    """What ``job(*arguments, progress=…, cancelled=…)`` returns there; it is named module:function, all else goes by pickle.

    Its module is read there alone: here that would take the window's time. The language is that of this process. Raises
    Cancelled, and whatever sentence the job raises; GisappError when the process ended without a word, RuntimeError for a
    bug there.
    """
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_print, args=(there, job, arguments), daemon=True)
    process.start()
    there.close()
    try:
        return _Printer(here, process, progress, cancelled).result()
    finally:
        _end(here, process)


class _Printer:
    """Hears the process to the end. One that is not ready yet has written nothing and is ended at once."""

    def __init__(
        self, pipe: Connection, process: Any, progress: Callable[[int, int], None] | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._pipe, self._process, self._progress, self._cancelled = pipe, process, progress, cancelled
        self._is_ready = self._is_told = False
        self._asked_at: float | None = None

    def result(self) -> Any:
        while True:
            word, *values = self._next()
            if word == RESULT:
                return values[0]
            if word == SAID:
                raise values[0]
            if word == FAILED:
                raise RuntimeError(values[0])
            self._is_ready = self._is_ready or word == READY
            if word == PROGRESS and self._progress is not None:
                self._progress(*values)

    def _next(self) -> tuple[Any, ...]:
        try:
            self._heed()
            while not self._pipe.poll(ASK_EVERY_S):
                self._heed()
            message: tuple[Any, ...] = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise GisappError(tr("打印没有完成，没有写入文件。"), tr("请关闭其他程序，再试一次。")) from error
        return message

    def _heed(self) -> None:
        """Ask the process to stop when somebody cancels, then tell it, then end it."""
        if self._asked_at is None:
            if self._cancelled is None or not self._cancelled():
                return
            if not self._is_ready:
                raise _cancellation()
            self._asked_at = monotonic()
            self._pipe.send("stop")
        waited = monotonic() - self._asked_at
        if waited > END_WITHIN_S:
            raise _cancellation()
        if waited > STOP_WITHIN_S and not self._is_told:
            self._is_told = True
            self._process.terminate()


def _end(pipe: Connection, process: Any) -> None:
    pipe.close()
    process.join(ASK_EVERY_S)
    if process.is_alive():
        process.terminate()
        process.join(END_WITHIN_S)
    if process.is_alive():
        process.kill()
        process.join()


class _Stopped(BaseException):
    """The process is to end now: what is half written is taken away on the way out."""


def _print(there: Connection, job: str, arguments: tuple[Any, ...]) -> None:
    """There: do the job; asked to stop, or left alone by a window that is gone, it ends and takes away what is half written."""
    from gisapp.printing.paper import paper_ready

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    paper_ready()
    module, _, name = job.partition(":")
    work = getattr(import_module(module), name)
    there.send((READY,))
    signal.signal(signal.SIGTERM, _stop)
    with suppress(OSError):  # nobody hears it any more
        there.send(_last_word(there, work, arguments))
    os._exit(0)  # all is said and written; taking the program apart takes a quarter of a second


def _stop(_number: int, _frame: object) -> None:
    raise _Stopped


def _last_word(there: Connection, job: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    try:
        return RESULT, job(*arguments, progress=lambda done, total: there.send((PROGRESS, done, total)), cancelled=there.poll)
    except GisappError as error:
        return SAID, error
    except _Stopped:
        return SAID, _cancellation()
    except Exception as error:  # a bug: where it is goes into the log there, what it says may name people
        place = traceback.extract_tb(error.__traceback__)[-1]
        return FAILED, f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"


def _cancellation() -> Cancelled:
    return Cancelled(tr("打印已取消。"), tr("没有写入文件。"))
