"""Long work that tells how far it has come and stops as soon as it is asked to."""

from __future__ import annotations

from collections.abc import Callable

from gisapp.errors import Cancelled
from gisapp.language import tr

Progress = Callable[[int, int], None]
"""Told (done, total) now and then."""

IsCancelled = Callable[[], bool]
TELL_EVERY = 50


def import_cancelled() -> Cancelled:
    """What is said when somebody stopped the reading of a file."""
    return Cancelled(tr("已取消导入。"), tr("没有写入任何内容。"))


def watching(progress: Progress | None, cancelled: IsCancelled | None, *, stopped: Callable[[], Cancelled] = import_cancelled) -> Progress:
    """A function of (done, total) that raises ``stopped()`` when it shall stop, else tells."""

    def look(done: int, total: int) -> None:
        if cancelled is not None and cancelled():
            raise stopped()
        if progress is not None:
            progress(done, total)

    return look


class Steps:
    """``total`` steps, whose ``progress(done, total)`` is told now and then, and which ``cancelled()`` may end."""

    def __init__(
        self,
        total: int,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
        *,
        stopped: Callable[[], Cancelled] = import_cancelled,
    ) -> None:
        self.total, self.done = total, 0
        self._progress, self._cancelled, self._stopped = progress, cancelled, stopped

    def step(self) -> None:
        """One more is begun. Raises Cancelled."""
        self.pause()
        self.done += 1
        if self._progress is not None and self.done % TELL_EVERY == 0:
            self._progress(self.done, self.total)

    def pause(self) -> None:
        """Raise Cancelled when it is asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise self._stopped()
