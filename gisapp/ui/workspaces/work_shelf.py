"""The work lists at the left of a workspace: counted, shown in the table, read anew when something changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gisapp.domain.change import Change, Kind
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.panels.table import Listing, TableButton, TablePanel
from gisapp.ui.panes import tab_after
from gisapp.ui.tables.lists import house_of
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Place, WorkButton, WorkList
from gisapp.ui.workspaces.work_lists import WorkLists


class WorkShelf(QObject):
    """chosen(id): the person chose a list. ``place`` tells for what place it is read, ``is_current`` whether the table is ours."""

    chosen = Signal(str)

    def __init__(self, desk: WorkDesk, table: TablePanel, *, place: Callable[[], Place], is_current: Callable[[], bool]) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self._place, self._is_current = place, is_current
        self._records: tuple[WorkList, ...] = ()
        self._lists: WorkLists | None = None
        self._shown: WorkList | None = None

    @property
    def lists(self) -> WorkLists | None:
        """The lists in the pane; None before they are offered."""
        return self._lists

    @property
    def is_shown(self) -> bool:
        """Whether one of our lists is in the table."""
        return self._shown is not None

    def offer(self, records: Sequence[WorkList], column: QVBoxLayout, *, after: QWidget) -> None:
        """Put the lists at the end of a pane."""
        self._records = tuple(records)
        self._lists = WorkLists(self._records)
        self._lists.chosen.connect(self.chosen)
        if self._records:
            column.addWidget(pieces.label(tr("工作清单"), "section"))
        column.addWidget(self._lists)
        tab_after(after, [self._lists])

    def count(self) -> None:
        """Read how many wait in each list."""
        records, lists = self._records, self._lists
        if lists is None or not records:
            return

        def read(connection: sqlite3.Connection) -> list[int]:
            return [one.count(connection) for one in records]

        self._desk.county.tasks.read(read, lists.show_counts, key=f"work counts {records[0].id}")

    def show(self, name: str) -> None:
        """Show a list for the place we are at."""
        self._show(next(one for one in self._records if one.id == name))

    def show_again(self) -> None:
        """Read the list in the table anew."""
        if self._shown is not None:
            self._show(self._shown)

    def leave(self) -> None:
        """Something else is in the table."""
        self._shown = None
        if self._lists is not None:
            self._lists.mark("")

    def take_change(self, change: Change) -> None:
        """Count anew; read the list in the table anew where the change is of its kinds."""
        if self._lists is None:
            return
        self.count()
        if self._is_current() and self._shown is not None and self._shown.kinds.intersection(change.kinds):
            self._show(self._shown)

    def _show(self, one: WorkList) -> None:
        self._shown = one
        if self._lists is not None:
            self._lists.mark(one.id)
        place = self._place()
        self._desk.county.tasks.read(lambda connection: one.listing(connection, place), self._take, key="table")

    def _take(self, listing: Listing) -> None:
        one = self._shown
        if not self._is_current() or one is None:
            return
        self._table.set_choices(())
        buttons = one.buttons()
        self._table.set_buttons([TableButton(each.text, each.icon, partial(self._press, each), each.tip) for each in buttons])
        self._table.show_list(listing)
        if one.marks_houses:
            houses = [house for row in listing.rows if (house := house_of(row)) is not None]
            self._desk.bench.map.content.mark(Kind.HOUSE.value, houses)

    def _press(self, button: WorkButton, _families: tuple[int, ...]) -> None:
        button.clicked(self._desk, self._desk.rows())
