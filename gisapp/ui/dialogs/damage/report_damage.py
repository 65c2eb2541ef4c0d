"""Report damaged houses: which, in which event, how bad; what will be written stands there before it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QHBoxLayout, QLineEdit
from shiboken6 import isValid

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change, Kind
from gisapp.domain.damage import DamageEvent, DamageGrade
from gisapp.language import tr
from gisapp.services.damage.damage_event import list_events
from gisapp.services.damage.damage_result import DamageResult
from gisapp.services.damage.record_damage import DamagePreview, preview_damage, record_damage
from gisapp.storage.damage import damaged_houses
from gisapp.storage.damage.damaged_houses import HouseName
from gisapp.ui import pieces
from gisapp.ui.dialogs.choices import choice_row
from gisapp.ui.dialogs.damage.damage_event import DamageEventDialog
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.dialogs.families.family_fields import find_houses
from gisapp.ui.dialogs.previewed import PreviewedDialog
from gisapp.ui.finder import Finder
from gisapp.ui.work.desk import WorkDesk

MOST_NAMED = 12


RECENT_DAYS = 90
"""So long after an event what is reported most likely belongs to it."""


class ReportDamageDialog(PreviewedDialog):
    """Several houses are reported with one grade; a family's two homes are chosen from, no house at all is looked up."""

    def __init__(self, desk: WorkDesk, houses: Sequence[HouseName], *, event: int | None = None, run: AffectedRun | None = None) -> None:
        super().__init__(desk, tr("登记受损"))
        self._houses, self._wanted_event, self._run = tuple(houses), event, run
        self._found: HouseName | None = None
        self._plan: DamagePreview | None = None
        self.resize(600, 460)
        self.houses, self.events = QComboBox(), QComboBox()
        self.finder = Finder(desk.county.tasks, find_houses, tr("房屋"), tr("门牌的一部分，如 中坝村3组"))
        self.grades = QButtonGroup(self)
        self.day, self.note = QLineEdit(date.today().isoformat()), QLineEdit()
        self._arrange()
        self._connect()
        self._read_events()
        self._look_ahead()
        (self.note if self._houses else self.finder).setFocus()

    @property
    def grade(self) -> DamageGrade:
        return tuple(DamageGrade)[self.grades.checkedId()]

    @property
    def uids(self) -> tuple[str, ...]:
        """The houses that are meant now."""
        if not self._houses:
            return (self._found.uid,) if self._found else ()
        return tuple(self.houses.currentData())

    def record(self) -> None:
        """Write what is previewed; the dialog stays open when it is refused."""
        day, plan, desk = day_of(self.day.text()), self._plan, self._desk
        if plan is None or not plan.houses or day is None:
            return
        uids, grade, event, note, who = self.uids, self.grade, self.events.currentData(), self.note.text(), desk.county.who
        self._forget()

        def done(result: DamageResult) -> None:
            desk.tell_part(result.change, result.reasons, nothing=tr("没有写入任何内容。"))
            if isValid(self):
                self.close()

        desk.county.tasks.write(
            tr("登记受损"),
            lambda db, _control: record_damage(db, uids, grade=grade, who=who, event=event, on_date=day, note=note),
            done,
            failed=self._refused,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(DamageGrade):
            self.grades.button(number).click()
        else:
            super().keyPressEvent(event)

    def add_event(self) -> None:
        """Record a new event, with the name of the run in hand to begin with."""
        self._desk.open(DamageEventDialog(self._desk, run=self._run))

    def _look_ahead(self) -> None:
        uids, event = self.uids, self.events.currentData()
        if not uids:
            self._say(tr("请先写门牌，选一处房屋。"))
            return
        if day_of(self.day.text()) is None:
            self._say(tr("请写成 2026-07-12 的样子。"))
            return

        def read(connection: sqlite3.Connection) -> DamagePreview:
            return preview_damage(connection, uids, event)

        self._desk.county.tasks.read(read, self._show_plan, key=f"report-{id(self)}", failed=self._refused)

    def _show_plan(self, plan: DamagePreview) -> None:
        self._plan = plan
        numbers = [house.number for house in plan.houses]
        lines = []
        if numbers:
            named = tr("、").join(numbers[:MOST_NAMED])
            values = {"count": len(numbers), "grade": self.grade.caption, "event": self.events.currentText()}
            lines.append(tr("登记 {count} 处，{grade}，{event}：", **values))
            lines.append(named if len(numbers) <= MOST_NAMED else tr("{named} 等", named=named))
        lines += [one.sentence for one in plan.refused]
        self._say("\n".join(lines))
        self.save.setEnabled(bool(numbers))

    def _forget(self) -> None:
        super()._forget()
        self._plan = None

    def _house_found(self) -> None:
        """The house under the mark, by its uid."""
        chosen = self.finder.chosen
        if chosen is None:
            self._take_house([])
            return

        def read(connection: sqlite3.Connection) -> list[HouseName]:
            return list(damaged_houses.houses(connection, damaged_houses.uids_of(connection, [chosen])).values())

        self._desk.county.tasks.read(read, self._take_house, key=f"report-house-{id(self)}")

    def _take_house(self, found: Sequence[HouseName]) -> None:
        self._found = found[0] if found else None
        self._look_soon()

    def _read_events(self) -> None:
        self._desk.county.tasks.read(list_events, self._show_events, key=f"report-events-{id(self)}")

    def _show_events(self, found: Sequence[DamageEvent]) -> None:
        before = {self.events.itemData(place) for place in range(self.events.count())}
        fresh = next((event.id for event in found if before and event.id not in before), None)
        recent = next((event.id for event in found if _is_recent(event)), None)
        wanted = fresh or (self.events.currentData() if before else self._wanted_event or recent)
        self.events.blockSignals(True)
        self.events.clear()
        for event in found:
            self.events.addItem(event.caption, event.id)
        self.events.addItem(tr("不属于灾次"), None)
        self.events.setCurrentIndex(max(self.events.findData(wanted), 0) if wanted is not None else self.events.count() - 1)
        self.events.blockSignals(False)
        self._look_soon()

    def _take_change(self, change: Change, _initiator: object) -> None:
        if Kind.DAMAGE in change.kinds:
            self._read_events()

    def _connect(self) -> None:
        self.houses.currentIndexChanged.connect(lambda _place: self._look_soon())
        self.events.currentIndexChanged.connect(lambda _place: self._look_soon())
        self.grades.idClicked.connect(lambda _number: self._look_soon())
        self.day.textChanged.connect(lambda _text: self._look_soon())
        self.finder.changed.connect(self._house_found)
        self._desk.county.signals.changed.connect(self._take_change)

    def _arrange(self) -> None:
        if len(self._houses) > 1:
            self.houses.addItem(tr("全部 {count} 处", count=len(self._houses)), [house.uid for house in self._houses])
        for house in self._houses:
            self.houses.addItem(house.number if house.house else tr("{number}（已不存在）", number=house.number), [house.uid])
        self.houses.setCurrentIndex(0)
        events = QHBoxLayout()
        events.addWidget(self.events, 1)
        events.addWidget(pieces.button(tr("新灾次…"), self.add_event, icon="new"))
        form = QFormLayout()
        rows = ((tr("房屋"), self.houses if self._houses else self.finder), (tr("灾次"), events))
        for text, field in rows:
            form.addRow(pieces.label(text, "caption", wraps=False), field)
        grades = choice_row(self.grades, [(grade.caption, str(place)) for place, grade in enumerate(DamageGrade, 1)], 0)
        form.addRow(pieces.label(tr("程度"), "caption", wraps=False), grades)
        for text, line in ((tr("上报日期"), self.day), (tr("说明"), self.note)):
            line.setAccessibleName(text)
            form.addRow(pieces.label(text, "caption", wraps=False), line)
        for text, box in ((tr("房屋"), self.houses), (tr("灾次"), self.events)):
            box.setAccessibleName(text)
        self.note.setPlaceholderText(tr("看到什么，如 东墙倒塌"))
        self._stand(form)


def _is_recent(event: DamageEvent) -> bool:
    last = date.fromisoformat(event.to_date) if event.to_date else date.today()
    return (date.today() - last).days <= RECENT_DAYS
