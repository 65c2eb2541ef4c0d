"""Merge two families: one ends, its people live on in the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from gisapp.domain import family_events
from gisapp.domain.family import EventKind
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

if TYPE_CHECKING:
    from sqlite_utils import Database

NONE_GIVEN: Mapping[int, Relation] = MappingProxyType({})


def plan_merge(
    connection: sqlite3.Connection,
    household_id: int,
    into: int,
    *,
    relations: Mapping[int, Relation] = NONE_GIVEN,
    day: date | None = None,
) -> FamilyPlan:
    """The family ends on ``day``; its people join ``into``, whose homes, slots and head stay. Relations are to that head.

    Raises BadRequest for one and the same family, or one that has ended.
    """
    on = day_of(day)
    family, other = living_family(connection, household_id, on), living_family(connection, into, on)
    if family.id == other.id:
        raise BadRequest(tr("一户不能并入自己。"), tr("请选择另一户。"))
    for person in family.present:
        refuse_before(person, on)
    for one in relations:
        one_of(family, one)
    ended, after = family_events.merged(family, other, on, relations=relations)
    values = {"family": family.caption, "other": other.caption}
    warnings = (
        [tr("{family}是搬迁户，并入后按非搬迁户管理。", family=family.caption)] if family.is_relocated and not other.is_relocated else []
    )
    label = tr("{family}并入{other}", **values)
    events = (PlannedEvent(EventKind.MERGE, 0, label, 1), PlannedEvent(EventKind.MERGE, 1, label, 0))
    return FamilyPlan(label, on, (family, other), (ended, after), events, tuple(warnings))


def merge_families(
    db: Database,
    household_id: int,
    into: int,
    *,
    who: str,
    relations: Mapping[int, Relation] = NONE_GIVEN,
    day: date | None = None,
    why: str | None = None,
) -> FamilyResult:
    """Carry out ``plan_merge``."""
    return carry_out(db, plan_merge(db.conn, household_id, into, relations=relations, day=day), who=who, why=why)
