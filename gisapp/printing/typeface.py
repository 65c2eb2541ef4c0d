"""One size of the paper's letters, plain and bold: broken into lines and set fast, for sheets with a hundred thousand words."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter

from gisapp.printing.fonts import paper_font
from gisapp.printing.wrap import Wrapper


class Typeface:
    """A font of ``size_pt`` with its wrapper; make it once a document."""

    def __init__(self, size_pt: float, *, is_bold: bool = False) -> None:
        self.font: QFont = paper_font(size_pt, bold=is_bold)
        self.wrapper = Wrapper(self.font)

    @property
    def line_height(self) -> float:
        return self.wrapper.line_height

    @property
    def ascent(self) -> float:
        return self.wrapper.ascent

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The lines of ``text`` within ``width`` logical pixels."""
        return self.wrapper.lines(text, width)

    def width(self, text: str) -> float:
        """The width of one line."""
        return self.wrapper.width(text)

    def say(self, painter: QPainter, text: str, *, left: float, base: float, colour: QColor) -> None:
        """Set one line from ``left`` on the baseline ``base``."""
        if text:
            painter.setFont(self.font)
            painter.setPen(colour)
            painter.drawText(QPointF(left, base), text)
