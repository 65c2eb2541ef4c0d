"""Verify or dispute reported damages, or report them anew; every state is kept with day, name and words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.damage import Damage, DamageGrade, DamageState
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.damage_result import DamageResult, clean_note, named, past_day, refused, unknown
from gisapp.services.damage.rebuild_stages import rebuild_stages
from gisapp.storage.county import history
from gisapp.storage.damage import damage, damage_writes
from gisapp.storage.damage.damage_writes import Value

if TYPE_CHECKING:
    from sqlite_utils import Database


def judge_damage(
    db: Database,
    damage_ids: Sequence[int],
    state: DamageState,
    *,
    who: str,
    on_date: date | None = None,
    grade: DamageGrade | None = None,
    note: str = "",
) -> DamageResult:
    """Put these damages into ``state`` on ``on_date`` (today when None), with another ``grade`` when one is given.

    Refused one by one: an unknown number, a day before the latest state, nothing new, found whole though work has begun.
    Raises BadRequest for a day to come, a dispute without words, a long note.
    """
    day, words = past_day(on_date), clean_note(note)
    if state is DamageState.DISPUTED and not words:
        raise BadRequest(tr("没有写有什么异议。"), tr("请用一句话写明，核实的人要看。"))
    found = damage.rows(db.conn, rebuild_stages(db.conn), damage_ids)
    last = damage.last_state_days(db.conn, damage_ids)
    reasons = {one.id: _reason(one, state, grade or one.grade, day, last.get(one.id, one.reported_on), words) for one in found}
    fitting = [one for one in found if not reasons[one.id]]
    turned_down = (*unknown(damage_ids, found), *(refused(one, reasons[one.id]) for one in found if reasons[one.id]))
    if not fitting:
        return DamageResult(None, (), turned_down)
    label = _label(state, named(fitting))
    with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE,)) as entry:
        for one in fitting:
            after = grade or one.grade
            values: dict[str, Value] = {"state": state.value, "grade": after.value}
            damage_writes.update(db.conn, one.id, values | ({"way": None} if after is DamageGrade.NONE else {}))
            line = values | {"damage_id": one.id, "on_date": day.isoformat(), "who": who, "note": words}
            damage_writes.insert(db.conn, "damage_state", line)
    ids = tuple(one.id for one in fitting)
    return DamageResult(Change(label, (Kind.DAMAGE,), ids_or_too_many(ids), entry), ids, turned_down)


def _label(state: DamageState, which: str) -> str:
    match state:
        case DamageState.VERIFIED:
            return tr("核实受损：{which}", which=which)
        case DamageState.DISPUTED:
            return tr("对受损有异议：{which}", which=which)
        case DamageState.REPORTED:
            return tr("受损退回已上报：{which}", which=which)


def _reason(one: Damage, state: DamageState, grade: DamageGrade, day: date, last: str, words: str) -> str:
    """Why this damage cannot be judged so; "" when it can."""
    if day.isoformat() < last:
        return tr("日期 {day} 早于上一次的 {last}", day=day, last=last)
    if state is one.state and grade is one.grade and not words:
        return tr("已经是{state}、{grade}", state=state.caption, grade=grade.caption)
    if grade is DamageGrade.NONE and one.begun_on is not None:
        return tr("已于 {day} 开工，不能改为未受损", day=one.begun_on)
    return ""
