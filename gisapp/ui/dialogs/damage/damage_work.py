"""The part 恢复: by which way, until when, who is responsible, and how far each stage is."""

from __future__ import annotations

import sqlite3
from datetime import date

from PySide6.QtWidgets import QButtonGroup, QFormLayout, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout

from gisapp.domain.change import Kind
from gisapp.domain.damage import DamageCase, RebuildWay, StageLine, WorkProgress
from gisapp.language import tr
from gisapp.services.damage.plan_rebuild import RebuildPlan, plan_rebuild
from gisapp.services.damage.record_stage import clear_stage, record_stage
from gisapp.services.places.search_county import search_county
from gisapp.ui import pieces
from gisapp.ui.dialogs.choices import choice_row
from gisapp.ui.dialogs.damage.damage_part import DamagePart
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.finder import Finder, Hits
from gisapp.ui.work.desk import WorkDesk

CONTACT_ROWS = 2


class WorkPart(DamagePart):
    """The plan and the stages, for all damages chosen."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self.ways = QButtonGroup(self)
        self.planned, self.day = QLineEdit(), QLineEdit(date.today().isoformat())
        self.contact = Finder(desk.county.tasks, find_contacts, tr("责任人"), tr("姓名、首字母"), rows=CONTACT_ROWS)
        self.stages = QListWidget()
        self._arrange()

    def plan(self) -> None:
        """Write way, planned finish and contact; what is empty stays as it was."""
        text = self.planned.text().strip()
        planned = day_of(text)
        if text and planned is None:
            self.say(tr("请写成 2026-07-12 的样子。"))
            return
        way = tuple(RebuildWay)[self.ways.checkedId()] if self.ways.checkedId() >= 0 else None
        ids, plan, who = self.ids, RebuildPlan(way, planned, self.contact.chosen), self.desk.county.who
        self.write(tr("恢复方式"), lambda db: plan_rebuild(db, ids, plan, who=who))

    def begin(self) -> None:
        """The chosen stage began that day."""
        stage, day, ids, who = self.stage, day_of(self.day.text()), self.ids, self.desk.county.who
        if self._fits(stage, day):
            self.write(tr("恢复进度"), lambda db: record_stage(db, ids, stage, who=who, begun_on=day))

    def finish(self) -> None:
        """The chosen stage was finished that day."""
        stage, day, ids, who = self.stage, day_of(self.day.text()), self.ids, self.desk.county.who
        if self._fits(stage, day):
            self.write(tr("恢复进度"), lambda db: record_stage(db, ids, stage, who=who, finished_on=day))

    def clear(self) -> None:
        """The chosen stage is to do again."""
        stage, ids, who = self.stage, self.ids, self.desk.county.who
        if stage:
            self.write(tr("恢复进度"), lambda db: clear_stage(db, ids, stage, who=who))

    @property
    def stage(self) -> str:
        """The stage under the mark; "" when there is none."""
        row = self.stages.currentRow()
        return self.case.stages[row].stage if self.case is not None and 0 <= row < len(self.case.stages) else ""

    def fill(self, case: DamageCase, *, is_another: bool) -> None:
        one = case.damage
        before = self.stages.currentRow()
        self.stages.clear()
        for line in case.stages:
            self.stages.addItem(stage_text(line))
        waiting = next((at for at, line in enumerate(case.stages) if line.progress is not WorkProgress.FINISHED), len(case.stages) - 1)
        self.stages.setCurrentRow(waiting if is_another or before < 0 else before)
        for place, way in enumerate(RebuildWay):
            self.ways.button(place).setEnabled(one.needs_work)
            if way is one.way:
                self.ways.button(place).setChecked(True)
        if one.way is None and is_another:
            self.ways.setExclusive(False)
            for button in self.ways.buttons():
                button.setChecked(False)
            self.ways.setExclusive(True)
        if is_another:
            self.planned.setText(one.planned_on or "" if len(self.ids) == 1 else "")
            self.contact.field.clear()
            self.contact.hits.clear()
        self.contact.field.setPlaceholderText(
            tr("现在是 {name}；要换就写姓名", name=one.contact_name) if one.contact_name else tr("姓名、首字母")
        )

    def _fits(self, stage: str, day: date | None) -> bool:
        if not stage:
            self.say(tr("请先定恢复方式，再选一个阶段。"))
        elif day is None:
            self.say(tr("请写成 2026-07-12 的样子。"))
        return bool(stage) and day is not None

    def _arrange(self) -> None:
        form = QFormLayout()
        ways = choice_row(self.ways, [(way.caption, str(place)) for place, way in enumerate(RebuildWay, 1)], -1)
        form.addRow(pieces.label(tr("恢复方式"), "caption", wraps=False), ways)
        form.addRow(pieces.label(tr("计划完工"), "caption", wraps=False), self.planned)
        form.addRow(pieces.label(tr("责任人"), "caption", wraps=False), self.contact)
        for text, field in ((tr("计划完工"), self.planned), (tr("哪一天"), self.day)):
            field.setAccessibleName(text)
        self.planned.setPlaceholderText(tr("如 2027-06-30，可以空着"))
        self.stages.setAccessibleName(tr("阶段"))
        self.stages.setAlternatingRowColors(True)
        steps = QHBoxLayout()
        steps.addWidget(pieces.label(tr("哪一天"), "caption", wraps=False))
        steps.addWidget(self.day)
        steps.addStretch(1)
        steps.addWidget(pieces.button(tr("清除"), self.clear, tip=tr("退回未开始")))
        steps.addWidget(pieces.button(tr("开始"), self.begin, icon="forward"))
        steps.addWidget(pieces.button(tr("完成"), self.finish, icon="done", tip=tr("最后一个阶段完成即完工")))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(form)
        column.addLayout(pieces.answers(pieces.button(tr("保存"), self.plan, role="main", icon="done")))
        column.addWidget(self.told)
        column.addWidget(pieces.label(tr("阶段（最后一个完成即完工）"), "caption"))
        column.addWidget(self.stages, 1)
        column.addLayout(steps)


def stage_text(line: StageLine) -> str:
    """A stage with its days."""
    values = {"stage": line.stage, "begun": line.begun_on or "—", "finished": line.finished_on or "—"}
    match line.progress:
        case WorkProgress.TO_DO:
            return tr("{stage}　未开始", stage=line.stage)
        case WorkProgress.BEGUN:
            return tr("{stage}　{begun} 开始", stage=line.stage, begun=line.begun_on)
        case WorkProgress.FINISHED:
            return tr("{stage}　{begun} 开始，{finished} 完成", **values)


def find_contacts(connection: sqlite3.Connection, text: str) -> Hits:
    """Contacts by name or initials."""
    found = search_county(connection, text) if text else []
    return [(hit.id, tr("{name}　{detail}", name=hit.title, detail=hit.detail)) for hit in found if hit.kind is Kind.CONTACT]
