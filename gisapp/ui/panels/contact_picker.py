"""A search field over a list of contacts: type a few letters, arrow down, Enter."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gisapp.domain.cards import ContactLine
from gisapp.domain.caseload import ContactChoice
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.contact_lines import ContactLines

WAIT_MS = 120
Find = Callable[[sqlite3.Connection, str], list[ContactChoice]]


class ContactPicker(QWidget):
    """chosen(ContactLine): a line is the current one; taken(ContactLine): Enter or a double click on it."""

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(self, county: OpenCounty, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._county, self._find = county, find
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("姓名或拼音首字母"))
        self.search.setAccessibleName(tr("查找联系人"))
        pieces.clearable(self.search)
        self.list = ContactLines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.returnPressed.connect(self._enter)
        self.list.currentRowChanged.connect(self._moved)
        self.list.itemActivated.connect(lambda _item: self._take())
        self.reload()

    @property
    def current(self) -> ContactLine | None:
        """The contact of the current line."""
        choice = self.list.current
        return choice.contact if choice is not None else None

    def find_with(self, find: Find) -> None:
        """Look among others from now on."""
        self._find = find
        self.reload()

    def reload(self) -> None:
        """Read the list anew."""
        text, find = self.search.text(), self._find
        self._county.tasks.read(lambda connection: find(connection, text), self._show, key=f"picker{id(self)}")

    def _show(self, found: list[ContactChoice]) -> None:
        self.list.show_choices(found)

    def _moved(self, _row: int) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)

    def _enter(self) -> None:
        if self.current is None:
            self.list.setCurrentRow(0)
        else:
            self._take()

    def _take(self) -> None:
        if self.current is not None:
            self.taken.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
