"""Correct what is written about a contact: name, phone, unit; slots and grids stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.domain.initials import initials_of
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.find_contact import unknown_contact
from gisapp.services.contacts.keep_contact import name_from_text, phone_from_text, refuse_double
from gisapp.storage.contacts import contact_book
from gisapp.storage.county import history, search

if TYPE_CHECKING:
    from sqlite_utils import Database


def correct_contact(
    db: Database, contact_id: int, *, who: str, name: str | None = None, phone: str | None = None, division_id: int | None = None
) -> Change:
    """Write what is given, leave the rest (None); an empty phone takes the number away.

    Raises BadRequest for somebody unknown or gone, for a name, phone or unit that cannot be, and when nothing would change.
    """
    before = contact_book.details(db.conn, contact_id)
    if before is None:
        raise unknown_contact(db.conn, contact_id)
    if division_id is not None and not contact_book.has_unit(db.conn, division_id):
        raise BadRequest(tr("没有这个单位。"), tr("请选择一个镇、村或社区。"))
    after = contact_book.Details(
        before.name if name is None else name_from_text(name),
        before.phone if phone is None else phone_from_text(phone),
        before.role,
        before.division if division_id is None else division_id,
    )
    if after == before:
        raise BadRequest(tr("没有要改的内容。"), tr("请写新的姓名、电话或单位。"))
    refuse_double(db.conn, after, but=contact_id)
    label = tr("更正联系人：{name}", name=after.name)
    if after.name != before.name:
        label = tr("更正联系人：{old}改为{new}", old=before.name, new=after.name)
    with history.recorded(db, label=label, who=who, kinds=(Kind.CONTACT,)) as entry:
        contact_book.correct(db.conn, contact_id, after, initials=initials_of(after.name))
        search.refresh(db.conn, Kind.CONTACT, [contact_id])
    return Change(label, (Kind.CONTACT, Kind.HOUSEHOLD), (contact_id,), entry)
