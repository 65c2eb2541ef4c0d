"""Bring a county file from the number it has to the newest: numbered SQL files, each run once."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp import paths

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered file of db/migrations."""

    number: int
    name: str
    path: Path

    @property
    def sha256(self) -> str:
        """Checksum of the text with line ends as \\n, so that a Windows checkout agrees."""
        return hashlib.sha256(self.path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def all_migrations() -> tuple[Migration, ...]:
    """Every migration shipped, in order of its number."""
    files = sorted(paths.migrations().glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return tuple(Migration(int(file.name[:4]), file.stem[5:], file) for file in files)


def newest_number() -> int:
    """The schema number this program writes."""
    return all_migrations()[-1].number


def number_of(connection: sqlite3.Connection) -> int:
    """The schema number of an open county file."""
    row = connection.execute("SELECT max(number) FROM schema_migration").fetchone()
    return int(row[0] or 0)


def unseen(connection: sqlite3.Connection) -> tuple[Migration, ...]:
    """The migrations an open county file has not seen, whatever came in which order."""
    seen = {row[0] for row in connection.execute("SELECT number FROM schema_migration")}
    return tuple(migration for migration in all_migrations() if migration.number not in seen)


def migrate(db: Database) -> None:
    """Run every migration the file has not seen; one transaction for each, all or nothing."""
    for migration in unseen(db.conn) if "schema_migration" in db.table_names() else all_migrations():
        with db.atomic():
            db.executescript(migration.path.read_text("utf-8"))
            db.execute(
                "INSERT INTO schema_migration VALUES (?, ?, ?, ?)",
                (migration.number, migration.name, migration.sha256, datetime.now(UTC).isoformat(timespec="seconds")),
            )
