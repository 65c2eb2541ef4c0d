"""What one contact holds: slots set by hand and grid posts, and how they end or pass to another."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps

from gisapp.domain.hand_over import HeldPost, HeldSlot
from gisapp.domain.lines import Line, Role, Slot

_OPEN = "coalesce({0}.to_date, '9999-12-31') > :day"
"""Days that are not over on ``:day``; ``{0}`` is the table."""


def slots_of(connection: sqlite3.Connection, contact_id: int, day: str) -> list[HeldSlot]:
    """The contact's rows of ``slot`` in force on ``day`` or later, in order of family."""
    rows = connection.execute(
        "SELECT s.id, s.household_id, s.line, s.role, s.from_date, s.to_date FROM slot s"
        f" WHERE s.contact_id = :contact AND {_OPEN.format('s')} ORDER BY s.household_id, s.line, s.role, s.from_date",
        {"contact": contact_id, "day": day},
    )
    return [HeldSlot(r[0], r[1], Slot(Line(r[2]), Role(r[3])), r[4], r[5]) for r in rows]


def posts_of(connection: sqlite3.Connection, contact_id: int, day: str) -> list[HeldPost]:
    """The contact's rows of ``grid_post`` in force on ``day`` or later, in order of grid."""
    rows = connection.execute(
        "SELECT p.id, p.grid_id, g.name, p.from_date, p.to_date FROM grid_post p JOIN grid g ON g.id = p.grid_id"
        f" WHERE p.contact_id = :contact AND {_OPEN.format('p')} ORDER BY p.grid_id, p.from_date",
        {"contact": contact_id, "day": day},
    )
    return [HeldPost(r[0], r[1], r[2], r[3], r[4]) for r in rows]


def end_slot(connection: sqlite3.Connection, held: HeldSlot, *, day: str, reason: str) -> None:
    """Let the holder's days end on ``day``; a row that would begin then or later never was."""
    if held.from_date >= day:
        connection.execute("DELETE FROM slot WHERE id = ?", (held.id,))
    else:
        connection.execute("UPDATE slot SET to_date = ?, end_reason = ? WHERE id = ?", (day, reason, held.id))


def end_post(connection: sqlite3.Connection, held: HeldPost, *, day: str) -> None:
    """Let the officer's days end on ``day``; a post that would begin then or later never was."""
    if held.from_date >= day:
        connection.execute("DELETE FROM grid_post WHERE id = ?", (held.id,))
    else:
        connection.execute("UPDATE grid_post SET to_date = ? WHERE id = ?", (day, held.id))


def pass_slot(connection: sqlite3.Connection, held: HeldSlot, successor: int, *, uid: str, day: str) -> None:
    """The successor holds the slot for the rest of the holder's days from ``day`` on."""
    end_reason = connection.execute("SELECT end_reason FROM slot WHERE id = ?", (held.id,)).fetchone()[0]
    end_slot(connection, held, day=day, reason="handed_over")
    connection.execute(
        "INSERT INTO slot (uid, household_id, line, role, contact_id, from_date, to_date, end_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (uid, held.household, held.slot.line, held.slot.role, successor, max(day, held.from_date), held.to_date, end_reason),
    )


def pass_post(connection: sqlite3.Connection, held: HeldPost, successor: int, *, uid: str, day: str) -> None:
    """The successor is officer for the rest of the officer's days from ``day`` on."""
    end_post(connection, held, day=day)
    connection.execute(
        "INSERT INTO grid_post (uid, grid_id, contact_id, from_date, to_date) VALUES (?, ?, ?, ?, ?)",
        (uid, held.grid, successor, max(day, held.from_date), held.to_date),
    )


def families_of_grids(connection: sqlite3.Connection, grid_ids: Sequence[int]) -> list[int]:
    """Relocated families with a current home in these grids: their grid-officer slots follow."""
    rows = connection.execute(
        "SELECT DISTINCT p.household_id FROM home_place p JOIN household k ON k.id = p.household_id"
        " WHERE k.relocated_on IS NOT NULL AND k.ended_on IS NULL AND p.grid_id IN (SELECT value FROM json_each(?)) ORDER BY 1",
        (dumps(list(grid_ids)),),
    )
    return [row[0] for row in rows]
