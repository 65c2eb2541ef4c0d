"""What every tool is: an object that hears the mouse and says what was meant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QPainter

from gisapp.canvas.desk import Desk
from gisapp.scene.view import FloatArray, View

CLICK_PX = 4.0


@dataclass(frozen=True, slots=True)
class Pointer:
    """A mouse event: where in logical pixels, where in metres, whether Shift or Ctrl adds, how many metres a pixel is."""

    px: QPointF
    x: float
    y: float
    adds: bool = False
    metres_px: float = 1.0


class Tool(QObject):
    """Base of the tools. A tool hears pointers, paints its own traces, and says what was meant by signals.

    clicked(px, adds): a place was chosen; opened(px): double-clicked; pulled(dx, dy): the map was dragged;
    pull_ended(); enclosed(coords, adds): an area to select in; area_drawn(coords), line_drawn(coords): (n, 2) metres;
    changed(): its traces need painting; said(text): a word for the status bar.
    """

    clicked = Signal(QPointF, bool)
    opened = Signal(QPointF)
    pulled = Signal(float, float)
    pull_ended = Signal()
    enclosed = Signal(object, bool)
    area_drawn = Signal(object)
    line_drawn = Signal(object)
    changed = Signal()
    said = Signal(str)

    cursor = Qt.CursorShape.ArrowCursor
    names_under_pointer = True

    def press(self, pointer: Pointer) -> None:
        """The left button went down."""

    def move(self, pointer: Pointer, *, is_pressed: bool) -> None:
        """The pointer moved."""

    def release(self, pointer: Pointer) -> None:
        """The left button came up."""

    def double_click(self, pointer: Pointer) -> None:
        """The left button was double-clicked."""

    def finish(self) -> bool:
        """Enter: complete what is begun; say whether there was anything."""
        return False

    def take_back(self) -> bool:
        """Backspace: remove the last corner; say whether there was one."""
        return False

    def remove(self) -> bool:
        """Delete: remove what is taken up; say whether there was anything."""
        return False

    def cancel(self) -> bool:
        """Escape: forget what is begun; say whether there was anything."""
        return False

    def paint(self, painter: QPainter, view: View, desk: Desk) -> None:
        """Draw what is begun, in logical pixels."""


def is_click(begin: QPointF, end: QPointF) -> bool:
    """Whether the pointer hardly moved between press and release."""
    return (end - begin).manhattanLength() <= CLICK_PX


def coords_of(corners: list[tuple[float, float]]) -> FloatArray:
    """Corners as float64 (n, 2) metres."""
    return np.array(corners, dtype=np.float64).reshape(-1, 2)
