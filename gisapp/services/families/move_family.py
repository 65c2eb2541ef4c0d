"""Move a family: to another house or flat, into a settlement, back to a home of its own, away for a time."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain import family_events
from gisapp.domain.family import GONE, EventKind, Family, Home, Place
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.family_change import (
    FamilyPlan,
    FamilyResult,
    PlannedEvent,
    carry_out,
    day_of,
    living_family,
    refuse_before_home,
)
from gisapp.services.places.find_house import house_at, warnings_of

if TYPE_CHECKING:
    from sqlite_utils import Database


def plan_move(connection: sqlite3.Connection, household_id: int, house_id: int, *, day: date | None = None) -> FamilyPlan:
    """A move to a house: a family from a village that moves into a settlement's flat becomes relocated.

    A home of its own is a return to it. Community slots end unless the contact's unit fits the new
    community. Raises BadRequest for an unknown family or house, or a day before its homes began.
    """
    on = day_of(day)
    family, place = _movable(connection, household_id, on), house_at(connection, house_id)
    own = next((home for home in family.homes if home.place.house_id == house_id), None)
    if own is not None:
        return _return(family, own, on)
    if family_events.becomes_relocated(family, place) and family.residence and family.residence.place.division_id is None:
        raise BadRequest(tr("这户现在的住房不在任何网格内，无法确定原籍村。"), tr("请先把原住房划入网格。"))
    return _move(family, place, on, warnings_of(connection, place, family.id))


def _move(family: Family, place: Place, on: str, warnings: tuple[str, ...]) -> FamilyPlan:
    old = family.residence
    after = family_events.moved(family, place, on)
    values = {"old": old.place.number if old else tr("不详"), "new": place.number}
    if after.is_relocated and not family.is_relocated:
        text = tr("易地搬迁：从{old}搬到{new}，成为搬迁户", **values)
    else:
        text = tr("从{old}搬到{new}", **values)
    label = tr("{family}：{text}", family=family.caption, text=text)
    ended = sum(slot not in after.slots for slot in family.slots)
    told = (tr("社区线有 {count} 个岗位不再适合，将列入缺岗。", count=ended),) if ended else ()
    return FamilyPlan(label, on, (family,), (after,), (PlannedEvent(EventKind.MOVE, 0, text),), (*warnings, *told))


def plan_return(connection: sqlite3.Connection, household_id: int, *, day: date | None = None) -> FamilyPlan:
    """The way back to the origin home, or to the only home of a family that was away.

    Raises BadRequest when the origin home is gone, or the family lives there already.
    """
    on = day_of(day)
    family = _movable(connection, household_id, on)
    home = family.origin or family.residence
    if home is None:
        raise BadRequest(tr("这户没有可以返回的住房。"), tr("请写明搬到哪一处房屋。"))
    return _return(family, home, on)


def _return(family: Family, home: Home, on: str) -> FamilyPlan:
    if home.state in GONE or home.place.house_id is None:
        raise BadRequest(
            tr("{number}已登记为{state}，不能返回居住。", number=home.place.number, state=home.state.caption),
            tr("请写明搬到哪一处房屋；已重建的先改住房状态。"),
        )
    after = family_events.back_home(family, home, on)
    if replace(after, people=family.people) == family and all(one.sleeping.house_id == home.place.house_id for one in family.present):
        raise BadRequest(tr("这户现在就住在{number}。", number=home.place.number), tr("请选择另一处房屋。"))
    text = tr("返回{number}居住", number=home.place.number)
    label = tr("{family}：{text}", family=family.caption, text=text)
    return FamilyPlan(label, on, (family,), (after,), (PlannedEvent(EventKind.RETURN, 0, text),))


def plan_away(connection: sqlite3.Connection, household_id: int, where: str, *, day: date | None = None) -> FamilyPlan:
    """The whole family lives ``where``, outside the county, for a time; its homes stand vacant, its slots stay.

    Raises BadRequest when it is not said where.
    """
    on = day_of(day)
    family = _movable(connection, household_id, on)
    if not where.strip():
        raise BadRequest(tr("没有写明去了哪里。"), tr("请写明去处，如 外出务工（西安）。"))
    after = family_events.away(family, where.strip(), on)
    text = tr("全家外出：{where}", where=where.strip())
    label = tr("{family}：{text}", family=family.caption, text=text)
    return FamilyPlan(label, on, (family,), (after,), (PlannedEvent(EventKind.AWAY, 0, text),))


def _movable(connection: sqlite3.Connection, household_id: int, on: str) -> Family:
    family = living_family(connection, household_id, on)
    refuse_before_home(family, on)
    return family


def move_family(
    db: Database, household_id: int, house_id: int, *, who: str, day: date | None = None, why: str | None = None
) -> FamilyResult:
    """Carry out ``plan_move``."""
    return carry_out(db, plan_move(db.conn, household_id, house_id, day=day), who=who, why=why)
