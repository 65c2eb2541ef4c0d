"""How wheel and keys move the view."""

from __future__ import annotations

from PySide6.QtCore import Qt

from gisapp.scene.view import View

STEP_PX = 120
KEY_FACTOR = 1.5
WHEEL_NOTCH = 120.0
NOTCH_FACTOR = 1.5


def view_after_wheel(view: View, at_px: tuple[float, float], turn: int) -> View:
    """The view after the wheel turned by ``turn`` eighths of a degree, about the pointer."""
    return view.zoomed_about(at_px, NOTCH_FACTOR ** (turn / WHEEL_NOTCH))


def view_after_key(view: View, key: int) -> View | None:
    """The view after an arrow, plus or minus; None for other keys."""
    middle = (view.width_px / 2, view.height_px / 2)
    match key:
        case Qt.Key.Key_Left:
            return view.panned(STEP_PX, 0)
        case Qt.Key.Key_Right:
            return view.panned(-STEP_PX, 0)
        case Qt.Key.Key_Up:
            return view.panned(0, STEP_PX)
        case Qt.Key.Key_Down:
            return view.panned(0, -STEP_PX)
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
            return view.zoomed_about(middle, KEY_FACTOR)
        case Qt.Key.Key_Minus:
            return view.zoomed_about(middle, 1 / KEY_FACTOR)
    return None
