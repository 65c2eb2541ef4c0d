"""Paints a building chart: rooms by state with a letter or words in each, never told apart by colour alone."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from gisapp.canvas.desk import Desk
from gisapp.canvas.furniture import FRAME, INK, PAPER
from gisapp.canvas.lettering import font_of
from gisapp.canvas.pens import hatch_brush
from gisapp.domain.chart import Chart, Room, RoomCounts, RoomState, count_rooms, precedence
from gisapp.language import tr
from gisapp.scene import cartography
from gisapp.scene.chart_plan import Box, Cell, ChartPlan, RoomBox, Sign, SignKind, plan_within
from gisapp.scene.style import Fill, Hatch, Lettering, Palette, Tint
from gisapp.scene.view import View

QUIET = Tint("#52646c", "#a5b3ba")
TITLE_PX, LEGEND_ROW_PX, SAID_PX, SAMPLE = 30.0, 24.0, 18.0, Cell(22, 18)
EVERYWHERE = Box(-1e9, -1e9, 2e9, 2e9)
CENTRED = int(Qt.AlignmentFlag.AlignCenter)
LEFT, RIGHT = (int(side | Qt.AlignmentFlag.AlignVCenter) for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight))


def paint_building(painter: QPainter, chart: Chart, rect: QRectF, palette: Palette) -> None:
    """The whole chart with title and legend inside ``rect``, rooms as large as fit; what does not fit is scaled down."""
    desk = Desk(palette)
    counts = count_rooms(chart.rooms)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    legend = legend_height(counts, rect.width()) + SAID_PX
    room = rect.adjusted(0, TITLE_PX, 0, -legend)
    _paint_title(painter, chart, counts, QRectF(rect.x(), rect.y(), rect.width(), TITLE_PX), desk=desk)
    plan, scale = plan_within(chart, room.width(), room.height() - 6)
    painter.save()
    painter.translate(room.topLeft())
    painter.scale(scale, scale)
    paint_plan(painter, plan, desk, ratio=_ratio(painter))
    painter.restore()
    paint_legend(painter, counts, QRectF(rect.x(), room.bottom(), rect.width(), legend), desk=desk)
    _paint_said(painter, QRectF(rect.x(), rect.bottom() - SAID_PX, rect.width(), SAID_PX), desk)
    painter.restore()


def paint_plan(painter: QPainter, plan: ChartPlan, desk: Desk, *, window: Box = EVERYWHERE, ratio: float = 1.0) -> None:
    """Grounds, signs and rooms that touch ``window``, in logical pixels of the plan; ``ratio``: device pixels in one."""
    for ground in plan.grounds:
        if ground.touches(window):
            painter.setPen(QPen(desk.colour(FRAME), 1))
            painter.setBrush(desk.colour(PAPER))
            painter.drawRoundedRect(_rect(ground), 5, 5)
    for sign in plan.signs:
        if sign.box.touches(window):
            _paint_sign(painter, sign, desk)
    for one in plan.rooms:
        if one.box.touches(window):
            _paint_room(painter, one, plan.cell, desk=desk, ratio=ratio)


def paint_frames(painter: QPainter, plan: ChartPlan, chosen: Collection[int], *, current: int | None, desk: Desk) -> None:
    """Frame the rooms of these indices; ``current``: where the arrow keys are."""
    stroke, hovered = cartography.line_style("selection").strokes[:2]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for index in chosen:
        box = _rect(plan.rooms[index].box).adjusted(-1, -1, 1, 1)
        for tint, width in ((stroke.casing or stroke.tint, stroke.width_px + 2.4), (stroke.tint, stroke.width_px)):
            painter.setPen(QPen(desk.colour(tint), width))
            painter.drawRect(box)
    if current is not None:
        pen = QPen(desk.colour(hovered.tint), 1.6)
        pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        painter.drawRect(_rect(plan.rooms[current].box).adjusted(2, 2, -2, -2))


def paint_legend(painter: QPainter, counts: RoomCounts, rect: QRectF, *, desk: Desk) -> None:
    """The states with their samples and how many rooms show each, in one or more rows."""
    for state, text, place in _legend_places(counts, rect.width()):
        left, top = rect.x() + place.x(), rect.y() + place.y()
        box = Box(left, top + (LEGEND_ROW_PX - SAMPLE.height) / 2, SAMPLE.width, SAMPLE.height)
        painter.drawImage(QPointF(box.x, box.y), legend_tile(state, desk, ratio=_ratio(painter)))
        painter.setFont(font_of(9.5))
        painter.setPen(desk.colour(INK))
        painter.drawText(QRectF(box.x + SAMPLE.width + 6, top, 400, LEGEND_ROW_PX), LEFT, text)


def legend_tile(state: RoomState, desk: Desk, *, ratio: float) -> QImage:
    """The sample of a state."""
    return _tile(state, SAMPLE, desk, ratio=ratio, letter=state.letter)


def legend_height(counts: RoomCounts, width: float) -> float:
    """How high the legend is when it is that wide."""
    return max(place.y() for _, _, place in _legend_places(counts, width)) + LEGEND_ROW_PX


def _legend_places(counts: RoomCounts, width: float) -> list[tuple[RoomState, str, QPointF]]:
    metrics = QFontMetricsF(font_of(9.5))
    found, left, top = [], 0.0, 0.0
    for state, count in counts.seen:
        text = tr("{state} {count}", state=state.caption, count=f"{count:,}")
        needed = SAMPLE.width + 6 + metrics.horizontalAdvance(text) + 20
        if left and left + needed > width:
            left, top = 0.0, top + LEGEND_ROW_PX
        found.append((state, text, QPointF(left, top)))
        left += needed
    return found


def _ratio(painter: QPainter) -> float:
    """Device pixels in a logical one: more on fine screens and on paper."""
    return max(1.0, painter.device().devicePixelRatioF() * painter.worldTransform().m11())


def _paint_title(painter: QPainter, chart: Chart, counts: RoomCounts, rect: QRectF, *, desk: Desk) -> None:
    font = font_of(13, bold=True)
    painter.setFont(font)
    painter.setPen(desk.colour(INK))
    painter.drawText(rect, LEFT, chart.title)
    used = QFontMetricsF(font).horizontalAdvance(chart.title) + 16
    painter.setFont(font_of(9.5))
    painter.setPen(desk.colour(QUIET))
    totals = {"rooms": f"{counts.rooms:,}", "families": f"{counts.families:,}", "people": f"{counts.residents:,}"}
    painter.drawText(rect.adjusted(used, 2, 0, 0), LEFT, tr("{rooms} 间 · {families} 户 · {people} 人", **totals))


def _paint_said(painter: QPainter, rect: QRectF, desk: Desk) -> None:
    """The order of precedence."""
    font = font_of(9)
    painter.setFont(font)
    painter.setPen(desk.colour(QUIET))
    painter.drawText(rect, LEFT, QFontMetricsF(font).elidedText(precedence(), Qt.TextElideMode.ElideRight, rect.width()))


def _paint_sign(painter: QPainter, sign: Sign, desk: Desk) -> None:
    is_name = sign.kind is SignKind.BUILDING
    font = font_of(10 if is_name else 9, bold=is_name)
    painter.setFont(font)
    painter.setPen(desk.colour(INK if is_name else QUIET))
    text = QFontMetricsF(font).elidedText(sign.text, Qt.TextElideMode.ElideRight, sign.box.width + 2)
    painter.drawText(_rect(sign.box), RIGHT if sign.kind is SignKind.FLOOR else LEFT, text)


def _paint_room(painter: QPainter, one: RoomBox, cell: Cell, *, desk: Desk, ratio: float) -> None:
    room = one.room
    state = room.state
    letter = "" if cell.shows_number else state.letter
    painter.drawImage(QPointF(one.box.x, one.box.y), _tile(state, cell, desk, ratio=ratio, letter=letter))
    if cell.shows_number:
        _paint_words(painter, room, one.box, cell, desk=desk)


def _paint_words(painter: QPainter, room: Room, box: Box, cell: Cell, *, desk: Desk) -> None:
    """The room's number and who is at home there at the left, the letters of all that holds at the right."""
    font = font_of(9)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(desk.colour(_lettering(room.state).tint))
    inner = _rect(box).adjusted(4, 0, -4, 0)
    first = QRectF(inner.x(), inner.y() + 1, inner.width(), 18) if cell.has_two_lines else inner
    marks = "".join(mark.letter for mark in room.marks if mark is not RoomState.OCCUPIED or mark is room.state)
    shown = marks if cell.shows_head else marks[:1]
    painter.drawText(first, RIGHT, shown)
    names = tr("、").join(family.head or tr("没有户主") for family in room.families) if cell.shows_head else ""
    beside = room.room if cell.has_two_lines or not names else tr("{room} {names}", room=room.room, names=names)
    space = first.width() - metrics.horizontalAdvance(shown) - 2
    painter.drawText(first, LEFT, metrics.elidedText(beside, Qt.TextElideMode.ElideRight, space))
    if cell.has_two_lines and names:
        second = QRectF(inner.x(), inner.y() + 18, inner.width(), inner.height() - 19)
        painter.drawText(second, LEFT, metrics.elidedText(names, Qt.TextElideMode.ElideRight, second.width()))


