"""Who could take a slot: contacts of its role, those of the right village or community first."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from gisapp.domain.cards import ContactLine
from gisapp.domain.lines import Slot
from gisapp.storage import care_units, contacts


def list_contacts(
    connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot, *, text: str = "", limit: int = 200
) -> list[ContactLine]:
    """Active contacts of the slot's role whose name or initials fit ``text``, those who work where the families belong first.

    The families' own village or community stands before the towns above it, and these before all others.
    """
    nearest = care_units.of_families(connection, household_ids, slot.line)
    return contacts.choices(connection, slot.role.value, text=text, nearest=nearest, limit=limit)
