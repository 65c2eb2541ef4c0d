"""People as tables: residents, contacts, and who holds each slot."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

from gisapp.domain.lines import Line as TwoLines
from gisapp.domain.lines import Role
from gisapp.domain.person import Relation, Sex, age_on
from gisapp.export.placed_table import Chosen, PlacedTable, notes_of, place_columns
from gisapp.export.table import Column, Content, Row
from gisapp.language import tr
from gisapp.storage.ledger import export_lists


def residents(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Every person, family after family, placed at the family's current home."""
    columns = (
        Column("household_code", tr("户编号"), 20),
        Column("head", tr("户主"), 10),
        Column("relation", tr("与户主关系"), 11),
        Column("name", tr("姓名"), 10),
        Column("sex", tr("性别"), 6),
        Column("age", tr("年龄"), 6, Content.INTEGER),
        Column("birth_date", tr("出生日期"), 12, Content.DATE),
        Column("id_number", tr("证件号码"), 22),
        Column("phone", tr("电话"), 14),
        Column("disabled", tr("残疾"), 6),
        Column("ill", tr("重病"), 6),
        Column("pregnant", tr("孕妇"), 6),
        *place_columns(),
        Column("sleeping", tr("现住何处"), 28),
        Column("sleeping_since", tr("现住自"), 12, Content.DATE),
    )
    yes, relations, sexes = tr("是"), {one.value: one.caption for one in Relation}, {one.value: one.caption for one in Sex}

    def cells(row: tuple[Any, ...]) -> Row:
        marks = (yes if row[at] else "" for at in (8, 9, 10))
        born = row[5] if chosen.is_revealed else None  # the ID number holds it: where the one is masked, so is the other
        known = (row[0], row[1], relations[row[2]], row[3], sexes[row[4]], age_on(date.fromisoformat(row[5]), chosen.day), born)
        return (*known, chosen.id_number(row[6]), chosen.phone(row[7]), *marks, *row[11:18])

    lines = ((cells(row), row[18]) for row in export_lists.residents(connection, chosen.place))
    title, total = tr("人员名册"), export_lists.how_many(connection, "resident") if chosen.unit is None else None
    return PlacedTable("residents", title, columns, lines, notes_of(connection, title, chosen), "Point", total)


def contacts(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Everybody who looks after families, those who left too; they have a unit and no place."""
    columns = (
        Column("name", tr("姓名"), 10),
        Column("role", tr("角色"), 12),
        Column("phone", tr("电话"), 14),
        Column("unit_code", tr("单位代码"), 16),
        Column("unit", tr("单位"), 18),
        Column("households", tr("负责户数"), 9, Content.INTEGER),
        Column("active", tr("在岗"), 7),
        Column("left_on", tr("离岗日期"), 12, Content.DATE),
        Column("left_reason", tr("离岗原因"), 18),
    )
    inside = export_lists.divisions_in(connection, chosen.place)
    found = [row for row in export_lists.contacts(connection) if row[0] in inside]
    rows = ((row[1], Role(row[2]).caption, chosen.phone(row[3]), *row[4:7], tr("是") if row[7] else tr("否"), *row[8:10]) for row in found)
    title = tr("联系人名册")
    return PlacedTable("contacts", title, columns, ((row, None) for row in rows), notes_of(connection, title, chosen), "", len(found))


def slots(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Six rows for every relocated family: who holds the slot, since when, and the empty ones."""
    columns = (
        Column("household_code", tr("户编号"), 20),
        Column("head", tr("户主"), 10),
        Column("number", tr("门牌"), 28),
        Column("grid", tr("网格"), 16),
        Column("origin", tr("户籍村"), 14),
        Column("line", tr("线"), 11),
        Column("role", tr("岗位"), 12),
        Column("holder", tr("联系人"), 10),
        Column("phone", tr("联系人电话"), 14),
        Column("since", tr("任岗日期"), 12, Content.DATE),
        Column("how", tr("怎样定的"), 12),
    )
    how = {"hand": tr("指定"), "grid": tr("随网格员"), None: tr("缺岗")}
    lines = (
        (
            (*row[:5], TwoLines(row[5]).caption, Role(row[6]).caption, row[7], chosen.phone(row[8]), row[9], how[row[10]]),
            row[11],
        )
        for row in export_lists.slots(connection, chosen.place)
    )
    title = tr("六岗名册")
    return PlacedTable("slots", title, columns, lines, notes_of(connection, title, chosen), "Point")
