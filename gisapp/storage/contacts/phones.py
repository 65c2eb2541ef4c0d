"""Phone numbers in clear, for the one caller who wrote down why: services/families/reveal_phones."""

from __future__ import annotations

import sqlite3


def of_household(connection: sqlite3.Connection, household_id: int) -> list[tuple[str, str]]:
    """(name, phone) of the people of a family that have one, head first."""
    rows = connection.execute(
        "SELECT name, phone FROM resident WHERE household_id = ? AND left_on IS NULL AND phone IS NOT NULL"
        " ORDER BY relation <> 'head', birth_date, id",
        (household_id,),
    )
    return [(row[0], row[1]) for row in rows]


def of_contacts(connection: sqlite3.Connection, contact_ids: list[int]) -> list[tuple[str, str]]:
    """(name, phone) of contacts, in the order asked, each once."""
    found = []
    for contact in dict.fromkeys(contact_ids):
        row = connection.execute("SELECT name, coalesce(phone, '') FROM contact WHERE id = ?", (contact,)).fetchone()
        if row is not None:
            found.append((row[0], row[1]))
    return found
