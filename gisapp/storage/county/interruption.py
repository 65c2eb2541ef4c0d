"""Stops a long statement of SQLite when somebody no longer wants its answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from gisapp.errors import Cancelled
from gisapp.language import tr

EVERY_STEPS = 20_000
"""Steps of SQLite's machine between two questions: some milliseconds."""


@contextmanager
def interruptible(connection: sqlite3.Connection, cancelled: Callable[[], bool] | None) -> Iterator[None]:
    """Within the block a statement ends with Cancelled soon after ``cancelled()`` turns true; it is asked on the statement's thread.

    None: nobody will stop it.
    """
    if cancelled is None:
        yield
        return
    connection.set_progress_handler(lambda: int(cancelled()), EVERY_STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_INTERRUPT:
            raise
        raise Cancelled(tr("已取消。")) from error
    finally:
        connection.set_progress_handler(None, 0)
