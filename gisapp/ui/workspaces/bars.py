"""Draws how complete a place is as a small bar with its percentage."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gisapp.ui.theme import colour

BAR_PX, TEXT_PX = 34, 40


class BarPainter(QStyledItemDelegate):
    """The cell's text is a percentage such as ``97%``; "" draws nothing. Never rounded up to 100."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        text, rect, palette = str(index.data() or ""), option.rect, option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("selected", palette))
        if not text:
            return
        share = int(text.removesuffix("%")) / 100
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(rect.right() - TEXT_PX - BAR_PX - 4, rect.center().y() - 3, BAR_PX, 7)
        painter.setBrush(colour("track", palette))
        painter.drawRoundedRect(track, 3.5, 3.5)
        painter.setBrush(colour("accent", palette))
        painter.drawRoundedRect(QRectF(track.x(), track.y(), max(track.width() * share, 3.5 if share else 0), track.height()), 3.5, 3.5)
        painter.setPen(colour("text" if share == 1 else "danger", palette))
        painter.drawText(rect.adjusted(0, 0, -6, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(BAR_PX + TEXT_PX + 8, 24)


def percentage(share: float) -> str:
    """A share as whole per cent, rounded down, so that 100% means all."""
    return f"{int(share * 100 + 1e-9)}%"
