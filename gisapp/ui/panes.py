"""How the panes share the window, and how F6 walks from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget


def next_pane(panes: Sequence[tuple[QWidget, QWidget]], step: int) -> None:
    """Move the focus ``step`` panes on, round and round; each is (pane, what in it takes the focus); hidden ones are passed over."""
    panes = [each for each in panes if not each[0].isHidden()]
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


class OnePaneAtATime(QStackedWidget):
    """A stack as narrow as the pane in sight lets it be, whatever the hidden ones need."""

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()


class TableRoom:
    """Shares the height of a splitter otherwise for a while, and then as before."""

    def __init__(self, splitter: QSplitter) -> None:
        self._splitter = splitter
        self._kept: list[int] = []

    def leave_above(self, above_px: int) -> None:
        """Leave so much to what lies above; 0 gives both what they had before."""
        sizes = self._splitter.sizes()
        if above_px and sum(sizes):
            self._kept = self._kept or sizes
            self._splitter.setSizes([above_px, max(sum(sizes) - above_px, 0)])
        elif not above_px and self._kept:
            self._splitter.setSizes(self._kept)
            self._kept = []


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
