"""A tree of units with a filter box; it keeps step with the selection both ways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QStyledItemDelegate, QTreeView, QVBoxLayout, QWidget

from gisapp.domain.cards import Unit
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.tables.units import FilteredUnits, UnitTree

WAIT_MS = 150
FEW = 40


class UnitList(QWidget):
    """chosen(kind, id): the person chose a unit; opened(kind, id): double-clicked it; card_asked(): Enter was pressed on it."""

    chosen = Signal(str, object)
    opened = Signal(str, object)
    card_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("筛选名称或代码"))
        self.filter.setAccessibleName(tr("筛选名称或代码"))
        pieces.clearable(self.filter)
        self.tree = QTreeView()
        self.tree.setAccessibleName(tr("单位列表"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setExpandsOnDoubleClick(False)
        self._proxy = FilteredUnits()
        self.model = UnitTree(())
        self._is_following = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._narrow)
        self.filter.textChanged.connect(lambda _text: self._timer.start())
        self.tree.doubleClicked.connect(self._opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.filter)
        column.addWidget(self.tree, 1)

    def show_units(self, units: Sequence[Unit], *, notes: dict[tuple[str, int], tuple[str, str]] | None = None) -> None:
        """Show other units, the first level open; ``notes`` stand at the right."""
        self.model = UnitTree(units, notes=notes)
        self._proxy.setSourceModel(self.model)
        if self.tree.model() is not self._proxy:
            self.tree.setModel(self._proxy)
            self.tree.selectionModel().currentChanged.connect(self._current)
        if self.model.rowCount() == 1:
            self.tree.expandToDepth(0)
        if notes is not None:
            self.tree.header().setStretchLastSection(False)
            self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def annotate(self, notes: dict[tuple[str, int], tuple[str, str]]) -> None:
        """Put other notes beside the units; the tree must have been made with notes.

        They are read when they are painted: telling a thousand branches that their notes changed takes 0.1 s.
        """
        self.model.notes = notes
        self.tree.viewport().update()

    def draw_notes_with(self, painter: QStyledItemDelegate) -> None:
        """Draw the second column otherwise than as text."""
        self.tree.setItemDelegateForColumn(1, painter)

    def current(self) -> Unit | None:
        """The unit chosen now."""
        return self.model.unit_at(self._proxy.mapToSource(self.tree.currentIndex()))

    def follow(self, kind: str, unit_id: int) -> None:
        """Choose a unit that was selected elsewhere, without saying so."""
        index = self._proxy.mapFromSource(self.model.index_of(kind, unit_id))
        if not index.isValid():
            return
        self._is_following = True
        self.tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.tree.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._is_following = False

    def _current(self, index: QModelIndex) -> None:
        unit = self.model.unit_at(self._proxy.mapToSource(index.siblingAtColumn(0)))
        is_chosen = self.tree.selectionModel().isSelected(index)  # Tab that passes by makes a line current, and chooses nothing
        if unit is not None and is_chosen and not self._is_following:
            self.chosen.emit(unit.kind, unit.id)

    def _opened(self, index: QModelIndex) -> None:
        unit = self.model.unit_at(self._proxy.mapToSource(index.siblingAtColumn(0)))
        if unit is not None:
            self.tree.setExpanded(index.siblingAtColumn(0), True)
            self.opened.emit(unit.kind, unit.id)

    def _narrow(self) -> None:
        text = self.filter.text().strip()
        self._proxy.setFilterFixedString(text.lower())
        if text and self._count(QModelIndex()) <= FEW:
            self.tree.expandAll()
        elif text:
            self.tree.expandToDepth(1)

    def _count(self, parent: QModelIndex) -> int:
        """Lines in sight, counted no further than FEW."""
        count = 0
        for row in range(self._proxy.rowCount(parent)):
            count += 1 + self._count(self._proxy.index(row, 0, parent))
            if count > FEW:
                break
        return count

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.tree.hasFocus() and self.current() is not None:
            self._opened(self.tree.currentIndex())
            self.card_asked.emit()
        elif event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.tree.setFocus()
        else:
            super().keyPressEvent(event)
