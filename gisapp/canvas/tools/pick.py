"""The arrow: a click chooses one, a drawn box or loop chooses all within."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from gisapp.canvas.desk import Desk
from gisapp.canvas.tools.tool import Pointer, Tool, coords_of, is_click
from gisapp.canvas.tools.traces import paint_area
from gisapp.scene.view import View

LOOP_STEP_PX = 3.0


class BoxTool(Tool):
    """Click to pick; drag a box to pick all that touches it."""

    def __init__(self) -> None:
        super().__init__()
        self._begin: Pointer | None = None
        self._end: Pointer | None = None

    def press(self, pointer: Pointer) -> None:
        self._begin, self._end = pointer, None

    def move(self, pointer: Pointer, *, is_pressed: bool) -> None:
        if self._begin is not None and is_pressed and not is_click(self._begin.px, pointer.px):
            self._end = pointer
            self.changed.emit()

    def release(self, pointer: Pointer) -> None:
        begin, end = self._begin, self._end
        self.cancel()
        if begin is None:
            return
        if end is None:
            self.clicked.emit(pointer.px, pointer.adds)
            return
        corners = [(begin.x, begin.y), (end.x, begin.y), (end.x, end.y), (begin.x, end.y), (begin.x, begin.y)]
        self.enclosed.emit(coords_of(corners), pointer.adds)

    def double_click(self, pointer: Pointer) -> None:
        self.cancel()
        self.opened.emit(pointer.px)

    def cancel(self) -> bool:
        had, self._begin, self._end = self._end is not None, None, None
        self.changed.emit()
        return had

    def paint(self, painter: QPainter, view: View, desk: Desk) -> None:
        if self._begin is not None and self._end is not None:
            begin, end = view.point_px(self._begin.x, self._begin.y), self._end.px
            corners = [QPointF(*begin), QPointF(end.x(), begin[1]), end, QPointF(begin[0], end.y())]
            paint_area(painter, QPolygonF(corners), desk)


class LassoTool(Tool):
    """Draw a loop freehand to pick all that touches it."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self) -> None:
        super().__init__()
        self._trail: list[Pointer] = []

    def press(self, pointer: Pointer) -> None:
        self._trail = [pointer]

    def move(self, pointer: Pointer, *, is_pressed: bool) -> None:
        if self._trail and is_pressed and (pointer.px - self._trail[-1].px).manhattanLength() >= LOOP_STEP_PX:
            self._trail.append(pointer)
            self.changed.emit()

    def release(self, pointer: Pointer) -> None:
        trail, self._trail = self._trail, []
        self.changed.emit()
        if len(trail) >= 3:
            self.enclosed.emit(coords_of([(one.x, one.y) for one in [*trail, trail[0]]]), pointer.adds)
        elif trail:
            self.clicked.emit(pointer.px, pointer.adds)

    def cancel(self) -> bool:
        had, self._trail = bool(self._trail), []
        self.changed.emit()
        return had

    def paint(self, painter: QPainter, view: View, desk: Desk) -> None:
        if len(self._trail) > 1:
            paint_area(painter, QPolygonF([QPointF(*view.point_px(one.x, one.y)) for one in self._trail]), desk)
