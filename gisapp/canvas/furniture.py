"""What stands on the map rather than in it: legend, scale bar, north arrow, hover label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from gisapp.canvas.desk import Desk
from gisapp.canvas.lettering import font_of
from gisapp.canvas.pens import hatch_brush
from gisapp.canvas.stamps import draw_symbol
from gisapp.language import tr
from gisapp.scene.legend import LegendEntry
from gisapp.scene.scalebar import scale_bar
from gisapp.scene.style import Fill, Hatch, Stroke, Symbol, Tint
from gisapp.scene.view import View

PAPER = Tint("#ffffff", "#1e262b")
FRAME = Tint("#d5dcdf", "#37434a")
INK = Tint("#1b2a31", "#e6edf0")
SWATCH_EDGE = Tint("#5f6e76", "#93a2ab")
MARGIN_PX = 12.0
ROW_PX = 21.0
PADDING_PX = 12.0
SAMPLE_PX = 20.0
SCALE_BAR_PX = 60.0
ANY_VIEW = View(0, 0, 4.0, 1, 1)


def paint_furniture(painter: QPainter, legend: Sequence[LegendEntry], view: View, desk: Desk) -> None:
    """Legend at the bottom left, scale bar at the bottom right, north arrow at the top right."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if legend:
        paint_legend(painter, legend, box=legend_box(legend, view), desk=desk)
    paint_scale_bar(painter, view, desk)
    paint_north_arrow(painter, QPointF(view.width_px - 34, 40), desk)
    painter.restore()


def draw_furniture(painter: QPainter, legend: Sequence[LegendEntry], view: View, desk: Desk, *, is_open: bool) -> None:
    """The same for the window, each piece painted once and copied from then on: a drag repaints it sixty times a second."""
    entries = tuple(legend)
    if entries:
        box = legend_box(entries, view, is_open=is_open)
        _draw_kept(
            painter,
            ("legend", entries, is_open),
            box,
            lambda p: paint_legend(p, entries, box=box, desk=desk, is_open=is_open),
            view=view,
            desk=desk,
        )
    reach = scale_bar(view.metres_per_px).length_px + SCALE_BAR_PX
    bar = QRectF(view.width_px - reach, view.height_px - SCALE_BAR_PX, reach, SCALE_BAR_PX)
    _draw_kept(painter, ("scale bar", view.metres_per_px), bar, lambda p: paint_scale_bar(p, view, desk), view=view, desk=desk)
    arrow = QRectF(view.width_px - 60, 10, 52, 64)
    _draw_kept(painter, ("north",), arrow, lambda p: paint_north_arrow(p, QPointF(view.width_px - 34, 40), desk), view=view, desk=desk)


def _draw_kept(
    painter: QPainter, key: tuple[object, ...], box: QRectF, paint: Callable[[QPainter], None], *, view: View, desk: Desk
) -> None:
    """What ``paint`` puts into ``box``, on whole device pixels."""
    ratio = view.pixel_ratio
    left, top = floor(box.left() * ratio) / ratio - 1, floor(box.top() * ratio) / ratio - 1

    def make() -> QImage:
        image = QImage(ceil((box.width() + 3) * ratio), ceil((box.height() + 3) * ratio), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        brush = QPainter(image)
        brush.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        brush.translate(-left, -top)
        paint(brush)
        brush.end()
        return image

    painter.drawImage(QPointF(left, top), desk.image((*key, desk.palette, ratio), make))


def legend_box(entries: Sequence[LegendEntry], view: View, *, is_open: bool = True) -> QRectF:
    """Where the legend lies in a view; closed, only its first line shows."""
    shown = entries if is_open else entries[:1]
    if not shown:
        return QRectF()
    widths = [_text_width(entry.text, entry.sample is None) + (0 if entry.sample is None else SAMPLE_PX + 8) for entry in shown]
    width = max([*widths, 96]) + 2 * PADDING_PX + 14
    height = len(shown) * ROW_PX + 2 * PADDING_PX - 6
    return QRectF(MARGIN_PX, view.height_px - MARGIN_PX - height, width, height)


@lru_cache(maxsize=200)
def _text_width(text: str, bold: bool) -> float:
    return QFontMetricsF(font_of(10, bold=bold)).horizontalAdvance(text)


def paint_legend(painter: QPainter, entries: Sequence[LegendEntry], *, box: QRectF, desk: Desk, is_open: bool = True) -> None:
    """The legend as a rounded panel in ``box``."""
    paint_panel(painter, box, desk)
    row = QRectF(box.x() + PADDING_PX, box.y() + PADDING_PX - 3, box.width() - 2 * PADDING_PX, ROW_PX)
    for entry in entries if is_open else entries[:1]:
        _paint_entry(painter, entry, row, desk)
        row.translate(0, ROW_PX)
    _paint_chevron(painter, QPointF(box.right() - PADDING_PX - 4, box.y() + PADDING_PX + ROW_PX / 2 - 3), is_open, desk)


def paint_panel(painter: QPainter, box: QRectF, desk: Desk, *, radius: float = 8.0) -> None:
    """A quiet rounded surface."""
    painter.setPen(QPen(desk.colour(FRAME), 1))
    painter.setBrush(desk.colour(PAPER, 0.94))
    painter.drawRoundedRect(box, radius, radius)


def _paint_entry(painter: QPainter, entry: LegendEntry, row: QRectF, desk: Desk) -> None:
    painter.setFont(font_of(10, bold=entry.sample is None))
    text = QRectF(row)
    if entry.sample is not None:
        sample = QRectF(row.x(), row.y() + (ROW_PX - 14) / 2, SAMPLE_PX, 14)
        _paint_sample(painter, entry.sample, sample, desk)
        text.setLeft(sample.right() + 8)
    painter.setPen(desk.colour(INK))
    painter.drawText(text.adjusted(0, 0, 40, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), entry.text)


def _paint_sample(painter: QPainter, sample: Fill | Stroke | Symbol, box: QRectF, desk: Desk) -> None:
    if isinstance(sample, Fill):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(box, desk.colour(sample.tint, max(sample.opacity, 0.35)))
        if sample.hatch is not Hatch.NONE:
            painter.setBrushOrigin(box.topLeft())
            tint = sample.edge.tint if sample.edge is not None else sample.tint
            painter.fillRect(box, hatch_brush(sample.hatch, tint, view=ANY_VIEW, desk=desk))
        edge = sample.edge.tint if sample.edge is not None else SWATCH_EDGE
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(desk.colour(edge, 0.9), 1))
        painter.drawRect(box)
    elif isinstance(sample, Stroke):
        pen = QPen(desk.colour(sample.tint, sample.opacity), max(sample.width_px, 1.5))
        if sample.dash:
            pen.setDashPattern([step / 2 for step in sample.dash])
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    else:
        painter.save()
        painter.translate(box.center())
        draw_symbol(painter, sample, 5.0, desk=desk)
        painter.restore()


