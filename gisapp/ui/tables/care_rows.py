"""The columns of the lists of needs, alarms and sleeping places."""

from __future__ import annotations

from datetime import date

from gisapp.domain.care import CareRow
from gisapp.domain.sleeping import DoorCount, Sleeper
from gisapp.language import SOURCE_LANGUAGE, current_language, tr
from gisapp.ui.tables.rows import Column

LATIN_NEEDS = 1.25


def wider() -> float:
    """How much wider columns measured in Chinese characters are in another language."""
    return 1.0 if current_language() == SOURCE_LANGUAGE else LATIN_NEEDS


def late_text(row: CareRow) -> str:
    """Overdue by how long, or when it is due."""
    return tr("逾期 {days} 天", days=row.days_overdue) if row.days_overdue else tr("期限 {due}", due=row.entry.due_on or "—")


def _late_tint(row: CareRow) -> str:
    return "danger" if row.days_overdue else ""


def open_columns() -> tuple[Column, ...]:
    """Open needs and alarms."""
    return (
        Column(tr("期限"), late_text, 7.5, order=lambda row: (-row.days_overdue, row.entry.due_on or "9999"), tint=_late_tint),
        Column(tr("类别"), lambda row: row.entry.kind.caption, 3.2),
        Column(tr("户主"), lambda row: row.head, 4),
        Column(tr("内容"), lambda row: row.entry.text, 15),
        Column(tr("现由谁办"), lambda row: row.turn.people if row.turn else "", 10),
        Column(tr("主责"), lambda row: row.turn.lead.caption if row.turn else "", 9),
        Column(tr("说明"), lambda row: row.turn.note if row.turn else "", 14, tint=_late_tint),
        Column(tr("记录方"), lambda row: row.entry.line.caption, 4),
        Column(tr("日期"), lambda row: row.entry.on_date, 6),
        Column(tr("现住房"), lambda row: row.number, 14),
        Column(tr("户编号"), lambda row: row.code, 8),
    )


def both_columns() -> tuple[Column, ...]:
    """Two-ends households."""
    return (
        Column(tr("户主"), lambda row: row.head, 4),
        Column(tr("住原住房"), _at_origin, 6, order=lambda row: row.at_origin, tint=lambda row: "danger" if row.at_origin else ""),
        Column(tr("原住房"), lambda row: row.origin_number, 13),
        Column(tr("状态"), lambda row: row.origin_state.caption, 4),
        Column(tr("现住房"), lambda row: row.number, 14),
        Column(tr("上次核对"), lambda row: row.checked_on or tr("从未"), 6),
        Column(tr("原籍村"), lambda row: row.village, 7),
        Column(tr("户编号"), lambda row: row.code, 8),
    )


def _at_origin(row: object) -> str:
    return tr("{count}/{all} 人", count=getattr(row, "at_origin", 0), all=getattr(row, "people", 0))


def door_columns() -> tuple[Column, ...]:
    """Entrances of buildings with how many people were not asked for long."""
    return (
        Column(tr("楼栋"), lambda row: row.name, 14),
        Column(tr("单元"), _entrance, 5, order=lambda row: row.entrance or 0),
        Column(
            tr("久未核对（人）"), lambda row: f"{row.stale:,}", 7, order=lambda row: row.stale, is_number=True, tint=lambda _row: "danger"
        ),
        Column(tr("共（人）"), lambda row: f"{row.people:,}", 5, order=lambda row: row.people, is_number=True),
        Column(tr("户数"), lambda row: f"{len(row.households):,}", 4, order=lambda row: len(row.households), is_number=True),
        Column(tr("不在家（人）"), lambda row: f"{row.away:,}", 6, order=lambda row: row.away, is_number=True),
        Column(tr("最久（天）"), _longest, 6, order=lambda row: 10**6 if row.longest_days is None else row.longest_days, is_number=True),
    )


def _entrance(row: DoorCount) -> str:
    return tr("{number}单元", number=row.entrance) if row.entrance else ""


def _longest(row: DoorCount) -> str:
    return tr("从未") if row.longest_days is None else f"{row.longest_days:,}"


def people_columns(day: date) -> tuple[Column, ...]:
    """People whose sleeping place is stale."""

    def days(row: Sleeper) -> int:
        found = row.days_unchecked(day)
        return 10**6 if found is None else found

    return (
        Column(tr("姓名"), lambda row: row.name, 5),
        Column(tr("现住何处"), lambda row: row.where or tr("不详"), 14),
        Column(tr("上次核对"), lambda row: row.checked_on or tr("从未"), 7, order=days),
        Column(tr("已有（天）"), lambda row: "" if row.checked_on is None else f"{days(row):,}", 6, order=days, is_number=True),
        Column(tr("现住房"), lambda row: row.number, 14),
        Column(tr("户编号"), lambda row: row.code, 8),
    )
