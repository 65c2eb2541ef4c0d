"""The pin: drag moves the map, a click chooses a place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from gisapp.canvas.tools.pan import PanTool
from gisapp.canvas.tools.tool import Pointer


class PlaceTool(PanTool):
    """Says where was clicked, and nothing about what lies there. place_chosen(x, y): metres."""

    place_chosen = Signal(float, float)

    cursor = Qt.CursorShape.CrossCursor
    names_under_pointer = False

    def release(self, pointer: Pointer) -> None:
        was_pulling, begin = self._is_pulling, self._begin
        self._begin, self._is_pulling = None, False
        if was_pulling:
            self.pull_ended.emit()
        elif begin is not None:
            self.place_chosen.emit(pointer.x, pointer.y)

    def double_click(self, pointer: Pointer) -> None:
        self._begin = None
