"""Blocks one under the other over as many upright pages as they need: headings stay with what follows, tables go on overleaf."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF

from gisapp.printing.paged_table import Group, PrintColumn, PrintRow, TablePainter, lay_out
from gisapp.printing.sheet import ACCENT, ALARM, INK, LEFT, MIDDLE, QUIET, RIGHT, Sheet
from gisapp.printing.typeface import Typeface

Draw = Callable[[Sheet, QRectF], None]
"""Draws into its box on a page."""

GAP = 8.0
LEAST_TABLE = 110.0
TEXT_PT, HEADING_PT, TITLE_PT, FIGURE_PT = 9.0, 12.0, 9.75, 18.0


class Flow:
    """Fills pages of ``width`` x ``height`` logical pixels; the first begins ``head`` lower."""

    def __init__(self, width: float, height: float, *, head: float = 0.0) -> None:
        self.width, self.height = width, height
        self.pages: list[list[tuple[QRectF, Draw]]] = [[]]
        self.at = head
        self._faces = {size: Typeface(size) for size in (TEXT_PT,)}
        self._bold = {size: Typeface(size, is_bold=True) for size in (HEADING_PT, TITLE_PT)}

    @property
    def left(self) -> float:
        """The height still free on the page in hand."""
        return self.height - self.at

    def turn(self) -> None:
        """Go to the next page, if anything stands on this one."""
        if self.pages[-1]:
            self.pages.append([])
        self.at = 0.0

    def put(self, height: float, draw: Draw, *, keep: float = 0.0) -> None:
        """Something ``height`` high that is not broken; ``keep``: this much must still follow on the same page."""
        if height + keep > self.left and self.at > 0:
            self.turn()
        self.pages[-1].append((QRectF(0, self.at, self.width, height), draw))
        self.at += height

    def space(self, height: float = GAP) -> None:
        """Leave room, but not at the top of a page."""
        self.at = min(self.at + height, self.height) if self.at > 0 else 0.0

    def heading(self, text: str) -> None:
        """The title of a part."""
        self.space(GAP)
        face = self._bold[HEADING_PT]
        height = len(face.lines(text, self.width - 12)) * face.line_height + 8

        def draw(sheet: Sheet, box: QRectF) -> None:
            sheet.painter.fillRect(QRectF(box.left(), box.top() + 2, 4, height - 6), ACCENT)
            words = QRectF(box.left() + 11, box.top(), box.width() - 12, height - 2)
            sheet.text(words, text, size_pt=HEADING_PT, bold=True, colour=ACCENT, align=LEFT | MIDDLE)

        self.put(height, draw, keep=LEAST_TABLE)

    def words(self, text: str, *, is_warning: bool = False) -> None:
        """A paragraph."""
        face = self._faces[TEXT_PT]
        room = self.width - (12 if is_warning else 2)
        height = len(face.lines(text, room)) * face.line_height + 4

        def draw(sheet: Sheet, box: QRectF) -> None:
            if is_warning:
                sheet.painter.fillRect(QRectF(box.left(), box.top() + 1, 3, height - 5), ALARM)
            place = QRectF(box.right() - room, box.top(), room, height)
            sheet.text(place, text, size_pt=TEXT_PT, colour=ALARM if is_warning else INK)

        self.put(height, draw)

    def figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Large numbers side by side, what they count beneath."""
        cell = self.width / max(len(figures), 1)

        def draw(sheet: Sheet, box: QRectF) -> None:
            for place, (number, caption) in enumerate(figures):
                left = box.left() + place * cell
                words = QRectF(left, box.top(), cell - 4, 30)
                sheet.text(words, number, size_pt=FIGURE_PT, bold=True, colour=ACCENT, align=LEFT | MIDDLE)
                sheet.text(QRectF(left, box.top() + 30, cell - 4, 16), caption, size_pt=9, colour=QUIET, align=LEFT | MIDDLE)

        self.put(54, draw)

    def table(self, title: str, note: str, columns: Sequence[PrintColumn], rows: Iterable[PrintRow]) -> None:
        """A table; its header repeats overleaf."""
        self._title(title, note)
        if self.left < LEAST_TABLE:
            self.turn()
        table = lay_out(columns, [Group("", "", tuple(rows))], width=self.width, height=self.height, first_height=self.left, row_pad=2.5)
        painters: list[TablePainter] = []
        for number, page in enumerate(table.pages or ((),)):
            if number:
                self.turn()

            def draw(sheet: Sheet, box: QRectF, page: tuple = page) -> None:
                if not painters:
                    painters.append(TablePainter(sheet, table))
                painters[0].page(page, box)

            self.put(table.height(number) if table.pages else table.header_px, draw)
        self.space(GAP + 4)

    def _title(self, title: str, note: str) -> None:
        face, small = self._bold[TITLE_PT], self._faces[TEXT_PT]
        room = self.width - (small.width(note) + 12 if note else 0)
        height = len(face.lines(title, room)) * face.line_height + 5

        def draw(sheet: Sheet, box: QRectF) -> None:
            sheet.text(QRectF(box.left(), box.top(), room, height), title, size_pt=TITLE_PT, bold=True, align=LEFT | MIDDLE)
            sheet.text(QRectF(box.left(), box.top(), box.width(), height), note, size_pt=TEXT_PT, colour=QUIET, align=RIGHT | MIDDLE)

        self.space(2)
        self.put(height, draw, keep=LEAST_TABLE)


def draw_pages(sheet: Sheet, flow: Flow, *, begin: Callable[[int], None], foot: Callable[[int], None]) -> None:
    """Draw every page; ``begin(number)`` comes before a page (from 1), ``foot(number)`` after it."""
    for number, blocks in enumerate(flow.pages, 1):
        begin(number)
        for box, draw in blocks:
            draw(sheet, box.translated(sheet.room.topLeft()))
        foot(number)
