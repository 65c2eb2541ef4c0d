"""搬迁社区: settlement sites and buildings, how complete the six slots are, and filling the gaps."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gisapp.domain.cards import HouseholdRow, Unit
from gisapp.domain.change import Change, Kind
from gisapp.domain.entrances import ENTRANCE, FLOOR, is_part
from gisapp.language import tr
from gisapp.storage.families import households
from gisapp.ui import pieces, reading
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.table import Listing, TableButton, TableMenu, TablePanel
from gisapp.ui.reading import Completeness
from gisapp.ui.tables.lists import family_columns
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Place
from gisapp.ui.workspaces.bars import BarPainter, percentage
from gisapp.ui.workspaces.grids import family_listing, gap_listing
from gisapp.ui.workspaces.unit_list import UnitList
from gisapp.ui.workspaces.work_shelf import WorkShelf
from gisapp.ui.workspaces.workspace import Workspace

PLACES = frozenset({"grid", "division", "settlement_site", "building", ENTRANCE, FLOOR, "household", "house", "flow"})
TOUCHING_SLOTS = frozenset({Kind.HOUSEHOLD, Kind.GRID, Kind.CONTACT})


@dataclass(frozen=True, slots=True)
class Standing:
    """Sites, buildings, entrances and floors with how complete each is."""

    units: tuple[Unit, ...]
    shares: dict[tuple[str, int], Completeness]


class RelocationWorkspace(Workspace):
    """assign_asked(families): choose a contact for these; place_shown(kind, ids): another place is shown."""

    assign_asked = Signal(object)
    place_shown = Signal(str, object)

    name, icon, theme = "relocation", "building", "missing_slots"

    def __init__(self, county: OpenCounty, table: TablePanel, desk: WorkDesk) -> None:
        super().__init__(county, table)
        self._desk = desk
        self._place: Place = ("", ())
        self.shelf = WorkShelf(desk, table, place=lambda: self._place, is_current=lambda: self.is_current)
        self.shelf.chosen.connect(self.show_work)
        self._lists_gaps = True
        self._standing = Standing((), {})
        self.large_button(tr("补齐缺岗"), self.fill_gaps, icon="contact")
        self.summary = pieces.label("", "note")
        self.column.addWidget(self.summary)
        self.column.addWidget(pieces.label(tr("安置点 · 楼栋 · 单元 · 楼层 · 齐全率"), "section"))
        self.units = UnitList()
        self.units.draw_notes_with(BarPainter(self.units.tree))
        self.column.addWidget(self.units, 1)
        self._whole = pieces.button(tr("看全县"), self.show_whole, role="link")
        self.column.addWidget(self._whole)
        self.units.chosen.connect(self._chosen)
        self.units.opened.connect(self.fly_asked)
        self.units.card_asked.connect(self.card_asked)

    @property
    def pane(self) -> QWidget:
        return self.units.tree

    @property
    def place(self) -> Place:
        """What is shown: (kind, ids); ("", ()) is the whole county."""
        return self._place

    def title(self) -> str:
        return tr("搬迁社区")

    def enter(self) -> None:
        super().enter()
        self._relist()

    def take_selection(self, kind: str, ids: Sequence[int], initiator: object) -> None:
        if len(ids) == 1:
            self.units.follow(kind, ids[0])
        if initiator is not self.table and ids and kind in PLACES:
            self._go((kind, tuple(ids)), lists_gaps=kind not in ("household", "house", "flow"))

    def take_change(self, change: object, initiator: object) -> None:
        if isinstance(change, Change) and TOUCHING_SLOTS.intersection(change.kinds):
            if self.is_filled:
                self.fill()
            if self.is_current and not self.shelf.is_shown:
                self._list()
        if isinstance(change, Change):
            self.shelf.take_change(change)

    def show_work(self, name: str) -> None:
        """Show a work list for the place we are at."""
        self.shelf.show(name)

    def list_ids(self, title: str, families: Sequence[int]) -> None:
        """List any families under a title."""
        chosen = tuple(families)
        self.shelf.leave()
        self._lists_gaps = False

        def read(connection: sqlite3.Connection) -> list[HouseholdRow]:
            return households.rows(connection, chosen)

        def show(rows: list[HouseholdRow]) -> None:
            self._place = (Kind.HOUSEHOLD.value, chosen)
            self._show_list(Listing(title, family_columns(), rows, tr("这里没有住户。可以选大一级的单位看看。")), False)

        self.county.tasks.read(read, show, key="table")

    def list_gaps_of(self, title: str, families: Sequence[int]) -> None:
        """List those of any families that miss a slot, with the reasons, under a title."""
        chosen = tuple(families)
        self.shelf.leave()

        def read(connection: sqlite3.Connection) -> Listing:
            return replace(gap_listing("", reading.gap_rows(connection, Kind.HOUSEHOLD.value, chosen)), title=title)

        def show(listing: Listing) -> None:
            self._place, self._lists_gaps = (Kind.HOUSEHOLD.value, chosen), True
            self._show_list(listing, False)

        self.county.tasks.read(read, show, key="table")

    def fill_gaps(self) -> None:
        """List who misses a slot where we are, and show the first family's card."""
        self._go(self._place, lists_gaps=True, then_first=True)

    def show_whole(self) -> None:
        """Leave the site: the whole county's gaps."""
        self.units.tree.clearSelection()
        self._desk.bench.pages.suggest("map")
        self._go(("", ()), lists_gaps=True)

    def list_gaps(self, kind: str, thing: int) -> None:
        """List the families of a unit that miss a slot."""
        self._go((kind, (thing,)), lists_gaps=True)

    def list_families(self, kind: str, thing: int) -> None:
        """List the families of a unit."""
        self._go((kind, (thing,)), lists_gaps=False)

    def show_place(self, place: Place) -> None:
        """List the families of any place."""
        self._go(place, lists_gaps=False)

    def _go(self, place: Place, *, lists_gaps: bool, then_first: bool = False) -> None:
        self._place, self._lists_gaps = place, lists_gaps
        self.place_shown.emit(*place)
        self.shelf.leave()
        self._list(then_first=then_first)

    def _relist(self) -> None:
        if self.shelf.is_shown:
            self.shelf.show_again()
        else:
            self._list()

    # Work lists

    def _offer_work(self) -> None:
        from gisapp.ui.work.registry import LISTS  # not before somebody looks at them

        self.shelf.offer(LISTS, self.column, after=self._whole)

    def _list(self, *, then_first: bool = False) -> None:
        (kind, ids), wants_gaps = self._place, self._lists_gaps

        def read(connection: sqlite3.Connection) -> Listing:
            title = reading.title_of_place(connection, kind, ids)
            if wants_gaps:
                return gap_listing(title, reading.gap_rows(connection, kind, ids))
            return family_listing(title, reading.family_rows(connection, kind, ids) if kind else reading.relocated_rows(connection))

        self.county.tasks.read(read, lambda listing: self._show_list(listing, then_first), key="table")

    def _show_list(self, listing: Listing, then_first: bool) -> None:
        if not self.is_current:
            return
        choices = (
            (tr("缺岗的户"), lambda: self._go(self._place, lists_gaps=True)),
            (tr("全部住户"), lambda: self._go(self._place, lists_gaps=False)),
        )
        self.table.set_choices(choices, current=int(not self._lists_gaps))
        tip = tr("给选中的户分配；没有选中时给表中全部户")
        self.table.set_buttons((TableButton(tr("分配联系人…"), "contact", self.assign_asked.emit, tip), self._paper_menu()))
        self.table.show_list(listing)
        if then_first and listing.rows:
            self.table.view.selectRow(0)
            self.table.view.setFocus()

    def _paper_menu(self) -> TableMenu:
        from gisapp.ui.work.paper import list_buttons

        buttons = (TableButton(each.text, each.icon, partial(each.clicked, self._desk), each.tip) for each in list_buttons())
        return TableMenu(tr("打印"), tuple(buttons))

    def fill(self) -> None:
        if self.shelf.lists is None:
            self._offer_work()
        self.shelf.count()

        def read(connection: sqlite3.Connection) -> Standing:
            units = tuple(reading.settlements(connection))
            return Standing(units, reading.completeness(connection))

        self.county.tasks.read(read, self._show_standing, key="standing")

    def _show_standing(self, standing: Standing) -> None:
        notes = {key: (percentage(one.share) if one.families else "", "") for key, one in standing.shares.items()}
        if standing.units != self._standing.units:
            self.units.show_units(standing.units, notes=notes)
        else:
            self.units.annotate(notes)
        self._standing = standing
        sites = [one for (kind, _), one in standing.shares.items() if kind == "settlement_site"]
        families, gaps = sum(one.families for one in sites), sum(one.incomplete for one in sites)
        values = {"sites": len(sites), "families": f"{families:,}", "gaps": f"{gaps:,}"}
        self.summary.setText(tr("{sites} 个安置点，{families} 户，其中 {gaps} 户缺岗", **values))

    def _chosen(self, kind: str, thing: int) -> None:
        self.county.signals.selection.emit(kind, (thing,), self)
        self.fly_asked.emit(kind, thing)
        if kind == "building" or is_part(kind):
            self._desk.bench.pages.suggest("chart")
        self._go((kind, (thing,)), lists_gaps=True)
