"""Carry out what happens to families: one plan seen before it is written, one transaction, one undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.family import NEW, EventKind, Family, Person, Place
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import history, search
from gisapp.storage.damage import damage_writes
from gisapp.storage.families import families, family_events
from gisapp.storage.hazards import hazards

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """A line for a timeline: ``family`` and ``other`` are places in the plan's ``after``."""

    kind: EventKind
    family: int
    text: str
    other: int | None = None


@dataclass(frozen=True, slots=True)
class FamilyPlan:
    """What an event does to the families it touches: those before, all of them after, in the same order, new ones last."""

    label: str
    day: str
    before: tuple[Family, ...]
    after: tuple[Family, ...]
    events: tuple[PlannedEvent, ...]
    warnings: tuple[str, ...] = ()
    returning: tuple[Person, ...] = ()
    """People who are in none of the families before, but in the file."""


@dataclass(frozen=True, slots=True)
class FamilyResult:
    """What was written: ``families`` in the order of the plan, ``people`` who were touched."""

    plan: FamilyPlan
    change: Change
    families: tuple[int, ...]
    people: tuple[int, ...]


def carry_out(
    db: Database,
    plan: FamilyPlan,
    *,
    who: str,
    why: str | None = None,
    also: tuple[Kind, Callable[[sqlite3.Connection], None]] | None = None,
) -> FamilyResult:
    """Write a plan as it was shown; raises BadRequest when the families have changed since.

    ``also``: what else belongs to the change, written in the same transaction when the families are.
    """
    kinds = (Kind.HOUSEHOLD, Kind.RESIDENT, *((Kind.HOUSE,) if _touches_homes(plan) else ()), *(also[:1] if also else ()))
    try:
        with history.recorded(db, label=plan.label, who=who, kinds=kinds, why=why) as entry:
            _refuse_outdated(db.conn, plan)
            saved = families.save(db.conn, plan.before, plan.after, day=plan.day)
            _write_events(db.conn, plan, saved.families, who)
            for household, family in zip(saved.families, plan.after, strict=True):
                _follow_up(db.conn, plan, family, household, who)
            _refresh(db.conn, saved)
            if also:
                also[1](db.conn)
    except sqlite3.IntegrityError as error:
        raise _outdated() from error
    touched = tuple(dict.fromkeys(saved.families))
    return FamilyResult(plan, Change(plan.label, kinds, touched, entry), saved.families, saved.people)


def living_family(connection: sqlite3.Connection, household_id: int, day: str) -> Family:
    """A family that has not ended; raises BadRequest for an unknown or ended one."""
    family = families.load(connection, household_id, day)
    if family is None:
        raise BadRequest(tr("没有这一户。"), tr("请重新搜索，或在列表中选择。"))
    if family.ended_on is not None:
        raise BadRequest(
            tr("这一户已于 {day} 结束：{code}", day=family.ended_on, code=family.code), tr("请选择一户现有的户；结束有误可先撤销。")
        )
    return family


def one_of(family: Family, resident_id: int) -> Person:
    """One of the people present in the family; raises BadRequest for anybody else."""
    person = family.person(resident_id)
    if person is None:
        raise BadRequest(tr("{family}里没有编号为 {id} 的人。", family=family.caption, id=resident_id), tr("请从这户的家庭成员中选择。"))
    return person


def day_of(day: date | None) -> str:
    """The day as ISO text, today when None; raises BadRequest for a day to come: events are recorded once they have happened."""
    chosen = day or date.today()
    if chosen > date.today():
        raise BadRequest(tr("日期晚于今天：{day}", day=chosen.isoformat()), tr("请写事情发生的日期，或到那一天再登记。"))
    return chosen.isoformat()


def refuse_before(person: Person, day: str) -> None:
    """Raises BadRequest when ``day`` is before the person was born or came to the family."""
    if day < person.birth_date:
        raise BadRequest(tr("{name}在 {day} 尚未出生。", name=person.name, day=day), tr("请检查日期。"))
    if person.joined_on is not None and day < person.joined_on:
        raise BadRequest(
            tr("{name} {joined} 才到这一户，晚于 {day}。", name=person.name, joined=person.joined_on, day=day), tr("请检查日期。")
        )


def refuse_before_home(family: Family, day: str) -> None:
    """Raises BadRequest when ``day`` is before one of the family's current homes began."""
    began = max((home.from_date for home in family.homes if home.to_date is None), default=day)
    if day < began:
        raise BadRequest(
            tr("日期 {day} 早于这户现有住房的起始日 {began}。", day=day, began=began), tr("请检查日期；登记有误可先撤销那一步。")
        )


def _touches_homes(plan: FamilyPlan) -> bool:
    return [family.homes for family in plan.before] != [family.homes for family in plan.after]


def _refuse_outdated(connection: sqlite3.Connection, plan: FamilyPlan) -> None:
    if any(families.load(connection, family.id, plan.day) != family for family in plan.before):
        raise _outdated()
    for person in plan.returning:
        found = families.person(connection, person.id)
        if found is None or found[0] != person:
            raise _outdated()


def _outdated() -> BadRequest:
    return BadRequest(tr("这些户刚刚被别人改动，没有写入。"), tr("请重新打开这一户再试一次。"))


def _write_events(connection: sqlite3.Connection, plan: FamilyPlan, ids: tuple[int, ...], who: str) -> None:
    for event in plan.events:
        other = None if event.other is None else ids[event.other]
        family_events.add(connection, ids[event.family], other, kind=event.kind, on_date=plan.day, text=event.text, who=who)


def _follow_up(connection: sqlite3.Connection, plan: FamilyPlan, family: Family, household: int, who: str) -> None:
    """Proposals, open needs and the address meanwhile follow a family that moved or ended."""
    before = next((one for one in plan.before if one.id == family.id), None)
    if before is not None and (family.ended_on is not None or _place_of(family) != _place_of(before)):
        damage_writes.end_stays(connection, [household], plan.day)
    if family.ended_on is not None:
        family_events.withdraw_all(connection, household, day=plan.day, who=who, answer=tr("这一户已结束"))
        if family.successor_id is not None:
            family_events.hand_on_open_care(connection, household, family.successor_id)
        else:
            family_events.close_open_care(connection, household, day=plan.day, who=who, outcome=tr("这一户已结束"))
    elif before is not None and family.id != NEW and family.residence and before.residence:
        place, left = family.residence.place, before.residence.place
        if place.division_id != left.division_id and place.division_id is not None:
            fitting = (place.division_id, *place.above)
            family_events.withdraw_unfit(connection, household, fitting, day=plan.day, who=who, answer=tr("这户已搬到别的社区"))


def _place_of(family: Family) -> Place | None:
    return family.residence.place if family.residence else None


def _refresh(connection: sqlite3.Connection, saved: families.Saved) -> None:
    search.refresh(connection, Kind.HOUSEHOLD, dict.fromkeys(saved.families))
    search.refresh(connection, Kind.RESIDENT, saved.people)
    search.refresh(connection, Kind.HOUSE, (*saved.built, *saved.gone))
    if saved.built:
        hazards.refresh_houses(connection, [area.id for area in hazards.all_areas(connection) if area.id])
