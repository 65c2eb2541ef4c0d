"""A field that looks things up as one types, with the hits below it: a house, a family, a person, a unit."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.tasks import Tasks

Hits = Sequence[tuple[int, str]]
"""(id, what is shown) of each hit, the best first."""

WAIT_MS = 120
ROWS_SEEN = 3


class FinderField(QLineEdit):
    """The arrows up and down walk through the hits."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class Finder(QWidget):
    """``chosen`` is the id under the mark, None while nothing is; ``changed`` tells that it is another."""

    changed = Signal()

    def __init__(
        self, tasks: Tasks, look_up: Callable[[sqlite3.Connection, str], Hits], name: str, hint: str, *, rows: int = ROWS_SEEN
    ) -> None:
        super().__init__()
        self._tasks, self._look_up = tasks, look_up
        self._key = f"finder-{id(self)}"
        self.field, self.hits = FinderField(), QListWidget()
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self.field.setPlaceholderText(hint)
        for widget in (self.field, self.hits):
            widget.setAccessibleName(name)
        pieces.clearable(self.field)
        self.hits.setAlternatingRowColors(True)
        self._rows = rows
        self.hits.setFixedHeight(height_of_rows(self.hits, rows))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.hits)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.field.stepped.connect(self._step)
        self._timer.timeout.connect(self.look)
        self.hits.currentRowChanged.connect(lambda _row: self.changed.emit())

    @property
    def chosen(self) -> int | None:
        item = self.hits.currentItem()
        thing = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return int(thing) if thing is not None else None

    def look(self) -> None:
        """Ask for what fits the text now."""
        text, look_up = self.field.text().strip(), self._look_up
        self._tasks.read(lambda connection: look_up(connection, text), self._show, key=self._key)

    def _show(self, hits: Hits) -> None:
        before, text = self.chosen, self.field.text().strip()
        kept = before if text else None  # an emptied field chooses nothing
        self.hits.blockSignals(True)
        self.hits.clear()
        for thing, text in hits:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, thing)
            self.hits.addItem(item)
        if not hits and text:
            nothing = QListWidgetItem(tr("没有找到，请换几个字。"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.hits.addItem(nothing)
        self.hits.setFixedHeight(height_of_rows(self.hits, self._rows))
        places = [thing for thing, _ in hits]
        self.hits.setCurrentRow(places.index(kept) if kept in places else (0 if len(hits) == 1 and text else -1))
        self.hits.blockSignals(False)
        if self.chosen != before:
            self.changed.emit()

    def _step(self, by: int) -> None:
        if self.hits.count():
            self.hits.setCurrentRow(min(max(self.hits.currentRow() + by, -1), self.hits.count() - 1))


def height_of_rows(rows: QListWidget, count: int) -> int:
    """The height of a list that shows so many rows, none cut."""
    row = rows.sizeHintForRow(0) if rows.count() else rows.fontMetrics().height()
    return row * count + 2 * rows.frameWidth() + 2
