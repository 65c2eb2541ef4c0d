"""Entries of roll calls in the form in which they go from desk to desk: uids only."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from json import dumps

from gisapp.domain.carried_roll_call import CarriedEntry


def log(connection: sqlite3.Connection, roll_call_id: int) -> list[CarriedEntry]:
    """The whole log of a roll call, the earliest first."""
    rows = connection.execute(
        "SELECT e.uid, k.uid, k.code, e.state, coalesce(e.place_kind, ''), e.place, coalesce(s.uid, ''), e.at, e.who, e.note"
        " FROM roll_call_entry e JOIN household k ON k.id = e.household_id LEFT JOIN safe_site s ON s.id = e.safe_site_id"
        " WHERE e.roll_call_id = ? ORDER BY e.at, e.uid",
        (roll_call_id,),
    )
    return [CarriedEntry(row, *(str(value) for value in values)) for row, values in enumerate(rows, 1)]


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
