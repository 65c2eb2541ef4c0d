"""Entries of roll calls in the form in which they go from desk to desk: uids only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from json import dumps

from gisapp.domain.carried_family import FamilyMarks, family_marks
from gisapp.domain.carried_roll_call import CarriedEntry

_MARKS = (
    "SELECT k.id, k.code, r.id_number, r.name, h.code, p.number FROM household k"
    " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
    " LEFT JOIN home_place p ON p.household_id = k.id AND p.role <> 'origin' LEFT JOIN house h ON h.id = p.house_id"
)


def log(connection: sqlite3.Connection, roll_call_id: int) -> list[CarriedEntry]:
    """The whole log of a roll call, the earliest first."""
    called = " WHERE k.id IN (SELECT household_id FROM roll_call_entry WHERE roll_call_id = ?)"
    marks = {row[0]: family_marks(*row[2:]) for row in connection.execute(_MARKS + called, (roll_call_id,))}
    rows = connection.execute(
        "SELECT k.id, e.uid, k.uid, k.code, e.state, coalesce(e.place_kind, ''), e.place, coalesce(s.uid, ''), e.at, e.who, e.note"
        " FROM roll_call_entry e JOIN household k ON k.id = e.household_id LEFT JOIN safe_site s ON s.id = e.safe_site_id"
        " WHERE e.roll_call_id = ? ORDER BY e.at, e.uid",
        (roll_call_id,),
    )
    return [CarriedEntry(row, *(str(value) for value in values[1:]), marks=marks[values[0]]) for row, values in enumerate(rows, 1)]


def withdrawn(connection: sqlite3.Connection) -> list[str]:
    """uids of entries that were written here and undone, and of those that a merge took away because they were undone elsewhere.

    Of every night: the first entry takes its roll call with it when it is undone. An undone merge withdraws nothing: its history entry has a reason (the file), an entry that was typed has none.
    """
    rows = connection.execute(
        "SELECT json_extract(coalesce(n.after, n.before), '$.uid') FROM history h"
        " JOIN history_row n ON n.history_id = h.id AND n.table_name = 'roll_call_entry'"
        " WHERE h.kinds LIKE '[\"roll_call_entry\"%' AND h.undoes_id IS NULL"
        " AND ((h.undone_by_id IS NOT NULL AND h.why IS NULL AND n.before IS NULL) OR (h.undone_by_id IS NULL AND n.after IS NULL))"
        " ORDER BY 1"
    )
    return [str(row[0]) for row in rows]


def remove(connection: sqlite3.Connection, uids: Iterable[str]) -> None:
    """Take away entries that the desk they came from took back; the history keeps them."""
    connection.execute("DELETE FROM roll_call_entry WHERE uid IN (SELECT value FROM json_each(?))", (dumps(list(uids)),))


def known(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, tuple[int, int, str, str]]:
    """uid -> (roll call, family, state, time) of those of these entries that are here."""
    rows = connection.execute(
        "SELECT uid, roll_call_id, household_id, state, at FROM roll_call_entry WHERE uid IN (SELECT value FROM json_each(?))",
        (dumps(list(uids)),),
    )
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def households_by_uid(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, int]:
    """uid -> family of this county."""
    rows = connection.execute("SELECT uid, id FROM household WHERE uid IN (SELECT value FROM json_each(?))", (dumps(list(uids)),))
    return dict(rows.fetchall())


def families_by_code(connection: sqlite3.Connection, codes: Sequence[str]) -> dict[str, tuple[int, FamilyMarks]]:
    """code -> (family, its marks) of families of this county."""
    rows = connection.execute(f"{_MARKS} WHERE k.code IN (SELECT value FROM json_each(?))", (dumps(list(codes)),))
    return {row[1]: (row[0], family_marks(*row[2:])) for row in rows}


def every_family(connection: sqlite3.Connection) -> Iterator[tuple[int, FamilyMarks]]:
    """Every family of this county that has not ended, with its marks."""
    for row in connection.execute(f"{_MARKS} WHERE k.ended_on IS NULL"):
        yield row[0], family_marks(*row[2:])


def uids_by_code(connection: sqlite3.Connection, codes: Sequence[str]) -> dict[str, str]:
    """code -> uid of families of this county."""
    rows = connection.execute("SELECT code, uid FROM household WHERE code IN (SELECT value FROM json_each(?))", (dumps(list(codes)),))
    return dict(rows.fetchall())


def names_by_uid(connection: sqlite3.Connection) -> dict[str, str]:
    """uid -> name of the safe sites of this county."""
    return dict(connection.execute("SELECT uid, name FROM safe_site").fetchall())


def sites_by_uid(connection: sqlite3.Connection) -> dict[str, int]:
    """uid -> safe site of this county."""
    return dict(connection.execute("SELECT uid, id FROM safe_site").fetchall())


def sites_by_name(connection: sqlite3.Connection) -> dict[str, int]:
    """name -> safe site of this county, where only one has the name."""
    return dict(connection.execute("SELECT name, max(id) FROM safe_site GROUP BY name HAVING count(*) = 1").fetchall())
