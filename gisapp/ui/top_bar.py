"""The bar at the top: menus, workspaces, search."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenuBar, QPushButton, QSizePolicy, QWidget

from gisapp.ui import icons, pieces
from gisapp.ui.bench import Bench
from gisapp.ui.panels.search import SearchBox

SEARCH_PX = 430
NARROWEST_SEARCH_PX = 260


class TopBar(QWidget):
    """workspace_chosen(name): the person pressed a workspace's button."""

    workspace_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pieces.paint_ground(self, "topBar")
        self.menus = QMenuBar(self)
        self.menus.setNativeMenuBar(False)
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._search: SearchBox | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 5, 12, 5)
        self._row.setSpacing(4)
        self._row.addWidget(self.menus)
        self._row.addSpacing(14)
        self._spaces = QHBoxLayout()
        self._spaces.setSpacing(4)
        self._row.addLayout(self._spaces)
        self._row.addStretch(1)

    def show_county(self, bench: Bench) -> None:
        """Offer the workspaces and the search of an open county."""
        self.show_none()
        for workspace in bench.workspaces:
            button = pieces.PushButton(workspace.title())
            button.setProperty("role", "workspace")
            button.setCheckable(True)
            button.setAccessibleName(workspace.title())
            icons.put(button, workspace.icon)
            button.clicked.connect(lambda _checked=False, name=workspace.name: self.workspace_chosen.emit(name))
            self._group.addButton(button)
            self._buttons[workspace.name] = button
            self._spaces.addWidget(button)
        self._search = bench.search
        self._search.setMinimumWidth(NARROWEST_SEARCH_PX)
        self._search.setMaximumWidth(SEARCH_PX)
        self._row.addWidget(self._search, 3)
        bench.workspace_changed.connect(self.mark)
        self.mark(bench.current.name)

    def show_none(self) -> None:
        """No county: menus only."""
        if self._search is not None:
            self._row.removeWidget(self._search)
            self._search.list.deleteLater()
            self._search.deleteLater()
            self._search = None
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def mark(self, name: str) -> None:
        """Press the button of the workspace in sight."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
