"""The waiting list: what one line proposed and the other has not decided yet."""

from __future__ import annotations

import sqlite3
from datetime import date

from gisapp.domain.lines import Line
from gisapp.domain.proposal import WaitingProposal
from gisapp.storage.contacts import proposals
from gisapp.storage.families import households


def list_proposals(connection: sqlite3.Connection, *, line: Line | None = None, day: date | None = None) -> list[WaitingProposal]:
    """Proposals waiting for ``line`` (both when None) with their families, the longest waiting first."""
    waiting = proposals.waiting(connection, line)
    today = day or date.today()
    families = {int(row.id): row for row in households.rows(connection, list({one.household for one in waiting}))}
    return [WaitingProposal(one, families[one.household], max((today - date.fromisoformat(one.proposed_on)).days, 0)) for one in waiting]
