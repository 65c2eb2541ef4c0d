"""The register of a community's or site's families as a workbook, in the order of the doors."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from gisapp.domain.family_sheet import FamilySheet
from gisapp.domain.lines import SLOTS
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.storage.county import settings


def write_register(
    connection: sqlite3.Connection,
    path: Path,
    families: Sequence[FamilySheet],
    *,
    place: str,
    day: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write the register as .xlsx, phones as the families have them; returns the rows. Raises BadFile, Cancelled."""
    county = settings.read(connection, "county_name", "")
    made = tr("{county} · {place} · {day}", county=county, place=place, day=(day or date.today()).isoformat())
    marks = (tr("示例数据：人物与电话均为虚构。"),) if settings.read(connection, "is_sample", False) else ()
    notes = (tr("住户册 · {place}", place=place), made, *marks)
    return write_workbook(path, (Table(tr("住户册"), _columns(), _rows(families), notes),), cancelled=cancelled)


def slots_text(family: FamilySheet) -> str:
    """齐全, or which slots are missing; empty for a family that was not relocated."""
    if not family.slots:
        return ""
    missing = family.missing
    if not missing:
        return tr("齐全")
    return tr("六岗全缺") if len(missing) == len(SLOTS) else tr("缺 {slots}", slots=tr("、").join(slot.caption for slot in missing))


def _columns() -> tuple[Column, ...]:
    return (
        Column("at", tr("序号"), 6, Content.INTEGER), Column("site", tr("安置点"), 16), Column("building", tr("楼栋"), 9),
        Column("unit", tr("单元"), 6, Content.INTEGER), Column("floor", tr("楼层"), 6, Content.INTEGER), Column("room", tr("房号"), 8),
        Column("number", tr("门牌"), 28), Column("grid", tr("网格"), 18), Column("head", tr("户主"), 10),
        Column("residents", tr("人数"), 6, Content.INTEGER), Column("marks", tr("重点人群"), 12), Column("phone", tr("电话"), 14),
        Column("origin", tr("户籍村"), 22), Column("relocated_on", tr("搬迁日期"), 12, Content.DATE),
        Column("slots", tr("六岗"), 36), Column("two_ends", tr("两头跑"), 7), Column("code", tr("户编号"), 20),
    )  # fmt: skip


def _rows(families: Sequence[FamilySheet]) -> Iterator[Row]:
    for at, one in enumerate(families, 1):
        door = one.door
        yield (
            at, door.site, door.building, door.unit, door.floor, door.room, door.number, door.grid, one.head, len(one.people),
            one.marks_text, one.phone, one.origin_text, one.relocated_on, slots_text(one),
            tr("是") if one.relocated_on and one.is_two_ends else "", one.code,
        )  # fmt: skip
