"""How many families a contact of each role may have: see who would be over before it is set."""

from __future__ import annotations

import sqlite3
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QSpinBox, QVBoxLayout

from gisapp.domain.caseload import PRESET_LIMITS, CaseloadLimits
from gisapp.domain.change import Change
from gisapp.domain.lines import Role
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.contacts.limit_caseloads import limit_caseloads
from gisapp.services.contacts.report_caseload import CaseloadReport, read_limits, report_caseload
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk

WAIT_MS = 200
MOST_FAMILIES = 9_999


class CaseloadLimitsDialog(QDialog):
    """Not modal. A contact's own limit, set on the contact's card, stands before these."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.setWindowTitle(tr("负担上限"))
        self.resize(460, 260)
        self.fields = {role: QSpinBox() for role in Role}
        self.notes = {role: pieces.label("", "note", wraps=False) for role in Role}
        self.summary = pieces.label(tr("两条线合计，同一户只算一次。起始值只是建议，各县可以自己定。"), "note")
        self.preset_button = pieces.button(tr("恢复起始值"), partial(self._show_limits, PRESET_LIMITS), icon="restore")
        self.set_button = pieces.button(tr("设为本县上限"), self.write, role="main", icon="done")
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._arrange()
        self._timer.timeout.connect(self._preview)
        desk.county.tasks.read(read_limits, self._show_limits, key="limits")

    def write(self) -> None:
        """Set the limits for the county."""
        limits, who = self._limits(), self._desk.county.who
        self._desk.county.tasks.write(
            tr("负担上限"), lambda db, _control: limit_caseloads(db, limits, who=who), self._written, failed=self._failed
        )

    def _written(self, change: Change | None) -> None:
        self._desk.tell(change, nothing=tr("上限没有改变。"))
        self.close()

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _limits(self) -> dict[Role, int]:
        return {role: field.value() for role, field in self.fields.items()}

    def _show_limits(self, limits: CaseloadLimits) -> None:
        for role, field in self.fields.items():
            field.setValue(limits.of(role))
        self._preview()

    def _preview(self) -> None:
        limits = self._limits()

        def read(connection: sqlite3.Connection) -> CaseloadReport:
            return report_caseload(connection, limits=limits)

        self._desk.county.tasks.read(read, self._show_report, key="trial", failed=self._failed)

    def _show_report(self, report: CaseloadReport) -> None:
        for role, note in self.notes.items():
            over = sum(load.role is role for load in report.over)
            fullest = max((load.families for load in report.contacts if load.role is role), default=0)
            note.setText(tr("超上限 {over} 人，最多的 {fullest} 户", over=f"{over:,}", fullest=f"{fullest:,}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        grid = QGridLayout()
        for row, (role, field) in enumerate(self.fields.items()):
            field.setRange(0, MOST_FAMILIES)
            field.setSuffix(tr(" 户"))
            field.setAccessibleName(tr("{role}的上限", role=role.caption))
            field.valueChanged.connect(lambda _value: self._timer.start())
            grid.addWidget(pieces.label(role.caption, wraps=False), row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(self.notes[role], row, 2)
        grid.setColumnStretch(2, 1)
        foot = pieces.foot(self.reject, self.set_button, left=(self.preset_button,))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self.summary)
        column.addStretch(1)
        column.addLayout(foot)
