"""Rows with a box to tick each: which of many proposed steps are to be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from gisapp.ui.tables.rows import Column, Places, RowModel

Index = QModelIndex | QPersistentModelIndex


class TickModel(RowModel):
    """Every row is ticked at first. ticked(): the choice changed."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._without: set[int] = set()
        self._place_of: dict[int, int] = {}

    @property
    def chosen(self) -> list[Any]:
        """The ticked rows in the order given, shown or not."""
        return [row for place, row in enumerate(self.rows) if place not in self._without]

    def show(self, columns: Sequence[Column], rows: Sequence[Any], *, places: Places | None = None) -> None:
        self._without = set()
        super().show(columns, rows, places=places)
        self._place_of = {id(row): place for place, row in enumerate(self.rows)}

    def tick(self, rows: Iterable[Any], *, on: bool) -> None:
        """Tick these rows, or take their ticks away."""
        places = {self._place_of[id(row)] for row in rows}
        self._without = self._without - places if on else self._without | places
        self.dataChanged.emit(self.index(0, 0), self.index(max(len(self.shown) - 1, 0), 0), [Qt.ItemDataRole.CheckStateRole])
        self.ticked.emit()

    def is_ticked(self, row: Any) -> bool:
        """Whether the row is among the chosen."""
        return self._place_of[id(row)] not in self._without

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            return Qt.CheckState.Checked if self.is_ticked(self.shown[index.row()]) else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.tick([self.shown[index.row()]], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags
