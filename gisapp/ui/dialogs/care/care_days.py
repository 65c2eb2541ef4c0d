"""How many days needs, alarms and sleeping places may wait: the county's settings."""

from __future__ import annotations

import sqlite3

from PySide6.QtWidgets import QDialog, QFormLayout, QSpinBox, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.care import CareDays
from gisapp.domain.change import Change
from gisapp.language import tr
from gisapp.services.care.care_days import MOST_DAYS, care_days, set_days, stale_days
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk


class CareDaysDialog(QDialog):
    """Not modal: four numbers of days."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.setWindowTitle(tr("办理和核对的天数"))
        self.alarm, self.need, self.office, self.stale = (QSpinBox() for _ in range(4))
        form = QFormLayout()
        words = (
            (tr("预警几天内办结"), self.alarm),
            (tr("需求几天内办结"), self.need),
            (tr("逾期超过几天报镇/社区"), self.office),
            (tr("住处几天没有核对算过期"), self.stale),
        )
        for text, field in words:
            field.setRange(0, MOST_DAYS)
            field.setAccessibleName(text)
            form.addRow(pieces.label(text, wraps=False), field)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(pieces.label(tr("这些天数没有公布的规定，由本县自己设。已经写下的期限不变。"), "note"))
        foot = pieces.foot(self.reject)
        self.save = pieces.button(tr("保存"), self.write, role="main", icon="done")
        self.save.setEnabled(False)
        foot.addWidget(self.save)
        column.addLayout(foot)
        desk.county.tasks.read(_read, self._show)

    def write(self) -> None:
        """Write the four numbers."""
        desk, who = self._desk, self._desk.county.who
        alarm, need, office, stale = (field.value() for field in (self.alarm, self.need, self.office, self.stale))

        def done(change: Change) -> None:
            desk.tell(change)
            if isValid(self):
                self.close()

        desk.county.tasks.write(
            tr("改办理和核对的天数"), lambda db, _control: set_days(db, who=who, alarm=alarm, need=need, office=office, stale=stale), done
        )

    def _show(self, found: tuple[CareDays, int]) -> None:
        days, stale = found
        for field, value in ((self.alarm, days.alarm), (self.need, days.need), (self.office, days.office), (self.stale, stale)):
            field.setValue(value)
        self.save.setEnabled(True)
        self.alarm.selectAll()
        self.alarm.setFocus()


def _read(connection: sqlite3.Connection) -> tuple[CareDays, int]:
    return care_days(connection), stale_days(connection)
