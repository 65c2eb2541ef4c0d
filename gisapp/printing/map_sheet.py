"""The map as a picture, or as a sheet to pin on a wall."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gisapp.canvas.desk import Desk
from gisapp.canvas.furniture import paint_furniture
from gisapp.canvas.painters import ground_image, paint_map
from gisapp.language import tr
from gisapp.printing.fonts import paper_font
from gisapp.printing.map_frame import print_legend, print_map
from gisapp.printing.map_scene import PaperScene
from gisapp.printing.picture_file import refuse_odd_size, write_png
from gisapp.printing.sheet import ACCENT, CENTRE, LEFT, MIDDLE, PX_PER_MM, QUIET, RIGHT, Paper, Sheet, pdf_sheet
from gisapp.scene.view import Bounds, view_of
from gisapp.storage.county import settings

PANEL_PX = 190.0
HEAD_PX = 46.0
FOOT_PX = 24.0
MARK_PX = (92.0, 20.0)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a map sheet says of itself."""

    title: str
    county: str
    is_sample: bool
    day: date
    maker: str = ""


def imprint(connection: sqlite3.Connection, title: str, *, maker: str = "", day: date | None = None) -> Imprint:
    """An imprint with the county's name and whether it is made up."""
    is_sample = bool(settings.read(connection, "is_sample", False))
    return Imprint(title, settings.read(connection, "county_name", ""), is_sample, day or date.today(), maker)


def write_map_picture(path: Path, scene: PaperScene, *, width_px: int, height_px: int, bounds: Bounds | None = None) -> None:
    """Write a PNG of exactly that size with legend, scale bar and north arrow. Raises BadFile, BadRequest."""
    image = map_picture(scene, width_px=width_px, height_px=height_px, bounds=bounds)
    write_png(path, image)


def map_picture(scene: PaperScene, *, width_px: int, height_px: int, bounds: Bounds | None = None) -> QImage:
    """The picture itself; raises BadRequest for a size no picture has."""
    refuse_odd_size(width_px, height_px)
    desk = Desk()
    view = view_of(bounds or scene.bounds, width_px=width_px, height_px=height_px)
    image = ground_image(view, desk)
    painter = QPainter(image)
    paint_map(painter, scene.layers, view, desk)
    paint_furniture(painter, scene.legend, view, desk)
    if scene.is_sample and width_px > 4 * MARK_PX[0]:
        paint_sample_mark(painter, QRectF(12, 12, *MARK_PX))
    painter.end()
    return image


def write_map_sheet(
    path: Path, scene: PaperScene, said: Imprint, *, paper: Paper = Paper.A4, is_landscape: bool = True, bounds: Bounds | None = None
) -> None:
    """Write a one-page PDF: title, map, legend, scale, north, date, maker. Raises BadFile."""
    with pdf_sheet(path, title=said.title, paper=paper, is_landscape=is_landscape) as sheet:
        room = sheet.room
        print_head(sheet, said.title, said.county, is_sample=said.is_sample)
        frame = QRectF(room.left(), room.top() + HEAD_PX, room.width() - PANEL_PX, room.height() - HEAD_PX - FOOT_PX)
        view = print_map(sheet.painter, scene.layers, frame, bounds=bounds or scene.bounds)
        legend = print_legend(sheet.painter, scene.legend, QPointF(frame.right() + 12, frame.top()))
        scale = round(view.metres_per_px * PX_PER_MM * 1000, -2)
        left, top, width = frame.right() + 16, legend.bottom() + 10, PANEL_PX - 16
        for words in (tr("比例尺约 1:{scale}", scale=f"{scale:,.0f}"), scene.note):
            height = sheet.text_height(words, width, size_pt=9)
            sheet.text(QRectF(left, top, width, height), words, size_pt=9, colour=QUIET)
            top += height + 8
        _print_foot(sheet, said)


def print_head(sheet: Sheet, title: str, under: str, *, is_sample: bool) -> None:
    """Title at the left, what it is about beneath, the sample mark at the right."""
    room = sheet.room
    sheet.text(QRectF(room.left(), room.top(), room.width() - 120, 26), title, size_pt=15, bold=True, colour=ACCENT, align=LEFT | MIDDLE)
    sheet.text(QRectF(room.left(), room.top() + 25, room.width() - 120, 16), under, size_pt=9, colour=QUIET, align=LEFT | MIDDLE)
    if is_sample:
        paint_sample_mark(sheet.painter, QRectF(room.right() - MARK_PX[0], room.top() + 3, *MARK_PX))


def paint_sample_mark(painter: QPainter, box: QRectF) -> None:
    """The words that nobody on the map is real."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(QPen(QColor("#b8860b"), 1))
    painter.setBrush(QColor("#fff7dc"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(paper_font(9, bold=True))
    painter.setPen(QColor("#7a5900"))
    painter.drawText(box, int(CENTRE | MIDDLE), tr("示例数据"))
    painter.restore()


def _print_foot(sheet: Sheet, said: Imprint) -> None:
    room = sheet.room
    foot = QRectF(room.left(), room.bottom() - FOOT_PX + 6, room.width(), FOOT_PX - 6)
    sheet.text(foot, tr("坐标系 CGCS2000；风险区与人数以县文件为准。"), size_pt=8, colour=QUIET, align=LEFT | MIDDLE)
    day = said.day.isoformat()
    made = tr("制图 {maker} · {day}", maker=said.maker, day=day) if said.maker else tr("制图日期 {day}", day=day)
    sheet.text(foot, made, size_pt=8, colour=QUIET, align=RIGHT | MIDDLE)
