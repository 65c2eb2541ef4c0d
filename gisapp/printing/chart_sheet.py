"""The building chart as a picture, or on paper: the whole site on one page, then building after building with names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_building import SAID_PX, TITLE_PX, legend_height, paint_building
from gisapp.canvas.painters import ground_colour
from gisapp.domain.chart import Building, Chart, count_rooms
from gisapp.language import tr
from gisapp.printing.map_sheet import MARK_PX, Imprint, paint_sample_mark, print_head
from gisapp.printing.picture_file import MOST_PX, refuse_odd_size, write_png
from gisapp.printing.sheet import LEFT, MIDDLE, QUIET, RIGHT, Paper, Sheet, pdf_sheet
from gisapp.scene.chart_plan import GAP, Cell, plan_chart, plan_within
from gisapp.scene.style import Palette

MARGIN_PX, HEAD_PX, FOOT_PX = 14.0, 46.0, 22.0
WITH_NAMES = Cell(104, 19)
ROOMY_PX = 1080


def write_chart_picture(
    path: Path, chart: Chart, *, width_px: int, height_px: int | None = None, is_sample: bool = False
) -> tuple[int, int]:
    """Write a PNG and return its size; without a height it is as high as every room needs to be read. Raises BadFile, BadRequest."""
    height = height_px or _needed_height(chart, width_px)
    image = chart_picture(chart, width_px=width_px, height_px=height, palette=Palette.LIGHT, is_sample=is_sample)
    write_png(path, image)
    return width_px, height


def chart_picture(chart: Chart, *, width_px: int, height_px: int, palette: Palette, is_sample: bool = False) -> QImage:
    """The chart as an image of exactly that size; raises BadRequest for a size no picture has."""
    refuse_odd_size(width_px, height_px)
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(ground_colour(Desk(palette)))
    painter = QPainter(image)
    rect = QRectF(0, 0, width_px, height_px)
    if width_px > 4 * MARK_PX[0] and is_sample:
        paint_sample_mark(painter, QRectF(width_px - MARGIN_PX - MARK_PX[0], MARGIN_PX, *MARK_PX))
    paint_building(painter, chart, rect.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX), palette)
    painter.end()
    return image


def write_chart_sheet(path: Path, chart: Chart, said: Imprint, *, paper: Paper = Paper.A4) -> int:
    """Write a landscape PDF and return the number of pages; raises BadFile."""
    with pdf_sheet(path, title=said.title, paper=paper) as sheet:
        room = sheet.room.adjusted(0, HEAD_PX, 0, -FOOT_PX)
        parts = list(_pages(chart, room))
        for number, part in enumerate(parts, 1):
            if number > 1:
                sheet.new_page()
            print_head(sheet, said.title, said.county, is_sample=said.is_sample)
            paint_building(sheet.painter, part, room, Palette.LIGHT)
            _print_foot(sheet, said, number, len(parts))
    return len(parts)


def _pages(chart: Chart, room: QRectF) -> Iterator[Chart]:
    """The whole site, unless it is one building, then as many buildings on each page as fit with the names of families."""
    height = room.height() - TITLE_PX - SAID_PX - legend_height(count_rooms(chart.rooms), room.width())
    if len(chart.buildings) != 1:
        yield chart
    taken: tuple[Building, ...] = ()
    for building in chart.buildings:
        more = (*taken, building)
        plan = plan_chart(replace(chart, buildings=more), room.width(), cell=WITH_NAMES)
        if taken and (plan.height + GAP > height or plan.width > room.width()):
            yield _part(chart, taken)
            more = (building,)
        taken = more
    if taken:
        yield _part(chart, taken)


def _part(chart: Chart, buildings: tuple[Building, ...]) -> Chart:
    names = tr("、").join(building.name for building in buildings)
    return replace(chart, buildings=buildings, title=tr("{site} {building}", site=chart.site, building=names))


def _needed_height(chart: Chart, width_px: int) -> int:
    """As high as a screen, or higher where the smallest rooms need it."""
    beside = 2 * MARGIN_PX + TITLE_PX + SAID_PX + legend_height(count_rooms(chart.rooms), width_px - 2 * MARGIN_PX)
    plan, scale = plan_within(chart, width_px - 2 * MARGIN_PX, ROOMY_PX - beside)
    if scale < 1.0:
        plan = plan_chart(chart, width_px - 2 * MARGIN_PX, cell=plan.cell)
    return round(min(plan.height + beside + GAP, MOST_PX))


def _print_foot(sheet: Sheet, said: Imprint, number: int, pages: int) -> None:
    room = sheet.room
    foot = QRectF(room.left(), room.bottom() - FOOT_PX + 6, room.width(), FOOT_PX - 6)
    day = said.day.isoformat()
    made = tr("制图 {maker} · {day}", maker=said.maker, day=day) if said.maker else tr("制图日期 {day}", day=day)
    sheet.text(foot, made, size_pt=8, colour=QUIET, align=LEFT | MIDDLE)
    sheet.text(foot, tr("第 {number} / {pages} 页", number=number, pages=pages), size_pt=8, colour=QUIET, align=RIGHT | MIDDLE)
