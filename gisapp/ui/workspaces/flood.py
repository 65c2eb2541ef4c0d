"""防汛: hazard areas, the one large question, and its answer as figures, list and marks on the map."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change, Kind
from gisapp.domain.hazard import CountedAt
from gisapp.errors import GisappError
from gisapp.export.stored_run import stored_run
from gisapp.language import tr
from gisapp.scene.shapes import around
from gisapp.services.find_affected import find_affected
from gisapp.services.read_depths import read_depth_hazard
from gisapp.storage import hazards, kept_runs
from gisapp.storage.hazards import HazardArea
from gisapp.ui import outputs, pieces
from gisapp.ui.cards.run import RunActions, run_card, short_names
from gisapp.ui.cards.with_work import Draw, run_sheet
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.card import CardPanel
from gisapp.ui.panels.table import Listing, TablePanel
from gisapp.ui.tables.lists import call_columns
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Among, Place
from gisapp.ui.workspaces.hazard_entry import HazardEntry
from gisapp.ui.workspaces.hazard_list import HazardList
from gisapp.ui.workspaces.run_lists import RunLists
from gisapp.ui.workspaces.work_shelf import WorkShelf
from gisapp.ui.workspaces.workspace import Workspace

if TYPE_CHECKING:
    from sqlite_utils import Database

    from gisapp.ui.tasks import Control


class FloodWorkspace(Workspace):
    """draw_asked(): the person wants to draw an area; place_shown(kind, ids): another run."""

    draw_asked = Signal()
    place_shown = Signal(str, object)

    name, icon, theme = "flood", "flood", "households"

    def __init__(self, county: OpenCounty, table: TablePanel, *, desk: WorkDesk, card: CardPanel, content: MapContent) -> None:
        super().__init__(county, table)
        self._card, self._content, self._ask, self._desk = card, content, desk.ask, desk
        self.shelf = WorkShelf(desk, table, place=lambda: self.place, is_current=lambda: self.is_current)
        self.shelf.chosen.connect(self.show_work)
        self.run: AffectedRun | None = None
        self._asked: tuple[HazardArea, ...] = ()
        self.entry = HazardEntry(county, desk.ask, card=card, content=content, parent=self)
        self.entry.left.connect(self.show_run)
        self.entry.saved.connect(lambda: self.big.setFocus())
        self.entry.depths_asked.connect(self._ask_depths)
        self.lists = RunLists(county, table, self)
        self.lists.run_asked.connect(self.show_run)
        self.lists.run_opened.connect(self._show_stored)
        self.lists.run_made.connect(self._answered)
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
            self.shelf.take_change(change)
            if self.is_current and self.run is not None and self._card.title == short_names(self.run.question.names):
                self._show_parts(self.run)

    @property
    def place(self) -> Place:
        """The run in hand: (kind, ids); ("", ()) is none."""
        return ("", ()) if self.run is None else (Kind.RUN.value, (int(self.run.id),))

    def show_work(self, name: str, *, among: Among | None = None) -> None:
        """Show a work list for the run in hand, of it only these families when given."""
        self.shelf.show(name, among=among)

    # The question

    def ask_run(self) -> None:
        """Find the affected homes of the ticked areas, store the run, show it."""
        areas = self.hazards.areas_ticked()
        if not areas:
            self.county.signals.message.emit("info", tr("请先勾选至少一个风险区；还没有的话，可以绘制或从文件读取。"))
            return
        counted = tuple(CountedAt)[self.counted_box.currentIndex()]
        buffer_m, who = float(self.buffer_box.value()), self.county.who
        self._asked = areas
        self.big.setEnabled(False)
        self.county.tasks.write(
            tr("研判：哪些住房在险区"),
            lambda db, control: find_affected(
                db, areas, who=who, counted_at=counted, buffer_m=buffer_m, progress=control.progress, cancelled=control.cancelled
            ),
            self._answered,
            failed=self._unanswered,
        )

    def _answered(self, answer: tuple[AffectedRun, Change]) -> None:
        self.big.setEnabled(True)
        self.run, change = answer
        self.county.signals.changed.emit(change, self)
        self.show_run()
        self.table.view.setFocus()
        if self._asked:
            self._content.draft(())
            self._content.fly_to_affected(around([area.geometry.bounds for area in self._asked]))
        else:
            run = int(self.run.id)
            self.county.tasks.read(lambda connection: kept_runs.depth_areas(connection, run), self._show_depths, key="depths")

    def _show_depths(self, areas: Sequence[HazardArea]) -> None:
        """The water of a raster on the map, each level in its colour."""
        self._content.draft(tuple(areas))
        if areas:
            self._content.fly_to_affected(around([area.geometry.bounds for area in areas]))

    def open_last_run(self) -> None:
        """Show the latest stored run, with today's contacts."""
        self.county.tasks.read(stored_run, self._show_stored, key="run")

    def _show_stored(self, run: AffectedRun) -> None:
        self.run = run
        self.show_run()

    def _unanswered(self, error: GisappError) -> None:
        self.big.setEnabled(True)
        self.county.signals.message.emit("error", str(error))

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
            if self.run is run and self._card.title == short_names(run.question.names):
                self._card.show_card(draw())

        self.county.tasks.read(lambda connection: run_sheet(connection, run, actions, self._desk), show, key="run card")

    # The areas

    def take_drawn(self, coords: np.ndarray) -> None:
        """A polygon was drawn: ask for its name, kind and level beside the map."""
        self.entry.take_drawn(coords)

    def read_file(self) -> None:
        """Read areas or depths from a file."""
        self.entry.read_file()

    def remove(self) -> None:
        """Remove the ticked areas; undo brings them back."""
        self.entry.remove(sorted(self.hazards.ticked()))

    def _ask_depths(self, path: Path, steps: tuple[float, ...]) -> None:
        """Ask about a raster of depths by itself."""
        who, counted = self.county.who, tuple(CountedAt)[self.counted_box.currentIndex()]
        self._asked = ()
        self.big.setEnabled(False)

        def ask(db: Database, control: Control) -> tuple[AffectedRun, Change]:
            depths = [read_depth_hazard(db.conn, path, steps)]
            return find_affected(db, (), who=who, depths=depths, counted_at=counted, progress=control.progress, cancelled=control.cancelled)

        self.county.tasks.write(tr("研判：水深栅格"), ask, self._answered, failed=self._unanswered)

    # What is done with the answer

    def print_run(self) -> None:
        """The call list of the run in hand on paper."""
        if self.run is not None:
            outputs.print_calls(self.county, self._ask, self.run)

    def _export(self) -> None:
        if self.run is not None:
            outputs.export_calls(self.county, self._ask, self.run)

    def _web_map(self) -> None:
        if self.run is not None:
            outputs.write_web_map(self.county, self._ask, "hazard_homes", hazards=self.run.question.names)

    # The pane

    def fill(self) -> None:
        if self.shelf.lists is None:
            self._offer_work()
        self.shelf.count()
        self.county.tasks.read(hazards.all_areas, self._show_areas, key="hazard list")

    def _offer_work(self) -> None:
        from gisapp.ui.work.registry import FLOOD_LISTS  # not before somebody looks at them

        self.shelf.offer(FLOOD_LISTS, self.column, after=self._earlier)

    def _show_areas(self, areas: list[HazardArea]) -> None:
        self.hazards.show_areas(areas)
        self._none.setVisible(not areas)

    def _add_options(self) -> None:
        self.counted_box = QComboBox()
        self.counted_box.addItems([tr("人按在住的住房计"), tr("人按现住何处计")])
        self.counted_box.setAccessibleName(tr("人按哪里计"))
        self.buffer_box = QSpinBox()
        self.buffer_box.setRange(0, 5_000)
        self.buffer_box.setSingleStep(10)
        self.buffer_box.setSuffix(tr(" 米"))
        self.buffer_box.setAccessibleName(tr("外扩米数"))
        row = QHBoxLayout()
        row.addWidget(pieces.label(tr("范围外扩"), "caption", wraps=False))
        row.addWidget(self.buffer_box, 1)
        self.column.addWidget(self.counted_box)
        self.column.addLayout(row)

    def _add_list(self) -> None:
        self.hazards = HazardList()
        head = QHBoxLayout()
        head.addWidget(pieces.label(tr("风险区"), "section", wraps=False), 1)
        for text, is_ticked in ((tr("全选"), True), (tr("全不选"), False)):
            head.addWidget(pieces.button(text, partial(self.hazards.tick_all, is_ticked), role="link"))
        self.column.addLayout(head)
        self.hazards.chosen.connect(self._show_hazard)
        self._none = pieces.label(tr("还没有风险区。可以在地图上绘制，或从文件读取。"), "note")
        self._none.hide()
        self.column.addWidget(self._none)
        self.column.addWidget(self.hazards, 1)
        row = QHBoxLayout()
        row.addWidget(pieces.button(tr("绘制"), self.draw_asked.emit, icon="draw", tip=tr("在地图上逐点画一个范围")))
        row.addWidget(
            pieces.button(
                tr("读取文件"),
                self.read_file,
                icon="open",
                tip=tr("从 shp、gpkg、geojson、kml、角点表（csv）读取范围，或读取水深栅格（tif）"),
            )
        )
        self.column.addLayout(row)
        remove = pieces.button(tr("删除勾选"), self.remove, role="link", tip=tr("删除勾选的风险区，可以撤销"))
        self.column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.addWidget(pieces.button(tr("上一次研判"), self.open_last_run, role="link", tip=tr("打开最近一次保存的研判")))
        self._earlier = pieces.button(tr("历次研判"), self.lists.list_runs, role="link", tip=tr("列出保存的研判：打开、再做、比较两次"))
        foot.addWidget(self._earlier)
        foot.addStretch(1)
        self.column.addLayout(foot)

    def _show_hazard(self, ids: Sequence[int]) -> None:
        if ids:
            self.fly_asked.emit(Kind.HAZARD.value, int(ids[0]))
