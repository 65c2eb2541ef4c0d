"""Record a birth: the newest member of a family."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain import family_events
from gisapp.domain.family import EventKind, JoinedReason
from gisapp.domain.person import Relation, Sex
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.family_change import FamilyPlan, FamilyResult, PlannedEvent, carry_out, day_of, living_family
from gisapp.services.families.new_person import NewPerson, as_person

if TYPE_CHECKING:
    from sqlite_utils import Database


def plan_birth(
    connection: sqlite3.Connection,
    household_id: int,
    name: str,
    sex: Sex,
    *,
    relation: Relation = Relation.CHILD,
    id_number: str = "",
    day: date | None = None,
) -> FamilyPlan:
    """A child born on ``day`` into the family, sleeping where the family lives.

    Raises BadRequest for a family without people, or a name or ID number that cannot be.
    """
    on = day_of(day)
    family = living_family(connection, household_id, on)
    if not family.present:
        raise BadRequest(tr("这户已没有在册的人，不能登记出生。"), tr("请选择父母所在的户。"))
    person = as_person(connection, NewPerson(name, sex, on, id_number), day=on)
    after = family_events.joined(family, person, relation, on, reason=JoinedReason.BIRTH)
    text = tr("{name}出生（{relation}）", name=person.name, relation=relation.caption)
    label = tr("{family}：{text}", family=family.caption, text=text)
    return FamilyPlan(label, on, (family,), (after,), (PlannedEvent(EventKind.BIRTH, 0, text),))


def record_birth(
    db: Database,
    household_id: int,
    name: str,
    sex: Sex,
    *,
    who: str,
    relation: Relation = Relation.CHILD,
    id_number: str = "",
    day: date | None = None,
    why: str | None = None,
) -> FamilyResult:
    """Carry out ``plan_birth``."""
    return carry_out(db, plan_birth(db.conn, household_id, name, sex, relation=relation, id_number=id_number, day=day), who=who, why=why)
