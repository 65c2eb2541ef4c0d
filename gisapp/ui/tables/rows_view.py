"""The view of every list of rows: Enter opens a line, and the signs of its buttons do what the buttons do."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView


class RowsView(QTableView):
    """entered_by_key(index): Enter was pressed on a line. sign_typed(sign): one of ``signs`` was typed."""

    entered_by_key = Signal(QModelIndex)
    sign_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.signs: frozenset[str] = frozenset()

    def reach(self, index: QModelIndex) -> None:
        """Scroll to a line, also of a list shown this very moment, whose length the scroll bar does not know yet."""
        self.updateGeometries()
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_by_key.emit(self.currentIndex())
        elif event.text() in self.signs:
            if not event.isAutoRepeat():  # a key held down is not meant for family after family
                self.sign_typed.emit(event.text())
        else:
            super().keyPressEvent(event)
