"""The people behind the families of the run in hand: read once, for marks, sleeping places and counts."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class AffectedPerson(NamedTuple):
    """One resident of an affected family; ``is_in_danger`` when the sleeping place is an affected house.

    ``marks``: 1 elderly, 2 child, 4 disabled, 8 ill, 16 pregnant, in one number: the Vulnerability in its order, without living alone.
    """

    marks: int
    is_in_danger: int
    place: str


def of_run(connection: sqlite3.Connection, *, elderly_by: str, children_after: str) -> dict[int, list[AffectedPerson]]:
    """household id -> its residents (storage.runs.begin and find_families came before).

    Born by the ISO date ``elderly_by``: elderly; born after ``children_after``: a child.
    """
    rows = connection.execute(
        "SELECT f.household_id, (r.birth_date <= ?) + 2 * (r.birth_date > ?) + 4 * r.is_disabled + 8 * r.is_ill + 16 * r.is_pregnant,"
        " a.house_id IS NOT NULL, coalesce(h.number, r.sleeping_note, '') FROM temp.affected_family f"
        " CROSS JOIN resident r ON r.household_id = f.household_id AND r.left_on IS NULL"
        " LEFT JOIN house h ON h.id = r.sleeping_house_id LEFT JOIN temp.affected a ON a.house_id = r.sleeping_house_id",
        (elderly_by, children_after),
    )
    people: dict[int, list[AffectedPerson]] = {}
    for household, *person in rows:
        people.setdefault(household, []).append(AffectedPerson._make(person))
    return people
