"""A table that the program brings along and a county makes its own: needs, checklist. The first change writes the whole of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from gisapp.domain.change import Change, Kind
from gisapp.errors import BadRequest
from gisapp.services.places.free_code import free_code
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database


class Coded(Protocol):
    """A row, known by its code."""

    @property
    def code(self) -> str: ...


Row = TypeVar("Row", bound=Coded)


@dataclass(frozen=True, slots=True)
class OwnTable(Generic[Row]):
    """``read`` gives the county's rows, none while the ``preset`` holds; ``write`` makes the table read them, none brings it back."""

    kind: Kind
    read: Callable[[sqlite3.Connection], tuple[Row, ...]]
    write: Callable[[sqlite3.Connection, Sequence[Row]], None]
    preset: Callable[[], tuple[Row, ...]]

    def rows(self, connection: sqlite3.Connection) -> tuple[tuple[Row, ...], bool]:
        """(the rows in force, whether they are the program's own)."""
        own = self.read(connection)
        return own or self.preset(), not own

    def free_code(self, connection: sqlite3.Connection) -> str:
        """A code for one more row."""
        return free_code(one.code for one in self.rows(connection)[0])

    def change(self, db: Database, before: Row, after: Row, label: str, *, who: str, unchanged: BadRequest) -> Change:
        """Put one row in the place of another; raises ``unchanged`` when they are the same."""
        if after == before:
            raise unchanged
        return self._keep(db, [after if one.code == before.code else one for one in self.rows(db.conn)[0]], label, who=who)

    def add(self, db: Database, row: Row, label: str, *, who: str) -> Change:
        """Put one more row at the end."""
        return self._keep(db, [*self.rows(db.conn)[0], row], label, who=who)

    def remove(self, db: Database, gone: Row, label: str, *, who: str, is_last: BadRequest) -> Change:
        """Take a row out; raises ``is_last`` for the only one: an empty table would be the preset again."""
        kept = [one for one in self.rows(db.conn)[0] if one.code != gone.code]
        if not kept:
            raise is_last
        return self._keep(db, kept, label, who=who)

    def restore(self, db: Database, label: str, *, who: str, is_there: BadRequest) -> Change:
        """Back to the preset; raises ``is_there`` when it is in force already."""
        if self.rows(db.conn)[1]:
            raise is_there
        return self._keep(db, (), label, who=who)

    def _keep(self, db: Database, rows: Sequence[Row], label: str, *, who: str) -> Change:
        with history.recorded(db, label=label, who=who, kinds=(self.kind,)) as entry:
            self.write(db.conn, rows)
        return Change(label, (self.kind,), None, entry)
