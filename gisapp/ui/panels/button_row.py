"""Buttons side by side; those for which there is no room wait in the menu of a last one, so that none is ever cut off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gisapp.language import tr
from gisapp.ui import pieces

Entry = tuple[str, str, bool, Callable[[], None]]
"""(text, icon, opens a group, what it does) of a menu."""


@dataclass(frozen=True, slots=True)
class RowButton:
    """A button, and the entries that stand for it when it has no room."""

    widget: QPushButton
    entries: tuple[Entry, ...]


class ButtonRow(QWidget):
    """``fit(room_px)`` decides how many are in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: tuple[RowButton, ...] = ()
        self._more: QPushButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_buttons(self, buttons: Sequence[RowButton]) -> None:
        """Put these in place of the present ones."""
        pieces.clear(self._row)
        self._buttons, self._more = tuple(buttons), None
        for one in self._buttons:
            self._row.addWidget(one.widget)

    def widgets(self) -> list[QWidget]:
        """All buttons, with the one that holds the rest, in their order."""
        return [*(one.widget for one in self._buttons), *((self._more,) if self._more is not None else ())]

    def fit(self, room_px: int) -> bool:
        """Show as many as fit into ``room_px``; returns whether the buttons in sight changed."""
        count = self._count_that_fits(room_px)
        before = [widget.isVisibleTo(self) for widget in self.widgets()]
        for place, one in enumerate(self._buttons):
            one.widget.setVisible(place < count)
        self._offer_rest(self._buttons[count:])
        return before != [widget.isVisibleTo(self) for widget in self.widgets()]

    def width_to_spare(self) -> int:
        """How many pixels narrower this becomes with every button in the menu."""
        return max(0, self.minimumSizeHint().width() - width_of(pieces.menu_button(tr("更多"), ())))

    def _count_that_fits(self, room_px: int) -> int:
        widths = [width_of(one.widget) for one in self._buttons]
        gap = self._row.spacing()
        if sum(widths) + gap * (len(widths) - 1) <= room_px:
            return len(widths)
        left = room_px - width_of(pieces.menu_button(tr("更多"), ()))
        count = 0
        while count < len(widths) and widths[count] + gap <= left:
            left -= widths[count] + gap
            count += 1
        return count

    def _offer_rest(self, rest: Sequence[RowButton]) -> None:
        if self._more is not None:
            self._row.removeWidget(self._more)
            self._more.hide()
            self._more.deleteLater()
            self._more = None
        if rest:
            self._more = pieces.menu_button(tr("更多"), [entry for one in rest for entry in one.entries])
            self._row.addWidget(self._more)
            self._more.show()


def width_of(button: QWidget) -> int:
    """How wide a button wants to be, shown already or not."""
    button.ensurePolished()  # before it is first shown the style sheet has not widened it yet
    return button.sizeHint().width()
