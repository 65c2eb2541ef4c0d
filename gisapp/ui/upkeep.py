"""What an open county does by itself some seconds after its first picture; whatever the person asks for goes first."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from gisapp.errors import Cancelled, GisappError
from gisapp.services.county.check_pages import check_pages
from gisapp.services.county.keep_daily_copy import keep_daily_copy
from gisapp.ui.open_county import OpenCounty

AFTER_MS, BETWEEN_MS = 4_000, 1_000
NEEDED_FOR_WRITING = "sqlite_utils"


class Upkeep(QObject):
    """Three steps, one after the other: load what writing needs, check every page, keep today's copy.

    A damaged file is not copied, so that it never pushes out a sound copy.
    """

    def __init__(self, county: OpenCounty, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._county = county
        self._left = [self._load, self._check, self._copy]
        self._has_begun = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return not self._left

    def begin(self) -> None:
        """The county is on the screen: begin soon, once."""
        if not self._has_begun:
            self._has_begun = True
            self._timer.start(AFTER_MS)

    def _step(self) -> None:
        if self._county.tasks.is_busy:
            self._timer.start(AFTER_MS)
        elif self._left:
            self._county.tasks.aside(self._left[0], self._stepped, failed=self._failed)

    def _stepped(self, _nothing: None) -> None:
        del self._left[:1]
        if self._left:
            self._timer.start(BETWEEN_MS)

    def _failed(self, error: GisappError) -> None:
        if isinstance(error, Cancelled):
            self._timer.start(AFTER_MS)
            return
        self._county.signals.message.emit("error" if self._left[:1] == [self._check] else "info", str(error))
        self._left.clear()

    def _load(self, _in_the_way: Callable[[], bool]) -> None:
        """The first write need not wait for it then."""
        importlib.import_module(NEEDED_FOR_WRITING)

    def _check(self, in_the_way: Callable[[], bool]) -> None:
        check_pages(self._county.path, cancelled=in_the_way)

    def _copy(self, in_the_way: Callable[[], bool]) -> None:
        keep_daily_copy(self._county.path, cancelled=in_the_way)
