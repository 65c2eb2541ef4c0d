"""Record a marriage: somebody new to the county or of another family comes, or goes there or leaves."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain import family_events
from gisapp.domain.family import EventKind, Family, JoinedReason, LeftReason, Person, Sleeping
from gisapp.domain.person import Relation
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.family_change import (
    FamilyPlan,
    FamilyResult,
    PlannedEvent,
    carry_out,
    day_of,
    living_family,
    one_of,
    refuse_before,
)
from gisapp.services.families.new_person import NewPerson, as_person
from gisapp.services.families.record_death import followed, follower_named
from gisapp.storage.families import families

if TYPE_CHECKING:
    from sqlite_utils import Database


def plan_marry_in(
    connection: sqlite3.Connection,
    household_id: int,
    person: NewPerson | int,
    *,
    relation: Relation = Relation.SPOUSE,
    note: str = "",
    day: date | None = None,
) -> FamilyPlan:
    """Somebody new, or a resident (by id) of another family, marries into the family and sleeps there unless ``note`` says where.

    A family that is left by its head gets another by the stated order; one that is left by its last
    person ends. Raises BadRequest for a second spouse of a head, or somebody who is in the family already.
    """
    on = day_of(day)
    family = living_family(connection, household_id, on)
    if relation is Relation.SPOUSE and any(one.relation is Relation.SPOUSE for one in family.present):
        raise BadRequest(tr("{family}的户主已有配偶。", family=family.caption), tr("请选择与户主的关系，如儿媳/女婿。"))
    if isinstance(person, NewPerson):
        return _newcomer(family, as_person(connection, person, day=on), relation=relation, note=note, on=on)
    found = families.person(connection, person)
    if found is None or found[0].left_on is not None:
        raise BadRequest(tr("没有编号为 {id} 的在册的人。", id=person), tr("请从搜索结果中选择，或登记为新来的人。"))
    if found[1] == family.id:
        raise BadRequest(tr("{name}已经在这一户。", name=found[0].name), tr("请选择另一户的人。"))
    return _pass_over(living_family(connection, found[1], on), family, found[0], relation=relation, note=note, on=on)


def plan_marry_out(
    connection: sqlite3.Connection,
    household_id: int,
    resident_id: int,
    *,
    to: int | None = None,
    relation: Relation = Relation.SPOUSE,
    note: str = "",
    head: int | None = None,
    day: date | None = None,
) -> FamilyPlan:
    """One of the family marries into the family ``to``, or out of the county (None; ``note`` says where)."""
    on = day_of(day)
    family = living_family(connection, household_id, on)
    person = one_of(family, resident_id)
    follower_named(family, person, head)
    if to is not None:
        plan = plan_marry_in(connection, to, resident_id, relation=relation, note=note, day=day)
        return plan if head is None else _pass_over(plan.before[0], plan.before[1], person, relation=relation, note=note, on=on, head=head)
    refuse_before(person, on)
    where = note.strip() or tr("县外")
    after = family_events.left(family, person.id, on, reason=LeftReason.MARRIAGE, note=where, head_id=head)
    text = tr("{name}婚出到{where}", name=person.name, where=where)
    events = (PlannedEvent(EventKind.MARRIAGE_OUT, 0, text), *followed(family, after))
    label = tr("{family}：{text}", family=family.caption, text=text)
    return FamilyPlan(label, on, (family,), (after,), events, told_empty(after))


def told_empty(family: Family) -> tuple[str, ...]:
    """A sentence when nobody of a living family is left."""
    return () if family.present or family.ended_on else (tr("这户不再有在册的人；户保留，可以登记返回。"),)


def _newcomer(family: Family, person: Person, *, relation: Relation, note: str, on: str) -> FamilyPlan:
    sleeping = Sleeping(None, note.strip(), on) if note.strip() else None
    after = family_events.joined(family, person, relation, on, reason=JoinedReason.MARRIAGE, sleeping=sleeping)
    text = tr("{name}婚入（{relation}）", name=person.name, relation=relation.caption)
    label = tr("{family}：{text}", family=family.caption, text=text)
    return FamilyPlan(label, on, (family,), (after,), (PlannedEvent(EventKind.MARRIAGE_IN, 0, text),))


def _pass_over(
    family: Family, other: Family, person: Person, *, relation: Relation, note: str, on: str, head: int | None = None
) -> FamilyPlan:
    """From ``family`` to ``other``."""
    refuse_before(person, on)
    sleeping = Sleeping(None, note.strip(), on) if note.strip() else None
    before = family_events.without(family, person.id, on, successor=other.id, head_id=head)
    after = family_events.joined(other, person, relation, on, reason=JoinedReason.MARRIAGE, sleeping=sleeping)
    values = {"name": person.name, "family": family.caption}
    gone = tr("{name}婚出到{where}", name=person.name, where=other.caption)
    come = tr("{name}从{family}婚入（{relation}）", relation=relation.caption, **values)
    events = (
        PlannedEvent(EventKind.MARRIAGE_OUT, 0, gone, 1),
        PlannedEvent(EventKind.MARRIAGE_IN, 1, come, 0),
        *followed(family, before),
    )
    warnings = (tr("{family}不再有人，户将结束，岗位随之终止。", family=family.caption),) if before.ended_on else ()
    return FamilyPlan(
        tr("{name}从{family}婚入{other}", other=other.caption, **values), on, (family, other), (before, after), events, warnings
    )


def marry_in(
    db: Database,
    household_id: int,
    person: NewPerson | int,
    *,
    who: str,
    relation: Relation = Relation.SPOUSE,
    note: str = "",
    day: date | None = None,
    why: str | None = None,
) -> FamilyResult:
    """Carry out ``plan_marry_in``."""
    return carry_out(db, plan_marry_in(db.conn, household_id, person, relation=relation, note=note, day=day), who=who, why=why)


def marry_out(
    db: Database,
    household_id: int,
    resident_id: int,
    *,
    who: str,
    to: int | None = None,
    relation: Relation = Relation.SPOUSE,
    note: str = "",
    day: date | None = None,
    why: str | None = None,
) -> FamilyResult:
    """Carry out ``plan_marry_out``."""
    return carry_out(db, plan_marry_out(db.conn, household_id, resident_id, to=to, relation=relation, note=note, day=day), who=who, why=why)
