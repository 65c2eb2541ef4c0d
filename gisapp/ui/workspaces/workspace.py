"""What every workspace is: a pane at the left, a theme for the map, and what the table shows for a selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gisapp.ui import pieces
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.table import TablePanel


class Workspace(QWidget):
    """fly_asked(kind, id): show it on the map; card_asked(): go to the card.

    A workspace answers selections only while it is the current one.
    """

    fly_asked = Signal(str, object)
    card_asked = Signal()

    name = ""
    icon = ""
    theme = "households"

    def __init__(self, county: OpenCounty, table: TablePanel) -> None:
        super().__init__()
        pieces.paint_ground(self, "leftPane")
        self.county = county
        self.table = table
        self.is_current = False
        self.is_filled = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 10, 10)
        self.column.setSpacing(8)
        county.signals.selection.connect(self._take_selection)
        county.signals.changed.connect(self.take_change)

    def title(self) -> str:
        """The word on its button."""
        raise NotImplementedError

    def enter(self) -> None:
        """It became the current workspace: fill the table, and at first its own list."""
        self.is_current = True
        if not self.is_filled:
            self.is_filled = True
            self.fill()

    def fill(self) -> None:
        """Read the pane's own list; not before the workspace is looked at, so that the first picture need not wait."""

    def leave(self) -> None:
        """Another became the current one."""
        self.is_current = False

    def take_selection(self, kind: str, ids: Sequence[int], initiator: object) -> None:
        """Something was selected elsewhere while this is the current workspace."""

    def take_change(self, change: object, initiator: object) -> None:
        """Something was changed, by this workspace or another."""

    @property
    def pane(self) -> QWidget:
        """What of the pane takes the focus."""
        return self.big

    def large_button(self, text: str, clicked: Callable[[], None], *, icon: str = "") -> None:
        """The one large question of the workspace."""
        self.big = pieces.button(text, clicked, role="main", icon=icon)
        self.column.addWidget(self.big)

    def _take_selection(self, kind: str, ids: Sequence[int], initiator: object) -> None:
        if self.is_current and initiator is not self:
            self.take_selection(kind, ids, initiator)
