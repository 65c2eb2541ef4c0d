"""The form of one row of a table that the county keeps itself: needs, checklist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from gisapp.domain.change import Change
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk

WIDTH_PX = 480


class RowForm(QDialog):
    """Not modal. Enter writes; what is refused is said in the form, which stays open."""

    def __init__(self, desk: WorkDesk, title: str, note: str) -> None:
        super().__init__(desk.window)
        self._desk, self._title = desk, title
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH_PX)
        self.summary = pieces.label(note, "note")
        self.save = pieces.button(tr("保存"), self.write, role="main", icon="done")
        self.save.setDefault(True)

    def write(self) -> None:
        """Write the row."""
        try:
            self._desk.county.tasks.write(self._title, self._job(), self._written, failed=self._fail)
        except GisappError as error:
            self._fail(error)

    def _job(self) -> Callable[[Any, object], Change]:
        """What writes the row as it stands in the fields: ``job(db, control)`` returns the Change. Raises BadRequest."""
        raise NotImplementedError

    def _written(self, change: Change) -> None:
        self._desk.tell(change)
        self.close()

    def _fail(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _lay_out(self, rows: Sequence[tuple[str, QWidget]]) -> None:
        form = QFormLayout()
        for text, widget in rows:
            widget.setAccessibleName(text)
            form.addRow(text, widget)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addLayout(pieces.foot(self.reject, self.save))
