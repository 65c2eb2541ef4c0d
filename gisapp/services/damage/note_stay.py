"""Note where a family of a damaged house lives until the work is done; its people sleep there from then on."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.damage import Damage, Stay
from gisapp.domain.sleeping import Sleeper
from gisapp.domain.written import tidy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.damage_result import past_day
from gisapp.services.damage.list_damage import damage_case
from gisapp.storage.care import care
from gisapp.storage.county import history
from gisapp.storage.damage import damage_writes
from gisapp.storage.damage.damage_writes import Value
from gisapp.storage.families import sleeping
from gisapp.storage.families.sleeping import Written

if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST_ADDRESS = 100


def note_stay(db: Database, damage_id: int, household_id: int, address: str, *, who: str, from_date: date | None = None) -> Change:
    """Put down the address from ``from_date`` (today when None); the family's address before it ends that day.

    Those who slept in the damaged house, at the address before, or nobody knew where, sleep there; who sleeps elsewhere stays.
    Raises BadRequest for an unknown damage, a family not of it, no address, a day to come, before the report or the address before.
    """
    day, place = past_day(from_date), tidy(address)
    one, stays = _case(db.conn, damage_id, household_id)
    before = open_stay(stays, household_id)
    _refuse_unfit(one, before, place, day.isoformat())
    label = tr("过渡住址：{family}，{address}", family=_family(db.conn, household_id), address=place)
    with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE, Kind.RESIDENT)) as entry:
        damage_writes.end_stays(db.conn, [household_id], day.isoformat())
        values: dict[str, Value] = {"damage_id": damage_id, "household_id": household_id, "address": place}
        damage_writes.insert(db.conn, "damage_stay", values | {"from_date": day.isoformat()})
        people = sleeping.of_families(db.conn, [household_id])
        left = before.address if before else ""
        moving = [person for person in people if moves_along(person, house=one.house, before=left, day=day)]
        sleeping.write(db.conn, [_asleep(person, place, day.isoformat()) for person in moving])
    return Change(label, (Kind.DAMAGE, Kind.RESIDENT), (damage_id,), entry)


def end_stay(db: Database, damage_id: int, household_id: int, *, who: str, on_date: date | None = None) -> Change:
    """The family no longer lives at its address of a damage; where its people sleep is asked at the door.

    Raises BadRequest when it lives at none, or for a day to come or before it came there.
    """
    day = past_day(on_date)
    _one, stays = _case(db.conn, damage_id, household_id)
    before = open_stay(stays, household_id)
    family = _family(db.conn, household_id)
    if before is None:
        raise BadRequest(tr("{family}没有登记过渡住址。", family=family), tr("请先登记住址，再登记离开。"))
    _refuse_earlier(before, day.isoformat())
    label = tr("离开过渡住址：{family}，{address}", family=family, address=before.address)
    with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE,)) as entry:
        damage_writes.end_stays(db.conn, [household_id], day.isoformat())
    return Change(label, (Kind.DAMAGE,), (damage_id,), entry)


def open_stay(stays: Sequence[Stay], household_id: int) -> Stay | None:
    """Where the family lives meanwhile, now."""
    return next((stay for stay in stays if stay.household == household_id and stay.to_date is None), None)


def _case(connection: sqlite3.Connection, damage_id: int, household_id: int) -> tuple[Damage, tuple[Stay, ...]]:
    case = damage_case(connection, damage_id)
    if household_id not in case.damage.families:
        names = case.damage.head or tr("没有住户")
        raise BadRequest(tr("这一户不住在{number}。", number=case.damage.number), tr("这处房屋的住户：{names}。", names=names))
    return case.damage, case.stays


def _refuse_unfit(one: Damage, before: Stay | None, address: str, day: str) -> None:
    if not address or len(address) > LONGEST_ADDRESS:
        raise BadRequest(tr("没有写过渡住址，或写得太长。"), tr("请写不超过 {most} 个字的住址，如 镇中心小学。", most=LONGEST_ADDRESS))
    if day < one.reported_on:
        raise BadRequest(tr("日期 {day} 早于上报日期 {reported}。", day=day, reported=one.reported_on), tr("请检查日期。"))
    if before is not None:
        _refuse_earlier(before, day)


def _refuse_earlier(before: Stay, day: str) -> None:
    if day < before.from_date:
        raise BadRequest(
            tr("日期 {day} 早于住进{address}的 {began}。", day=day, address=before.address, began=before.from_date), tr("请检查日期。")
        )


def moves_along(person: Sleeper, *, house: int | None, before: str, day: date) -> bool:
    """Whether the person goes to a new address with the family: nobody has found the person elsewhere, or later, at the door.

    ``house`` is the damaged one, ``before`` the address before, "" for none.
    """
    if (person.checked_on or "") > day.isoformat():
        return False
    if person.house is not None:
        return person.house == house
    return person.where in ("", before)


def _asleep(person: Sleeper, address: str, day: str) -> Written:
    return Written(person.resident, None, address, day, day)


def _family(connection: sqlite3.Connection, household_id: int) -> str:
    found = care.families(connection, [household_id])[household_id]
    return tr("{head}（{code}）", head=found.head or tr("没有户主"), code=found.code)