def _paint_chevron(painter: QPainter, centre: QPointF, is_open: bool, desk: Desk) -> None:
    painter.setPen(QPen(desk.colour(INK, 0.7), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tip = 2.5 if is_open else -2.5
    painter.drawPolyline([centre + QPointF(-4, -tip), centre + QPointF(0, tip), centre + QPointF(4, -tip)])


def paint_scale_bar(painter: QPainter, view: View, desk: Desk) -> None:
    """A bar of a round length with its text above, haloed rather than boxed."""
    bar = scale_bar(view.metres_per_px)
    right, base = view.width_px - 24.0, view.height_px - 24.0
    left = right - bar.length_px
    bracket = [QPointF(left, base - 6), QPointF(left, base), QPointF(right, base), QPointF(right, base - 6)]
    for colour, width in ((desk.colour(PAPER, 0.9), 4.5), (desk.colour(INK), 1.8)):
        painter.setPen(QPen(colour, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(bracket)
    _paint_haloed(painter, bar.text, QPointF((left + right) / 2, base - 9), desk)


def paint_north_arrow(painter: QPainter, centre: QPointF, desk: Desk) -> None:
    """An arrow upwards over the word for north."""
    arrow = QPolygonF([centre + QPointF(0, -18), centre + QPointF(9, 8), centre + QPointF(0, 3), centre + QPointF(-9, 8)])
    painter.setPen(QPen(desk.colour(PAPER, 0.9), 3))
    painter.setBrush(desk.colour(INK))
    painter.drawPolygon(arrow)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(arrow)
    _paint_haloed(painter, tr("北"), centre + QPointF(0, 22), desk)


def _paint_haloed(painter: QPainter, text: str, base_centre: QPointF, desk: Desk) -> None:
    font = font_of(9.5)
    width = QFontMetricsF(font).horizontalAdvance(text)
    outline = QPainterPath()
    outline.addText(base_centre - QPointF(width / 2, 0), font, text)
    painter.strokePath(outline, QPen(desk.colour(PAPER, 0.9), 3.5))
    painter.setFont(font)
    painter.setPen(desk.colour(INK))
    painter.drawText(base_centre - QPointF(width / 2, 0), text)


def hover_box(text: str, at: QPointF, view: View) -> QRectF:
    """Where a label for the pointer at ``at`` fits within the view."""
    lines = text.split("\n")
    metrics = QFontMetricsF(font_of(10))
    width = max(metrics.horizontalAdvance(line) for line in lines) + 20
    height = len(lines) * (metrics.height() + 2) + 10
    left = at.x() + 16 if at.x() + 16 + width < view.width_px else at.x() - 12 - width
    top = at.y() + 18 if at.y() + 18 + height < view.height_px else at.y() - 12 - height
    return QRectF(max(left, 2), max(top, 2), width, height)


def paint_hover(painter: QPainter, text: str, *, box: QRectF, desk: Desk) -> None:
    """A few words beside the pointer."""
    paint_panel(painter, box, desk, radius=6)
    painter.setFont(font_of(10))
    painter.setPen(desk.colour(INK))
    painter.drawText(box.adjusted(10, 5, 10, -5), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
