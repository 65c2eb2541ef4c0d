"""The page 齐全情况: bars of how complete the six slots are by community, building, origin village and slot."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout

from gisapp.domain.change import Kind
from gisapp.language import tr
from gisapp.services.contacts.report_completeness import CompletenessReport, PlaceShare, report_completeness
from gisapp.ui import pieces, reading
from gisapp.ui.panels.bar_rows import Bar, BarRows
from gisapp.ui.panels.page_in_sight import PageInSight
from gisapp.ui.work import slot_deeds
from gisapp.ui.work.desk import WorkDesk

TOUCHING = frozenset({Kind.HOUSEHOLD, Kind.GRID, Kind.CONTACT, Kind.DIVISION, Kind.HOUSE})
Views = tuple[tuple[Bar, ...], ...]


class CompletenessPage(PageInSight):
    """Reads when it is in sight; what changes meanwhile is read when it is looked at again."""

    kinds = TOUCHING

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self._views: Views = ((), (), (), ())
        self._view = 0
        self.summary = pieces.label("", "title")
        self.rows = BarRows()
        self._group = QButtonGroup(self)
        self.buttons = tuple(self._view_button(place, text) for place, text in enumerate(view_titles()))
        self._arrange()
        self.rows.chosen.connect(self._open)

    def show_view(self, place: int) -> None:
        """0 communities, 1 buildings, 2 origin villages, 3 slots."""
        self._view = place
        self.buttons[place].setChecked(True)
        self.rows.show_bars(self._views[place])

    def _ask(self) -> None:
        kind, ids = self._place

        def read(connection: sqlite3.Connection) -> tuple[str, Views]:
            chosen = reading.families_of(connection, kind, ids) if kind else None
            return reading.title_of_place(connection, kind, ids), read_views(connection, chosen)

        self._desk.county.tasks.read(read, lambda found: self._show(*found), key="completeness")

    def _show(self, title: str, views: Views) -> None:
        self._views = views
        families, complete = sum(bar.total for bar in views[0]), sum(bar.filled for bar in views[0])
        told = tr("{place}：搬迁户 {families} 户，六岗齐全 {complete} 户", place=title, families=f"{families:,}", complete=f"{complete:,}")
        self.summary.setText(told)
        self.show_view(self._view)

    def _open(self, bar: Bar) -> None:
        if bar.missing:
            self._desk.bench.relocation.list_gaps_of(tr("{place} 缺岗户", place=bar.title), bar.households)
        else:
            self._desk.list_families(tr("{place} 住户", place=bar.title), bar.households)

    def _view_button(self, place: int, text: str) -> pieces.PushButton:
        button = pieces.PushButton(text)
        button.setProperty("role", "workspace")
        button.setCheckable(True)
        button.setChecked(place == 0)
        button.clicked.connect(partial(self._choose_view, place))
        self._group.addButton(button)
        return button

    def _choose_view(self, place: int, _checked: bool = False) -> None:
        self.show_view(place)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 0)
        head.addWidget(self.summary, 1)
        for button in self.buttons:
            head.addWidget(button)
        head.addSpacing(12)
        head.addWidget(pieces.button(tr("导出…"), lambda: slot_deeds.export(self._desk), icon="table"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(area, 1)


def view_titles() -> tuple[str, ...]:
    """The four views in their order."""
    return (tr("按社区"), tr("按楼栋"), tr("按户籍村"), tr("按岗位"))


def read_views(connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> Views:
    """The bars of every view."""
    report = report_completeness(connection, household_ids=household_ids)
    views = (report.communities, report.buildings, report.villages)
    return (*(tuple(_bar(one) for one in shares) for shares in views), _slot_bars(report))


def _bar(share: PlaceShare) -> Bar:
    return Bar(share.title, share.families, share.complete, share.households[: share.incomplete] or share.households)


def _slot_bars(report: CompletenessReport) -> tuple[Bar, ...]:
    every = tuple(family for one in report.communities for family in one.households)
    return tuple(Bar(slot.caption, len(every), len(every) - len(lacking), lacking or every) for slot, lacking in report.lacking)
