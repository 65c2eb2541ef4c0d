"""A word to the person over the window: it goes by itself, stays longer when something failed, and asks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from gisapp.ui import pieces

SHOWN_MS, ERROR_MS = 5_000, 15_000
WIDEST = 640


class Toast(QLabel):
    """Shows one message at a time above the status bar; a click takes it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "toast")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, level: str, text: str) -> None:
        """Show ``text``; level is info, done or error."""
        if not text:
            self.hide()
            return
        self.setProperty("level", level)
        self.setAccessibleName(text)
        self.setText(text)
        pieces.restyle(self)
        self.place()
        self.show()
        self.raise_()
        self._timer.start(ERROR_MS if level == "error" else SHOWN_MS)

    def place(self) -> None:
        """Find its place again after the window changed its size."""
        window = self._window
        longest = max((self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        width = min(longest + 44, WIDEST, window.width() - 40)
        self.setFixedWidth(width)
        self.setFixedHeight(self.heightForWidth(width))
        self.move((window.width() - width) // 2, window.height() - self.height() - 60)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
