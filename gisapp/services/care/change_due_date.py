"""Give a need or an alarm another due date, with the reason kept in the history."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.care.close_care import open_entry
from gisapp.storage.care import care
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database


def change_due_date(db: Database, entry_id: int, due_on: date, *, who: str, why: str | None = None) -> Change:
    """Move the due date of an open entry; raises BadRequest for one that is not open, or a date before it was written."""
    found = open_entry(db.conn, entry_id)
    if due_on.isoformat() < found.on_date:
        raise BadRequest(tr("期限 {due} 早于记录日期 {day}。", due=due_on, day=found.on_date), tr("请改期限或记录日期。"))
    label = tr("{kind}期限改为 {due}", kind=found.kind.caption, due=due_on)
    with history.recorded(db, label=label, who=who, kinds=(Kind.CARE,), why=why) as entry:
        care.set_due(db.conn, entry_id, due_on.isoformat())
    return Change(label, (Kind.CARE,), (entry_id,), entry)