def _tile(state: RoomState, cell: Cell, desk: Desk, *, ratio: float, letter: str) -> QImage:
    """The ground of a room in a state, with its letter where there is one; drawn once for each size."""
    return desk.image(("room", state, cell, letter, desk.palette, ratio), lambda: _draw_tile(state, cell, desk, ratio=ratio, letter=letter))


def _draw_tile(state: RoomState, cell: Cell, desk: Desk, *, ratio: float, letter: str) -> QImage:
    image = QImage(round(cell.width * ratio), round(cell.height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    box = QRectF(0, 0, cell.width, cell.height)
    _paint_fill(painter, _look(state), box, desk=desk, ratio=ratio)
    if letter:
        lettering = _lettering(state)
        painter.setFont(font_of(lettering.size_pt, bold=lettering.bold))
        painter.setPen(desk.colour(lettering.tint))
        painter.drawText(box, CENTRED, letter)
    painter.end()
    return image


def _paint_fill(painter: QPainter, fill: Fill, box: QRectF, *, desk: Desk, ratio: float) -> None:
    painter.fillRect(box, desk.colour(fill.tint, fill.opacity))
    if fill.hatch is not Hatch.NONE and fill.edge is not None:
        painter.setOpacity(0.4)
        painter.fillRect(box, hatch_brush(fill.hatch, fill.edge.tint, view=View(0, 0, 1, 1, 1, pixel_ratio=ratio), desk=desk))
        painter.setOpacity(1.0)
    if fill.edge is not None:
        pen = QPen(desk.colour(fill.edge.tint), fill.edge.width_px)
        if fill.edge.dash:
            pen.setDashPattern(list(fill.edge.dash))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _look(state: RoomState) -> Fill:
    return cartography.area_style("rooms").fills[cartography.class_code("rooms", state.value)]


def _lettering(state: RoomState) -> Lettering:
    return cartography.label_style("rooms").letterings[cartography.class_code("rooms", state.value)]


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
