"""Ask at the door who sleeps where: a whole building or one family, answered with keys, written as one change."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QLineEdit, QTableView, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.change import Change
from gisapp.domain.sleeping import Sleeper, SleepingPlace
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.families.update_sleeping import SleepingPlan, preview_sleeping, update_sleeping
from gisapp.storage.families import sleeping
from gisapp.ui import pieces
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.tables.care_rows import wider
from gisapp.ui.tables.door_rows import NOTE, NUMBER, WIDTHS, DoorModel
from gisapp.ui.work.desk import WorkDesk

WAIT_MS = 80
ROW_PX = 25
KEYS = ((Qt.Key.Key_1, SleepingPlace.HERE), (Qt.Key.Key_2, SleepingPlace.ORIGIN), (Qt.Key.Key_3, SleepingPlace.ELSEWHERE))


class DoorView(QTableView):
    """answered(row, place): a key chose a place; unchanged(row); cleared(row)."""

    answered = Signal(int, object)
    unchanged = Signal(int)
    cleared = Signal(int)

    def next_row(self) -> None:
        """Go on to the next person."""
        row = min(self.currentIndex().row() + 1, self.model().rowCount() - 1)
        self.setCurrentIndex(self.model().index(row, self.currentIndex().column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), Qt.Key(event.key())
        place = dict(KEYS).get(key)
        if row < 0 or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif place is not None:
            self.answered.emit(row, place)
            self.next_row()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_0):
            self.unchanged.emit(row)
            self.next_row()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_row()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit(row)
        elif key == Qt.Key.Key_F2:
            self.edit(self.model().index(row, NOTE))
        else:
            super().keyPressEvent(event)


class SleepingDialog(QDialog):
    """Not modal; every answer is previewed, one undo takes all of them back."""

    def __init__(self, desk: WorkDesk, families: Sequence[int], title: str) -> None:
        super().__init__(desk.window)
        self._desk, self._families = desk, tuple(families)
        self.setWindowTitle(tr("核对住处：{title}", title=title))
        self.resize(760, 560)
        self.model = DoorModel()
        self.view = DoorView()
        self.day = QLineEdit(date.today().isoformat())
        self.summary = pieces.label("", "step")
        self.save = pieces.button(tr("保存"), self.write, role="main", icon="done", tip=tr("Ctrl+回车"))
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._arrange()
        self._connect()
        self._renew()
        chosen = self._families
        desk.county.tasks.read(lambda connection: sleeping.of_families(connection, chosen), self._show_people)

    def write(self) -> None:
        """Write all answers at once; the dialog stays open when nothing can be taken."""
        day = day_of(self.day.text())
        rows = self.model.updates(day) if day else []
        if not rows:
            return
        desk, who = self._desk, self._desk.county.who
        self.save.setEnabled(False)

        def done(result: tuple[SleepingPlan, Change | None]) -> None:
            desk.tell(result[1], nothing=tr("没有可以写入的住处。"))
            if isValid(self) and result[1] is not None:
                self.close()

        desk.county.tasks.write(tr("核对住处"), lambda db, _control: update_sleeping(db, rows, who=who), done, failed=self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.write()
        else:
            super().keyPressEvent(event)

    def answer_rest(self) -> None:
        """Everybody without an answer sleeps where it was known."""
        self.model.answer_rest_unchanged()
        self._timer.start()

    def _show_people(self, people: list[Sleeper]) -> None:
        self.model.show(people)
        width = self.view.fontMetrics().horizontalAdvance("一")
        for column, characters in enumerate(WIDTHS):
            self.view.setColumnWidth(column, round(characters * width * wider()) + 14)
        if people:
            self.view.setCurrentIndex(self.model.index(0, NUMBER))
        self.view.setFocus()
        self._renew()

    def _failed(self, error: GisappError) -> None:
        self.save.setEnabled(True)
        self.summary.setText(str(error))

    def _answered(self, row: int, place: SleepingPlace) -> None:
        self.model.answer(row, place)
        self._timer.start()

    def _unchanged(self, row: int) -> None:
        self.model.answer_unchanged(row)
        self._timer.start()

    def _cleared(self, row: int) -> None:
        self.model.answer(row, None)
        self._timer.start()

    def _renew(self) -> None:
        """Ask what the answers would change."""
        day = day_of(self.day.text())
        if day is None:
            self.summary.setText(tr("核对日期请写成 2026-07-12 的样子。"))
            self.save.setEnabled(False)
            return
        rows = self.model.updates(day)
        if not rows:
            self.summary.setText(
                tr("{count} 人。按 1 现住房，2 原住房，3 别处，空格没有变，回车下一人，F2 写地方。", count=len(self.model.people))
            )
            self.save.setEnabled(False)
            return

        def preview(connection: sqlite3.Connection) -> SleepingPlan:
            return preview_sleeping(connection, rows)

        self._desk.county.tasks.read(preview, self._show_plan, key="door preview")

    def _show_plan(self, plan: SleepingPlan) -> None:
        self.model.show_refused({one.resident: one.reason for one in plan.refused})
        blank = len(self.model.people) - len(self.model.answers)
        values = {"changed": len(plan.changed), "same": len(plan.same), "blank": blank, "refused": len(plan.refused)}
        text = tr("{changed} 人有变化，{same} 人没有变，{blank} 人还没有填。", **{k: v for k, v in values.items() if k != "refused"})
        if plan.refused:
            text = tr("{text}{refused} 人不能采用，原因见红字。", text=text, refused=len(plan.refused))
        self.summary.setText(text)
        self.save.setEnabled(bool(plan.writes))
        self.save.setText(tr("保存 {count} 人", count=len(plan.changed) + len(plan.same)))

    def _pressed(self, place: SleepingPlace) -> None:
        row = self.view.currentIndex().row()
        if row >= 0:
            self._answered(row, place)
            self.view.next_row()
        self.view.setFocus()

    def _connect(self) -> None:
        self.view.answered.connect(self._answered)
        self.view.unchanged.connect(self._unchanged)
        self.view.cleared.connect(self._cleared)
        self.model.dataChanged.connect(self._edited)
        self.day.textEdited.connect(lambda _text: self._timer.start())
        self._timer.timeout.connect(self._renew)

    def _edited(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() == last.row():
            self._timer.start()

    def _arrange(self) -> None:
        self.view.setModel(self.model)
        self.view.setAccessibleName(tr("住处核对"))
        self.view.setAlternatingRowColors(True)
        self.view.setShowGrid(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.day.setMaximumWidth(110)
        self.day.setAccessibleName(tr("核对日期"))
        head = QHBoxLayout()
        head.addWidget(pieces.label(tr("核对日期"), "caption", wraps=False))
        head.addWidget(self.day)
        head.addStretch(1)
        for number, (_, place) in enumerate(KEYS, 1):
            text = tr("{word} {key}", word=place.caption, key=number)
            head.addWidget(pieces.button(text, partial(self._pressed, place)))
        head.addWidget(pieces.button(tr("其余都没有变"), self.answer_rest, tip=tr("还没有填的人都按原来住的地方核对")))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.summary)
        foot = pieces.foot(self.reject, self.save)
        column.addLayout(foot)
