"""Keeps one copy of the county a day, so that a broken disk or a bad evening costs a day at most."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from gisapp.services.county.back_up_county import back_up_county
from gisapp.storage.county import backups, county_file, settings


def keep_daily_copy(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> Path | None:
    """Copy the county into the folder beside it, unless today's copy is there, it is the sample, or the folder is read-only.

    Raises BadFile when the copy could not be written, Cancelled.
    """
    if backups.has_copy_of_today(path) or not os.access(path.parent, os.W_OK):
        return None
    with county_file.reading(path) as connection:
        is_sample = bool(settings.read(connection, "is_sample", False))
    return None if is_sample else back_up_county(path, cancelled=cancelled)
