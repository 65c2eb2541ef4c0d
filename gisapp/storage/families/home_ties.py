"""Who lives where today, as plain columns: for counting many sets of houses one after the other."""

from __future__ import annotations

import sqlite3

import numpy as np
from numpy.typing import NDArray

from gisapp.storage.county.packed import integers

Ints = NDArray[np.int64]


def lived_in(connection: sqlite3.Connection) -> tuple[Ints, Ints]:
    """(household ids (n,), house ids (n,)): every standing home that a family lives in, as a run counts them."""
    row = connection.execute(
        "SELECT group_concat(household_id), group_concat(house_id) FROM home"
        " WHERE to_date IS NULL AND state = 'lived_in' AND house_id IS NOT NULL"
    ).fetchone()
    return integers(row[0]), integers(row[1])


def people(connection: sqlite3.Connection) -> tuple[Ints, Ints]:
    """(household ids (n,), how many people each has (n,)), those who left apart; families without people are left out."""
    row = connection.execute(
        "SELECT group_concat(household_id), group_concat(people)"
        " FROM (SELECT household_id, count(*) AS people FROM resident WHERE left_on IS NULL GROUP BY household_id)"
    ).fetchone()
    return integers(row[0]), integers(row[1])
