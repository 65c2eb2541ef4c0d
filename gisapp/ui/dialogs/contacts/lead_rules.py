"""The table of who leads and who assists each duty, with the published rule one press away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QVBoxLayout

from gisapp.domain.change import Change
from gisapp.domain.lines import PUBLISHED_RULES, SLOTS, Duty, LeadRule
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.contacts.change_lead_rule import change_lead_rule, restore_published_rules
from gisapp.storage.contacts import slots
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk


class LeadRulesDialog(QDialog):
    """Not modal; each duty has its own button, since each change is a step of its own."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.setWindowTitle(tr("主责与配合"))
        self.resize(600, 240)
        self.leads = {duty: _slot_box() for duty in Duty}
        self.assists = {duty: _slot_box() for duty in Duty}
        self.set_buttons = {duty: pieces.button(tr("更改"), partial(self.change, duty), icon="done") for duty in Duty}
        self.preset_button = pieces.button(tr("恢复公开发布的规定"), self.restore, icon="restore")
        self.summary = pieces.label("", "step")
        self._arrange()
        self._read()

    def change(self, duty: Duty) -> None:
        """Write the rule of one duty."""
        lead, assist = SLOTS[self.leads[duty].currentIndex()], SLOTS[self.assists[duty].currentIndex()]
        who = self._desk.county.who
        self._desk.county.tasks.write(
            tr("主责与配合"),
            lambda db, _control: change_lead_rule(db, duty, lead=lead, assist=assist, who=who),
            self._written,
            failed=self._failed,
        )

    def restore(self) -> None:
        """Back to the published rule."""
        who = self._desk.county.who
        self._desk.county.tasks.write(
            tr("主责与配合"), lambda db, _control: restore_published_rules(db, who=who), self._written, failed=self._failed
        )

    def _written(self, change: Change) -> None:
        self._desk.tell(change)
        self._read()

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _read(self) -> None:
        self._desk.county.tasks.read(slots.lead_rules, self._show, key="rules")

    def _show(self, rules: tuple[LeadRule, ...]) -> None:
        for rule in rules:
            self.leads[rule.duty].setCurrentIndex(SLOTS.index(rule.lead))
            self.assists[rule.duty].setCurrentIndex(SLOTS.index(rule.assist))
        is_preset = set(rules) == set(PUBLISHED_RULES)
        told = tr("现在是公开发布的规定。") if is_preset else tr("现在是本县自己的规定。")
        self.summary.setText(told)
        self.preset_button.setEnabled(not is_preset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        grid = QGridLayout()
        for place, text in enumerate((tr("职责"), tr("主责"), tr("配合"))):
            grid.addWidget(pieces.label(text, "section"), 0, place)
        for row, duty in enumerate(Duty, start=1):
            self.leads[duty].setAccessibleName(tr("主责：{duty}", duty=duty.caption))
            self.assists[duty].setAccessibleName(tr("配合：{duty}", duty=duty.caption))
            self.set_buttons[duty].setAccessibleName(tr("更改：{duty}", duty=duty.caption))
            grid.addWidget(pieces.label(duty.caption, wraps=False), row, 0)
            grid.addWidget(self.leads[duty], row, 1)
            grid.addWidget(self.assists[duty], row, 2)
            grid.addWidget(self.set_buttons[duty], row, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        foot = pieces.foot(self.reject, left=(self.preset_button,))
        column = QVBoxLayout(self)
        column.addLayout(grid)
        column.addWidget(self.summary)
        column.addStretch(1)
        column.addLayout(foot)


def _slot_box() -> QComboBox:
    box = QComboBox()
    for slot in SLOTS:
        box.addItem(slot.caption)
    return box
