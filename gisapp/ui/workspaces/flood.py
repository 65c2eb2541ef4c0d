"""防汛: hazard areas, the one large question, and its answer as figures, list and marks on the map."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change, Kind
from gisapp.export.stored_run import stored_run
from gisapp.language import tr
from gisapp.scene.shapes import around
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.runs import kept_runs, stored_runs
from gisapp.ui import outputs, pieces
from gisapp.ui.cards.asking import Asking, AskingCard
from gisapp.ui.cards.run import RunActions, run_card, short_names
from gisapp.ui.cards.what_if import WhatIfCard
from gisapp.ui.cards.with_work import Draw, run_sheet
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.card import CardPanel
from gisapp.ui.panels.table import Listing, TablePanel
from gisapp.ui.tables.hazard_tree import Arranged, arranged
from gisapp.ui.tables.lists import call_columns
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Among, Place
from gisapp.ui.workspaces.depth_files import DepthFiles
from gisapp.ui.workspaces.hazard_entry import HazardEntry
from gisapp.ui.workspaces.hazard_files import HazardFiles, Panes
from gisapp.ui.workspaces.hazard_list import HazardList
from gisapp.ui.workspaces.raster_files import RasterFiles
from gisapp.ui.workspaces.run_lists import RunLists
from gisapp.ui.workspaces.run_question import RunQuestion
from gisapp.ui.workspaces.work_shelf import WorkShelf
from gisapp.ui.workspaces.workspace import Workspace

if TYPE_CHECKING:
    pass


LIST_PX = 72
RUNS = "runs"
GOING = frozenset({Kind.ALLOCATION, Kind.SAFE_SITE})
"""Changes of these kinds send families elsewhere."""


class FloodWorkspace(Workspace):
    """draw_asked(): the person wants to draw an area; place_shown(kind, ids): another run."""

    draw_asked = Signal()
    place_shown = Signal(str, object)

    name, icon, theme = "flood", "flood", "households"

    def __init__(self, county: OpenCounty, table: TablePanel, *, desk: WorkDesk, card: CardPanel, content: MapContent) -> None:
        super().__init__(county, table)
        self._card, self._content, self._desk = card, content, desk
        self.shelf = WorkShelf(desk, table, place=lambda: self.place, is_current=lambda: self.is_current)
        self.shelf.chosen.connect(self.show_work)
        self.run: AffectedRun | None = None
        self.asking = Asking()
        self.question = RunQuestion(county, self)
        self.question.answered.connect(self._answered)
        self.question.busy.connect(lambda is_asking: self.big.setEnabled(not is_asking))
        self.depths = DepthFiles(county, desk.ask)
        self.entry = HazardEntry(county, card=card, content=content, parent=self)
        self.entry.left.connect(self.show_run)
        self.entry.saved.connect(lambda: self.big.setFocus())
        self.files = HazardFiles(county, desk.ask, panes=Panes(card, content, table), entry=self.entry)
        self.rasters = RasterFiles(county, card, content, self.entry.discard)
        self.files.depths_chosen.connect(self.rasters.look_at)
        self.rasters.chosen.connect(self.depths.add)
        self.lists = RunLists(county, table, self)
        self.lists.run_asked.connect(self.show_run)
        self.lists.run_opened.connect(self._show_stored)
        self.lists.again_asked.connect(self.question.ask_again)
        self.lists.runs_asked.connect(lambda: self.show_work(RUNS))
        self.lists.compared.connect(self.shelf.leave)
        self.large_button(tr("哪些住房在险区？"), self.ask_run, icon="flood")
        self._add_options()
        self._add_list()

    @property
    def pane(self) -> QWidget:
        return self.hazards

    def title(self) -> str:
        return tr("防汛")

    def enter(self) -> None:
        super().enter()
        if self.shelf.is_shown:
            self.shelf.show_again()
        else:
            self.show_run()

    def leave(self) -> None:
        super().leave()
        self._content.show_affected(())

    def take_change(self, change: object, initiator: object) -> None:
        if isinstance(change, Change) and Kind.HAZARD in change.kinds and self.is_filled:
            self.fill()
        if isinstance(change, Change):
            self._forget_run_gone(change)
            self.shelf.take_change(change)
            if self.is_current and self.run is not None and self._shows(self.run):
                self._show_parts(self.run)
            if GOING.intersection(change.kinds) and self.run is not None:
                self._renew(int(self.run.id))

    def _forget_run_gone(self, change: Change) -> None:
        """An undo may have taken the run in hand away: nobody goes on working on it."""
        if Kind.RUN not in change.kinds or self.run is None or stored_runs.read(self.county.reader, int(self.run.id)) is not None:
            return
        self.run = None
        self._content.show_affected(())
        if self.is_current:
            self.county.signals.selection.emit("", (), self)
            self.show_run()
        else:
            self.shelf.leave()

    def _shows(self, run: AffectedRun) -> bool:
        """Whether the card of a run is in sight, and no other on its way."""
        return self._card.title == short_names(run.question.names) and self._card.shown == ("", ())

    def _renew(self, number: int) -> None:
        """The list of the run in hand says where families go: read it anew."""

        def show(run: AffectedRun) -> None:
            if self.run is not None and self.run.id == run.id:
                self.run = run
                if self.is_current and not self.shelf.is_shown:
                    self.lists.show(run)
                if self.is_current and self._shows(run):
                    self._show_parts(run)

        self.county.tasks.read(lambda connection: stored_run(connection, number), show, key="run again", failed=lambda _error: None)

    @property
    def place(self) -> Place:
        """The run in hand: (kind, ids); ("", ()) is none."""
        return ("", ()) if self.run is None else (Kind.RUN.value, (int(self.run.id),))

    def show_work(self, name: str, *, among: Among | None = None) -> None:
        """Show a work list for the run in hand, of it only these families when given."""
        self.shelf.show(name, among=among)

    # The question

    def ask_run(self) -> None:
        """Find the affected homes of the ticked areas and rasters, store the run, show it."""
        areas, depths = self.hazards.areas_ticked(), self.depths.ticked
        if not areas and not depths:
            self.county.signals.message.emit("info", tr("请先勾选至少一个风险区；还没有的话，可以绘制或从文件读取。"))
            return
        self.question.ask(areas, depths, self.asking)

    def ask_what_if(self, run: AffectedRun) -> None:
        """The run again under other conditions, chosen on the card."""
        number = int(run.id)
        ask = partial(self.question.ask_again, number)
        self._card.show_card(WhatIfCard(number, run.question, ask=ask, close=self.show_run))
        self._card.take_focus()

    def show_asking(self) -> None:
        """How the question is asked, on the card."""
        card = AskingCard(self.asking, ask=self.ask_run, close=self.show_run)
        card.changed.connect(self._take_asking)
        self._card.show_card(card)
        card.area_rule.setFocus()

    def _take_asking(self, asking: Asking) -> None:
        self.asking = asking
        self._how.setText(asking.summary)

    def _answered(self, answer: tuple[AffectedRun, Change]) -> None:
        self.run, change = answer
        self.county.signals.changed.emit(change, self)
        self.show_run()
        self.table.view.setFocus()
        number, before = int(self.run.id), self.run.question.repeats
        self._look_at_answer(self.run)
        if before is not None:
            self.lists.compare_numbers(before, number)

    def _look_at_answer(self, run: AffectedRun) -> None:
        """Fly to the homes found, which are at hand; what has to be read for it is the water of rasters, and areas without a home."""
        number, has_homes, has_water = int(run.id), bool(run.calls), bool(run.question.thresholds)
        if has_homes and not has_water:
            self._show_asked(((), ()))
            return

        def read(connection: sqlite3.Connection) -> tuple[Sequence[HazardArea], Sequence[HazardArea]]:
            areas = () if has_homes else kept_runs.asked_areas(connection, number)
            return areas, kept_runs.depth_areas(connection, number) if has_water else ()

        self.county.tasks.read(read, self._show_asked, key="asked areas")

    def _show_asked(self, found: tuple[Sequence[HazardArea], Sequence[HazardArea]]) -> None:
        """What was asked about in sight, the water of a raster in the colours of its levels."""
        areas, water = found
        self._content.draft(tuple(water))
        if areas or water or (self.run is not None and self.run.calls):
            self._content.fly_to_affected(around([area.geometry.bounds for area in (*areas, *water)]))

    def open_last_run(self) -> None:
        """Show the latest stored run, with today's contacts."""
        self.county.tasks.read(stored_run, self._show_stored, key="run")

    def _show_stored(self, run: AffectedRun) -> None:
        self.run = run
        self.show_run()
        self.shelf.count()

    def show_run(self) -> None:
        """The run in hand on card, table and map; without one, what to do first."""
        self.shelf.leave()
        self.place_shown.emit(*self.place)
        if self.run is None:
            self.table.set_choices(())
            self.table.set_buttons(())
            empty = tr("勾选左边的风险区，按“哪些住房在险区？”，这里列出要逐户通知的名单。")
            self.table.show_list(Listing(tr("电话名单"), call_columns(), (), empty))
            return
        self.county.signals.selection.emit(Kind.RUN.value, (int(self.run.id),), self)
        self._content.show_affected([int(call.house) for call in self.run.calls])
        self._show_card(self.run)
        if self.is_current:
            self.lists.show(self.run)

    def _show_card(self, run: AffectedRun) -> None:
        self._card.show_card(run_card(run, self._actions()))
        self._show_parts(run)

    def _actions(self) -> RunActions:
        return RunActions(self.print_run, self._export, self._web_map)

    def _show_parts(self, run: AffectedRun) -> None:
        """The card again with what the slices of work add to it, as it is now."""
        actions = self._actions()

        def show(draw: Draw) -> None:
            if self.run is run and self._shows(run):  # a family chosen meanwhile is on its way to the card
                self._card.show_card(draw())

        self.county.tasks.read(lambda connection: run_sheet(connection, run, actions, self._desk), show, key="run card")

    # The areas

    def take_drawn(self, coords: np.ndarray) -> None:
        """A polygon was drawn: ask for its name, kind and level beside the map."""
        self.entry.take_drawn(coords)

    def read_file(self) -> None:
        """Read areas or depths from a file."""
        self.files.read_file()

    def edit(self) -> None:
        """Correct the area, or all areas of the name, chosen in the list."""
        self.entry.edit(self.hazards.areas_chosen())

    def draw_along(self) -> None:
        """A strip along a river or road."""
        self.entry.draw_along()

    def remove(self) -> None:
        """Remove the ticked areas; undo brings them back."""
        self.entry.remove(sorted(self.hazards.ticked()))

    # What is done with the answer

    def print_run(self) -> None:
        """The call list of the run in hand on paper."""
        if self.run is not None:
            outputs.print_calls(self.county, self._desk.ask, self.run)

    def _export(self) -> None:
        if self.run is not None:
            outputs.export_calls(self.county, self._desk.ask, self.run)

    def _web_map(self) -> None:
        if self.run is not None:
            from gisapp.ui.dialogs.outputs.web_map import WebMapDialog

            self._desk.open(WebMapDialog(self._desk, "hazard_homes", hazards=self.run.question.names))

    # The pane

    def fill(self) -> None:
        if self.shelf.lists is None:
            self._offer_work()
        self.shelf.count()
        self.county.tasks.read(lambda connection: arranged(hazards.all_areas(connection)), self._show_areas, key="hazard list")

    def _offer_work(self) -> None:
        from gisapp.ui.work.registry import FLOOD_LISTS  # not before somebody looks at them

        self.shelf.offer(FLOOD_LISTS, self.column, after=self._more)

    def _show_areas(self, found: Arranged) -> None:
        self.hazards.show_areas(found)
        self._none.setVisible(not found.areas)

    def _add_options(self) -> None:
        """How it is asked in one line; the choice itself is on the card."""
        self._how = pieces.ShortLabel("note")
        self._how.setText(self.asking.summary)
        row = QHBoxLayout()
        row.addWidget(self._how, 1)
        tip = tr("按点位、轮廓或水深判断，人按哪里计，外扩多少米，何时有效")
        change = pieces.button(tr("更改"), self.show_asking, role="link", tip=tip)
        change.setAccessibleName(tr("更改研判方式"))
        row.addWidget(change)
        self.column.addLayout(row)

    def _add_list(self) -> None:
        self.hazards = HazardList()
        self.hazards.setMinimumHeight(LIST_PX)
        head = QHBoxLayout()
        head.addWidget(pieces.label(tr("风险区"), "section", wraps=False), 1)
        for text, is_ticked in ((tr("全选"), True), (tr("全不选"), False)):
            head.addWidget(pieces.button(text, partial(self.hazards.tick_all, is_ticked), role="link"))
        self.column.addLayout(head)
        self.hazards.chosen.connect(self._show_hazard)
        self.hazards.edit_asked.connect(self.edit)
        self._none = pieces.label(tr("还没有风险区。可以在地图上绘制，或从文件读取。"), "note")
        self._none.hide()
        self.column.addWidget(self._none)
        self.column.addWidget(self.hazards, 1)
        self.column.addWidget(self.depths)
        row = QHBoxLayout()
        row.setSpacing(6)
        tip = tr("从 shp、gpkg、geojson、kml、角点表（csv）读取范围，或读取水深栅格（tif）")
        row.addWidget(pieces.button(tr("绘制"), self.draw_asked.emit, tip=tr("在地图上逐点画一个范围")))
        row.addWidget(pieces.button(tr("读取"), self.read_file, tip=tip))
        self._more = pieces.menu_button(tr("更多"), self._entries())
        row.addWidget(self._more)
        self.column.addLayout(row)

    def _entries(self) -> tuple[tuple[str, str, bool, Callable[[], None]], ...]:
        return (
            (tr("按水位推算…"), "measure", False, self._raise_river),
            (tr("沿河或路…"), "measure", False, self.draw_along),
            (tr("修改选中的…"), "draw", False, self.edit),
            (tr("删除勾选的"), "close", False, self.remove),
            (tr("上一次研判"), "back", True, self.open_last_run),
        )

    def _raise_river(self) -> None:
        from gisapp.ui.work.registry import run_command

        run_command(self._desk, "river_level")

    def _show_hazard(self, ids: Sequence[int]) -> None:
        if ids:
            self.fly_asked.emit(Kind.HAZARD.value, int(ids[0]))
