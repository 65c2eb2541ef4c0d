"""The page 灾后恢复: total, done and open by town, village, grade, way, stage, state and month; a figure opens the list behind it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from gisapp.domain.change import Kind
from gisapp.domain.damage import Damage, DamageEvent
from gisapp.domain.damage_board import Board, Grouping, MonthShare, Share, rate_text
from gisapp.language import tr
from gisapp.services.damage.damage_event import list_events
from gisapp.services.damage.list_damage import DamageFilter, count_damage
from gisapp.ui import pieces
from gisapp.ui.panels.page_in_sight import PageInSight
from gisapp.ui.tables.plain_list import plain_view, show_rows
from gisapp.ui.tables.rows import Column, RowModel
from gisapp.ui.theme import colour
from gisapp.ui.work import damage_deeds
from gisapp.ui.work.desk import WorkDesk

TOUCHING = frozenset({Kind.DAMAGE, Kind.HOUSE, Kind.HOUSEHOLD, Kind.SETTING, Kind.DIVISION, Kind.GRID})
TOTAL, BAR, DONE, OPEN, LATE = 1, 2, 3, 4, 6
BAR_PX, MARGIN_PX, EVENTS_PX = 10, 6, 190
Figures = Share | MonthShare


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A line of the board as of a day."""

    share: Figures
    day: date

    @property
    def late(self) -> tuple[Damage, ...]:
        """Those overdue now; the end of a month says nothing of now."""
        return tuple(one for one in self.share.open_ones if one.days_overdue(self.day)) if isinstance(self.share, Share) else ()


