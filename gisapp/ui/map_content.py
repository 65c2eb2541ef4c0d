"""What the map shows of the county: loads layers off the window's thread, reloads only what a change touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal

from gisapp.canvas.map_canvas import MapCanvas
from gisapp.domain.change import Change, Kind
from gisapp.domain.entrances import ENTRANCE, FLOOR
from gisapp.scene import county_layers, themes
from gisapp.scene.cartography import point_style
from gisapp.scene.county_layers import CountyScene
from gisapp.scene.layers import Layer, PointLayer, PolygonLayer
from gisapp.scene.legend import LegendEntry, symbol_entries
from gisapp.scene.theme_figures import ThemeFigures
from gisapp.scene.view import Bounds
from gisapp.scene.water import WATER
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.ledger import export_rows
from gisapp.storage.places import house_lists, units
from gisapp.ui import reading
from gisapp.ui.names import Namer
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.overlays import LABELS, Overlays

AFFECTED = "affected"
LAYER_GROUPS = (
    ("地形", ("relief",)),
    ("河流与道路", ("rivers", "roads")),
    ("网格", ("grids",)),
    ("风险区", ("hazards", county_layers.IDLE, "draft", AFFECTED, WATER)),
    ("住房", ("homes",)),
    ("安置点与避险点", ("settlement_sites", "safe_sites", "site_lines")),
    ("地名", ("labels",)),
)
AROUND_HOUSE_M = 220.0
ENOUGH = 0.5
LEGEND_LINE_PX, BESIDE_LEGEND_PX = 21, 84
REDRAWN = frozenset({Kind.DIVISION, Kind.TERRAIN, Kind.SETTLEMENT, Kind.ROAD, Kind.WATERWAY})
TOUCHING_SITES = frozenset({Kind.SAFE_SITE, Kind.ALLOCATION, Kind.RUN})
TOUCHING_HOMES = frozenset({Kind.HAZARD, Kind.HOUSE, Kind.RESIDENT})
NO_SITES = PointLayer(
    "safe_sites", np.empty(0, np.int64), np.empty((0, 2)), np.empty(0, np.uint8), point_style("safe_sites"), kind="safe_site"
)


class MapContent(QObject):
    """Keeps one canvas filled from one county. shown(): the first whole picture is there."""

    shown = Signal()
    _cells_came = Signal(object)

    def __init__(self, county: OpenCounty, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._county = county
        self._canvas = canvas
        self._hidden: frozenset[str] = frozenset()
        self._theme_legend: tuple[LegendEntry, ...] = ()
        self._rest: tuple[LegendEntry, ...] = ()
        self._grids: PolygonLayer | None = None
        self._figures = ThemeFigures()
        self._homes: PointLayer | None = None
        self._affected: tuple[int, ...] = ()
        self.namer = Namer(county)
        self.overlays = Overlays()
        self._labels: Layer | None = None
        canvas.set_namer(self.namer.name)
        canvas.installEventFilter(self)
        self._cells_came.connect(self._show_cells, Qt.ConnectionType.QueuedConnection)

    def load(self, theme: str) -> None:
        """Load every layer and show the county."""
        early = self._cells_came.emit if self._grids is None else None
        self._county.tasks.read(lambda connection: self._county.scene(connection, theme, early), self._show, key="scene")

    def recolour(self, theme: str) -> None:
        """Colour the cells by ``theme`` with the newest figures."""
        grids = self._grids
        if grids is not None:
            figures = self._figures
            figures.notice(self._county.reader)
            self._county.tasks.read(
                lambda connection: county_layers.recoloured(connection, grids, theme, figures=figures), self._recoloured, key="theme"
            )

    @property
    def run(self) -> int | None:
        """The run whose roll call the cells can show; None = the latest."""
        return self._figures.run

    def take_run(self, run: int | None, theme: str) -> None:
        """Show the roll call of another run, where ``theme`` shows one."""
        if run != self._figures.run:
            self._figures.take_run(run)
            if themes.theme(theme).of_run:
                self.recolour(theme)

    def _prepare(self, names: Sequence[str]) -> None:
        """Read the figures of these themes, one after the other, so that each is at hand when it is asked for."""
        if names:
            figures = self._figures
            self._county.tasks.read(
                lambda connection: figures.columns(connection, names[0]), lambda _found: self._prepare(names[1:]), key="figures"
            )

    def show_layers(self, names: Sequence[str], is_visible: bool) -> None:
        """Show or hide layers."""
        self._hidden = self._hidden.difference(names) if is_visible else self._hidden.union(names)
        for name in names:
            self._canvas.set_visible(name, is_visible)

    def mark(self, kind: str, ids: Sequence[int]) -> None:
        """Mark units, houses or the homes of families on the map."""
        if kind in (Kind.HOUSEHOLD, "building", ENTRANCE, FLOOR):
            self._county.tasks.read(lambda connection: house_lists.in_units(connection, kind, ids), self._mark_houses, key="mark")
        elif kind == Kind.DIVISION:
            self._county.tasks.read(lambda connection: _grids_in(connection, ids), self._mark_grids, key="mark")
        else:
            self._county.tasks.forget("mark")
            self._canvas.select(kind, ids)

    def show_affected(self, houses: Sequence[int]) -> None:
        """Point out the homes that a run found, quietly, so that hazards and what is selected stay clear; none takes the points away."""
        if tuple(houses) != self._affected:
            self._affected = tuple(houses)
            self._draw_affected()

    def fly_to_affected(self, areas: Bounds) -> None:
        """Show the homes that a run found, where they do not fill the view already; ``areas`` when it found none."""
        layer = self._affected_layer()
        found = areas if layer is None or not len(layer.ids) else layer.bounds
        if not fills(found, self._canvas.view().bounds):
            self._canvas.zoom_to(found)

    def _draw_affected(self) -> None:
        layer = self._affected_layer()
        if layer is not None:
            self._canvas.replace_layer(layer)
            self._canvas.set_visible(AFFECTED, AFFECTED not in self._hidden)
            self._tell_legend()

    def _affected_layer(self) -> PointLayer | None:
        homes = self._homes
        if homes is None:
            return None
        chosen = np.flatnonzero(np.isin(homes.ids, np.array(self._affected, dtype=np.int64)))
        return PointLayer(AFFECTED, homes.ids[chosen], homes.xy[chosen], np.zeros(len(chosen), np.uint8), point_style(AFFECTED))

    def _mark_houses(self, houses: Sequence[int]) -> None:
        self._canvas.select(Kind.HOUSE.value, houses)

    def _mark_grids(self, grids: Sequence[int]) -> None:
        self._canvas.select(Kind.GRID.value, grids)

    def draft(self, areas: Sequence[HazardArea]) -> None:
        """Show areas that are not saved yet; none takes them away."""
        self.show_draft(county_layers.draft_layer(areas))

    def show_draft(self, layer: PolygonLayer) -> None:
        """Show areas that are not saved yet as a layer made elsewhere: many of them take a moment."""
        self._canvas.replace_layer(layer)

    def lay_over(self, overlays: Overlays) -> None:
        """Show other overlays over the county's own layers; they stay when these are read anew."""
        before, self.overlays = self.overlays, overlays
        if self._grids is None:
            return
        for old, new in zip(before.layers(), overlays.layers(), strict=True):
            if old is not new:
                self._canvas.replace_layer(new)
        if self._labels is not None and (before.names is not overlays.names or before.site_figures is not overlays.site_figures):
            self._canvas.replace_layer(overlays.named(self._labels))
        self._tell_legend()

    def look_at(self, bounds: Bounds) -> None:
        """Show these bounds with a little room around them."""
        room = max(AROUND_HOUSE_M, 0.14 * max(bounds[2] - bounds[0], bounds[3] - bounds[1]))
        self._canvas.zoom_to((bounds[0] - room, bounds[1] - room, bounds[2] + room, bounds[3] + room))

    def fly_to(self, bounds: Bounds) -> None:
        """Show these bounds (smallest x, y, largest x, y in metres)."""
        self._canvas.zoom_to(bounds)

    def show_whole(self, bounds: Bounds) -> None:
        """Show these bounds where they are not wholly in sight, or too small to work on."""
        if not fills(bounds, self._canvas.view().bounds):
            self.look_at(bounds)

    def find_bounds(self, kind: str, thing: int, then: Callable[[Bounds], None]) -> None:
        """Find where a unit, house or family lies and hand it on; nothing happens when it lies nowhere."""
        self._county.tasks.read(
            lambda connection: _bounds(connection, kind, thing), lambda bounds: then(bounds) if bounds else None, key="bounds"
        )

    def take_change(self, change: Change, theme: str) -> None:
        """Reload the layers that a change touched."""
        self.namer.forget()
        if REDRAWN.intersection(change.kinds) or (Kind.GRID in change.kinds and change.ids is None):
            self.load(theme)
            return
        if change.kinds != (Kind.ROLL_CALL,) or themes.theme(theme).of_run:  # no other figure follows a roll call
            self.recolour(theme)
        if Kind.HAZARD in change.kinds:
            self._county.tasks.read(county_layers.hazard_layers, self._show_hazards, key="hazards")
        if TOUCHING_SITES.intersection(change.kinds):
            self._county.tasks.read(county_layers.safe_site_layer, self._show_sites, key="safe sites")
        if TOUCHING_HOMES.intersection(change.kinds):
            self._county.tasks.read(county_layers.home_layer, self._show_homes, key="homes")

    def _show_sites(self, layer: PointLayer | None) -> None:
        self._canvas.replace_layer(layer or NO_SITES)

    def _show_cells(self, scene: CountyScene) -> None:
        """The first picture begins without its homes."""
        if self._grids is None:
            self._lay(scene)

    def _lay(self, scene: CountyScene) -> None:
        """Put these layers on the map; cells that came early may have another theme by now and keep it."""
        cells = next(layer for layer in scene.layers if isinstance(layer, PolygonLayer) and layer.name == "grids")
        length = _theme_length(scene.legend)
        if self._grids is None or self._grids.shapes is not cells.shapes:
            self._grids, self._theme_legend = cells, scene.legend[:length]
        self._rest = scene.legend[length:]
        found = [self._grids if layer is cells else layer for layer in scene.layers]
        if county_layers.IDLE not in scene.names:  # its place in the stack, should there be any later
            found.insert(scene.names.index("hazards"), county_layers.draft_layer((), name=county_layers.IDLE))
        self._labels = next((layer for layer in found if layer.name == LABELS), None)
        self._canvas.set_layers([(layer, layer.name not in self._hidden) for layer in self.overlays.stacked(found)])
        self._tell_legend()

    def _show(self, scene: CountyScene) -> None:
        self._figures.notice(self._county.reader)
        self._canvas.completed.connect(self._tell_shown, Qt.ConnectionType.SingleShotConnection)
        self._homes = next((layer for layer in scene.layers if isinstance(layer, PointLayer) and layer.name == "homes"), None)
        self._lay(scene)
        if self._affected:
            self._draw_affected()
        self._canvas.update()

    def _tell_shown(self) -> None:
        self.shown.emit()
        self._prepare(themes.theme_names())

    def _recoloured(self, found: tuple[PolygonLayer, tuple[LegendEntry, ...]]) -> None:
        self._grids, self._theme_legend = found
        self._canvas.replace_layer(self._grids)
        self._tell_legend()

    def _show_homes(self, layer: PointLayer) -> None:
        self._homes = layer
        self._canvas.replace_layer(layer)
        if self._affected:
            self._draw_affected()

    def _show_hazards(self, layers: tuple[PolygonLayer, PolygonLayer]) -> None:
        for layer in layers:
            self._canvas.replace_layer(layer)
        legend = [entry for entry in self._rest if entry not in _any_hazard()]
        self._rest = (*county_layers.hazard_entries(*layers), *legend)
        self._tell_legend()

    def _tell_legend(self) -> None:
        """The theme always; hazards and homes where the map is high enough for them too."""
        found = symbol_entries(AFFECTED) if self._affected else ()
        homes = symbol_entries("homes")
        hazards = tuple(entry for entry in self._rest if entry not in homes)
        wanted = ((*hazards, *found, *homes), (*hazards, *found), ())
        first = (*self.overlays.entries, *self._theme_legend)
        room = (self._canvas.height() - BESIDE_LEGEND_PX) // LEGEND_LINE_PX - len(first)
        self._canvas.set_legend((*first, *next((rest for rest in wanted if len(rest) <= room), ())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height of the map leaves room for another legend."""
        if watched is self._canvas and event.type() == QEvent.Type.Resize:
            self._tell_legend()
        return False


def fills(bounds: Bounds, view: Bounds) -> bool:
    """Whether bounds lie within a view and take up enough of it to be looked at."""
    is_within = bounds[0] >= view[0] and bounds[1] >= view[1] and bounds[2] <= view[2] and bounds[3] <= view[3]
    share = max((bounds[2] - bounds[0]) / (view[2] - view[0]), (bounds[3] - bounds[1]) / (view[3] - view[1]))
    return is_within and share >= ENOUGH


def _theme_length(legend: Sequence[LegendEntry]) -> int:
    """How many lines of a whole legend speak of the theme: those before the first of another layer."""
    others = (*_any_hazard(), *symbol_entries("homes"))
    return next((place for place, entry in enumerate(legend) if entry in others), len(legend))


def _any_hazard() -> tuple[LegendEntry, ...]:
    return (*symbol_entries("hazard_areas"), *symbol_entries("hazard_areas_idle"))


def _bounds(connection: sqlite3.Connection, kind: str, thing: int) -> Bounds | None:
    if kind == Kind.HOUSEHOLD:
        houses = reading.homes_of(connection, thing)
        return _bounds(connection, Kind.HOUSE.value, houses[0]) if houses else None
    found = units.bounds(connection, kind, thing)
    if found is None or kind not in (Kind.HOUSE, Kind.SETTLEMENT, Kind.SAFE_SITE, "building", ENTRANCE, FLOOR):
        return found
    return (found[0] - AROUND_HOUSE_M, found[1] - AROUND_HOUSE_M, found[2] + AROUND_HOUSE_M, found[3] + AROUND_HOUSE_M)


def _grids_in(connection: sqlite3.Connection, divisions: Sequence[int]) -> list[int]:
    return [grid for one in divisions for grid in export_rows.grids_in(connection, (Kind.DIVISION.value, one))]
