"""Fill every missing slot and balance loads: choose what it is for, see each move and the loads before and after, accept all or some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gisapp.domain.change import Change
from gisapp.domain.contact_plan import Acceptance, Aim, ContactPlan, LoadChange
from gisapp.domain.lines import Role
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.contacts.accept_contacts import accept_contacts
from gisapp.services.contacts.propose_contacts import USUAL_ROLES, propose_contacts
from gisapp.ui import pieces, reading
from gisapp.ui.tables.load_bars import LoadBars
from gisapp.ui.tables.plan_rows import MoveRow, load_columns, move_columns, move_rows
from gisapp.ui.tables.rows import RowModel
from gisapp.ui.tables.ticks import TickModel
from gisapp.ui.tasks import Control
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Place

BARS_COLUMN = 3
HEADING_NEEDS = 1.15
"""Headings are bold."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a proposal is for: a title, and families by place; ("", ()) is the whole county."""

    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan with its moves as rows."""

    plan: ContactPlan
    rows: tuple[MoveRow, ...]


class ProposeContactsDialog(QDialog):
    """Not modal. Nothing is written before the button that says how many slots it changes."""

    def __init__(self, desk: WorkDesk, scopes: Sequence[Scope]) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._scopes = tuple(scopes)
        self._proposal: Proposal | None = None
        self.setWindowTitle(tr("提议补齐与均衡"))
        self.resize(QSize(1080, 620).boundedTo(desk.window.window().size()))
        self.scope_box = QComboBox()
        self.roles = {role: QCheckBox(role.caption) for role in Role}
        self.aims = {
            Aim.BALANCE: QCheckBox(tr("均衡负担")),
            Aim.RIGHT_UNIT: QCheckBox(tr("改由本单位负责")),
            Aim.GRID_BY_HAND: QCheckBox(tr("可改跟随网格的岗位")),
        }
        self.find_button = pieces.button(tr("计算提议"), self.compute, role="main", icon="search")
        self.summary = pieces.label(tr("选好范围和角色，点“计算提议”。这一步不写入。"), "step")
        self.warnings = pieces.label("", "warning")
        self.loads, self.moves = RowModel(), TickModel()
        self.load_view, self.move_view = QTableView(), QTableView()
        self.bars = LoadBars()
        self.filter = QLineEdit()
        self.tick_button = pieces.button(tr("勾选"), partial(self.tick, on=True), tip=tr("选中的行；没有选中时是表中全部"))
        self.untick_button = pieces.button(tr("不勾选"), partial(self.tick, on=False), tip=tr("选中的行；没有选中时是表中全部"))
        self.accept_button = pieces.button(tr("接受"), self.accept_moves, role="main", icon="done")
        self._arrange()
        self._connect()

    def compute(self) -> None:
        """Make the proposal; it is shown when it is there."""
        kind, ids = self._scopes[self.scope_box.currentIndex()].place
        roles = tuple(role for role, box in self.roles.items() if box.isChecked())
        aims = tuple(aim for aim, box in self.aims.items() if box.isChecked())

        def job(db, control: Control) -> Proposal:  # type: ignore[no-untyped-def]
            families = reading.families_of(db.conn, kind, ids) if kind else None
            plan = propose_contacts(db.conn, families, roles=roles, aims=aims, progress=control.progress, cancelled=control.cancelled)
            return Proposal(plan, move_rows(db.conn, plan))

        self.find_button.setEnabled(False)
        self.summary.setText(tr("正在计算……可在状态栏取消。"))
        self._desk.county.tasks.write(tr("计算提议"), job, self.show_proposal, failed=self._failed)

    def accept_moves(self) -> None:
        """Write the ticked moves."""
        chosen = [row.move for row in self.moves.chosen]
        if not chosen:
            return
        who, desk = self._desk.county.who, self._desk
        desk.county.tasks.write(
            tr("补齐与均衡"), lambda db, _control: accept_contacts(db, chosen, who=who), lambda done: _announce(desk, *done)
        )
        self.close()

    def tick(self, *, on: bool) -> None:
        """Tick or untick the chosen lines, all in sight when none is chosen."""
        chosen = [self.moves.shown[index.row()] for index in self.move_view.selectionModel().selectedRows()]
        self.moves.tick(chosen or self.moves.shown, on=on)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what would be done."""
        self._proposal = proposal
        plan = proposal.plan
        self.find_button.setEnabled(True)
        values = {
            "filled": f"{plan.filled:,}", "moved": f"{len(plan.moves) - plan.filled:,}", "unfilled": f"{len(plan.unfilled):,}",
            "before": f"{len(plan.over_before):,}", "after": f"{len(plan.over_after):,}",
        }  # fmt: skip
        told = tr(
            "提议补齐 {filled} 个岗位，调整 {moved} 个岗位；补不上 {unfilled} 个。超上限的人由 {before} 名减为 {after} 名。", **values
        )
        self.summary.setText(told if plan.moves or plan.unfilled else tr("没有缺岗，也没有人超上限，不用调整。"))
        self.warnings.setText("\n".join(plan.sentences))
        self.warnings.setVisible(bool(plan.sentences))
        self.bars.most = max((max(one.before, one.after, one.limit) for one in plan.loads), default=1) or 1
        self.loads.show(load_columns(), plan.loads)
        self.moves.show(move_columns(), proposal.rows)
        for view, model in ((self.load_view, self.loads), (self.move_view, self.moves)):
            _fit(view, model)
        self._count()
        self.move_view.setFocus()

    def _failed(self, error: GisappError) -> None:
        self.find_button.setEnabled(True)
        self.summary.setText(str(error))

    def _count(self) -> None:
        count = len(self.moves.chosen)
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setText(tr("接受 {count} 个", count=f"{count:,}") if count else tr("接受"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.move_view.hasFocus():
            chosen = [self.moves.shown[index.row()] for index in self.move_view.selectionModel().selectedRows()]
            self.tick(on=not all(self.moves.is_ticked(row) for row in chosen))
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _choose_load(self) -> None:
        """Show only the moves of the contact whose load is chosen."""
        index = self.load_view.currentIndex()
        row = self.loads.shown[index.row()] if index.isValid() else None
        self.filter.setText(row.name if isinstance(row, LoadChange) else "")

    def _connect(self) -> None:
        self.moves.ticked.connect(self._count)
        self.filter.textChanged.connect(self.moves.narrow)
        self.load_view.doubleClicked.connect(lambda _index: self._choose_load())

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(self._questions())
        column.addWidget(self.summary)
        column.addWidget(self.warnings)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(_half(tr("负担：上条为调整前，下条为调整后，竖线为上限"), self.load_view))
        halves.addWidget(_half(tr("调整：勾选的才写入"), self.move_view, self.filter))
        halves.setSizes([440, 640])
        halves.setChildrenCollapsible(False)
        column.addWidget(halves, 1)
        foot = pieces.foot(self.reject, self.accept_button, left=(self.tick_button, self.untick_button))
        column.addLayout(foot)
        self._set_up()

    def _questions(self) -> QVBoxLayout:
        first, second, both = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        first.addWidget(pieces.label(tr("范围"), "caption", wraps=False))
        first.addWidget(self.scope_box, 1)
        first.setSpacing(14)
        second.setSpacing(14)
        for box in self.roles.values():
            first.addWidget(box)
        for box in self.aims.values():
            second.addWidget(box)
        second.addStretch(1)
        second.addWidget(self.find_button)
        both.addLayout(first)
        both.addLayout(second)
        return both

    def _set_up(self) -> None:
        for scope in self._scopes:
            self.scope_box.addItem(scope.title)
        self.scope_box.setAccessibleName(tr("范围"))
        for role, box in self.roles.items():
            box.setChecked(role in USUAL_ROLES)
        self.filter.setPlaceholderText(tr("筛选：户主、联系人、村名"))
        self.filter.setAccessibleName(tr("筛选本表"))
        pieces.clearable(self.filter)
        self.warnings.hide()
        self.accept_button.setEnabled(False)
        self.load_view.setToolTip(tr("双击一位联系人，只看他的调整"))
        _set_up_view(self.load_view, self.loads, tr("调整前后的负担"))
        _set_up_view(self.move_view, self.moves, tr("提议的调整"))
        self.load_view.setItemDelegateForColumn(BARS_COLUMN, self.bars)
        self.find_button.setFocus()


def _half(title: str, view: QTableView, *above: QWidget) -> QWidget:
    half = QWidget()
    column = QVBoxLayout(half)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(pieces.label(title, "section"))
    for widget in (*above, view):
        column.addWidget(widget)
    return half


def _set_up_view(view: QTableView, model: RowModel, name: str) -> None:
    view.setModel(model)
    view.setAccessibleName(name)
    view.setSortingEnabled(True)
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(25)
    view.horizontalHeader().setStretchLastSection(True)


def _fit(view: QTableView, model: RowModel) -> None:
    view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    letter = view.fontMetrics().horizontalAdvance("字")
    for place, column in enumerate(model.columns[:-1]):
        heading = int(view.fontMetrics().horizontalAdvance(column.title) * HEADING_NEEDS) + 22
        view.setColumnWidth(place, max(int(column.width * letter) + 12, heading))


def _announce(desk: WorkDesk, done: Acceptance, change: Change | None) -> None:
    """Tell the window what was written; the dialog is gone by then."""
    desk.tell_part(change, [one.reason for one in done.refused], nothing=tr("没有可以写入的调整。"))
