"""Contacts: the people who look after families."""

from __future__ import annotations

import sqlite3

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


def choices(
    connection: sqlite3.Connection, role: str, *, text: str = "", division_ids: tuple[int, ...] = (), limit: int = 200
) -> list[ContactLine]:
    """Active contacts of ``role``; those of ``division_ids`` first, then by name; ``text`` filters name and initials."""
    inside = ",".join(str(int(d)) for d in division_ids) or "NULL"
    rows = connection.execute(
        f"{_LINE} WHERE c.is_active = 1 AND c.role = :role AND (instr(c.name, :text) OR c.initials LIKE :text || '%' OR :text = '')"
        f" ORDER BY c.division_id IN ({inside}) DESC, c.name, c.id LIMIT :limit",
        {"role": role, "text": text.strip().lower(), "limit": limit},
    )
    return [_line(row) for row in rows]


def _line(row: tuple[int, str, str | None, str]) -> ContactLine:
    return ContactLine(ContactId(row[0]), row[1], masked_phone(row[2]), row[3])
