"""One kept picture per layer, so that a change repaints one layer and a drag none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_labels import draw_names_ahead
from gisapp.canvas.paint_polygons import paint_borders, paint_fills
from gisapp.canvas.painters import PAINTERS, Painter, ground_colour, ground_image, layer_image, paint_layer
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
    """A picture and what it shows; ``made_of`` tells whether it still holds."""

    image: QImage
    view: View
    palette: Palette
    made_of: tuple[object, ...] = ()

    def covers(self, view: View) -> bool:
        """Whether all of ``view`` lies in the picture, at the same scale."""
        low_x, low_y, high_x, high_y = view.bounds
        left, bottom, right, top = self.view.bounds_with_margin(0.25)  # beyond doubt about the last digit
        return self.view.metres_per_px == view.metres_per_px and left <= low_x and bottom <= low_y and right >= high_x and top >= high_y


@dataclass(frozen=True, slots=True)
class Part:
    """What of a layer is kept as one picture: cells' borders apart from their fills, which change with the theme."""

    name: str
    layer: Layer
    painter: Painter
    made_of: tuple[object, ...]


def parts_of(layer: Layer) -> tuple[Part, ...]:
    """The parts of a layer, bottom to top."""
    if not isinstance(layer, PolygonLayer) or not layer.is_coverage:
        return (Part(layer.name, layer, PAINTERS[type(layer)], (layer,)),)
    borders = (layer.shapes, layer.scope, id(layer.groups), layer.style.borders)
    return (
        Part(layer.name, layer, paint_fills, (layer,)),
        Part(f"{layer.name} borders", layer, paint_borders, borders),
    )


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
        names = {part.name for sheet in sheets for part in parts_of(sheet.layer)}
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
        self._sheets = tuple(replace(sheet, is_visible=is_visible) if sheet.layer.name == name else sheet for sheet in self._sheets)

    def forget(self, shapes: object) -> None:
        """Repaint the layers of these shapes next time: a better detail has arrived."""
        layers = [sheet.layer for sheet in self._sheets if getattr(sheet.layer, "shapes", None) is shapes]
        stale = {part.name for layer in layers for part in parts_of(layer)}
        self._kept = {name: kept for name, kept in self._kept.items() if name not in stale}

    def paint_missing(self, view: View, *, waits: bool = False) -> Iterator[Part]:
        """Paint what this view lacks, one part for each step of the iterator; ``waits``: leave out what is_awaiting() tells of."""
        for part in self._parts():
            kept = self._kept.get(part.name)
            if not part.layer.scope.holds(view.metres_per_px):
                self._kept.pop(part.name, None)
            elif not self._holds(kept, part, view):
                if waits and self._awaits(part, view):
                    continue
                while isinstance(part.layer, LabelLayer) and not draw_names_ahead(part.layer, view, self._desk):
                    yield part
                image = layer_image(part.layer, view, self._desk, painter=part.painter)
                self._kept[part.name] = Picture(image, view, self._desk.palette, part.made_of)
                yield part

    def is_awaiting(self, view: View) -> bool:
        """Whether a layer lacks its picture because a simplified copy of it is about to arrive."""
        parts = [part for part in self._parts() if part.layer.scope.holds(view.metres_per_px)]
        return any(not self._holds(self._kept.get(part.name), part, view) and self._awaits(part, view) for part in parts)

    def _awaits(self, part: Part, view: View) -> bool:
        return isinstance(part.layer, PolygonLayer | LineLayer) and self._desk.awaits(part.layer, view)

    def _parts(self) -> list[Part]:
        return [part for layer in self.layers for part in parts_of(layer)]

    def _holds(self, kept: Picture | None, part: Part, view: View) -> bool:
        return kept is not None and kept.made_of == part.made_of and kept.view == view and kept.palette == self._desk.palette

    def composed(self, view: View) -> Picture:
        """Ground and all layers but names, from their pictures of this view."""
        image = ground_image(view, self._desk)
        painter = QPainter(image)
        for part in self._parts():
            kept = self._kept.get(part.name)
            if kept is not None and not isinstance(part.layer, LabelLayer):
                painter.drawImage(QPointF(0, 0), kept.image)
        painter.end()
        return Picture(image, view, self._desk.palette)

    def names(self) -> tuple[Picture, ...]:
        """The pictures of names, of whatever view they were last painted for."""
        labels = [layer.name for layer in self.layers if isinstance(layer, LabelLayer)]
        return tuple(self._kept[name] for name in labels if name in self._kept)

    def paint_strip(self, painter: QPainter, strip: QRectF, view: View) -> None:
        """Paint a rectangle of ``view`` anew, in logical pixels: ground and all layers but names."""
        painter.save()
        painter.setClipRect(strip)
        painter.fillRect(strip, ground_colour(self._desk))
        painter.translate(strip.topLeft())
        part = view.part(strip.x(), strip.y(), width_px=strip.width(), height_px=strip.height())
        for layer in self.layers:
            if not isinstance(layer, LabelLayer):
                paint_layer(painter, layer, part, self._desk)
        painter.restore()


def draw_picture(painter: QPainter, picture: Picture, view: View) -> None:
    """Draw a picture where it belongs in ``view``, moved or scaled if it was painted for another."""
    old, ratio = picture.view, view.pixel_ratio
    left, top = view.point_px(old.left, old.top)
    if old.metres_per_px == view.metres_per_px and old.pixel_ratio == ratio:
        painter.drawImage(QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio), picture.image)
        return
    scale = old.metres_per_px / view.metres_per_px
    target = QRectF(left, top, old.width_px * scale, old.height_px * scale)
    painter.drawImage(target, picture.image, QRectF(picture.image.rect()))
