"""Safe sites on the map in 防汛: how full each is, and lines from where their families come."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from gisapp.domain.change import Change, Kind
from gisapp.domain.safe_site import SiteLoad
from gisapp.language import tr
from gisapp.scene.layers import FlowLayer
from gisapp.scene.site_lines import no_lines, site_line_layer
from gisapp.services.safe_sites.report_safe_sites import site_loads
from gisapp.storage.safe_sites import allocations, safe_sites
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.overlays import SiteFigures
from gisapp.ui.tables.site_rows import site_state

TOUCHING = frozenset({Kind.SAFE_SITE, Kind.ALLOCATION, Kind.RUN})
ALL: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnSites:
    """What was read for the map."""

    loads: tuple[SiteLoad, ...]
    figures: SiteFigures
    lines: FlowLayer


class SiteContent(QObject):
    """shown(bool): the lines of all sites appeared on the map or went."""

    shown = Signal(bool)

    def __init__(self, county: OpenCounty, content: MapContent) -> None:
        super().__init__(content)
        self._county, self._content = county, content
        self._run: int | None = None
        self._is_here = False
        self._are_all = False
        self._chosen: tuple[int, ...] | None = None
        county.signals.selection.connect(self._selected)
        county.signals.changed.connect(self._changed)
        content.shown.connect(self._draw)

    @property
    def is_on(self) -> bool:
        """Whether the lines of all sites are asked for."""
        return self._are_all

    def take_run(self, kind: str, ids: Sequence[int]) -> None:
        """Another run is in hand in 防汛."""
        run = int(ids[0]) if kind == Kind.RUN and ids else None
        if run != self._run:
            self._run = run
            self._draw()

    def take_workspace(self, name: str) -> None:
        """Lines belong to 防汛: elsewhere they are taken off the map."""
        self._is_here = name == "flood"
        self._draw()

    def show_all(self, is_on: bool) -> None:
        """Draw the lines to every site, or take them off."""
        self._are_all = is_on
        self.shown.emit(is_on)
        self._draw()

    def _selected(self, kind: str, ids: Sequence[int], _initiator: object) -> None:
        chosen = tuple(int(one) for one in ids) if kind == Kind.SAFE_SITE and ids else None
        if chosen != self._chosen:
            self._chosen = chosen
            self._draw()

    def _changed(self, change: Change, _initiator: object) -> None:
        if TOUCHING.intersection(change.kinds):
            self._draw()

    def _draw(self) -> None:
        run, is_here = self._run, self._is_here
        sites = self._chosen if self._chosen is not None else ALL if self._are_all else None

        def read(connection: sqlite3.Connection) -> DrawnSites:
            return _drawn(connection, run, sites if is_here else None, is_named=is_here)

        self._county.tasks.read(read, self._show, key="site lines")

    def _show(self, drawn: DrawnSites) -> None:
        self._content.namer.tell(Kind.SAFE_SITE.value, {int(load.id): _told(load) for load in drawn.loads})
        self._content.lay_over(replace(self._content.overlays, site_lines=drawn.lines, site_figures=drawn.figures))


def _drawn(connection: sqlite3.Connection, run: int | None, sites: tuple[int, ...] | None, *, is_named: bool) -> DrawnSites:
    allocation = allocations.in_force(connection, run)
    loads = site_loads(connection, allocation)
    if allocation is None or not is_named:
        return DrawnSites(loads, SiteFigures(), no_lines())
    ids, _, places = safe_sites.open_places(connection)
    at = {site: (float(x), float(y)) for site, (x, y) in zip(ids, places, strict=True)}
    wanted = [load for load in loads if sites is not None and (not sites or int(load.id) in sites)]
    lines, in_all = (no_lines(), 0) if sites is None else site_line_layer(connection, int(allocation.id), sites=sites)
    return DrawnSites(loads, SiteFigures(tuple(wanted), at, in_all), lines)


def _told(load: SiteLoad) -> str:
    """What the pointer's label says of a site."""
    figures = tr("{people}/{room} 人", people=f"{load.people:,}", room=f"{load.capacity:,}")
    return "\n".join(filter(None, (load.site.caption if load.site else load.name, figures, site_state(load))))