class DoneBar(QStyledItemDelegate):
    """How much of a line is done; the columns beside it say the same in figures."""

    def __init__(self, model: RowModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        share: Figures = self._model.shown[index.row()].share
        rect = QRectF(option.rect)
        track = QRectF(rect.x() + MARGIN_PX, rect.center().y() - BAR_PX / 2, rect.width() - 2 * MARGIN_PX, BAR_PX)
        painter.fillRect(track, colour("track", option.palette))
        done = track.width() * share.done / max(share.total, 1)
        painter.fillRect(QRectF(track.x(), track.y(), done, BAR_PX), colour("accent", option.palette))


class DamageBoard(PageInSight):
    """Reads when it is in sight; what changes meanwhile is read when it is looked at again."""

    kinds = TOUCHING

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self._board: Board | None = None
        self._event: int | None = None
        self.summary, self.note = pieces.label("", "title"), pieces.label("", "note")
        self.events = QComboBox()
        self.groups = QButtonGroup(self)
        self.model = RowModel()
        self.view = plain_view(self.model, tr("灾后恢复"))
        self.late = pieces.button("", self._open_late, role="link")
        self._arrange()
        self.groups.idClicked.connect(lambda _number: self._fill())
        self.events.activated.connect(lambda _place: self._choose_event())
        self.view.doubleClicked.connect(self._open)
        self.view.entered_by_key.connect(self._open)

    def show_place(self, kind: str, ids: Sequence[int]) -> None:
        """The board is of the whole county, whatever run is in hand."""

    @property
    def grouping(self) -> Grouping:
        return tuple(Grouping)[self.groups.checkedId()]

    def _ask(self) -> None:
        event = self._event

        def read(connection: sqlite3.Connection) -> tuple[Board, list[DamageEvent]]:
            return count_damage(connection, DamageFilter(event=event)), list_events(connection)

        self._desk.county.tasks.read(read, lambda found: self._show(*found), key="damage board")

    def _show(self, found: Board, events: Sequence[DamageEvent]) -> None:
        self._board = found
        self.summary.setText(found.sentence)
        self.note.setText(_note(found))
        self.late.setText(tr("逾期未完工 {count:,} 处", count=len(found.overdue)))
        self.late.setVisible(bool(found.overdue))
        self.events.clear()
        self.events.addItem(tr("全部灾次"), None)
        for event in events:
            self.events.addItem(event.caption, event.id)
        self.events.setCurrentIndex(max(self.events.findData(self._event), 0))
        self._fill()

    def _choose_event(self) -> None:
        self._event = self.events.currentData()
        self._read()

    def _fill(self) -> None:
        found = self._board
        if found is None:
            return
        shares: Sequence[Figures] = found.months if self.grouping is Grouping.MONTH else found.by(self.grouping)
        lines: Sequence[Figures] = (found.whole, *shares) if self.grouping is not Grouping.MONTH and found.total else shares
        show_rows(self.view, self.model, _columns(), [BoardRow(share, found.day) for share in lines])

    def _open(self, index: QModelIndex) -> None:
        """The list behind the figure under the mark: all, done, overdue, else what is open, all where nothing is."""
        row: BoardRow = self.model.shown[index.row()]
        share = row.share
        chosen = {TOTAL: share.damages, DONE: share.done_ones, LATE: row.late}.get(index.column(), share.open_ones or share.damages)
        title = {TOTAL: tr("需恢复"), DONE: tr("已完工"), LATE: tr("逾期")}.get(index.column(), tr("未完工"))
        self._list(tr("{line} {what}", line=share.caption, what=title), chosen)

    def _open_late(self) -> None:
        if self._board is not None:
            self._list(tr("逾期"), self._board.overdue)

    def _list(self, title: str, damages: Sequence[Damage]) -> None:
        self._desk.show_flood_list(damage_deeds.ALL_LIST, among=(title, frozenset(one.id for one in damages)))

    def _arrange(self) -> None:
        self.view.setItemDelegateForColumn(BAR, DoneBar(self.model, self))
        self.view.setToolTip(tr("双击一个数字或按回车，下面列出背后的房屋"))
        self.events.setAccessibleName(tr("灾次"))
        self.events.setMinimumContentsLength(12)
        self.events.setMaximumWidth(EVENTS_PX)
        self.events.view().setMinimumWidth(2 * EVENTS_PX)
        top = QHBoxLayout()
        top.addWidget(self.summary, 1)
        top.addWidget(self.events)
        views = QHBoxLayout()
        views.setSpacing(2)
        for number, grouping in enumerate(Grouping):
            views.addWidget(_choice(self.groups, number, grouping.caption))
        views.addStretch(1)
        views.addWidget(self.late)
        views.addWidget(pieces.button(tr("登记受损…"), lambda: damage_deeds.report(self._desk), icon="new"))
        views.addWidget(pieces.button(tr("保存…"), lambda: damage_deeds.export_all(self._desk), icon="save"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.note)
        column.addLayout(views)
        column.addWidget(self.view, 1)


def _note(found: Board) -> str:
    about = tr("一处房屋在一个灾次算一处；占比都以需恢复的房屋为准。")
    if not found.undamaged:
        return about
    return tr("{about}另有 {count:,} 处核实为未受损，不在其内。", about=about, count=len(found.undamaged))


def _choice(group: QButtonGroup, number: int, text: str) -> pieces.PushButton:
    button = pieces.PushButton(text)
    button.setProperty("role", "workspace")
    button.setCheckable(True)
    button.setChecked(number == 0)
    group.addButton(button, number)
    return button


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("项目"), lambda row: row.share.caption, 9),
        Column(tr("需恢复"), lambda row: f"{row.share.total:,}", 5, order=lambda row: row.share.total, is_number=True),
        Column(tr("进度"), lambda _row: "", 9, order=lambda row: row.share.done / max(row.share.total, 1)),
        Column(tr("已完工"), lambda row: f"{row.share.done:,}", 5, order=lambda row: row.share.done, is_number=True),
        Column(tr("未完工"), lambda row: f"{row.share.open:,}", 5, order=lambda row: row.share.open, is_number=True, tint=_open_tint),
        Column(tr("完工率"), lambda row: rate_text(row.share.done, row.share.total), 5, order=_rate, is_number=True),
        Column(
            tr("逾期"), lambda row: f"{len(row.late):,}" if row.late else "", 4, order=lambda row: len(row.late), tint=lambda _row: "danger"
        ),
    )


def _rate(row: BoardRow) -> float:
    return row.share.done / max(row.share.total, 1)


def _open_tint(row: BoardRow) -> str:
    return "danger" if row.share.open else ""
