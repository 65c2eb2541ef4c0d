"""Breaks text into lines that fit a column: nothing is ever clipped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontMetricsF

from gisapp.export.table import clean

Measure = Callable[[str], float]

NEVER_FIRST = frozenset("，。；：、！？）》」』”’…,.;:!?)")
"""Marks that do not begin a line."""


MOST_TEXTS = 100_000


class _Widths(dict[str, float]):
    """letter -> its width, measured when it is first asked for."""

    def __init__(self, advance: Measure) -> None:
        super().__init__()
        self._advance = advance

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._advance(letter)
        return width


class Wrapper:
    """Breaks text of one font; the width of every letter is measured once. Latin words break only when they must."""

    def __init__(self, font: QFont) -> None:
        metrics = QFontMetricsF(font)
        self.line_height = metrics.height() * 1.08
        self.ascent = metrics.ascent()
        self._widths = _Widths(metrics.horizontalAdvance)
        self._letter = self._widths.__getitem__
        self._found: dict[tuple[str, float], tuple[str, ...]] = {}

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """The lines of ``text`` within ``width`` logical pixels; at least one, possibly empty."""
        found = self._found.get((text, width))
        if found is None:
            if len(self._found) >= MOST_TEXTS:
                self._found.clear()
            parts = (text,) if text.isprintable() else clean(text).replace("\t", " ").split("\n")
            found = self._found[text, width] = tuple(line for part in parts for line in self._broken(part, width))
        return found

    def _broken(self, text: str, width: float) -> list[str]:
        if self.width(text) <= width:
            return [text]
        lines: list[str] = []
        start, used, last_gap = 0, 0.0, -1
        for at, letter in enumerate(text):
            step = self._letter(letter)
            while used + step > width and at > start:
                cut = last_gap if last_gap > start and _is_word(letter) else at
                if text[cut] in NEVER_FIRST and cut - 1 > start:
                    cut -= 1
                lines.append(text[start:cut].rstrip(" "))
                start, last_gap = cut, -1
                used = self.width(text[start:at])
            used += step
            if not _is_word(letter):
                last_gap = at + 1
        lines.append(text[start:].rstrip(" "))
        return lines

    def width(self, text: str) -> float:
        """The width of one line: its letters side by side."""
        return sum(map(self._letter, text))


def _is_word(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter in "*-_.,")
