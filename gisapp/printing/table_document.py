"""A titled table over as many pages as it needs: its head, what stands above it, the rows by group, a foot on every page."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF

from gisapp.errors import Cancelled
from gisapp.language import tr
from gisapp.printing.map_sheet import print_head
from gisapp.printing.paged_table import PAD, Group, PagedTable, PrintColumn, TablePainter, lay_out
from gisapp.printing.sheet import INK, LEFT, MARGIN_MM, MIDDLE, PX_PER_MM, QUIET, RIGHT, Paper, Sheet, pdf_sheet
from gisapp.printing.typeface import Setter, Typeface
from gisapp.storage.county import settings

HEAD_PX = 46.0
FOOT_PX = 22.0
NOTE_PT = 9.0

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Imprint:
    """Which county, as of which day, and whether everybody in it is made up."""

    county: str
    day: date
    is_sample: bool

    def about(self, place: str) -> str:
        """The words under a title and in the foot."""
        return tr("{county} · {place} · {day}", county=self.county, place=place, day=self.day.isoformat())


def imprint(connection: sqlite3.Connection, day: date | None = None) -> Imprint:
    """The imprint of a county today, or as of ``day``."""
    is_sample = bool(settings.read(connection, "is_sample", False))
    return Imprint(str(settings.read(connection, "county_name", "")), day or date.today(), is_sample)


@dataclass(frozen=True, slots=True)
class TableDocument:
    """``about`` stands under the title and in the foot; ``notes`` are lines above the table. Pages are counted per document."""

    title: str
    about: str
    columns: tuple[PrintColumn, ...]
    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()
    is_sample: bool = False
    size_pt: float = 8.25
    row_pad: float = PAD
    is_landscape: bool = True


@dataclass(frozen=True, slots=True)
class PlacedDocument:
    """A document broken into pages; ``notes`` into lines, the table begins ``head`` below the top of the first page."""

    document: TableDocument
    table: PagedTable
    notes: tuple[str, ...]
    head: float

    @property
    def pages(self) -> int:
        return max(len(self.table.pages), 1)


def place_document(document: TableDocument, *, cancelled: IsCancelled | None = None) -> PlacedDocument:
    """Break a document into A4 pages; raises Cancelled."""
    width, height = table_room(is_landscape=document.is_landscape)
    face = Typeface(NOTE_PT)
    notes = tuple(line for note in document.notes for line in face.lines(note, width))
    head = HEAD_PX + len(notes) * face.line_height + (6 if notes else 0)
    table = lay_out(
        document.columns,
        document.groups,
        width=width,
        height=height,
        first_height=height - head,
        size_pt=document.size_pt,
        row_pad=document.row_pad,
        cancelled=cancelled,
    )
    return PlacedDocument(document, table, notes, head)


def table_room(*, is_landscape: bool) -> tuple[float, float]:
    """Width and height in logical pixels that a table has on a full A4 page."""
    width, height = Paper.A4.value[::-1] if is_landscape else Paper.A4.value
    return (width - 2 * MARGIN_MM) * PX_PER_MM, (height - 2 * MARGIN_MM) * PX_PER_MM - FOOT_PX


class Pages:
    """Counts the pages of a sheet, tells how far it is and stops when asked to."""

    def __init__(self, sheet: Sheet, total: int, *, progress: Progress | None, cancelled: IsCancelled | None) -> None:
        self._sheet, self._total, self._progress, self._cancelled = sheet, total, progress, cancelled
        self._done = 0

    def begin(self) -> None:
        """Go to the next page; raises Cancelled."""
        if self._cancelled and self._cancelled():
            raise Cancelled(tr("打印已取消。"), tr("没有写入文件。"))
        if self._done:
            self._sheet.new_page()
        self._done += 1
        if self._progress:
            self._progress(self._done, self._total)


def draw_document(sheet: Sheet, placed: PlacedDocument, pages: Pages) -> None:
    """Draw every page of a document."""
    document, room = placed.document, sheet.room
    painter = TablePainter(sheet, placed.table)
    for number in range(placed.pages):
        pages.begin()
        top = room.top()
        if not number:
            print_head(sheet, document.title, document.about, is_sample=document.is_sample)
            _draw_notes(sheet, placed)
            top += placed.head
        page = placed.table.pages[number] if placed.table.pages else ()
        painter.page(page, QRectF(room.left(), top, room.width(), room.bottom() - FOOT_PX - top))
        _draw_foot(sheet, placed, number + 1)


def write_documents(
    path: Path, documents: Sequence[TableDocument], *, title: str, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> int:
    """Write documents of one orientation, each from a new page on, as one PDF; returns the number of pages. Raises BadFile, Cancelled."""
    placed = [place_document(document, cancelled=cancelled) for document in documents]
    total = sum(one.pages for one in placed)
    with pdf_sheet(path, title=title, is_landscape=documents[0].is_landscape) as sheet:
        pages = Pages(sheet, total, progress=progress, cancelled=cancelled)
        for one in placed:
            draw_document(sheet, one, pages)
    return total


def _draw_notes(sheet: Sheet, placed: PlacedDocument) -> None:
    face, words = Typeface(NOTE_PT), Setter(sheet.painter)
    for number, line in enumerate(placed.notes):
        base = sheet.room.top() + HEAD_PX + number * face.line_height + face.ascent
        words.put(face, line, left=sheet.room.left(), base=base, colour=INK)
    words.flush()


def _draw_foot(sheet: Sheet, placed: PlacedDocument, number: int) -> None:
    document, room = placed.document, sheet.room
    foot = QRectF(room.left(), room.bottom() - FOOT_PX + 6, room.width(), FOOT_PX - 6)
    said = tr("{title} · {about}", title=document.title, about=document.about)
    sheet.text(foot, tr("{said} · 示例数据", said=said) if document.is_sample else said, size_pt=8, colour=QUIET, align=LEFT | MIDDLE)
    sheet.text(foot, tr("第 {number} / {pages} 页", number=number, pages=placed.pages), size_pt=8, colour=QUIET, align=RIGHT | MIDDLE)
