"""Who gets a contact, family by family, and who makes room: what is read before an assignment is written."""

from __future__ import annotations

import sqlite3

from gisapp.language import tr
from gisapp.services.contacts.assign_contact import Assignment
from gisapp.storage.care import care
from gisapp.storage.contacts import contacts, slots


def describe_assignment(connection: sqlite3.Connection, plan: Assignment, *, limit: int) -> tuple[str, ...]:
    """A line for each of the first ``limit`` accepted families: head, number, and who holds the slot today."""
    first = plan.accepted[:limit]
    held = {family: contact for family, slot, contact in slots.held(connection, first) if slot == plan.slot}
    names = {one: found.name for one in set(held.values()) if (found := contacts.holder(connection, one)) is not None}
    families = care.families(connection, first)
    lines = []
    for family in first:
        values = {"head": families[family].head, "code": families[family].code, "new": plan.contact.name}
        if family not in held:
            lines.append(tr("{head}（{code}）：缺岗，补上{new}", **values))
        elif held[family] == plan.contact.id:
            lines.append(tr("{head}（{code}）：{new}不再随网格，改为指定", **values))
        else:
            lines.append(tr("{head}（{code}）：{old}换成{new}", old=names[held[family]], **values))
    return tuple(lines)
