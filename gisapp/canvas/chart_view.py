"""The building chart in the window: scrolls, follows mouse and arrow keys, says which room was meant."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gisapp.canvas import furniture
from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_building import paint_frames, paint_plan
from gisapp.canvas.painters import ground_colour
from gisapp.domain.chart import Chart, Room, describe_room
from gisapp.language import tr
from gisapp.scene.chart_plan import CELLS, Box, Cell, ChartPlan, Sign, Way, fitting_cell, plan_chart
from gisapp.scene.style import Palette
from gisapp.scene.view import View

MARGIN = 10.0
WAYS = ((Qt.Key.Key_Left, Way.LEFT), (Qt.Key.Key_Right, Way.RIGHT), (Qt.Key.Key_Up, Way.UP), (Qt.Key.Key_Down, Way.DOWN))


class ChartView(QAbstractScrollArea):
    """chosen(Room): clicked or reached by an arrow key; opened(Room): double-clicked, or Enter was pressed on it;
    sign_chosen(Sign): the name of a building, an entrance or a floor was clicked."""

    chosen = Signal(object)
    sign_chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._plan = ChartPlan(CELLS[0], (), (), (), 0, 0)
        self._size: Cell | None = None
        self._desk = Desk()
        self._marked: frozenset[int] = frozenset()
        self._current: int | None = None
        self._hover = ("", QPointF())
        self._picture: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName(tr("楼栋图"))
        self.setAccessibleDescription(tr("方向键在房间之间移动，回车打开这一户，加减号改变大小"))

    @property
    def plan(self) -> ChartPlan:
        """Where everything lies, without the margin."""
        return self._plan

    @property
    def current(self) -> Room | None:
        """The room where the arrow keys are."""
        return None if self._current is None else self._plan.rooms[self._current].room

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart, or nothing; the same place keeps its size, its scroll position and the room the keys are at."""
        before = self._chart
        is_same = before is not None and chart is not None and before.title == chart.title
        house = self.current.house if is_same and self.current is not None else None
        self._chart = chart
        self._hover = ("", QPointF())
        if not is_same:
            self._size = None
            self.verticalScrollBar().setValue(0)
        self._lay_out()
        self._current = self._index_of(house)

    def set_palette(self, palette: Palette) -> None:
        """Light or dark."""
        self._desk.palette = palette
        self._repaint()

    def mark(self, houses: Collection[int]) -> None:
        """Frame these rooms and bring the first of them into sight."""
        self._marked = frozenset(int(one) for one in houses)
        found = self._marked_indices()
        if len(found) == 1:
            self._current = found[0]
        if found:
            self._reach(found[0])
        self.viewport().update()

    def zoom(self, step: int) -> None:
        """Larger (1) or smaller (-1) rooms; 0 fits them to the window again."""
        place = CELLS.index(self._plan.cell) + step
        self._size = None if step == 0 else CELLS[min(max(place, 0), len(CELLS) - 1)]
        self._lay_out()
        if self._current is not None:
            self._reach(self._current)

    def place_of(self, house: int) -> QPointF | None:
        """Where a room's middle is in the viewport."""
        index = self._index_of(house)
        return None if index is None else QPointF(*self._plan.rooms[index].box.middle) + self._origin()

    def sizeHint(self) -> QSize:
        return QSize(860, 480)

    # Layout

    def _lay_out(self) -> None:
        width, height = self.viewport().width() - 2 * MARGIN, self.viewport().height() - 2 * MARGIN
        if self._chart is None:
            self._plan = ChartPlan(CELLS[0], (), (), (), 0, 0)
        else:
            self._plan = plan_chart(self._chart, width, cell=self._size or fitting_cell(self._chart, width, height))
        for bar, needed, seen in (
            (self.verticalScrollBar(), self._plan.height, height),
            (self.horizontalScrollBar(), self._plan.width, width),
        ):
            bar.setRange(0, max(0, round(needed - seen)))
            bar.setPageStep(round(seen))
            bar.setSingleStep(round(self._plan.cell.height) * 2)
        self._repaint()

    def _repaint(self) -> None:
        self._picture = None
        self.viewport().update()

    def _origin(self) -> QPointF:
        return QPointF(MARGIN - self.horizontalScrollBar().value(), MARGIN - self.verticalScrollBar().value())

    def _index_of(self, house: int | None) -> int | None:
        return next((index for index, one in enumerate(self._plan.rooms) if one.room.house == house), None)

    def _marked_indices(self) -> list[int]:
        return [index for index, one in enumerate(self._plan.rooms) if one.room.house in self._marked]

    def _reach(self, index: int) -> None:
        box = self._plan.rooms[index].box
        seen = self.viewport()
        sides = ((self.verticalScrollBar(), box.y, box.height, seen.height()), (self.horizontalScrollBar(), box.x, box.width, seen.width()))
        for bar, begin, length, room in sides:
            low, high = begin + length + 2 * MARGIN - room, begin
            bar.setValue(round(min(max(bar.value(), low), high)))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if self._current is not None:
            self._reach(self._current)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._hover = ("", QPointF())
        self._repaint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position() - self._origin()
        index = self._plan.room_at(at.x(), at.y())
        sign = self._plan.sign_at(at.x(), at.y()) if index is None else None
        text = describe_room(self._plan.rooms[index].room) if index is not None else _told(sign)
        self._hover = (text, event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if text else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position() - self._origin()
        index = self._plan.room_at(at.x(), at.y())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if index is not None:
            self._choose(index)
        elif (sign := self._plan.sign_at(at.x(), at.y())) is not None:
            self.sign_chosen.emit(sign)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position() - self._origin()
        if event.button() == Qt.MouseButton.LeftButton and self._plan.room_at(at.x(), at.y()) is not None and self.current is not None:
            self.opened.emit(self.current)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover = ("", QPointF())
            self.viewport().update()
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = next((way for key, way in WAYS if key == event.key()), None)
        if way is not None and self._plan.rooms:
            self._choose(0 if self._current is None else self._plan.next_room(self._current, way))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(-1 if event.key() == Qt.Key.Key_Minus else 1)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._plan.rooms:
            self._choose(0 if event.key() == Qt.Key.Key_Home else len(self._plan.rooms) - 1)
        else:
            super().keyPressEvent(event)

    def _choose(self, index: int) -> None:
        self._current = index
        room = self._plan.rooms[index].room
        self._marked = frozenset((int(room.house),))
        self._reach(index)
        self.viewport().update()
        self.chosen.emit(room)

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusInEvent(event)
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None or self._picture.devicePixelRatioF() != self.devicePixelRatioF():
            self._picture = self._painted()
        painter = QPainter(self.viewport())
        painter.drawImage(QPointF(0, 0), self._picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.save()
        painter.translate(self._origin())
        paint_frames(painter, self._plan, self._marked_indices(), current=self._current if self.hasFocus() else None, desk=self._desk)
        painter.restore()
        text, at = self._hover
        if text:
            view = View(0, 0, 1, self.viewport().width(), self.viewport().height())
            furniture.paint_hover(painter, text, box=furniture.hover_box(text, at, view), desk=self._desk)
        painter.end()

    def _painted(self) -> QImage:
        """All that is in sight but what moves; painted once for each place of the scroll bars."""
        ratio = self.devicePixelRatioF()
        size = self.viewport().size()
        image = QImage(size * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(ground_colour(self._desk))
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        origin = self._origin()
        painter.translate(origin)
        seen = QRectF(-origin.x(), -origin.y(), size.width(), size.height())
        paint_plan(painter, self._plan, self._desk, window=Box(seen.x(), seen.y(), seen.width(), seen.height()), ratio=ratio)
        painter.end()
        return image


def _told(sign: Sign | None) -> str:
    """The figures of a sign and what a click on it does."""
    return tr("{figures}\n单击：列出这里的户", figures=sign.figures) if sign is not None else ""
