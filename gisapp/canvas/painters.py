"""One painter per kind of layer, chosen from one table; the window, paper and the command line share them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtGui import QColor, QImage, QPainter

from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_flows import paint_flows
from gisapp.canvas.paint_labels import paint_labels
from gisapp.canvas.paint_lines import paint_lines
from gisapp.canvas.paint_points import blank_image, device_size, paint_points
from gisapp.canvas.paint_polygons import paint_polygons
from gisapp.canvas.paint_raster import paint_raster
from gisapp.canvas.paint_water import paint_water
from gisapp.scene.layers import FlowLayer, LabelLayer, Layer, LineLayer, PointLayer, PolygonLayer, RasterLayer, WaterLayer
from gisapp.scene.style import Palette, Tint
from gisapp.scene.view import View

Painter = Callable[[QPainter, Any, View, Desk], None]

PAINTERS: Mapping[type, Painter] = MappingProxyType(
    {
        PolygonLayer: paint_polygons,
        LineLayer: paint_lines,
        FlowLayer: paint_flows,
        PointLayer: paint_points,
        LabelLayer: paint_labels,
        RasterLayer: paint_raster,
        WaterLayer: paint_water,
    }
)
GROUND = Tint("#e9edee", "#171d21")


def paint_layer(painter: QPainter, layer: Layer, view: View, desk: Desk) -> None:
    """Paint one layer if this scale is within its scope; the painter is in logical pixels of the view."""
    if layer.scope.holds(view.metres_per_px):
        PAINTERS[type(layer)](painter, layer, view, desk)


def paint_map(painter: QPainter, layers: Iterable[Layer], view: View, desk: Desk | None = None) -> None:
    """Paint layers bottom to top, without ground or overlays.

    On paper: scale the painter to 1/96 inch units and give the view that size and ``pixel_ratio`` = dpi / 96.
    """
    desk = desk or Desk()
    for layer in layers:
        paint_layer(painter, layer, view, desk)


def layer_image(layer: Layer, view: View, desk: Desk, *, painter: Painter | None = None) -> QImage:
    """One layer, or what ``painter`` makes of it, on a transparent image."""
    image = blank_image(view)
    image.setDevicePixelRatio(view.pixel_ratio)
    brush = QPainter(image)
    if layer.scope.holds(view.metres_per_px):
        (painter or PAINTERS[type(layer)])(brush, layer, view, desk)
    brush.end()
    return image


def render(layers: Iterable[Layer], view: View, *, palette: Palette = Palette.LIGHT) -> QImage:
    """The map as an image, ground included; needs a QGuiApplication (offscreen will do) for names."""
    desk = Desk(palette)
    image = ground_image(view, desk)
    painter = QPainter(image)
    paint_map(painter, layers, view, desk)
    painter.end()
    return image


def ground_image(view: View, desk: Desk) -> QImage:
    """An opaque image of the view in the ground colour."""
    width, height = device_size(view)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(ground_colour(desk))
    image.setDevicePixelRatio(view.pixel_ratio)
    return image


def ground_colour(desk: Desk) -> QColor:
    """The colour of what lies outside the county."""
    return desk.colour(GROUND)
