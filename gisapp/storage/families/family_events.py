"""The timeline of families, and what else hangs on a family that moves or ends: proposals that wait, needs that are open."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps

from gisapp.domain.family import EventKind
from gisapp.domain.ids import new_uid


def add(connection: sqlite3.Connection, household: int, other: int | None, *, kind: EventKind, on_date: str, text: str, who: str) -> None:
    """One line of a family's timeline."""
    connection.execute(
        "INSERT INTO family_event (uid, household_id, other_household_id, kind, on_date, text, who) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_uid(), household, other, kind.value, on_date, text, who),
    )


def of_family(connection: sqlite3.Connection, household_id: int) -> list[tuple[str, str, str, str]]:
    """(day, kind, text, who) of a family, the latest first."""
    return connection.execute(
        "SELECT on_date, kind, text, who FROM family_event WHERE household_id = ? ORDER BY on_date DESC, id DESC", (household_id,)
    ).fetchall()


def withdraw_all(connection: sqlite3.Connection, household_id: int, *, day: str, who: str, answer: str) -> None:
    """Proposals that wait for a family that is no more are withdrawn."""
    connection.execute(
        "UPDATE slot_proposal SET state = 'withdrawn', decided_on = max(proposed_on, ?), decided_by = ?, answer = ?"
        " WHERE household_id = ? AND state = 'waiting'",
        (day, who, answer, household_id),
    )


def withdraw_unfit(connection: sqlite3.Connection, household_id: int, fitting: Sequence[int], *, day: str, who: str, answer: str) -> None:
    """Proposals that wait for a family's community line are withdrawn when the contact works for none of the ``fitting`` units."""
    connection.execute(
        "UPDATE slot_proposal SET state = 'withdrawn', decided_on = max(proposed_on, ?), decided_by = ?, answer = ?"
        " WHERE household_id = ? AND state = 'waiting' AND line = 'community'"
        " AND contact_id NOT IN (SELECT id FROM contact WHERE division_id IN (SELECT value FROM json_each(?)))",
        (day, who, answer, household_id, dumps(list(fitting))),
    )


def hand_on_open_care(connection: sqlite3.Connection, household_id: int, successor_id: int) -> None:
    """Open needs and alarms go with the people to the family that goes on."""
    connection.execute(
        "UPDATE care_entry SET household_id = ? WHERE household_id = ? AND kind IN ('need', 'alarm') AND closed_on IS NULL",
        (successor_id, household_id),
    )


def close_open_care(connection: sqlite3.Connection, household_id: int, *, day: str, who: str, outcome: str) -> None:
    """Open needs and alarms of a family that nobody is left of are closed."""
    connection.execute(
        "UPDATE care_entry SET closed_on = max(on_date, ?), closed_by = ?, outcome = ?"
        " WHERE household_id = ? AND kind IN ('need', 'alarm') AND closed_on IS NULL",
        (day, who, outcome, household_id),
    )
