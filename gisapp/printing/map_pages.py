"""A map page per village or grid: numbered homes, and beside them the list with the same numbers.

A unit whose list is longer than a sheet is cut into compact parts, each with a map of its own, after an overview that
shows which sheet holds what: so that every number stands beside its map.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from gisapp.domain.affected import AffectedRun
from gisapp.domain.map_pages import MapHome, MapPage
from gisapp.language import tr
from gisapp.printing.ground import Ground
from gisapp.printing.map_frame import paper_view, print_legend, print_view
from gisapp.printing.map_scene import hazard_layer, widened
from gisapp.printing.map_sheet import print_head
from gisapp.printing.numbered_list import home_columns, home_groups, lines_of, sheet_columns, sheet_groups
from gisapp.printing.numbers import NumberPen
from gisapp.printing.paged_table import Group, PagedTable, PrintColumn, TablePainter, lay_out
from gisapp.printing.sheet import LEFT, MIDDLE, PX_PER_MM, QUIET, RIGHT, Sheet, pdf_sheet
from gisapp.printing.table_document import FOOT_PX, HEAD_PX, IsCancelled, Pages, Progress, imprint, table_room
from gisapp.printing.typeface import Typeface
from gisapp.scene import cartography
from gisapp.scene.layers import PointLayer
from gisapp.scene.legend import LegendEntry, symbol_entries
from gisapp.scene.numbering import Numbering, number_places
from gisapp.scene.sheet_parts import sheet_parts
from gisapp.scene.view import Bounds, View
from gisapp.storage.runs import stored_runs

LIST_PX, GAP_PX, LIST_PT, ROW_PAD, QUESTION_PT = 474.0, 12.0, 7.5, 2.0, 8.0
ENTRY_PX, NOTE_PX = 21.0, 30.0
MOST_LINES = 24
ARROW_BOX, BAR_BOX = (60.0, 76.0), (190.0, 56.0)
DANGER, UNKNOWN, OTHER = "in_hazard", "vacant", "lived_in"
"""The symbols of homes: in danger, without a conclusion, numbered on another sheet."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The homes of one sheet with their numbers, in the order of the numbers."""

    homes: tuple[MapHome, ...]
    view: View
    numbering: Numbering
    table: PagedTable


