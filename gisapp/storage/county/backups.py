"""Safe copies of a county file: made in one piece, the last five kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from glob import escape
from pathlib import Path

from gisapp.storage.county.interruption import interruptible

KEPT = 5


def folder_of(path: Path) -> Path:
    """Where the copies of ``path`` lie: a folder beside it."""
    return path.parent / f"{path.stem}-备份"


def back_up(path: Path, destination: Path | None = None, *, cancelled: Callable[[], bool] = lambda: False) -> Path:
    """Copy the county with VACUUM INTO; to ``destination``, else beside it with the last five kept.

    A half-written copy never bears the final name. Raises Cancelled.
    """
    target = destination or _fresh_name(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection, interruptible(connection, cancelled):
            connection.execute("VACUUM INTO ?", (str(unfinished.resolve()),))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    if destination is None:
        for old in sorted(_copies(path, "*"))[:-KEPT]:
            old.unlink()
    return target


def newest(path: Path) -> Path | None:
    """The newest of the copies kept beside a county file; None when there is none."""
    return max(_copies(path, "*"), default=None)


def has_copy_of_today(path: Path) -> bool:
    """Whether the daily copy is there already."""
    return any(_copies(path, f"{datetime.now():%Y%m%d}-*"))


def _copies(path: Path, when: str) -> Iterable[Path]:
    return folder_of(path).glob(f"{escape(path.stem)}-{when}.gpkg")


def _fresh_name(path: Path) -> Path:
    return folder_of(path) / f"{path.stem}-{datetime.now():%Y%m%d-%H%M%S-%f}.gpkg"
