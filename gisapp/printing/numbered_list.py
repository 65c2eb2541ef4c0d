"""The list beside a numbered map: homes by grid under its officer, and the list of an overview's sheets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gisapp.domain.map_pages import MapFamily, MapHome, MapPage
from gisapp.language import tr
from gisapp.printing.paged_table import TICK_BOX, Group, PrintColumn, PrintRow

Numbered = tuple[int, MapHome]


def lines_of(home: MapHome) -> int:
    """How many lines a home takes in the list."""
    return max(len(home.families), 1)


def home_columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn("", 3.2, has_boxes=True),
        PrintColumn(tr("号"), 5.2, is_bold=True, is_number=True),
        PrintColumn(tr("等级"), 6.8),
        PrintColumn(tr("户主"), 9, is_bold=True),
        PrintColumn(tr("人"), 4.2, is_number=True),
        PrintColumn(tr("重点人群"), 10.5),
        PrintColumn(tr("电话"), 16),
        PrintColumn(tr("门牌"), 23),
        PrintColumn(tr("提示"), 22),
    )


def home_groups(page: MapPage, numbered: Sequence[Numbered]) -> list[Group]:
    """By grid with its officer; homes without a conclusion last."""
    named = {grid.code: grid for grid in page.grids}
    groups = []
    for code, found in groupby(numbered, key=lambda pair: None if pair[1].level is None else pair[1].grid_code):
        homes = list(found)
        rows = tuple(row for number, home in homes for row in _rows(number, home))
        if code is None:
            groups.append(Group(tr("没有结论的住房"), tr("{count:,} 处，请派人查看", count=len(homes)), rows))
            continue
        officer, name = named[code].officer, named[code].name or tr("不在任何网格内")
        note = tr("没有网格员") if officer is None else tr("网格员 {name} {phone}", name=officer.name, phone=officer.phone)
        groups.append(Group(name, note, rows))
    return groups


def sheet_columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("页"), 6, is_bold=True, is_number=True),
        PrintColumn(tr("网格"), 52),
        PrintColumn(tr("住房"), 10, is_number=True),
        PrintColumn(tr("户"), 10, is_number=True),
        PrintColumn(tr("人"), 10, is_number=True),
    )


def sheet_groups(page: MapPage, parts: Sequence[Sequence[MapHome]], starts: Sequence[int]) -> list[Group]:
    """A row a sheet, and the sum, which is that of the page."""
    names = {grid.code: grid.name or tr("不在任何网格内") for grid in page.grids}
    rows = []
    for start, homes in zip(starts, parts, strict=True):
        grids = tr("、").join(dict.fromkeys(names[home.grid_code] for home in homes))
        rows.append(PrintRow((f"{start}", grids, *_counts(homes))))
    return [Group("", "", (*rows, PrintRow(("", tr("合计"), *_counts(page.homes)), is_sum=True)))]


def _counts(homes: Sequence[MapHome]) -> tuple[str, str, str]:
    counted = [family for home in homes for family in home.families if family.is_counted]
    danger = sum(home.level is not None for home in homes)
    return f"{danger:,}", f"{len(counted):,}", f"{sum(family.residents for family in counted):,}"


def _rows(number: int, home: MapHome) -> list[PrintRow]:
    level = tr("不明") if home.level is None else home.level.caption
    if not home.families:
        return [PrintRow((TICK_BOX, f"{number}", level, "", "", "", "", home.number, tr("没有登记住户")))]
    return [_row(number, level, home, family) for family in home.families]


def _row(number: int, level: str, home: MapHome, family: MapFamily) -> PrintRow:
    people = f"{family.residents}" if family.is_counted or family.residents else ""
    cells = (TICK_BOX, f"{number}", level, family.head, people, family.marks, family.phone, home.number, family.hint)
    return PrintRow(cells, is_urgent=family.is_counted and not family.is_reachable)
