"""One size of the paper's letters, plain and bold, and setting words fast: sheets have half a million of them.

QPainter.drawText shapes every word anew, which is most of the time a long list takes. Chinese letters and figures stand side by
side without shaping, so the words of one baseline go to the paper as one run of glyphs; Latin words (they are kerned) and any
other script are shaped by Qt.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainter, QRawFont

from gisapp.printing.fonts import paper_font
from gisapp.printing.wrap import Wrapper

UNSHAPED = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2460-\u27bf"
    "\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uffe6]"
)
"""Letters that stand side by side: no marks upon others, no joining, no other direction."""

KERNED = re.compile("[A-Za-z\u00c0-\u00ff]{2}")

Placed = tuple[list[int], list[QPointF]]
MOST_WORDS = 20_000


class Typeface:
    """A font of ``size_pt`` with its wrapper; make it once a document."""

    def __init__(self, size_pt: float, *, is_bold: bool = False) -> None:
        self.font: QFont = paper_font(size_pt, bold=is_bold)
        self.raw = QRawFont.fromFont(self.font)
        self.wrapper = Wrapper(self.font)
        self.line_height = self.wrapper.line_height
        self.ascent = self.wrapper.ascent
        self.letters = _Letters(self)

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The lines of ``text`` within ``width`` logical pixels."""
        return self.wrapper.lines(text, width)

    def width(self, text: str) -> float:
        """The width of one line."""
        return self.wrapper.width(text)

    def letter(self, letter: str) -> tuple[int, float]:
        """(glyph, width); glyph 0 when the letter needs shaping or comes from another font."""
        glyphs = self.raw.glyphIndexesForString(letter) if UNSHAPED.fullmatch(letter) else ()
        return (glyphs[0] if glyphs else 0, self.wrapper.width(letter))


class _Letters(dict[str, tuple[int, float]]):
    """letter -> (glyph, width) of one face, found when it is first asked for."""

    def __init__(self, face: Typeface) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> tuple[int, float]:
        found = self[letter] = self._face.letter(letter)
        return found


class _Points(dict[float, QPointF]):
    """x -> the point there on a baseline: making one costs more than finding it, and columns begin at the same places on every page."""

    def __missing__(self, x: float) -> QPointF:
        point = self[x] = QPointF(x, 0.0)
        return point


class Setter:
    """Sets words on one painter: ``put`` them, then ``flush``; make it once a document."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._points = _Points()
        self._words: dict[tuple[Typeface, float, str], Placed | None] = {}
        self._lines: dict[tuple[Typeface, int, float], tuple[QColor, list[int], list[QPointF]]] = {}

    def put(self, face: Typeface, text: str, *, left: float, base: float, colour: QColor) -> None:
        """One line of text from ``left`` on the baseline ``base``."""
        key = (face, left, text)
        word = self._words.get(key)
        if word is None and key not in self._words:
            word = self._words[key] = self._placed(face, left, text)
        if word is None:
            self._draw_text(face, text, QPointF(left, base), colour)
            return
        line = self._lines.get((face, id(colour), base))
        if line is None:
            line = self._lines[face, id(colour), base] = (colour, [], [])
        line[1].extend(word[0])
        line[2].extend(word[1])

    def flush(self) -> None:
        """Draw what was put since the last time."""
        run, pen, typeface = QGlyphRun(), None, None
        for (face, _, base), (colour, indexes, points) in self._lines.items():
            if face is not typeface:
                run.setRawFont(face.raw)
                typeface = face
            if colour is not pen:
                self._painter.setPen(colour)
                pen = colour
            run.setGlyphIndexes(indexes)
            run.setPositions(points)
            self._painter.drawGlyphRun(QPointF(0.0, base), run)
        self._lines.clear()

    def _placed(self, face: Typeface, left: float, text: str) -> Placed | None:
        if len(self._words) >= MOST_WORDS:
            self._words.clear()
        if KERNED.search(text):
            return None
        indexes, points, at = [], [], left
        for glyph, width in map(face.letters.__getitem__, text):
            if not glyph:
                return None
            indexes.append(glyph)
            points.append(self._points[at])
            at += width
        return indexes, points

    def _draw_text(self, face: Typeface, text: str, place: QPointF, colour: QColor) -> None:
        self._painter.setFont(face.font)
        self._painter.setPen(colour)
        self._painter.drawText(place, text)
