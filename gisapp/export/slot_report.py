"""Completeness of the six slots as a workbook: one sheet a view, and every gap with its reason and days."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gisapp.domain.gaps import SlotGap
from gisapp.domain.lines import SLOTS
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.services.contacts.explain_gaps import Coverage, measure_coverage
from gisapp.services.contacts.report_completeness import PlaceShare, report_completeness
from gisapp.storage.county import settings
from gisapp.storage.families import households


def write_slot_report(connection: sqlite3.Connection, path: Path, *, household_ids: Sequence[int] | None = None, place: str = "") -> int:
    """Write the sheets and return the number of rows; phones masked. Raises BadFile, BadRequest."""
    report = report_completeness(connection, household_ids=household_ids)
    covered = measure_coverage(connection, household_ids)
    families = sum(one.families for one in report.communities)
    notes = _notes(connection, place, families=families, complete=sum(one.complete for one in report.communities))
    tables = [
        _places(tr("按社区"), tr("社区"), report.communities, notes),
        _places(tr("按楼栋"), tr("楼栋"), report.buildings, notes),
        _places(tr("按户籍村"), tr("户籍村"), report.villages, notes),
        _slots(covered, families, notes),
        _gaps(connection, covered.gaps, notes),
    ]
    return write_workbook(path, tables)


def _notes(connection: sqlite3.Connection, place: str, *, families: int, complete: int) -> tuple[str, ...]:
    title = tr("{place} 六岗齐全情况", place=place or str(settings.read(connection, "county_name", "")))
    figures = tr("搬迁户 {families:,} 户，六岗齐全 {complete:,} 户。", families=families, complete=complete)
    made = tr("{day} 统计；电话已脱敏。", day=date.today().isoformat())
    marks = (tr("示例数据：人物与电话均为虚构。"),) if settings.read(connection, "is_sample", False) else ()
    return (title, figures, made, *marks)


def _places(name: str, kind: str, shares: Sequence[PlaceShare], notes: tuple[str, ...]) -> Table:
    columns = (
        Column("detail", tr("所属"), 14),
        Column("name", kind, 18),
        Column("families", tr("搬迁户"), 9, Content.INTEGER),
        Column("complete", tr("六岗齐全"), 9, Content.INTEGER),
        Column("incomplete", tr("缺岗户"), 9, Content.INTEGER),
        Column("share", tr("齐全率（%）"), 10, Content.NUMBER),
        *(Column(slot.code, tr("缺{slot}", slot=slot.caption), 12, Content.INTEGER) for slot in SLOTS),
    )
    rows: list[Row] = [
        (
            one.detail, one.name, one.families, one.complete, one.incomplete, int(one.complete / one.families * 10_000) / 100,
            *(count for _, count in one.missing),
        )
        for one in shares
    ]  # fmt: skip
    return Table(name, columns, rows, notes)


def _slots(covered: Coverage, families: int, notes: tuple[str, ...]) -> Table:
    columns = (
        Column("slot", tr("岗位"), 18),
        Column("families", tr("搬迁户"), 9, Content.INTEGER),
        Column("filled", tr("有人担任"), 10, Content.INTEGER),
        Column("empty", tr("缺岗户"), 9, Content.INTEGER),
        Column("longest", tr("最久空缺（天）"), 12, Content.INTEGER),
        Column("days", tr("搬迁以来空缺（户·天）"), 16, Content.INTEGER),
        Column("why", tr("原因"), 50),
    )
    rows: list[Row] = []
    for one in covered.slots:
        reasons = Counter(gap.why for gap in covered.gaps if gap.slot == one.slot)
        told = tr("；").join(tr("{why} {count} 户", why=why.caption, count=count) for why, count in reasons.most_common())
        rows.append((one.slot.caption, families, families - one.empty_now, one.empty_now, one.longest_now, one.days_empty, told))
    return Table(tr("按岗位"), columns, rows, notes)


def _gaps(connection: sqlite3.Connection, gaps: Sequence[SlotGap], notes: tuple[str, ...]) -> Table:
    columns = (
        Column("code", tr("户编号"), 14),
        Column("head", tr("户主"), 10),
        Column("phone", tr("电话"), 14),
        Column("number", tr("现住房"), 26),
        Column("origin", tr("搬迁自"), 12),
        Column("slot", tr("缺岗"), 18),
        Column("why", tr("原因"), 36),
        Column("since", tr("空缺自"), 12, Content.DATE),
        Column("days", tr("空缺天数"), 9, Content.INTEGER),
    )
    families = {int(row.id): row for row in households.rows(connection, list({gap.household for gap in gaps}))}
    order = {family: place for place, family in enumerate(families)}
    rows: list[Row] = []
    for gap in sorted(gaps, key=lambda gap: order[gap.household]):
        row = families[gap.household]
        rows.append((row.code, row.head, row.phone_masked, row.number, row.origin, gap.slot.caption, gap.sentence, gap.since, gap.days))
    return Table(tr("缺岗名单"), columns, rows, notes)
