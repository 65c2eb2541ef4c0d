"""The page 点名进度: how far the roll call is by town, village and grid, in families or people; a line opens its families."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from gisapp.domain.change import Kind
from gisapp.domain.roll_call import Progress, RollState, StateTally, clock, percent
from gisapp.language import tr
from gisapp.services.roll_call.report_roll_call import PlaceProgress, RollCallReport, report_roll_call, roll_call_headline
from gisapp.storage.roll_call import roll_calls
from gisapp.ui import pieces
from gisapp.ui.panels.page_in_sight import PageInSight
from gisapp.ui.tables.plain_list import plain_view, show_rows
from gisapp.ui.tables.rows import Column, RowModel
from gisapp.ui.theme import colour
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.roll_call_lists import run_of

BAR_COLUMN, BAR_PX, MARGIN_PX = 2, 10, 6
MOST_PLACES = 5
Counted = Callable[[StateTally], int]


class ProgressBar(QStyledItemDelegate):
    """Draws who is out (full) and who only knows (hatched) as parts of all; the columns beside it say the same in figures."""

    def __init__(self, board: RollCallBoard) -> None:
        super().__init__(board)
        self._board = board

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        found: Progress = self._board.model.shown[index.row()].progress
        whole = max(found.families, 1)
        rect = QRectF(option.rect)
        track = QRectF(rect.x() + MARGIN_PX, rect.center().y() - BAR_PX / 2, rect.width() - 2 * MARGIN_PX, BAR_PX)
        out, reached = track.width() * found.out.families / whole, track.width() * found.reached.families / whole
        palette = option.palette
        painter.fillRect(track, colour("track", palette))
        painter.fillRect(QRectF(track.x(), track.y(), reached, BAR_PX), QBrush(colour("accent", palette), Qt.BrushStyle.BDiagPattern))
        painter.fillRect(QRectF(track.x(), track.y(), out, BAR_PX), colour("accent", palette))


class RollCallBoard(PageInSight):
    """Reads when it is in sight; every entry shows at once."""

    kinds = frozenset({Kind.ROLL_CALL, Kind.RUN})

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self._report: RollCallReport | None = None
        self.summary, self.note = pieces.label("", "title"), pieces.label("", "note")
        self.model = RowModel()
        self.view = plain_view(self.model, tr("点名进度"))
        self.splits, self.units = QButtonGroup(self), QButtonGroup(self)
        self._arrange()
        self.splits.idClicked.connect(lambda _number: self._fill())
        self.units.idClicked.connect(lambda _number: self._fill())
        self.view.doubleClicked.connect(self._open)
        self.view.entered_by_key.connect(self._open)

    def _ask(self) -> None:
        place = self._place

        def read(connection: sqlite3.Connection) -> RollCallReport | None:
            run = run_of(connection, place)
            return report_roll_call(connection, run) if run is not None else None

        self._desk.county.tasks.read(read, self._show, key="roll call board")

    def _show(self, report: RollCallReport | None) -> None:
        self._report = report
        if report is None:
            self.summary.setText(tr("还没有研判，没有可以点名的户。"))
        else:
            self.summary.setText(roll_call_headline(report.run, report.total))
            self.note.setText(_note(report))
        self._fill()

    def _fill(self) -> None:
        report = self._report
        rows = () if report is None else (report.towns, report.villages, report.grids)[self.splits.checkedId()]
        columns = _columns(self._counted(), tr("户") if self.units.checkedId() == 0 else tr("人"))
        show_rows(self.view, self.model, columns, rows)
        self.view.horizontalHeader().setSectionResizeMode(BAR_COLUMN, QHeaderView.ResizeMode.Stretch)

    def _counted(self) -> Counted:
        return (lambda tally: tally.families) if self.units.checkedId() == 0 else (lambda tally: tally.people)

    def _open(self, index: QModelIndex) -> None:
        report = self._report
        if report is not None:
            chosen: PlaceProgress = self.model.shown[index.row()]
            run = report.run
            self._desk.county.tasks.read(
                lambda connection: roll_calls.families_at(connection, run, chosen.at),
                lambda families: self._desk.show_flood_list("roll_call", among=(chosen.title, frozenset(families))),
                key="roll call place",
            )

    def _arrange(self) -> None:
        self.view.setItemDelegateForColumn(BAR_COLUMN, ProgressBar(self))
        self.view.horizontalHeader().setStretchLastSection(False)
        self.view.setToolTip(tr("双击或回车，下面列出这个单位的户"))
        head = QHBoxLayout()
        for group, words in ((self.splits, (tr("按镇"), tr("按村/社区"), tr("按网格"))), (self.units, (tr("户"), tr("人")))):
            for number, text in enumerate(words):
                head.addWidget(_choice(group, number, text))
            head.addSpacing(16)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for widget in (self.summary, self.note):
            column.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.view, 1)


def _choice(group: QButtonGroup, number: int, text: str) -> pieces.PushButton:
    button = pieces.PushButton(text)
    button.setProperty("role", "workspace")
    button.setCheckable(True)
    button.setChecked(number == 0)
    group.addButton(button, number)
    return button


def _columns(counted: Counted, unit: str) -> tuple[Column, ...]:
    def figure(title: str, read: Callable[[Progress], StateTally], *, tint: str = "", width: float = 4.3) -> Column:
        def count(row: PlaceProgress) -> int:
            return counted(read(row.progress))

        return Column(title, lambda row: f"{count(row):,}", width, order=count, is_number=True, tint=lambda row: tint if count(row) else "")

    def rate(title: str, read: Callable[[Progress], StateTally]) -> Column:
        def share(row: PlaceProgress) -> int:
            return percent(counted(read(row.progress)), counted(_all(row.progress)))

        return Column(title, lambda row: f"{share(row)}%", 3.4, order=share, is_number=True)

    return (
        Column(tr("单位"), _title, 10),
        figure(tr("名单上（{unit}）", unit=unit), _all, width=5.8),
        Column(tr("进度"), lambda _row: "", 6.5, order=lambda row: row.progress.out_percent),
        rate(tr("联系上"), lambda found: found.reached),
        rate(tr("已离开"), lambda found: found.out),
        *(figure(state.caption, partial(Progress.of, state=state), tint="danger" if state in _ALARMING else "") for state in RollState),
    )


_ALARMING = (RollState.NOT_REACHED, RollState.REFUSED)


def _title(row: PlaceProgress) -> str:
    """A village with its town: several bear the same name."""
    at = row.at
    return tr("{town} {village}", town=at.town, village=row.title) if at.town and at.village else row.title


def _all(found: Progress) -> StateTally:
    return StateTally(found.families, found.people)


def _note(report: RollCallReport) -> str:
    if report.last_at is None:
        return tr("还没有记过结果。")
    said = tr("最近一条 {time}。", time=clock(report.last_at))
    places = [
        tr("{place} {families} 户 {people} 人", place=one.text or tr("去处不详"), families=f"{one.families:,}", people=f"{one.people:,}")
        for one in report.destinations[:MOST_PLACES]
    ]
    rest = len(report.destinations) - MOST_PLACES
    if rest > 0:
        places.append(tr("另外 {count} 处", count=rest))
    return tr("{said}已转移到：{places}。", said=said, places=tr("、").join(places)) if places else said
