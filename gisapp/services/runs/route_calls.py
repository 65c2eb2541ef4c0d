"""Put every family of a run under the one contact who must call it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from gisapp.domain.affected import AffectedRun, CallRow
from gisapp.domain.call_routes import Caller, CallPage, CallRoutes, InformedCall, RoutedCall, calling_order
from gisapp.domain.ids import ContactId
from gisapp.domain.lines import LeadRule, Line, Role, Slot
from gisapp.domain.masking import masked_phone
from gisapp.language import tr
from gisapp.storage.contacts import callers, slots
from gisapp.storage.contacts.callers import ContactFacts

Held = Mapping[Slot, int]


def route_calls(connection: sqlite3.Connection, run: AffectedRun, *, is_revealed: bool = False) -> CallRoutes:
    """Every family of the run once, with today's contacts; phones of contacts masked unless ``is_revealed``.

    Whoever has no phone cannot be told, so the next in order calls. A relocated family in danger at its origin home stands
    with the leads of both lines: with one to call it, with the other to know of it. Pages by unit and name; families nobody
    can reach keep the order of the list.
    """
    rules = slots.lead_rules(connection)
    held: dict[int, dict[Slot, int]] = defaultdict(dict)
    for family, slot, contact in slots.held(connection, [int(call.household) for call in run.calls]):
        held[family][slot] = contact
    officers = callers.officers(connection)
    people = callers.contacts(connection, {*officers.values(), *(one for own in held.values() for one in own.values())})
    desk = _Desk(calling_order(rules), _line_leads(rules), officers, people, is_revealed)
    for call in run.calls:
        desk.take(call, held.get(int(call.household), {}))
    return CallRoutes(desk.order, desk.pages(), tuple(desk.unreached))


def _line_leads(rules: tuple[LeadRule, ...]) -> tuple[Slot, ...]:
    """The slot that leads on each line, as the call list names them: by the first rule it leads in, else assists in."""
    leads = []
    for line in Line:
        own = [rule.lead for rule in rules if rule.lead.line is line] or [rule.assist for rule in rules if rule.assist.line is line]
        leads += own[:1]
    return tuple(leads)


@dataclass(slots=True)
class _Desk:
    """Sorts families to contacts."""

    order: tuple[Slot, ...]
    line_leads: tuple[Slot, ...]
    officers: Mapping[str, int]
    people: Mapping[int, ContactFacts]
    is_revealed: bool
    calls: dict[int, list[RoutedCall]] = field(default_factory=lambda: defaultdict(list))
    informed: dict[int, list[InformedCall]] = field(default_factory=lambda: defaultdict(list))
    unreached: list[CallRow] = field(default_factory=list)

    def take(self, call: CallRow, held: Held) -> None:
        chosen, slot = self._choose(call, held)
        if chosen is None:
            self.unreached.append(call)
        else:
            assist = next((held[one] for one in self.order[:2] if one in held and held[one] != chosen), None)
            self.calls[chosen].append(RoutedCall(call, slot, slot == self.order[0], self._named(assist)))
        if call.is_at_origin:
            told = {held[one]: one for one in self.line_leads if one in held and held[one] != chosen}
            for contact, own in told.items():
                self.informed[contact].append(InformedCall(call, own, None if chosen is None else self._caller(chosen)))

    def pages(self) -> tuple[CallPage, ...]:
        ids = sorted({*self.calls, *self.informed}, key=lambda one: (self.people[one].unit_code, self.people[one].name, one))
        return tuple(CallPage(self._caller(one), tuple(self.calls.get(one, ())), tuple(self.informed.get(one, ()))) for one in ids)

    def _choose(self, call: CallRow, held: Held) -> tuple[int | None, Slot | None]:
        for slot in self.order:
            contact = held.get(slot)
            if contact is not None and self._phone(contact):
                return contact, slot
        officer = self.officers.get(call.grid_code)
        return (officer, None) if officer is not None and self._phone(officer) else (None, None)

    def _phone(self, contact: int) -> str:
        found = self.people.get(contact)
        return (found.phone or "") if found else ""

    def _shown(self, contact: int) -> str:
        return self._phone(contact) if self.is_revealed else masked_phone(self._phone(contact))

    def _named(self, contact: int | None) -> str:
        if contact is None or contact not in self.people:
            return ""
        return tr("{name} {phone}", name=self.people[contact].name, phone=self._shown(contact)).strip()

    def _caller(self, contact: int) -> Caller:
        found = self.people[contact]
        return Caller(ContactId(contact), found.name, Role(found.role), found.unit, self._shown(contact))
