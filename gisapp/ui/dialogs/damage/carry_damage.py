"""Carry a damage over to the homes of its families: what it will do stands there before it is written."""

from __future__ import annotations

import sqlite3

from PySide6.QtWidgets import QFormLayout, QLineEdit

from gisapp.language import tr
from gisapp.services.damage.carry_damage import CarryPlan, CarryStep, carry_damage, plan_carry
from gisapp.ui import pieces
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.dialogs.previewed import PreviewedDialog
from gisapp.ui.work.desk import WorkDesk


class CarryDamageDialog(PreviewedDialog):
    """One day and one step."""

    def __init__(self, desk: WorkDesk, damage: int, step: CarryStep, *, day: str) -> None:
        super().__init__(desk, step.caption)
        self._damage, self._step = damage, step
        self._plan: CarryPlan | None = None
        self.resize(540, 320)
        self.title = pieces.label(step.caption, "title")
        self.day = QLineEdit(day)
        self.day.setAccessibleName(tr("哪一天"))
        form = QFormLayout()
        form.addRow(pieces.label(tr("哪一天"), "caption", wraps=False), self.day)
        self._stand(form, self.title)
        self.day.textChanged.connect(lambda _text: self._look_soon())
        self._look_ahead()
        self.save.setFocus()

    def record(self) -> None:
        """Write what is previewed."""
        plan, who = self._plan, self._desk.county.who
        if plan is not None:
            self._write(self._step.caption, lambda db: carry_damage(db, plan, who=who))

    def _look_ahead(self) -> None:
        day, damage, step = day_of(self.day.text()), self._damage, self._step
        if day is None:
            self._say(tr("请写成 2026-07-12 的样子。"))
            return

        def plan(connection: sqlite3.Connection) -> CarryPlan:
            return plan_carry(connection, damage, step, day=day)

        self._desk.county.tasks.read(plan, self._show_plan, key=f"carry-{id(self)}", failed=self._refused)

    def _show_plan(self, plan: CarryPlan) -> None:
        self._plan = plan
        self.title.setText(plan.label)
        self._say("\n".join(plan.lines))
        self.save.setEnabled(True)

    def _forget(self) -> None:
        super()._forget()
        self._plan = None
