"""The hand: drag moves the map, a click chooses, a double click opens."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from gisapp.canvas.tools.tool import Pointer, Tool, is_click


class PanTool(Tool):
    """Drag to move, click to pick, double-click to zoom to what is there."""

    cursor = Qt.CursorShape.OpenHandCursor

    def __init__(self) -> None:
        super().__init__()
        self._begin: QPointF | None = None
        self._last = QPointF()
        self._is_pulling = False

    def press(self, pointer: Pointer) -> None:
        self._begin = self._last = pointer.px
        self._is_pulling = False

    def move(self, pointer: Pointer, *, is_pressed: bool) -> None:
        if self._begin is None or not is_pressed:
            return
        if not self._is_pulling and is_click(self._begin, pointer.px):
            return
        self._is_pulling = True
        step = pointer.px - self._last
        self._last = pointer.px
        self.pulled.emit(step.x(), step.y())

    def release(self, pointer: Pointer) -> None:
        was_pulling, begin = self._is_pulling, self._begin
        self._begin, self._is_pulling = None, False
        if was_pulling:
            self.pull_ended.emit()
        elif begin is not None:
            self.clicked.emit(pointer.px, pointer.adds)

    def double_click(self, pointer: Pointer) -> None:
        self._begin = None
        self.opened.emit(pointer.px)
