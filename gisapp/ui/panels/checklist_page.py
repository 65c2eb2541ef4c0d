"""The page 行动清单: what is to be done in the run in hand, ticked off with name and time."""

from __future__ import annotations

import sqlite3

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from gisapp.domain.change import Kind
from gisapp.domain.checklist import RunCheck, RunChecklist
from gisapp.domain.lines import Duty
from gisapp.language import tr
from gisapp.services.runs.tick_checklist import run_checklist, tick_checks, untick_checks
from gisapp.ui import pieces
from gisapp.ui.panels.page_in_sight import PageInSight
from gisapp.ui.tables.plain_list import chosen_of, plain_view, show_rows
from gisapp.ui.tables.rows import Column, RowModel
from gisapp.ui.work import situation_deeds
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.roll_call_lists import run_of


class ChecklistPage(PageInSight):
    """Reads when it is in sight; the space bar ticks the chosen lines, or takes the ticks away when all of them are done."""

    kinds = frozenset({Kind.CHECK, Kind.CHECKLIST, Kind.RUN})

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self.found: RunChecklist | None = None
        self.summary, self.note = pieces.label("", "title"), pieces.label("", "note")
        self.by = QLineEdit(desk.county.who, maxLength=40)
        self.model = RowModel()
        self.view = plain_view(self.model, tr("行动清单"), is_many=True)
        self.view.signs = frozenset({" "})
        self._arrange()
        self.view.sign_typed.connect(lambda _sign: self.toggle())
        self.view.entered_by_key.connect(lambda _index: self.toggle())
        self.view.doubleClicked.connect(lambda _index: self.toggle())

    # What the buttons do

    def toggle(self) -> None:
        """Tick the chosen lines, or untick them when all are done."""
        chosen = self._chosen()
        if chosen and all(check.is_done for check in chosen):
            self.untick()
        else:
            self.tick()

    def tick(self, note: str = "") -> None:
        """The chosen lines are done, by whoever stands in the field."""
        numbers = [check.number for check in self._chosen() if not check.is_done]
        if self.found is None or not numbers:
            self._desk.county.signals.message.emit("info", tr("请先选中还没有办的一条。"))
            return
        run, who, by = self.found.run, self._desk.county.who, self.by.text()
        self._desk.county.tasks.write(
            tr("行动清单"), lambda db, _control: tick_checks(db, run, numbers, who=who, by=by, note=note), self._desk.tell
        )

    def tick_with_note(self) -> None:
        """Likewise, with a line of what happened."""
        note = self._desk.ask.line(tr("行动清单"), tr("办的结果，写一句："))
        if note is not None:
            self.tick(note)

    def untick(self) -> None:
        """The chosen lines are not done after all."""
        numbers = [check.number for check in self._chosen() if check.is_done]
        if self.found is None or not numbers:
            self._desk.county.signals.message.emit("info", tr("请先选中已办的一条。"))
            return
        run, who = self.found.run, self._desk.county.who
        self._desk.county.tasks.write(tr("行动清单"), lambda db, _control: untick_checks(db, run, numbers, who=who), self._desk.tell)

    def add(self) -> None:
        """One more line for this run only."""
        if self.found is not None:
            situation_deeds.add_check(self._desk, self.found.run)

    def print_list(self) -> None:
        """The list on paper, with boxes to tick by hand."""
        if self.found is not None:
            situation_deeds.print_checklist(self._desk, self.found.run)

    # Reading

    def _chosen(self) -> list[RunCheck]:
        return [row for row in chosen_of(self.view, self.model) if isinstance(row, RunCheck)]

    def _ask(self) -> None:
        place = self._place

        def read(connection: sqlite3.Connection) -> RunChecklist | None:
            run = run_of(connection, place)
            return run_checklist(connection, run) if run is not None else None

        self._desk.county.tasks.read(read, self._show, key="checklist page")

    def _show(self, found: RunChecklist | None) -> None:
        self.found = found
        checks = () if found is None else tuple(check for duty in Duty for check in found.of_duty(duty))
        show_rows(self.view, self.model, _columns(), checks)
        if found is None:
            self.summary.setText(tr("还没有研判，没有行动清单。"))
            self.note.setText("")
            return
        self.summary.setText(tr("研判第 {run} 号：{done} / {count} 条已办", run=found.run, done=found.done, count=len(checks)))
        self.note.setText(_note(found))
        if not self.view.currentIndex().isValid() and checks:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.summary)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        self.by.setAccessibleName(tr("谁办的"))
        self.by.setMinimumWidth(80)
        self.by.setMaximumWidth(150)
        row = QHBoxLayout()
        row.addWidget(pieces.label(tr("谁办的"), "caption", wraps=False))
        row.addWidget(self.by)
        buttons = (
            pieces.button(tr("登记已办"), self.tick, role="main", icon="done", tip=tr("选中的几条；也可按空格")),
            pieces.button(tr("写结果…"), self.tick_with_note, icon="draw", tip=tr("登记已办，并写一句结果")),
            pieces.button(tr("取消登记"), self.untick, icon="undo"),
            pieces.button(tr("加一条…"), self.add, icon="new", tip=tr("只加在这次研判里")),
            pieces.button(tr("全县清单…"), lambda: situation_deeds.edit_checklist(self._desk), icon="table", tip=tr("改以后研判用的清单")),
            pieces.button(tr("打印…"), self.print_list, icon="print", tip=tr("存为 PDF，可以手工打勾")),
        )
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)


def _note(found: RunChecklist) -> str:
    told = []
    if found.is_example:
        told.append(tr("这是示例清单，请按本县预案修改。"))
    if found.is_kept:
        told.append(tr("已开始办，清单固定下来；以后改全县清单不影响这一次。"))
    return "".join(told)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("办了"), lambda row: tr("✓ 已办") if row.is_done else "", 3.8, order=lambda row: row.is_done),
        Column(tr("号"), lambda row: str(row.number), 2.2, order=lambda row: row.number, is_number=True),
        Column(tr("做什么"), lambda row: row.item.text, 21),
        Column(tr("谁办的"), lambda row: row.done_by or "", 4.5),
        Column(tr("时间"), lambda row: (row.done_at or "")[:16].replace("T", " "), 7.8),
        Column(tr("职责"), lambda row: row.item.duty.caption, 4.6),
        Column(tr("适用"), lambda row: row.item.scope, 8.6),
        Column(tr("备注"), lambda row: row.note, 12),
    )
