"""Slice of the relocation community's work: how many families each contact looks after, and balancing them."""

from __future__ import annotations

import sqlite3
from typing import Any

from gisapp.domain.caseload import ContactLoad
from gisapp.domain.change import Kind
from gisapp.language import tr
from gisapp.services.contacts.report_caseload import load_of, report_caseload
from gisapp.ui import reading
from gisapp.ui.cards.card import Card
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.rows import Column
from gisapp.ui.work import caseload_deeds
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import ContactSection, Place, Slice, WorkButton, WorkCommand, WorkList

Found = tuple[ContactLoad, tuple[int, ...]]


def _count_over(connection: sqlite3.Connection, _place: Place) -> int:
    return len(report_caseload(connection).over)


def _list_loads(connection: sqlite3.Connection, place: Place) -> Listing:
    kind, ids = place
    if kind == "house":
        kind, ids = "household", tuple(reading.families_of(connection, kind, ids))
    report = report_caseload(connection, kind=kind, ids=ids)
    values = {"place": reading.title_of_place(connection, *place), "over": f"{len(report.over):,}"}
    title = tr("{place}：{over} 人超上限", **values)
    return Listing(title, _columns(), report.contacts, tr("这里还没有联系人。用菜单“登记联系人”登记，再分配户。"))


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("姓名"), lambda row: row.name, 5, tint=_tint),
        Column(tr("角色"), lambda row: row.role.caption, 6.5),
        Column(tr("单位"), lambda row: row.unit, 8),
        _number(tr("户数"), lambda row: row.families, tint=_tint),
        _number(tr("上限"), lambda row: row.limit),
        Column(tr("超出"), _over, 4.4, order=lambda row: row.families - row.limit, is_number=True, tint=_tint),
        _number(tr("人数"), lambda row: row.people),
        _number(tr("村线户数"), lambda row: row.village),
        _number(tr("社区线户数"), lambda row: row.community),
        Column(tr("说明"), _note, 10),
    )


def _number(title: str, value: Any, *, tint: Any = None) -> Column:
    return Column(title, lambda row: f"{value(row):,}", 5.4, order=value, is_number=True, tint=tint)


def _tint(row: ContactLoad) -> str:
    return "danger" if row.is_over else ""


def _over(row: ContactLoad) -> str:
    return tr("超 {count}", count=f"{row.families - row.limit:,}") if row.is_over else ""


def _note(row: ContactLoad) -> str:
    if not row.is_active:
        return tr("已离任，仍挂着岗位")
    return tr("单独设的上限") if row.has_own_limit else ""


def _buttons() -> tuple[WorkButton, ...]:
    return (
        WorkButton(tr("提议补齐与均衡…"), "contact", caseload_deeds.propose, tr("算出怎样补齐缺岗、让人人不超上限，先看再写入")),
        WorkButton(tr("列出负责的户"), "family", caseload_deeds.list_families, tr("选中的联系人负责的户")),
        WorkButton(tr("调整上限…"), "measure", caseload_deeds.change_limits, tr("每种角色最多负责多少户")),
        WorkButton(tr("导出…"), "table", caseload_deeds.export, tr("存为 Excel 工作簿")),
    )


def _read_load(connection: sqlite3.Connection, contact_id: int) -> Found | None:
    return load_of(connection, contact_id)


def _draw_load(sheet: Card, found: Found, desk: WorkDesk) -> None:
    load, families = found
    sheet.section(tr("负担"))
    values = {"families": f"{load.families:,}", "people": f"{load.people:,}", "limit": f"{load.limit:,}"}
    sheet.line(tr("两条线合计"), tr("{families} 户 {people} 人，上限 {limit} 户", **values))
    sheet.line(tr("其中"), tr("村线 {village} 户，社区线 {community} 户", village=f"{load.village:,}", community=f"{load.community:,}"))
    if load.is_over:
        sheet.warning(tr("超上限 {count} 户", count=f"{load.families - load.limit:,}"))
        sheet.button(tr("提议补齐与均衡…"), lambda: caseload_deeds.propose(desk, ()), icon="contact")
    if families:
        sheet.button(tr("列出负责的户"), lambda: caseload_deeds.show_families(desk, load.name, families), icon="family")


def _command_propose(desk: WorkDesk) -> None:
    caseload_deeds.propose(desk, ())


def _command_limits(desk: WorkDesk) -> None:
    caseload_deeds.change_limits(desk, ())


SLICE = Slice(
    lists=(
        WorkList(
            "caseload",
            lambda: tr("联系人负担（超上限）"),
            _count_over,
            _list_loads,
            _buttons,
            frozenset({Kind.HOUSEHOLD, Kind.CONTACT, Kind.GRID, Kind.SETTING, Kind.RESIDENT, Kind.DIVISION}),
            is_urgent=True,
        ),
    ),
    contact_sections=(ContactSection("load", _read_load, _draw_load),),
    commands=(
        WorkCommand("propose_contacts", _command_propose),
        WorkCommand("caseload_limits", _command_limits),
    ),
)
