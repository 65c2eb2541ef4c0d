"""Write down where many people sleep as somebody found it at the door: preview, refusals with reasons, one change."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.sleeping import Sleeper, SleepingPlace, SleepingUpdate
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import history
from gisapp.storage.families import sleeping
from gisapp.storage.families.sleeping import Written

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken, and why; ``row`` is its place among those asked, from 0."""

    row: int
    resident: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class SleepingPlan:
    """What an update will do, or did: ``changed``, ``same`` and ``refused`` together are all rows asked.

    ``changed`` sleep elsewhere than was known; of ``same`` only the day of the check moves.
    """

    changed: tuple[int, ...]
    same: tuple[int, ...]
    refused: tuple[RefusedRow, ...]
    writes: tuple[Written, ...]


def preview_sleeping(connection: sqlite3.Connection, rows: Sequence[SleepingUpdate], *, today: date | None = None) -> SleepingPlan:
    """Who would change, who stays, who cannot be taken and why; writes nothing."""
    people = sleeping.of_residents(connection, [row.resident for row in rows])
    day, seen = (today or date.today()), set[int]()
    changed, same, refused, writes = [], [], [], []
    for place, row in enumerate(rows):
        person = people.get(row.resident)
        reason = tr("名单中重复") if row.resident in seen else _reason(row, person, day)
        seen.add(row.resident)
        if reason or person is None:
            refused.append(RefusedRow(place, row.resident, person.name if person else "", reason))
        elif _is_same(row, person):
            same.append(row.resident)
            if person.checked_on != row.checked_on.isoformat():
                writes.append(_checked(row, person))
        else:
            changed.append(row.resident)
            writes.append(_moved(row, person))
    return SleepingPlan(tuple(changed), tuple(same), tuple(refused), tuple(writes))


def update_sleeping(
    db: Database, rows: Sequence[SleepingUpdate], *, who: str, why: str | None = None, today: date | None = None
) -> tuple[SleepingPlan, Change | None]:
    """Write every row that can be taken; one transaction, one Change, None when there is nothing to write.

    Raises BadRequest when there are no rows.
    """
    if not rows:
        raise BadRequest(tr("没有要更新的人。"), tr("请至少填写一个人的住处。"))
    plan = preview_sleeping(db.conn, rows, today=today)
    if not plan.writes:
        return plan, None
    label = tr("核对住处：{changed} 人有变化，{same} 人不变", changed=len(plan.changed), same=len(plan.same))
    ids = [one.resident for one in plan.writes]
    with history.recorded(db, label=label, who=who, kinds=(Kind.RESIDENT,), why=why) as entry:
        sleeping.write(db.conn, plan.writes)
    return plan, Change(label, (Kind.RESIDENT,), ids_or_too_many(ids), entry)


def _reason(row: SleepingUpdate, person: Sleeper | None, today: date) -> str:
    """Why this row cannot be taken; "" when it can."""
    if person is None:
        return tr("没有这个人")
    if person.has_left:
        return tr("已不在这一户")
    if row.checked_on > today:
        return tr("核对日期 {day} 还没有到", day=row.checked_on)
    if person.checked_on and row.checked_on.isoformat() < person.checked_on:
        return tr("{day} 已有更新的核对", day=person.checked_on)
    if row.place is SleepingPlace.HERE and person.home is None:
        return tr("这户没有现住房")
    if row.place is SleepingPlace.ORIGIN and person.origin is None:
        return tr("这户没有原住房，或原住房已不存在")
    return tr("没有写住在哪里") if row.place is SleepingPlace.UNKNOWN else ""


def _is_same(row: SleepingUpdate, person: Sleeper) -> bool:
    if row.place is not person.place:
        return False
    return row.place is not SleepingPlace.ELSEWHERE or row.note.strip() in ("", person.where)


def _checked(row: SleepingUpdate, person: Sleeper) -> Written:
    note = person.where if person.house is None else ""
    return Written(row.resident, person.house, note, person.since, row.checked_on.isoformat())


def _moved(row: SleepingUpdate, person: Sleeper) -> Written:
    day = row.checked_on.isoformat()
    if row.place is SleepingPlace.ELSEWHERE:
        return Written(row.resident, None, row.note.strip() or tr("外出"), day, day)
    return Written(row.resident, person.home if row.place is SleepingPlace.HERE else person.origin, "", day, day)
