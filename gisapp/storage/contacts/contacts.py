"""Contacts: the people who look after families."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from gisapp.domain.cards import ContactLine
from gisapp.domain.ids import ContactId
from gisapp.domain.masking import masked_phone

_LINE = "SELECT c.id, c.name, c.phone, d.name FROM contact c JOIN division d ON d.id = c.division_id"


def by_id(connection: sqlite3.Connection, contact_id: int) -> ContactLine | None:
    """One active contact, phone masked."""
    row = connection.execute(f"{_LINE} WHERE c.id = ? AND c.is_active = 1", (contact_id,)).fetchone()
    return _line(row) if row else None


def holder(connection: sqlite3.Connection, contact_id: int) -> ContactLine | None:
    """One contact, active or not, phone masked: whoever a dated row names."""
    row = connection.execute(f"{_LINE} WHERE c.id = ?", (contact_id,)).fetchone()
    return _line(row) if row else None


def role_of(connection: sqlite3.Connection, contact_id: int) -> str:
    """The role of one contact; "" for an unknown one."""
    row = connection.execute("SELECT role FROM contact WHERE id = ?", (contact_id,)).fetchone()
    return str(row[0]) if row else ""


def choices(
    connection: sqlite3.Connection, role: str, *, text: str = "", nearest: Sequence[Sequence[int]] = (), limit: int = 200
) -> list[ContactLine]:
    """Active contacts of ``role`` whose name or initials fit ``text``, by name.

    ``nearest`` are groups of divisions: contacts of the first group stand first, then those of the second, then all others.
    """
    places = "".join(
        f" WHEN c.division_id IN ({','.join(str(int(one)) for one in group)}) THEN {rank}" for rank, group in enumerate(nearest) if group
    )
    order = f"CASE{places} ELSE {len(nearest)} END, " if places else ""
    rows = connection.execute(
        f"{_LINE} WHERE c.is_active = 1 AND c.role = :role AND (instr(c.name, :text) OR c.initials LIKE :text || '%' OR :text = '')"
        f" ORDER BY {order}c.name, c.id LIMIT :limit",
        {"role": role, "text": text.strip().lower(), "limit": limit},
    )
    return [_line(row) for row in rows]


def _line(row: tuple[int, str, str | None, str]) -> ContactLine:
    return ContactLine(ContactId(row[0]), row[1], masked_phone(row[2]), row[3])
