"""A long table over many pages: the header repeats, groups have headings, rows stay whole, nothing is clipped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont

from gisapp.errors import Cancelled
from gisapp.language import tr
from gisapp.printing.fonts import paper_font
from gisapp.printing.sheet import ACCENT, ALARM, INK, PALE, RULE, Sheet
from gisapp.printing.wrap import Wrapper

PAD = 4.0
HEADER_PX = 22.0


@dataclass(frozen=True, slots=True)
class PrintColumn:
    """A column of ``share`` parts of the width."""

    title: str
    share: float
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One row's texts; an urgent one is marked in the margin and in colour."""

    cells: tuple[str, ...]
    is_urgent: bool = False


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
    """A table laid out: ``pages`` hold blocks at places relative to the room of a page."""

    columns: tuple[PrintColumn, ...]
    widths: tuple[float, ...]
    pages: tuple[Page, ...]
    size_pt: float


def lay_out(
    columns: Sequence[PrintColumn],
    groups: Iterable[Group],
    *,
    width: float,
    height: float,
    first_height: float | None = None,
    size_pt: float = 8.25,
    cancelled: Callable[[], bool] | None = None,
) -> PagedTable:
    """Break the rows into pages of ``width`` x ``height`` logical pixels; the first may be lower. Raises Cancelled."""
    total = sum(column.share for column in columns)
    widths = tuple(width * column.share / total for column in columns)
    layout = _Layout(columns, widths, height - HEADER_PX, size_pt)
    layout.room = (first_height or height) - HEADER_PX
    for group in groups:
        if cancelled and cancelled():
            raise Cancelled(tr("打印已取消。"), tr("没有写入文件。"))
        layout.add(group)
    return PagedTable(tuple(columns), widths, layout.finished(), size_pt)


class _Layout:
    """Fills page after page from top to bottom."""

    def __init__(self, columns: Sequence[PrintColumn], widths: Sequence[float], room: float, size_pt: float) -> None:
        self.widths, self.room, self.full_room = widths, room, room
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
        cells = zip(row.cells, self.wrappers, self.widths, strict=True)
        return tuple(wrapper.lines(text, width - 2 * PAD) for text, wrapper, width in cells)

    def _height(self, lines: tuple[tuple[str, ...], ...]) -> float:
        return max(map(len, lines)) * self.plain.line_height + 2 * PAD

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
            self._turn()
            if group.heading:
                self._heading(tr("{heading}（续）", heading=group.heading), group.note, height)
        while height > self.room - self.used:  # higher than a page: in slices
            count = max(int((self.room - self.used - 2 * PAD) / self.plain.line_height), 1)
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


def print_page(sheet: Sheet, table: PagedTable, page: Page, place: QRectF) -> None:
    """Draw one page of the table with its header into ``place``."""
    painter = TablePainter(sheet, table, place)
    painter.header()
    for block in page:
        painter.block(block)


class TablePainter:
    """Draws blocks with fonts made once a page."""

    def __init__(self, sheet: Sheet, table: PagedTable, place: QRectF) -> None:
        self.sheet, self.table, self.place = sheet, table, place
        self.plain_font, self.bold_font = paper_font(table.size_pt), paper_font(table.size_pt, bold=True)
        self.plain, self.bold = Wrapper(self.plain_font), Wrapper(self.bold_font)
        self.heading_font = paper_font(table.size_pt + 1, bold=True)
        self.heading = Wrapper(self.heading_font)

    def header(self) -> None:
        """White titles on the accent colour."""
        box = QRectF(self.place.left(), self.place.top(), self.place.width(), HEADER_PX)
        self.sheet.painter.fillRect(box, ACCENT)
        base = box.top() + (HEADER_PX - self.bold.line_height) / 2 + self.bold.ascent
        for left, column in zip(self._lefts(), self.table.columns, strict=True):
            self._say(column.title, left, base, font=self.bold_font, colour=QColor("#ffffff"))

    def block(self, block: _Block) -> None:
        top = self.place.top() + HEADER_PX + block.top
        if block.row is None:
            self._group(block, top)
        else:
            self._row(block, block.row, top)

    def _group(self, block: _Block, top: float) -> None:
        right = self.place.right()
        self.sheet.painter.fillRect(QRectF(self.place.left(), top + 2, self.place.width(), block.height - 2), PALE)
        self.sheet.painter.fillRect(QRectF(self.place.left(), top + 2, 3, block.height - 2), ACCENT)
        for number, line in enumerate(block.lines[0]):
            base = top + 2 + PAD + number * self.heading.line_height + self.heading.ascent
            self._say(line, self.place.left() + 4 + PAD, base, font=self.heading_font, colour=ACCENT)
        for number, line in enumerate(block.lines[1]):
            base = top + 3 + PAD + number * self.plain.line_height + self.plain.ascent
            self._say(line, right - PAD - self.plain.width(line), base, font=self.plain_font, colour=INK)

    def _row(self, block: _Block, row: PrintRow, top: float) -> None:
        if row.is_urgent:
            self.sheet.painter.fillRect(QRectF(self.place.left(), top + 1, 3, block.height - 2), ALARM)
        self.sheet.rule(self.place.left(), self.place.right(), top + block.height, colour=RULE)
        for left, column, lines in zip(self._lefts(), self.table.columns, block.lines, strict=True):
            wrapper, font = (self.bold, self.bold_font) if column.is_bold else (self.plain, self.plain_font)
            for number, line in enumerate(lines):
                base = top + PAD + number * self.plain.line_height + wrapper.ascent
                self._say(line, left, base, font=font, colour=ALARM if row.is_urgent and column.is_bold else INK)

    def _lefts(self) -> Iterator[float]:
        left = self.place.left()
        for width in self.table.widths:
            yield left + PAD
            left += width

    def _say(self, text: str, left: float, base: float, *, font: QFont, colour: QColor) -> None:
        if text:
            self.sheet.painter.setFont(font)
            self.sheet.painter.setPen(colour)
            self.sheet.painter.drawText(QPointF(left, base), text)
