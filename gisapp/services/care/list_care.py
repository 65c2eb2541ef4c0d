"""Open needs and alarms with whose turn it is, overdue first; and what was written lately."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gisapp.domain.care import CareEntry, CareRow, Turn, escalation
from gisapp.domain.lines import Duty, LeadRule, Line
from gisapp.services.care.care_days import care_days
from gisapp.storage.care import care
from gisapp.storage.contacts import slots


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """How many needs and alarms are open: by the line that wrote them, by the line that leads, by duty."""

    open: int
    overdue: int
    at_office: int
    by_line: tuple[tuple[Line, int], ...]
    by_lead_line: tuple[tuple[Line, int], ...]
    by_duty: tuple[tuple[Duty, int], ...]


def list_open_care(connection: sqlite3.Connection, *, household_ids: Sequence[int] | None = None, day: date | None = None) -> list[CareRow]:
    """Open needs and alarms of these families (None = all) on ``day``: the longest overdue first, then the earliest due."""
    return rows_of(connection, care.open_entries(connection, household_ids), day or date.today())


def list_care(
    connection: sqlite3.Connection, *, household_ids: Sequence[int] | None = None, day: date | None = None, limit: int = 5_000
) -> list[CareRow]:
    """All that was written about these families (None = all), the newest first."""
    return rows_of(connection, care.entries(connection, household_ids, limit=limit), day or date.today())


def rows_of(connection: sqlite3.Connection, entries: Sequence[CareEntry], day: date) -> list[CareRow]:
    """The entries with their families and, of open ones, whose turn it is."""
    families = care.families(connection, [one.household for one in entries])
    turns = _Turns(connection, sorted({int(one.household) for one in entries if one.is_open}))
    rows = []
    for one in entries:
        family, late = families[one.household], one.days_overdue(day)
        turn = turns.of(one.household, one.acts_on, days_overdue=late) if one.is_open else None
        rows.append(CareRow(one, family.code, family.head, family.number, family.house, late, turn))
    return rows


def count_open(rows: Sequence[CareRow]) -> OpenCounts:
    """Counts over the open ones among ``rows``."""
    kept = [row for row in rows if row.turn is not None]
    turns = [row.turn for row in kept if row.turn is not None]
    lines, leads = Counter(row.entry.line for row in kept), Counter(turn.lead.line for turn in turns)
    duties = Counter(turn.duty for turn in turns)
    return OpenCounts(
        open=len(kept),
        overdue=sum(row.days_overdue > 0 for row in kept),
        at_office=sum(turn.is_at_office for turn in turns),
        by_line=tuple((line, lines[line]) for line in Line),
        by_lead_line=tuple((line, leads[line]) for line in Line),
        by_duty=tuple((duty, duties[duty]) for duty in Duty),
    )


def turn_of(connection: sqlite3.Connection, household_id: int, duty: Duty) -> Turn | None:
    """Whose turn it would be, were something of this duty written about the family now; None without a rule."""
    return _Turns(connection, [household_id]).of(household_id, duty, days_overdue=0)


class _Turns:
    """Slots, holders, offices and days of some families, read once."""

    def __init__(self, connection: sqlite3.Connection, families: Sequence[int]) -> None:
        self._rules: dict[Duty, LeadRule] = {rule.duty: rule for rule in slots.lead_rules(connection)}
        self._holders, self._offices = care.holders(connection, families), care.offices(connection, families)
        self._days = care_days(connection)

    def of(self, family: int, duty: Duty | None, *, days_overdue: int) -> Turn | None:
        rule = self._rules.get(duty) if duty else None
        if rule is None:
            return None
        return Turn(
            duty=rule.duty,
            lead=rule.lead,
            lead_contact=self._holders.get((family, rule.lead)),
            assist=rule.assist,
            assist_contact=self._holders.get((family, rule.assist)),
            office=self._offices.get((family, rule.lead.line), ""),
            escalation=escalation(days_overdue, self._days),
        )
