"""A long table over many pages: the header repeats, groups have headings, rows stay whole, nothing is clipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from gisapp.errors import Cancelled
from gisapp.language import tr
from gisapp.printing.fonts import paper_font
from gisapp.printing.sheet import ACCENT, ALARM, INK, PALE, RULE, Sheet
from gisapp.printing.typeface import Setter, Typeface
from gisapp.printing.wrap import Wrapper

PAD = 4.0
HEADER_PX = 22.0
WHITE = QColor("#ffffff")
TICK_BOX = "□"
BOX_PX = 11.0


@dataclass(frozen=True, slots=True)
class PrintColumn:
    """A column of ``share`` parts of the width; of ``has_boxes`` a TICK_BOX is drawn as a square to tick, numbers end at the right."""

    title: str
    share: float
    is_bold: bool = False
    has_boxes: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One row's texts; an urgent one is marked in the margin and in colour, a sum stands in bold on a ground."""

    cells: tuple[str, ...]
    is_urgent: bool = False
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; ``note`` stands at the heading's right."""

    heading: str
    note: str
    rows: tuple[PrintRow, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Something to draw at ``top`` of a page: lines of a row's cells, or (``row`` None) of a heading and its note."""

    top: float
    height: float
    row: PrintRow | None
    lines: tuple[tuple[str, ...], ...]


Page = tuple[_Block, ...]


@dataclass(frozen=True, slots=True)
class PagedTable:
    """A table laid out: ``pages`` hold blocks at places relative to the room of a page, ``titles`` the lines of its header."""

    columns: tuple[PrintColumn, ...]
    widths: tuple[float, ...]
    pages: tuple[Page, ...]
    size_pt: float
    row_pad: float = PAD
    titles: tuple[tuple[str, ...], ...] = ()
    header_px: float = HEADER_PX

    def height(self, number: int) -> float:
        """How high page ``number`` (from 0) is, its header included."""
        return self.header_px + max((block.top + block.height for block in self.pages[number]), default=0.0)


def lay_out(
    columns: Sequence[PrintColumn],
    groups: Iterable[Group],
    *,
    width: float,
    height: float,
    first_height: float | None = None,
    size_pt: float = 8.25,
    row_pad: float = PAD,
    cancelled: Callable[[], bool] | None = None,
) -> PagedTable:
    """Break the rows into pages of ``width`` x ``height`` logical pixels; the first may be lower.

    ``row_pad`` is left free over and under the text of a row. Raises Cancelled.
    """
    total = sum(column.share for column in columns)
    widths = tuple(width * column.share / total for column in columns)
    bold = Wrapper(paper_font(size_pt, bold=True))
    titles = tuple(bold.lines(column.title, room - 2 * PAD) for column, room in zip(columns, widths, strict=True))
    header_px = max(HEADER_PX, max(map(len, titles)) * bold.line_height + 2 * PAD)
    layout = _Layout(columns, widths, height - header_px, size_pt)
    layout.row_pad = row_pad
    layout.room = (first_height or height) - header_px
    for group in groups:
        if cancelled and cancelled():
            raise Cancelled(tr("打印已取消。"), tr("没有写入文件。"))
        layout.add(group)
    return PagedTable(tuple(columns), widths, layout.finished(), size_pt, row_pad, titles, header_px)


class _Layout:
    """Fills page after page from top to bottom."""

    def __init__(self, columns: Sequence[PrintColumn], widths: Sequence[float], room: float, size_pt: float) -> None:
        self.widths, self.room, self.full_room = widths, room, room
        self.row_pad = PAD
        self.plain, self.bold = Wrapper(paper_font(size_pt)), Wrapper(paper_font(size_pt, bold=True))
        self.wrappers = [self.bold if column.is_bold else self.plain for column in columns]
        self.heading_wrap = Wrapper(paper_font(size_pt + 1, bold=True))
        self.pages: list[Page] = []
        self.page: list[_Block] = []
        self.used = 0.0

    def add(self, group: Group) -> None:
        rows = [self._lines(row) for row in group.rows]
        self._heading(group.heading, group.note, self._height(rows[0]) if rows else 0.0)
        for row, lines in zip(group.rows, rows, strict=True):
            self._row(group, row, lines)

    def finished(self) -> tuple[Page, ...]:
        if self.page:
            self._turn()
        return tuple(self.pages)

    def _lines(self, row: PrintRow) -> tuple[tuple[str, ...], ...]:
        wrappers = [self.bold] * len(self.widths) if row.is_sum else self.wrappers
        cells = zip(row.cells, wrappers, self.widths, strict=True)
        return tuple(wrapper.lines(text, width - 2 * PAD) for text, wrapper, width in cells)

    def _height(self, lines: tuple[tuple[str, ...], ...]) -> float:
        return max(map(len, lines)) * self.plain.line_height + 2 * self.row_pad

    def _heading(self, heading: str, note: str, first_row: float) -> None:
        """A heading never stands alone at the foot of a page; an empty one takes no room."""
        if not heading:
            return
        lines = self.heading_wrap.lines(heading, sum(self.widths) * 0.6)
        notes = self.plain.lines(note, sum(self.widths) * 0.38)
        height = max(len(lines) * self.heading_wrap.line_height, len(notes) * self.plain.line_height) + 2 * PAD + 4
        if self.used + height + min(first_row, self.room / 2) > self.room:
            self._turn()
        self._put(_Block(self.used, height, None, (lines, notes)))

    def _row(self, group: Group, row: PrintRow, lines: tuple[tuple[str, ...], ...]) -> None:
        height = self._height(lines)
        if self.used + height > self.room and self.page:
            last = self.page.pop() if row.is_sum and len(self.page) > 1 and self.page[-1].row is not None else None
            self._turn()
            if group.heading:
                self._heading(tr("{heading}（续）", heading=group.heading), group.note, height)
            if last is not None and last.row is not None:  # a sum never stands alone overleaf
                self._put_lines(last.row, last.lines)
        while height > self.room - self.used:  # higher than a page: in slices
            count = max(int((self.room - self.used - 2 * self.row_pad) / self.plain.line_height), 1)
            self._put_lines(row, tuple(cell[:count] for cell in lines))
            lines = tuple(cell[count:] for cell in lines)
            height = self._height(lines)
            self._turn()
        self._put_lines(row, lines)

    def _put_lines(self, row: PrintRow, lines: tuple[tuple[str, ...], ...]) -> None:
        self._put(_Block(self.used, self._height(lines), row, lines))

    def _put(self, block: _Block) -> None:
        self.page.append(block)
        self.used += block.height

    def _turn(self) -> None:
        if self.page:
            self.pages.append(tuple(self.page))
        self.page, self.used, self.room = [], 0.0, self.full_room


class TablePainter:
    """Draws the pages of a table; make it once a document."""

    def __init__(self, sheet: Sheet, table: PagedTable) -> None:
        self._sheet, self._table = sheet, table
        self._plain, self._bold = Typeface(table.size_pt), Typeface(table.size_pt, is_bold=True)
        self._heading = Typeface(table.size_pt + 1, is_bold=True)
        self._faces = tuple(self._bold if column.is_bold else self._plain for column in table.columns)
        self._lefts = tuple(accumulate(table.widths[:-1], initial=PAD))
        self._boxes = tuple(column.has_boxes for column in table.columns)
        self._rights = tuple(
            left + width - 2 * PAD if column.is_number else None
            for column, left, width in zip(table.columns, self._lefts, table.widths, strict=True)
        )
        self._words = Setter(sheet.painter)

    def page(self, page: Page, place: QRectF) -> None:
        """One page with its header into ``place``."""
        self._header(place)
        for block in page:
            top = place.top() + self._table.header_px + block.top
            if block.row is None:
                self._group(block, top, place)
            else:
                self._row(block, block.row, top, place)
        self._words.flush()

    def _header(self, place: QRectF) -> None:
        """White titles on the accent colour."""
        height, line_height = self._table.header_px, self._bold.line_height
        self._sheet.painter.fillRect(QRectF(place.left(), place.top(), place.width(), height), ACCENT)
        for left, right, lines in zip(self._lefts, self._rights, self._table.titles, strict=True):
            base = place.top() + (height - len(lines) * line_height) / 2 + self._bold.ascent
            for number, line in enumerate(lines):
                start = left if right is None else right - self._bold.width(line)
                self._words.put(self._bold, line, left=place.left() + start, base=base + number * line_height, colour=WHITE)

    def _group(self, block: _Block, top: float, place: QRectF) -> None:
        self._sheet.painter.fillRect(QRectF(place.left(), top + 2, place.width(), block.height - 2), PALE)
        self._sheet.painter.fillRect(QRectF(place.left(), top + 2, 3, block.height - 2), ACCENT)
        for number, line in enumerate(block.lines[0]):
            base = top + 2 + PAD + number * self._heading.line_height + self._heading.ascent
            self._words.put(self._heading, line, left=place.left() + 4 + PAD, base=base, colour=ACCENT)
        for number, line in enumerate(block.lines[1]):
            base = top + 3 + PAD + number * self._plain.line_height + self._plain.ascent
            self._words.put(self._plain, line, left=place.right() - PAD - self._plain.width(line), base=base, colour=INK)

    def _row(self, block: _Block, row: PrintRow, top: float, place: QRectF) -> None:
        if row.is_sum:
            self._sheet.painter.fillRect(QRectF(place.left(), top, place.width(), block.height), PALE)
        if row.is_urgent:
            self._sheet.painter.fillRect(QRectF(place.left(), top + 1, 3, block.height - 2), ALARM)
        self._sheet.rule(place.left(), place.right(), top + block.height, colour=RULE)
        line_height, start = self._plain.line_height, place.left()
        faces = (self._bold,) * len(self._faces) if row.is_sum else self._faces
        for left, right, face, lines, has_boxes in zip(self._lefts, self._rights, faces, block.lines, self._boxes, strict=True):
            if has_boxes and lines == (TICK_BOX,):
                self._box(start + left, top + (block.height - BOX_PX) / 2)
                continue
            base = top + self._table.row_pad + face.ascent
            colour = ALARM if row.is_urgent and face is self._bold else INK
            for line in lines:
                if line:
                    begins = left if right is None else right - face.width(line)
                    self._words.put(face, line, left=start + begins, base=base, colour=colour)
                base += line_height

    def _box(self, left: float, top: float) -> None:
        painter = self._sheet.painter
        painter.fillRect(QRectF(left, top, BOX_PX, BOX_PX), INK)
        painter.fillRect(QRectF(left + 1.2, top + 1.2, BOX_PX - 2.4, BOX_PX - 2.4), WHITE)
