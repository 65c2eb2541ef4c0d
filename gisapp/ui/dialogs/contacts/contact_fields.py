"""Name, phone and unit of a contact: the fields of the forms that add and that correct one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QDialog, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gisapp.domain.cards import Unit
from gisapp.language import tr
from gisapp.services.contacts.keep_contact import LONGEST_NAME
from gisapp.storage.places import units
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk

LEVELS = frozenset({"county", "town", "village", "community"})


class ContactForm(QDialog):
    """Not modal; Enter goes on to ``done`` in the last field, elsewhere it does nothing."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk.window)
        self.desk = desk
        self.names: dict[str, int] = {}
        self.resize(420, 260)
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        self.unit = QLineEdit()
        self.phone = QLineEdit(maxLength=24)
        self.summary = pieces.label("", "step")
        desk.county.tasks.read(_divisions, self._show_units, key="contact units")

    @property
    def division(self) -> int | None:
        """The unit that is written there, or the only one whose name holds it; None, told beside the form, when there is none."""
        text = self.unit.text().strip()
        fitting = [unit for name, unit in self.names.items() if text and text in name]
        found = self.names.get(text, fitting[0] if len(fitting) == 1 else None)
        if found is None:
            self.summary.setText(tr("请在名单中选一个镇、村或社区。"))
            self.unit.setFocus()
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def arrange(self, rows: list[tuple[str, QWidget]], button: QPushButton, done: Callable[[], None]) -> None:
        """Put the fields one under the other, the buttons below."""
        form = QFormLayout()
        for text, widget in rows:
            widget.setAccessibleName(text)
            form.addRow(text, widget)
        self.phone.returnPressed.connect(done)
        foot = pieces.foot(self.reject)
        foot.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addStretch(1)
        column.addLayout(foot)

    def _show_units(self, found: dict[str, int]) -> None:
        self.names = found
        completer = QCompleter(list(found), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.unit.setCompleter(completer)


def _divisions(connection: sqlite3.Connection) -> dict[str, int]:
    """What each division is called in the list -> its id; each carries the unit it lies in."""
    found = [unit for unit in units.all_units(connection) if unit.kind == "division" and unit.level in LEVELS]
    names = {(unit.kind, unit.id): unit.name for unit in found}
    return {_called(unit, names): unit.id for unit in found}


def _called(unit: Unit, names: dict[tuple[str, int], str]) -> str:
    above = names.get(unit.parent, "") if unit.parent else ""
    return tr("{name}（{above}）", name=unit.name, above=above) if above else unit.name
