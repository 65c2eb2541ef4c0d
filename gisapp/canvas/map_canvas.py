"""The map in the window: shows layers, follows mouse and keys, says what was meant."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gisapp.canvas import furniture
from gisapp.canvas.finder import Found, found_at, found_in
from gisapp.canvas.highlight import paint_hovered
from gisapp.canvas.navigation import view_after_key, view_after_wheel
from gisapp.canvas.painters import ground_colour
from gisapp.canvas.pictures import Sheet, draw_picture
from gisapp.canvas.renderer import SETTLE_MS, Renderer, Selection
from gisapp.canvas.tools.pan import PanTool
from gisapp.canvas.tools.tool import Pointer, Tool
from gisapp.language import tr
from gisapp.scene.layers import Layer, PolygonLayer
from gisapp.scene.legend import LegendEntry
from gisapp.scene.shapes import around
from gisapp.scene.style import Palette
from gisapp.scene.view import Bounds, FloatArray, View
from gisapp.scene.view_history import ViewHistory

Namer = Callable[[str, int], str]
REMEMBER_MS = 500


class MapCanvas(QWidget):
    """A map of layers.

    hovered(kind, id): the feature under the pointer changed, ("", -1) for none; picked(kind, ids): features were chosen,
    ("", ()) for none; opened(kind, id): double-clicked; area_drawn(coords), line_drawn(coords): (n, 2) metres;
    view_changed(View); pointed(x, y): metres under the pointer; said(text): for the status bar; completed(): see is_complete.
    """

    hovered = Signal(str, object)
    picked = Signal(str, object)
    opened = Signal(str, object)
    area_drawn = Signal(object)
    line_drawn = Signal(object)
    view_changed = Signal(object)
    pointed = Signal(float, float)
    said = Signal(str)
    completed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = Renderer(self)
        self._renderer.updated.connect(self.update)
        self._renderer.settled.connect(self.completed)
        self._view = View(0, 0, 50, 800, 600)
        self._history = ViewHistory()
        self._is_framed = False
        self._legend: tuple[LegendEntry, ...] = ()
        self._is_legend_open = True
        self._selection: Selection = MappingProxyType({})
        self._namer: Namer | None = None
        self._area_kind = ""
        self._hover: Found | None = None
        self._hover_px = QPointF()
        self._middle_px: QPointF | None = None
        self._remembering = QTimer(self, singleShot=True, interval=REMEMBER_MS)
        self._remembering.timeout.connect(self._remember)
        self._tool: Tool = PanTool()
        self.set_tool(self._tool)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(200, 150)
        self.setAccessibleName(tr("地图"))
        self.setAccessibleDescription(tr("方向键移动，加减号缩放，Home 键显示全县"))

    # What the map shows

    def set_layers(self, layers: Sequence[Layer | tuple[Layer, bool]]) -> None:
        """Show these layers, bottom to top, each alone or with whether it is visible."""
        sheets = [Sheet(*one) if isinstance(one, tuple) else Sheet(one) for one in layers]
        self._renderer.set_sheets(sheets)
        if not self._is_framed and self.isVisible():
            self.show_all()

    def replace_layer(self, layer: Layer) -> None:
        """Put a layer in the place of the one of its name, or on top."""
        self._renderer.replace_layer(layer)
        self._hover = None

    def set_visible(self, name: str, is_visible: bool) -> None:
        """Show or hide the layer of that name."""
        self._renderer.set_visible(name, is_visible)

    def visible_layers(self) -> tuple[Layer, ...]:
        """The visible layers, bottom to top."""
        return self._renderer.layers

    def set_legend(self, entries: Sequence[LegendEntry]) -> None:
        """Show these lines at the bottom left; none hides the legend."""
        self._legend = tuple(entries)
        self.update()

    def set_namer(self, namer: Namer | None) -> None:
        """``namer(kind, id)`` gives the words shown beside the pointer; "" for none. It must be quick."""
        self._namer = namer

    def set_palette(self, palette: Palette) -> None:
        """Light or dark."""
        self._renderer.set_palette(palette)

    def set_area_kind(self, kind: str) -> None:
        """What a box or loop picks; "" = the lowest layer of polygons that can be picked."""
        self._area_kind = kind

    def select(self, kind: str, ids: Collection[int]) -> None:
        """Mark these features and no others."""
        self._selection = MappingProxyType({kind: frozenset(int(one) for one in ids)} if ids else {})
        self._renderer.select(self._selection)

    def set_tool(self, tool: Tool) -> None:
        """Use this tool from now on; what the former had begun is forgotten."""
        self._tool.cancel()
        self._tool.disconnect(self)
        self._tool = tool
        tool.clicked.connect(self._pick_at)
        tool.opened.connect(self._open_at)
        tool.pulled.connect(self._pull)
        tool.pull_ended.connect(self._remember)
        tool.enclosed.connect(self._pick_in)
        tool.area_drawn.connect(self.area_drawn)
        tool.line_drawn.connect(self.line_drawn)
        tool.changed.connect(self.update)
        tool.said.connect(self.said)
        self.setCursor(tool.cursor)
        self._set_hover(None)
        self.update()

    def tool(self) -> Tool:
        return self._tool

    # Where the map looks

    def view(self) -> View:
        return self._view

    def set_view(self, view: View) -> None:
        """Look elsewhere; the size stays the widget's."""
        self._look(view.resized(self.width(), self.height(), pixel_ratio=self.devicePixelRatioF()))
        self._remember()

    def show_all(self) -> None:
        """Show all of the visible layers' features."""
        self.zoom_to(around([layer.bounds for layer in self._framing_layers()]))
        self._is_framed = True

    def zoom_to(self, bounds: Bounds) -> None:
        """Show these bounds (smallest x, y, largest x, y in metres)."""
        self.set_view(self._view.fitting(bounds))

    def zoom(self, factor: float) -> None:
        """Magnify about the middle."""
        self._look(self._view.zoomed_about((self.width() / 2, self.height() / 2), factor), delay_ms=SETTLE_MS)

    def go_back(self) -> None:
        """The view before this one."""
        self._remember()
        self._go(self._history.back())

    def go_forward(self) -> None:
        """The view gone back from."""
        self._go(self._history.forward())

    @property
    def is_complete(self) -> bool:
        """Whether the picture shows this view with all that is known."""
        return self._renderer.is_complete

    @property
    def is_idle(self) -> bool:
        """Whether the picture is complete and no better detail is on its way."""
        return self._renderer.is_idle

    def picture(self) -> QImage:
        """What the widget shows, complete, legend and scale bar included."""
        self._renderer.complete()
        image = QImage(self.size() * self._view.pixel_ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self._view.pixel_ratio)
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        return image

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def _framing_layers(self) -> list[Layer]:
        shown = self._renderer.layers
        return [layer for layer in shown if isinstance(layer, PolygonLayer) and layer.is_coverage] or list(shown)

    def _look(self, view: View, *, delay_ms: int = 0) -> None:
        if view == self._view and self._renderer.is_complete:
            return
        self._view = view
        self._renderer.show_view(view, delay_ms=delay_ms)
        self._view_moved()

    def _view_moved(self) -> None:
        self._remembering.start()
        self.view_changed.emit(self._view)
        self.update()

    def _pull(self, dx: float, dy: float) -> None:
        ratio = self._view.pixel_ratio
        self._set_hover(None)
        self._view = self._view.panned(round(dx * ratio) / ratio, round(dy * ratio) / ratio)
        self._renderer.shift_to(self._view)
        self._view_moved()

    def _remember(self) -> None:
        self._remembering.stop()
        self._history = self._history.visited(self._view)

    def _go(self, history: ViewHistory) -> None:
        self._history = history
        if history.current is not None:
            self._look(history.current.resized(self.width(), self.height(), pixel_ratio=self.devicePixelRatioF()))
            self._remembering.stop()

    # What lies where

    def _found_at(self, px: QPointF) -> Found | None:
        return found_at(self._renderer.layers, self._view, px)

    def _pick_at(self, px: QPointF, adds: bool) -> None:
        found = self._found_at(px)
        if found is not None:
            self._choose(found[0].kind, frozenset((found[1],)), adds)
        elif not adds:
            self._choose("", frozenset(), adds)

    def _pick_in(self, ring: FloatArray, adds: bool) -> None:
        kind, ids = found_in(self._renderer.layers, ring, kind=self._area_kind)
        self._choose(kind, ids, adds)

    def _choose(self, kind: str, ids: frozenset[int], adds: bool) -> None:
        """Added ids that were all chosen already are taken out again."""
        before = self._selection.get(kind, frozenset()) if adds else frozenset()
        chosen = before - ids if ids and ids <= before else before | ids
        self.select(kind, chosen)
        self.picked.emit(kind if chosen else "", tuple(sorted(chosen)))

    def _open_at(self, px: QPointF) -> None:
        found = self._found_at(px)
        if found is None:
            return
        layer, feature = found
        if isinstance(layer, PolygonLayer):
            bounds = layer.shapes.bounds[layer.shapes.ids == feature][0]
            self.zoom_to((float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3])))
        self.opened.emit(layer.kind, feature)

    def _set_hover(self, found: Found | None) -> None:
        before = None if self._hover is None else (self._hover[0].kind, self._hover[1])
        after = None if found is None else (found[0].kind, found[1])
        self._hover = found
        if before != after:
            self.hovered.emit(*(after or ("", -1)))
        if before != after or found is not None:
            self.update()

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._middle_px = event.position()
        elif event.button() == Qt.MouseButton.LeftButton:
            if self._legend_box().contains(event.position()):
                self._is_legend_open = not self._is_legend_open
                self.update()
                return
            self._tool.press(self._pointer(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._middle_px is not None:
            step = event.position() - self._middle_px
            self._middle_px = event.position()
            self._pull(step.x(), step.y())
            return
        is_pressed = bool(event.buttons() & Qt.MouseButton.LeftButton)
        pointer = self._pointer(event)
        self._tool.move(pointer, is_pressed=is_pressed)
        self.pointed.emit(pointer.x, pointer.y)
        if not is_pressed and self._tool.names_under_pointer:
            self._hover_px = event.position()
            over_legend = self._legend_box().contains(event.position())
            self._set_hover(None if over_legend else self._found_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._middle_px = None
            self._remember()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._tool.release(self._pointer(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._legend_box().contains(event.position()):
            self._tool.double_click(self._pointer(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._set_hover(None)
        at = (event.position().x(), event.position().y())
        self._look(view_after_wheel(self._view, at, event.angleDelta().y()), delay_ms=SETTLE_MS)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        view = None if has_alt else view_after_key(self._view, event.key())
        actions = {
            Qt.Key.Key_Escape: self._tool.cancel,
            Qt.Key.Key_Backspace: self._tool.take_back,
            Qt.Key.Key_Delete: self._tool.remove,
            Qt.Key.Key_Return: self._tool.finish,
            Qt.Key.Key_Enter: self._tool.finish,
            Qt.Key.Key_Home: self.show_all,
        }
        if has_alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            (self.go_back if event.key() == Qt.Key.Key_Left else self.go_forward)()
        elif view is not None:
            self._look(view, delay_ms=SETTLE_MS)
        elif Qt.Key(event.key()) in actions:
            actions[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        view = self._view.resized(self.width(), self.height(), pixel_ratio=self.devicePixelRatioF())
        if self._is_framed or not self._renderer.layers:
            self._look(view, delay_ms=SETTLE_MS if self._is_framed else 0)
        else:
            self._view = view
            self.show_all()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def stop(self) -> None:
        """End the work in the background; the window calls this before it goes."""
        self._renderer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)
        painter.end()

    def _pointer(self, event: QMouseEvent) -> Pointer:
        px = event.position()
        x, y = self._view.point_world(px.x(), px.y())
        adding = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        return Pointer(px, x, y, adds=bool(event.modifiers() & adding), metres_px=self._view.metres_per_px)

    # Painting

    def _paint(self, painter: QPainter) -> None:
        base, desk = self._renderer.base, self._renderer.desk
        if base is None or not base.covers(self._view):
            painter.fillRect(self.rect(), ground_colour(desk))
        for picture in (base, self._renderer.marks, *self._renderer.names):
            if picture is not None:
                draw_picture(painter, picture, self._view)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if self._hover is not None:
            paint_hovered(painter, self._hover[0], self._hover[1], view=self._view, desk=desk)
        self._tool.paint(painter, self._view, desk)
        self._paint_furniture(painter)

    def _paint_furniture(self, painter: QPainter) -> None:
        desk = self._renderer.desk
        furniture.draw_furniture(painter, self._legend, self._view, desk, is_open=self._is_legend_open)
        text = self._namer(self._hover[0].kind, self._hover[1]) if self._namer and self._hover else ""
        if text:
            furniture.paint_hover(painter, text, box=furniture.hover_box(text, self._hover_px, self._view), desk=desk)

    def _legend_box(self) -> QRectF:
        return furniture.legend_box(self._legend, self._view, is_open=self._is_legend_open)
