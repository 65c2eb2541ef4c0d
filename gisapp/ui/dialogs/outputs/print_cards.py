"""Print 双线联系卡: how large, and whether phones are whole, for which a reason is asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QRadioButton, QVBoxLayout

from gisapp.language import tr
from gisapp.services.families.pick_relocated import Picked, pick_relocated
from gisapp.storage.families import households
from gisapp.ui import paper_outputs, pieces, preferences, reading
from gisapp.ui.paper_outputs import CardOrder
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Place


@dataclass(frozen=True, slots=True)
class _Found:
    picked: Picked
    place: str


class PrintCardsDialog(QDialog):
    """Not modal; Enter saves, Escape leaves."""

    def __init__(self, desk: WorkDesk, families: Sequence[int]) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._found = _Found(Picked((), ()), "")
        self.setWindowTitle(tr("打印联系卡"))
        self.setMinimumWidth(440)
        self.summary = pieces.label(tr("正在读取…"), "step")
        self.a5 = QRadioButton(tr("A5：一张纸两户，从中间裁开"))
        self.a4 = QRadioButton(tr("A4：一张纸一户，字更大"))
        (self.a4 if preferences.load().cards == "a4" else self.a5).setChecked(True)
        self.reveal = QCheckBox(tr("印完整电话（要写原因，会记入历史）"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("印完整电话的原因"))
        self.reason.setPlaceholderText(tr("原因，例如：发给住户张贴"))
        self.reason.setEnabled(False)
        self.save = pieces.button(tr("存为 PDF…"), self.write, role="main", icon="print")
        self._lay_out()
        self.reveal.toggled.connect(self._take_reveal)
        self.reason.textChanged.connect(self._refresh)
        self._refresh()
        asked, place = tuple(families), desk.place
        desk.county.tasks.read(lambda connection: _read(connection, asked, place), self._show)

    def write(self) -> None:
        """Ask where to and print; the choice of size is remembered."""
        size = "a4" if self.a4.isChecked() else "a5"
        preferences.keep_card_size(size)
        reason = self.reason.text().strip() if self.reveal.isChecked() else ""
        order = CardOrder(tuple(self._found.picked.families), self._found.place, size, reason)
        if paper_outputs.print_cards(self._desk.county, self._desk.ask, order):
            self.close()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.summary)
        for widget in (self.a5, self.a4, self.reveal, self.reason):
            column.addWidget(widget)
        foot = pieces.foot(self.reject, self.save)
        column.addLayout(foot)

    def _show(self, found: _Found) -> None:
        self._found = found
        count, refused = len(found.picked.families), len(found.picked.refused)
        if count and refused:
            text = tr(
                "{place}：{count:,} 户，按楼栋、单元、楼层、房号排；另有 {refused:,} 户不是搬迁户，没有联系卡。",
                place=found.place,
                count=count,
                refused=refused,
            )
        elif count:
            text = tr("{place}：{count:,} 户，按楼栋、单元、楼层、房号排。", place=found.place, count=count)
        else:
            text = tr("没有搬迁户，没有可以打印的联系卡。")
        self.summary.setText(text)
        self._refresh()
        self.save.setFocus()

    def _take_reveal(self, is_revealed: bool) -> None:
        self.reason.setEnabled(is_revealed)
        if is_revealed:
            self.reason.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        has_reason = bool(self.reason.text().strip()) or not self.reveal.isChecked()
        self.save.setEnabled(bool(self._found.picked.families) and has_reason)


def _read(connection: sqlite3.Connection, families: Sequence[int], place: Place) -> _Found:
    picked = pick_relocated(connection, families)
    if len(picked.families) == 1:
        return _Found(picked, households.rows(connection, picked.families)[0].head)
    return _Found(picked, reading.title_of_place(connection, *place))
