"""Write down a visit, call, need or alarm of a family with one hand on the keyboard, and see before whose turn it will be."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)
from shiboken6 import isValid

from gisapp.domain.care import CareDays, CareKind, Turn
from gisapp.domain.change import Change
from gisapp.domain.lines import Duty, Line
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.care.care_days import care_days
from gisapp.services.care.list_care import turn_of
from gisapp.services.care.record_care import record_care
from gisapp.storage.care import care
from gisapp.ui import pieces
from gisapp.ui.dialogs.choices import choice_row
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.work.desk import WorkDesk

LINE_KEYS = ("Q", "W")
DAY_PX = 96


@dataclass(frozen=True, slots=True)
class Known:
    """What has to be known of the family before anything is written."""

    head: str
    code: str
    days: CareDays
    turns: dict[Duty, Turn | None]


class TextField(QPlainTextEdit):
    """entered(): Enter was pressed; Shift+Enter begins a new line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class CareEntryDialog(QDialog):
    """Not modal. 1 to 4 choose the kind while the cursor is in no field, Alt with them always."""

    def __init__(self, desk: WorkDesk, family: int) -> None:
        super().__init__(desk.window)
        self._desk, self._family = desk, family
        self._known: Known | None = None
        self._due_is_ours = True
        self.setWindowTitle(tr("记一笔"))
        self.resize(470, 400)
        self.kinds, self.lines = QButtonGroup(self), QButtonGroup(self)
        self.day, self.due = QLineEdit(date.today().isoformat()), QLineEdit()
        self.duty = QComboBox()
        self.text = TextField()
        self.title = pieces.label("", "title")
        self.summary = pieces.label("", "step")
        self.save = pieces.button(tr("记下"), self.record, role="main", icon="done")
        self._arrange()
        self._connect()
        desk.county.tasks.read(self._read, self._show_known)
        self._choose_kind()
        self.kinds.button(0).setFocus()

    @property
    def kind(self) -> CareKind:
        return tuple(CareKind)[self.kinds.checkedId()]

    @property
    def line(self) -> Line:
        return tuple(Line)[self.lines.checkedId()]

    def record(self) -> None:
        """Write the entry; the dialog stays open when it is refused."""
        day, due = day_of(self.day.text()), day_of(self.due.text()) if self.kind.waits else None
        if not self.text.toPlainText().strip():
            self._say(tr("没有写内容。"))
            self.text.setFocus()
            return
        if day is None or (self.kind.waits and due is None):
            self._say(tr("请写成 2026-07-12 的样子。"))
            return
        desk, family, kind, line, text = self._desk, self._family, self.kind, self.line, self.text.toPlainText()
        duty = tuple(Duty)[self.duty.currentIndex()] if kind.waits else None
        self.save.setEnabled(False)

        def done(result: tuple[int, Change]) -> None:
            desk.tell(result[1])
            if isValid(self):
                self.close()

        who = desk.county.who
        desk.county.tasks.write(
            tr("记一笔"),
            lambda db, _control: record_care(db, family, line=line, kind=kind, text=text, who=who, duty=duty, on_date=day, due_on=due),
            done,
            failed=self._failed,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(CareKind):
            self.kinds.button(number).click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.record()
        else:
            super().keyPressEvent(event)

    def _failed(self, error: GisappError) -> None:
        self.save.setEnabled(True)
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.summary.setText(text)

    def _read(self, connection: sqlite3.Connection) -> Known:
        family = care.families(connection, [self._family])[self._family]
        turns = {duty: turn_of(connection, self._family, duty) for duty in Duty}
        return Known(family.head, family.code, care_days(connection), turns)

    def _show_known(self, known: Known) -> None:
        self._known = known
        self.title.setText(tr("{head}（{code}）", head=known.head or tr("没有户主"), code=known.code))
        self._renew()

    def _kind_pressed(self) -> None:
        self._choose_kind()
        self.text.setFocus()

    def _choose_kind(self) -> None:
        """A need and an alarm have a duty and a due date, the others have not."""
        for widget in (self.due, self.duty, self._due_label, self._duty_label):
            widget.setVisible(self.kind.waits)
        if self.kind.usual_duty is not None:
            self.duty.setCurrentIndex(tuple(Duty).index(self.kind.usual_duty))
        self._renew()

    def _due_written(self) -> None:
        self._due_is_ours = False
        self._renew()

    def _renew(self) -> None:
        """The due date that follows from the day, and what will be written."""
        day = day_of(self.day.text())
        if self._known is not None and self._due_is_ours and day is not None and self.kind.waits:
            self.due.setText((day + timedelta(days=self._known.days.given_to(self.kind))).isoformat())
        self.save.setEnabled(True)
        self._say(self._sentence())

    def _sentence(self) -> str:
        values = {"line": self.line.caption, "kind": self.kind.caption, "day": self.day.text()}
        if not self.kind.waits or self._known is None:
            return tr("{line}记{kind}，{day}。", **values)
        turn = self._known.turns[tuple(Duty)[self.duty.currentIndex()]]
        people = (
            tr("、").join(tr("{name} {phone}", name=one.name, phone=one.phone_masked or tr("无电话")) for one in turn.contacts)
            if turn
            else ""
        )
        lead = turn.lead.caption if turn else "—"
        told = tr(
            "{line}记{kind}，期限 {due}；主责{lead}，交给 {people}。",
            due=self.due.text(),
            lead=lead,
            people=people or "—",
            **_without(values),
        )
        return tr("{told}\n{note}。", told=told, note=turn.note) if turn and turn.note else told

    def _connect(self) -> None:
        self.kinds.idClicked.connect(lambda _number: self._kind_pressed())
        self.lines.idClicked.connect(lambda _number: self._renew())
        self.day.textEdited.connect(lambda _text: self._renew())
        self.due.textEdited.connect(lambda _text: self._due_written())
        self.duty.activated.connect(lambda _number: self._renew())
        self.text.entered.connect(self.record)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(choice_row(self.kinds, [(kind.caption, str(place)) for place, kind in enumerate(CareKind, 1)], 0))
        column.addLayout(choice_row(self.lines, [(line.caption, key) for line, key in zip(Line, LINE_KEYS, strict=True)], 1))
        column.addWidget(self.text, 1)
        column.addLayout(self._dates())
        column.addWidget(self.summary)
        foot = pieces.foot(self.reject, self.save, note=tr("回车记下，Shift+回车换行"))
        column.addLayout(foot)
        self.text.setPlaceholderText(tr("写一句话：看到什么、说了什么、需要什么"))
        self.text.setAccessibleName(tr("内容"))
        self.text.setTabChangesFocus(True)

    def _dates(self) -> QGridLayout:
        for duty in Duty:
            self.duty.addItem(duty.caption)
        self._due_label, self._duty_label = (pieces.label(text, "caption", wraps=False) for text in (tr("期限"), tr("职责")))
        fields = (
            (pieces.label(tr("日期"), "caption", wraps=False), self.day),
            (self._due_label, self.due),
            (self._duty_label, self.duty),
        )
        for day in (self.day, self.due):
            day.setMinimumWidth(DAY_PX)
        grid = QGridLayout()
        for place, (label, field) in enumerate(fields):
            grid.addWidget(label, 0, 2 * place)
            grid.addWidget(field, 0, 2 * place + 1)
            grid.setColumnStretch(2 * place + 1, 1)
            field.setAccessibleName(label.text())
        return grid


def _without(values: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in values.items() if key != "day"}
