"""Read a filled form of sleeping places back: what would change and what is refused, then one change."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.change import Change
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.families.take_sleeping_form import FormResult, preview_sleeping_form, take_sleeping_form
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk


class SleepingFormDialog(QDialog):
    """Not modal; shows the preview of one file."""

    def __init__(self, desk: WorkDesk, path: Path) -> None:
        super().__init__(desk.window)
        self._desk, self._path = desk, path
        self.setWindowTitle(tr("读回核对表"))
        self.resize(520, 340)
        self.summary = pieces.label(tr("正在读取…"), "step")
        self.reasons = QPlainTextEdit()
        self.reasons.setReadOnly(True)
        self.reasons.setAccessibleName(tr("没有采用的行与原因"))
        self.save = pieces.button(tr("写入"), self.write, role="main", icon="done")
        self.save.setEnabled(False)
        column = QVBoxLayout(self)
        column.addWidget(pieces.label(path.name, "title"))
        column.addWidget(self.summary)
        column.addWidget(self.reasons, 1)
        foot = pieces.foot(self.reject, self.save)
        column.addLayout(foot)
        desk.county.tasks.read(lambda connection: preview_sleeping_form(connection, path), self._show, failed=self._failed)

    def write(self) -> None:
        """Write every row that can be taken."""
        desk, path, who = self._desk, self._path, self._desk.county.who
        self.save.setEnabled(False)

        def done(result: tuple[FormResult, Change | None]) -> None:
            desk.tell(result[1], nothing=tr("没有可以写入的住处。"))
            if isValid(self):
                self.close()

        desk.county.tasks.write(tr("读回核对表"), lambda db, _control: take_sleeping_form(db, path, who=who), done, failed=self._failed)

    def _show(self, found: FormResult) -> None:
        values = {"rows": found.rows, "changed": found.changed, "same": found.same, "refused": len(found.refused), "blank": found.blank}
        self.summary.setText(
            tr("填了 {rows} 人：{changed} 人有变化，{same} 人不变，{refused} 人没有采用；另有 {blank} 人没有填。", **values)
        )
        lines = [tr("  第 {row} 行 {name}：{reason}", row=one.row, name=one.name, reason=one.reason).strip() for one in found.refused]
        self.reasons.setPlainText("\n".join(lines))
        self.save.setEnabled(bool(found.changed or found.same))
        self.save.setFocus()

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))
