"""The call list by contact as tables: who must call whom, and which other line is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from gisapp.domain.affected import AffectedRun, CallRow
from gisapp.domain.call_routes import Caller, CallRoutes
from gisapp.export.run_notes import run_notes
from gisapp.export.table import Cell, Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr


def caller_sheet(connection: sqlite3.Connection, run: AffectedRun, routes: CallRoutes, path: Path, *, is_revealed: bool = False) -> int:
    """Write the tables alone as a workbook; returns the number of rows. Raises BadFile."""
    return write_workbook(path, caller_tables(routes, run_notes(connection, run, is_revealed=is_revealed)))


def caller_tables(routes: CallRoutes, notes: tuple[str, ...]) -> tuple[Table, ...]:
    """By contact, those nobody can reach first; then, where there are any, the families of which another line is told."""
    above = (*notes, routes.sentence)
    by_contact = Table(tr("按联系人"), (*_caller_columns(tr("该谁通知")), *_family_columns(), *_why_columns()), _rows(routes), above)
    told = tuple(_told(routes))
    if not told:
        return (by_contact,)
    note = tr("迁出户在原住房遇险，另一条线也要知道；由“由谁通知”栏的人打电话，不重复计数。")
    columns = (*_caller_columns(tr("知会谁")), *_family_columns(), Column("caller", tr("由谁通知"), 24))
    return (by_contact, Table(tr("知会另一条线"), columns, told, (*notes, note)))


def _caller_columns(title: str) -> tuple[Column, ...]:
    return (
        Column("caller_name", title, 12),
        Column("caller_role", tr("角色"), 12),
        Column("caller_unit", tr("单位"), 16),
        Column("caller_phone", tr("联系人电话"), 14),
    )


def _family_columns() -> tuple[Column, ...]:
    return (
        Column("level", tr("等级"), 7),
        Column("head", tr("户主"), 10),
        Column("phone", tr("电话"), 14),
        Column("residents", tr("应转移人数"), 8, Content.INTEGER),
        Column("marks", tr("重点人群"), 12),
        Column("number", tr("险区里的住房"), 26),
        Column("sleeping", tr("现住何处"), 34),
        Column("going", tr("去哪里"), 28),
        Column("grid", tr("网格"), 16),
        Column("code", tr("户编号"), 20),
    )


def _why_columns() -> tuple[Column, ...]:
    return (Column("why", tr("为什么由此人通知"), 22), Column("assist", tr("配合"), 22))


def _rows(routes: CallRoutes) -> Iterator[Row]:
    for call in routes.unreached:
        yield (tr("没有联系人电话"), "", "", "", *_family(call), tr("请派人上门"), "")
    for page in routes.pages:
        for one in page.calls:
            yield (*_caller(page.caller), *_family(one.call), one.why, one.assist)


def _told(routes: CallRoutes) -> Iterator[Row]:
    for page in routes.pages:
        for one in page.informed:
            caller = tr("没有联系人电话") if one.caller is None else tr("{name} {phone}", name=one.caller.name, phone=one.caller.phone)
            yield (*_caller(page.caller), *_family(one.call), caller)


def _caller(caller: Caller) -> tuple[Cell, ...]:
    return caller.name, caller.role.caption, caller.unit, caller.phone


def _family(call: CallRow) -> tuple[Cell, ...]:
    return (
        call.level.caption, call.head, call.phone, call.residents, call.marks, call.number, call.sleeping, call.going,
        call.grid, call.code,
    )  # fmt: skip