class MapPagePrinter:
    """Prints pages of one run; what they share is read once. Make it on the thread that prints."""

    def __init__(self, connection: sqlite3.Connection, run: AffectedRun, *, maker: str = "", is_revealed: bool = False) -> None:
        hazard = hazard_layer([(area.level.value, area.geometry) for area in stored_runs.areas(connection, int(run.id))])
        self._ground = Ground(connection, hazard)
        self._hazards = symbol_entries("hazard_areas", used=hazard.classes)
        self._run, self._maker, self._is_revealed = run, maker, is_revealed
        self._said = imprint(connection)
        self._pen = NumberPen()
        width, height = table_room(is_landscape=True)
        face = Typeface(QUESTION_PT)
        self._question_px = len(face.lines(run.question.sentence, width)) * face.line_height + GAP_PX / 2
        self._map_px = (width - LIST_PX - GAP_PX, height - HEAD_PX - self._question_px)

    def print_one(self, page: MapPage, path: Path, *, cancelled: IsCancelled | None = None) -> int:
        """One page as a PDF of its own; returns its sheets. Raises BadFile, Cancelled."""
        return self.print_all((page,), path, title=page.name, cancelled=cancelled)

    def print_all(
        self, pages: Sequence[MapPage], path: Path, *, title: str, progress: Progress | None = None, cancelled: IsCancelled | None = None
    ) -> int:
        """Pages one after the other in one PDF; ``progress`` counts pages. Returns the sheets. Raises BadFile, Cancelled."""
        sheets = 0
        with pdf_sheet(path, title=title) as sheet:
            turn = Pages(sheet, 0, progress=None, cancelled=cancelled)
            for number, page in enumerate(pages, 1):
                sheets += self._print(sheet, page, turn.begin)
                if progress:
                    progress(number, len(pages))
        return sheets

    def _print(self, sheet: Sheet, page: MapPage, begin: Callable[[], None]) -> int:
        parts = self._parts(page)
        before = len(self._sheets(page, parts, [0] * len(parts)).pages) if len(parts) > 1 else 0
        starts = [1 + before + sum(len(part.table.pages) for part in parts[:at]) for at in range(len(parts))]
        total = before + sum(len(part.table.pages) for part in parts)
        if before:
            self._overview(sheet, page, parts, starts, total, begin)
        for part, start in zip(parts, starts, strict=True):
            self._part(sheet, page, part, start, total, begin)
        return total

    def _parts(self, page: MapPage) -> list[_Part]:
        """The homes cut into sheets; numbers go on from sheet to sheet."""
        codes = [grid.code for grid in page.grids]
        xy = _places(page.homes)
        groups = [len(codes) if home.level is None else codes.index(home.grid_code) for home in page.homes]
        cut = sheet_parts(xy, groups, [lines_of(home) for home in page.homes], most=MOST_LINES)
        parts, before = [], 0
        for places in cut:
            parts.append(self._laid(page, xy[places], [page.homes[place] for place in places], [groups[place] for place in places], before))
            before += len(places)
        return parts

    def _laid(self, page: MapPage, xy: np.ndarray, homes: Sequence[MapHome], groups: Sequence[int], before: int) -> _Part:
        view = self._view(_bounds(xy))
        width, height = self._map_px
        taken = ((width - ARROW_BOX[0], 0.0, *ARROW_BOX), (width - BAR_BOX[0], height - BAR_BOX[1], *BAR_BOX))
        numbering = number_places(view.to_px(xy), groups, size_px=self._map_px, size_of=self._pen.size, taken=taken, before=before)
        numbered = sorted(zip(numbering.numbers, homes, strict=True), key=lambda pair: pair[0])
        table = self._list(page, home_columns(), home_groups(page, numbered))
        return _Part(tuple(home for _, home in numbered), view, numbering, table)

    def _list(self, page: MapPage, columns: Sequence[PrintColumn], groups: Sequence[Group]) -> PagedTable:
        height = self._map_px[1]
        first = height - ENTRY_PX * len(self._legend(page)) - 8 - NOTE_PX
        return lay_out(columns, groups, width=LIST_PX, height=first, size_pt=LIST_PT, row_pad=ROW_PAD)

    def _view(self, about: Bounds) -> View:
        return paper_view(widened(about), *self._map_px)

    def _sheets(self, page: MapPage, parts: Sequence[_Part], starts: Sequence[int]) -> PagedTable:
        return self._list(page, sheet_columns(), sheet_groups(page, [part.homes for part in parts], starts))

    def _overview(
        self, sheet: Sheet, page: MapPage, parts: Sequence[_Part], starts: Sequence[int], total: int, begin: Callable[[], None]
    ) -> None:
        """The whole unit with a frame around what each sheet shows, and the sheets listed."""
        view = self._view(_bounds(_places(page.homes)))
        table = self._sheets(page, parts, starts)
        boxes = [_box(view, _bounds(_places(part.homes))) for part in parts]
        note = tr("方框里的数是第几页：先在这里找到地方，再翻到那一页。")
        for number in range(len(table.pages)):
            begin()
            frame = self._draw(sheet, page, page.homes, view, is_far=True)
            self._pen.draw_frames(sheet.painter, boxes, [f"{start}" for start in starts], frame)
            self._beside(sheet, page, table, number, frame, view, note)
            self._foot(sheet, number + 1, total)

    def _part(self, sheet: Sheet, page: MapPage, part: _Part, start: int, total: int, begin: Callable[[], None]) -> None:
        note = tr("图上的号就是名单里的号；连号是同一处的几户。")
        for number in range(len(part.table.pages)):
            begin()
            frame = self._draw(sheet, page, part.homes, part.view, is_far=False)
            self._pen.draw(sheet.painter, part.numbering, frame)
            self._beside(sheet, page, part.table, number, frame, part.view, note)
            self._foot(sheet, start + number, total)

    def _draw(self, sheet: Sheet, page: MapPage, homes: Sequence[MapHome], view: View, *, is_far: bool) -> QRectF:
        """Head and map; the homes of the page that stand on other sheets are drawn too, quietly."""
        self._head(sheet, page)
        frame = QRectF(sheet.room.left(), sheet.room.top() + HEAD_PX + self._question_px, view.width_px, view.height_px)
        outlined = (page.kind, page.unit) if page.unit is not None else None
        layers = self._ground.layers(_dots(page, homes), outlined=outlined, is_far=is_far)
        print_view(sheet.painter, layers, frame, view=view, desk=self._ground.desk)
        return frame

    def _beside(self, sheet: Sheet, page: MapPage, table: PagedTable, number: int, frame: QRectF, view: View, note: str) -> None:
        """The list at the right of the map, the legend and the scale beneath it."""
        left, legend = frame.right() + GAP_PX, self._legend(page)
        if table.pages:
            TablePainter(sheet, table).page(table.pages[number], QRectF(left, frame.top(), LIST_PX, frame.height()))
        top = frame.bottom() - ENTRY_PX * len(legend) - 8
        scale = round(view.metres_per_px * PX_PER_MM * 1000, -2)
        words = tr("比例尺约 1:{scale}。{note}", scale=f"{scale:,.0f}", note=note)
        sheet.text(QRectF(left, top - NOTE_PX + 8, LIST_PX, NOTE_PX), words, size_pt=8.5, colour=QUIET)
        print_legend(sheet.painter, legend, QPointF(left, top))

    def _legend(self, page: MapPage) -> tuple[LegendEntry, ...]:
        symbols = cartography.point_style("homes").symbols
        unknown = (LegendEntry(tr("没有结论的住房"), symbols[_mark(UNKNOWN)]),) if page.unknown else ()
        is_cut = sum(map(lines_of, page.homes)) > MOST_LINES
        others = (LegendEntry(tr("别的页上的住房"), symbols[_mark(OTHER)]),) if is_cut else ()
        sites = symbol_entries("safe_sites", used=self._ground.site_classes)
        return (*self._hazards, *symbol_entries("homes", used=[_mark(DANGER)]), *unknown, *others, *sites)

    def _head(self, sheet: Sheet, page: MapPage) -> None:
        values = {"name": page.name, "houses": page.in_danger, "households": page.households, "residents": page.residents}
        title = tr("{name}：险区内 {houses:,} 处住房，{households:,} 户，{residents:,} 人", **values)
        unknown = tr("没有结论的住房 {count:,} 处", count=page.unknown) if page.unknown else ""
        parts = (page.within, page.code, unknown, tr("、").join(self._run.question.names[:4]))
        print_head(sheet, title, " · ".join(part for part in parts if part), is_sample=self._said.is_sample)
        asked = QRectF(sheet.room.left(), sheet.room.top() + HEAD_PX - 2, sheet.room.width(), self._question_px)
        sheet.text(asked, self._run.question.sentence, size_pt=QUESTION_PT, colour=QUIET)

    def _foot(self, sheet: Sheet, number: int, total: int) -> None:
        room, run, said = sheet.room, self._run, self._said
        foot = QRectF(room.left(), room.bottom() - FOOT_PX + 6, room.width(), FOOT_PX - 6)
        values = {"county": said.county, "run": run.id, "at": run.at.replace("T", " ")[:16], "day": said.day.isoformat()}
        made = tr("{county} · 研判第 {run} 号 {at} · {day} 制", **values)
        if self._maker:
            made = tr("{county} · 研判第 {run} 号 {at} · {maker} 制 {day}", maker=self._maker, **values)
        phones = tr("电话未脱敏，只供本次处置使用，用后收回") if self._is_revealed else tr("电话已脱敏")
        sheet.text(foot, " · ".join((made, phones)), size_pt=8, colour=QUIET, align=LEFT | MIDDLE)
        sheet.text(foot, tr("第 {number} / {pages} 页", number=number, pages=total), size_pt=8, colour=QUIET, align=RIGHT | MIDDLE)


