"""The map without a mouse: Space clicks in its middle, Escape puts the tool down; a cross shows where the middle is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gisapp.canvas.map_canvas import MapCanvas
from gisapp.canvas.tools.tool import Pointer
from gisapp.ui.theme import colour

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
CROSS_PX = 25


class MapKeys(QObject):
    """Listens to the keys of a canvas; ``put_down`` is called on Escape when nothing is begun."""

    def __init__(self, canvas: MapCanvas, *, put_down: Callable[[], None]) -> None:
        super().__init__(canvas)
        self._canvas, self._put_down = canvas, put_down
        self.cross = Cross(canvas)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        if kind in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut):
            self.cross.hide()
        elif kind == QEvent.Type.FocusIn and event.reason() in BY_KEYS:  # type: ignore[attr-defined]
            self.cross.appear()
        elif kind == QEvent.Type.Resize:
            self.cross.centre()
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() in ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.cross.appear()
        if event.key() == Qt.Key.Key_Space:
            self.cross.appear()
            self.click_middle(adds=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        if event.key() == Qt.Key.Key_Escape and not self._canvas.tool().cancel():
            self._put_down()
        return False

    def click_middle(self, *, adds: bool = False) -> None:
        """What a click in the middle of the map would do with the tool in hand."""
        view, tool = self._canvas.view(), self._canvas.tool()
        px = QPointF(self._canvas.width() / 2, self._canvas.height() / 2)
        pointer = Pointer(px, *view.point_world(px.x(), px.y()), adds=adds, metres_px=view.metres_per_px)
        tool.move(pointer, is_pressed=False)
        tool.press(pointer)
        tool.release(pointer)


class Cross(QWidget):
    """The middle of the map, shown while the keys move it."""

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(QSize(CROSS_PX, CROSS_PX))
        self.hide()

    def appear(self) -> None:
        """Show it in the middle."""
        self.centre()
        self.show()

    def centre(self) -> None:
        """Stay in the middle."""
        canvas = self.parentWidget()
        if canvas is not None:
            self.move((canvas.width() - CROSS_PX) // 2, (canvas.height() - CROSS_PX) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = CROSS_PX / 2
        for tint, width in (("surface", 5.0), ("text", 2.0)):
            painter.setPen(QPen(colour(tint, self.palette()), width))
            painter.drawLine(QPointF(middle, 2), QPointF(middle, CROSS_PX - 2))
            painter.drawLine(QPointF(2, middle), QPointF(CROSS_PX - 2, middle))
        painter.end()
