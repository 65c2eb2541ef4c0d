"""A contact leaves: what ends is shown first, and handing over is offered before it."""

from __future__ import annotations

import sqlite3
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QDialog, QFormLayout, QLineEdit, QVBoxLayout

from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.contacts.keep_contact import Leaving, contact_leaves, preview_leaving
from gisapp.ui import pieces
from gisapp.ui.work import slot_deeds
from gisapp.ui.work.desk import WorkDesk


class ContactLeavesDialog(QDialog):
    """Not modal; Enter in the reason writes."""

    def __init__(self, desk: WorkDesk, contact: int) -> None:
        super().__init__(desk.window)
        self._desk, self._contact = desk, contact
        self.setWindowTitle(tr("联系人离任"))
        self.resize(460, 240)
        self.day_field = QDateEdit(QDate.currentDate())
        self.reason = QLineEdit()
        self.summary = pieces.label("", "step")
        self.hand_over_button = pieces.button(tr("先交接…"), self._hand_over, icon="forward")
        self.write_button = pieces.button(tr("离任"), self.write, role="main", icon="done")
        self._arrange()
        self._preview()

    @property
    def day(self) -> date:
        """The first day on which the contact is gone."""
        chosen = self.day_field.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def write(self) -> None:
        """Write the leaving."""
        why, day, contact, desk, who = self.reason.text().strip(), self.day, self._contact, self._desk, self._desk.county.who
        if not why:
            self.summary.setText(tr("请写明离任原因，例如：调离、退休。"))
            self.reason.setFocus()
            return
        desk.county.tasks.write(
            tr("联系人离任"),
            lambda db, _control: contact_leaves(db, contact, why=why, who=who, day=day),
            lambda done: desk.tell(done[1]),
        )
        self.close()

    def _preview(self) -> None:
        contact, day = self._contact, self.day

        def read(connection: sqlite3.Connection) -> Leaving:
            return preview_leaving(connection, contact, day=day)

        self.write_button.setEnabled(False)
        self._desk.county.tasks.read(read, self._show, key="leaving", failed=lambda error: self._failed(error))

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _show(self, leaving: Leaving) -> None:
        self.setWindowTitle(tr("{name}离任", name=leaving.name))
        values = {"day": leaving.day, "slots": len(leaving.slots), "grids": len(leaving.posts)}
        if leaving.slots or leaving.posts:
            self.summary.setText(tr("{day} 起，{slots} 个岗位缺人，{grids} 个网格没有网格员。要给别人的，请先交接。", **values))
        else:
            self.summary.setText(tr("没有要交接的岗位和网格。"))
        self.hand_over_button.setEnabled(bool(leaving.slots or leaving.posts))
        self.write_button.setEnabled(True)

    def _hand_over(self) -> None:
        self.close()
        slot_deeds.hand_over(self._desk, self._contact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.day_field.setDisplayFormat("yyyy-MM-dd")
        self.day_field.setCalendarPopup(True)
        self.reason.setPlaceholderText(tr("例如：调离、退休、换届"))
        form = QFormLayout()
        for text, field in ((tr("离任日期"), self.day_field), (tr("原因"), self.reason)):
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.day_field.dateChanged.connect(lambda _day: self._preview())
        self.reason.returnPressed.connect(self.write)
        foot = pieces.foot(self.reject, self.write_button, left=(self.hand_over_button,))
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addStretch(1)
        column.addLayout(foot)
        self.reason.setFocus()
