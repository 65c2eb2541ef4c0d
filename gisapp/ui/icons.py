"""The one drawn set of icons, coloured for the scheme in force."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from gisapp import paths
from gisapp.ui.theme import colour

SIZES = (16, 20, 24, 32, 40, 48)
NAME = "iconName"
TINT = "iconTint"


def icon(name: str, tint: QColor, *, on: QColor | None = None, off: QColor | None = None) -> QIcon:
    """The icon in ``tint``; ``on`` when checked, ``off`` when disabled."""
    drawn = QIcon()
    source = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    states = ((QIcon.Mode.Normal, QIcon.State.Off, tint), (QIcon.Mode.Normal, QIcon.State.On, on or tint))
    for mode, state, wanted in (*states, (QIcon.Mode.Disabled, QIcon.State.Off, off or tint)):
        renderer = QSvgRenderer(QByteArray(source.replace("#000000", wanted.name()).encode()))
        for size in SIZES:
            drawn.addPixmap(_pixmap(renderer, size), mode, state)
    return drawn


def put(target: QAbstractButton | QAction, name: str, *, tint: str = "text") -> None:
    """Give a button or action its icon; it is redrawn when the scheme changes."""
    if not name:
        return
    target.setProperty(NAME, name)
    target.setProperty(TINT, tint)
    _draw(target)


def redraw(window: QWidget) -> None:
    """Draw the icons of a window anew, in the colours now in force."""
    for target in [*window.findChildren(QAbstractButton), *window.findChildren(QAction)]:
        if isinstance(target, QAbstractButton | QAction) and target.property(NAME):
            _draw(target)


def _draw(target: QAbstractButton | QAction) -> None:
    palette = QApplication.palette()
    tint, on, off = (colour(name, palette) for name in (target.property(TINT), "on_accent", "muted"))
    target.setIcon(icon(target.property(NAME), tint, on=None if isinstance(target, QAction) else on, off=off))


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
