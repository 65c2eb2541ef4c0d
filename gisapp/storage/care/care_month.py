"""What each line did for its families between two days."""

from __future__ import annotations

import sqlite3

Figures = tuple[int, int, int, int, int, int, int, int, int]
"""visits, calls, needs raised, needs closed, needs overdue, alarms raised, alarms closed, alarms overdue, families reached"""

_BASE = "k.relocated_on IS NOT NULL AND k.relocated_on <= :day AND coalesce(k.ended_on, '9999-12-31') > :day"
_BEGUN = "c.on_date >= :begin AND c.on_date < :end"
_CLOSED = "c.closed_on >= :begin AND c.closed_on < :end"
_OVERDUE = "c.due_on < :day AND coalesce(c.closed_on, '9999-12-31') > :day"


def relocated_families(connection: sqlite3.Connection, day: str) -> int:
    """Relocated families there were on ``day``: the base of a share of families reached."""
    return int(connection.execute(f"SELECT count(*) FROM household k WHERE {_BASE}", {"day": day}).fetchone()[0])


def figures(connection: sqlite3.Connection, *, begin: str, end: str, day: str) -> dict[str | None, Figures]:
    """Per line, and under None for both together, from ``begin`` up to but not including ``end``.

    Overdue counts what was past its due date and still open on ``day``; whoever wrote it. A family counts as
    reached once, by a visit or a call, when it belongs to the base of relocated_families.
    """
    counted = ", ".join(
        f"coalesce(sum(c.kind = '{kind}' AND {when}), 0)"
        for kind, when in (
            ("visit", _BEGUN), ("call", _BEGUN), ("need", _BEGUN), ("need", _CLOSED), ("need", _OVERDUE),
            ("alarm", _BEGUN), ("alarm", _CLOSED), ("alarm", _OVERDUE),
        )
    )  # fmt: skip
    reached = f"count(DISTINCT CASE WHEN c.kind IN ('visit', 'call') AND {_BEGUN} AND {_BASE} THEN c.household_id END)"
    select = f"{counted}, {reached} FROM care_entry c JOIN household k ON k.id = c.household_id"
    values = {"begin": begin, "end": end, "day": day}
    found: dict[str | None, Figures] = {row[0]: row[1:] for row in connection.execute(f"SELECT c.line, {select} GROUP BY c.line", values)}
    found[None] = connection.execute(f"SELECT {select}", values).fetchone()
    return found
