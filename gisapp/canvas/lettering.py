"""Letters on the map: the font, a name drawn once with its halo, and its size."""

from __future__ import annotations

from math import ceil, cos, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from gisapp.canvas.desk import Desk
from gisapp.scene.style import Lettering

FAMILIES = ("WenQuanYi Micro Hei", "Microsoft YaHei", "Noto Sans CJK SC", "PingFang SC")
PX_PER_POINT = 96 / 72
HALO_STEPS = 12


def font_of(size_pt: float, *, bold: bool = False, ratio: float = 1.0) -> QFont:
    """The map's font at so many points of 1/72 inch of logical size, in device pixels."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(max(1, round(size_pt * PX_PER_POINT * ratio)))
    font.setBold(bold)
    return font


def name_size(text: str, lettering: Lettering) -> tuple[float, float]:
    """Width and height in logical pixels, halo included."""
    metrics = QFontMetricsF(font_of(lettering.size_pt, bold=lettering.bold))
    edge = 2 * lettering.halo_px
    return metrics.horizontalAdvance(text) + edge, metrics.height() + edge


def name_image(text: str, lettering: Lettering, *, ratio: float, desk: Desk) -> QImage:
    """A name with its halo on a transparent ground."""
    font = font_of(lettering.size_pt, bold=lettering.bold, ratio=ratio)
    metrics = QFontMetricsF(font)
    halo = lettering.halo_px * ratio
    width, height = ceil(metrics.horizontalAdvance(text) + 2 * halo) + 1, ceil(metrics.height() + 2 * halo) + 1
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    base = QPointF(halo, halo + metrics.ascent())
    painter.setFont(font)
    painter.setPen(desk.colour(lettering.halo))
    for turn in range(HALO_STEPS):
        angle = 2 * pi * turn / HALO_STEPS
        painter.drawText(base + QPointF(halo * cos(angle), halo * sin(angle)), text)
    painter.setPen(desk.colour(lettering.tint))
    painter.drawText(base, text)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
