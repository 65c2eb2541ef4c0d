"""Report damaged houses: each once in an event while it is open, in one change."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.damage import DamageEvent, DamageGrade, DamageState
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.damage_result import DamageResult, RefusedDamage, clean_note, past_day
from gisapp.storage.county import history
from gisapp.storage.damage import damage, damage_writes, damaged_houses
from gisapp.storage.damage.damaged_houses import HouseName

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class DamagePreview:
    """Which houses would be reported, and which not and why."""

    houses: tuple[HouseName, ...]
    refused: tuple[RefusedDamage, ...]


def preview_damage(connection: sqlite3.Connection, house_uids: Sequence[str], event: int | None) -> DamagePreview:
    """What ``record_damage`` would take; writes nothing. A house stands in the list once however often it is named."""
    known = damaged_houses.houses(connection, house_uids)
    earlier = damage.of_event(connection, list(known), event)
    fitting, refused = [], []
    for uid in dict.fromkeys(house_uids):
        house, before = known.get(uid), earlier.get(uid)
        if house is None:
            refused.append(RefusedDamage(None, "", tr("没有这处房屋")))
        elif before is not None and before[1]:
            refused.append(RefusedDamage(before[0], house.number, tr("已有未完工的登记（第 {id} 号）", id=before[0])))
        elif before is not None and event is not None:
            refused.append(RefusedDamage(before[0], house.number, tr("这个灾次已登记并完工（第 {id} 号）", id=before[0])))
        else:
            fitting.append(house)
    return DamagePreview(tuple(fitting), tuple(refused))


def record_damage(
    db: Database,
    house_uids: Sequence[str],
    *,
    grade: DamageGrade,
    who: str,
    event: int | None = None,
    on_date: date | None = None,
    note: str = "",
    state: DamageState = DamageState.REPORTED,
) -> DamageResult:
    """Report these houses (uids, standing or not) as damaged on ``on_date`` (today when None), in ``event`` or in none.

    Raises BadRequest for no houses, an unknown event, a day to come or before the event's first, a long note.
    """
    day, words = past_day(on_date), clean_note(note)
    _refuse_unfit(db.conn, house_uids, event, day)
    plan = preview_damage(db.conn, house_uids, event)
    if not plan.houses:
        return DamageResult(None, (), plan.refused)
    label = _label(plan.houses, grade)
    try:
        with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE,)) as entry:
            facts = {"event_id": event, "reported_on": day.isoformat(), "state": state.value, "grade": grade.value, "note": words}
            first = {"state": state.value, "grade": grade.value, "on_date": day.isoformat(), "who": who, "note": words}
            made = []
            for house in plan.houses:
                made.append(damage_writes.insert(db.conn, "damage", {"house_uid": house.uid, **facts}))
                damage_writes.insert(db.conn, "damage_state", {"damage_id": made[-1], **first})
    except sqlite3.IntegrityError as error:
        raise BadRequest(tr("这处房屋刚刚由别人登记，没有写入。"), tr("请刷新清单再看。")) from error
    return DamageResult(Change(label, (Kind.DAMAGE,), ids_or_too_many(made), entry), tuple(made), plan.refused)


def _label(houses: Sequence[HouseName], grade: DamageGrade) -> str:
    if len(houses) == 1:
        return tr("登记受损：{number}，{grade}", number=houses[0].number, grade=grade.caption)
    return tr("登记受损：{count:,} 处，{grade}", count=len(houses), grade=grade.caption)


def _refuse_unfit(connection: sqlite3.Connection, house_uids: Sequence[str], event: int | None, day: date) -> None:
    if not house_uids:
        raise BadRequest(tr("没有写明是哪些房屋。"), tr("请至少选一处房屋。"))
    if event is None:
        return
    found: DamageEvent | None = next((one for one in damage.events(connection) if one.id == event), None)
    if found is None:
        raise BadRequest(tr("没有编号为 {id} 的灾次。", id=event), tr("请从灾次的列表里选择。"))
    if day.isoformat() < found.from_date:
        raise BadRequest(
            tr("上报日期 {day} 早于灾次“{event}”的开始日期 {first}。", day=day, event=found.name, first=found.from_date),
            tr("请检查日期或灾次。"),
        )
