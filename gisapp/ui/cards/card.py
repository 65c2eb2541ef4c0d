"""The sheet every card is written on: title, figures, lines, sections, and buttons at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gisapp.ui import pieces

TITLE_PT = 13.0
FIGURE_PT = 16.0
LONG_WORD_EM = 9


class Card(QWidget):
    """A column of pieces; ``buttons`` are shown below it and stay in sight."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        pieces.paint_ground(self, "cardBody")
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 12, 12)
        self._column.setSpacing(6)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title = title
        self.setAccessibleName(title)
        if title:
            self.add(pieces.label(title, "title", points=TITLE_PT))

    def add(self, widget: QWidget) -> None:
        """Put any widget next."""
        self._column.addWidget(widget)

    def field(self, caption: str, field: QWidget, *, name: str = "") -> None:
        """Something to fill in below its caption; ``name`` is heard where there is none."""
        if caption:
            self.add(pieces.label(caption, "caption"))
        field.setAccessibleName(name or caption)
        self.add(field)

    def note(self, text: str) -> None:
        """A quiet line."""
        if text:
            self.add(pieces.label(text, "note"))

    def step(self, text: str) -> None:
        """What to do next, in a soft box."""
        if text:
            self.add(pieces.label(text, "step"))

    def warning(self, text: str) -> None:
        """What must not be overlooked."""
        if text:
            self.add(pieces.label(text, "warning"))

    def section(self, text: str) -> None:
        """A heading within the card."""
        self._column.addSpacing(6)
        self.add(pieces.label(text, "section"))

    def figures(self, figures: Sequence[tuple[int, str, str]]) -> None:
        """Large numbers two abreast: (number, what it counts, role of its colour)."""
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for place, (number, caption, role) in enumerate(figures):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(pieces.label(f"{number:,}", role, points=FIGURE_PT, wraps=False))
            cell.addWidget(pieces.label(caption, "caption"))
            grid.addLayout(cell, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.add(box)

    def line(self, key: str, value: str, *, role: str = "") -> None:
        """A word and its value side by side; a long word stands above its value."""
        row = QWidget()
        name = pieces.label(key, "caption", wraps=False)
        em = name.fontMetrics().horizontalAdvance("一")
        is_long = name.fontMetrics().horizontalAdvance(key) > em * LONG_WORD_EM
        box = QVBoxLayout(row) if is_long else QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0 if is_long else 8)
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        name.setMinimumWidth(em * 5 + 4)
        name.setWordWrap(is_long)
        box.addWidget(name)
        box.addWidget(pieces.label(value, role), 1)
        self.add(row)

    def frame(self, state: str = "") -> QVBoxLayout:
        """A framed part; returns the column to fill."""
        frame = QFrame()
        frame.setProperty("role", "slot")
        frame.setProperty("state", state)
        column = QVBoxLayout(frame)
        column.setContentsMargins(9, 6, 9, 6)
        column.setSpacing(2)
        self.add(frame)
        return column

    def menu_button(self, text: str, entries: Sequence[tuple[str, str, bool, Callable[[], None]]]) -> QPushButton:
        """A button at the foot with a menu of (text, icon, opens a group, what it does)."""
        made = pieces.menu_button(text, entries)
        self.buttons.append(made)
        return made

    def button(self, text: str, clicked: Callable[[], None], *, role: str = "", icon: str = "", tip: str = "") -> QPushButton:
        """A button at the foot; the first with role ``main`` is the next step."""
        made = pieces.button(text, clicked, role=role, icon=icon, tip=tip)
        self.buttons.append(made)
        return made
