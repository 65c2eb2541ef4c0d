"""The few pieces that cards and panels are made of; every text is shown as plain text, never as markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from gisapp.language import tr
from gisapp.ui import icons


def label(text: str, role: str = "", *, points: float = 0.0, wraps: bool = True) -> QLabel:
    """A plain-text label; ``role`` is looked up in the style sheet, ``points`` makes it larger."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wraps)
    made.setProperty("role", role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if points:
        font = made.font()
        font.setPointSizeF(points)
        font.setBold(True)
        made.setFont(font)
    return made


class ShortLabel(QLabel):
    """One line of plain text that gives up its end, shown as …, rather than push its neighbours out of the window."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(tip(text) if text else "")


class PushButton(QPushButton):
    """Enter presses it, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, clicked: Callable[[], None], *, role: str = "", icon: str = "", tip: str = "") -> QPushButton:
    """A push button that calls ``clicked``; ``role="main"`` is the one large answer."""
    made = PushButton(text)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.setAccessibleName(text)
    made.setToolTip(tip)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    icons.put(made, icon, tint="on_accent" if role == "main" else "text")
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def tool_button(text: str, icon: str, *, tip: str = "", is_checkable: bool = False) -> QToolButton:
    """A square button that shows only its icon; the text is its accessible name."""
    made = QToolButton()
    made.setCheckable(is_checkable)
    icons.put(made, icon)
    made.setAccessibleName(text)
    made.setToolTip(tip or text)
    made.setIconSize(QSize(20, 20))
    made.setAutoRaise(True)
    return made


def clearable(field: QLineEdit) -> None:
    """Give a field its cross, with a name for those who hear the window."""
    field.setClearButtonEnabled(True)
    for cross in field.findChildren(QToolButton):
        cross.setAccessibleName(tr("清除"))


def tip(text: str) -> str:
    """A tooltip that shows ``text`` as it is, whatever signs it holds."""
    return f"<qt>{escape(text)}</qt>"


def menu_button(text: str, entries: Sequence[tuple[str, str, bool, Callable[[], None]]]) -> QPushButton:
    """A push button that opens a menu of (text, icon, opens a group, what it does)."""
    made = PushButton(text)
    made.setAutoDefault(False)
    made.setAccessibleName(text)
    menu = QMenu(made)
    for words, icon, opens_group, call in entries:
        if opens_group:
            menu.addSeparator()
        action = menu.addAction(words)
        icons.put(action, icon)
        action.triggered.connect(lambda _checked=False, chosen=call: chosen())
    made.setMenu(menu)
    return made


def foot(close: Callable[[], None], *answers: QWidget, left: Sequence[QWidget] = (), note: str = "") -> QHBoxLayout:
    """The last row of a dialog: what stands at the left, 关闭, and the answers, the main one last."""
    row = QHBoxLayout()
    for widget in left:
        row.addWidget(widget)
    if note:
        row.addWidget(label(note, "note"), 1)
    else:
        row.addStretch(1)
    row.addWidget(button(tr("关闭"), close))
    for widget in answers:
        row.addWidget(widget)
    return row


def answers(*buttons: QWidget) -> QHBoxLayout:
    """The last row of a part of a dialog: what can be done, the main answer last."""
    row = QHBoxLayout()
    row.addStretch(1)
    for widget in buttons:
        row.addWidget(widget)
    return row


def clear(box: QLayout) -> None:
    """Take every widget out of a row or column, at once and for good."""
    while box.count():
        item = box.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def line() -> QFrame:
    """A thin line between two parts."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made


def paint_ground(widget: QWidget, name: str) -> None:
    """Let the style sheet paint this widget's ground under the name ``name``."""
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def restyle(widget: QWidget) -> None:
    """Look the widget up in the style sheet again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
