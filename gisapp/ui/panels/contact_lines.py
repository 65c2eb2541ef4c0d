"""Contacts to choose from, one a line: who it is at the left, how many families there are already at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gisapp.domain.caseload import ContactChoice
from gisapp.language import tr
from gisapp.ui.theme import colour

LOAD, IS_OVER = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
GAP_PX, SIDE_PX = 12, 6


class ContactLines(QListWidget):
    """Shows choices; ``current`` is the one of the current line."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[ContactChoice, ...] = ()
        self.setAccessibleName(tr("联系人"))
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(LoadPainter(self))

    def show_choices(self, choices: Sequence[ContactChoice]) -> None:
        """Show these, none of them current."""
        self._choices = tuple(choices)
        self.clear()
        for one in choices:
            who = one.contact
            item = QListWidgetItem(tr("{name}　{unit}　{phone}", name=who.name, unit=who.unit, phone=who.phone_masked))
            item.setData(LOAD, one.told)
            item.setData(IS_OVER, one.is_over)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{who}，{load}", who=item.text(), load=one.told))
            self.addItem(item)

    @property
    def current(self) -> ContactChoice | None:
        """The choice of the current line."""
        row = self.currentRow()
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current line in sight when what is said of it takes room away."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class LoadPainter(QStyledItemDelegate):
    """Draws the load at the right end of a line; the words at the left give way."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        self.initStyleOption(option, index)
        load, words, rect, metrics = str(index.data(LOAD) or ""), option.text, option.rect, option.fontMetrics
        option.text = ""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        inner, width = rect.adjusted(SIDE_PX, 0, -SIDE_PX, 0), metrics.horizontalAdvance(load)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(colour("text", option.palette))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width() - width - GAP_PX)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(colour("danger" if index.data(IS_OVER) else "muted", option.palette))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, load)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, max(super().sizeHint(option, index).height(), 24))
