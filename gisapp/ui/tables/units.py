"""The tree of units beside the map: county, towns, villages and communities, grids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from gisapp.domain.cards import Unit
from gisapp.language import tr

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, int]


class UnitTree(QAbstractItemModel):
    """Units below each other as ``Unit.parent`` says; built once from a list, parents found by key.

    ``notes`` gives a second column: key -> (text, colour's name).
    """

    def __init__(self, units: Sequence[Unit], *, notes: dict[Key, tuple[str, str]] | None = None) -> None:
        super().__init__()
        self.units = tuple(units)
        self.notes = notes or {}
        numbers = {(unit.kind, unit.id): number for number, unit in enumerate(self.units)}
        self._parents = [numbers.get(unit.parent, -1) if unit.parent else -1 for unit in self.units]
        self._children: dict[int, list[int]] = {}
        self._places: list[int] = []
        for number, parent in enumerate(self._parents):
            siblings = self._children.setdefault(parent, [])
            self._places.append(len(siblings))
            siblings.append(number)
        self._numbers = numbers

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._children.get(self._number(parent), [])
        if not 0 <= row < len(children) or not 0 <= column < self.columnCount():
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        parent = self._parents[child.internalId()] if child.isValid() else -1
        return self.createIndex(self._places[parent], 0, parent) if parent >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._children.get(self._number(parent), []))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 2 if self.notes else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        unit = self.units[index.internalId()]
        if index.column() == 1:
            return self._note(unit, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return unit.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{name} {code}", name=unit.name, code=unit.code).strip()
        if role == Qt.ItemDataRole.UserRole:
            return f"{unit.name} {unit.code}".lower()
        return None

    def unit_at(self, index: Index) -> Unit | None:
        """The unit behind a line."""
        return self.units[index.internalId()] if index.isValid() else None

    def index_of(self, kind: str, unit_id: int) -> QModelIndex:
        """The line of a unit; invalid when the tree does not hold it."""
        number = self._numbers.get((kind, unit_id))
        return QModelIndex() if number is None else self.createIndex(self._places[number], 0, number)

    def _note(self, unit: Unit, role: int) -> Any:
        text, tint = self.notes.get((unit.kind, unit.id), ("", ""))
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and tint:
            return _tinted(tint)
        return None

    def _number(self, index: Index) -> int:
        return int(index.internalId()) if index.isValid() else -1


class FilteredUnits(QSortFilterProxyModel):
    """Keeps units that fit the filter, with what is above and below them."""

    def __init__(self) -> None:
        super().__init__()
        self.setRecursiveFilteringEnabled(True)
        self.setAutoAcceptChildRows(True)
        self.setFilterRole(Qt.ItemDataRole.UserRole)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)


def _tinted(name: str) -> Any:
    from PySide6.QtGui import QGuiApplication

    from gisapp.ui.theme import colour

    return colour(name, QGuiApplication.palette())
