"""Flows and both homes of a family on the map: read off the window's thread, laid over what the map shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from gisapp.canvas.map_canvas import MapCanvas
from gisapp.domain.change import Change, Kind
from gisapp.domain.origins import Flow, OriginReport
from gisapp.scene.flow_layers import FLOW, family_layers, flow_layer, residence_layer, village_points
from gisapp.scene.layers import FlowLayer, LineLayer, PointLayer
from gisapp.scene.shapes import around
from gisapp.scene.view import View
from gisapp.services.places.trace_origins import by_town, is_crowd, trace_origins
from gisapp.storage.contacts import origins
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.overlays import EMPTY, NO_RESIDENCES, FlowNames

FAR_METRES_PER_PX = 60.0
"""Farther away than about 1:230,000 on a screen, villages lie too close for lines of their own."""
TOUCHING = frozenset({Kind.HOUSEHOLD, Kind.DIVISION, Kind.RESIDENT, Kind.HOUSE})


@dataclass(frozen=True, slots=True)
class FlowScope:
    """Whose flows: to one settlement site, from one village or town; None = all."""

    site: int | None = None
    village: int | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Flows as they are drawn, and the names with them."""

    layer: FlowLayer
    names: FlowNames


@dataclass(frozen=True, slots=True)
class DrawnFlows:
    """What was read for the map: ``near`` by village; ``far`` by town, where there are too many to be told apart from afar."""

    report: OriginReport
    near: Lines
    far: Lines | None
    residences: PointLayer

    def seen_at(self, metres_per_px: float) -> Lines:
        """The lines for a scale."""
        return self.near if self.far is None or metres_per_px < FAR_METRES_PER_PX else self.far


class FlowContent(QObject):
    """shown(bool): flows appeared on the map or went."""

    shown = Signal(bool)

    def __init__(self, county: OpenCounty, content: MapContent, canvas: MapCanvas) -> None:
        super().__init__(content)
        self._county, self._content, self._canvas = county, content, canvas
        self._drawn: DrawnFlows | None = None
        self.scope: FlowScope | None = None
        self.report = OriginReport((), ())
        self._family: int | None = None
        self._left: FlowScope | None = None
        county.signals.selection.connect(self._selected)
        county.signals.changed.connect(self._changed)
        canvas.view_changed.connect(self._viewed)

    @property
    def is_on(self) -> bool:
        """Whether flows are asked for."""
        return self.scope is not None

    def show(self, scope: FlowScope, *, flies: bool = False) -> None:
        """Draw the flows of ``scope``; ``flies``: and look at them."""
        self.scope, self._left = scope, None

        def read(connection: sqlite3.Connection) -> DrawnFlows:
            return _drawn(connection, scope)

        self._county.tasks.read(read, lambda drawn: self._draw(drawn, flies), key="flows")

    def hide(self) -> None:
        """Take the flows off the map."""
        self._county.tasks.forget("flows")
        if self.scope is not None:
            self.scope, self.report, self._drawn = None, OriginReport((), ()), None
            self._content.lay_over(self._content.overlays.without_flows())
            self.shown.emit(False)

    def take_workspace(self, name: str) -> None:
        """Flows belong to the relocation workspace: elsewhere they are taken off the map, and are there again on coming back."""
        if name != "relocation":
            left = self.scope
            self.hide()
            self._left = left
        elif self._left is not None:
            self.show(self._left)

    def show_homes(self, family: int, *, flies: bool = False) -> None:
        """Join both homes of a family by a line; ``flies``: and look at both."""
        self._family = family

        def draw(found: tuple[LineLayer, PointLayer] | None) -> None:
            if self._family == family:
                self._draw_homes(found or EMPTY[1:])
                if found is not None and flies:
                    self._content.look_at(around([found[0].bounds, found[1].bounds]))

        self._county.tasks.read(lambda connection: family_layers(connection, family), draw, key="two homes")

    def _draw(self, drawn: DrawnFlows, flies: bool) -> None:
        if self.scope is None:
            return
        self.report, self._drawn = drawn.report, drawn
        told = (*drawn.report.flows, *(drawn.far.names.flows if drawn.far is not None else ()))
        self._content.namer.tell(FLOW, {flow.id: _told(flow) for flow in told})
        self._lay(drawn.seen_at(self._canvas.view().metres_per_px))
        self.shown.emit(True)
        if flies and len(drawn.near.layer.shapes):
            self._content.look_at(drawn.near.layer.bounds)

    def _lay(self, lines: Lines) -> None:
        residences = self._drawn.residences if self._drawn is not None else NO_RESIDENCES
        self._content.lay_over(replace(self._content.overlays, flows=lines.layer, residences=residences, names=lines.names))

    def _viewed(self, view: View) -> None:
        """From afar by town, near by village."""
        if self._drawn is None:
            return
        lines = self._drawn.seen_at(view.metres_per_px)
        if lines.layer is not self._content.overlays.flows:
            self._lay(lines)

    def _draw_homes(self, found: Sequence[LineLayer | PointLayer]) -> None:
        line, ends = found
        if isinstance(line, LineLayer) and isinstance(ends, PointLayer):
            self._content.lay_over(replace(self._content.overlays, home_line=line, home_ends=ends))

    def _selected(self, kind: str, ids: Sequence[int], _initiator: object) -> None:
        if kind == Kind.HOUSEHOLD and len(ids) == 1:
            self.show_homes(int(ids[0]))
        elif self._family is not None:
            self._family = None
            self._draw_homes(EMPTY[1:])

    def _changed(self, change: Change, _initiator: object) -> None:
        if not TOUCHING.intersection(change.kinds):
            return
        if self.scope is not None:
            self.show(self.scope)
        if self._family is not None:
            self.show_homes(self._family)


def _told(flow: Flow) -> str:
    return "\n".join((flow.caption, flow.figures))


def _drawn(connection: sqlite3.Connection, scope: FlowScope) -> DrawnFlows:
    report = trace_origins(connection, site=scope.site, village=scope.village)
    far = _lines(connection, by_town(connection, report.flows)) if is_crowd(report.flows) else None
    lived_in = origins.villages_within(connection, scope.village) if scope.village is not None else ()
    residences = residence_layer(connection, lived_in) if lived_in else NO_RESIDENCES
    return DrawnFlows(report, _lines(connection, report.flows), far, residences)


def _lines(connection: sqlite3.Connection, flows: Sequence[Flow]) -> Lines:
    places = village_points(connection, sorted({int(flow.origin) for flow in flows}))
    return Lines(flow_layer(connection, flows), FlowNames(tuple(flows), places, origins.site_points(connection)))
