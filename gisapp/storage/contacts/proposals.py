"""Proposals of one line for a slot of the other: waiting, decided, taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from json import dumps

from gisapp.domain.cards import ContactLine
from gisapp.domain.ids import ContactId
from gisapp.domain.lines import Line, Role, Slot
from gisapp.domain.masking import masked_phone
from gisapp.domain.proposal import Proposal, ProposalId, ProposalState

_SELECT = (
    "SELECT p.id, p.household_id, p.line, p.role, c.id, c.name, c.phone, d.name, p.from_date, p.proposed_on, p.proposed_by, p.reason, p.state"
    " FROM slot_proposal p JOIN contact c ON c.id = p.contact_id JOIN division d ON d.id = c.division_id"
)


def waiting(connection: sqlite3.Connection, line: Line | None = None) -> list[Proposal]:
    """Every waiting proposal (for ``line`` to decide), the longest waiting first."""
    rows = connection.execute(
        f"{_SELECT} WHERE p.state = 'waiting' AND (:line IS NULL OR p.line = :line) ORDER BY p.proposed_on, p.id", {"line": line}
    )
    return [_proposal(row) for row in rows]


def by_id(connection: sqlite3.Connection, proposal_ids: Sequence[int]) -> dict[int, Proposal]:
    """id -> proposal of those that exist, in whatever state."""
    rows = connection.execute(f"{_SELECT} WHERE p.id IN (SELECT value FROM json_each(?))", (dumps(list(proposal_ids)),))
    return {row[0]: _proposal(row) for row in rows}


def waiting_for(connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot) -> dict[int, Proposal]:
    """household id -> the proposal that waits for ``slot``."""
    rows = connection.execute(
        f"{_SELECT} WHERE p.state = 'waiting' AND p.line = ? AND p.role = ? AND p.household_id IN (SELECT value FROM json_each(?))",
        (slot.line, slot.role, dumps(list(household_ids))),
    )
    return {row[1]: _proposal(row) for row in rows}


def add(
    connection: sqlite3.Connection,
    slot: Slot,
    contact_id: int,
    families: Iterable[tuple[int, str]],
    *,
    from_date: str,
    day: str,
    who: str,
    reason: str,
) -> None:
    """One waiting proposal a family; ``families`` are (household id, uid)."""
    connection.executemany(
        "INSERT INTO slot_proposal (uid, household_id, line, role, contact_id, from_date, proposed_on, proposed_by, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(uid, family, slot.line, slot.role, contact_id, from_date, day, who, reason) for family, uid in families],
    )


def decide(
    connection: sqlite3.Connection, proposal_ids: Sequence[int], state: ProposalState, *, day: str, who: str, answer: str | None = None
) -> None:
    """End the waiting of these proposals."""
    connection.execute(
        "UPDATE slot_proposal SET state = ?, decided_on = ?, decided_by = ?, answer = ?"
        " WHERE state = 'waiting' AND id IN (SELECT value FROM json_each(?))",
        (state, day, who, answer, dumps(list(proposal_ids))),
    )


def withdraw_of_contact(connection: sqlite3.Connection, contact_id: int, *, day: str, who: str, answer: str) -> int:
    """Withdraw what waits with this contact; returns how many."""
    found = connection.execute("SELECT id FROM slot_proposal WHERE state = 'waiting' AND contact_id = ?", (contact_id,)).fetchall()
    decide(connection, [row[0] for row in found], ProposalState.WITHDRAWN, day=day, who=who, answer=answer)
    return len(found)


def _proposal(row: tuple[int, int, str, str, int, str, str | None, str, str, str, str, str, str]) -> Proposal:
    return Proposal(
        id=ProposalId(row[0]),
        household=row[1],
        slot=Slot(Line(row[2]), Role(row[3])),
        contact=ContactLine(ContactId(row[4]), row[5], masked_phone(row[6]), row[7]),
        from_date=row[8],
        proposed_on=row[9],
        proposed_by=row[10],
        reason=row[11],
        state=ProposalState(row[12]),
    )
