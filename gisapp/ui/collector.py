"""Python's cycle collector runs on the window's thread only: a Qt object freed on another thread is a crash."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

EVERY_MS = 2_000
QUIET_S = 3.0
LONGEST_WAIT_S = 120.0
OLDEST = 2
TOUCHES = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel))


class Collector(QObject):
    """Collects while the event loop is idle; the automatic collector is off as long as this lives.

    The oldest generation takes longest (170 ms with 86,000 rows in a list): it waits until nobody has touched keys or mouse for
    ``QUIET_S``, but not beyond ``LONGEST_WAIT_S``.
    """

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._touched = self._last_full = clock()
        gc.disable()
        gc.freeze()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY_MS)

    def watch(self, window: QWindow | None) -> None:
        """See the keys and the mouse in a window that came into use; one that is closed is forgotten by Qt."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and mouse: remember when."""
        if event.type() in TOUCHES:
            self._touched = self._clock()
        return False

    def collect(self) -> None:
        """Collect the oldest generation that is over its limit and may be collected now."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (OLDEST, 1, 0):
            if counts[generation] > limits[generation] and (generation < OLDEST or self._may_pause()):
                gc.collect(generation)
                if generation == OLDEST:
                    self._last_full = self._clock()
                return

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _may_pause(self) -> bool:
        now = self._clock()
        return now - self._touched >= QUIET_S or now - self._last_full >= LONGEST_WAIT_S
