"""Whom a row of a damage ledger names: the contact responsible, and the family that lives elsewhere meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from gisapp.domain.damage import Damage, DamageGrade, KeptStay
from gisapp.domain.ids import new_uid
from gisapp.domain.written import read_phones
from gisapp.language import tr
from gisapp.services.damage.note_stay import LONGEST_ADDRESS, moves_along
from gisapp.services.ledger.contact_facts import Contacts
from gisapp.services.ledger.contact_rows import near_contact_names
from gisapp.services.ledger.damage_cells import GivenDamage
from gisapp.services.ledger.outcome import Alteration, RowRefused
from gisapp.services.ledger.slot_rows import FamiliesNamed
from gisapp.storage.damage import damage
from gisapp.storage.families import sleeping
from gisapp.storage.ledger.ledger_facts import ContactFact

STAY = ("uid", "damage_id", "household_id", "address", "from_date")


class DamagePeople:
    """The county's contacts and stays for the length of one import, with the stays it adds."""

    def __init__(self, connection: sqlite3.Connection, rows: Sequence[Mapping[str, str]], today: str) -> None:
        self._connection, self._today = connection, today
        self._contacts = Contacts(connection)
        self._families = FamiliesNamed(connection, rows)
        self._stays = damage.every_stay(connection)
        self._seen: set[int] = set()
        self.stays: list[tuple[Any, ...]] = []
        self._ended: list[tuple[int, dict[str, Any]]] = []
        self._asleep: list[tuple[int, dict[str, Any]]] = []

    @property
    def first(self) -> tuple[Alteration, ...]:
        """What must end before the new stays begin."""
        return (Alteration("damage_stay", tuple(self._ended)),) if self._ended else ()

    @property
    def then(self) -> tuple[Alteration, ...]:
        """Where the people of these families sleep now."""
        return (Alteration("resident", tuple(self._asleep)),) if self._asleep else ()

    def contact(self, given: GivenDamage, known: Damage | None) -> ContactFact | None:
        """The one active contact meant; None where the row names none, or whom the damage has already. Raises RowRefused."""
        name = given.contact
        if not name or (known is not None and known.contact_name == name and not given.contact_phone):
            return None
        named = [one for one in self._contacts.by_name.get(name, []) if one.is_active]
        phones = read_phones(given.contact_phone) or ()
        found = [one for one in named if one.phone in phones] if phones else named
        if len(found) > 1:
            reason = tr("叫{name}的联系人有 {count} 位，请写电话", name=name, count=len(found))
            raise RowRefused(reason, field_key="contact", value=name)
        if not found and named:
            raise RowRefused(tr("县里{name}的电话不是这个", name=name), field_key="contact_phone")
        if not found:
            near = near_contact_names(self._contacts, name)
            plain = tr("没有叫{name}的在岗联系人", name=name)
            reason = tr("没有叫{name}的在岗联系人，是不是：{names}？", name=name, names=near) if near else plain
            raise RowRefused(reason, field_key="contact", value=name)
        if given.grade is DamageGrade.NONE:
            raise RowRefused(tr("未受损的房屋没有责任人"), field_key="contact", value=name)
        return None if known is not None and known.contact == found[0].id else found[0]

    def stay(
        self, texts: Mapping[str, str], given: GivenDamage, *, tied: Sequence[int], known: int | None, reported: str
    ) -> tuple[int, str] | None:
        """(family, day) of an address that is new; None where the row gives none or the county has it. Raises RowRefused.

        ``tied``: the families of the house; ``known``: the damage where there is one already.
        """
        if not given.stay:
            return None
        family, day = self._family(texts, tied, given.stay), given.stay_from or self._today
        if any(one.damage == known and one.address == given.stay for one in self._stays.get(family, ())):
            return None
        if len(given.stay) > LONGEST_ADDRESS:
            raise RowRefused(tr("过渡住址太长"), field_key="stay", value=given.stay[:40])
        if family in self._seen:
            raise RowRefused(tr("这一户在文件里已有另一个过渡住址"), field_key="stay", value=given.stay)
        if day > self._today:
            raise RowRefused(tr("住进过渡住址的日期还没有到"), field_key="stay_from", value=day)
        before = self._open(family)
        earliest = max(filter(None, (reported, before.from_date if before else "")))
        if day < earliest:
            raise RowRefused(tr("住进过渡住址的日期早于 {day}", day=earliest), field_key="stay_from", value=day)
        return family, day

    def note(self, family: int, address: str, day: str, *, damage_id: int, house: int | None) -> None:
        """Put a stay that ``stay`` found fit down: the address before it ends, the people of the house sleep there."""
        before = self._open(family)
        self._seen.add(family)
        self.stays.append((new_uid(), damage_id, family, address, day))
        if before is not None:
            self._ended.append((before.id, {"to_date": day}))
        values = {"sleeping_house_id": None, "sleeping_note": address, "sleeping_since": day, "sleeping_checked_on": day}
        for person in sleeping.of_families(self._connection, [family]):
            if moves_along(person, house=house, before=before.address if before else "", day=date.fromisoformat(day)):
                self._asleep.append((person.resident, dict(values)))

    def _open(self, family: int) -> KeptStay | None:
        return next((one for one in self._stays.get(family, ()) if one.to_date is None), None)

    def _family(self, texts: Mapping[str, str], tied: Sequence[int], address: str) -> int:
        if texts.get("code") or texts.get("head_id"):
            family = self._families.of(texts)
            if family not in tied:
                raise RowRefused(tr("这一户不住在这处房屋，过渡住址没有地方记"), field_key="stay", value=address)
            return family
        if len(tied) == 1:
            return tied[0]
        reason = tr("这处房屋没有住户，过渡住址没有地方记") if not tied else tr("这处房屋有 {count} 户，请写户编号", count=len(tied))
        raise RowRefused(reason, field_key="stay", value=address)
