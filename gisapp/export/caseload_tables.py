"""Loads of contacts, and a plan to fill and balance them, as workbooks."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gisapp.domain.caseload import ContactLoad
from gisapp.domain.contact_plan import ContactPlan
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.services.contacts.report_caseload import CaseloadReport
from gisapp.storage.contacts import caseloads
from gisapp.storage.county import settings
from gisapp.storage.families import households


def write_caseload(connection: sqlite3.Connection, path: Path, report: CaseloadReport) -> int:
    """Write one line a contact, those over the limit on a sheet of their own too; returns the number of rows. Raises BadFile."""
    notes = _notes(connection, tr("{place} 联系人负担", place=_county(connection)))
    return write_workbook(path, [_loads(tr("联系人负担"), report.contacts, notes), _loads(tr("超上限"), report.over, notes)])


def write_plan(connection: sqlite3.Connection, path: Path, plan: ContactPlan) -> int:
    """Write the moves, what is not possible, and everybody's load before and after; returns the number of rows. Raises BadFile."""
    notes = (*_notes(connection, tr("{place} 补齐与均衡的提议", place=_county(connection))), *plan.sentences)
    return write_workbook(path, [_moves(connection, plan, notes), _changes(plan, notes), _not_possible(connection, plan, notes)])


def _notes(connection: sqlite3.Connection, title: str) -> tuple[str, ...]:
    marks = (tr("示例数据：人物与电话均为虚构。"),) if settings.read(connection, "is_sample", False) else ()
    return (
        title,
        tr("{day} 统计；户数按两条线合计，同一户只算一次。", day=date.today().isoformat()),
        *marks,
    )


def _county(connection: sqlite3.Connection) -> str:
    return str(settings.read(connection, "county_name", ""))


def _loads(name: str, loads: Sequence[ContactLoad], notes: tuple[str, ...]) -> Table:
    columns = (
        Column("name", tr("姓名"), 12),
        Column("role", tr("角色"), 14),
        Column("unit", tr("单位"), 18),
        Column("families", tr("户数"), 9, Content.INTEGER),
        Column("people", tr("人数"), 9, Content.INTEGER),
        Column("village", tr("村线户数"), 10, Content.INTEGER),
        Column("community", tr("社区线户数"), 11, Content.INTEGER),
        Column("limit", tr("上限"), 9, Content.INTEGER),
        Column("over", tr("超出"), 9, Content.INTEGER),
        Column("id", tr("联系人编号"), 11, Content.INTEGER),
    )
    rows: list[Row] = [
        (one.name, one.role.caption, one.unit, one.families, one.people, one.village, one.community, one.limit,
         max(one.families - one.limit, 0) or None, one.contact)
        for one in loads
    ]  # fmt: skip
    return Table(name, columns, rows, notes)


def _moves(connection: sqlite3.Connection, plan: ContactPlan, notes: tuple[str, ...]) -> Table:
    columns = (
        Column("code", tr("户编号"), 14),
        Column("head", tr("户主"), 10),
        Column("number", tr("现住房"), 26),
        Column("origin", tr("搬迁自"), 12),
        Column("slot", tr("岗位"), 18),
        Column("before", tr("原联系人"), 12),
        Column("after", tr("提议的联系人"), 13),
        Column("unit", tr("单位"), 18),
        Column("why", tr("原因"), 20),
    )
    families = {int(row.id): row for row in households.rows(connection, list({int(move.household) for move in plan.moves}))}
    people = {one.id: one for one in caseloads.contacts(connection, date.today().isoformat())}
    rows: list[Row] = []
    for move in plan.moves:
        row, after = families[int(move.household)], people[int(move.after)]
        before = people[int(move.before)].name if move.before is not None else None
        rows.append((row.code, row.head, row.number, row.origin, move.slot.caption, before, after.name, after.unit, move.why.caption))
    return Table(tr("调整"), columns, rows, notes)


def _changes(plan: ContactPlan, notes: tuple[str, ...]) -> Table:
    columns = (
        Column("name", tr("姓名"), 12),
        Column("role", tr("角色"), 14),
        Column("unit", tr("单位"), 18),
        Column("limit", tr("上限"), 9, Content.INTEGER),
        Column("before", tr("调整前户数"), 11, Content.INTEGER),
        Column("after", tr("调整后户数"), 11, Content.INTEGER),
    )
    rows: list[Row] = [(one.name, one.role.caption, one.unit, one.limit, one.before, one.after) for one in plan.loads]
    return Table(tr("前后负担"), columns, rows, notes)


def _not_possible(connection: sqlite3.Connection, plan: ContactPlan, notes: tuple[str, ...]) -> Table:
    columns = (
        Column("code", tr("户编号"), 14),
        Column("head", tr("户主"), 10),
        Column("slot", tr("岗位"), 18),
        Column("why", tr("原因"), 36),
    )
    families = {int(row.id): row for row in households.rows(connection, list({int(one.household) for one in plan.unfilled}))}
    rows: list[Row] = []
    for one in plan.unfilled:
        row = families[int(one.household)]
        rows.append((row.code, row.head, one.slot.caption, one.reason))
    return Table(tr("补不上的岗位"), columns, rows, notes)
