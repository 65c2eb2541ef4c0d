"""Who could take a slot: contacts of its role, those of the right village or community first, each with the load there is already."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from gisapp.domain.cards import ContactLine
from gisapp.domain.caseload import ContactChoice
from gisapp.domain.lines import Slot
from gisapp.services.contacts.report_caseload import read_limits
from gisapp.storage.care import care_units
from gisapp.storage.contacts import contact_book, contacts, held_slots


def list_contacts(
    connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot, *, text: str = "", limit: int = 200
) -> list[ContactChoice]:
    """Active contacts of the slot's role whose name or initials fit ``text``, those who work where the families belong first.

    The families' own village or community stands before the towns above it, and these before all others.
    """
    nearest = care_units.of_families(connection, household_ids, slot.line)
    return with_loads(connection, contacts.choices(connection, slot.role.value, text=text, nearest=nearest, limit=limit))


def with_loads(connection: sqlite3.Connection, chosen: Sequence[ContactLine]) -> list[ContactChoice]:
    """These contacts with how many families each looks after over both lines, and the limit: an own one, else that of the role."""
    families, limits = held_slots.families_of_contacts(connection), read_limits(connection)
    own = contact_book.limits(connection, [int(one.id) for one in chosen])
    found = []
    for one in chosen:
        role, most = own[int(one.id)]
        found.append(ContactChoice(one, families.get(int(one.id), 0), limits.of(role) if most is None else most))
    return found
