"""Contacts as a call list needs them: who they are, whom they work for, how to reach them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from json import dumps
from typing import NamedTuple

from gisapp.storage.places import grids


class ContactFacts(NamedTuple):
    """One contact; the phone in clear, for whoever masks it."""

    id: int
    name: str
    role: str
    phone: str | None
    unit: str
    unit_code: str


def contacts(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, ContactFacts]:
    """contact id -> facts."""
    rows = connection.execute(
        "SELECT c.id, c.name, c.role, c.phone, d.name, d.code FROM json_each(?) j JOIN contact c ON c.id = j.value"
        " JOIN division d ON d.id = c.division_id",
        (dumps(list(ids)),),
    )
    return {row[0]: ContactFacts._make(row) for row in rows}


def officers(connection: sqlite3.Connection) -> dict[str, int]:
    """grid code -> contact id of its officer of today."""
    rows = connection.execute(f"SELECT g.code, p.contact_id FROM grid_post p JOIN grid g ON g.id = p.grid_id WHERE {grids.POST_IN_FORCE}")
    return dict(rows.fetchall())
