"""The events that damages belong to: a rain, a slide, with its days and the hazard run of that night."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.damage import DamageEvent
from gisapp.domain.written import tidy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import history
from gisapp.storage.damage import damage, damage_writes
from gisapp.storage.damage.damage_writes import Value
from gisapp.storage.runs import stored_runs

if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST_NAME = 60


def list_events(connection: sqlite3.Connection) -> list[DamageEvent]:
    """Every event, the latest first."""
    return damage.events(connection)


def find_event(connection: sqlite3.Connection, text: str) -> DamageEvent:
    """The event with this name, else with this id; raises BadRequest that lists those there are."""
    found, wanted = damage.events(connection), tidy(text)
    event = next((one for one in found if one.name == wanted), None) or next((one for one in found if str(one.id) == wanted), None)
    if event is None:
        names = tr("、").join(one.name for one in found) or tr("还没有灾次")
        raise BadRequest(tr("没有名为“{text}”的灾次。", text=text), tr("已有的灾次：{names}。", names=names))
    return event


def event_of_run(connection: sqlite3.Connection, run: int) -> DamageEvent | None:
    """The event that a hazard run belongs to."""
    return next((one for one in damage.events(connection) if one.run == run), None)


def add_event(
    db: Database, name: str, *, from_date: date, who: str, to_date: date | None = None, run: int | None = None
) -> tuple[int, Change]:
    """A new event; returns its id and the change.

    Raises BadRequest for no name, a long one, one there is, days that run backwards or are to come, an unknown run.
    """
    wanted = tidy(name)
    _refuse_unfit(db.conn, wanted, from_date, to_date)
    if run is not None and stored_runs.read(db.conn, run) is None:
        raise BadRequest(tr("没有编号为 {run} 的研判。", run=run), tr("请先用 gisapp runs 列出研判。"))
    label = tr("登记灾次：{name}", name=wanted)
    with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE,)) as entry:
        made = damage_writes.insert(db.conn, "damage_event", _values(wanted, from_date, to_date, run))
    return made, Change(label, (Kind.DAMAGE,), None, entry)


def change_event(
    db: Database, event_id: int, *, name: str, from_date: date, who: str, to_date: date | None = None, run: int | None = None
) -> Change:
    """Give an event another name, other days or another run.

    Raises BadRequest as ``add_event`` does, for an unknown one, and for damages reported before its first day.
    """
    known = next((one for one in damage.events(db.conn) if one.id == event_id), None)
    if known is None:
        raise BadRequest(tr("没有编号为 {id} 的灾次。", id=event_id), tr("请从灾次的列表里选择。"))
    wanted = tidy(name)
    _refuse_unfit(db.conn, wanted, from_date, to_date, own=event_id)
    first = damage.first_report_of(db.conn, event_id)
    if first is not None and first < from_date.isoformat():
        raise BadRequest(tr("这个灾次已有 {first} 上报的受损。", first=first), tr("灾次的开始日期不能晚于它。"))
    label = tr("更改灾次：{name}", name=wanted)
    with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE,)) as entry:
        damage_writes.update_event(db.conn, event_id, _values(wanted, from_date, to_date, run))
    return Change(label, (Kind.DAMAGE,), None, entry)


def _values(name: str, first: date, last: date | None, run: int | None) -> dict[str, Value]:
    return {"name": name, "from_date": first.isoformat(), "to_date": last.isoformat() if last else None, "run_id": run}


def _refuse_unfit(connection: sqlite3.Connection, name: str, first: date, last: date | None, *, own: int = 0) -> None:
    if not name or len(name) > LONGEST_NAME:
        raise BadRequest(tr("灾次的名称是空的或太长。"), tr("请写不超过 {most} 个字的名称，如 2021年8月强降雨。", most=LONGEST_NAME))
    if any(one.name == name and one.id != own for one in damage.events(connection)):
        raise BadRequest(tr("已经有名为“{name}”的灾次。", name=name), tr("请换一个名称，或直接选用它。"))
    if last is not None and last < first:
        raise BadRequest(tr("灾次的结束日期 {last} 早于开始日期 {first}。", last=last, first=first), tr("请检查日期。"))
    if first > date.today():
        raise BadRequest(tr("{day} 还没有到。", day=first), tr("请写今天或以前的日期。"))
