"""Split a family: chosen people become a household of their own with a number, a head, a home and the same contacts."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain import family_events
from gisapp.domain.family import EventKind, Family
from gisapp.domain.relations import next_head
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
    refuse_before_home,
)
from gisapp.services.places.find_house import house_at, warnings_of
from gisapp.storage.families import families, households

if TYPE_CHECKING:
    from sqlite_utils import Database

_COUNTER = re.compile(r"(.*?)([0-9]{1,5})$", re.DOTALL)
MOST_CODE_LETTERS = 40


def plan_split(
    connection: sqlite3.Connection,
    household_id: int,
    people: Sequence[int],
    *,
    head: int | None = None,
    house: int | None = None,
    code: str | None = None,
    day: date | None = None,
) -> FamilyPlan:
    """``people`` become a new family under ``head`` (who follows by the stated order when None).

    It shares the homes of the old one, or lives in ``house``, and keeps the contacts that still fit. ``code`` None: the
    next free number of the old family's village. Raises BadRequest when nobody would stay, or the code is taken.
    """
    on = day_of(day)
    family = refuse_alone(connection, household_id, day=day)
    refuse_before_home(family, on)
    chosen = [one_of(family, one) for one in dict.fromkeys(people)]
    for person in chosen:
        refuse_before(person, on)
    if not chosen or len(chosen) == len(family.present):
        raise BadRequest(
            tr("分户要选出一部分人：这户 {count} 人不能全部分出，也不能一个不分。", count=len(family.present)), tr("全家搬走请用搬家。")
        )
    leader = one_of(family, head) if head is not None else next((one for one in chosen if one is family.head), next_head(chosen, on))
    if leader is None or leader not in chosen:
        raise BadRequest(
            tr("{name}不在分出去的人里，不能当新户的户主。", name=leader.name if leader else ""), tr("请从分出去的人里选户主。")
        )
    ids = {one.id for one in chosen}
    staying, new = family_events.split(family, ids, head_id=leader.id, code=_code(connection, code, family.code), day=on)
    warnings: tuple[str, ...] = ()
    if house is not None:
        place = house_at(connection, house)
        new, warnings = family_events.moved(new, place, on), warnings_of(connection, place, family.id)
    elif family.residence and family.residence.place.site:
        warnings = (tr("两户将登记在同一套房：{number}。", number=family.residence.place.number),)
    names = tr("、").join(one.name for one in chosen)
    label = tr("{family}：分出{names}，新户 {code}", family=family.caption, names=names, code=new.code)
    events = (
        PlannedEvent(EventKind.SPLIT, 0, tr("分户：{names}分出，新户 {code}", names=names, code=new.code), 1),
        PlannedEvent(EventKind.SPLIT, 1, tr("分户：从 {code} 分出，户主{head}", code=family.code, head=leader.name), 0),
    )
    return FamilyPlan(label, on, (family,), (staying, new), events, warnings)


def refuse_alone(connection: sqlite3.Connection, household_id: int, *, day: date | None = None) -> Family:
    """The family; raises BadRequest when it has one person only, whom nobody would stay behind."""
    family = living_family(connection, household_id, day_of(day))
    if len(family.present) < 2:
        raise BadRequest(tr("{family}只有一个人，不能分户。", family=family.caption), tr("这个人搬走请用搬家，并到别的户请用并户。"))
    return family


def _code(connection: sqlite3.Connection, wanted: str | None, old: str) -> str:
    if wanted is None:
        return next_code(connection, old)
    wanted = wanted.strip()
    if not wanted or len(wanted) > MOST_CODE_LETTERS or not wanted.isprintable():
        raise BadRequest(tr("户编号不能用：{code}", code=wanted), tr("请写 1 到 40 个字，或留空由程序编号。"))
    if households.by_code(connection, [wanted]):
        raise BadRequest(tr("户编号 {code} 已经有了。", code=wanted), tr("请换一个，或留空由程序编号。"))
    return wanted


def next_code(connection: sqlite3.Connection, old: str) -> str:
    """The number after the highest one that is written like ``old``: the same beginning, a counter at the end."""
    match = _COUNTER.match(old)
    prefix, width = (match[1], len(match[2])) if match else (f"{old}-", 2)
    counters = [code[len(prefix) :] for code in families.codes_like(connection, prefix, len(prefix) + width)]
    number = max((int(one) for one in counters if one.isdecimal()), default=0) + 1
    while households.by_code(connection, [f"{prefix}{number:0{width}d}"]):
        number += 1
    return f"{prefix}{number:0{width}d}"


def split_family(
    db: Database,
    household_id: int,
    people: Sequence[int],
    *,
    who: str,
    head: int | None = None,
    house: int | None = None,
    code: str | None = None,
    day: date | None = None,
    why: str | None = None,
) -> FamilyResult:
    """Carry out ``plan_split``; the new family is the second of the result."""
    return carry_out(db, plan_split(db.conn, household_id, people, head=head, house=house, code=code, day=day), who=who, why=why)