def _bounds(xy: np.ndarray) -> Bounds:
    low_x, low_y = xy.min(axis=0).tolist()
    high_x, high_y = xy.max(axis=0).tolist()
    return low_x, low_y, high_x, high_y


def _box(view: View, bounds: Bounds) -> QRectF:
    corners = view.to_px(np.array([(bounds[0], bounds[3]), (bounds[2], bounds[1])]))
    return QRectF(QPointF(*corners[0].tolist()), QPointF(*corners[1].tolist())).adjusted(-7, -7, 7, 7)


def _mark(symbol: str) -> int:
    return cartography.class_code("homes", symbol)


def _places(homes: Sequence[MapHome]) -> np.ndarray:
    return np.array([(home.x, home.y) for home in homes], np.float64).reshape(-1, 2)


def _dots(page: MapPage, homes: Sequence[MapHome]) -> PointLayer:
    """The homes of a page, those of the sheet on top."""
    here = {home.house for home in homes}
    ordered = [*(home for home in page.homes if home.house not in here), *homes]
    others = len(ordered) - len(homes)
    classes = [_mark(OTHER)] * others + [_mark(UNKNOWN if home.level is None else DANGER) for home in homes]
    ids = np.array([home.house for home in ordered], np.int64)
    return PointLayer("homes", ids, _places(ordered), np.array(classes, np.uint8), cartography.point_style("homes"))
