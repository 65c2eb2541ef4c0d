"""The form for a new contact."""

from __future__ import annotations

import sqlite3

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from gisapp.domain.cards import Unit
from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import ContactId
from gisapp.domain.lines import Role
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.keep_contact import LONGEST_NAME, add_contact
from gisapp.storage import units
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk

LEVELS = frozenset({"county", "town", "village", "community"})


class ContactDialog(QDialog):
    """Not modal; Enter in the last field adds, the form stays open for the next one."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._units: dict[str, int] = {}
        self.setWindowTitle(tr("登记联系人"))
        self.resize(420, 260)
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        self.role = QComboBox()
        self.unit = QLineEdit()
        self.phone = QLineEdit(maxLength=24)
        self.summary = pieces.label(tr("登记后即可在各岗位中选到。"), "step")
        self.add_button = pieces.button(tr("登记"), self.add, role="main", icon="done")
        self._arrange()
        desk.county.tasks.read(_divisions, self._show_units, key="contact units")

    def add(self) -> None:
        """Write the contact, or say what is wrong beside the form."""
        division = self._units.get(self.unit.text().strip())
        if division is None:
            self.summary.setText(tr("请在名单中选一个镇、村或社区。"))
            self.unit.setFocus()
            return
        name, phone, who = self.name.text(), self.phone.text(), self._desk.county.who
        role = tuple(Role)[self.role.currentIndex()]
        self._desk.county.tasks.write(
            tr("登记联系人"),
            lambda db, _control: add_contact(db, name=name, role=role, division_id=division, phone=phone, who=who),
            lambda done: self._added(*done),
            failed=self._failed,
        )

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _added(self, made: ContactId, change: Change) -> None:
        self._desk.tell(change)
        self._desk.select(Kind.CONTACT, (int(made),))
        self.summary.setText(tr("{label}。可以接着登记下一位。", label=change.label))
        self.name.clear()
        self.phone.clear()
        self.name.setFocus()

    def _show_units(self, found: dict[str, int]) -> None:
        self._units = found
        completer = QCompleter(list(found), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.unit.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        for role in Role:
            self.role.addItem(role.caption)
        self.unit.setPlaceholderText(tr("输入几个字，在名单中选"))
        self.phone.setPlaceholderText(tr("可以不填"))
        form = QFormLayout()
        for text, field in ((tr("姓名"), self.name), (tr("岗位"), self.role), (tr("单位"), self.unit), (tr("电话"), self.phone)):
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.phone.returnPressed.connect(self.add)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(pieces.button(tr("关闭"), self.reject))
        foot.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addStretch(1)
        column.addLayout(foot)


def _divisions(connection: sqlite3.Connection) -> dict[str, int]:
    """What each division is called in the list -> its id; names that occur twice carry the unit they lie in."""
    found = [unit for unit in units.all_units(connection) if unit.kind == "division" and unit.level in LEVELS]
    names = {(unit.kind, unit.id): unit.name for unit in found}
    return {_called(unit, names): unit.id for unit in found}


def _called(unit: Unit, names: dict[tuple[str, int], str]) -> str:
    above = names.get(unit.parent, "") if unit.parent else ""
    return tr("{name}（{above}）", name=unit.name, above=above) if above else unit.name
