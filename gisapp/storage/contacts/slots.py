"""The six slots of relocated families: holders, gaps, and putting a contact in."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps

import numpy as np

from gisapp.domain.lines import SLOTS, Duty, LeadRule, Line, Role, Slot
from gisapp.storage.contacts import held_slots

Holder = tuple[int, str | None, bool]
"""(contact id, since, follows the grid)"""

Held = tuple[int, Slot, int]
"""(family, slot, contact id) of today"""

_EMPTY = tuple(tuple(slot for place, slot in enumerate(SLOTS) if not marks >> place & 1) for marks in range(2 ** len(SLOTS)))
"""The empty slots, by the sum of 2 ** place of the filled ones."""


def held(connection: sqlite3.Connection, household_ids: Sequence[int] | None = None) -> list[Held]:
    """Whoever holds a slot of these families today (None = all)."""
    found = held_slots.holdings(connection, household_ids)
    rows = zip(found.families.tolist(), found.places.tolist(), found.contacts.tolist(), strict=True)
    return [(family, SLOTS[place], contact) for family, place, contact in rows]


def holders(connection: sqlite3.Connection, household_id: int) -> dict[Slot, Holder]:
    """Who holds each filled slot of one family today."""
    rows = connection.execute("SELECT line, role, contact_id, from_date, source FROM slot_holder WHERE household_id = ?", (household_id,))
    return {Slot(Line(r[0]), Role(r[1])): (r[2], r[3], r[4] == "grid") for r in rows}


def filled(connection: sqlite3.Connection, household_ids: Sequence[int]) -> dict[int, int]:
    """household id -> how many of its slots are filled today, for each of these families."""
    found = held_slots.holdings(connection, household_ids)
    counted = dict(zip(*(column.tolist() for column in np.unique(found.families, return_counts=True)), strict=True))
    return {family: counted.get(family, 0) for family in household_ids}


def incomplete(connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> list[tuple[int, tuple[Slot, ...]]]:
    """Relocated families (None = all) missing any of the six, with the missing slots, in order of id."""
    families = [row[0] for row in connection.execute(f"{_relocated(household_ids)} ORDER BY id", _values(household_ids))]
    found = held_slots.holdings(connection, household_ids)
    ids, at = np.unique(found.families, return_inverse=True)
    marks = dict(zip(ids.tolist(), np.bincount(at, 2**found.places).astype(np.int64).tolist(), strict=True))
    gaps = ((family, _EMPTY[marks.get(family, 0)]) for family in families)
    return [(family, empty) for family, empty in gaps if empty]


def relocated_among(connection: sqlite3.Connection, household_ids: Sequence[int]) -> set[int]:
    """Those of ``household_ids`` that exist and are relocated."""
    return {row[0] for row in connection.execute(_relocated(household_ids), _values(household_ids))}


def ended_among(connection: sqlite3.Connection, household_ids: Sequence[int]) -> dict[int, str]:
    """household id -> the day it ended, of those families that are no more."""
    rows = connection.execute(
        "SELECT id, ended_on FROM household WHERE ended_on IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (dumps(list(household_ids)),),
    )
    return {row[0]: row[1] for row in rows}


def held_by_hand(connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot, day: str) -> dict[int, tuple[int, str]]:
    """household id -> (contact id, from_date) of the row in force on ``day``."""
    rows = connection.execute(
        "SELECT household_id, contact_id, from_date FROM slot WHERE line = :line AND role = :role AND from_date <= :day"
        " AND coalesce(to_date, '9999-12-31') > :day AND household_id IN (SELECT value FROM json_each(:families))",
        {"line": slot.line, "role": slot.role, "day": day, "families": dumps(list(household_ids))},
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def begun_later(connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot, day: str) -> set[int]:
    """Families whose slot already has a holder beginning after ``day``."""
    rows = connection.execute(
        "SELECT household_id FROM slot WHERE line = ? AND role = ? AND from_date > ? AND household_id IN (SELECT value FROM json_each(?))",
        (slot.line, slot.role, day, dumps(list(household_ids))),
    )
    return {row[0] for row in rows}


def sponsors_across(connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot, contact_id: int, day: str) -> set[int]:
    """Families of whose other line the contact is sponsor cadre on ``day`` or later; empty for other roles."""
    if slot.role is not Role.SPONSOR_CADRE:
        return set()
    rows = connection.execute(
        "SELECT household_id FROM slot WHERE line <> ? AND role = ? AND contact_id = ? AND coalesce(to_date, '9999-12-31') > ?"
        " AND household_id IN (SELECT value FROM json_each(?))",
        (slot.line, slot.role, contact_id, day, dumps(list(household_ids))),
    )
    return {row[0] for row in rows}


def put_in(connection: sqlite3.Connection, slot: Slot, contact_id: int, families: Sequence[tuple[int, str]], *, from_date: str) -> None:
    """End the present holder's row on ``from_date`` and begin the contact's; ``families`` are (household id, uid)."""
    for household, uid in families:
        place = (household, slot.line.value, slot.role.value)
        connection.execute("DELETE FROM slot WHERE household_id = ? AND line = ? AND role = ? AND from_date = ?", (*place, from_date))
        connection.execute(
            "UPDATE slot SET to_date = ?, end_reason = 'replaced'"
            " WHERE household_id = ? AND line = ? AND role = ? AND from_date < ? AND coalesce(to_date, '9999-12-31') > ?",
            (from_date, *place, from_date, from_date),
        )
        connection.execute(
            "INSERT INTO slot (uid, household_id, line, role, contact_id, from_date) VALUES (?, ?, ?, ?, ?, ?)",
            (uid, *place, contact_id, from_date),
        )


def lead_rules(connection: sqlite3.Connection) -> tuple[LeadRule, ...]:
    """The rule table in force: for each duty who leads and who assists."""
    rows = connection.execute("SELECT duty, lead_line, lead_role, assist_line, assist_role FROM lead_rule ORDER BY duty DESC")
    return tuple(LeadRule(Duty(r[0]), Slot(Line(r[1]), Role(r[2])), Slot(Line(r[3]), Role(r[4]))) for r in rows)


def _relocated(household_ids: Sequence[int] | None) -> str:
    every = "SELECT id FROM household WHERE relocated_on IS NOT NULL AND ended_on IS NULL"
    return every if household_ids is None else f"{every} AND id IN (SELECT value FROM json_each(?))"


def _values(household_ids: Sequence[int] | None) -> tuple[str, ...]:
    return () if household_ids is None else (dumps(list(household_ids)),)


def count_relocated(connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> int:
    """How many relocated families there are (among ``household_ids``, None = all)."""
    row = connection.execute(f"SELECT count(*) FROM ({_relocated(household_ids)})", _values(household_ids)).fetchone()
    return int(row[0])
