"""Damaged houses, written: one statement a fact, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from json import dumps

from gisapp.domain.ids import new_uid

Value = str | int | float | None


def insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Value]) -> int:
    """A new row of one of the damage tables under a new uid; returns its id."""
    row = {"uid": new_uid(), **values}
    names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
    return int(connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', row).lastrowid or 0)


def update(connection: sqlite3.Connection, damage_id: int, values: Mapping[str, Value]) -> None:
    """Other values for a damage."""
    sets = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"UPDATE damage SET {sets} WHERE id = :id", {**values, "id": damage_id})


def update_event(connection: sqlite3.Connection, event_id: int, values: Mapping[str, Value]) -> None:
    """Other values for an event."""
    sets = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"UPDATE damage_event SET {sets} WHERE id = :id", {**values, "id": event_id})


def put_stage(connection: sqlite3.Connection, damage_id: int, stage: str, begun_on: str | None, finished_on: str | None) -> None:
    """The dates of a stage; none of both takes the stage back to what is to do."""
    if begun_on is None and finished_on is None:
        connection.execute("DELETE FROM damage_stage WHERE damage_id = ? AND stage = ?", (damage_id, stage))
        return
    connection.execute(
        "INSERT INTO damage_stage (uid, damage_id, stage, begun_on, finished_on) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (damage_id, stage) DO UPDATE SET begun_on = excluded.begun_on, finished_on = excluded.finished_on",
        (new_uid(), damage_id, stage, begun_on, finished_on),
    )


def end_stays(connection: sqlite3.Connection, household_ids: Sequence[int], day: str) -> None:
    """The families no longer live where they lived meanwhile."""
    connection.execute(
        "UPDATE damage_stay SET to_date = max(from_date, ?) WHERE to_date IS NULL AND household_id IN (SELECT value FROM json_each(?))",
        (day, dumps(list(household_ids))),
    )


def remove(connection: sqlite3.Connection, damage_id: int) -> None:
    """A damage with all that belongs to it; pictures stay in the file, so that it can be undone."""
    for table in ("damage_photo", "damage_stay", "damage_stage", "damage_state"):
        connection.execute(f'DELETE FROM "{table}" WHERE damage_id = ?', (damage_id,))
    connection.execute("DELETE FROM damage WHERE id = ?", (damage_id,))


def remove_photo(connection: sqlite3.Connection, damage_photo_id: int) -> None:
    """A photo of a damage; its picture stays in the file, so that it can be undone."""
    connection.execute("DELETE FROM damage_photo WHERE id = ?", (damage_photo_id,))
