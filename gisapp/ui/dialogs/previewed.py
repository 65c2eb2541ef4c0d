"""A dialog that says what it will do while it is filled in, and writes exactly that."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit

from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk

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

    def _refused(self, error: GisappError) -> None:
        self._forget()
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.preview.setPlainText(text)

    def _foot(self) -> QHBoxLayout:
        return pieces.foot(self.reject, self.save, note=tr("回车登记；可在右下角撤销"))
