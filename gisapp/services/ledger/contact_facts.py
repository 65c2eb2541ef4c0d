"""The county's contacts for the length of one import, with those it adds."""

from __future__ import annotations

import sqlite3
from typing import Any

from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Role
from gisapp.language import tr
from gisapp.services.ledger.family_writes import Initials
from gisapp.services.ledger.outcome import Insertion, RowRefused
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.ledger.ledger_facts import ContactFact

CONTACT = ("id", "uid", "name", "initials", "phone", "role", "division_id")


class Contacts:
    """The county's contacts with those that an import adds: found by phone and by name, role and unit."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.all = ledger_facts.contacts(connection)
        self.by_phone: dict[str, list[ContactFact]] = {}
        self.by_name: dict[str, list[ContactFact]] = {}
        for one in self.all:
            self._enter(one)
        self._next = ledger_facts.highest_id(connection, "contact")
        self._initials = Initials()
        self._added: list[tuple[Any, ...]] = []

    def add(self, name: str, phone: str | None, role: Role, division: int) -> ContactFact:
        """A new contact."""
        self._next += 1
        self._added.append((self._next, new_uid(), name, self._initials.of(name), phone, role.value, division))
        fact = ContactFact(self._next, name, phone, role.value, division, 1)
        self._enter(fact)
        return fact

    def insertions(self) -> tuple[Insertion, ...]:
        """The contacts to add."""
        if not self._added:
            return ()
        return (Insertion("contact", dict(zip(CONTACT, map(list, zip(*self._added, strict=True)), strict=True))),)

    def initials(self, name: str) -> str:
        """Pinyin initials."""
        return self._initials.of(name)

    def _enter(self, fact: ContactFact) -> None:
        self.by_name.setdefault(fact.name, []).append(fact)
        if fact.phone:
            self.by_phone.setdefault(fact.phone, []).append(fact)

    def same(self, name: str, phone: str | None, role: Role, division: int) -> ContactFact | None:
        """The one contact meant: by phone and name, else of this name, role and unit; None = a new one. Raises RowRefused."""
        by_phone = self.by_phone.get(phone or "", [])
        found = [one for one in by_phone if one.name == name]
        if not found and by_phone:
            reason = tr("这个电话在县里属于{names}", names="、".join(one.name for one in by_phone[:4]))
            raise RowRefused(reason, field_key="phone", value=phone or "")
        found = found or [one for one in self.by_name.get(name, []) if one.role == role and one.division_id == division]
        if len(found) > 1:
            found = [one for one in found if one.role == role and one.division_id == division] or found
        if len(found) > 1:
            raise RowRefused(
                tr("县里有 {count} 位联系人与这一行相符，请先在县里合并或写明电话", count=len(found)), field_key="name", value=name
            )
        return found[0] if found else None

    def officer(self, name: str, phone: str | None, division: int) -> ContactFact | None:
        """The grid officer meant; None = a new one. Raises RowRefused for somebody who is something else."""
        fact = self.same(name, phone, Role.GRID_OFFICER, division)
        if fact is None or fact.role == Role.GRID_OFFICER:
            return fact
        raise RowRefused(tr("{name}在县里是{role}，不是网格员", name=fact.name, role=Role(fact.role).caption), field_key="name", value=name)
