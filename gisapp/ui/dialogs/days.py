"""The day on which something happened, as the dialogs ask for it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit

from gisapp.language import tr
from gisapp.ui import pieces

ISO_LENGTH = 10


def day_of(text: str) -> date | None:
    """The ISO day that a field holds; None while it holds none."""
    try:
        return date.fromisoformat(text.strip()) if len(text.strip()) == ISO_LENGTH else None
    except ValueError:
        return None


def with_day(what: QComboBox, day: QLineEdit) -> QHBoxLayout:
    """What happened and on which day, side by side."""
    what.setAccessibleName(tr("什么事"))
    day.setAccessibleName(tr("哪一天"))
    row = QHBoxLayout()
    row.addWidget(what, 2)
    row.addWidget(pieces.label(tr("哪一天"), "caption", wraps=False))
    row.addWidget(day, 1)
    return row
