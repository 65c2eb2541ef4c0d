"""A hand for tests: presses, drags, wheels and keys as Qt sends them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT, NONE, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.MouseButton.MiddleButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def send(
    widget: QWidget,
    kind: QEvent.Type,
    at: tuple[float, float],
    *,
    button: Qt.MouseButton = LEFT,
    held: Qt.MouseButton = NONE,
    keys: Qt.KeyboardModifier = PLAIN,
) -> None:
    point = QPointF(*at)
    QApplication.sendEvent(widget, QMouseEvent(kind, point, widget.mapToGlobal(point), button, held, keys))


def move(widget: QWidget, at: tuple[float, float]) -> None:
    send(widget, QEvent.Type.MouseMove, at, button=NONE)


def click(widget: QWidget, at: tuple[float, float], *, keys: Qt.KeyboardModifier = PLAIN) -> None:
    send(widget, QEvent.Type.MouseButtonPress, at, held=LEFT, keys=keys)
    send(widget, QEvent.Type.MouseButtonRelease, at, keys=keys)


def double_click(widget: QWidget, at: tuple[float, float]) -> None:
    click(widget, at)
    send(widget, QEvent.Type.MouseButtonDblClick, at, held=LEFT)
    send(widget, QEvent.Type.MouseButtonRelease, at)


def drag(widget: QWidget, *stops: tuple[float, float], button: Qt.MouseButton = LEFT) -> None:
    send(widget, QEvent.Type.MouseButtonPress, stops[0], button=button, held=button)
    for stop in stops[1:]:
        send(widget, QEvent.Type.MouseMove, stop, button=NONE, held=button)
    send(widget, QEvent.Type.MouseButtonRelease, stops[-1], button=button)


def wheel(widget: QWidget, at: tuple[float, float], notches: int) -> None:
    point, turn = QPointF(*at), QPoint(0, 120 * notches)
    event = QWheelEvent(point, widget.mapToGlobal(point), QPoint(), turn, NONE, PLAIN, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, event)
