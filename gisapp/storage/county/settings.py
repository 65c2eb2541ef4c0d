"""Settings that belong to the county and travel with its file."""

from __future__ import annotations

import json
import sqlite3
from typing import Any


def read(connection: sqlite3.Connection, key: str, default: Any = None) -> Any:
    """The value under ``key``, or ``default``."""
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return json.loads(row[0]) if row else default


def write(connection: sqlite3.Connection, key: str, value: Any) -> None:
    """Put ``value`` (anything JSON can say) under ``key``."""
    text = json.dumps(value, ensure_ascii=False)
    connection.execute("INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, text))


def crs(connection: sqlite3.Connection) -> int:
    """EPSG number of the county's one metre-based CRS."""
    return int(read(connection, "crs"))
