"""The entries both lines write about families: visits, calls, needs, alarms."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from json import dumps

from gisapp.domain.cards import ContactLine
from gisapp.domain.care import CareEntry, CareKind
from gisapp.domain.ids import ContactId, HouseholdId, HouseId
from gisapp.domain.lines import Duty, Line, Slot
from gisapp.domain.masking import masked_phone
from gisapp.storage.contacts import slots
from gisapp.storage.places.divisions import LIVING

_COLUMNS = "c.id, c.household_id, c.line, c.kind, c.duty, c.on_date, c.text, c.who, c.due_on, c.closed_on, c.closed_by, c.outcome"
_OPEN = "c.kind IN ('need', 'alarm') AND c.closed_on IS NULL"
_URGENCY = "c.due_on IS NULL, c.due_on, c.kind, c.id"


@dataclass(frozen=True, slots=True)
class Family:
    """How a family is called in a list of entries."""

    code: str
    head: str
    number: str
    house: HouseId | None


def insert(connection: sqlite3.Connection, values: Mapping[str, str | int | None]) -> int:
    """A new entry; returns its id."""
    names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
    return int(connection.execute(f"INSERT INTO care_entry ({names}) VALUES ({places})", dict(values)).lastrowid or 0)


def by_id(connection: sqlite3.Connection, entry_id: int) -> CareEntry | None:
    """One entry."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM care_entry c WHERE c.id = ?", (entry_id,)).fetchone()
    return _entry(row) if row else None


def close(connection: sqlite3.Connection, entry_id: int, *, on: str, by: str, outcome: str) -> None:
    """Somebody has acted on a need or an alarm."""
    connection.execute("UPDATE care_entry SET closed_on = ?, closed_by = ?, outcome = ? WHERE id = ?", (on, by, outcome, entry_id))


def set_due(connection: sqlite3.Connection, entry_id: int, due_on: str) -> None:
    """Another due date."""
    connection.execute("UPDATE care_entry SET due_on = ? WHERE id = ?", (due_on, entry_id))


def open_entries(connection: sqlite3.Connection, household_ids: Sequence[int] | None = None) -> list[CareEntry]:
    """Open needs and alarms of families that go on (None = all), the earliest due first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM care_entry c JOIN household k ON k.id = c.household_id AND k.ended_on IS NULL"
        f" WHERE {_OPEN}{_among(household_ids)} ORDER BY {_URGENCY}",
        _values(household_ids),
    )
    return [_entry(row) for row in rows]


def entries(connection: sqlite3.Connection, household_ids: Sequence[int] | None = None, *, limit: int = 5_000) -> list[CareEntry]:
    """Entries of these families (None = all), the newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM care_entry c WHERE 1{_among(household_ids)} ORDER BY c.on_date DESC, c.id DESC LIMIT {int(limit)}",
        _values(household_ids),
    )
    return [_entry(row) for row in rows]


def count_open(connection: sqlite3.Connection, day: str) -> tuple[int, int]:
    """(open needs and alarms, those of them overdue on ``day``)."""
    row = connection.execute(
        f"SELECT count(*), coalesce(sum(c.due_on < ?), 0) FROM care_entry c JOIN household k ON k.id = c.household_id"
        f" AND k.ended_on IS NULL WHERE {_OPEN}",
        (day,),
    ).fetchone()
    return int(row[0]), int(row[1])


def families(connection: sqlite3.Connection, household_ids: Sequence[int]) -> dict[int, Family]:
    """Code, head and present home of each family."""
    rows = connection.execute(
        "SELECT k.id, k.code, coalesce((SELECT r.name FROM resident r WHERE r.household_id = k.id AND r.relation = 'head'"
        "  AND r.left_on IS NULL), ''), coalesce(h.number, ''), h.id"
        " FROM household k LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " LEFT JOIN house h ON h.id = m.house_id WHERE k.id IN (SELECT value FROM json_each(?))",
        (dumps(list(household_ids)),),
    )
    return {row[0]: Family(row[1], row[2], row[3], HouseId(row[4]) if row[4] else None) for row in rows}


def holders(connection: sqlite3.Connection, household_ids: Sequence[int]) -> dict[tuple[int, Slot], ContactLine]:
    """(family, slot) -> who holds it today, phone masked."""
    held = slots.held(connection, household_ids)
    people = connection.execute(
        "SELECT c.id, c.name, c.phone, d.name FROM contact c JOIN division d ON d.id = c.division_id"
        " WHERE c.id IN (SELECT value FROM json_each(?))",
        (dumps(sorted({contact for _family, _slot, contact in held})),),
    )
    contacts = {r[0]: ContactLine(ContactId(r[0]), r[1], masked_phone(r[2]), r[3]) for r in people}
    return {(family, slot): contacts[contact] for family, slot, contact in held}


def offices(connection: sqlite3.Connection, household_ids: Sequence[int]) -> dict[tuple[int, Line], str]:
    """(family, line) -> the office above the line: the town of the origin village, the community of the residence, as they are today."""
    chosen = dumps(list(household_ids))
    village = connection.execute(
        f"SELECT k.id, coalesce(t.name, u.name) FROM household k JOIN ({LIVING}) l ON l.id = k.origin_division_id"
        " JOIN division u ON u.id = l.today LEFT JOIN division t ON t.id = u.parent_id"
        " WHERE k.id IN (SELECT value FROM json_each(?))",
        (chosen,),
    )
    found = {(row[0], Line.VILLAGE): str(row[1]) for row in village}
    community = connection.execute(
        "SELECT m.household_id, d.name FROM home m JOIN house h ON h.id = m.house_id JOIN grid g ON g.id = h.grid_id"
        f" JOIN ({LIVING}) l ON l.id = g.division_id JOIN division d ON d.id = l.today"
        " WHERE m.to_date IS NULL AND m.role <> 'origin' AND m.household_id IN (SELECT value FROM json_each(?))",
        (chosen,),
    )
    return found | {(row[0], Line.COMMUNITY): str(row[1]) for row in community}


def _among(household_ids: Sequence[int] | None) -> str:
    return "" if household_ids is None else " AND c.household_id IN (SELECT value FROM json_each(?))"


def _values(household_ids: Sequence[int] | None) -> tuple[str, ...]:
    return () if household_ids is None else (dumps(list(household_ids)),)


def _entry(r: tuple[int, int, str, str, str | None, str, str, str, str | None, str | None, str | None, str | None]) -> CareEntry:
    duty = Duty(r[4]) if r[4] else None
    return CareEntry(r[0], HouseholdId(r[1]), Line(r[2]), CareKind(r[3]), duty, r[5], r[6], r[7], r[8], r[9], r[10], r[11])
