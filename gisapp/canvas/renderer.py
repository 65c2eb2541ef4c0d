"""Keeps the map's pictures up to date in short steps, so that the window never waits for a whole map."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from time import perf_counter
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter

from gisapp.canvas.desk import Desk, Kept
from gisapp.canvas.highlight import paint_highlight
from gisapp.canvas.paint_points import blank_image
from gisapp.canvas.pictures import LayerPictures, Picture, Sheet
from gisapp.canvas.plate import Plate
from gisapp.canvas.simplifier import Simplifier
from gisapp.scene.layers import Layer
from gisapp.scene.style import Palette
from gisapp.scene.view import View

STEP_MS = 12.0
SLOW_STRIP_MS = 25.0
SETTLE_MS = 40

Selection = Mapping[str, frozenset[int]]


class Renderer(QObject):
    """Paints for the last view asked for; ``base`` is the newest finished picture, of that view or an earlier one.

    updated(): base, names or marks changed; settled(): the picture of the view asked for is complete.
    """

    updated = Signal()
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._simplifier = Simplifier(self)
        self._simplifier.finished.connect(self._learn)
        self.desk = Desk(missed=self._simplifier.ask)
        self._pictures = LayerPictures(self.desk)
        self._view: View | None = None
        self._selection: Selection = MappingProxyType({})
        self._strip_ms = 0.0
        self._is_base_stale = True
        self._are_marks_stale = True
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)
        self._plate: Plate | None = None
        self.base: Picture | None = None
        self.marks: Picture | None = None

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return self._pictures.sheets

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The visible layers, bottom to top."""
        return self._pictures.layers

    @property
    def names(self) -> tuple[Picture, ...]:
        return self._pictures.names()

    @property
    def is_complete(self) -> bool:
        """Whether the picture shows the view asked for with all that is known."""
        return not self._timer.isActive() and not self._is_base_stale

    @property
    def is_idle(self) -> bool:
        """Whether the picture is complete and no better detail is on its way."""
        return self.is_complete and self._simplifier.is_idle

    def set_sheets(self, sheets: Sequence[Sheet]) -> None:
        self._pictures.set_sheets(sheets)
        self._content_changed()

    def replace_layer(self, layer: Layer) -> None:
        self._pictures.replace_layer(layer)
        self._content_changed()

    def set_visible(self, name: str, is_visible: bool) -> None:
        self._pictures.set_visible(name, is_visible)
        self._content_changed()

    def set_palette(self, palette: Palette) -> None:
        self.desk.palette = palette
        self._content_changed()

    def select(self, selection: Selection) -> None:
        self._selection = selection
        self._are_marks_stale = True
        self._timer.start(0)

    def show_view(self, view: View, *, delay_ms: int = 0) -> None:
        """Paint ``view`` after ``delay_ms`` unless another is asked for meanwhile."""
        self._is_base_stale |= view != self._view
        self._view = view
        self._timer.start(delay_ms)

    def shift_to(self, view: View) -> None:
        """Follow a drag at once: paint what is laid bare of a plate that grows with it; the rest follows when the hand rests."""
        if self.base is not None and self.base.view.metres_per_px == view.metres_per_px and not self._is_slow():
            began = perf_counter()
            self._plate = self._plate or Plate(self.base, self._pictures.paint_strip)
            self.base = self._plate.follow(view) or self.base
            self._strip_ms = 0.7 * self._strip_ms + 0.3 * (perf_counter() - began) * 1e3
        self.show_view(view, delay_ms=SETTLE_MS)

    def complete(self) -> None:
        """Paint all that this view lacks now, in the detail that is ready."""
        if self._view is None:
            return
        self._timer.stop()
        for _ in self._pictures.paint_missing(self._view):
            pass
        self._compose(self._view)

    def stop(self) -> None:
        """End the work in the background before the window closes."""
        self._timer.stop()
        self._simplifier.stop()

    def _is_slow(self) -> bool:
        return self._strip_ms > SLOW_STRIP_MS

    def _content_changed(self) -> None:
        self._is_base_stale = self._are_marks_stale = True
        self._timer.start(0)

    def _learn(self, shapes: object, band: int, kept: Kept) -> None:
        self.desk.learn(shapes, band, kept=kept)  # type: ignore[arg-type]
        self._pictures.forget(shapes)
        self._is_base_stale = True
        if not self._timer.isActive():
            self._timer.start(0)

    def _step(self) -> None:
        if self._view is None:
            return
        began = perf_counter()
        for _ in self._pictures.paint_missing(self._view, waits=True):
            if (perf_counter() - began) * 1e3 > STEP_MS:
                self._timer.start(0)
                return
        if not self._pictures.is_awaiting(self._view):  # else _learn() brings us back
            self._compose(self._view)

    def _compose(self, view: View) -> None:
        self._strip_ms *= 0.5
        if self._is_base_stale or self.base is None or self.base.view != view:
            self.base, self._plate = self._pictures.composed(view), None
            self._is_base_stale = False
            self._are_marks_stale = True
        if self._are_marks_stale:
            self.marks = self._painted_marks(view)
            self._are_marks_stale = False
        self.updated.emit()
        self.settled.emit()

    def _painted_marks(self, view: View) -> Picture | None:
        marked: Collection[Layer] = [layer for layer in self.layers if self._selection.get(layer.kind)]
        if not marked:
            return None
        image = blank_image(view)
        image.setDevicePixelRatio(view.pixel_ratio)
        painter = QPainter(image)
        for layer in marked:
            paint_highlight(painter, layer, self._selection[layer.kind], view=view, desk=self.desk)
        painter.end()
        return Picture(image, view, self.desk.palette)
