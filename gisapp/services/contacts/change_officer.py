"""Give a grid another officer, dated; the database refuses a second active one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import new_uid
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.find_contact import active_contact
from gisapp.storage.county import history
from gisapp.storage.places import grids

if TYPE_CHECKING:
    from sqlite_utils import Database


def change_officer(db: Database, grid_id: int, contact_id: int, *, who: str, from_date: date | None = None) -> Change:
    """End the present officer's post and begin the contact's on ``from_date`` (today when None).

    Raises BadRequest for an unknown contact or grid, or when the contact is the officer already.
    """
    contact = active_contact(db.conn, contact_id)
    if not grids.exists(db.conn, grid_id):
        raise BadRequest(tr("没有这个网格。"), tr("请在地图或列表中重新选择。"))
    day = (from_date or date.today()).isoformat()
    if grids.officer_on(db.conn, grid_id, day) == contact_id:
        raise BadRequest(tr("{name}已经是这个网格的网格员。", name=contact.name), tr("请选择另一位联系人。"))
    label = tr("更换网格员：{name}", name=contact.name)
    with history.recorded(db, label=label, who=who, kinds=(Kind.GRID,)) as entry:
        grids.change_officer(db.conn, grid_id, contact_id, uid=new_uid(), from_date=day)
    return Change(label, (Kind.GRID,), (grid_id,), entry)
