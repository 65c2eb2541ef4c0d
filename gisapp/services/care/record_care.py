"""Write down a visit, a call, a need or an alarm of a family, by either line."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gisapp.domain.care import MOST_CHARACTERS, CareKind
from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Duty, Line
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.care.care_days import care_days
from gisapp.storage.care import care
from gisapp.storage.contacts import slots
from gisapp.storage.county import history
from gisapp.storage.families import households

if TYPE_CHECKING:
    from sqlite_utils import Database


def record_care(
    db: Database,
    household_id: int,
    *,
    line: Line,
    kind: CareKind,
    text: str,
    who: str,
    duty: Duty | None = None,
    on_date: date | None = None,
    due_on: date | None = None,
) -> tuple[int, Change]:
    """Record one entry on ``on_date`` (today when None); returns its id and the change.

    A need and an alarm are due after the days the county has set, unless ``due_on`` says otherwise; without ``duty``
    a need asks for assistance and an alarm for screening. Raises BadRequest for a family that is not relocated or has
    ended, an empty text, a day to come, a due date before the day, a due date of a visit or a call.
    """
    day = on_date or date.today()
    words = clean_text(text, tr("没有写内容。"))
    _check_days(kind, day, due_on)
    called = _called(db.conn, household_id)
    if kind.waits and due_on is None:
        due_on = day + timedelta(days=care_days(db.conn).given_to(kind))
    label = tr("{line}给{family}记{kind}", line=line.caption, family=called, kind=kind.caption)
    values: dict[str, str | int | None] = {
        "uid": new_uid(), "household_id": household_id, "line": line.value, "kind": kind.value,
        "duty": (duty or kind.usual_duty) if kind.waits else None, "on_date": day.isoformat(), "text": words, "who": who,
        "due_on": due_on.isoformat() if due_on else None,
    }  # fmt: skip
    with history.recorded(db, label=label, who=who, kinds=(Kind.CARE,)) as entry:
        made = care.insert(db.conn, values)
    return made, Change(label, (Kind.CARE,), (made,), entry)


def clean_text(text: str, missing: str) -> str:
    """The words without surrounding blanks; raises BadRequest(``missing``) for none, and for far too many."""
    words = text.strip()
    if not words:
        raise BadRequest(missing, tr("请用一句话写明。"))
    if len(words) > MOST_CHARACTERS:
        raise BadRequest(tr("内容太长：{count} 个字。", count=f"{len(words):,}"), tr("最多 {most:,} 个字。", most=MOST_CHARACTERS))
    return words


def _check_days(kind: CareKind, day: date, due_on: date | None) -> None:
    if day > date.today():
        raise BadRequest(tr("{day} 还没有到。", day=day), tr("请写今天或以前的日期。"))
    if due_on is not None and not kind.waits:
        raise BadRequest(tr("{kind}没有办理期限。", kind=kind.caption), tr("只有需求和预警有期限。"))
    if due_on is not None and due_on < day:
        raise BadRequest(tr("期限 {due} 早于记录日期 {day}。", due=due_on, day=day), tr("请改期限或记录日期。"))


def _called(connection: sqlite3.Connection, household_id: int) -> str:
    if not households.existing(connection, [household_id]):
        raise BadRequest(tr("没有这一户。"), tr("请重新搜索，或在列表中选择。"))
    family = care.families(connection, [household_id])[household_id]
    called = tr("{head}（{code}）", head=family.head or tr("没有户主"), code=family.code)
    if household_id not in slots.relocated_among(connection, [household_id]):
        raise BadRequest(tr("{family}不是搬迁户，或这一户已经结束。", family=called), tr("往来记录、需求和预警只记在搬迁户上。"))
    return called
