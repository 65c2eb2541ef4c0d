"""The page 物资需求: what the people of the run in hand need, and the table of norms it is computed from."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QTabWidget, QVBoxLayout

from gisapp.domain.change import Kind
from gisapp.domain.need_sources import SourceKind, source_kind
from gisapp.domain.needs import MOST_DAYS, NeedBase, NeedItem, NeedLine, NeedsReport, needs_notes, shown
from gisapp.language import tr
from gisapp.services.runs.count_needs import USUAL_DAYS, count_needs, count_site_needs
from gisapp.services.runs.keep_needs import NeedTable, read_needs
from gisapp.ui import pieces
from gisapp.ui.panels.page_in_sight import PageInSight
from gisapp.ui.tables.plain_list import chosen_of, plain_view, show_rows
from gisapp.ui.tables.rows import Column, RowModel
from gisapp.ui.work import situation_deeds
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.roll_call_lists import run_of

WAIT_MS = 250


@dataclass(frozen=True, slots=True)
class Needed:
    """One norm, and what it comes to in the run; ``line`` None while there is no run."""

    item: NeedItem
    count: int
    line: NeedLine | None


@dataclass(frozen=True, slots=True)
class _Found:
    run: int | None
    report: NeedsReport | None
    at_sites: NeedsReport | None
    table: NeedTable


class NeedsPage(PageInSight):
    """Reads when it is in sight; the norms can be changed without a run too."""

    kinds = frozenset({Kind.NEED, Kind.RUN})

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self.found: _Found | None = None
        self.summary, self.note = pieces.label("", "title"), pieces.label("", "note")
        self.days = QSpinBox(minimum=1, maximum=MOST_DAYS, value=USUAL_DAYS)
        self.items, self.places, self.sites = RowModel(), RowModel(), RowModel()
        self.item_view = plain_view(self.items, tr("物资需求"))
        self.place_view = plain_view(self.places, tr("各村需求"))
        self.site_view = plain_view(self.sites, tr("各避险点需求"))
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._arrange()
        self._timer.timeout.connect(self._read)
        self.days.valueChanged.connect(lambda _days: self._timer.start())
        self.item_view.doubleClicked.connect(lambda _index: self.change())
        self.item_view.entered_by_key.connect(lambda _index: self.change())

    # What the buttons do

    def change(self) -> None:
        """Open the chosen norm."""
        item = self._chosen()
        if item is not None:
            situation_deeds.edit_need(self._desk, item)

    def add(self) -> None:
        """Open the form for one more item."""
        situation_deeds.edit_need(self._desk, None)

    def remove(self) -> None:
        """Take the chosen item out; undo brings it back."""
        item = self._chosen()
        if item is not None:
            situation_deeds.remove_need(self._desk, item)

    def restore(self) -> None:
        """Back to the preset."""
        situation_deeds.restore_needs(self._desk)

    def export(self) -> None:
        """The needs of the run as a workbook."""
        if self.found is None or self.found.run is None:
            self._desk.county.signals.message.emit("info", tr("还没有研判，没有可以导出的需求。"))
            return
        situation_deeds.export_needs(self._desk, self.found.run, self.days.value())

    # Reading

    def _chosen(self) -> NeedItem | None:
        rows = chosen_of(self.item_view, self.items)
        if rows and isinstance(rows[0], Needed):
            return rows[0].item
        self._desk.county.signals.message.emit("info", tr("请先选中一种物资。"))
        return None

    def _ask(self) -> None:
        place, days = self._place, self.days.value()

        def read(connection: sqlite3.Connection) -> _Found:
            run = run_of(connection, place)
            report = count_needs(connection, run, days=days) if run is not None else None
            at_sites = count_site_needs(connection, run, days=days) if run is not None else None
            return _Found(run, report, at_sites, read_needs(connection))

        self._desk.county.tasks.read(read, self._show, key="needs page")

    def _show(self, found: _Found) -> None:
        self.found = found
        report = found.report
        self._show_places(found)
        lines = {line.item.code: line for line in report.lines} if report is not None else {}
        rows = [Needed(item, report.count(item.base) if report is not None else 0, lines.get(item.code)) for item in found.table.items]
        show_rows(self.item_view, self.items, _item_columns(), rows)
        if report is None:
            self.summary.setText(tr("还没有研判；标准可以先改好。"))
            self.note.setText("")
            return
        people, families = f"{report.count(NeedBase.PERSON):,}", f"{report.count(NeedBase.HOUSEHOLD):,}"
        self.summary.setText(tr("研判第 {run} 号：{people} 人、{families} 户需要", run=found.run, people=people, families=families))
        self.note.setText("".join(needs_notes(report)[1:]))

    def _show_places(self, found: _Found) -> None:
        """By village, and by safe site once families were sent there."""
        for view, model, report, name in (
            (self.place_view, self.places, found.report, tr("村/社区")),
            (self.site_view, self.sites, found.at_sites, tr("避险点")),
        ):
            columns = _place_columns(report, name) if report is not None else ()
            show_rows(view, model, columns, range(len(report.places)) if report is not None else ())
        self.tabs.setTabVisible(2, found.at_sites is not None)

    def _arrange(self) -> None:
        self.days.setAccessibleName(tr("几天"))
        self.days.setSuffix(tr(" 天"))
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(self.days)
        tabs = QTabWidget()
        tabs.addTab(self.item_view, tr("合计与标准"))
        tabs.addTab(self.place_view, tr("各村"))
        tabs.addTab(self.site_view, tr("各避险点"))
        self.tabs = tabs
        row = QHBoxLayout()
        buttons = (
            pieces.button(tr("改标准…"), self.change, role="main", icon="draw", tip=tr("选中的一种；也可双击或回车")),
            pieces.button(tr("加一种…"), self.add, icon="new"),
            pieces.button(tr("去掉"), self.remove, icon="close", tip=tr("可以撤销")),
            pieces.button(tr("恢复起始值"), self.restore, icon="restore"),
            pieces.button(tr("导出 Excel"), self.export, icon="table"),
        )
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(tabs, 1)
        column.addLayout(row)


def _item_columns() -> tuple[Column, ...]:
    return (
        Column(tr("物资"), lambda row: row.item.name, 10.5),
        Column(tr("标准"), lambda row: row.item.rule, 10, tint=lambda row: "" if row.item.amount is not None else "danger"),
        Column(tr("人数/户数"), lambda row: f"{row.count:,}", 5, order=lambda row: row.count, is_number=True),
        Column(tr("需要"), _total, 6, order=lambda row: row.line.total or 0 if row.line else 0, is_number=True),
        Column(tr("单位"), lambda row: row.item.unit, 5),
        Column(tr("依据"), lambda row: source_kind(row.item).caption, 5, tint=_kind_tint),
        Column(tr("标准来源"), lambda row: row.item.source, 40),
    )


def _kind_tint(row: Needed) -> str:
    """An estimate is no norm, and is seen not to be."""
    return "" if source_kind(row.item) is SourceKind.PUBLIC else "warn"


def _total(row: Needed) -> str:
    if row.line is None:
        return ""
    return shown(row.line.total) or tr("未定")


def _place_columns(report: NeedsReport, title: str) -> tuple[Column, ...]:
    def name(at: int) -> str:
        place = report.places[at]
        return tr("{town} {village}", town=place.town, village=place.village).strip() if place.village else tr("不在任何村/社区内")

    def counted(base: NeedBase) -> Column:
        def count(at: int) -> int:
            return report.places[at].counts.get(base, 0)

        return Column(base.caption, lambda at: f"{count(at):,}", 5, order=count, is_number=True)

    def needed(line: NeedLine) -> Column:
        title = tr("{name}（{unit}）", name=line.item.name, unit=line.item.unit)
        return Column(title, lambda at: shown(line.by_place[at]), max(len(title), 6), order=lambda at: line.by_place[at], is_number=True)

    bases = (counted(NeedBase.PERSON), counted(NeedBase.HOUSEHOLD))
    return (Column(title, name, 11), *bases, *(needed(line) for line in report.lines if line.total is not None))
