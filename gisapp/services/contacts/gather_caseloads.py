"""Which families each contact looks after on both lines, for paper."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gisapp.domain.cards import Unit
from gisapp.domain.family_sheet import Caseload, FamilySheet, SheetContact, SheetSlot
from gisapp.domain.ids import ContactId
from gisapp.domain.lines import Role, Slot
from gisapp.domain.masking import masked_phone
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.gather_families import gather_families
from gisapp.storage.families import family_sheets


@dataclass(frozen=True, slots=True)
class Caseloads:
    """``caseloads`` in the order the contacts were asked for; ``idle`` are those who hold no slot today."""

    caseloads: tuple[Caseload, ...]
    idle: tuple[SheetContact, ...]


def gather_caseloads(connection: sqlite3.Connection, contact_ids: Sequence[int], *, day: date | None = None) -> Caseloads:
    """The families of each contact (each once), phones masked; raises BadRequest for an unknown contact."""
    known = family_sheets.contacts(connection, list(dict.fromkeys(contact_ids)))
    for one in contact_ids:
        if one not in known:
            raise BadRequest(tr("没有编号为 {id} 的联系人。", id=one), tr("请从联系人名单中选择。"))
    held = family_sheets.of_contacts(connection, list(known))
    wanted = {family for pairs in held.values() for family, _ in pairs}
    order = {int(sheet.id): (at, sheet) for at, sheet in enumerate(gather_families(connection, sorted(wanted), day=day))}
    caseloads, idle = [], []
    for one in dict.fromkeys(contact_ids):
        row = known[one]
        contact = SheetContact(ContactId(row.id), row.name, masked_phone(row.phone), row.unit)
        pairs = sorted(held.get(one, ()), key=lambda pair: (pair[1].line, order[pair[0]][0]))
        if pairs:
            lines = tuple((order[family][1], _line(order[family][1], slot)) for family, slot in pairs)
            caseloads.append(Caseload(contact, Role(row.role).caption, lines))
        else:
            idle.append(contact)
    return Caseloads(tuple(caseloads), tuple(idle))


def gather_working(connection: sqlite3.Connection, contact_ids: Sequence[int], *, day: date | None = None) -> Caseloads:
    """As gather_caseloads; raises BadRequest also when none of them looks after anybody."""
    found = gather_caseloads(connection, contact_ids, day=day)
    if not found.caseloads:
        raise BadRequest(tr("这些联系人目前没有负责的搬迁户。"), tr("请换一个联系人或单位，或先分配联系人。"))
    return found


def contacts_of(connection: sqlite3.Connection, unit: Unit) -> list[int]:
    """The contacts who work for a unit or one in it; of a site or building those of its community, of a grid its officer."""
    return family_sheets.contacts_of_unit(connection, unit.kind, unit.id)


def _line(sheet: FamilySheet, slot: Slot) -> SheetSlot:
    return next(line for line in sheet.slots if line.slot == slot)
