"""A dialog that says what it will do while it is filled in, and writes exactly that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.change import Change
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk

if TYPE_CHECKING:
    from sqlite_utils import Database

WAIT_MS = 120


class PreviewedDialog(QDialog):
    """Not modal. Enter writes what is previewed, Escape closes; every change of a field asks anew what would happen."""

    def __init__(self, desk: WorkDesk, title: str) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.setWindowTitle(title)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(tr("将会怎样"))
        self.save = pieces.button(tr("登记"), self.record, role="main", icon="done")
        self.save.setEnabled(False)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._look_ahead)

    def record(self) -> None:
        """Write what is previewed; nothing while nothing is."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.record()
        else:
            super().keyPressEvent(event)

    def _look_ahead(self) -> None:
        """Read what would happen, and say it."""
        raise NotImplementedError

    def _look_soon(self) -> None:
        self._forget()
        self._timer.start()

    def _forget(self) -> None:
        """What was previewed no longer holds."""
        self.save.setEnabled(False)

    def _write(self, caption: str, job: Callable[[Database], Change]) -> None:
        """Write one plan and close; the dialog stays open when it is refused."""
        desk = self._desk
        self._forget()

        def done(change: Change) -> None:
            desk.tell(change)
            if isValid(self):
                self.close()

        desk.county.tasks.write(caption, lambda db, _control: job(db), done, failed=self._refused)

    def _stand(self, form: QFormLayout, head: QLabel | None = None) -> None:
        """From above: what it is about where that is not plain, its fields, what will happen, the buttons."""
        column = QVBoxLayout(self)
        column.setSpacing(8)
        if head is not None:
            column.addWidget(head)
        column.addLayout(form)
        column.addWidget(pieces.label(tr("将会怎样"), "caption", wraps=False))
        column.addWidget(self.preview, 1)
        column.addLayout(self._foot())

    def _refused(self, error: GisappError) -> None:
        self._forget()
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.preview.setPlainText(text)

    def _foot(self) -> QHBoxLayout:
        return pieces.foot(self.reject, self.save, note=tr("回车登记；可在右下角撤销"))
