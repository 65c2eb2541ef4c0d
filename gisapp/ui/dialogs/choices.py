"""Buttons side by side of which one is down, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from gisapp.language import tr
from gisapp.ui import pieces

BOLD_NEEDS, ROUND_IT_PX = 1.1, 24
"""The button that is down is bold; it must not grow."""


def choice_row(group: QButtonGroup, words: Sequence[tuple[str, str]], chosen: int) -> QHBoxLayout:
    """Buttons of which one is down: (caption, key after Alt)."""
    row = QHBoxLayout()
    row.setSpacing(4)
    for number, (caption, key) in enumerate(words):
        button: QPushButton = pieces.PushButton(tr("{word}(&{key})", word=caption, key=key))
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("role", "workspace")
        button.setAccessibleName(caption)
        button.setChecked(number == chosen)
        button.setMinimumWidth(round(BOLD_NEEDS * button.fontMetrics().horizontalAdvance(button.text())) + ROUND_IT_PX)
        group.addButton(button, number)
        row.addWidget(button)
    row.addStretch(1)
    return row
