"""The lists a community works through, each with how many wait in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from gisapp.language import tr
from gisapp.ui.theme import colour
from gisapp.ui.work.records import WorkList

ROOM_PX = 6


class WorkLists(QTreeWidget):
    """chosen(id): the person chose a list."""

    chosen = Signal(str)

    def __init__(self, lists: Sequence[WorkList]) -> None:
        super().__init__()
        self._lists = tuple(lists)
        self.setObjectName("workLists")
        self.setAccessibleName(tr("工作清单"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(4)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in lists:
            item = QTreeWidgetItem((one.title(), ""))
            item.setData(0, Qt.ItemDataRole.UserRole, one.id)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.addTopLevelItem(item)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setFixedHeight(max(self.sizeHintForRow(0), 1) * len(lists) + 2 * self.frameWidth() + ROOM_PX)
        if not lists:  # never shown here: a widget without a parent yet would open as a window and take the focus
            self.hide()
        self.itemClicked.connect(lambda item, _column: self._choose(item))
        self.itemActivated.connect(lambda item, _column: self._choose(item))

    def show_counts(self, counts: Sequence[int]) -> None:
        """How many wait in each list."""
        for place, count in enumerate(counts):
            item = self.topLevelItem(place)
            if item is not None:
                item.setText(1, f"{count:,}")
                is_red = bool(count) and self._lists[place].is_urgent
                item.setForeground(1, colour("danger" if is_red else "text", self.palette()))

    def mark(self, name: str) -> None:
        """Show which list is in the table; "" none."""
        self.clearSelection()
        for place, one in enumerate(self._lists):
            item = self.topLevelItem(place)
            if one.id == name and item is not None:
                item.setSelected(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item is not None:
            self._choose(item)
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(str(item.data(0, Qt.ItemDataRole.UserRole)))
