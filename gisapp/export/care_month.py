"""The month figures of both lines as a workbook, with what is still open."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from gisapp.domain.care import CareRow
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.services.care.list_care import list_open_care
from gisapp.services.care.report_care_month import CareMonth, LineMonth
from gisapp.storage.county import settings


def write_care_month(connection: sqlite3.Connection, report: CareMonth, path: Path) -> int:
    """Write the figures and the open needs and alarms as of the report's day; returns the rows. Raises BadFile."""
    notes = _notes(connection, report)
    open_rows = list_open_care(connection, day=report.day)
    tables = (
        Table(tr("双线月报"), _columns(), _rows(report), notes),
        Table(
            tr("未办结"),
            _open_columns(),
            (_open_row(row) for row in open_rows),
            (tr("现在未办结的需求与预警，逾期按 {day} 算。", day=report.day),),
        ),
    )
    return write_workbook(path, tables)


def _notes(connection: sqlite3.Connection, report: CareMonth) -> tuple[str, ...]:
    county = settings.read(connection, "county_name", "")
    title = tr("{county} 双线往来月报 {month}", county=county, month=report.month)
    base = tr(
        "截至 {day}，全部搬迁户 {relocated} 户；“联系到”指本月走访或通话过的搬迁户，两线都去过的只算一户。",
        day=report.day, relocated=f"{report.relocated:,}",
    )  # fmt: skip
    marks = (tr("示例数据：人物与电话均为虚构。"),) if settings.read(connection, "is_sample", False) else ()
    return (title, base, *marks)


def _columns() -> tuple[Column, ...]:
    titles = (
        ("visits", tr("走访")), ("calls", tr("通话")), ("needs_raised", tr("提出需求")), ("needs_closed", tr("办结需求")),
        ("needs_overdue", tr("逾期需求")), ("alarms_raised", tr("发出预警")), ("alarms_closed", tr("办结预警")),
        ("alarms_overdue", tr("逾期预警")), ("families_reached", tr("联系到的户")),
    )  # fmt: skip
    figures = (Column(key, title, 11, Content.INTEGER) for key, title in titles)
    return (Column("line", tr("线"), 12), *figures, Column("share", tr("占搬迁户 %"), 12, Content.NUMBER))


def _rows(report: CareMonth) -> Iterator[Row]:
    for one in (*report.lines, report.both):
        share = round(100 * one.families_reached / report.relocated, 2) if report.relocated else None
        yield (one.line.caption if one.line else tr("两线合计"), *_figures(one), share)


def _figures(one: LineMonth) -> tuple[int, ...]:
    return (
        one.visits, one.calls, one.needs_raised, one.needs_closed, one.needs_overdue, one.alarms_raised, one.alarms_closed,
        one.alarms_overdue, one.families_reached,
    )  # fmt: skip


def _open_columns() -> tuple[Column, ...]:
    return (
        Column("overdue", tr("逾期天数"), 9, Content.INTEGER), Column("due", tr("期限"), 12, Content.DATE), Column("kind", tr("类别"), 8),
        Column("head", tr("户主"), 10), Column("code", tr("户编号"), 16), Column("number", tr("门牌"), 28), Column("text", tr("内容"), 40),
        Column("line", tr("记录方"), 10), Column("date", tr("日期"), 12, Content.DATE), Column("duty", tr("职责"), 12),
        Column("lead", tr("主责"), 20), Column("people", tr("现由谁办"), 24), Column("note", tr("说明"), 36),
    )  # fmt: skip


def _open_row(row: CareRow) -> Row:
    entry, turn = row.entry, row.turn
    return (
        row.days_overdue, entry.due_on, entry.kind.caption, row.head, row.code, row.number, entry.text, entry.line.caption, entry.on_date,
        turn.duty.caption if turn else "", turn.lead.caption if turn else "", turn.people if turn else "", turn.note if turn else "",
    )  # fmt: skip
