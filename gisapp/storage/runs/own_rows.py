"""Rows in an order of their own, each known by its code: the table is made to read what is given."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class Coded(Protocol):
    """A row, known by its code."""

    @property
    def code(self) -> str: ...


Row = TypeVar("Row", bound=Coded)


def make_read(
    connection: sqlite3.Connection, table: str, rows: Sequence[Row], *, before: Sequence[Row], put: Callable[[int, Row], object]
) -> None:
    """Remove the rows of ``before`` that are no more and ``put(place, row)`` those that are new, other, or elsewhere.

    Rows that stay as they are are not touched. ``table`` is a name of this package.
    """
    known = {one.code: (place, one) for place, one in enumerate(before)}
    kept = {one.code for one in rows}
    connection.executemany(f"DELETE FROM {table} WHERE code = ?", [(code,) for code in known if code not in kept])
    for place, one in enumerate(rows):
        if known.get(one.code) != (place, one):
            put(place, one)
