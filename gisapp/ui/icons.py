"""The one drawn set of icons, coloured for the scheme in force."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from gisapp import paths
from gisapp.ui.theme import colour

SIZES = (20, 40)
NAME = "iconName"
TINT = "iconTint"


@lru_cache(maxsize=400)
def icon(name: str, tint: str, *, on: str = "", off: str = "") -> QIcon:
    """The icon in the colour ``tint`` (#rrggbb); ``on`` when checked, ``off`` when disabled."""
    drawn = QIcon()
    states = [(QIcon.Mode.Normal, QIcon.State.Off, tint)]
    if on:
        states.append((QIcon.Mode.Normal, QIcon.State.On, on))
    if off:
        states.append((QIcon.Mode.Disabled, QIcon.State.Off, off))
    for mode, state, wanted in states:
        renderer = QSvgRenderer(QByteArray(_source(name).replace("#000000", wanted).encode()))
        for size in SIZES:
            drawn.addPixmap(_pixmap(renderer, size), mode, state)
    return drawn


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")


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
    tint, on, off = (colour(name, palette).name() for name in (target.property(TINT), "on_accent", "muted"))
    is_ticked = isinstance(target, QAbstractButton) and target.isCheckable()
    target.setIcon(icon(target.property(NAME), tint, on=on if is_ticked else "", off=off if isinstance(target, QAction) else ""))


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
