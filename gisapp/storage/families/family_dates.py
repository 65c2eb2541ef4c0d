"""The dated rows of one family beside what was written about it: events, slots, homes, sleeping places."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.lines import Line, Role


@dataclass(frozen=True, slots=True)
class HeldSlot:
    """Somebody's days in a slot set by hand."""

    line: Line
    role: Role
    contact: str
    from_date: str
    to_date: str | None
    end_reason: str | None


@dataclass(frozen=True, slots=True)
class DatedHome:
    """A home of the family, present or past; ``gone_on`` when it stands no more."""

    role: HomeRole
    state: HomeState
    number: str
    from_date: str
    to_date: str | None
    gone_on: str | None


def events(connection: sqlite3.Connection, household_id: int) -> list[tuple[str, str, str, str]]:
    """(kind, day, text, who) of everything that happened to the family."""
    sql = "SELECT kind, on_date, text, who FROM family_event WHERE household_id = ? ORDER BY on_date DESC, id DESC"
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(sql, (household_id,))]


def slots(connection: sqlite3.Connection, household_id: int) -> list[HeldSlot]:
    """Everybody who was or is put into a slot by hand."""
    rows = connection.execute(
        "SELECT s.line, s.role, c.name, s.from_date, s.to_date, s.end_reason FROM slot s JOIN contact c ON c.id = s.contact_id"
        " WHERE s.household_id = ? ORDER BY s.from_date DESC, s.id DESC",
        (household_id,),
    )
    return [HeldSlot(Line(r[0]), Role(r[1]), *r[2:]) for r in rows]


def homes(connection: sqlite3.Connection, household_id: int) -> list[DatedHome]:
    """Every home the family has or had."""
    rows = connection.execute(
        "SELECT m.role, m.state, coalesce(h.number, f.number), m.from_date, m.to_date, f.gone_on FROM home m"
        " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN former_house f ON f.id = m.former_house_id"
        " WHERE m.household_id = ? ORDER BY m.from_date DESC, m.id DESC",
        (household_id,),
    )
    return [DatedHome(HomeRole(r[0]), HomeState(r[1]), *r[2:]) for r in rows]


def sleeping(connection: sqlite3.Connection, household_id: int) -> list[tuple[str, str, str]]:
    """(name, where, since) of the people whose sleeping place has a day."""
    rows = connection.execute(
        "SELECT r.name, coalesce(h.number, r.sleeping_note, ''), r.sleeping_since FROM resident r"
        " LEFT JOIN house h ON h.id = r.sleeping_house_id"
        " WHERE r.household_id = ? AND r.left_on IS NULL AND r.sleeping_since IS NOT NULL ORDER BY r.relation <> 'head', r.birth_date, r.id",
        (household_id,),
    )
    return [(row[0], row[1], row[2]) for row in rows]
