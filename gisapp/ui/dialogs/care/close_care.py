"""Close open needs and alarms with their outcome, or give them another due date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.care import CareRow
from gisapp.domain.change import Change
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.care.change_due_date import change_due_date
from gisapp.services.care.close_care import close_care
from gisapp.ui import pieces
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.tables.care_rows import late_text
from gisapp.ui.theme import colour
from gisapp.ui.work.desk import WorkDesk

CODE = Qt.ItemDataRole.UserRole


class CloseCareDialog(QDialog):
    """Not modal: choose one with the arrows, write what came of it, Enter; the next one follows."""

    def __init__(self, desk: WorkDesk, rows: Sequence[CareRow]) -> None:
        super().__init__(desk.window)
        self._desk, self._rows = desk, {row.entry.id: row for row in rows if row.entry.is_open}
        self.setWindowTitle(tr("办结需求与预警"))
        self.resize(560, 420)
        self.list = QListWidget()
        self.detail = pieces.label("", "step")
        self.outcome, self.due = QLineEdit(), QLineEdit()
        self.close_button = pieces.button(tr("办结"), self.close_one, role="main", icon="done")
        self._arrange()
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_one())
        self._fill()
        self.outcome.setFocus()

    @property
    def row(self) -> CareRow | None:
        """The one that is chosen."""
        item = self.list.currentItem()
        return self._rows.get(int(item.data(CODE))) if item is not None else None

    def close_one(self) -> None:
        """Close the chosen one."""
        row, outcome, who = self.row, self.outcome.text(), self._desk.county.who
        if row is None:
            return
        if not outcome.strip():
            self.detail.setText(tr("没有写办理结果。"))
            self.outcome.setFocus()
            return
        number = row.entry.id
        self._desk.county.tasks.write(
            tr("办结"), lambda db, _control: close_care(db, number, outcome=outcome, who=who), self._after(number), failed=self._failed
        )

    def postpone(self) -> None:
        """Give the chosen one another due date, with the outcome field as the reason."""
        row, due, who, why = self.row, day_of(self.due.text()), self._desk.county.who, self.outcome.text().strip() or None
        if row is None:
            return
        if due is None:
            self.detail.setText(tr("请写成 2026-07-12 的样子。"))
            return
        number = row.entry.id
        self._desk.county.tasks.write(
            tr("改期限"), lambda db, _control: change_due_date(db, number, due, who=who, why=why), self._after(number), failed=self._failed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self.outcome.hasFocus():
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.postpone() if self.due.hasFocus() else self.close_one()
        else:
            super().keyPressEvent(event)

    def _after(self, number: int):  # type: ignore[no-untyped-def]
        desk = self._desk

        def told(change: Change) -> None:
            desk.tell(change)
            if isValid(self):
                self._done(number)

        return told

    def _done(self, number: int) -> None:
        self._rows.pop(number, None)
        self.outcome.clear()
        if not self._rows:
            self.close()
            return
        self._fill()
        self.outcome.setFocus()

    def _failed(self, error: GisappError) -> None:
        self.detail.setText(str(error))

    def _fill(self) -> None:
        self.list.clear()
        for number, row in self._rows.items():
            item = QListWidgetItem(
                tr("{kind}　{late}　{head}　{text}", kind=row.entry.kind.caption, late=late_text(row), head=row.head, text=row.entry.text)
            )
            item.setData(CODE, number)
            if row.days_overdue:
                item.setForeground(colour("danger", self.palette()))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _show_one(self) -> None:
        row = self.row
        if row is None:
            return
        self.due.setText(row.entry.due_on or "")
        turn = row.turn
        told = tr(
            "{line} {who} {day} 记：{text}", line=row.entry.line.caption, who=row.entry.who, day=row.entry.on_date, text=row.entry.text
        )
        lead = (
            tr("主责{lead}，现由 {people} 办理。{note}", lead=turn.lead.caption, people=turn.people or "—", note=turn.note) if turn else ""
        )
        self.detail.setText("\n".join(filter(None, (told, lead))))

    def _arrange(self) -> None:
        self.list.setAccessibleName(tr("未办结的需求与预警"))
        self.list.setAlternatingRowColors(True)
        self.outcome.setPlaceholderText(tr("办理结果，例如：已劝返安置点居住"))
        self.outcome.setAccessibleName(tr("办理结果"))
        self.due.setAccessibleName(tr("期限"))
        self.due.setMaximumWidth(110)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        column.addWidget(self.outcome)
        postpone = pieces.button(tr("改期限"), self.postpone, tip=tr("办理结果一栏写的话作为原因记入历史"))
        due = (pieces.label(tr("期限"), "caption", wraps=False), self.due, postpone)
        foot = pieces.foot(self.reject, self.close_button, left=due)
        column.addLayout(foot)
