"""When the program erred: whether the county file itself is broken inside, and which backup to go back to."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from gisapp.errors import BadFile, GisappError
from gisapp.storage.county import county_file
from gisapp.storage.county.inner_damage import inner_damage


def find_damage(path: Path) -> GisappError | None:
    """The sentence that says what is broken in a county file and what to do; None for a sound one. About two seconds for 200 MB."""
    try:
        with county_file.checking(path) as connection:
            found = inner_damage(connection)
    except BadFile as error:
        return error
    except (sqlite3.Error, OSError):
        return None
    return county_file.broken_inside(path, found) if found else None
