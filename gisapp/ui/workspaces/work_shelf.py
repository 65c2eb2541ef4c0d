"""The work lists at the left of a workspace: counted, shown in the table, read anew when something changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gisapp.domain.change import Change, Kind
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.panels.table import Listing, TableButton, TablePanel
from gisapp.ui.panes import tab_after
from gisapp.ui.tables.lists import house_of, household_of
from gisapp.ui.tables.rows import places_of
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Among, Place, Renewal, WorkButton, WorkList
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
        self._is_reading = False
        self._renewing: set[int] = set()
        self._among: Among | None = None
        self._has_marked = False

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

        place = self._place()

        def read(connection: sqlite3.Connection) -> list[int]:
            return [one.count(connection, place) for one in records]

        self._desk.county.tasks.read(read, lists.show_counts, key=f"work counts {records[0].id}")

    def show(self, name: str, *, among: Among | None = None) -> None:
        """Show a list for the place we are at, of it only the rows that ``among`` names when given."""
        self._among = among
        self._show(next(one for one in self._records if one.id == name))

    def show_again(self) -> None:
        """Read the list in the table anew."""
        if self._shown is not None:
            self._show(self._shown)

    def leave(self) -> None:
        """Something else is in the table."""
        self._shown, self._is_reading = None, False
        if self._lists is not None:
            self._lists.mark("")

    def take_change(self, change: Change) -> None:
        """Renew the rows in the table, or read the list anew, where the change is of its kinds; count anew."""
        if self._lists is None:
            return
        one = self._shown
        if self._is_current() and one is not None and one.kinds.intersection(change.kinds):
            if one.renewal is not None and change.kinds == (one.renewal.kind,) and change.ids is not None and not self._is_reading:
                self._renew(one.renewal, change.ids)
            else:
                self._show(one)
        self.count()

    def _renew(self, renewal: Renewal, families: Sequence[int]) -> None:
        """Read these families' rows, and those that are still on their way, and put them in their lines."""
        self._renewing |= set(families)
        place, wanted, listing = self._place(), sorted(self._renewing), self._table.listing

        def show(renewed: Callable[[Any], Any]) -> None:
            self._renewing.clear()
            if self._table.listing is listing:
                self._table.renew_rows(wanted, renewed)

        self._desk.county.tasks.read(lambda connection: renewal.read(connection, place, wanted), show, key="renewed rows")

    def _show(self, one: WorkList) -> None:
        self._shown = one
        self._renewing.clear()
        self._desk.county.tasks.forget("renewed rows")
        if self._lists is not None:
            self._lists.mark(one.id)
        place, among, self._is_reading = self._place(), self._among, True
        self._desk.county.tasks.read(lambda connection: _read(connection, one, place, among), self._take, key="table")

    def _take(self, listing: Listing) -> None:
        one, self._is_reading = self._shown, False
        if not self._is_current() or one is None:
            return
        if one.renewal is not None:
            self._desk.county.tasks.make_ready()  # the first key is not to wait for the writing connection
        self._table.set_choices(())
        buttons = one.buttons()
        self._table.set_buttons([TableButton(each.text, each.icon, partial(self._press, each), each.tip, each.key) for each in buttons])
        self._table.show_list(listing)
        houses = [house for row in listing.rows if (house := house_of(row)) is not None] if one.marks_houses else []
        if houses or self._has_marked:
            self._desk.bench.map.content.mark(Kind.HOUSE.value, houses)
        self._has_marked = bool(houses)

    def _press(self, button: WorkButton, _families: tuple[int, ...]) -> None:
        button.clicked(self._desk, self._desk.rows())


def _read(connection: sqlite3.Connection, one: WorkList, place: Place, among: Among | None) -> Listing:
    """The list, of it only some rows when given, and where each stands when its rows are renewed one by one."""
    listing = one.listing(connection, place)
    if among is not None:
        title, chosen = among
        named_by = one.named_by or household_of
        rows = tuple(row for row in listing.rows if named_by(row) in chosen)
        listing = replace(listing, title=tr("{place} · {title}", place=title, title=listing.title), rows=rows)
    return replace(listing, places=places_of(map(household_of, listing.rows))) if one.renewal is not None else listing
