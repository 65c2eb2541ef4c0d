"""Say what is done about damaged houses: by which way, until when, and who is responsible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.damage import Damage, DamageState, RebuildWay
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.find_contact import active_contact
from gisapp.services.damage.damage_result import DamageResult, named, refused, unknown
from gisapp.services.damage.rebuild_stages import rebuild_stages
from gisapp.storage.county import history
from gisapp.storage.damage import damage, damage_writes
from gisapp.storage.damage.damage_writes import Value

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class RebuildPlan:
    """What is to be written; None leaves it as it is."""

    way: RebuildWay | None = None
    planned_on: date | None = None
    contact: int | None = None


def plan_rebuild(db: Database, damage_ids: Sequence[int], plan: RebuildPlan, *, who: str) -> DamageResult:
    """Give these damages a way, a day by which the work is to be finished, a responsible contact: what ``plan`` says.

    Refused one by one: an unknown number, one found whole or disputed, another way for finished work, a day before the report, nothing
    new. Raises BadRequest when the plan says nothing or names a contact who is unknown or has left.
    """
    if plan == RebuildPlan():
        raise BadRequest(tr("没有写恢复方式、计划完工日期或责任人。"), tr("请至少写一项。"))
    if plan.contact is not None:
        active_contact(db.conn, plan.contact)
    found = damage.rows(db.conn, rebuild_stages(db.conn), damage_ids)
    reasons = {one.id: _reason(one, plan) for one in found}
    fitting = [one for one in found if not reasons[one.id]]
    turned_down = (*unknown(damage_ids, found), *(refused(one, reasons[one.id]) for one in found if reasons[one.id]))
    if not fitting:
        return DamageResult(None, (), turned_down)
    label = _label(fitting, plan)
    with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE,)) as entry:
        for one in fitting:
            damage_writes.update(db.conn, one.id, _values(plan))
    ids = tuple(one.id for one in fitting)
    return DamageResult(Change(label, (Kind.DAMAGE,), ids_or_too_many(ids), entry), ids, turned_down)


def _values(plan: RebuildPlan) -> dict[str, Value]:
    values: dict[str, Value] = {
        "way": plan.way.value if plan.way else None,
        "planned_on": plan.planned_on.isoformat() if plan.planned_on else None,
        "contact_id": plan.contact,
    }
    return {name: value for name, value in values.items() if value is not None}


def _label(fitting: Sequence[Damage], plan: RebuildPlan) -> str:
    which = named(fitting)
    if plan.way is not None:
        return tr("恢复方式：{which}，{way}", which=which, way=plan.way.caption)
    if plan.planned_on is not None:
        return tr("计划完工日期：{which}，{day}", which=which, day=plan.planned_on)
    return tr("恢复的责任人：{which}", which=which)


def _reason(one: Damage, plan: RebuildPlan) -> str:
    """Why this damage cannot be planned so; "" when it can."""
    if not one.needs_work:
        return tr("核实为未受损，不需要恢复")
    if one.state is DamageState.DISPUTED:
        return tr("有异议，请先核实")
    if one.finished_on is not None and plan.way not in (None, one.way):
        return tr("已于 {day} 完工", day=one.finished_on)
    if plan.planned_on is not None and plan.planned_on.isoformat() < one.reported_on:
        return tr("计划完工日期 {planned} 早于上报日期 {reported}", planned=plan.planned_on, reported=one.reported_on)
    is_same = plan.way in (None, one.way) and plan.contact in (None, one.contact)
    planned = plan.planned_on.isoformat() if plan.planned_on else None
    return tr("没有变化") if is_same and planned in (None, one.planned_on) else ""
