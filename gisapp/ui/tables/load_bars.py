"""Draws a contact's load before and after a plan as two bars with the limit as a line across both."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gisapp.domain.contact_plan import LoadChange
from gisapp.ui.tables.rows import RowModel
from gisapp.ui.theme import colour

BAR_PX = 6
NARROWEST_PX = 110


class LoadBars(QStyledItemDelegate):
    """Above: before, muted; below: after. What is over the limit is drawn in the colour of danger; the figures stand beside the bars
    in columns of their own. ``most`` families fill the whole width."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        model, rect, palette = index.model(), option.rect, option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("selected", palette))
        if not isinstance(model, RowModel) or not isinstance(row := model.shown[index.row()], LoadChange):
            return
        left, width, middle = rect.left() + 6.0, rect.width() - 12.0, rect.center().y() + 0.5
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        for top, families, name in ((middle - BAR_PX - 0.5, row.before, "muted"), (middle + 0.5, row.after, "accent")):
            within = width * min(families, row.limit) / self.most
            painter.fillRect(QRectF(left, top, within, BAR_PX), colour(name, palette))
            beyond = width * max(families - row.limit, 0) / self.most
            painter.fillRect(QRectF(left + within, top, beyond, BAR_PX), colour("danger", palette))
        place = left + width * min(row.limit / self.most, 1.0)
        painter.setPen(QPen(colour("text", palette), 1))
        painter.drawLine(int(place), int(middle) - BAR_PX - 2, int(place), int(middle) + BAR_PX + 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(NARROWEST_PX, 2 * BAR_PX + 8)
