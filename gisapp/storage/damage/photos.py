"""Small copies of photos, each once under the hash of its original; they follow the rows that name them."""

from __future__ import annotations

import sqlite3


def keep(connection: sqlite3.Connection, sha256: str, *, width: int, height: int, jpeg: bytes) -> None:
    """Put a picture into the file unless it is there."""
    connection.execute("INSERT OR IGNORE INTO photo (sha256, width, height, jpeg) VALUES (?, ?, ?, ?)", (sha256, width, height, jpeg))


def picture(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """The JPEG of one picture."""
    row = connection.execute("SELECT jpeg FROM photo WHERE sha256 = ?", (sha256,)).fetchone()
    return bytes(row[0]) if row else None


def total_bytes(connection: sqlite3.Connection) -> tuple[int, int]:
    """(pictures, bytes) that the file holds."""
    row = connection.execute("SELECT count(*), coalesce(sum(length(jpeg)), 0) FROM photo").fetchone()
    return int(row[0]), int(row[1])


def drop_unnamed(connection: sqlite3.Connection) -> None:
    """Remove pictures that no row names and that no undo can bring back: what is left of a photo whose adding was undone."""
    connection.execute(
        "DELETE FROM photo WHERE sha256 IN (SELECT sha256 FROM photo EXCEPT SELECT photo_sha256 FROM damage_photo"
        " EXCEPT SELECT json_extract(n.before, '$.photo_sha256') FROM history_row n JOIN history e ON e.id = n.history_id"
        "  AND e.undoes_id IS NULL AND e.undone_by_id IS NULL WHERE n.table_name = 'damage_photo' AND n.before IS NOT NULL)"
    )
