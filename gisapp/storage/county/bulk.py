"""Whole columns into the county file at once: what a made-up county or a large import writes.

Row by row, the R-tree triggers cost more than the rows. Here triggers and indexes step aside inside
the caller's transaction and come back from their own SQL; the spatial index is filled beside the rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from gisapp.storage.county import geopackage

if TYPE_CHECKING:
    from sqlite_utils import Database

Column = Sequence[Any] | NDArray[Any]


@contextmanager
def private_file(db: Database) -> Iterator[None]:
    """Trade safety for speed on a file nobody else can see yet; outside any transaction.

    Foreign keys are checked once at the end. Raises sqlite3.IntegrityError when one points nowhere.
    """
    for pragma in ("journal_mode = MEMORY", "synchronous = OFF", "foreign_keys = OFF", "cache_size = -200000"):
        db.conn.execute(f"PRAGMA {pragma}")
    yield
    broken = db.conn.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise sqlite3.IntegrityError(f"{broken[0]} row {broken[1]} points to no row of {broken[2]}")
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -16000"):
        db.conn.execute(f"PRAGMA {pragma}")


@contextmanager
def large_cache(connection: sqlite3.Connection) -> Iterator[None]:
    """128 MB of pages in memory within the block: indexes of a county's people are written to all over."""
    before = connection.execute("PRAGMA cache_size").fetchone()[0]
    connection.execute("PRAGMA cache_size = -128000")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {int(before)}")


@contextmanager
def loading(connection: sqlite3.Connection, tables: Sequence[str]) -> Iterator[None]:
    """Within the caller's transaction: ``tables`` without triggers and indexes, which return on leaving.

    A rollback brings them back as well. Indexes that belong to a UNIQUE column stay.
    """
    places = ", ".join("?" * len(tables))
    parts = connection.execute(
        f"SELECT type, name, sql FROM sqlite_master WHERE tbl_name IN ({places}) AND type IN ('index', 'trigger') "
        "AND sql IS NOT NULL ORDER BY rowid",
        tuple(tables),
    ).fetchall()
    for kind, name, _ in parts:
        connection.execute(f'DROP {kind} "{name}"')
    yield
    for _, _, sql in parts:
        connection.execute(sql)


def fill(connection: sqlite3.Connection, table: str, columns: Mapping[str, Column]) -> int:
    """Insert rows given as columns of one length; numpy arrays are welcome. Returns how many.

    Inside ``loading`` a table with geometry also needs ``index_boxes`` or ``index_points``.
    """
    lists = [column.tolist() if isinstance(column, np.ndarray) else column for column in columns.values()]
    count = len(lists[0]) if lists else 0
    if any(len(column) != count for column in lists):
        raise ValueError(f"columns of {table} differ in length")
    names, places = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(lists))
    connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', zip(*lists, strict=True))
    return count


def index_points(connection: sqlite3.Connection, table: str, ids: Column, xy: NDArray[np.float64]) -> None:
    """Enter points (n, 2) into the spatial index of ``table``, near ones one after the other."""
    _index(connection, table, np.asarray(ids), np.column_stack((xy[:, 0], xy[:, 0], xy[:, 1], xy[:, 1])))


def index_boxes(connection: sqlite3.Connection, table: str, ids: Column, bounds: NDArray[np.float64]) -> None:
    """Enter bounding boxes (n, 4: min x, min y, max x, max y) into the spatial index of ``table``."""
    _index(connection, table, np.asarray(ids), bounds[:, [0, 2, 1, 3]])


def _index(connection: sqlite3.Connection, table: str, ids: NDArray[Any], boxes: NDArray[np.float64]) -> None:
    if not len(ids):
        return
    middle = boxes[:, [0, 2]] + boxes[:, [1, 3]]
    step = max(float(np.ptp(middle, axis=0).max()) / 256, 1e-9)
    strip, along = np.floor((middle - middle.min(axis=0)) / step).astype(np.int64).T
    order = np.lexsort((np.where(strip % 2 == 0, along, -along), strip))
    rows = zip(ids[order].tolist(), *(side.tolist() for side in boxes[order].T), strict=True)
    connection.executemany(f'INSERT INTO "rtree_{table}_geom" VALUES (?, ?, ?, ?, ?)', rows)


def write_settings(connection: sqlite3.Connection, values: Mapping[str, str]) -> None:
    """Set settings whose values are JSON text already."""
    connection.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", values.items())


def finish(connection: sqlite3.Connection) -> None:
    """After a large load: layer extents for GIS programs, statistics for the query planner."""
    geopackage.refresh_extents(connection)
    connection.execute("ANALYZE")


def same_for_all(value: Any, count: int) -> list[Any]:
    """A column that holds one value."""
    return list(repeat(value, count))
