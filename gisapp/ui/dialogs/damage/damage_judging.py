"""The part 核实: verify or dispute damages, with every state they went through."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLineEdit, QListWidget, QVBoxLayout

from gisapp.domain.damage import DamageCase, DamageGrade, DamageState
from gisapp.language import tr
from gisapp.services.damage.judge_damage import judge_damage
from gisapp.ui import pieces
from gisapp.ui.dialogs.choices import choice_row
from gisapp.ui.dialogs.damage.damage_part import DamagePart
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.work.desk import WorkDesk

STATE_KEYS = ("Q", "W", "E")


class JudgingPart(DamagePart):
    """One step for all damages chosen; several keep each its own grade unless another one is pressed."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self.states, self.grades = QButtonGroup(self), QButtonGroup(self)
        self.day, self.note = QLineEdit(date.today().isoformat()), QLineEdit()
        self.log = QListWidget()
        self._has_grade = False
        self._arrange()
        self.grades.idClicked.connect(lambda _number: self._grade_pressed())

    @property
    def state(self) -> DamageState:
        return tuple(DamageState)[self.states.checkedId()]

    def judge(self) -> None:
        """Write the state."""
        day = day_of(self.day.text())
        if day is None:
            self.say(tr("请写成 2026-07-12 的样子。"))
            return
        ids, state, note, who = self.ids, self.state, self.note.text(), self.desk.county.who
        grade = tuple(DamageGrade)[self.grades.checkedId()] if self._has_grade or len(ids) == 1 else None
        self.write(tr("核实受损"), lambda db: judge_damage(db, ids, state, who=who, on_date=day, grade=grade, note=note))

    def fill(self, case: DamageCase, *, is_another: bool) -> None:
        self.log.clear()
        for line in reversed(case.states):
            words = {"day": line.on_date, "state": line.state.caption, "grade": line.grade.caption, "who": line.who, "note": line.note}
            self.log.addItem(tr("{day}　{state}　{grade}　{who}　{note}", **words).rstrip())
        self.note.clear()
        self._has_grade = False
        self.grades.button(tuple(DamageGrade).index(case.damage.grade)).setChecked(True)
        if is_another:
            waits = case.damage.state is not DamageState.VERIFIED
            self.states.button(tuple(DamageState).index(DamageState.VERIFIED if waits else case.damage.state)).setChecked(True)

    def _grade_pressed(self) -> None:
        self._has_grade = True

    def _arrange(self) -> None:
        form = QFormLayout()
        states = choice_row(self.states, [(state.caption, key) for state, key in zip(DamageState, STATE_KEYS, strict=True)], 1)
        grades = choice_row(self.grades, [(grade.caption, str(place)) for place, grade in enumerate(DamageGrade, 1)], 0)
        form.addRow(pieces.label(tr("核实情况"), "caption", wraps=False), states)
        form.addRow(pieces.label(tr("程度"), "caption", wraps=False), grades)
        for text, field in ((tr("哪一天"), self.day), (tr("说明"), self.note)):
            field.setAccessibleName(text)
            form.addRow(pieces.label(text, "caption", wraps=False), field)
        self.note.setPlaceholderText(tr("有异议时写明是什么"))
        self.note.returnPressed.connect(self.judge)
        self.log.setAccessibleName(tr("核实经过"))
        self.log.setAlternatingRowColors(True)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addLayout(pieces.answers(pieces.button(tr("记下"), self.judge, role="main", icon="done")))
        column.addWidget(pieces.label(tr("经过（最近的在前）"), "caption"))
        column.addWidget(self.log, 1)
