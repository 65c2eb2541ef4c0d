"""Slice of the relocation community's work: building charts and where families came from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from gisapp.domain.change import Kind
from gisapp.language import tr
from gisapp.storage.places import flats
from gisapp.ui.cards.card import Card
from gisapp.ui.work import origin_work
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import FamilyAction, MapPage, Place, Slice, WorkButton, WorkCommand, WorkList, is_relocated

CHART_PAGE = "chart"


def _make_chart(desk: WorkDesk) -> QWidget:
    from gisapp.ui.panels.building_chart import BuildingChart  # not before somebody looks at it

    return BuildingChart(desk)


def _show_chart(desk: WorkDesk) -> None:
    desk.show_page(CHART_PAGE)


def _show_in_chart(desk: WorkDesk, family: int) -> None:
    """Open the chart of the building a family lives in, its room framed."""

    def read(connection: sqlite3.Connection) -> tuple[str, int] | None:
        return flats.building_of(connection, Kind.HOUSEHOLD.value, family)

    def show(place: tuple[str, int] | None) -> None:
        if place is None:
            desk.county.signals.message.emit("info", tr("这一户不住在楼房里，没有楼栋图。"))
            return
        desk.show_page(CHART_PAGE)
        desk.bench.relocation.show_place((place[0], (place[1],)))
        desk.county.signals.selection.emit(Kind.HOUSEHOLD.value, (family,), desk.bench.relocation)

    desk.county.tasks.read(read, show, key="chart place")


def with_chart(made: Callable[[], Card], place: Place, desk: WorkDesk) -> Callable[[], Card]:
    """The card of a settlement site or a part of it, with the way to its chart."""

    def show() -> None:
        desk.show_page(CHART_PAGE)
        if desk.place != place:
            desk.bench.relocation.show_place(place)

    def draw() -> Card:
        card = made()
        card.button(tr("看楼栋图"), show, icon="building", tip=tr("每间房在住、空置、两头跑、缺岗、未办结"))
        return card

    return draw


def _show_homes(desk: WorkDesk, family: int) -> None:
    desk.bench.pages.show_page("map")
    desk.bench.map.flows.show_homes(family, flies=True)


def _toggle_flows(desk: WorkDesk, _rows: Sequence[Any]) -> None:
    origin_work.toggle_flows(desk)


def _origin_buttons() -> tuple[WorkButton, ...]:
    return (
        WorkButton(tr("在地图上画线"), "forward", _toggle_flows, tr("画出或收起来源线；线越粗，户数越多")),
        WorkButton(tr("列出这些户"), "family", origin_work.list_flows),
        WorkButton(tr("保存…"), "save", origin_work.save_origins, tr("存为来源地图或 Excel")),
    )


SLICE = Slice(
    lists=(
        WorkList(
            "origins",
            lambda: tr("搬迁来源村"),
            origin_work.count_villages,
            origin_work.origin_listing,
            _origin_buttons,
            frozenset({Kind.HOUSEHOLD, Kind.DIVISION, Kind.RESIDENT}),
        ),
    ),
    family_actions=(
        FamilyAction("both_homes", lambda: tr("看两处住房"), _show_homes, is_relocated, icon="house", opens_group=True),
        FamilyAction("in_chart", lambda: tr("在楼栋图里看"), _show_in_chart, is_relocated, icon="building"),
    ),
    pages=(MapPage(CHART_PAGE, lambda: tr("楼栋图"), _make_chart),),
    commands=(
        WorkCommand("chart", _show_chart),
        WorkCommand("flows", origin_work.toggle_flows),
        WorkCommand("village_families", origin_work.ask_village),
    ),
)
