"""The book of contacts: who came, who left, who looks after at most how many families."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from json import dumps

from gisapp.domain.cards import ContactLine
from gisapp.domain.ids import ContactId
from gisapp.domain.lines import Role
from gisapp.domain.masking import masked_phone
from gisapp.storage.contacts import held_slots


@dataclass(frozen=True, slots=True)
class BookLine:
    """A contact in the list of contacts; ``families`` counts today's relocated families over all slots, those that follow a grid too."""

    contact: ContactLine
    role: Role
    is_active: bool
    left_on: str | None
    left_reason: str | None
    most_families: int | None
    families: int
    grids: int


@dataclass(frozen=True, slots=True)
class Details:
    """What can be written about a contact; ``phone`` is in clear and stays between storage and services."""

    name: str
    phone: str | None = field(repr=False)
    role: Role
    division: int


_BOOK = (
    "WITH posts AS (SELECT contact_id, count(*) AS n FROM grid_post p WHERE p.from_date <= date('now', 'localtime')"
    "  AND coalesce(p.to_date, '9999-12-31') > date('now', 'localtime') GROUP BY contact_id)"
    " SELECT c.id, c.name, c.phone, d.name, c.role, c.is_active, c.left_on, c.left_reason, c.most_families,"
    "  coalesce(p.n, 0)"
    " FROM contact c JOIN division d ON d.id = c.division_id LEFT JOIN posts p ON p.contact_id = c.id"
)


def lines(connection: sqlite3.Connection, *, text: str = "", role: Role | None = None) -> list[BookLine]:
    """Contacts whose name, initials or unit fit ``text``, active ones first."""
    rows = connection.execute(
        f"{_BOOK} WHERE (:role IS NULL OR c.role = :role)"
        "  AND (:text = '' OR instr(c.name, :text) OR c.initials LIKE :text || '%' OR instr(d.name, :text))"
        " ORDER BY c.is_active DESC, c.role, c.name, c.id",
        {"role": role, "text": text.strip().lower()},
    )
    families = held_slots.families_of_contacts(connection)
    return [_line(row, families.get(row[0], 0)) for row in rows]


def line(connection: sqlite3.Connection, contact_id: int) -> BookLine | None:
    """One contact, active or not."""
    row = connection.execute(f"{_BOOK} WHERE c.id = ?", (contact_id,)).fetchone()
    return _line(row, len({family for family, _ in held_slots.of_contact(connection, contact_id)})) if row else None


def _line(r: tuple[int, str, str | None, str, str, int, str | None, str | None, int | None, int], families: int) -> BookLine:
    contact = ContactLine(ContactId(r[0]), r[1], masked_phone(r[2]), r[3])
    return BookLine(contact, Role(r[4]), bool(r[5]), r[6], r[7], r[8], families, r[9])


def limits(connection: sqlite3.Connection, contact_ids: Sequence[int]) -> dict[int, tuple[Role, int | None]]:
    """contact id -> (role, own limit) of those that exist."""
    rows = connection.execute(
        "SELECT id, role, most_families FROM contact WHERE id IN (SELECT value FROM json_each(?))", (dumps(list(contact_ids)),)
    )
    return {row[0]: (Role(row[1]), row[2]) for row in rows}


def add(
    connection: sqlite3.Connection, *, uid: str, name: str, initials: str, role: Role, division_id: int, phone: str | None
) -> ContactId:
    """A new active contact."""
    cursor = connection.execute(
        "INSERT INTO contact (uid, name, initials, phone, role, division_id) VALUES (?, ?, ?, ?, ?, ?)",
        (uid, name, initials, phone, role, division_id),
    )
    return ContactId(int(cursor.lastrowid or 0))


def leave(connection: sqlite3.Connection, contact_id: int, *, day: str, reason: str) -> None:
    """No longer looks after families from ``day`` on, and is not chosen for anything new."""
    connection.execute("UPDATE contact SET is_active = 0, left_on = ?, left_reason = ? WHERE id = ?", (day, reason, contact_id))


def set_limit(connection: sqlite3.Connection, contact_id: int, most_families: int | None) -> None:
    """The contact's own limit; None = the limit of the role."""
    connection.execute("UPDATE contact SET most_families = ? WHERE id = ?", (most_families, contact_id))


def details(connection: sqlite3.Connection, contact_id: int) -> Details | None:
    """An active contact's details, phone in clear."""
    row = connection.execute("SELECT name, phone, role, division_id FROM contact WHERE id = ? AND is_active = 1", (contact_id,)).fetchone()
    return Details(row[0], row[1], Role(row[2]), row[3]) if row else None


def correct(connection: sqlite3.Connection, contact_id: int, wanted: Details, *, initials: str) -> None:
    """Name, phone and unit as they should have been written; the role stays."""
    connection.execute(
        "UPDATE contact SET name = ?, initials = ?, phone = ?, division_id = ? WHERE id = ?",
        (wanted.name, initials, wanted.phone, wanted.division, contact_id),
    )


def same_person(connection: sqlite3.Connection, wanted: Details, *, but: int | None = None) -> ContactLine | None:
    """Another active contact of that name and role in that unit, unless both have a phone and the phones differ."""
    row = connection.execute(
        "SELECT c.id, c.name, c.phone, d.name FROM contact c JOIN division d ON d.id = c.division_id WHERE c.is_active = 1 AND c.name = ?"
        " AND c.role = ? AND c.division_id = ? AND (c.phone IS NULL OR ? IS NULL OR c.phone = ?) AND c.id IS NOT ? LIMIT 1",
        (wanted.name, wanted.role, wanted.division, wanted.phone, wanted.phone, but),
    ).fetchone()
    return ContactLine(ContactId(row[0]), row[1], masked_phone(row[2]), row[3]) if row else None


def has_unit(connection: sqlite3.Connection, division_id: int) -> bool:
    """Whether there is such a division, not merged into another."""
    return connection.execute("SELECT 1 FROM division WHERE id = ? AND successor_id IS NULL", (division_id,)).fetchone() is not None
