"""The people behind the families of the run in hand: read once, for marks, sleeping places and counts."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class AffectedPerson(NamedTuple):
    """One resident of an affected family; ``is_in_danger`` when the sleeping place is an affected house."""

    household: int
    birth_date: str
    is_disabled: int
    is_ill: int
    is_pregnant: int
    is_in_danger: int
    place: str


def of_run(connection: sqlite3.Connection) -> dict[int, list[AffectedPerson]]:
    """household id -> its residents (storage.runs.begin and find_families came before)."""
    rows = connection.execute(
        "SELECT f.household_id, r.birth_date, r.is_disabled, r.is_ill, r.is_pregnant, a.house_id IS NOT NULL,"
        " coalesce(h.number, r.sleeping_note, '') FROM temp.affected_family f"
        " CROSS JOIN resident r ON r.household_id = f.household_id AND r.left_on IS NULL"
        " LEFT JOIN house h ON h.id = r.sleeping_house_id LEFT JOIN temp.affected a ON a.house_id = r.sleeping_house_id"
    )
    people: dict[int, list[AffectedPerson]] = {}
    for person in map(AffectedPerson._make, rows):
        people.setdefault(person.household, []).append(person)
    return people
