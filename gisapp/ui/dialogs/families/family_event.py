"""Record what happened to a family: one form that changes with the event, and what it will do before it is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit
from shiboken6 import isValid

from gisapp.domain.change import Kind
from gisapp.domain.family import Family
from gisapp.language import tr
from gisapp.services.families.describe_change import ChangeInWords, describe_change
from gisapp.services.families.family_change import FamilyPlan, FamilyResult, carry_out, living_family
from gisapp.services.places.find_house import vacant_flats
from gisapp.storage.families import families
from gisapp.ui import pieces
from gisapp.ui.dialogs.days import day_of, with_day
from gisapp.ui.dialogs.families.family_fields import EventFields
from gisapp.ui.dialogs.families.family_forms import FORMS, EventForm
from gisapp.ui.dialogs.previewed import PreviewedDialog
from gisapp.ui.work.desk import WorkDesk

PREVIEW_HEIGHT, LEAST_HEIGHT = 124, 480


@dataclass(frozen=True, slots=True)
class Known:
    """The family as it is, and those who left it."""

    family: Family
    departed: Sequence[tuple[int, str, str, str]]


class FamilyEventDialog(PreviewedDialog):
    """The form changes with the event that is chosen."""

    def __init__(self, desk: WorkDesk, family: int, event: str = "move") -> None:
        super().__init__(desk, tr("家庭变动"))
        self._family = family
        self._plan: FamilyPlan | None = None
        self.resize(580, LEAST_HEIGHT)
        self.title = pieces.label("", "title")
        self.event_box, self.day, self.reason = QComboBox(), QLineEdit(date.today().isoformat()), QLineEdit()
        self._form = QFormLayout()
        self._form.addRow(pieces.label(tr("什么事"), "caption", wraps=False), with_day(self.event_box, self.day))
        place = desk.place
        self.fields = EventFields(desk.county.tasks, self._form, lambda connection: vacant_flats(connection, family, place))
        self._arrange()
        self._connect()
        self.event_box.setCurrentIndex(next(place for place, form in enumerate(FORMS) if form.id == event))
        self._choose_event()
        desk.county.tasks.read(self._read, self._show_family, failed=self._refused)

    @property
    def event_form(self) -> EventForm:
        """The event that is chosen at the top."""
        return FORMS[self.event_box.currentIndex()]

    def record(self) -> None:
        """Write the plan that is previewed; the dialog stays open when it is refused."""
        plan, desk, reason = self._plan, self._desk, self.reason.text().strip() or None
        if plan is None:
            return
        self._forget()

        def done(result: FamilyResult) -> None:
            desk.tell(result.change)
            ended = plan.after[0].ended_on is not None and len(result.families) > 1
            if ended:
                desk.select(Kind.HOUSEHOLD, (result.families[1],))
            if isValid(self):
                self.close()

        who = desk.county.who
        desk.county.tasks.write(tr("家庭变动"), lambda db, _control: carry_out(db, plan, who=who, why=reason), done, failed=self._refused)

    def _read(self, connection: sqlite3.Connection) -> Known:
        family = living_family(connection, self._family, date.today().isoformat())
        return Known(family, families.departed(connection, self._family))

    def _show_family(self, known: Known) -> None:
        self.title.setText(known.family.caption)
        self.fields.show_family(known.family, known.departed)
        QTimer.singleShot(0, self, self._fit)
        self._look_ahead()

    def _choose_event(self) -> None:
        self.fields.show_form(self.event_form)
        first = self.fields.first(self.event_form)
        (first or self.day).setFocus()
        self._look_soon()
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as the fields of the event need."""
        needed = self.sizeHint().height() - self.preview.sizeHint().height() + PREVIEW_HEIGHT
        self.resize(self.width(), max(LEAST_HEIGHT, needed))

    def _look_ahead(self) -> None:
        """Ask what the event would do."""
        day = day_of(self.day.text())
        if day is None:
            self._say(tr("请写成 2026-07-12 的样子。"))
            return
        values, form = self.fields.values(self._family, day), self.event_form

        def plan(connection: sqlite3.Connection) -> tuple[FamilyPlan, ChangeInWords]:
            found = form.plan(connection, values)
            return found, describe_change(found)

        self._desk.county.tasks.read(plan, self._show_plan, key=f"family-event-{id(self)}", failed=self._refused)

    def _show_plan(self, found: tuple[FamilyPlan, ChangeInWords]) -> None:
        plan, words = found
        self._plan = plan
        parts = (
            (tr("注意"), plan.warnings),
            (tr("户"), words.families),
            (tr("住房"), words.homes),
            (tr("岗位"), words.slots),
            (tr("人"), words.people),
        )
        lines = [plan.label]
        for heading, sentences in parts:
            lines += [tr("{heading}：{sentence}", heading=heading, sentence=sentence) for sentence in sentences]
        self._say("\n".join(lines))
        self.save.setEnabled(True)

    def _forget(self) -> None:
        super()._forget()
        self._plan = None

    def _connect(self) -> None:
        self.event_box.currentIndexChanged.connect(lambda _place: self._choose_event())
        self.day.textChanged.connect(lambda _text: self._look_soon())
        self.fields.changed.connect(self._look_soon)

    def _arrange(self) -> None:
        for form in FORMS:
            self.event_box.addItem(form.title())
        self.event_box.setMaxVisibleItems(len(FORMS))
        self.reason.setPlaceholderText(tr("可以不写"))
        self.reason.setAccessibleName(tr("原因"))
        self._form.addRow(pieces.label(tr("原因"), "caption", wraps=False), self.reason)
        self._stand(self._form, self.title)
