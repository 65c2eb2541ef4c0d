"""The map with its tools and the layers button: shows the county, keeps step with what is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shapely
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from gisapp.canvas.map_canvas import MapCanvas
from gisapp.canvas.tools.corners import AreaTool, MeasureTool
from gisapp.canvas.tools.pan import PanTool
from gisapp.canvas.tools.pick import BoxTool, LassoTool
from gisapp.canvas.tools.place import PlaceTool
from gisapp.canvas.tools.reshape import ReshapeTool
from gisapp.canvas.tools.tool import Tool
from gisapp.domain.change import Change, Kind
from gisapp.language import tr
from gisapp.scene import themes
from gisapp.scene.county_layers import DEFAULT_THEME
from gisapp.scene.shape_edit import taken_apart
from gisapp.scene.style import Palette
from gisapp.ui import icons, pieces
from gisapp.ui.damage_content import DamageContent
from gisapp.ui.flow_content import FlowContent, FlowScope
from gisapp.ui.map_content import LAYER_GROUPS, MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.map_keys import MapKeys
from gisapp.ui.site_content import SiteContent
from gisapp.ui.theme import is_dark

MARGIN, NORTH_ARROW_PX = 10, 54


class MapPanel(QWidget):
    """area_drawn(coords): a polygon was drawn with the drawing tool, (n, 2) metres; area_reshaped(geometry): a border was moved."""

    area_drawn = Signal(object)
    area_reshaped = Signal(object)

    def __init__(self, county: OpenCounty, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._county = county
        self._theme = DEFAULT_THEME
        self.canvas = MapCanvas(self)
        self.content = MapContent(county, self.canvas)
        self.flows = FlowContent(county, self.content, self.canvas)
        self.sites = SiteContent(county, self.content)
        self.damages = DamageContent(county, self.content)
        self._place_taken: Callable[[float, float], None] | None = None
        self.keys = MapKeys(self.canvas, put_down=self._put_down)
        self._tools = self._make_tools()
        self._layers = self._make_layers_button()
        self._sample = pieces.label(tr("示例数据"), "sample", wraps=False)
        self._sample.setParent(self)
        self._sample.setVisible(county.is_sample)
        self.hint = pieces.label("", "step", wraps=False)
        self.hint.setParent(self)
        self.hint.hide()
        self.canvas.set_palette(Palette.DARK if is_dark(self.palette()) else Palette.LIGHT)
        self._connect()
        self.content.load(self._theme)

    @property
    def theme(self) -> str:
        """The theme the cells are coloured by."""
        return self._theme

    def show_theme(self, name: str) -> None:
        """Colour the cells by another theme."""
        self._theme = name
        for action in self._theme_group.actions():
            action.setChecked(action.data() == name)
        self.content.recolour(name)

    @property
    def run(self) -> int | None:
        """The run whose roll call the cells can show; None = the latest."""
        return self.content.run

    def take_run(self, kind: str, ids: Sequence[int]) -> None:
        """Another run is in hand: its roll call and where its families go."""
        self.content.take_run(int(ids[0]) if kind == Kind.RUN and ids else None, self._theme)
        self.sites.take_run(kind, ids)

    def fly_to(self, kind: str, thing: int) -> None:
        """Show one unit, house or family and what is around it."""
        self.content.find_bounds(kind, thing, self.canvas.zoom_to)

    def mark(self, kind: str, ids: Sequence[int], initiator: object) -> None:
        """Mark what is selected, unless the map chose it."""
        if initiator is not self:
            self.content.mark(kind, ids)

    def use_tool(self, name: str) -> None:
        """Take up one of the tools: pan, box, lasso, measure, draw."""
        for button in self._tool_buttons:
            if button.property("tool") == name:
                button.click()

    def ask_place(self, words: str, taken: Callable[[float, float], None]) -> None:
        """Let the person click one place, said by ``words``; ``taken(x, y)`` gets it in metres. Another tool or Escape calls it off."""
        tool = PlaceTool()
        tool.place_chosen.connect(self._take_place)
        self._take_up(tool, words)
        self._place_taken = taken

    def _take_place(self, x: float, y: float) -> None:
        taken, self._place_taken = self._place_taken, None
        self.use_tool("pan")
        if taken is not None:
            taken(x, y)

    def reshape(self, shape: shapely.Geometry) -> None:
        """Let the corners of a polygon be moved, added and removed; every step is told by ``area_reshaped``."""
        tool = ReshapeTool(taken_apart(shape))
        tool.reshaped.connect(lambda edited: self.area_reshaped.emit(edited.geometry()))
        tool.finished.connect(self._put_down)
        self._take_up(tool, tr("拖动角点；在边上拖出新角点；Delete 删除，退格撤一步，Enter 完成"))

    def _put_down(self) -> None:
        if type(self.canvas.tool()) is not PanTool:
            self.use_tool("pan")

    def take_change(self, change: Change, initiator: object) -> None:
        """Reload what a change touched."""
        self.content.take_change(change, self._theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.canvas.setGeometry(0, 0, self.width(), self.height())
        self._tools.adjustSize()
        self._tools.move(MARGIN, MARGIN)
        self._layers.adjustSize()
        self._layers.move(self._tools.geometry().right() + 8, MARGIN)
        self._sample.adjustSize()
        right = self._layers.geometry().right() + 8
        has_room = right + self._sample.width() + MARGIN < self.width() - NORTH_ARROW_PX
        self._sample.move(right if has_room else MARGIN, MARGIN + 4 if has_room else self._tools.geometry().bottom() + 6)
        self._place_hint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "canvas"):
            self.canvas.set_palette(Palette.DARK if is_dark(self.palette()) else Palette.LIGHT)
        super().changeEvent(event)

    def say(self, text: str) -> None:
        """A word about the tool in hand, at the top of the map; "" takes it away."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        self._place_hint()

    def _place_hint(self) -> None:
        self.hint.adjustSize()
        below = max(self._layers.geometry().bottom(), self._sample.geometry().bottom()) + 8
        self.hint.move(max(MARGIN, (self.width() - self.hint.width()) // 2), below)

    def _connect(self) -> None:
        self.canvas.picked.connect(self._picked)
        self.canvas.opened.connect(self._opened)
        self.canvas.area_drawn.connect(self.area_drawn)
        self._county.signals.selection.connect(self.mark)
        self._county.signals.changed.connect(self.take_change)

    def _picked(self, kind: str, ids: tuple[int, ...]) -> None:
        self._county.signals.selection.emit(kind, ids, self)

    def _opened(self, kind: str, thing: int) -> None:
        if kind == Kind.HOUSE:
            self.fly_to(kind, thing)

    def _make_tools(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("mapTools")
        row = QHBoxLayout(frame)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(1)
        self._tool_buttons: list[QToolButton] = []
        tools: tuple[tuple[str, str, str, type[Tool], str], ...] = (
            ("pan", tr("移动与点选"), tr("拖动地图；单击选中，双击放大到它"), PanTool, ""),
            ("box", tr("框选网格"), tr("拖出一个框，选中碰到的网格"), BoxTool, tr("拖出一个框，选中碰到的网格；按住 Shift 可追加")),
            ("lasso", tr("圈选住房"), tr("自由圈一块，选中里面的住房和住户"), LassoTool, tr("按住鼠标圈一块，选中里面的住房")),
            ("measure", tr("量距离"), tr("逐点单击量距离，双击结束"), MeasureTool, tr("逐点单击，双击结束，Esc 取消")),
            ("draw", tr("画范围"), tr("逐点单击画一个风险区"), AreaTool, tr("逐点单击画范围，双击结束；退格撤一点，Esc 取消")),
        )
        for name, text, tip, tool, hint in tools:
            button = pieces.tool_button(text, name, tip=tip, is_checkable=True)
            button.setAutoExclusive(True)
            button.setProperty("tool", name)
            button.clicked.connect(lambda _checked=False, made=tool, word=hint: self._take_up(made(), word))
            self._tool_buttons.append(button)
            row.addWidget(button)
        self._tool_buttons[0].setChecked(True)
        row.addSpacing(8)
        for text, name, call in self._movers():
            button = pieces.tool_button(text, name)
            button.clicked.connect(lambda _checked=False, made=call: made())
            row.addWidget(button)
        return frame

    def _movers(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            (tr("放大"), "plus", lambda: self.canvas.zoom(1.5)),
            (tr("缩小"), "minus", lambda: self.canvas.zoom(1 / 1.5)),
            (tr("全县"), "county", self.canvas.show_all),
        )

    def _take_up(self, tool: Tool, hint: str) -> None:
        self.canvas.set_area_kind(Kind.HOUSE.value if isinstance(tool, LassoTool) else Kind.GRID.value)
        self._place_taken = None
        self.canvas.set_tool(tool)
        self.say(hint)
        self.canvas.setFocus()

    def _make_layers_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("layersButton")
        button.setText(tr("图层"))
        button.setToolTip(tr("选择显示哪些图层，网格按什么着色"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(18, 18))
        icons.put(button, "layers")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._layers_menu(button))
        return button

    def _layers_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.addAction(tr("网格着色")).setEnabled(False)
        self._theme_group = QActionGroup(menu)
        for name in themes.theme_names():
            action = menu.addAction(tr(themes.theme(name).title))
            action.setCheckable(True)
            action.setChecked(name == self._theme)
            action.setData(name)
            action.triggered.connect(lambda _checked=False, chosen=name: self.show_theme(chosen))
            self._theme_group.addAction(action)
        menu.addSeparator()
        menu.addAction(tr("显示")).setEnabled(False)
        for title, names in LAYER_GROUPS:
            action = menu.addAction(tr(title))
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(lambda is_on, layers=names: self.content.show_layers(layers, is_on))
        self._flows_action = menu.addAction(tr("搬迁来源线"))
        self._flows_action.setCheckable(True)
        self._flows_action.triggered.connect(self._toggle_flows)
        self.flows.shown.connect(self._flows_action.setChecked)
        lines = menu.addAction(tr("去避险点的线（防汛）"))
        lines.setCheckable(True)
        lines.triggered.connect(self.sites.show_all)
        self.sites.shown.connect(lines.setChecked)
        damages = menu.addAction(tr("房屋受损与恢复"))
        damages.setCheckable(True)
        damages.triggered.connect(self.damages.show_all)
        self.damages.shown.connect(damages.setChecked)
        return menu

    def _toggle_flows(self, is_on: bool) -> None:
        if is_on:
            self.flows.show(FlowScope())
        else:
            self.flows.hide()

    def label_of_sample(self) -> QLabel:
        """The mark that says the data are made up."""
        return self._sample
