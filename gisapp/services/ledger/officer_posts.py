"""Who holds a grid from which day: posts that end and begin, officers that are new to the county."""

from __future__ import annotations

import sqlite3
from typing import Any

from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Role
from gisapp.domain.masking import masked_phone
from gisapp.language import tr
from gisapp.services.ledger.contact_facts import Contacts
from gisapp.services.ledger.outcome import Alteration, Insertion, RowRefused
from gisapp.storage.ledger import ledger_facts

POST = ("uid", "grid_id", "contact_id", "from_date")
Told = list[tuple[str, str, str]]
"""(what, old, new) with what = name or phone."""


class OfficerPosts:
    """The county's posts with those that an import ends and begins."""

    def __init__(self, connection: sqlite3.Connection, contacts: Contacts) -> None:
        self._contacts = contacts
        self._posts = ledger_facts.posts(connection)
        self._by_id = {one.id: one for one in contacts.all}
        self._ended: list[tuple[int, dict[str, Any]]] = []
        self._phones: list[tuple[int, dict[str, Any]]] = []
        self._begun: list[tuple[Any, ...]] = []

    def hold(self, grid: int, name: str, phone: str | None, *, day: str, division: int) -> tuple[Told, bool]:
        """Give the grid, which lies in ``division``, to an officer from ``day`` on; (what differs, whether nobody held it before).

        Raises RowRefused.
        """
        posts = self._posts.get(grid, ())
        present = next((post for post in reversed(posts) if post[3] is None), None)
        officer = self._by_id.get(present[1]) if present else None
        is_same = officer is not None and officer.name == name
        if not is_same and any(post[2] >= day or (post[3] or "") > day for post in posts):
            raise RowRefused(tr("该网格在 {day} 之后已有安排", day=day), field_key="from_date", value=day)
        fact = officer if is_same else self._contacts.officer(name, phone, division)
        told: Told = []
        if fact is not None and phone and phone != fact.phone:
            self._phones.append((fact.id, {"phone": phone}))
            told.append(("phone", masked_phone(fact.phone), masked_phone(phone)))
        if not is_same:
            fact = fact or self._contacts.add(name, phone, Role.GRID_OFFICER, division)
            self._begun.append((new_uid(), grid, fact.id, day))
            if present:
                self._ended.append((present[0], {"to_date": day}))
                told.append(("name", officer.name if officer else "", name))
        return told, not is_same and present is None

    def pass_on(self, gone: int, grid: int, *, day: str) -> bool:
        """The officer of a grid that goes holds the one that stands in its place from ``day`` on; False where there was none."""
        present = next((post for post in self._posts.get(gone, ()) if post[3] is None), None)
        if present is not None:
            self._begun.append((new_uid(), grid, present[1], day))
        return present is not None

    def first(self) -> tuple[Alteration, ...]:
        """What makes room: posts that end."""
        return (Alteration("grid_post", tuple(self._ended)),) if self._ended else ()

    def insertions(self) -> tuple[Insertion, ...]:
        """New contacts and posts."""
        columns = dict(zip(POST, map(list, zip(*self._begun, strict=True)), strict=True)) if self._begun else {}
        return (*self._contacts.insertions(), *((Insertion("grid_post", columns),) if self._begun else ()))

    def then(self) -> tuple[Alteration, ...]:
        """Phones that changed."""
        return (Alteration("contact", tuple(self._phones)),) if self._phones else ()
