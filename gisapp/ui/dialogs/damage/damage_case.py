"""The work on damaged houses: those chosen at the left, what is known and done about them at the right."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gisapp.domain.change import Change, Kind
from gisapp.domain.damage import Damage, DamageCase
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.damage.carry_damage import CarryStep, steps_open
from gisapp.services.damage.list_damage import damage_case
from gisapp.services.damage.rebuild_stages import rebuild_stages
from gisapp.storage.damage import damage
from gisapp.ui import pieces
from gisapp.ui.dialogs.damage.damage_judging import JudgingPart
from gisapp.ui.dialogs.damage.damage_part import DamagePart
from gisapp.ui.dialogs.damage.damage_photos import PhotoPart
from gisapp.ui.dialogs.damage.damage_stay import StayPart
from gisapp.ui.dialogs.damage.damage_work import WorkPart
from gisapp.ui.theme import colour
from gisapp.ui.work import damage_deeds
from gisapp.ui.work.desk import WorkDesk

CODE = Qt.ItemDataRole.UserRole
LIST_PX, WORK_PX = 250, 560
TOUCHING = frozenset({Kind.DAMAGE, Kind.HOUSE, Kind.HOUSEHOLD, Kind.SETTING})
Found = tuple[DamageCase, tuple[CarryStep, ...], dict[int, Damage]]


class DamageCaseDialog(QDialog):
    """Not modal. Several chosen at the left are verified, planned and worked on together."""

    def __init__(self, desk: WorkDesk, rows: Sequence[Damage]) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.setWindowTitle(tr("受损与恢复"))
        self.resize(LIST_PX + WORK_PX + 40, 600)
        self.list = QListWidget()
        self.title, self.about = pieces.label("", "title"), pieces.label("", "note")
        self.steps = QHBoxLayout()
        self.tabs = QTabWidget()
        self.judging, self.work, self.stay, self.photos = JudgingPart(desk), WorkPart(desk), StayPart(desk), PhotoPart(desk)
        self._arrange()
        for one in rows:
            item = QListWidgetItem()
            item.setData(CODE, one.id)
            self.list.addItem(item)
            self._name(item, one)
        self.list.itemSelectionChanged.connect(self._read)
        desk.county.signals.changed.connect(self._take_change)
        self.list.setCurrentRow(0)
        self.judging.note.setFocus()

    @property
    def ids(self) -> tuple[int, ...]:
        """The damages that are chosen, in the order of the list."""
        chosen = sorted(self.list.row(item) for item in self.list.selectedItems())
        return tuple(int(self.list.item(row).data(CODE)) for row in chosen)

    @property
    def parts(self) -> tuple[DamagePart, ...]:
        return (self.judging, self.work, self.stay, self.photos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _take_change(self, change: Change, _initiator: object) -> None:
        if TOUCHING.intersection(change.kinds):
            self._read()

    def _read(self) -> None:
        ids = self.ids
        if not ids:
            return
        every = [int(self.list.item(row).data(CODE)) for row in range(self.list.count())]

        def read(connection: sqlite3.Connection) -> Found:
            case = damage_case(connection, ids[0])
            known = {one.id: one for one in damage.rows(connection, rebuild_stages(connection), every)}
            return case, steps_open(connection, case), known

        self._desk.county.tasks.read(read, partial(self._show, ids), key=f"damage-case-{id(self)}", failed=self._gone)

    def _show(self, ids: tuple[int, ...], found: Found) -> None:
        case, steps, known = found
        if ids != self.ids:
            return
        for row in range(self.list.count()):
            item = self.list.item(row)
            self._name(item, known.get(int(item.data(CODE))))
        one = case.damage
        self.title.setText(one.number if len(ids) == 1 else tr("{number} 等 {count} 处", number=one.number, count=len(ids)))
        self.about.setText(_about(case) if len(ids) == 1 else tr("核实、方式、阶段对选中的 {count} 处一起登记。", count=len(ids)))
        pieces.clear(self.steps)
        for step in steps if len(ids) == 1 else ():
            self.steps.addWidget(
                pieces.button(tr("{step}…", step=step.caption), partial(damage_deeds.carry, self._desk, one, step), icon="house")
            )
        self.steps.addStretch(1)
        for part in self.parts:
            part.show_case(ids, case)

    def _gone(self, error: GisappError) -> None:
        """Its reporting was undone, or it was removed."""
        self.title.setText(error.message)

    def _name(self, item: QListWidgetItem, one: Damage | None) -> None:
        if one is None:
            item.setText(tr("（已删除）"))
            return
        stage = one.stage_caption or one.state.caption
        item.setText(
            tr("{number}\n{grade} · {state} · {stage}", number=one.number, grade=one.grade.caption, state=one.state.caption, stage=stage)
        )
        late = one.days_overdue(date.today())
        item.setForeground(colour("danger" if late else "text", self.palette()))
        item.setToolTip(pieces.tip(tr("逾期 {days} 天", days=late)) if late else "")

    def _arrange(self) -> None:
        self.list.setAccessibleName(tr("受损房屋"))
        self.list.setAlternatingRowColors(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        titles = (tr("核实"), tr("恢复"), tr("过渡住址"), tr("照片"))
        for part, text in zip(self.parts, titles, strict=True):
            self.tabs.addTab(part, text)
        self.tabs.setAccessibleName(tr("受损与恢复"))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(6, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(self.steps)
        column.addWidget(self.tabs, 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(self.list)
        across.addWidget(right)
        across.setStretchFactor(1, 1)
        across.setSizes([LIST_PX, WORK_PX])
        whole = QVBoxLayout(self)
        whole.setSpacing(8)
        whole.addWidget(across, 1)
        whole.addLayout(pieces.foot(self.reject, note=tr("按住 Ctrl 可选多处一起登记；每一步都可在右下角撤销")))


def _about(case: DamageCase) -> str:
    one = case.damage
    event = case.event.caption if case.event else tr("不属于灾次")
    values = {"heads": one.head or tr("没有住户"), "people": one.people, "day": one.reported_on, "event": event}
    return tr("{heads}，{people} 人；{day} 上报，{event}。", **values)
