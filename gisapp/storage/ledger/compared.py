"""Everybody the county has, as a list held against another department's is read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from gisapp.storage.places.divisions import LIVING


class OurPerson(NamedTuple):
    """Somebody who lives in the county: the family's code, and where its current home is ("" where that is not known)."""

    id: int
    household_id: int
    code: str
    name: str
    id_number: str | None
    phone: str | None
    relation: str
    number: str
    grid: str
    village: str
    town: str
    grid_id: int | None
    village_id: int | None
    town_id: int | None


def people(connection: sqlite3.Connection) -> Iterator[OurPerson]:
    """Every resident who has not left, by town, village and family, its head first."""
    rows = connection.execute(
        f"WITH living AS ({LIVING}) SELECT r.id, k.id, k.code, r.name, r.id_number, r.phone, r.relation,"
        "  coalesce(h.number, ''), coalesce(g.name, ''), coalesce(d.name, ''), coalesce(t.name, ''), g.id, d.id, t.id"
        " FROM resident r JOIN household k ON k.id = r.household_id AND k.ended_on IS NULL"
        " LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN grid g ON g.id = h.grid_id LEFT JOIN living l ON l.id = g.division_id"
        " LEFT JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id"
        " WHERE r.left_on IS NULL ORDER BY t.code, d.code, k.code, k.id, r.relation <> 'head', r.id"
    )
    return map(OurPerson._make, rows)
