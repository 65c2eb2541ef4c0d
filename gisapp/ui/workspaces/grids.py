"""网格: the county down to its cells; a cell's card and its families."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gisapp.domain.cards import HouseholdRow, Unit
from gisapp.domain.change import Change, Kind
from gisapp.language import tr
from gisapp.storage.places import units
from gisapp.ui import pieces, reading
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.table import Listing, TablePanel
from gisapp.ui.tables.lists import family_columns, gap_columns
from gisapp.ui.workspaces.unit_list import UnitList
from gisapp.ui.workspaces.workspace import Workspace

SHOWN = frozenset({"division", "grid"})


class GridsWorkspace(Workspace):
    """The tree at the left, families of what is selected in the table."""

    name, icon, theme = "grids", "grid", "households"

    def __init__(self, county: OpenCounty, table: TablePanel) -> None:
        super().__init__(county, table)
        self._place: tuple[str, tuple[int, ...]] = ("", ())
        self._lists_gaps = False
        self.large_button(tr("显示这个网格"), self._show_current, icon="search")
        self.column.addWidget(pieces.label(tr("县 · 镇 · 村/社区 · 网格"), "section"))
        self.units = UnitList()
        self.column.addWidget(self.units, 1)
        self.units.chosen.connect(self._chosen)
        self.units.opened.connect(self.fly_asked)
        self.units.card_asked.connect(self.card_asked)

    @property
    def pane(self) -> QWidget:
        return self.units.tree

    def title(self) -> str:
        return tr("网格")

    def enter(self) -> None:
        super().enter()
        self._list()

    def fill(self) -> None:
        self.county.tasks.read(units.all_units, self._show_units, key="units")

    def take_selection(self, kind: str, ids: Sequence[int], initiator: object) -> None:
        if len(ids) == 1:
            self.units.follow(kind, ids[0])
        if initiator is not self.table and kind != Kind.RUN and ids:
            self._place, self._lists_gaps = (kind, tuple(ids)), False
            self._list()

    def take_change(self, change: object, initiator: object) -> None:
        if isinstance(change, Change) and (Kind.DIVISION in change.kinds or (Kind.GRID in change.kinds and change.ids is None)):
            self.fill()
        if self.is_current:
            self._list()

    def list_gaps(self, kind: str, thing: int) -> None:
        """List the families of a unit that miss a slot."""
        self._place, self._lists_gaps = (kind, (thing,)), True
        self._list()

    def list_families(self, kind: str, thing: int) -> None:
        """List the families of a unit."""
        self._place, self._lists_gaps = (kind, (thing,)), False
        self._list()

    def _list(self) -> None:
        kind, ids = self._place
        if not kind:
            empty = tr("还没有选中网格。单击地图或左边的列表，这里列出住户。")
            self.table.set_choices(())
            self.table.set_buttons(())
            self.table.show_list(Listing(tr("住户"), family_columns(), (), empty))
            return
        wants_gaps = self._lists_gaps

        def read(connection: sqlite3.Connection) -> tuple[Listing, tuple[str, tuple[int, ...]]]:
            place, chosen = reading.place_around(connection, kind, ids)
            title = reading.title_of_place(connection, place, chosen)
            if wants_gaps:
                return gap_listing(title, reading.gap_rows(connection, place, chosen)), (place, chosen)
            return family_listing(title, reading.family_rows(connection, place, chosen)), (place, chosen)

        self.county.tasks.read(read, lambda found: self._show_list(*found), key="table")

    def _show_list(self, listing: Listing, place: tuple[str, tuple[int, ...]]) -> None:
        if self.is_current:
            if len(place[1]) == 1:
                self.units.follow(place[0], place[1][0])
            choices = ((tr("全部住户"), self._choose_all), (tr("缺岗的户"), self._choose_gaps))
            self.table.set_choices(choices, current=int(self._lists_gaps))
            self.table.show_list(listing)
            if self._place[0] == Kind.HOUSEHOLD:
                self.table.follow(self._place[1])

    def _choose_all(self) -> None:
        self._lists_gaps = False
        self._list()

    def _choose_gaps(self) -> None:
        self._lists_gaps = True
        self._list()

    def _show_units(self, found: list[Unit]) -> None:
        self.units.show_units([unit for unit in found if unit.kind in SHOWN])

    def _chosen(self, kind: str, thing: int) -> None:
        self._place, self._lists_gaps = (kind, (thing,)), False
        self.county.signals.selection.emit(kind, (thing,), self)
        self.fly_asked.emit(kind, thing)
        self._list()

    def _show_current(self) -> None:
        unit = self.units.current()
        if unit is None:
            self.county.signals.message.emit("info", tr("请先在列表或地图上选一个网格。"))
        else:
            self.fly_asked.emit(unit.kind, unit.id)


def family_listing(title: str, rows: Sequence[HouseholdRow]) -> Listing:
    """Families of a place."""
    return Listing(tr("{place} 住户", place=title), family_columns(), rows, tr("这里没有住户。可以选大一级的单位看看。"))


def gap_listing(title: str, rows: Sequence[object]) -> Listing:
    """Families missing a slot."""
    return Listing(tr("{place} 缺岗户", place=title), gap_columns(), rows, tr("没有缺岗户：这里的搬迁户六岗齐全。"))
