"""Give a grid another officer, dated; the database refuses a second active one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import new_uid
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage import contacts, grids, history

if TYPE_CHECKING:
    from sqlite_utils import Database


def change_officer(db: Database, grid_id: int, contact_id: int, *, who: str, from_date: date | None = None) -> Change:
    """End the present officer's post and begin the contact's on ``from_date`` (today when None)."""
    contact = contacts.by_id(db.conn, contact_id)
    if contact is None:
        raise BadRequest(tr("没有编号为 {id} 的在岗联系人。", id=contact_id), tr("请从联系人名单中选择。"))
    day = (from_date or date.today()).isoformat()
    label = tr("更换网格员：{name}", name=contact.name)
    with history.recorded(db, label=label, who=who, kinds=(Kind.GRID,)) as entry:
        grids.change_officer(db.conn, grid_id, contact_id, uid=new_uid(), from_date=day)
    return Change(label, (Kind.GRID,), (grid_id,), entry)
