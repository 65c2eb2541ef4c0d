"""A page beside the map that reads only while it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from gisapp.domain.change import Change, Kind
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Place


class PageInSight(QWidget):
    """Asks anew when it is shown, or in sight while another place is shown or something of ``kinds`` is changed.

    What changes while it is hidden is read when it is looked at again.
    """

    kinds: frozenset[Kind] = frozenset()

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__()
        pieces.paint_ground(self, "barsPage")
        self._desk = desk
        self._place: Place = ("", ())
        self._is_stale = True

    def show_place(self, kind: str, ids: Sequence[int]) -> None:
        """Another place, or another run, is shown."""
        self._place = (kind, tuple(ids))
        self._read_when_seen()

    def take_change(self, change: object) -> None:
        """Something was changed, perhaps what the page shows."""
        if isinstance(change, Change) and self.kinds.intersection(change.kinds):
            self._read_when_seen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _read_when_seen(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        self._ask()

    def _ask(self) -> None:
        """Read for ``_place`` on a reading thread and show it."""
        raise NotImplementedError
