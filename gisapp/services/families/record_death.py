"""Record a death: another head follows; with the last of its people the family ends."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain import family_events
from gisapp.domain.family import EventKind, Family, Person
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

if TYPE_CHECKING:
    from sqlite_utils import Database


def plan_death(
    connection: sqlite3.Connection, household_id: int, resident_id: int, *, head: int | None = None, day: date | None = None
) -> FamilyPlan:
    """One of the family died on ``day``. A dead head is followed by ``head``, else by the stated order.

    The order: adults before minors, then spouse, child, child-in-law, parent, other, grandchild, the
    oldest first. Raises BadRequest for somebody who is not in the family.
    """
    on = day_of(day)
    family = living_family(connection, household_id, on)
    person = one_of(family, resident_id)
    refuse_before(person, on)
    follower_named(family, person, head)
    after = family_events.died(family, person.id, on, head_id=head)
    text = tr("{name}去世", name=person.name)
    events = (PlannedEvent(EventKind.DEATH, 0, text), *followed(family, after))
    label = tr("{family}：{text}", family=family.caption, text=text)
    warnings = (tr("这户最后一人去世，户将结束，岗位随之终止。"),) if after.ended_on else ()
    return FamilyPlan(label, on, (family,), (after,), events, warnings)


def follower_named(family: Family, person: Person, head: int | None) -> None:
    """Raises BadRequest when the head named cannot follow the one who goes."""
    if head is None:
        return
    if person is not family.head:
        raise BadRequest(tr("{name}不是户主，不需要新户主。", name=person.name), tr("换户主请单独办理。"))
    if one_of(family, head) is person:
        raise BadRequest(tr("新户主不能是同一个人。"), tr("请选择另一位家庭成员。"))


def followed(family: Family, after: Family, *, place: int = 0) -> tuple[PlannedEvent, ...]:
    """The line that says who follows a head who is gone."""
    old, new = family.head, after.head
    if old is None or new is None or old.id == new.id or after.ended_on:
        return ()
    return (PlannedEvent(EventKind.HEAD, place, tr("户主由{old}换为{new}", old=old.name, new=new.name)),)


def record_death(
    db: Database,
    household_id: int,
    resident_id: int,
    *,
    who: str,
    head: int | None = None,
    day: date | None = None,
    why: str | None = None,
) -> FamilyResult:
    """Carry out ``plan_death``."""
    return carry_out(db, plan_death(db.conn, household_id, resident_id, head=head, day=day), who=who, why=why)
