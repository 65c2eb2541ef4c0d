"""Work row by row that tells how far it has come and stops as soon as it is asked to."""

from __future__ import annotations

from collections.abc import Callable

from gisapp.errors import Cancelled
from gisapp.language import tr

Progress = Callable[[int, int], None]
TELL_EVERY = 50


class Asked:
    """``total`` rows, whose ``progress(done, total)`` is told now and then, and which ``cancelled()`` may end."""

    def __init__(self, total: int, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None) -> None:
        self.total, self.done = total, 0
        self._progress, self._cancelled = progress, cancelled

    def step(self) -> None:
        """One more row is begun. Raises Cancelled."""
        self.pause()
        self.done += 1
        if self._progress is not None and self.done % TELL_EVERY == 0:
            self._progress(self.done, self.total)

    def pause(self) -> None:
        """Raise Cancelled when it is asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise cancellation()


def cancellation() -> Cancelled:
    """What is said when somebody stopped the reading of a file."""
    return Cancelled(tr("已取消导入。"), tr("没有写入任何内容。"))
