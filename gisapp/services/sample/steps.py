"""How far the making of a county is, and whether it shall go on."""

from __future__ import annotations

from collections.abc import Callable

from gisapp.errors import Cancelled
from gisapp.language import tr

Progress = Callable[[int, int], None]
Question = Callable[[], bool]


class Steps:
    """Counts shares of the work done out of ``total`` and asks at each whether to stop."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Question | None) -> None:
        self._done, self._total = 0, total
        self._progress, self._cancelled = progress, cancelled

    def done(self, share: int) -> None:
        """``share`` more is done. Raises Cancelled when the person wants to stop."""
        self._done = min(self._done + share, self._total)
        if self._progress:
            self._progress(self._done, self._total)
        if self._cancelled and self._cancelled():
            raise Cancelled(tr("已取消建立示例县，没有留下文件。"))

    def all_done(self) -> None:
        """Everything is done, whatever was counted."""
        self.done(self._total - self._done)
