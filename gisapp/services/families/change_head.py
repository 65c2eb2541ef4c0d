"""Give a family another head."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.family import EventKind
from gisapp.domain.person import Relation
from gisapp.domain.relations import under_head
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
from gisapp.services.families.merge_families import NONE_GIVEN

if TYPE_CHECKING:
    from sqlite_utils import Database


def plan_head(
    connection: sqlite3.Connection,
    household_id: int,
    resident_id: int,
    *,
    relations: Mapping[int, Relation] = NONE_GIVEN,
    day: date | None = None,
) -> FamilyPlan:
    """Another of its people as head; what the others are to the new head follows from what they were, unless given.

    Raises BadRequest for somebody who is the head already or not of this family.
    """
    on = day_of(day)
    family = living_family(connection, household_id, on)
    person = one_of(family, resident_id)
    refuse_before(person, on)
    if person.relation is Relation.HEAD:
        raise BadRequest(tr("{name}已经是户主。", name=person.name), tr("请选择另一位家庭成员。"))
    for one in relations:
        one_of(family, one)
    old = family.head.name if family.head else tr("不详")
    text = tr("户主由{old}换为{new}", old=old, new=person.name)
    after = under_head(family, person.id, relations)
    label = tr("{family}：{text}", family=family.code, text=text)
    return FamilyPlan(label, on, (family,), (after,), (PlannedEvent(EventKind.HEAD, 0, text),))


def change_head(
    db: Database,
    household_id: int,
    resident_id: int,
    *,
    who: str,
    relations: Mapping[int, Relation] = NONE_GIVEN,
    day: date | None = None,
    why: str | None = None,
) -> FamilyResult:
    """Carry out ``plan_head``."""
    return carry_out(db, plan_head(db.conn, household_id, resident_id, relations=relations, day=day), who=who, why=why)
