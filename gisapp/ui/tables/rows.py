"""One table model for every list: frozen rows and a few columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from gisapp.ui.theme import colour

SPOILED_AS_A_NUMBER = re.compile(r"0[0-9]+|[0-9]{12,}")
"""A spreadsheet would drop the zeros or round the end."""

Index = QModelIndex | QPersistentModelIndex
Places = Mapping[object, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Column:
    """How one column reads: ``text`` of a row, ``order`` to sort by (the text when None), ``tint`` a colour's name or "".

    ``width`` is in characters of Chinese.
    """

    title: str
    text: Callable[[Any], str]
    width: float = 6.0
    order: Callable[[Any], Any] | None = None
    is_number: bool = False
    tint: Callable[[Any], str] | None = None


class RowModel(QAbstractTableModel):
    """Shows rows through columns, sorted and narrowed; new rows replace old ones, all of them or one by one.

    Sorting and narrowing work on whole lists at once, so that a county of 104,000 families stays quick.
    """

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = ()
        self.rows: tuple[Any, ...] = ()
        self.shown: tuple[Any, ...] = ()
        self._texts: list[str] | None = None
        self._places: Places | None = None
        self._numbers: dict[int, int] | None = None
        self._words: tuple[str, ...] = ()
        self._sorting: tuple[int, bool] = (-1, False)

    def show(self, columns: Sequence[Column], rows: Sequence[Any], *, places: Places | None = None) -> None:
        """Show other rows in the order given; the filter stays, the sorting goes. ``places`` are where ``renew`` finds rows."""
        self.beginResetModel()
        self.columns, self.rows, self._texts, self._sorting = tuple(columns), tuple(rows), None, (-1, False)
        self._places = places
        self.shown = self._arranged()
        self.endResetModel()

    def renew(self, name: Callable[[Any], object], names: Iterable[object], renewed: Callable[[Any], Any]) -> None:
        """Put ``renewed(row)`` in the place of every row whose ``name`` is among ``names``; order, filter and choice stay."""
        if self._places is None:
            self._places = places_of(map(name, self.rows))
        is_as_given = not self._words and self._sorting[0] < 0
        if self._numbers is None and not is_as_given:
            self._numbers = {id(row): number for number, row in enumerate(self.shown)}
        rows, shown, seen = list(self.rows), list(self.shown), []
        for place in [place for one in names for place in self._places.get(one, ())]:
            row = renewed(rows[place])
            number = place if self._numbers is None else self._numbers.pop(id(rows[place]), None)
            rows[place] = row
            if number is not None:
                shown[number] = row
                seen.append(number)
                if self._numbers is not None:
                    self._numbers[id(row)] = number
            if self._texts is not None:
                self._texts[place] = self._text(row)
        self.rows, self.shown = tuple(rows), tuple(shown)
        if seen:
            self.dataChanged.emit(self.index(min(seen), 0), self.index(max(seen), len(self.columns) - 1))

    def narrow(self, text: str) -> None:
        """Keep the rows that hold every word of ``text`` in any column."""
        self.beginResetModel()
        self._words = tuple(text.lower().split())
        self.shown = self._arranged()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's order; -1 restores the order given."""
        self.beginResetModel()
        self._sorting = (column, order is Qt.SortOrder.DescendingOrder)
        self.shown = self._arranged()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column.tint and column.tint(row):
            return colour(column.tint(row), QGuiApplication.palette())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            edge = Qt.AlignmentFlag.AlignRight if self.columns[section].is_number else Qt.AlignmentFlag.AlignLeft
            return edge | Qt.AlignmentFlag.AlignVCenter
        return None

    def _arranged(self) -> tuple[Any, ...]:
        self._numbers = None
        rows = self._narrowed() if self._words else list(self.rows)
        number, is_descending = self._sorting
        if 0 <= number < len(self.columns):
            column = self.columns[number]
            order = column.order or column.text
            rows = sorted(rows, key=lambda row: _key(order(row)), reverse=is_descending)
        return tuple(rows)

    def _narrowed(self) -> list[Any]:
        if self._texts is None:
            self._texts = [self._text(row) for row in self.rows]
        return [row for row, text in zip(self.rows, self._texts, strict=True) if all(word in text for word in self._words)]

    def _text(self, row: Any) -> str:
        return "\t".join(column.text(row) for column in self.columns).lower()


def places_of(names: Iterable[object]) -> Places:
    """Name -> the places of its rows."""
    found: dict[object, list[int]] = {}
    for place, name in enumerate(names):
        found.setdefault(name, []).append(place)
    return found


def as_text(columns: Sequence[Column], rows: Sequence[Any]) -> str:
    """Tab-separated lines with a heading, safe to paste into a spreadsheet: nothing becomes a formula or a new cell."""
    lines = ["\t".join(_cell(column.title) for column in columns)]
    lines += ["\t".join(_cell(column.text(row)) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    if flat[:1] in ("=", "+", "-", "@"):
        return f"'{flat}"
    return f'="{flat}"' if SPOILED_AS_A_NUMBER.fullmatch(flat) else flat


def _key(value: Any) -> tuple[int, Any]:
    if value is None:
        return (0, 0)
    return (1, value) if isinstance(value, int | float | tuple) else (2, str(value))
