"""The hand that moves a border: corners are dragged, added on an edge, removed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from gisapp.canvas.desk import Desk
from gisapp.canvas.tools.tool import Pointer, Tool, is_click
from gisapp.canvas.tools.traces import paint_corners, paint_outline
from gisapp.language import tr
from gisapp.scene.shape_edit import EditedShape, Place
from gisapp.scene.view import FloatArray, View

CORNER_REACH_PX, EDGE_REACH_PX = 9.0, 7.0
MOST_HANDLES = 700
"""More corners than that in sight are a line of handles that nobody can tell apart."""


class ReshapeTool(Tool):
    """Drag a corner to move it, an edge to add one; or click to take it up and click again to put it down.

    reshaped(EditedShape): a step is done; finished(): Enter. Delete removes the corner taken up or under the pointer,
    Backspace takes the last step back, Escape puts back what is taken up. Dragging elsewhere moves the map.
    """

    reshaped = Signal(object)
    finished = Signal()

    cursor = Qt.CursorShape.CrossCursor
    names_under_pointer = False

    def __init__(self, shape: EditedShape) -> None:
        super().__init__()
        self.shape = shape
        self._steps: list[EditedShape] = []
        self._held: Place | None = None
        self._before = shape
        self._is_carried = False
        self._near: Place | None = None
        self._pointer: Pointer | None = None
        self._begin: QPointF | None = None
        self._last = QPointF()
        self._is_pulling = False

    def press(self, pointer: Pointer) -> None:
        self._begin = self._last = pointer.px
        self._is_pulling = False
        if self._held is None:
            self._take_up(pointer)

    def move(self, pointer: Pointer, *, is_pressed: bool) -> None:
        self._pointer = pointer
        is_dragging = is_pressed and self._begin is not None and (self._is_pulling or not is_click(self._begin, pointer.px))
        if is_dragging and (self._held is None or self._is_carried):
            self._is_pulling = True
            step, self._last = pointer.px - self._last, pointer.px
            self.pulled.emit(step.x(), step.y())
        elif self._held is not None:
            if is_dragging or self._is_carried:
                self.shape = self.shape.with_moved(self._held, (pointer.x, pointer.y))
        else:
            self._near = self.shape.corner_near((pointer.x, pointer.y), CORNER_REACH_PX * pointer.metres_px)
        self.changed.emit()

    def release(self, pointer: Pointer) -> None:
        was_pulling, begin = self._is_pulling, self._begin
        self._begin, self._is_pulling = None, False
        if was_pulling:
            self.pull_ended.emit()
        elif self._held is not None and begin is not None:
            if not self._is_carried and is_click(begin, pointer.px):
                self._is_carried = True
                self.said.emit(tr("已拿起角点：再点一下放下，Delete 删除，Esc 放回"))
            else:
                self.shape = self.shape.with_moved(self._held, (pointer.x, pointer.y))
                self._put_down()
        self.changed.emit()

    def finish(self) -> bool:
        if self._held is not None:
            self._put_down()
        self.finished.emit()
        return True

    def remove(self) -> bool:
        place = self._held if self._held is not None else self._near
        if place is None:
            self.said.emit(tr("请先点住一个角点，再按 Delete。"))
            return False
        shape = self.shape.without(place)
        if shape is None:
            self.said.emit(tr("最后三个角点不能再删；要删除整个风险区，请用“删除勾选的”。"))
            return False
        if self._held is None:
            self._before = self.shape
        self.shape = shape
        self._put_down()
        return True

    def take_back(self) -> bool:
        if self.cancel():
            return True
        if not self._steps:
            return False
        self.shape = self._steps.pop()
        self._near = None
        self.changed.emit()
        self.reshaped.emit(self.shape)
        return True

    def cancel(self) -> bool:
        had = self._held is not None
        if had:
            self.shape = self._before
        self._held, self._is_carried, self._near = None, False, None
        self.changed.emit()
        return had

    def _take_up(self, pointer: Pointer) -> None:
        """The corner under the pointer, or a new one on the edge there."""
        at = (pointer.x, pointer.y)
        self._before = self.shape
        self._held = self.shape.corner_near(at, CORNER_REACH_PX * pointer.metres_px)
        if self._held is None:
            self._held = self.shape.edge_near(at, EDGE_REACH_PX * pointer.metres_px)
            if self._held is not None:
                self.shape = self.shape.with_added(self._held, at)

    def _put_down(self) -> None:
        self._steps.append(self._before)
        self._held, self._is_carried, self._near = None, False, None
        self.changed.emit()
        self.reshaped.emit(self.shape)

    def paint(self, painter: QPainter, view: View, desk: Desk) -> None:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for ring in self.shape.rings:
            path.addPolygon(QPolygonF(_points(_thinned(view.to_px(ring)))))
            path.closeSubpath()
        paint_outline(painter, path, desk)
        handles = self._in_sight(view)
        if len(handles) <= MOST_HANDLES:
            paint_corners(painter, _points(handles), desk)
        chosen = self._held or self._near
        if chosen is not None:
            place = view.to_px(self.shape.rings[chosen[0]][chosen[1]][None, :])
            paint_corners(painter, _points(place), desk, is_chosen=True)

    def _in_sight(self, view: View) -> FloatArray:
        """The corners within the picture, in pixels (n, 2)."""
        px = view.to_px(np.concatenate(self.shape.rings))
        found: FloatArray = px[(px >= 0).all(axis=1) & (px[:, 0] <= view.width_px) & (px[:, 1] <= view.height_px)]
        return found


def _points(px: FloatArray) -> list[QPointF]:
    return [QPointF(x, y) for x, y in px.tolist()]


def _thinned(px: FloatArray) -> FloatArray:
    """Without the corners that fall on the pixel of the one before."""
    cells = np.floor(px)
    is_new = np.ones(len(px), bool)
    is_new[1:] = (cells[1:] != cells[:-1]).any(axis=1)
    return px[is_new]
