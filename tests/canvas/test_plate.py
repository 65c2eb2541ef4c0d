"""A plate shows what a picture painted afresh would, wherever the drag goes, and paints each place once."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gisapp.canvas.pictures import Picture, draw_picture
from gisapp.canvas.plate import AHEAD_PX, Plate, scroll
from gisapp.canvas.stamps import pixels_of
from gisapp.scene.style import Palette
from gisapp.scene.view import View

VIEW = View(1_000.0, 2_000.0, 2.0, 320, 240)


def paint(painter: QPainter, strip: QRectF, view: View) -> None:
    """A chequered world: the colour of a square of 20 m follows from its place alone."""
    x, y = view.point_world(strip.left(), strip.top())
    for column in range(int(x // 20) - 1, int((x + strip.width() * view.metres_per_px) // 20) + 2):
        for row in range(int((y - strip.height() * view.metres_per_px) // 20) - 1, int(y // 20) + 2):
            left, top = view.point_px(column * 20.0, row * 20.0 + 20.0)
            square = QRectF(left, top, 10, 10).intersected(strip)
            if not square.isEmpty():
                painter.fillRect(square, QColor(column * 37 % 256, row * 53 % 256, (column + row) * 11 % 256))


def picture_of(view: View) -> QImage:
    image = QImage(round(view.width_px * view.pixel_ratio), round(view.height_px * view.pixel_ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(view.pixel_ratio)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, view.width_px, view.height_px), view)
    painter.end()
    return image


def shown(picture: Picture, view: View) -> np.ndarray:
    image = QImage(round(view.width_px * view.pixel_ratio), round(view.height_px * view.pixel_ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(view.pixel_ratio)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    draw_picture(painter, picture, view)
    painter.end()
    return pixels_of(image).copy()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("step", [(7, 0), (-7, 3), (0, -9), (40, 60), (-130, -100)])
def test_wherever_the_drag_goes_the_picture_is_the_one_painted_afresh(step: tuple[int, int], ratio: float) -> None:
    view = View(1_000.0, 2_000.0, 2.0, 320, 240, ratio)
    plate = Plate(Picture(picture_of(view), view, Palette.LIGHT), paint)
    for turn in range(40):
        sign = 1 if turn < 25 else -1
        view = view.panned(sign * step[0], sign * step[1])
        picture = plate.follow(view)
        assert picture is not None
        assert picture.covers(view)
        assert (shown(picture, view) == pixels_of(picture_of(view))).all()


def test_strips_are_wide_and_painted_once() -> None:
    strips: list[QRectF] = []
    plate = Plate(Picture(picture_of(VIEW), VIEW, Palette.LIGHT), lambda painter, strip, view: strips.append(strip))
    view = VIEW
    for _ in range(AHEAD_PX):
        view = view.panned(1, 0)
        plate.follow(view)
    assert [(strip.width(), strip.height()) for strip in strips] == [(AHEAD_PX, 240)]


def test_a_leap_beyond_what_is_painted_is_left_to_the_next_whole_picture() -> None:
    plate = Plate(Picture(picture_of(VIEW), VIEW, Palette.LIGHT), paint)
    assert plate.follow(VIEW.panned(5_000, 0)) is None


@pytest.mark.parametrize(("dx", "dy"), [(3, 0), (0, 2), (-2, -1), (-1, 3), (0, 0)])
def test_scrolling_moves_every_pixel_that_stays(dx: int, dy: int) -> None:
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    before = np.arange(48, dtype=np.uint32).reshape(6, 8)
    pixels_of(image)[:] = before
    scroll(image, dx, dy)
    after = pixels_of(image)
    rows, columns = np.mgrid[0:6, 0:8]
    stays = (rows + dy >= 0) & (rows + dy < 6) & (columns + dx >= 0) & (columns + dx < 8)
    assert (after[rows[stays] + dy, columns[stays] + dx] == before[stays]).all()
