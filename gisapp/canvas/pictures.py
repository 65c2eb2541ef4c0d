"""One kept picture per layer, so that a change repaints one layer and a drag none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.painters import ground_colour, ground_image, layer_image, paint_layer
from gisapp.scene.layers import LabelLayer, Layer, LineLayer, PolygonLayer
from gisapp.scene.style import Palette
from gisapp.scene.view import View


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layer in the stack, shown or not."""

    layer: Layer
    is_visible: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture and what it shows."""

    image: QImage
    view: View
    palette: Palette
    layer: Layer | None = None


class LayerPictures:
    """The stack of layers, bottom to top, and their pictures. Names lie above everything, whatever their place."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sheets: tuple[Sheet, ...] = ()
        self._kept: dict[str, Picture] = {}

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return self._sheets

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The visible layers, bottom to top."""
        return tuple(sheet.layer for sheet in self._sheets if sheet.is_visible)

    def set_sheets(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = tuple(sheets)
        names = {sheet.layer.name for sheet in sheets}
        self._kept = {name: kept for name, kept in self._kept.items() if name in names}
        shapes = [sheet.layer.shapes for sheet in sheets if isinstance(sheet.layer, PolygonLayer | LineLayer)]
        self._desk.keep_only(shapes)

    def replace_layer(self, layer: Layer) -> None:
        """Put ``layer`` in the place of the one of its name, or on top."""
        names = [sheet.layer.name for sheet in self._sheets]
        if layer.name not in names:
            self.set_sheets((*self._sheets, Sheet(layer)))
            return
        place = names.index(layer.name)
        changed = replace(self._sheets[place], layer=layer)
        self.set_sheets((*self._sheets[:place], changed, *self._sheets[place + 1 :]))

    def set_visible(self, name: str, is_visible: bool) -> None:
        self._sheets = tuple(
            replace(sheet, is_visible=is_visible) if sheet.layer.name == name else sheet for sheet in self._sheets
        )

    def forget(self, shapes: object) -> None:
        """Repaint the layers of these shapes next time: a better detail has arrived."""
        stale = {sheet.layer.name for sheet in self._sheets if getattr(sheet.layer, "shapes", None) is shapes}
        self._kept = {name: kept for name, kept in self._kept.items() if name not in stale}

    def forget_all(self) -> None:
        self._kept.clear()

    def paint_missing(self, view: View) -> Iterator[Layer]:
        """Paint what this view lacks, one layer for each step of the iterator."""
        for layer in self.layers:
            kept = self._kept.get(layer.name)
            if kept is None or kept.layer is not layer or kept.view != view or kept.palette != self._desk.palette:
                if layer.scope.holds(view.metres_per_px):
                    image = layer_image(layer, view, self._desk)
                    self._kept[layer.name] = Picture(image, view, self._desk.palette, layer)
                    yield layer
                else:
                    self._kept.pop(layer.name, None)

    def composed(self, view: View) -> Picture:
        """Ground and all layers but names, from their pictures of this view."""
        image = ground_image(view, self._desk)
        self._draw_kept(image, [layer for layer in self.layers if not isinstance(layer, LabelLayer)])
        return Picture(image, view, self._desk.palette)

    def names(self) -> tuple[Picture, ...]:
        """The pictures of names, of whatever view they were last painted for."""
        labels = [layer.name for layer in self.layers if isinstance(layer, LabelLayer)]
        return tuple(self._kept[name] for name in labels if name in self._kept)

    def _draw_kept(self, image: QImage, layers: Sequence[Layer]) -> None:
        painter = QPainter(image)
        for layer in layers:
            kept = self._kept.get(layer.name)
            if kept is not None:
                painter.drawImage(QPointF(0, 0), kept.image)
        painter.end()

    def shifted(self, old: Picture, view: View) -> Picture:
        """The old composed picture moved to ``view`` (same scale and size), only the strips laid bare painted anew."""
        ratio = view.pixel_ratio
        left, top = view.point_px(old.view.left, old.view.top)
        dx, dy = round(left * ratio), round(top * ratio)
        image = QImage(old.image.size(), old.image.format())
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        painter.drawImage(QPointF(dx / ratio, dy / ratio), old.image)
        for x, y, width, height in _bared(image.width(), image.height(), dx, dy):
            strip = QRectF(x / ratio, y / ratio, width / ratio, height / ratio)
            self._paint_strip(painter, strip, view)
        painter.end()
        return Picture(image, view, old.palette)

    def _paint_strip(self, painter: QPainter, strip: QRectF, view: View) -> None:
        painter.save()
        painter.setClipRect(strip)
        painter.fillRect(strip, ground_colour(self._desk))
        painter.translate(strip.topLeft())
        part = view.part(strip.x(), strip.y(), width_px=strip.width(), height_px=strip.height())
        for layer in self.layers:
            if not isinstance(layer, LabelLayer):
                paint_layer(painter, layer, part, self._desk)
        painter.restore()


def _bared(width: int, height: int, dx: int, dy: int) -> list[tuple[int, int, int, int]]:
    """Rectangles (x, y, width, height) that a picture moved by (dx, dy) no longer covers."""
    if abs(dx) >= width or abs(dy) >= height:
        return [(0, 0, width, height)]
    bared = []
    if dx:
        bared.append((0 if dx > 0 else width + dx, 0, abs(dx), height))
    if dy:
        bared.append((max(dx, 0), 0 if dy > 0 else height + dy, width - abs(dx), abs(dy)))
    return bared
