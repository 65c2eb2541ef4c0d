"""Horizontal bars one below the other: how much of each place is filled; a click or Enter opens its list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from gisapp.language import tr
from gisapp.ui import pieces
from gisapp.ui.theme import colour

ROW_PX, NAME_PX, FIGURES_PX, MARGIN_PX, BAR_PX = 27, 190, 176, 12, 12


@dataclass(frozen=True, slots=True)
class Bar:
    """``filled`` of ``total``; ``households`` are the families behind what is not filled (all of them when nothing is missing)."""

    title: str
    total: int
    filled: int
    households: tuple[int, ...]

    @property
    def missing(self) -> int:
        return self.total - self.filled

    @property
    def share(self) -> float:
        return self.filled / self.total if self.total else 1.0


class BarRows(QWidget):
    """chosen(bar): clicked, or Enter was pressed on it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("齐全情况"))

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars; the one chosen stays when it is still there."""
        before = self._bars[self._current].title if 0 <= self._current < len(self._bars) else ""
        self._bars = tuple(bars)
        self._current = next((place for place, bar in enumerate(self._bars) if bar.title == before), -1)
        self.setFixedHeight(max(len(self._bars), 1) * ROW_PX + 2 * MARGIN_PX)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = max((event.rect().top() - MARGIN_PX) // ROW_PX, 0)
        last = min((event.rect().bottom() - MARGIN_PX) // ROW_PX + 1, len(self._bars))
        for place in range(first, last):
            self._paint_bar(painter, place)
        painter.end()

    def _paint_bar(self, painter: QPainter, place: int) -> None:
        bar, top, palette = self._bars[place], MARGIN_PX + place * ROW_PX, self.palette()
        if place == self._current:
            painter.fillRect(0, top, self.width(), ROW_PX, colour("selected", palette))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colour("text", palette))
        name = self.fontMetrics().elidedText(bar.title, Qt.TextElideMode.ElideMiddle, NAME_PX)
        painter.drawText(QRectF(MARGIN_PX, top, NAME_PX, ROW_PX), middle | Qt.AlignmentFlag.AlignLeft, name)
        left = MARGIN_PX * 2 + NAME_PX
        width = max(self.width() - left - FIGURES_PX - 2 * MARGIN_PX, 40)
        self._paint_track(painter, bar, QRectF(left, top + (ROW_PX - BAR_PX) / 2, width, BAR_PX))
        painter.setPen(colour("danger" if bar.missing else "text", palette))
        painter.drawText(QRectF(left + width + MARGIN_PX, top, FIGURES_PX, ROW_PX), middle | Qt.AlignmentFlag.AlignLeft, figures(bar))

    def _paint_track(self, painter: QPainter, bar: Bar, track: QRectF) -> None:
        palette, radius = self.palette(), track.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("track", palette))
        painter.drawRoundedRect(track, radius, radius)
        painter.setBrush(colour("accent", palette))
        width = max(track.width() * bar.share, 2 * radius) if bar.filled else 0.0
        painter.drawRoundedRect(QRectF(track.x(), track.y(), width, track.height()), radius, radius)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._move_to(place)
            self.chosen.emit(self._bars[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self._place_at(event.position().toPoint()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        if event.key() in steps and self._bars:
            self._move_to(min(max(self._current + steps[Qt.Key(event.key())], 0), len(self._bars) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and 0 <= self._current < len(self._bars):
            self.chosen.emit(self._bars[self._current])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(event.pos())
            text = tr("{title}：{figures}", title=self._bars[place].title, figures=figures(self._bars[place])) if place >= 0 else ""
            QToolTip.showText(event.globalPos(), pieces.tip(text) if text else "", self)
            return True
        return super().event(event)

    def _move_to(self, place: int) -> None:
        self._current = place
        self.setAccessibleDescription(tr("{title}：{figures}", title=self._bars[place].title, figures=figures(self._bars[place])))
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea):
            area.ensureVisible(0, MARGIN_PX + place * ROW_PX + ROW_PX // 2, 0, ROW_PX)
        self.update()

    def _place_at(self, point: QPoint) -> int:
        place = (point.y() - MARGIN_PX) // ROW_PX
        return place if 0 <= place < len(self._bars) else -1


def figures(bar: Bar) -> str:
    """The bar in words; whole per cent rounded down, so that 100% means all."""
    share = f"{int(bar.share * 100 + 1e-9)}%"
    if bar.missing:
        return tr("{share} · 缺 {missing} / {total} 户", share=share, missing=f"{bar.missing:,}", total=f"{bar.total:,}")
    return tr("{share} · {total} 户", share=share, total=f"{bar.total:,}")
