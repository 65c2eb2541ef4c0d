"""楼栋图: the page beside the map that shows who lives where in a building or a whole settlement site."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from gisapp.canvas.chart_view import ChartView
from gisapp.canvas.desk import Desk
from gisapp.canvas.paint_building import legend_tile
from gisapp.domain.change import Change, Kind
from gisapp.domain.chart import Chart, Room, RoomCounts, RoomState, count_rooms, precedence
from gisapp.domain.entrances import building_of, is_part, rooms_of
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.scene.chart_plan import Sign
from gisapp.scene.style import Palette
from gisapp.services.places.chart_building import CHARTED, chart_building
from gisapp.storage.places import flats
from gisapp.ui import outputs, pieces
from gisapp.ui.theme import is_dark
from gisapp.ui.work.desk import WorkDesk

TOUCHING = frozenset({Kind.HOUSEHOLD, Kind.HOUSE, Kind.RESIDENT, Kind.CONTACT, Kind.CARE, Kind.GRID})
NO_ROOMS = count_rooms(())
LEGEND_SAMPLE_PX, LEGEND_GAP_PX, LEGEND_SIDE_PX = 44, 2, 10
Charted = tuple[str, int]


class BuildingChart(QWidget):
    """Reads on a reading thread; while it is hidden it remembers the place and reads when it is looked at."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__()
        pieces.paint_ground(self, "chartPage")
        self._desk = desk
        self._wanted: Charted | None = None
        self._shown: Charted | None = None
        self._is_stale = False
        self.chart: Chart | None = None
        self._counts = NO_ROOMS
        self._houses: dict[int, int] = {}
        self.view = ChartView()
        self._title = pieces.ShortLabel("title")
        self._figures = pieces.ShortLabel("note")
        self._hint = pieces.label(tr("请在左边选一个安置点或一栋楼，这里画出每间房。"), "hint")
        self._stack = QStackedWidget()
        self._legend: list[QPushButton] = []
        self._arrange()
        self.view.chosen.connect(self._chosen)
        self.view.opened.connect(self._opened)
        self.view.sign_chosen.connect(self._part_chosen)
        desk.county.signals.selection.connect(self._selected)
        self._wear()

    # What MapPages tells

    def show_place(self, kind: str, ids: Sequence[int]) -> None:
        """A site or building is charted, of an entrance or floor the building; of a family or house the site it lives in.

        What is in sight already is framed.
        """
        if kind in CHARTED and ids:
            self._want((kind, int(ids[0])))
        elif is_part(kind) and ids:
            if not self._frame(kind, ids):
                self._want(("building", building_of(kind, int(ids[0]))))
        elif kind in (Kind.HOUSEHOLD, Kind.HOUSE) and len(ids) == 1 and not self._frame(kind, ids):
            self._find(kind, int(ids[0]))
        elif not kind:
            self._wanted = self._shown = None
            self._show(None)

    def take_change(self, change: object) -> None:
        """What the rooms show may have changed."""
        if isinstance(change, Change) and TOUCHING.intersection(change.kinds):
            self._is_stale = True
            self._read_if_seen()

    # Reading

    def _want(self, place: Charted) -> None:
        self._wanted = place
        self._read_if_seen()

    def _find(self, kind: str, thing: int) -> None:
        def read(connection: sqlite3.Connection) -> Charted | None:
            return flats.building_of(connection, kind, thing)

        def found(place: Charted | None) -> None:
            if place is not None and self._wanted is None:
                self._want(place)

        self._desk.county.tasks.read(read, found, key="chart place")

    def _read_if_seen(self) -> None:
        place = self._wanted
        if place is None or not self.isVisible() or (place == self._shown and not self._is_stale):
            return
        self._is_stale = False

        def read(connection: sqlite3.Connection) -> tuple[Chart, RoomCounts]:
            chart = chart_building(connection, *place)
            return chart, count_rooms(chart.rooms)

        def show(found: tuple[Chart, RoomCounts]) -> None:
            self._shown = place
            self._show(*found)

        self._desk.county.tasks.read(read, show, key="chart", failed=self._gone)

    def _gone(self, error: GisappError) -> None:
        self._wanted = self._shown = None
        self._show(None)
        self._hint.setText(str(error))

    def _show(self, chart: Chart | None, counts: RoomCounts = NO_ROOMS) -> None:
        self.chart = chart
        self._houses = {} if chart is None else {int(one.id): int(room.house) for room in chart.rooms for one in room.families}
        self.view.show_chart(chart)
        self._stack.setCurrentIndex(1 if chart is None or not chart.rooms else 0)
        if chart is not None and not chart.rooms:
            self._hint.setText(tr("这里还没有登记房间。"))
        self._title.setText(chart.title if chart is not None else tr("楼栋图"))
        totals = {"rooms": f"{counts.rooms:,}", "families": f"{counts.families:,}", "people": f"{counts.residents:,}"}
        self._figures.setText(tr("{rooms} 间 · {families} 户 · {people} 人", **totals) if chart is not None else "")
        self._counts = counts
        self._word_legend()
        self._frame(*self._desk.bench.card.shown)

    def _word_legend(self) -> None:
        """The states in words with their rooms; where there is no room for words their letters stand alone."""
        texts = [(tr("{state} {count}", state=state.caption, count=f"{count:,}"), count) for state, count in self._counts.seen]
        for button, (text, count) in zip(self._legend, texts, strict=True):
            button.setText(text)
            button.setAccessibleName(text)
            button.setEnabled(bool(count))
        if sum(button.sizeHint().width() + LEGEND_GAP_PX for button in self._legend) > self.width() - 2 * LEGEND_SIDE_PX:
            for button, (_, count) in zip(self._legend, texts, strict=True):
                button.setText(f"{count:,}")

    # What is meant

    def _chosen(self, room: Room) -> None:
        """Select the family of a room; a room with none or several is selected itself. The list in the table stays."""
        only = room.families[0].id if len(room.families) == 1 else None
        kind, thing = (Kind.HOUSE, room.house) if only is None else (Kind.HOUSEHOLD, only)
        self._desk.county.signals.selection.emit(kind.value, (int(thing),), self._desk.bench.relocation)

    def _part_chosen(self, sign: Sign) -> None:
        """List who lives in a building, an entrance or a floor, for all that can be done with a list."""
        self._desk.county.signals.selection.emit(*sign.place, self)

    def _opened(self, room: Room) -> None:
        self._chosen(room)
        self._desk.bench.card.take_focus()

    def _selected(self, kind: str, ids: Sequence[int], _initiator: object) -> None:
        self._frame(kind, ids)

    def _frame(self, kind: str, ids: Sequence[int]) -> bool:
        """Frame what is selected where it is on the chart; says whether it is."""
        houses = [self._houses[one] for one in ids if one in self._houses] if kind == Kind.HOUSEHOLD else []
        if kind == Kind.HOUSE and self.chart is not None:
            houses = [one for one in ids if any(room.house == one for room in self.chart.rooms)]
        if is_part(kind) and self.chart is not None:
            houses = [int(room.house) for room in rooms_of(self.chart, kind, ids)]
        if kind in (Kind.HOUSEHOLD, Kind.HOUSE) or is_part(kind):
            self.view.mark(houses)
        return bool(houses)

    def _list_state(self, state: RoomState) -> None:
        """List the families of the rooms that show a state."""
        if self.chart is None:
            return
        families = [int(one.id) for room in self.chart.rooms if room.state is state for one in room.families]
        if families:
            self._desk.list_families(tr("{place} · {state}", place=self.chart.title, state=state.caption), families)
        else:
            self._desk.county.signals.message.emit("info", tr("这些房间里没有登记住户。"))

    def _save(self) -> None:
        chart = self.chart
        if chart is not None:
            outputs.write_chart(self._desk.county, self._desk.ask, chart)

    # How it looks

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 2)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._figures)
        head.addStretch(1)
        for made in self._head_buttons():
            head.addWidget(made)
        foot = QHBoxLayout()
        foot.setContentsMargins(LEGEND_SIDE_PX, 2, LEGEND_SIDE_PX, 6)
        foot.setSpacing(LEGEND_GAP_PX)
        self._legend = [self._legend_button(state) for state in RoomState]
        for one in self._legend:
            foot.addWidget(one)
        foot.addStretch(1)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self._stack.setCurrentIndex(1)

    def _head_buttons(self) -> tuple[QToolButton, ...]:
        made = []
        for text, icon, call in (
            (tr("房间放大"), "plus", partial(self.view.zoom, 1)),
            (tr("房间缩小"), "minus", partial(self.view.zoom, -1)),
            (tr("适合窗口"), "building", partial(self.view.zoom, 0)),
            (tr("保存楼栋图…"), "save", self._save),
        ):
            button = pieces.tool_button(text, icon)
            button.clicked.connect(lambda _checked=False, chosen=call: chosen())
            made.append(button)
        return tuple(made)

    def _legend_button(self, state: RoomState) -> QPushButton:
        tip = tr("{state}：列出这些户。{precedence}", state=state.caption, precedence=precedence())
        button = pieces.button(state.caption, partial(self._list_state, state), role="link", tip=pieces.tip(tip))
        button.setIconSize(QSize(22, 18))
        button.setMinimumWidth(LEGEND_SAMPLE_PX)  # gives way, and then says less
        return button

    def _wear(self) -> None:
        palette = Palette.DARK if is_dark(self.palette()) else Palette.LIGHT
        self.view.set_palette(palette)
        desk = Desk(palette)
        for button, state in zip(self._legend, RoomState, strict=True):
            button.setIcon(QIcon(QPixmap.fromImage(legend_tile(state, desk, ratio=self.devicePixelRatioF()))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._word_legend()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_if_seen()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._legend:
            self._wear()
        super().changeEvent(event)
