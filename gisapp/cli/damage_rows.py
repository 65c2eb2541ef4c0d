"""Damages and their board as the command says them: JSON for programs, lines of text for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from gisapp.domain.damage import Damage, DamageCase
from gisapp.domain.damage_board import Board, Grouping, MonthShare, Share, rate_text
from gisapp.language import tr
from gisapp.services.damage.damage_result import DamageResult

Figures = Share | MonthShare


def item_data(one: Damage, day: date) -> dict[str, Any]:
    """One damage."""
    return {
        "id": one.id, "number": one.number, "house": one.house, "town": one.town, "village": one.village, "grid": one.grid,
        "event": one.event_name or None, "reported": one.reported_on, "state": one.state, "grade": one.grade, "note": one.note,
        "way": one.way, "progress": one.progress, "stage": one.stage or None, "planned": one.planned_on, "begun": one.begun_on,
        "finished": one.finished_on, "overdue_days": one.days_overdue(day), "contact": one.contact_name or None,
        "families": list(one.codes), "heads": list(one.heads), "residents": one.people, "photos": one.photos,
    }  # fmt: skip


def item_text(one: Damage, day: date) -> str:
    """One damage on one line."""
    told = tr(
        "  {id}  {number}  {head}  {grade}  {state}  {way}  {stage}",
        id=one.id, number=one.number, head=one.head or tr("没有住户"), grade=one.grade.caption, state=one.state.caption,
        way=one.way.caption if one.way else tr("未定方式"), stage=one.stage_caption,
    ).rstrip()  # fmt: skip
    late = one.days_overdue(day)
    if late:
        return tr("{told}  计划 {planned} 完工，逾期 {days} 天", told=told, planned=one.planned_on, days=late)
    return tr("{told}  {day} 完工", told=told, day=one.finished_on) if one.finished_on else told


def list_data(damages: Sequence[Damage], day: date) -> dict[str, Any]:
    """A list with its own figures: what was found whole is in the items, not in the total."""
    whole = Share("all", "", tuple(one for one in damages if one.needs_work))
    return {**figures(whole), "items": [item_data(one, day) for one in damages]}


def board_data(found: Board) -> dict[str, Any]:
    """The whole board; the items are those that need work."""
    return {
        "day": found.day.isoformat(), **figures(found.whole), "rate": rate_text(found.done, found.total), "rate_base": "total",
        "overdue": len(found.overdue), "undamaged": len(found.undamaged),
        **{f"by_{grouping.value}": {one.key: figures(one) for one in shares} for grouping, shares in found.groups},
        "by_month": {one.key: figures(one) | {"reported": one.reported, "finished": one.finished} for one in found.months},
        "items": [item_data(one, found.day) for one in found.whole.damages],
    }  # fmt: skip


def figures(share: Figures) -> dict[str, int]:
    """Total, done and open."""
    return {"total": share.total, "done": share.done, "open": share.open}


def board_text(found: Board, groupings: Sequence[Grouping]) -> list[str]:
    """The board in sentences and lines."""
    lines = [found.sentence]
    if found.undamaged:
        lines.append(tr("另有 {count:,} 处核实为未受损，不在其内。", count=len(found.undamaged)))
    if found.overdue:
        lines.append(
            tr("逾期未完工 {count:,} 处（占未完工的 {rate}）。", count=len(found.overdue), rate=rate_text(len(found.overdue), found.open))
        )
    for grouping in groupings:
        shares: Sequence[Figures] = found.months if grouping is Grouping.MONTH else found.by(grouping)
        lines.append(tr("{grouping}：", grouping=grouping.caption))
        lines += [_share_text(one) for one in shares]
    return lines


def _share_text(share: Figures) -> str:
    values = {"caption": share.caption, "total": f"{share.total:,}", "done": f"{share.done:,}", "open": f"{share.open:,}"}
    return tr("  {caption}：需恢复 {total}，已完工 {done}，未完工 {open}", **values)


def case_data(case: DamageCase, notices: Mapping[int, Sequence[str]], day: date) -> dict[str, Any]:
    """One damage with all that belongs to it."""
    return item_data(case.damage, day) | {
        "states": [
            {"state": line.state, "grade": line.grade, "date": line.on_date, "who": line.who, "note": line.note} for line in case.states
        ],
        "stages": [{"stage": line.stage, "begun": line.begun_on, "finished": line.finished_on} for line in case.stages],
        "stays": [{"family": stay.code, "address": stay.address, "from": stay.from_date, "to": stay.to_date} for stay in case.stays],
        "photo_list": [
            {
                "id": photo.id, "name": photo.name, "sha256": photo.sha256, "taken_at": photo.taken_at, "longitude": photo.longitude,
                "latitude": photo.latitude, "distance_m": None if photo.distance_m is None else round(photo.distance_m),
                "notices": list(notices.get(photo.id, ())),
            }
            for photo in case.photos
        ],
    }  # fmt: skip


def case_text(case: DamageCase, notices: Mapping[int, Sequence[str]], day: date) -> list[str]:
    """The same in lines."""
    one = case.damage
    lines = [item_text(one, day).strip()]
    if case.event:
        lines.append(tr("灾次：{event}", event=case.event.caption))
    for state in case.states:
        words = {"day": state.on_date, "state": state.state.caption, "grade": state.grade.caption, "who": state.who, "note": state.note}
        lines.append(tr("  {day}  {state}  {grade}  {who}  {note}", **words).rstrip())
    for stage in case.stages:
        begun, finished = stage.begun_on or "—", stage.finished_on or "—"
        lines.append(tr("  阶段 {stage}：开始 {begun}，完成 {finished}", stage=stage.stage, begun=begun, finished=finished))
    for stay in case.stays:
        ended = stay.to_date or tr("今")
        lines.append(
            tr("  过渡住址 {head}：{address}，{first} 至 {last}", head=stay.head, address=stay.address, first=stay.from_date, last=ended)
        )
    for photo in case.photos:
        noticed = tr("；").join(notices.get(photo.id, ())) or tr("地点和时间相符")
        lines.append(tr("  照片 {id}：{name}，{noticed}", id=photo.id, name=photo.name, noticed=noticed))
    return lines


def result_data(result: DamageResult) -> dict[str, Any]:
    """What a step did."""
    return {
        "done_ids": list(result.done),
        "refused": [{"id": one.id, "number": one.number, "reason": one.reason} for one in result.refused],
        "entry": result.change.entry if result.change else None,
    }


def result_text(result: DamageResult) -> str:
    """The same in lines."""
    head = result.change.label if result.change else tr("没有写入任何内容。")
    return "\n".join([head, *(f"  {reason}" for reason in result.reasons)])
