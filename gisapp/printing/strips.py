"""Rows of cells stacked on a sheet, each as high as its highest cell: forms whose texts may be long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from gisapp.printing.sheet import INK, RULE, Sheet
from gisapp.printing.typeface import Setter, Typeface

PAD_X, PAD_Y = 4.0, 2.5


class Edge(Enum):
    """What is drawn around the cells of a strip."""

    NONE = "none"
    BENEATH = "beneath"
    BOXES = "boxes"


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in ``share`` parts of the width, ``steps`` sizes larger than the form's letters; ``is_right``: at the right edge."""

    text: str
    share: float = 1.0
    steps: int = 0
    is_bold: bool = False
    is_right: bool = False
    colour: QColor = field(default_factory=lambda: INK)
    ground: QColor | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """Cells side by side; ``above`` is room left free over it, ``least`` the least height in lines."""

    cells: tuple[Cell, ...]
    edge: Edge = Edge.NONE
    above: float = 0.0
    least: float = 1.0


@dataclass(frozen=True, slots=True)
class SetStrip:
    """A strip broken into lines at one size."""

    strip: Strip
    widths: tuple[float, ...]
    lines: tuple[tuple[str, ...], ...]
    height: float
    """Without ``above``."""

    @property
    def whole(self) -> float:
        return self.height + self.strip.above


class Letters:
    """The typefaces of one form around its own size; make it once a document."""

    STEP_PT = 0.75

    def __init__(self, size_pt: float) -> None:
        self.size_pt = size_pt
        self._faces: dict[tuple[int, bool], Typeface] = {}

    def face(self, steps: int, *, is_bold: bool) -> Typeface:
        found = self._faces.get((steps, is_bold))
        if found is None:
            found = self._faces[steps, is_bold] = Typeface(self.size_pt + steps * self.STEP_PT, is_bold=is_bold)
        return found

    def set(self, strips: Sequence[Strip], width: float) -> tuple[SetStrip, ...]:
        """Break the cells of every strip into lines within ``width``."""
        return tuple(self._set(strip, width) for strip in strips)

    def split(self, one: SetStrip, room: float) -> tuple[SetStrip | None, SetStrip]:
        """(what of a strip fits into ``room``, the rest): lines are never cut; (None, all of it) when not one line fits.

        The rest of a strip that fits whole is a strip without lines.
        """
        highest = max(face.line_height for face in self._faces_of(one.strip))
        count = int((room - one.strip.above - 2 * PAD_Y) / highest)
        if count < 1:
            return None, one
        return self._part(one, [said[:count] for said in one.lines]), self._part(one, [said[count:] for said in one.lines])

    def _part(self, one: SetStrip, lines: Sequence[tuple[str, ...]]) -> SetStrip:
        return SetStrip(one.strip, one.widths, tuple(lines), self._height(one.strip, lines))

    def _set(self, strip: Strip, width: float) -> SetStrip:
        total = sum(cell.share for cell in strip.cells)
        widths = tuple(width * cell.share / total for cell in strip.cells)
        cells = zip(strip.cells, self._faces_of(strip), widths, strict=True)
        lines = tuple(face.lines(cell.text, room - 2 * PAD_X) for cell, face, room in cells)
        return SetStrip(strip, widths, lines, self._height(strip, lines))

    def _height(self, strip: Strip, lines: Sequence[tuple[str, ...]]) -> float:
        highest = max(len(said) * face.line_height for said, face in zip(lines, self._faces_of(strip), strict=True))
        return max(highest, strip.least * self.face(0, is_bold=False).line_height) + 2 * PAD_Y

    def _faces_of(self, strip: Strip) -> list[Typeface]:
        return [self.face(cell.steps, is_bold=cell.is_bold) for cell in strip.cells]


class StripPainter:
    """Draws strips; make it once a document."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._words = Setter(sheet.painter)

    def draw(self, letters: Letters, strips: Sequence[SetStrip], *, left: float, top: float) -> float:
        """One strip under the other from ``top``; returns where they end."""
        for one in strips:
            self._strip(letters, one, left, top + one.strip.above)
            top += one.whole
        self._words.flush()
        return top

    def _strip(self, letters: Letters, one: SetStrip, left: float, top: float) -> None:
        start = left
        for cell, width, lines in zip(one.strip.cells, one.widths, one.lines, strict=True):
            self._cell(letters, cell, lines, QRectF(left, top, width, one.height))
            left += width
            if one.strip.edge is Edge.BOXES:
                self._upright(left, top, one.height)
        if one.strip.edge is not Edge.NONE:
            self._sheet.rule(start, left, top + one.height)
        if one.strip.edge is Edge.BOXES:
            self._sheet.rule(start, left, top)
            self._upright(start, top, one.height)

    def _cell(self, letters: Letters, cell: Cell, lines: tuple[str, ...], box: QRectF) -> None:
        if cell.ground is not None:
            self._sheet.painter.fillRect(box, cell.ground)
        face = letters.face(cell.steps, is_bold=cell.is_bold)
        base = box.top() + PAD_Y + face.ascent
        for number, line in enumerate(lines):
            left = box.right() - PAD_X - face.width(line) if cell.is_right else box.left() + PAD_X
            self._words.put(face, line, left=left, base=base + number * face.line_height, colour=cell.colour)

    def _upright(self, x: float, top: float, height: float) -> None:
        self._sheet.painter.fillRect(QRectF(x - 0.35, top, 0.7, height), RULE)
