"""A map inside a frame on a sheet, with what every printed map carries: scale, north, legend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gisapp.canvas.desk import Desk
from gisapp.canvas.furniture import legend_box, paint_legend, paint_north_arrow, paint_scale_bar
from gisapp.canvas.painters import ground_colour, paint_layer
from gisapp.canvas.simplifier import simplified
from gisapp.printing.paper_areas import print_areas
from gisapp.printing.paper_cells import print_cells
from gisapp.printing.paper_labels import print_labels
from gisapp.printing.paper_points import print_points
from gisapp.printing.paper_relief import smoothed
from gisapp.printing.sheet import RATIO, RULE
from gisapp.scene.layers import LabelLayer, Layer, LineLayer, PointLayer, PolygonLayer, RasterLayer
from gisapp.scene.legend import LegendEntry
from gisapp.scene.simplify import FULL_DETAIL, band_of
from gisapp.scene.view import Bounds, View, view_of

FOLD_MARK_PX = 60.0
ENTRY_PX = 21.0


def print_map(painter: QPainter, layers: Sequence[Layer], frame: QRectF, *, bounds: Bounds) -> View:
    """Paint ``layers`` into ``frame`` (logical pixels) so that ``bounds`` (metres) shows; returns the view used."""
    view = paper_view(bounds, frame.width(), frame.height())
    print_view(painter, layers, frame, view=view, desk=Desk())
    return view


def paper_view(bounds: Bounds, width_px: float, height_px: float) -> View:
    """The view that shows ``bounds`` (metres) in a frame of this size."""
    return view_of(bounds, width_px=round(width_px), height_px=round(height_px), pixel_ratio=RATIO)


def print_view(painter: QPainter, layers: Sequence[Layer], frame: QRectF, *, view: View, desk: Desk) -> None:
    """Paint ``layers`` as ``view`` shows them; ``desk`` keeps what is drawn again on the next sheet of a batch."""
    painter.save()
    painter.setClipRect(frame)
    painter.fillRect(frame, ground_colour(desk))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.translate(frame.topLeft())
    for layer in layers:
        _print_layer(painter, layer, view, desk)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint_scale_bar(painter, view, desk)
    paint_north_arrow(painter, QPointF(view.width_px - 30, 36), desk)
    painter.restore()
    painter.setPen(QPen(RULE, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)


def _print_layer(painter: QPainter, layer: Layer, view: View, desk: Desk) -> None:
    """The window's painters, but for what paper needs drawn rather than copied from small pictures."""
    if isinstance(layer, LabelLayer):
        print_labels(painter, layer, view, desk)
    elif isinstance(layer, PolygonLayer) and not layer.is_coverage:
        print_areas(painter, layer, view, desk)
    elif isinstance(layer, PointLayer) and print_points(painter, layer, view, desk):
        return
    else:
        _learn_detail(layer, view, desk)
        if isinstance(layer, PolygonLayer):
            print_cells(painter, layer, view, desk)
            return
        paint_layer(painter, smoothed(layer, view) if isinstance(layer, RasterLayer) else layer, view, desk)


def _learn_detail(layer: Layer, view: View, desk: Desk) -> None:
    """No finer than paper shows, so that the file stays small: one zoom band better than on a screen."""
    band = band_of(view.metres_per_px) - 1
    if band > FULL_DETAIL and isinstance(layer, PolygonLayer | LineLayer):
        desk.learn(layer.shapes, band, kept=simplified(layer, band))


def print_legend(painter: QPainter, entries: Sequence[LegendEntry], at: QPointF) -> QRectF:
    """The window's legend without its panel and fold mark, its top left corner at ``at``; returns where it lies."""
    size = legend_box(entries, View(0, 0, 1, 1, 1))
    place = QRectF(at.x(), at.y(), size.width(), size.height())
    painter.save()
    painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
    paint_legend(painter, entries, box=place.adjusted(-12, -8, FOLD_MARK_PX, 8), desk=Desk())
    painter.restore()
    return place


def print_legend_inside(painter: QPainter, entries: Sequence[LegendEntry], frame: QRectF) -> QRectF:
    """The legend on a white panel in the lower left corner of a map's frame; returns where it lies."""
    height, width = ENTRY_PX * len(entries) + 8, legend_box(entries, View(0, 0, 1, 1, 1)).width() + 4
    panel = QRectF(frame.left() + 8, frame.bottom() - 8 - height, width, height)
    painter.fillRect(panel, QColor(255, 255, 255))
    painter.save()
    painter.setClipRect(panel)
    print_legend(painter, entries, QPointF(panel.left() + 2, panel.top() - 2))
    painter.restore()
    return panel
