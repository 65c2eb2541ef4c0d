"""People: the few facts that change one by one."""

from __future__ import annotations

import sqlite3


def set_sleeping_place(connection: sqlite3.Connection, resident_id: int, house_id: int | None, *, note: str, since: str) -> None:
    """Where the person sleeps now; a house of the county, else a note; somebody looked on that day."""
    connection.execute(
        "UPDATE resident SET sleeping_house_id = ?, sleeping_note = ?, sleeping_since = ?, sleeping_checked_on = ? WHERE id = ?",
        (house_id, note or None, since, since, resident_id),
    )
