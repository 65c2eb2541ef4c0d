"""Tools that set corner after corner: drawing an area, measuring a way."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from gisapp.canvas.desk import Desk
from gisapp.canvas.furniture import hover_box, paint_hover
from gisapp.canvas.tools.tool import Pointer, Tool, coords_of, is_click
from gisapp.canvas.tools.traces import paint_area, paint_corners, paint_line
from gisapp.language import tr
from gisapp.scene.measure import line_length, ring_area
from gisapp.scene.scalebar import area_text, length_text
from gisapp.scene.view import FloatArray, View


class CornersTool(Tool):
    """Click sets a corner, drag moves the map, Backspace removes the last, Enter or a double click finishes."""

    cursor = Qt.CursorShape.CrossCursor
    names_under_pointer = False
    fewest = 2

    def __init__(self) -> None:
        super().__init__()
        self._corners: list[tuple[float, float]] = []
        self._pointer: Pointer | None = None
        self._begin: QPointF | None = None
        self._last = QPointF()
        self._is_pulling = False

    def press(self, pointer: Pointer) -> None:
        self._begin = self._last = pointer.px
        self._is_pulling = False

    def move(self, pointer: Pointer, *, is_pressed: bool) -> None:
        self._pointer = pointer
        if is_pressed and self._begin is not None and (self._is_pulling or not is_click(self._begin, pointer.px)):
            self._is_pulling = True
            step, self._last = pointer.px - self._last, pointer.px
            self.pulled.emit(step.x(), step.y())
        elif self._corners:
            self.changed.emit()

    def release(self, pointer: Pointer) -> None:
        was_pulling, begin = self._is_pulling, self._begin
        self._begin, self._is_pulling = None, False
        if was_pulling:
            self.pull_ended.emit()
        elif begin is not None:
            self._corners.append((pointer.x, pointer.y))
            self.changed.emit()
            self.said.emit(self.measured())

    def double_click(self, pointer: Pointer) -> None:
        self._begin = None
        self.finish()

    def finish(self) -> bool:
        if len(self._corners) < self.fewest:
            return False
        coords = coords_of(self._corners)
        self.cancel()
        self.announce(coords)
        return True

    def take_back(self) -> bool:
        had = bool(self._corners)
        self._corners = self._corners[:-1]
        self.changed.emit()
        return had

    def cancel(self) -> bool:
        had, self._corners = bool(self._corners), []
        self.changed.emit()
        return had

    def announce(self, coords: FloatArray) -> None:
        """Say what was drawn."""
        raise NotImplementedError

    def measured(self) -> str:
        """What is begun in words."""
        raise NotImplementedError

    def with_pointer(self) -> FloatArray:
        """The corners and the place under the pointer, (n, 2) metres."""
        ahead = [(self._pointer.x, self._pointer.y)] if self._pointer is not None else []
        return coords_of([*self._corners, *ahead])

    def paint(self, painter: QPainter, view: View, desk: Desk) -> None:
        if not self._corners:
            return
        points = [QPointF(x, y) for x, y in view.to_px(self.with_pointer()).tolist()]
        self.paint_trace(painter, points, desk)
        paint_corners(painter, points[: len(self._corners)], desk)
        text = self.measured()
        if text and self._pointer is not None:
            paint_hover(painter, text, box=hover_box(text, points[-1], view), desk=desk)

    def paint_trace(self, painter: QPainter, points: list[QPointF], desk: Desk) -> None:
        paint_line(painter, points, desk)


class MeasureTool(CornersTool):
    """Measures a way of straight stretches."""

    def announce(self, coords: FloatArray) -> None:
        self.said.emit(tr("长度：{length}", length=length_text(line_length(coords))))
        self.line_drawn.emit(coords)

    def measured(self) -> str:
        return length_text(line_length(self.with_pointer())) if self._corners else ""


class AreaTool(CornersTool):
    """Draws a polygon; the ring announced is closed."""

    fewest = 3

    def announce(self, coords: FloatArray) -> None:
        self.area_drawn.emit(coords_of([*map(tuple, coords.tolist()), tuple(coords[0].tolist())]))

    def measured(self) -> str:
        ring = self.with_pointer()
        return area_text(ring_area(ring)) if len(ring) >= 3 else ""

    def paint_trace(self, painter: QPainter, points: list[QPointF], desk: Desk) -> None:
        if len(points) >= 3:
            paint_area(painter, QPolygonF(points), desk)
        else:
            paint_line(painter, points, desk)
