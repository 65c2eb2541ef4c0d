"""Record that somebody leaves the county for good, or returns."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain import family_events
from gisapp.domain.family import EventKind, JoinedReason, LeftReason, sleeps_at_home
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
from gisapp.services.families.marry import told_empty
from gisapp.services.families.record_death import followed, follower_named
from gisapp.storage.families import families

if TYPE_CHECKING:
    from sqlite_utils import Database


def plan_leave(
    connection: sqlite3.Connection,
    household_id: int,
    resident_id: int,
    *,
    note: str = "",
    head: int | None = None,
    day: date | None = None,
) -> FamilyPlan:
    """One of the family leaves the county on ``day``; a head is followed by ``head``, else by the stated order.

    The family lives on even without people, for they may return.
    """
    on = day_of(day)
    family = living_family(connection, household_id, on)
    person = one_of(family, resident_id)
    refuse_before(person, on)
    follower_named(family, person, head)
    where = note.strip() or tr("县外")
    after = family_events.left(family, person.id, on, reason=LeftReason.AWAY, note=where, head_id=head)
    text = tr("{name}迁出到{where}", name=person.name, where=where)
    label = tr("{family}：{text}", family=family.caption, text=text)
    return FamilyPlan(label, on, (family,), (after,), (PlannedEvent(EventKind.AWAY, 0, text), *followed(family, after)), told_empty(after))


def plan_person_return(
    connection: sqlite3.Connection,
    household_id: int,
    resident_id: int,
    *,
    relation: Relation | None = None,
    day: date | None = None,
) -> FamilyPlan:
    """Somebody who left the county comes back, to the family left or to another, and sleeps where it lives.

    ``relation`` None: what the person was before. Raises BadRequest for somebody who died or never left.
    """
    on = day_of(day)
    family = living_family(connection, household_id, on)
    found = families.person(connection, resident_id)
    if found is None or found[0].left_on is None or found[0].left_reason == LeftReason.DEATH:
        raise BadRequest(tr("编号 {id} 不是迁出的人，不能登记返回。", id=resident_id), tr("请从这户迁出的人中选择。"))
    person, _ = found
    if on < str(person.left_on):
        raise BadRequest(tr("{name} {left} 才迁出，晚于 {day}。", name=person.name, left=person.left_on, day=on), tr("请检查日期。"))
    chosen = relation or person.relation
    if chosen is Relation.SPOUSE and any(one.relation is Relation.SPOUSE for one in family.present):
        chosen = Relation.OTHER
    sleeping = sleeps_at_home(family, on)
    after = family_events.joined(family, person, chosen, on, reason=JoinedReason.RETURN, sleeping=sleeping)
    text = tr("{name}返回", name=person.name)
    label = tr("{family}：{text}", family=family.caption, text=text)
    return FamilyPlan(label, on, (family,), (after,), (PlannedEvent(EventKind.RETURN, 0, text),), returning=(person,))


def leave_county(
    db: Database, household_id: int, resident_id: int, *, who: str, note: str = "", day: date | None = None, why: str | None = None
) -> FamilyResult:
    """Carry out ``plan_leave``."""
    return carry_out(db, plan_leave(db.conn, household_id, resident_id, note=note, day=day), who=who, why=why)


def return_to_county(
    db: Database,
    household_id: int,
    resident_id: int,
    *,
    who: str,
    relation: Relation | None = None,
    day: date | None = None,
    why: str | None = None,
) -> FamilyResult:
    """Carry out ``plan_person_return``."""
    return carry_out(db, plan_person_return(db.conn, household_id, resident_id, relation=relation, day=day), who=who, why=why)
