"""The county's checklist and the form of one of its lines."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from gisapp.domain.change import Change
from gisapp.domain.checklist import MOST_TEXT, ChecklistItem
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.lines import Duty
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.runs.keep_checklist import CheckForm, Checklist, add_item, change_item, read_checklist, remove_item, restore_example
from gisapp.services.runs.tick_checklist import add_check
from gisapp.ui import pieces
from gisapp.ui.dialogs.flood.row_form import RowForm
from gisapp.ui.tables.plain_list import chosen_of, plain_view, show_rows
from gisapp.ui.tables.rows import Column, RowModel
from gisapp.ui.work.desk import WorkDesk

if TYPE_CHECKING:
    from sqlite_utils import Database


class CheckDialog(RowForm):
    """One line: of the county's list (``item`` None: a new one), or, with ``run``, for that run only."""

    def __init__(
        self, desk: WorkDesk, *, item: ChecklistItem | None = None, run: int | None = None, done: Callable[[], None] | None = None
    ) -> None:
        note = tr("只加在这次研判里。") if run is not None else tr("改以后研判用的清单；已开始办的研判不变。")
        super().__init__(desk, tr("行动清单"), note)
        self._item, self._run, self._done = item, run, done
        self.text = QLineEdit(maxLength=MOST_TEXT)
        self.duty, self.kind, self.level = QComboBox(), QComboBox(), QComboBox()
        self.duty.addItems([duty.caption for duty in Duty])
        self.kind.addItems([tr("各灾种"), *(kind.caption for kind in HazardKind)])
        self.level.addItems([tr("各级"), *(tr("{level}及以上", level=level.caption) for level in HazardLevel)])
        self._lay_out(((tr("做什么"), self.text), (tr("职责"), self.duty), (tr("灾种"), self.kind), (tr("等级"), self.level)))
        if item is not None:
            self.text.setText(item.text)
            self.duty.setCurrentIndex(tuple(Duty).index(item.duty))
            self.kind.setCurrentIndex(0 if item.kind is None else tuple(HazardKind).index(item.kind) + 1)
            self.level.setCurrentIndex(0 if item.level is None else tuple(HazardLevel).index(item.level) + 1)

    def _job(self) -> Callable[[Any, object], Change]:
        form, who, item, run = self._form(), self._desk.county.who, self._item, self._run

        def job(db: Database, _control: object) -> Change:
            if run is not None:
                return add_check(db, run, form, who=who)
            return add_item(db, form, who=who) if item is None else change_item(db, item.code, form, who=who)

        return job

    def _written(self, change: Change) -> None:
        super()._written(change)
        if self._done is not None:
            self._done()

    def _form(self) -> CheckForm:
        kind, level = self.kind.currentIndex(), self.level.currentIndex()
        return CheckForm(
            self.text.text(),
            tuple(Duty)[self.duty.currentIndex()],
            tuple(HazardKind)[kind - 1] if kind else None,
            tuple(HazardLevel)[level - 1] if level else None,
        )


class ChecklistDialog(QDialog):
    """The whole list of the county; not modal."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.setWindowTitle(tr("全县的行动清单"))
        self.resize(720, 460)
        self.table: Checklist | None = None
        self.model = RowModel()
        self.view = plain_view(self.model, tr("全县的行动清单"))
        self.note = pieces.label("", "note")
        self.preset = pieces.button(tr("恢复示例"), self.restore, icon="restore")
        self._lay_out()
        self.view.doubleClicked.connect(lambda _index: self.change())
        self.view.entered_by_key.connect(lambda _index: self.change())
        self._read()

    def add(self) -> None:
        """A new line."""
        self._desk.open(CheckDialog(self._desk, done=self._read))

    def change(self) -> None:
        """The chosen line."""
        item = self._chosen()
        if item is not None:
            self._desk.open(CheckDialog(self._desk, item=item, done=self._read))

    def remove(self) -> None:
        """Take the chosen line out; undo brings it back."""
        item, who = self._chosen(), self._desk.county.who
        if item is not None:
            code = item.code
            self._write(lambda db: remove_item(db, code, who=who))

    def restore(self) -> None:
        """Back to the example."""
        who = self._desk.county.who
        self._write(lambda db: restore_example(db, who=who))

    def _write(self, job: Callable[[Database], Change]) -> None:
        self._desk.county.tasks.write(tr("行动清单"), lambda db, _control: job(db), self._written, failed=self._fail)

    def _written(self, change: Change) -> None:
        self._desk.tell(change)
        self._read()

    def _fail(self, error: GisappError) -> None:
        self.note.setText(str(error))

    def _chosen(self) -> ChecklistItem | None:
        rows = chosen_of(self.view, self.model)
        if rows and isinstance(rows[0], ChecklistItem):
            return rows[0]
        self.note.setText(tr("请先选中一条。"))
        return None

    def _read(self) -> None:
        def read(connection: sqlite3.Connection) -> Checklist:
            return read_checklist(connection)

        self._desk.county.tasks.read(read, self._show, key="county checklist")

    def _show(self, table: Checklist) -> None:
        self.table = table
        self.note.setText(tr("这是示例清单，请按本县预案修改。") if table.is_example else tr("本县自己的清单。"))
        self.preset.setEnabled(not table.is_example)
        show_rows(self.view, self.model, _columns(), table.items)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for button in (
            pieces.button(tr("改…"), self.change, icon="draw"),
            pieces.button(tr("加一条…"), self.add, icon="new"),
            pieces.button(tr("去掉"), self.remove, icon="close", tip=tr("可以撤销")),
        ):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        column.addLayout(pieces.foot(self.reject, left=(self.preset,)))


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("职责"), lambda row: row.duty.caption, 5),
        Column(tr("适用"), lambda row: row.scope, 11),
        Column(tr("做什么"), lambda row: row.text, 30),
    )
