"""Numbers drawn on a printed map: each in a small box with a line to its place; frames with the sheet's number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gisapp.printing.sheet import ACCENT, INK
from gisapp.printing.typeface import Typeface
from gisapp.scene.numbering import Numbering, NumberLabel

NUMBER_PT, FRAME_PT = 7.5, 11.0
PAPER = QColor("#ffffff")


class NumberPen:
    """Make it once a document."""

    def __init__(self) -> None:
        self._face = Typeface(NUMBER_PT, is_bold=True)
        self._large = Typeface(FRAME_PT, is_bold=True)

    def size(self, text: str) -> tuple[float, float]:
        """Width and height of a label's box."""
        return self._face.width(text) + 6, self._face.line_height + 1

    def draw(self, painter: QPainter, numbering: Numbering, frame: QRectF) -> None:
        """Every label within ``frame``, lines beneath all of them."""
        _begin(painter, frame)
        painter.setPen(QPen(INK, 0.7))
        for label in numbering.labels:
            painter.drawLine(_lead(label))
        for label in numbering.labels:
            _label(painter, self._face, label.text, QRectF(*label.box))
        painter.restore()

    def draw_frames(self, painter: QPainter, boxes: Sequence[QRectF], texts: Sequence[str], frame: QRectF) -> None:
        """Frames on an overview, each with the number of its sheet in the middle."""
        _begin(painter, frame)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(INK, 1.4))
        for box in boxes:
            painter.drawRect(box)
        for box, text in zip(boxes, texts, strict=True):
            width, height = self._large.width(text) + 10, self._large.line_height + 2
            _label(painter, self._large, text, QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height))
        painter.restore()


def _begin(painter: QPainter, frame: QRectF) -> None:
    painter.save()
    painter.setClipRect(frame)
    painter.translate(frame.topLeft())
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)


def _label(painter: QPainter, face: Typeface, text: str, box: QRectF) -> None:
    painter.setPen(QPen(ACCENT, 0.8))
    painter.setBrush(PAPER)
    painter.drawRoundedRect(box, 2.5, 2.5)
    painter.setFont(face.font)
    painter.setPen(INK)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _lead(label: NumberLabel) -> QLineF:
    left, top, width, height = label.box
    near_x = min(max(label.spot[0], left), left + width)
    near_y = min(max(label.spot[1], top), top + height)
    return QLineF(label.spot[0], label.spot[1], near_x, near_y)
