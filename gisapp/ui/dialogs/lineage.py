"""Merge and rename villages: what it does to grids, families and the village line is shown before it is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gisapp.domain.change import Change
from gisapp.domain.division import DivisionLevel
from gisapp.language import tr
from gisapp.services.places.list_lineage import LineageLine, list_lineage
from gisapp.services.places.merge_divisions import DivisionMerge, list_cadres, merge_divisions, preview_merge
from gisapp.services.places.rename_division import rename_division
from gisapp.storage.places import lineage
from gisapp.ui import pieces
from gisapp.ui.dialogs.days import day_of, with_day
from gisapp.ui.dialogs.previewed import PreviewedDialog
from gisapp.ui.finder import Finder, Hits, height_of_rows
from gisapp.ui.work.desk import WorkDesk

MERGE, RENAME = range(2)
LEVELS = (DivisionLevel.TOWN, DivisionLevel.VILLAGE, DivisionLevel.COMMUNITY)


class LineageDialog(PreviewedDialog):
    """A merger or another name, and below it what has been so far."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk, tr("村庄合并与更名"))
        self._plan: DivisionMerge | None = None
        self.resize(600, 620)
        tasks = desk.county.tasks
        self.what, self.day, self.name = QComboBox(), QLineEdit(date.today().isoformat()), QLineEdit()
        self.unit = Finder(tasks, find_units, tr("单位"), tr("村、社区、镇的名称或代码"), rows=2)
        self.into = Finder(tasks, find_units, tr("并入"), tr("村、社区、镇的名称或代码"), rows=2)
        self.leaving = QListWidget()
        self.takes_grids = QCheckBox(tr("网格划归新村（不勾时仍记在原村名下，树上归到新村）"))
        self.past = QPlainTextEdit()
        self._rows: dict[QWidget, QLabel] = {}
        self._arrange()
        self._connect()
        self._choose_what()
        tasks.read(list_lineage, self._show_past)

    @property
    def is_merge(self) -> bool:
        return self.what.currentIndex() == MERGE

    def record(self) -> None:
        """Write what is previewed; the dialog stays open for the next one."""
        desk, who = self._desk, self._desk.county.who
        if not self.save.isEnabled():
            return
        plan, unit, name, day = self._plan, self.unit.chosen, self.name.text(), day_of(self.day.text())
        self._forget()

        def done(change: Change) -> None:
            desk.tell(change)
            if isValid(self):
                self._start_again()

        if self.is_merge and plan is not None:
            desk.county.tasks.write(plan.label, lambda db, _control: merge_divisions(db, plan, who=who), done, failed=self._refused)
        elif unit is not None:
            desk.county.tasks.write(
                tr("更名"), lambda db, _control: rename_division(db, unit, name, who=who, day=day), done, failed=self._refused
            )

    def _start_again(self) -> None:
        for finder in (self.unit, self.into):
            finder.field.clear()
            finder.look()
        self.name.clear()
        self._desk.county.tasks.read(list_lineage, self._show_past)
        self.unit.setFocus()

    def _choose_what(self) -> None:
        for widget, label in self._rows.items():
            is_shown = widget is self.name if not self.is_merge else widget is not self.name
            label.setVisible(is_shown)
            widget.setVisible(is_shown)
        self._look_soon()

    def _unit_chosen(self) -> None:
        """The cadres of the merged unit: those who leave are ticked."""
        unit = self.unit.chosen
        self.leaving.clear()
        if unit is not None:
            self._desk.county.tasks.read(
                lambda connection: list_cadres(connection, unit), self._show_staff, key=f"lineage-staff-{id(self)}"
            )
        self._look_soon()

    def _show_staff(self, cadres: Sequence[tuple[int, str, str, int]]) -> None:
        self.leaving.blockSignals(True)
        for contact, name, role, families in cadres:
            item = QListWidgetItem(tr("{name}　{role}　{count} 岗", name=name, role=role, count=families))
            item.setData(Qt.ItemDataRole.UserRole, contact)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.leaving.addItem(item)
        self.leaving.blockSignals(False)
        self.leaving.setFixedHeight(height_of_rows(self.leaving, 3))

    def _gone(self) -> tuple[int, ...]:
        items = [self.leaving.item(row) for row in range(self.leaving.count())]
        return tuple(int(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _look_ahead(self) -> None:
        unit, into, day, gone, takes = (
            self.unit.chosen,
            self.into.chosen,
            day_of(self.day.text()),
            self._gone(),
            self.takes_grids.isChecked(),
        )
        if day is None:
            self._say(tr("请写成 2026-07-12 的样子。"))
        elif unit is None or (self.is_merge and into is None):
            self._say(tr("请选择哪个村并入哪个村。") if self.is_merge else tr("请选择要更名的单位。"))
        elif self.is_merge:
            other = int(into or 0)
            self._desk.county.tasks.read(
                lambda connection: preview_merge(connection, unit, other, leaving=gone, takes_grids=takes, day=day),
                self._show_plan,
                key=f"lineage-{id(self)}",
                failed=self._refused,
            )
        else:
            self.save.setEnabled(bool(self.name.text().strip()))
            self._say(tr("旧名保留，仍能查到原来的户。"))

    def _show_plan(self, plan: DivisionMerge) -> None:
        self._plan = plan
        grids = tr("{count} 个网格划归{name}", count=plan.grids, name=plan.into.name)
        kept = tr("{count} 个网格仍记在{name}名下", count=plan.grids, name=plan.division.name)
        lines = [
            plan.label,
            grids if plan.takes_grids else kept,
            tr("原籍在该村的搬迁户 {families} 户，村线岗位留任 {kept} 个。", families=len(plan.families), kept=plan.kept),
            tr(
                "提议由新村接任、等待确认 {proposed} 个；仍无人选 {unfilled} 个。", proposed=len(plan.proposed), unfilled=len(plan.unfilled)
            ),
        ]
        self._say("\n".join(lines))
        self.save.setEnabled(True)

    def _show_past(self, lines: Sequence[LineageLine]) -> None:
        self.past.setPlainText("\n".join(line_of(line) for line in lines) or tr("还没有合并或更名的单位。"))

    def _forget(self) -> None:
        super()._forget()
        self._plan = None

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(lambda _place: self._choose_what())
        self.unit.changed.connect(self._unit_chosen)
        self.into.changed.connect(self._look_soon)
        self.leaving.itemChanged.connect(lambda _item: self._look_soon())
        self.takes_grids.toggled.connect(lambda _on: self._look_soon())
        for line in (self.day, self.name):
            line.textChanged.connect(lambda _text: self._look_soon())

    def _arrange(self) -> None:
        self.what.addItems([tr("合并"), tr("更名")])
        form = QFormLayout()
        form.addRow(pieces.label(tr("什么事"), "caption", wraps=False), with_day(self.what, self.day))
        form.addRow(pieces.label(tr("哪个单位"), "caption", wraps=False), self.unit)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("并入"), self.into),
            (tr("离岗的人"), self.leaving),
            (tr("网格"), self.takes_grids),
            (tr("新名称"), self.name),
        )
        for text, widget in rows:
            self._rows[widget] = pieces.label(text, "caption", wraps=False)
            widget.setAccessibleName(text)
            form.addRow(self._rows[widget], widget)
        self.leaving.setFixedHeight(height_of_rows(self.leaving, 3))
        self.preview.setMinimumHeight(92)
        self.past.setReadOnly(True)
        self.past.setTabChangesFocus(True)
        self.past.setAccessibleName(tr("沿革"))
        self.past.setMinimumHeight(64)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self.preview, 1)
        column.addWidget(pieces.label(tr("沿革"), "caption", wraps=False))
        column.addWidget(self.past, 1)
        column.addLayout(self._foot())
        self.unit.setFocus()


def find_units(connection: sqlite3.Connection, text: str) -> Hits:
    """Standing towns, villages and communities whose name, code or former name holds ``text``."""
    if not text:
        return []
    former: dict[int, str] = {}
    for name in lineage.former_names(connection):
        former[name.division_id] = tr("{names} {name}", names=former.get(name.division_id, ""), name=name.name).strip()
    fitting = [
        one for one in lineage.living(connection, LEVELS) if text in one.name or one.code.startswith(text) or text in former.get(one.id, "")
    ]
    return [
        (one.id, tr("{name}　{code}　{former}", name=one.name, code=one.code, former=former.get(one.id, "")).strip())
        for one in fitting[:40]
    ]


def line_of(line: LineageLine) -> str:
    """One unit of the lineage in a line."""
    unit, names = line.division, tr("、").join(one.name for one in line.names)
    parts = [tr("{name}（{code}）", name=unit.name, code=unit.code)]
    if line.successor:
        parts.append(tr("{day} 并入{other}", day=unit.ended_on or "—", other=line.successor.name))
    if names:
        parts.append(tr("曾用名、并入的村：{names}", names=names))
    return "  ".join(parts)
