"""Find a contact who can be given something today, or say why not."""

from __future__ import annotations

import sqlite3

from gisapp.domain.cards import ContactLine
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.contacts import contact_book, contacts


def active_contact(connection: sqlite3.Connection, contact_id: int) -> ContactLine:
    """The contact, phone masked; raises BadRequest for one unknown, and for one who left, with the day."""
    found = contacts.by_id(connection, contact_id)
    if found is None:
        raise unknown_contact(connection, contact_id)
    return found


def unknown_contact(connection: sqlite3.Connection, contact_id: int) -> BadRequest:
    """What to raise for a number that is no active contact's: nobody has it, or whoever had it left."""
    line, choose = contact_book.line(connection, contact_id), tr("请从联系人名单中选择。")
    if line is None:
        return BadRequest(tr("没有编号为 {id} 的在岗联系人。", id=contact_id), choose)
    if line.left_on is None:
        return BadRequest(tr("{name}已离任。", name=line.contact.name), choose)
    return BadRequest(tr("{name}自 {day} 起离任。", name=line.contact.name, day=line.left_on), choose)
