"""Merge another desk's roll call: what it brings, every difference side by side, then one change."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Event

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.carried_roll_call import Difference, MergeResult, merge_summary, merge_warnings
from gisapp.domain.carried_run import run_difference_text
from gisapp.domain.change import Change
from gisapp.domain.roll_call import RollCallEntry, clock
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.roll_call.merge_roll_call import merge_roll_call, preview_merge
from gisapp.ui import pieces
from gisapp.ui.tables.plain_list import plain_view, show_rows
from gisapp.ui.tables.rows import Column, RowModel
from gisapp.ui.tasks import Control
from gisapp.ui.work.desk import WorkDesk

MOST_REASONS = 2_000
BOX_PX, MOST_BOX_PX = 22, 100
"""What a box of text needs around its lines, and how high it may become."""


class MergeRollCallDialog(QDialog):
    """Not modal; shows what merging one file into the roll call of a run would do."""

    def __init__(self, desk: WorkDesk, path: Path, run: int) -> None:
        super().__init__(desk.window)
        self._desk, self._path, self._run = desk, path, run
        self.setWindowTitle(tr("合并另一台的点名"))
        self.resize(940, 620)
        self.summary, self.warnings = pieces.label(tr("正在读取…"), "step"), pieces.label("", "warning")
        self.model = RowModel()
        self.view = plain_view(self.model, tr("两台不同的户"))
        self.runs, self.reasons = _text_box(tr("两台的研判不同的地方")), _text_box(tr("没有采用的行与原因"))
        self.save = pieces.button(tr("合并"), self.write, role="main", icon="done", tip=tr("一次写入，可以撤销"))
        self._arrange(path.name)
        self._is_closed = Event()
        self.finished.connect(lambda _how: self._is_closed.set())
        desk.county.tasks.look(tr("读取另一台的点名"), self._looked_ahead, self._show, failed=self._failed)

    def write(self) -> None:
        """Write what is shown."""
        desk, path, run, who = self._desk, self._path, self._run, self._desk.county.who
        self.save.setEnabled(False)

        def done(result: tuple[MergeResult, Change | None]) -> None:
            desk.tell(result[1], nothing=tr("没有可以合并的：本机都已有。"))
            if isValid(self):
                self.close()

        desk.county.tasks.write(
            tr("合并点名"),
            lambda db, control: merge_roll_call(db, path, run, who=who, progress=control.progress, cancelled=control.cancelled),
            done,
            failed=self._failed,
        )

    def _looked_ahead(self, connection: sqlite3.Connection, control: Control) -> MergeResult:
        """On the looking thread; Cancel and closing the dialog both end it."""

        def cancelled() -> bool:
            return control.cancelled() or self._is_closed.is_set()

        who = self._desk.county.who
        return preview_merge(connection, self._path, self._run, who=who, progress=control.progress, cancelled=cancelled)

    def _show(self, found: MergeResult) -> None:
        self.summary.setText(merge_summary(found))
        warnings, different = merge_warnings(found), [run_difference_text(one).strip() for one in found.run_differences]
        self.warnings.setText("\n".join(warnings))
        self.warnings.setVisible(bool(warnings))
        self.runs.setPlainText("\n".join(different))
        self.runs.setMaximumHeight(min(self.runs.fontMetrics().lineSpacing() * len(different) + BOX_PX, MOST_BOX_PX))
        self.runs.setVisible(bool(different))
        show_rows(self.view, self.model, _columns(), found.differences)
        lines = [tr("  第 {row} 条 {code}：{reason}", row=one.row, code=one.code, reason=one.reason).strip() for one in found.refused]
        self.reasons.setPlainText("\n".join(lines[:MOST_REASONS]))
        self._same.setVisible(not found.differences)
        self.view.setVisible(bool(found.differences))
        for widget in (self._refused, self.reasons):
            widget.setVisible(bool(lines))
        self.save.setEnabled(bool(found.new or found.older or found.withdrawn))
        self.save.setFocus()

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _arrange(self, name: str) -> None:
        self.save.setEnabled(False)
        self._same = pieces.label(tr("两台都知道的户没有不同。"), "note")
        self._refused = pieces.label(tr("没有采用的"), "section")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        heading = pieces.label(tr("两台不同的户（每户以最近一条为准）"), "section")
        for above in (pieces.label(name, "title"), self.summary, self.warnings, self.runs, heading):
            column.addWidget(above)
        column.addWidget(self.view, 1)
        for below in (self._same, self._refused, self.reasons):
            column.addWidget(below)
        for late in (self.warnings, self.runs, self.view, self._same, self._refused, self.reasons):
            late.hide()
        column.addLayout(pieces.foot(self.reject, self.save, note=tr("较早的也留底；再合并一次不会重复")))


def _text_box(name: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setMaximumHeight(MOST_BOX_PX)
    box.setAccessibleName(name)
    return box


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("户主"), lambda row: row.head, 4),
        Column(tr("门牌"), lambda row: row.number, 9),
        Column(tr("结果"), lambda row: row.kept, 5, tint=_tint),
        Column(tr("本机"), lambda row: _what(row.ours), 10),
        Column(tr("时间"), lambda row: clock(row.ours.at), 4.6),
        Column(tr("谁"), lambda row: row.ours.who, 4.6),
        Column(tr("对方"), lambda row: _what(row.theirs) if row.theirs else "—", 10),
        Column(tr("时间"), lambda row: clock(row.theirs.at) if row.theirs else "", 4.6),
        Column(tr("谁"), lambda row: row.theirs.who if row.theirs else "", 4.6),
    )


def _what(entry: RollCallEntry) -> str:
    return tr("{what}　{note}", what=entry.what, note=entry.note) if entry.note else entry.what


def _tint(row: Difference) -> str:
    return "warn" if row.is_theirs_kept else ""
