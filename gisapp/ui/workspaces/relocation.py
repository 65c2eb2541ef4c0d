"""搬迁社区: settlement sites and buildings, how complete the six slots are, and filling the gaps."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gisapp.domain.cards import Unit
from gisapp.domain.change import Change, Kind
from gisapp.language import tr
from gisapp.ui import pieces, reading
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.table import Listing, TableButton, TablePanel
from gisapp.ui.reading import Completeness
from gisapp.ui.workspaces.bars import BarPainter, percentage
from gisapp.ui.workspaces.grids import family_listing, gap_listing
from gisapp.ui.workspaces.unit_list import UnitList
from gisapp.ui.workspaces.workspace import Workspace

TOUCHING_SLOTS = frozenset({Kind.HOUSEHOLD, Kind.GRID, Kind.CONTACT})


@dataclass(frozen=True, slots=True)
class Standing:
    """Sites and buildings with how complete each is."""

    units: tuple[Unit, ...]
    shares: dict[tuple[str, int], Completeness]


class RelocationWorkspace(Workspace):
    """assign_asked(families): choose a contact for these."""

    assign_asked = Signal(object)

    name, icon, theme = "relocation", "building", "missing_slots"

    def __init__(self, county: OpenCounty, table: TablePanel) -> None:
        super().__init__(county, table)
        self._place: tuple[str, tuple[int, ...]] = ("", ())
        self._lists_gaps = True
        self._standing = Standing((), {})
        self.large_button(tr("补齐缺岗"), self.fill_gaps, icon="contact")
        self.summary = pieces.label("", "note")
        self.column.addWidget(self.summary)
        self.column.addWidget(pieces.label(tr("安置点 · 楼栋 · 六岗齐全的户"), "section"))
        self.units = UnitList()
        self.units.draw_notes_with(BarPainter(self.units.tree))
        self.column.addWidget(self.units, 1)
        whole = pieces.button(tr("看全县"), self.show_whole, role="link")
        self.column.addWidget(whole)
        self.units.chosen.connect(self._chosen)
        self.units.opened.connect(self.fly_asked)
        self.units.card_asked.connect(self.card_asked)

    @property
    def pane(self) -> QWidget:
        return self.units.tree

    def title(self) -> str:
        return tr("搬迁社区")

    def enter(self) -> None:
        super().enter()
        self._list()

    def take_selection(self, kind: str, ids: Sequence[int], initiator: object) -> None:
        if len(ids) == 1:
            self.units.follow(kind, ids[0])
        if initiator is not self.table and ids and kind in ("grid", "division", "settlement_site", "building", "household", "house"):
            self._go((kind, tuple(ids)), lists_gaps=kind not in ("household", "house"))

    def take_change(self, change: object, initiator: object) -> None:
        if isinstance(change, Change) and TOUCHING_SLOTS.intersection(change.kinds):
            if self.is_filled:
                self.fill()
            if self.is_current:
                self._list()

    def fill_gaps(self) -> None:
        """List who misses a slot where we are, and show the first family's card."""
        self._go(self._place, lists_gaps=True, then_first=True)

    def show_whole(self) -> None:
        """Leave the site: the whole county's gaps."""
        self.units.tree.clearSelection()
        self._go(("", ()), lists_gaps=True)

    def list_gaps(self, kind: str, thing: int) -> None:
        """List the families of a unit that miss a slot."""
        self._go((kind, (thing,)), lists_gaps=True)

    def list_families(self, kind: str, thing: int) -> None:
        """List the families of a unit."""
        self._go((kind, (thing,)), lists_gaps=False)

    def _go(self, place: tuple[str, tuple[int, ...]], *, lists_gaps: bool, then_first: bool = False) -> None:
        self._place, self._lists_gaps = place, lists_gaps
        self._list(then_first=then_first)

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
        self.table.set_buttons((TableButton(tr("分配联系人…"), "contact", self.assign_asked.emit, tip),))
        self.table.show_list(listing)
        if then_first and listing.rows:
            self.table.view.selectRow(0)
            self.table.view.setFocus()

    def fill(self) -> None:
        def read(connection: sqlite3.Connection) -> Standing:
            units = tuple(reading.settlements(connection))
            return Standing(units, reading.completeness(connection, units))

        self.county.tasks.read(read, self._show_standing, key="standing")

    def _show_standing(self, standing: Standing) -> None:
        notes = {key: (percentage(one.share) if one.families else "", "") for key, one in standing.shares.items()}
        if standing.units != self._standing.units:
            self.units.show_units(standing.units, notes=notes)
        else:
            self.units.model.annotate(notes)
        self._standing = standing
        sites = [one for (kind, _), one in standing.shares.items() if kind == "settlement_site"]
        families, gaps = sum(one.families for one in sites), sum(one.incomplete for one in sites)
        values = {"sites": len(sites), "families": f"{families:,}", "gaps": f"{gaps:,}"}
        self.summary.setText(tr("{sites} 个安置点，{families} 户，其中 {gaps} 户缺岗", **values))

    def _chosen(self, kind: str, thing: int) -> None:
        self.county.signals.selection.emit(kind, (thing,), self)
        self.fly_asked.emit(kind, thing)
        self._go((kind, (thing,)), lists_gaps=True)
