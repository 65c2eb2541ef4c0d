"""Slice of the flood team's work: what happened to each house, how it is restored, and the board."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from gisapp.domain.change import Kind
from gisapp.language import tr
from gisapp.ui.cards.damage import ShownDamage, read_family, read_house
from gisapp.ui.panels.table import Listing
from gisapp.ui.work import damage_deeds, damage_lists
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import (
    FamilyAction,
    FamilySection,
    HouseSection,
    MapPage,
    Place,
    RunAction,
    Slice,
    WorkButton,
    WorkCommand,
    WorkList,
)

KINDS = frozenset({Kind.DAMAGE, Kind.HOUSE, Kind.HOUSEHOLD, Kind.RESIDENT, Kind.SETTING, Kind.DIVISION, Kind.GRID})


def _buttons() -> tuple[WorkButton, ...]:
    return (
        WorkButton(tr("核实、恢复…"), "house", damage_deeds.open_cases, tr("核实、方式、阶段、过渡住址、照片；没有选中时是表中全部")),
        WorkButton(tr("在地图上看"), "pan", damage_deeds.toggle_map, tr("在地图上画出或收起受损房屋：形状是程度，颜色是进度")),
        WorkButton(tr("保存…"), "save", damage_deeds.export, tr("存为 Excel 工作簿，或可打印的 PDF")),
    )


def _list(
    name: str,
    title: Callable[[], str],
    count: Callable[[sqlite3.Connection, Place], int],
    listing: Callable[[sqlite3.Connection, Place], Listing],
) -> WorkList:
    return WorkList(name, title, count, listing, _buttons, KINDS, marks_houses=True, named_by=_number)


def _number(row: Any) -> int | None:
    return getattr(row, "id", None)


def _board(desk: WorkDesk) -> QWidget:
    from gisapp.ui.panels.damage_board import DamageBoard

    return DamageBoard(desk)


def _read_house(connection: sqlite3.Connection, house: int) -> tuple[int, tuple[ShownDamage, ...]]:
    return house, read_house(connection, house)


SLICE = Slice(
    flood_lists=(
        _list(damage_deeds.ALL_LIST, lambda: tr("受损房屋"), damage_lists.count_all, damage_lists.list_all),
        _list("damage_open", lambda: tr("受损未完工"), damage_lists.count_open, damage_lists.list_open),
        _list("damage_unverified", lambda: tr("受损待核实"), damage_lists.count_unverified, damage_lists.list_unverified),
    ),
    flood_pages=(MapPage(damage_deeds.BOARD_PAGE, lambda: tr("灾后恢复"), _board),),
    family_actions=(
        FamilyAction("report_damage", lambda: tr("登记房屋受损…"), damage_deeds.report_family, icon="house", opens_group=True),
    ),
    family_sections=(FamilySection("damage", read_family, damage_deeds.draw_section),),
    house_sections=(HouseSection("damage", _read_house, damage_deeds.draw_house),),
    run_actions=(RunAction("report_damage", lambda: tr("登记受损…"), damage_deeds.report_run, icon="house", opens_group=True),),
    commands=(
        WorkCommand("report_damage", damage_deeds.report),
        WorkCommand("damage_board", damage_deeds.show_board),
        WorkCommand("damage_events", damage_deeds.show_events),
        WorkCommand("damage_settings", damage_deeds.change_settings),
        WorkCommand("export_damage", damage_deeds.export_all),
    ),
)
