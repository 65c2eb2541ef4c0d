"""One open county on the screen: workspaces at the left, map in the middle, card at the right, table below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gisapp.domain.change import Change, Kind
from gisapp.domain.lines import Slot
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.county.undo import undo
from gisapp.services.families.reveal_phones import RevealedPhones, reveal_phones
from gisapp.services.places.search_county import Hit
from gisapp.ui import drops, outputs, pieces
from gisapp.ui.ask import Ask
from gisapp.ui.cards.family import phones_card
from gisapp.ui.cards.place import CardActions
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.card import CardPanel
from gisapp.ui.panels.map import MapPanel
from gisapp.ui.panels.pages import MapPages
from gisapp.ui.panels.search import SearchBox
from gisapp.ui.panels.status import StatusPanel
from gisapp.ui.panels.table import TablePanel
from gisapp.ui.panes import OnePaneAtATime, TableRoom, next_pane
from gisapp.ui.upkeep import Upkeep
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.workspaces.flood import FloodWorkspace
from gisapp.ui.workspaces.grids import GridsWorkspace
from gisapp.ui.workspaces.ledgers import PAGE as IMPORT_PAGE
from gisapp.ui.workspaces.ledgers import LedgersWorkspace
from gisapp.ui.workspaces.relocation import RelocationWorkspace
from gisapp.ui.workspaces.workspace import Workspace

if TYPE_CHECKING:
    from gisapp.ui.dialogs.contacts.assign import AssignDialog

LEFT_PX, CARD_PX, TABLE_PX = 232, 290, 196
FIRST_PICTURE_MS = 2_000
"""What lists and panels read waits so long at most for the map to show itself."""


class Bench(QWidget):
    """workspace_changed(name): another workspace is the current one."""

    workspace_changed = Signal(str)

    def __init__(self, county: OpenCounty, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pieces.paint_ground(self, "workbench")
        self.county, self.ask = county, ask
        self.desk = WorkDesk(self)
        self.map = MapPanel(county)
        county.tasks.hold_reads(FIRST_PICTURE_MS)  # the picture goes first
        self.table = TablePanel(county)
        self.pages = MapPages(self.map, lambda record: record.make(self.desk))
        self.card = CardPanel(county, self._card_actions(), self.desk)
        self.search = SearchBox(county)
        self.status = StatusPanel(county, undo=self.undo)
        self.grids = GridsWorkspace(county, self.table)
        self.relocation = RelocationWorkspace(county, self.table, self.desk)
        self.flood = FloodWorkspace(county, self.table, desk=self.desk, card=self.card, content=self.map.content)
        self.ledgers = LedgersWorkspace(county, self.table, ask=ask, undo=self.undo)
        self.workspaces: tuple[Workspace, ...] = (self.grids, self.relocation, self.flood, self.ledgers)
        self.dialog: AssignDialog | None = None
        self.upkeep = Upkeep(county, self)
        self._arrange()
        self._connect()
        self.show_workspace("grids")

    @property
    def current(self) -> Workspace:
        """The workspace in sight."""
        return next(one for one in self.workspaces if one.is_current)

    def show_workspace(self, name: str) -> None:
        """Change the list, the table and the map's theme; the map stays where it is."""
        chosen = next(one for one in self.workspaces if one.name == name)
        if chosen.is_current:
            return
        self.search.close_list()
        for one in self.workspaces:
            one.leave()
        self._left.setCurrentWidget(chosen)
        self.map.show_theme(chosen.theme)
        chosen.enter()
        self._offer_pages(chosen)
        self.workspace_changed.emit(name)

    def run_work(self, name: str) -> None:
        """Do what a menu entry of the relocation community's work stands for."""
        from gisapp.ui.work.registry import run_command

        run_command(self.desk, name)

    def _offer_pages(self, chosen: Workspace) -> None:
        if chosen is self.ledgers:
            self.pages.offer(self.ledgers.pages())
            self.pages.show_page(self.ledgers.page)
            return
        if chosen not in (self.relocation, self.flood):
            self.pages.offer(())
            return
        from gisapp.ui.work.registry import FLOOD_PAGES, PAGES

        self.pages.offer(PAGES if chosen is self.relocation else FLOOD_PAGES)

    def panes(self) -> str:
        """How wide and high the panes are, to be kept."""
        self._room.leave_above(0)
        return " ".join(bytes(one.saveState().toBase64().data()).decode() for one in self.splitters)

    def set_panes(self, kept: str) -> None:
        """Give the panes the sizes they had."""
        for splitter, state in zip(self.splitters, kept.split(), strict=False):
            splitter.restoreState(QByteArray.fromBase64(state.encode()))

    def close_county(self) -> None:
        """Stop all work in the background; waits for what is being written."""
        if self.dialog is not None:
            self.dialog.close()
        self.desk.close_dialogs()
        self.map.canvas.stop()
        self.county.close()

    # What actions, buttons and panels ask for

    def undo(self) -> None:
        """Take back the last corner of what is being drawn, else the last change."""
        if self.map.canvas.tool().take_back():
            return
        who = self.county.who
        self.county.tasks.write(tr("撤销"), lambda db, _control: undo(db, who=who), self._undone, failed=self._not_undone)

    def _not_undone(self, error: GisappError) -> None:
        self.county.signals.message.emit("info", str(error))

    def _undone(self, change: Change) -> None:
        self.county.signals.changed.emit(change, self)
        self.county.signals.message.emit("done", tr("已{label}", label=change.label))

    def go_to(self, hit: Hit) -> None:
        """Fly to what was found and select it."""
        kind, thing = (Kind.HOUSEHOLD, hit.household) if hit.household is not None else (hit.kind, hit.id)
        self.county.signals.selection.emit(kind.value, (thing,), self.search)
        if kind is not Kind.CONTACT:
            self.map.fly_to(kind.value, int(thing))

    def assign(self, families: Sequence[int], slot: Slot | None = None, *, fills_gaps: bool = False) -> None:
        """Open the choice of a contact for these families; ``fills_gaps``: at first only for those whose slot nobody holds."""
        if not families:
            self.county.signals.message.emit("info", tr("请先在列表里选中要分配的户。"))
            return
        if self.dialog is not None:
            self.dialog.close()
        from gisapp.ui.dialogs.contacts.assign import AssignDialog

        self.dialog = AssignDialog(self.county, families, slot, self, fills_gaps=fills_gaps)
        self.dialog.destroyed.connect(self._forget_dialog)
        self.dialog.show()

    def assign_chosen(self) -> None:
        """Choose a contact for the families chosen in the table; for all of a list of gaps when none is chosen."""
        lists_gaps = self.table.slot_missing_most() is not None
        self._assign_meant(self.table.families_meant() if lists_gaps else self.table.chosen_families())

    def show_gaps(self, kind: str, thing: int) -> None:
        """List the families of a place that miss a slot."""
        (self.relocation if self.current is self.relocation else self.grids).list_gaps(kind, thing)

    def list_families(self, kind: str, thing: int) -> None:
        """List the families of a place."""
        (self.relocation if self.current is self.relocation else self.grids).list_families(kind, thing)

    def start_search(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus()
        self.search.selectAll()

    def next_pane(self) -> None:
        next_pane(self._panes(), 1)

    def previous_pane(self) -> None:
        next_pane(self._panes(), -1)

    def _panes(self) -> tuple[tuple[QWidget, QWidget], ...]:
        panes = (self.search, self.current, self.map, self.table, self.card)
        targets = (self.search, self.current.pane, self.map.canvas, self.table.pane, self.card.pane)
        return tuple(zip(panes, targets, strict=True))

    def copy_table(self) -> None:
        self.table.copy()

    def choose_all(self) -> None:
        self.table.choose_all()

    def show_all(self) -> None:
        self.map.canvas.show_all()

    def zoom_in(self) -> None:
        self.map.canvas.zoom(1.5)

    def zoom_out(self) -> None:
        self.map.canvas.zoom(1 / 1.5)

    def go_back(self) -> None:
        self.map.canvas.go_back()

    def go_forward(self) -> None:
        self.map.canvas.go_forward()

    def show_grids(self) -> None:
        self.show_workspace("grids")

    def show_relocation(self) -> None:
        self.show_workspace("relocation")

    def show_flood(self) -> None:
        self.show_workspace("flood")

    def show_ledgers(self) -> None:
        self.show_workspace("ledgers")

    def import_ledger(self) -> None:
        """Choose a ledger and begin to import it."""
        self.show_workspace("ledgers")
        self.ledgers.import_ledger()

    def paste_table(self) -> None:
        """Begin to import what was copied in a spreadsheet."""
        self.show_workspace("ledgers")
        self.ledgers.paste()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if drops.ledger_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = drops.ledger_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.show_workspace("ledgers")
            self.ledgers.open_file(path)

    def ask_run(self) -> None:
        """The large question of the flood workspace."""
        self.show_workspace("flood")
        self.flood.ask_run()

    def draw_area(self) -> None:
        """Draw a hazard area on the map."""
        self.show_workspace("flood")
        self.map.use_tool("draw")

    def read_hazards(self) -> None:
        """Read hazard areas from a file."""
        self.show_workspace("flood")
        self.flood.read_file()

    def print_current(self) -> None:
        """Print the call list of the run in hand, else the map as it is."""
        if self.current is self.flood and self.flood.run is not None:
            self.flood.print_run()
        else:
            outputs.print_map(self.county, self.ask, self.map.theme, self.map.canvas.view().bounds, run=self.map.run)

    def print_grid(self, grid: int) -> None:
        """The card of a grid with its families as a PDF."""
        outputs.print_grid(self.county, self.ask, grid)

    def reveal(self, family: int) -> None:
        """Show a family's phones in clear, after a reason that the history keeps."""
        why = self.ask.reason(tr("显示完整电话"), tr("为什么要看？原因会记入历史。"))
        if why is None:
            return
        who = self.county.who
        self.county.tasks.write(
            tr("显示完整电话"),
            lambda db, _control: reveal_phones(db, family, who=who, why=why),
            lambda found: self._revealed(family, *found),
        )

    def _revealed(self, family: int, found: RevealedPhones, change: Change) -> None:
        self.county.signals.changed.emit(change, self)
        self.card.show_card(phones_card(found, lambda: self.county.signals.selection.emit(Kind.HOUSEHOLD.value, (family,), self)))

    def save_picture(self) -> None:
        """The map as it is now, as a picture file."""
        outputs.save_picture(self.county, self.ask, self.map.canvas.picture())

    def back_up(self) -> None:
        outputs.back_up(self.county)

    def web_map(self) -> None:
        """Ask what the web map shows, beginning with the theme in sight."""
        from gisapp.ui.dialogs.outputs.web_map import WebMapDialog

        self.desk.open(WebMapDialog(self.desk, self.map.theme))

    def check(self) -> None:
        outputs.check(self.county, self.ask)

    # How the parts lie and what they hear

    def _card_actions(self) -> CardActions:
        return CardActions(
            show_gaps=self.show_gaps,
            zoom_to=self.map.fly_to,
            assign=self.assign,
            list_families=self.list_families,
            reveal=self.reveal,
            print_grid=self.print_grid,
        )

    def _arrange(self) -> None:
        self._left = OnePaneAtATime()
        for one in self.workspaces:
            self._left.addWidget(one)
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.addWidget(self.pages)
        middle.addWidget(self.table)
        middle.setStretchFactor(0, 1)
        middle.setSizes([600, TABLE_PX])
        across = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self._left, middle, self.card):
            across.addWidget(widget)
        across.setStretchFactor(1, 1)
        across.setSizes([LEFT_PX, 860, CARD_PX])
        for splitter in (middle, across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(4)
        self.table.setMinimumHeight(110)
        self.splitters = (across, middle)
        self._room = TableRoom(middle)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(across, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        for one in self.workspaces:
            one.fly_asked.connect(self.map.fly_to)
            one.card_asked.connect(self.card.take_focus)
        self.table.fly_asked.connect(self.map.fly_to)
        self.table.card_asked.connect(self.card.take_focus)
        self.table.export_asked.connect(partial(self.run_work, "export_shown"))
        self.search.chosen.connect(self.go_to)
        self.relocation.assign_asked.connect(self._assign_meant)
        self.relocation.place_shown.connect(self.pages.show_place)
        self.flood.place_shown.connect(self.pages.show_place)
        self.flood.place_shown.connect(self.map.take_run)
        self.county.signals.changed.connect(self.pages.take_change)
        self.pages.page_shown.connect(self._make_place)
        self.workspace_changed.connect(self.map.flows.take_workspace)
        self.workspace_changed.connect(self.map.sites.take_workspace)
        self.ledgers.page_asked.connect(self.pages.show_page)
        self.ledgers.room_asked.connect(self._room.leave_above)
        self.flood.draw_asked.connect(self.draw_area)
        self.flood.entry.drawing_ended.connect(self._put_pen_down)
        self.flood.entry.reshape_asked.connect(self.map.reshape)
        self.map.area_reshaped.connect(self.flood.entry.take_reshaped)
        self.map.area_drawn.connect(self._take_drawn)
        self.map.content.shown.connect(self.county.tasks.release_reads)
        self.map.content.shown.connect(self.status.refresh)
        self.map.content.shown.connect(self.upkeep.begin)
        self.map.canvas.view_changed.connect(self.status.show_view)
        self.map.canvas.pointed.connect(self.status.show_place)

    def _make_place(self, page: str) -> None:
        """An import needs the breadth of the card, and has none of its own."""
        self.card.setVisible(page != IMPORT_PAGE)

    def _assign_meant(self, families: Sequence[int]) -> None:
        slot = self.table.slot_missing_most()
        self.assign(families, slot, fills_gaps=slot is not None)

    def _take_drawn(self, coords: np.ndarray) -> None:
        self.show_workspace("flood")
        self.map.use_tool("pan")
        self.flood.take_drawn(coords)

    def _put_pen_down(self) -> None:
        self.map.use_tool("pan")

    def _forget_dialog(self) -> None:
        self.dialog = None
