"""Walks from pane to pane with F6, for people who keep their hands on the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget


def next_pane(panes: Sequence[tuple[QWidget, QWidget]], step: int) -> None:
    """Move the focus ``step`` panes on, round and round; each is (pane, what in it takes the focus)."""
    now = QApplication.focusWidget()
    inside = (place for place, (pane, _target) in enumerate(panes) if now is not None and (pane is now or pane.isAncestorOf(now)))
    place = next(inside, -1 if step > 0 else 0)
    panes[(place + step) % len(panes)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)


def tab_after(anchor: QWidget, widgets: Sequence[QWidget]) -> None:
    """Let Tab reach ``widgets`` in this order where ``anchor`` stands, though they were made later than what follows it."""
    policy = anchor.focusPolicy()
    anchor.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt passes over anchors that never take the focus
    before = anchor
    for widget in widgets:
        if widget.window() is anchor.window():  # not so while the panel is still being put together
            QWidget.setTabOrder(before, widget)
            before = widget
    anchor.setFocusPolicy(policy)


class TableRoom:
    """Gives what lies below in a splitter more of the height for a while, and then what it had."""

    def __init__(self, splitter: QSplitter, above_px: int) -> None:
        self._splitter, self._above_px = splitter, above_px
        self._kept: list[int] = []

    def give(self, wants: bool) -> None:
        """More of the height, or as it was before."""
        sizes = self._splitter.sizes()
        if wants and not self._kept and sum(sizes):
            self._kept = sizes
            self._splitter.setSizes([self._above_px, sum(sizes) - self._above_px])
        elif not wants and self._kept:
            self._splitter.setSizes(self._kept)
            self._kept = []


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
