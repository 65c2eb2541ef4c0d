"""A list of rows on a page of its own, set up as every list of the window is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from gisapp.ui.tables.care_rows import wider
from gisapp.ui.tables.rows import Column, RowModel
from gisapp.ui.tables.rows_view import RowsView

ROW_PX = 26


def plain_view(model: RowModel, name: str, *, is_many: bool = False) -> RowsView:
    """A sortable view of ``model``; ``name`` is what those hear who cannot see it, ``is_many``: several lines can be chosen."""
    view = RowsView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setSortingEnabled(True)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    one, many = QAbstractItemView.SelectionMode.SingleSelection, QAbstractItemView.SelectionMode.ExtendedSelection
    view.setSelectionMode(many if is_many else one)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_PX)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setStretchLastSection(True)
    return view


def show_rows(view: RowsView, model: RowModel, columns: Sequence[Column], rows: Sequence[object]) -> None:
    """Show other rows; the line that was current stays so by its place."""
    at = view.currentIndex().row()
    model.show(columns, rows)
    width = view.fontMetrics().horizontalAdvance("一")
    for place, column in enumerate(columns):
        view.setColumnWidth(place, round(column.width * width * wider()) + 14)
    view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    if at >= 0 and rows:
        view.setCurrentIndex(model.index(min(at, len(rows) - 1), 0))


def chosen_of(view: RowsView, model: RowModel) -> list[object]:
    """The chosen rows from top to bottom."""
    return [model.shown[index.row()] for index in sorted(view.selectionModel().selectedRows(), key=lambda index: index.row())]
