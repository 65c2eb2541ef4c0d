"""Close a need or an alarm with what came of it."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.care import CareEntry
from gisapp.domain.change import Change, Kind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.care.record_care import clean_text
from gisapp.storage.care import care
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database


def close_care(db: Database, entry_id: int, *, outcome: str, who: str, on_date: date | None = None) -> Change:
    """Close an open need or alarm on ``on_date`` (today when None); ``outcome`` says what was done.

    Raises BadRequest when there is none, when it is closed already, without an outcome, for a day that does not fit.
    """
    found = open_entry(db.conn, entry_id)
    words, day = clean_text(outcome, tr("没有写办理结果。")), on_date or date.today()
    if day > date.today():
        raise BadRequest(tr("{day} 还没有到。", day=day), tr("请写今天或以前的日期。"))
    if day.isoformat() < found.on_date:
        raise BadRequest(tr("{day} 早于记录日期 {begun}。", day=day, begun=found.on_date), tr("请写记录日期或以后的日期。"))
    label = tr("办结{kind}：{head}", kind=found.kind.caption, head=care.families(db.conn, [found.household])[found.household].head)
    with history.recorded(db, label=label, who=who, kinds=(Kind.CARE,)) as entry:
        care.close(db.conn, entry_id, on=day.isoformat(), by=who, outcome=words)
    return Change(label, (Kind.CARE,), (entry_id,), entry)


def open_entry(connection: sqlite3.Connection, entry_id: int) -> CareEntry:
    """A need or an alarm that is open; raises BadRequest for any other."""
    found = care.by_id(connection, entry_id)
    if found is None:
        raise BadRequest(tr("没有编号为 {id} 的往来记录。", id=entry_id), tr("请从需求与预警清单里选择。"))
    if not found.kind.waits:
        raise BadRequest(tr("第 {id} 条是{kind}，不需要办结。", id=entry_id, kind=found.kind.caption), tr("只有需求和预警要办结。"))
    if found.closed_on is not None:
        raise BadRequest(tr("第 {id} 条已于 {day} 办结。", id=entry_id, day=found.closed_on), tr("如有新情况，请另记一条。"))
    return found
