"""The events that damages belong to: add one, change its name and days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change
from gisapp.domain.damage import DamageEvent
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.damage.damage_event import add_event, change_event, list_events
from gisapp.ui import pieces
from gisapp.ui.cards.run import short_names
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.work.desk import WorkDesk

CODE = Qt.ItemDataRole.UserRole


class DamageEventDialog(QDialog):
    """Not modal. The first line of the list is a new one, begun with the name of ``run`` when one is given."""

    def __init__(self, desk: WorkDesk, *, run: AffectedRun | None = None) -> None:
        super().__init__(desk.window)
        self._desk, self._run = desk, run
        self._events: tuple[DamageEvent, ...] = ()
        self.setWindowTitle(tr("灾次"))
        self.resize(460, 400)
        self.list = QListWidget()
        self.name, self.first, self.last = QLineEdit(), QLineEdit(), QLineEdit()
        self.told = pieces.label("", "step")
        self.save = pieces.button(tr("登记"), self.record, role="main", icon="done")
        self._arrange()
        self.list.currentRowChanged.connect(lambda _row: self._show_one())
        desk.county.tasks.read(list_events, self._show)

    @property
    def event_shown(self) -> DamageEvent | None:
        """The event under the mark; None for a new one."""
        row = self.list.currentRow()
        return self._events[row - 1] if 0 < row <= len(self._events) else None

    def record(self) -> None:
        """Write a new event, or the other name and days of one."""
        first, last = day_of(self.first.text()), day_of(self.last.text())
        if first is None or (last is None and self.last.text().strip()):
            self.told.setText(tr("请写成 2026-07-12 的样子。"))
            return
        desk, who, name, known = self._desk, self._desk.county.who, self.name.text(), self.event_shown
        run = known.run if known else int(self._run.id) if self._run else None
        self.save.setEnabled(False)

        def done(change: Change) -> None:
            desk.tell(change)
            if isValid(self):
                self.close()

        desk.county.tasks.write(
            tr("登记灾次"),
            lambda db, _control: (
                change_event(db, known.id, name=name, from_date=first, to_date=last, run=run, who=who)
                if known
                else add_event(db, name, from_date=first, to_date=last, run=run, who=who)[1]
            ),
            done,
            failed=self._failed,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.record()
        else:
            super().keyPressEvent(event)

    def _failed(self, error: GisappError) -> None:
        self.save.setEnabled(True)
        self.told.setText(str(error))

    def _show(self, events: Sequence[DamageEvent]) -> None:
        self._events = tuple(events)
        self.list.clear()
        self.list.addItem(QListWidgetItem(tr("新灾次")))
        for event in events:
            self.list.addItem(QListWidgetItem(event.caption))
        self.list.setCurrentRow(0)
        self.name.setFocus()
        self.name.selectAll()

    def _show_one(self) -> None:
        event = self.event_shown
        today = date.today().isoformat()
        if event is None:
            self.name.setText(short_names(self._run.question.names) if self._run else "")
            self.first.setText(self._run.question.day if self._run else today)
            self.last.setText(self._run.question.day if self._run else today)
        else:
            self.name.setText(event.name)
            self.first.setText(event.from_date)
            self.last.setText(event.to_date or "")
        self.save.setText(tr("登记") if event is None else tr("更改"))
        self.told.setText(tr("照片的拍摄时间按这些天核对；还没有结束的，最后一天空着。"))

    def _arrange(self) -> None:
        self.list.setAccessibleName(tr("灾次"))
        self.list.setAlternatingRowColors(True)
        form = QFormLayout()
        for text, field in ((tr("名称"), self.name), (tr("第一天"), self.first), (tr("最后一天"), self.last)):
            field.setAccessibleName(text)
            form.addRow(pieces.label(text, "caption", wraps=False), field)
        self.name.setPlaceholderText(tr("如 2021年8月强降雨"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addLayout(pieces.foot(self.reject, self.save))
