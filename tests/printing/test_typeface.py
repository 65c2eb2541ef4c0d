from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gisapp.printing.typeface import Setter, Typeface

BLACK = QColor("#000000")


def blank() -> QImage:
    image = QImage(420, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    return image


def set_fast(face: Typeface, text: str) -> QImage:
    image = blank()
    painter = QPainter(image)
    words = Setter(painter)
    words.put(face, text, left=10, base=25, colour=BLACK)
    words.flush()
    painter.end()
    return image


def drawn(face: Typeface, text: str) -> QImage:
    image = blank()
    painter = QPainter(image)
    painter.setFont(face.font)
    painter.setPen(BLACK)
    painter.drawText(QPointF(10, 25), text)
    painter.end()
    return image


@pytest.mark.parametrize("is_bold", [False, True])
@pytest.mark.parametrize(
    "text", ["紫云南郡3号楼2单元501（险区内 4 人）", "199****0001 □ — 《》", "AVATAR fi To 12.5", "مرحبا", "नमस्ते", "a\u0301b 𠮷 😀"]
)
def test_words_set_fast_look_as_qt_draws_them(text: str, is_bold: bool) -> None:
    face = Typeface(12, is_bold=is_bold)
    assert set_fast(face, text) == drawn(face, text)
    assert set_fast(face, text) != blank()


def test_words_stay_apart_by_face_colour_and_line() -> None:
    image = blank()
    painter = QPainter(image)
    words = Setter(painter)
    plain, bold = Typeface(9), Typeface(9, is_bold=True)
    words.put(plain, "左", left=10, base=15, colour=BLACK)
    words.put(bold, "右", left=200, base=15, colour=QColor("#ff0000"))
    words.put(plain, "", left=0, base=15, colour=BLACK)
    words.flush()
    words.flush()
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(200, 215) for y in range(40)}
    assert "#ff0000" in colours
    assert all(image.pixelColor(x, y).red() == image.pixelColor(x, y).blue() for x in range(190) for y in range(40))
