"""What a drag moves over: a picture larger than the view, painted ahead a wide strip at a time instead of a thin one at every step."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import memmove
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from gisapp.canvas.pictures import Picture
from gisapp.scene.view import View

AHEAD_PX = 56

PaintStrip = Callable[[QPainter, QRectF, View], None]


class Plate:
    """Holds the picture that a drag began with, and grows where the view goes. All rectangles are in device pixels of the plate."""

    def __init__(self, picture: Picture, paint: PaintStrip) -> None:
        self._paint = paint
        self._ratio = picture.view.pixel_ratio
        self._palette = picture.palette
        self._ahead = round(AHEAD_PX * self._ratio)
        size = picture.image.size()
        self._size = size
        self._image = QImage(size.width() + 2 * self._ahead, size.height() + 2 * self._ahead, picture.image.format())
        self._painted = QRect(self._ahead, self._ahead, size.width(), size.height())
        width, height = (length / self._ratio for length in (self._image.width(), self._image.height()))
        self._view = replace(picture.view, width_px=width, height_px=height)
        painter = QPainter(self._image)
        painter.drawImage(QRect(self._painted), picture.image, QRect(0, 0, size.width(), size.height()))
        painter.end()
        self._image.setDevicePixelRatio(self._ratio)

    def follow(self, view: View) -> Picture | None:
        """A picture that covers ``view``, of the same scale and size; None when nothing painted is left in it."""
        needed = self._place_of(view)
        whole = QRect(0, 0, self._image.width(), self._image.height())
        if not whole.contains(needed):
            needed = self._make_room(needed)
        if not self._painted.intersects(needed):
            return None
        self._extend(needed, whole)
        return Picture(self._image, self._view, self._palette)

    def _place_of(self, view: View) -> QRect:
        left, top = self._view.point_px(view.left, view.top)
        return QRect(round(left * self._ratio), round(top * self._ratio), self._size.width(), self._size.height())

    def _make_room(self, needed: QRect) -> QRect:
        """Move everything so that there is room where the view goes; says where ``needed`` then lies."""
        room_x, room_y = self._image.width() - needed.width(), self._image.height() - needed.height()
        left = room_x if needed.left() < 0 else 0 if needed.left() > room_x else needed.left()
        top = room_y if needed.top() < 0 else 0 if needed.top() > room_y else needed.top()
        dx, dy = left - needed.left(), top - needed.top()
        scroll(self._image, dx, dy)
        self._painted = self._painted.translated(dx, dy).intersected(QRect(0, 0, self._image.width(), self._image.height()))
        self._view = self._view.panned(dx / self._ratio, dy / self._ratio)
        return needed.translated(dx, dy)

    def _extend(self, needed: QRect, whole: QRect) -> None:
        """Paint what is needed and, on the sides where something is, some way ahead: first beside, then above and below."""
        painted, ahead = self._painted, self._ahead
        left = max(needed.left() - ahead, 0) if needed.left() < painted.left() else painted.left()
        right = min(needed.right() + ahead, whole.right()) if needed.right() > painted.right() else painted.right()
        top = max(needed.top() - ahead, 0) if needed.top() < painted.top() else painted.top()
        bottom = min(needed.bottom() + ahead, whole.bottom()) if needed.bottom() > painted.bottom() else painted.bottom()
        strips = (
            (left, painted.top(), painted.left() - left, painted.height()),
            (painted.right() + 1, painted.top(), right - painted.right(), painted.height()),
            (left, top, right - left + 1, painted.top() - top),
            (left, painted.bottom() + 1, right - left + 1, bottom - painted.bottom()),
        )
        bared = [strip for strip in strips if strip[2] > 0 and strip[3] > 0]
        if bared:
            painter = QPainter(self._image)
            for strip in bared:
                self._paint(painter, QRectF(*(length / self._ratio for length in strip)), self._view)
            painter.end()
        self._painted = QRect(left, top, right - left + 1, bottom - top + 1)


def scroll(image: QImage, dx: int, dy: int) -> None:
    """Move the pixels of a 32-bit image to the right and down; what is laid bare keeps some old pixels."""
    words = np.frombuffer(image.bits(), np.uint32)
    step = dy * (image.bytesPerLine() // 4) + dx
    if 0 < abs(step) < len(words):
        begin = words.ctypes.data
        memmove(begin + max(step, 0) * 4, begin + max(-step, 0) * 4, (len(words) - abs(step)) * 4)
