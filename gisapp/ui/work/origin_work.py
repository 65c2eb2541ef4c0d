"""Origin villages at work: their list, a village's families wherever they live now, lines on the map."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gisapp.domain.change import Kind
from gisapp.domain.entrances import building_of, is_part
from gisapp.domain.origins import Flow, OriginReport
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.places.trace_origins import find_village, trace_origins
from gisapp.storage.contacts import origins
from gisapp.storage.families import households
from gisapp.storage.places import units
from gisapp.ui import outputs, reading
from gisapp.ui.cards.card import Card
from gisapp.ui.cards.flow import flow_card, village_tip
from gisapp.ui.flow_content import FlowScope
from gisapp.ui.flow_reading import FLOW, flows_of
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.rows import Column
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import Place


@dataclass(frozen=True, slots=True)
class OriginRow:
    """A flow as a line of a list; ``flow`` is its number."""

    flow: int
    told: Flow


@dataclass(frozen=True, slots=True)
class VillageFamilies:
    """The families that left a village, by where they live now."""

    name: str
    families: tuple[int, ...]


def origin_listing(connection: sqlite3.Connection, place: Place) -> Listing:
    """The flows to the site we are at, from the village we are at, or all."""
    scope = scope_of(connection, place)
    report = trace_origins(connection, site=scope.site, village=scope.village)
    rows = [OriginRow(flow.id, flow) for flow in (*report.flows, *report.elsewhere)]
    name = reading.title_of_place(connection, *place) if scope != FlowScope() else tr("全县")
    return Listing(tr("{place} 搬迁来源", place=name), origin_columns(), rows, tr("这里没有搬迁户。"))


def origin_columns() -> tuple[Column, ...]:
    return (
        Column(tr("来源村"), lambda row: row.told.origin_caption, 16),
        Column(tr("安置点"), lambda row: row.told.site_name or tr("不在安置点"), 11),
        Column(tr("户"), lambda row: f"{row.told.families:,}", 4, order=lambda row: row.told.families, is_number=True),
        Column(tr("人"), lambda row: f"{row.told.people:,}", 4, order=lambda row: row.told.people, is_number=True),
        Column(tr("村编码"), lambda row: row.told.origin_code, 9),
    )


def count_villages(connection: sqlite3.Connection, _place: Place) -> int:
    """How many villages the families at settlement sites came from."""
    return origins.count_villages(connection)


def scope_of(connection: sqlite3.Connection, place: Place) -> FlowScope:
    """Whose flows a place means: those to its site, those from its village, or all."""
    kind, ids = place
    if len(ids) != 1:
        return FlowScope()
    if kind == Kind.DIVISION:
        return FlowScope(village=ids[0])
    if kind == "building" or is_part(kind):
        building = units.site_of(connection, building_of(kind, ids[0]) if is_part(kind) else ids[0])
        return FlowScope(site=building[1] if building else None)
    return FlowScope(site=ids[0]) if kind == Kind.SETTLEMENT else FlowScope()


def show_flows(desk: WorkDesk) -> None:
    """Draw the flows of the place we are at; of all sites where we are at none."""
    place = desk.place

    def show(scope: FlowScope) -> None:
        desk.show_page("map")
        desk.bench.map.flows.show(scope, flies=True)

    desk.county.tasks.read(lambda connection: scope_of(connection, place), show, key="flow scope")


def toggle_flows(desk: WorkDesk) -> None:
    """Draw the flows, or take them off the map."""
    if desk.bench.map.flows.is_on:
        desk.bench.map.flows.hide()
    else:
        show_flows(desk)


def list_flows(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """List the families of the chosen flows."""
    ids = tuple(row.flow for row in rows if isinstance(row, OriginRow))
    if ids:
        list_families_of(desk, ids)


def list_families_of(desk: WorkDesk, ids: tuple[int, ...]) -> None:
    """List the families of flows in the table."""
    desk.show_page("map")
    desk.bench.relocation.show_place((FLOW, ids))


def save_origins(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """Keep the flows of the list as a map or workbook."""
    flows = tuple(row.told for row in rows if isinstance(row, OriginRow))
    at_sites = tuple(flow for flow in flows if not origins.is_elsewhere(flow))
    report = OriginReport(at_sites, tuple(flow for flow in flows if origins.is_elsewhere(flow)))
    outputs.write_origins(desk.county, desk.ask, report)


def ask_village(desk: WorkDesk) -> None:
    """Ask for a village by name, former name or code, and show its families."""
    text = desk.ask.line(tr("某村的搬迁户"), tr("村名、原村名或代码："))
    if text is None:
        return

    def failed(error: GisappError) -> None:
        desk.county.signals.message.emit("error", str(error))

    desk.county.tasks.read(
        lambda connection: find_village(connection, text), lambda village: village_families(desk, village), key="village", failed=failed
    )


def village_families(desk: WorkDesk, village: int) -> None:
    """List the families that left a village, mark where they live now, and draw their lines only."""

    def show(found: VillageFamilies) -> None:
        if not found.families:
            desk.county.signals.message.emit("info", tr("{village}没有搬迁户。", village=found.name))
            return
        desk.show_page("map")
        desk.list_families(tr("{village}的搬迁户", village=found.name), found.families)
        desk.county.signals.selection.emit(Kind.HOUSEHOLD.value, found.families, desk.bench.relocation)
        desk.bench.map.flows.show(FlowScope(village=village), flies=True)

    desk.county.tasks.read(lambda connection: _families_of(connection, village), show, key="village")


def _families_of(connection: sqlite3.Connection, village: int) -> VillageFamilies:
    name = reading.title_of_place(connection, Kind.DIVISION.value, (village,))
    families = {family for one in origins.villages_within(connection, village) for family in households.from_origin(connection, one)}
    return VillageFamilies(name, tuple(sorted(families)))


def with_relocated(connection: sqlite3.Connection, division: int, made: Callable[[], Card], desk: WorkDesk) -> Callable[[], Card]:
    """The card of a division; where families left it, with the way to them. Read here, drawn on the window's thread."""
    if not households.from_origin(connection, division):
        return made

    def draw() -> Card:
        card = made()
        card.button(tr("这个村的搬迁户"), lambda: village_families(desk, division), icon="family", tip=village_tip())
        return card

    return draw


def flow_sheet(connection: sqlite3.Connection, ids: tuple[int, ...], desk: WorkDesk) -> Callable[[], Card]:
    """The card of flows: read here, drawn on the window's thread."""
    flows = flows_of(connection, ids)
    return lambda: flow_card(flows, lambda: list_families_of(desk, ids), lambda village: village_families(desk, village))
