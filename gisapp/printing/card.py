"""The sheet of one grid: its map, its officer, its figures, its families."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF

from gisapp.domain.cards import GridCard, HouseholdRow
from gisapp.domain.ids import GridId
from gisapp.language import tr
from gisapp.printing.ground import Ground
from gisapp.printing.map_frame import paper_view, print_legend, print_view
from gisapp.printing.map_scene import widened
from gisapp.printing.map_sheet import print_head
from gisapp.printing.paged_table import Group, PagedTable, PrintColumn, PrintRow, TablePainter, lay_out
from gisapp.printing.sheet import ACCENT, LEFT, MIDDLE, PALE, QUIET, RIGHT, Sheet, pdf_sheet
from gisapp.scene import county_layers
from gisapp.scene.legend import symbol_entries
from gisapp.services.places.describe_grid import describe_grid
from gisapp.storage.county import settings
from gisapp.storage.families import households
from gisapp.storage.places import units

HEAD_PX = 50.0
MAP_PX = 380.0
FIGURES_PX = 74.0
LEGEND_PX = 132.0
FOOT_PX = 22.0
ROOM_WIDTH = 793.7 - 2 * 37.8
ROOM_HEIGHT = 1122.5 - 2 * 37.8 - FOOT_PX
FIRST_HEIGHT = ROOM_HEIGHT - HEAD_PX - MAP_PX - FIGURES_PX - 58
MOST_SLOTS = 6


def print_grid_card(connection: sqlite3.Connection, grid_id: int, path: Path, *, day: date | None = None) -> int:
    """Write an A4 PDF of one grid, phones masked; returns the number of pages. Raises BadRequest for an unknown grid, BadFile."""
    return GridSheets(connection, day=day).print_one(grid_id, path)


class GridSheets:
    """Prints sheets of grids; what they share is read once. Make it on the thread that prints."""

    def __init__(self, connection: sqlite3.Connection, *, day: date | None = None) -> None:
        self._connection, self._day = connection, day or date.today()
        hazards = county_layers.hazard_layers(connection)
        self._ground = Ground(connection, *hazards)
        self._homes = county_layers.home_layer(connection)
        self._legend = (*symbol_entries("homes"), *county_layers.hazard_entries(*hazards))
        self._is_sample = bool(settings.read(connection, "is_sample", False))
        self._county = str(settings.read(connection, "county_name", ""))

    def print_one(self, grid_id: int, path: Path) -> int:
        """One grid as a PDF of its own; returns its pages. Raises BadRequest for an unknown grid, BadFile."""
        card, rows = self.content(grid_id)
        group = Group("", "", tuple(_row(number, row) for number, row in enumerate(rows, 1)))
        table = lay_out(_columns(), [group], width=ROOM_WIDTH, height=ROOM_HEIGHT, first_height=FIRST_HEIGHT, size_pt=9)
        said = tr("{county} · {grid} · {day}", county=self._county, grid=card.name, day=self._day.isoformat())
        pages = max(len(table.pages), 1)
        with pdf_sheet(path, title=tr("网格卡片 · {grid}", grid=card.name), is_landscape=False) as sheet:
            self._print_first(sheet, card)
            _print_list(sheet, table, said=tr("{said} · 示例数据", said=said) if self._is_sample else said, pages=pages)
        return pages

    def content(self, grid_id: int) -> tuple[GridCard, Sequence[HouseholdRow]]:
        """What stands on the sheet of a grid, its map aside; raises BadRequest for an unknown grid."""
        rows = households.rows(self._connection, households.in_unit(self._connection, "grid", grid_id))
        return describe_grid(self._connection, GridId(grid_id), day=self._day), rows

    def _print_first(self, sheet: Sheet, card: GridCard) -> None:
        room = sheet.room
        under = tr("{town} · {village} · 网格编号 {code}", town=card.town, village=card.village, code=card.code)
        print_head(sheet, card.name, under, is_sample=self._is_sample)
        top = room.top() + HEAD_PX
        sheet.painter.fillRect(QRectF(room.left(), top, room.width(), 30), PALE)
        sheet.painter.fillRect(QRectF(room.left(), top, 3, 30), ACCENT)
        sheet.text(QRectF(room.left() + 12, top, room.width() - 24, 30), _officer(card), size_pt=11, bold=True, align=LEFT | MIDDLE)
        _print_figures(sheet, card, top + 40)
        frame = QRectF(room.left(), top + 40 + FIGURES_PX, room.width() - LEGEND_PX, MAP_PX)
        bounds = units.bounds(self._connection, "grid", int(card.id)) or self._ground.cells.bounds
        view = paper_view(widened(bounds), frame.width(), frame.height())
        layers = self._ground.layers(self._homes, outlined=("grid", int(card.id)))
        print_view(sheet.painter, layers, frame, view=view, desk=self._ground.desk)
        print_legend(sheet.painter, self._legend, QPointF(frame.right() + 8, frame.top() - 4))


def _officer(card: GridCard) -> str:
    officer = card.officer
    if officer is None:
        return tr("没有网格员")
    return tr("网格员：{name}　{phone}　{unit}", name=officer.name, phone=officer.phone_masked, unit=officer.unit)


def _print_figures(sheet: Sheet, card: GridCard, top: float) -> None:
    """Nine figures in a row, the number large and what it counts beneath."""
    counts = card.counts
    figures = (
        (counts.houses, tr("房屋")), (counts.households, tr("户")), (counts.residents, tr("人")), (counts.elderly, tr("65岁及以上")),
        (counts.children, tr("6岁以下")), (counts.disabled, tr("残疾")), (counts.relocated, tr("搬迁户")),
        (counts.missing_slots, tr("缺岗户")),
        (counts.houses_in_hazard, tr("风险区内住房")),
    )  # fmt: skip
    cell = sheet.room.width() / len(figures)
    for at, (number, caption) in enumerate(figures):
        left = sheet.room.left() + at * cell
        sheet.text(QRectF(left, top, cell, 30), f"{number:,}", size_pt=16, bold=True, colour=ACCENT, align=LEFT | MIDDLE)
        sheet.text(QRectF(left, top + 30, cell, 16), caption, size_pt=8, colour=QUIET, align=LEFT | MIDDLE)


def _print_list(sheet: Sheet, table: PagedTable, *, said: str, pages: int) -> None:
    room = sheet.room
    painter = TablePainter(sheet, table)
    first_top = room.top() + ROOM_HEIGHT - FIRST_HEIGHT
    for number in range(1, pages + 1):
        if number > 1:
            sheet.new_page()
        top = first_top if number == 1 else room.top()
        page = table.pages[number - 1] if table.pages else ()
        painter.page(page, QRectF(room.left(), top, ROOM_WIDTH, room.bottom() - FOOT_PX - top))
        foot = QRectF(room.left(), room.bottom() - FOOT_PX + 6, room.width(), FOOT_PX - 6)
        sheet.text(foot, said, size_pt=8, colour=QUIET, align=LEFT | MIDDLE)
        sheet.text(foot, tr("第 {number} / {pages} 页", number=number, pages=pages), size_pt=8, colour=QUIET, align=RIGHT | MIDDLE)


def _columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("序号"), 5),
        PrintColumn(tr("户主"), 10, is_bold=True),
        PrintColumn(tr("电话"), 13),
        PrintColumn(tr("人数"), 5),
        PrintColumn(tr("门牌"), 28),
        PrintColumn(tr("户编号"), 19),
        PrintColumn(tr("户籍村（搬迁户）"), 15),
        PrintColumn(tr("六岗"), 8),
    )


def _row(number: int, row: HouseholdRow) -> PrintRow:
    slots = "" if row.filled_slots is None else tr("{filled} / {all}", filled=row.filled_slots, all=MOST_SLOTS)
    is_missing = row.filled_slots is not None and row.filled_slots < MOST_SLOTS
    cells = (f"{number}", row.head, row.phone_masked, f"{row.residents}", row.number, row.code, row.origin, slots)
    return PrintRow(cells, is_urgent=is_missing)
