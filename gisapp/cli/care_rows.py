"""Entries and month figures as the commands say them: JSON for programs, a line of text for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from gisapp.domain.cards import ContactLine
from gisapp.domain.care import CareRow, Turn
from gisapp.language import tr
from gisapp.services.care.list_care import OpenCounts
from gisapp.services.care.report_care_month import CareMonth, LineMonth


def entry_data(row: CareRow) -> dict[str, Any]:
    """One entry; phones masked."""
    entry = row.entry
    return {
        "id": entry.id, "family": row.code, "household": entry.household, "head": row.head, "number": row.number, "line": entry.line,
        "kind": entry.kind, "duty": entry.acts_on, "date": entry.on_date, "text": entry.text, "who": entry.who, "due": entry.due_on,
        "overdue_days": row.days_overdue, "closed": entry.closed_on, "closed_by": entry.closed_by, "outcome": entry.outcome,
        "turn": _turn_data(row.turn) if row.turn else None,
    }  # fmt: skip


def _turn_data(turn: Turn) -> dict[str, Any]:
    return {
        "lead": turn.lead.code, "lead_contact": _contact(turn.lead_contact), "assist": turn.assist.code,
        "assist_contact": _contact(turn.assist_contact), "level": int(turn.escalation), "office": turn.office,
        "at_office": turn.is_at_office, "goes_to": [_contact(one) for one in turn.contacts], "note": turn.note,
    }  # fmt: skip


def _contact(contact: ContactLine | None) -> dict[str, Any] | None:
    return {"id": contact.id, "name": contact.name, "phone": contact.phone_masked, "unit": contact.unit} if contact else None


def counts_data(counts: OpenCounts) -> dict[str, Any]:
    """How much is open."""
    return {
        "open": counts.open, "overdue": counts.overdue, "at_office": counts.at_office,
        "by_line": {line.value: count for line, count in counts.by_line},
        "by_lead": {line.value: count for line, count in counts.by_lead_line},
        "by_duty": {duty.value: count for duty, count in counts.by_duty},
    }  # fmt: skip


def row_text(row: CareRow) -> str:
    """One line of a list on a terminal."""
    entry = row.entry
    words = tr(
        "  {id}  {day}  {line}  {kind}  {head}（{code}）  {text}",
        id=entry.id, day=entry.on_date, line=entry.line.caption, kind=entry.kind.caption, head=row.head, code=row.code, text=entry.text,
    )  # fmt: skip
    if row.turn is None:
        return words + (tr("  已于 {day} 办结：{outcome}", day=entry.closed_on, outcome=entry.outcome or "") if entry.closed_on else "")
    late = tr("逾期 {days} 天", days=row.days_overdue) if row.days_overdue else tr("期限 {due}", due=entry.due_on or "—")
    return tr("{words}  {late}  办理：{people}  {note}", words=words, late=late, people=row.turn.people or "—", note=row.turn.note).rstrip()


def month_data(report: CareMonth) -> dict[str, Any]:
    """The figures of a month: per line and of both."""
    figures = {one.line.value: _figures(one) for one in report.lines if one.line}
    base = {"month": report.month, "day": report.day.isoformat(), "relocated": report.relocated}
    return base | {"by_line": figures, "both": _figures(report.both)}


def _figures(line: LineMonth) -> dict[str, int]:
    return {key: value for key, value in asdict(line).items() if key != "line"}


def month_text(report: CareMonth) -> list[str]:
    """The figures of a month in sentences."""
    head = tr("{month}，截至 {day}，全部搬迁户 {relocated} 户。", month=report.month, day=report.day, relocated=f"{report.relocated:,}")
    return [head, *(_line_text(one, report.relocated) for one in (*report.lines, report.both))]


def _line_text(one: LineMonth, relocated: int) -> str:
    share = f"{100 * one.families_reached / relocated:.1f}" if relocated else "—"
    return tr(
        "  {title}：走访 {visits}，通话 {calls}；需求提出 {needs_raised}、办结 {needs_closed}、逾期 {needs_overdue}；"
        "预警发出 {alarms_raised}、办结 {alarms_closed}、逾期 {alarms_overdue}；联系到 {families_reached} 户（占搬迁户 {share}%）",
        title=one.line.caption if one.line else tr("两线合计"), share=share, **_figures(one),
    )  # fmt: skip
