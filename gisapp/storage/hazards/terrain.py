"""The county's heights on a square raster, and the drainage that was worked out from them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gisapp.storage.county.packed import deflated, inflated

Go = Callable[[], None]
NO_HEIGHT = -32768
PACKING = 6
FAST_PACKING = 1
"""For what is derived: three times as quick, a fifth larger."""


@dataclass(frozen=True, slots=True, eq=False)
class Terrain:
    """Heights in the county's CRS: ``steps`` int16 (rows, columns), row 0 in the north, NO_HEIGHT = none.

    Metres = ``base_m`` + steps * ``unit_cm`` / 100. ``west``, ``north``, ``cell_m`` in metres. ``id`` is None before it is saved.
    """

    id: int | None
    west: float
    north: float
    cell_m: float
    base_m: int
    unit_cm: int
    source: str
    steps: NDArray[np.int16]

    def heights(self) -> NDArray[np.float32]:
        """(rows, columns) metres, NaN = none."""
        metres = self.plain_steps()
        metres *= np.float32(self.unit_cm / 100)
        metres += np.float32(self.base_m)
        return metres

    def plain_steps(self) -> NDArray[np.float32]:
        """(rows, columns) whole steps, NaN = none: exact, whatever their unit."""
        plain = self.steps.astype(np.float32)
        plain[self.steps == NO_HEIGHT] = np.nan
        return plain


@dataclass(frozen=True, slots=True, eq=False)
class PackedDrainage:
    """What was worked out from a terrain, all (rows, columns): ``ways`` uint8, ``raised`` uint16 steps, ``drained`` int32 cells."""

    ways: NDArray[np.uint8]
    raised: NDArray[np.uint16]
    drained: NDArray[np.int32]


def read(connection: sqlite3.Connection) -> Terrain | None:
    """The county's heights, when it has any."""
    row = connection.execute(
        "SELECT id, west, north, cell_m, base_m, unit_cm, source, row_count, column_count, heights FROM terrain ORDER BY id LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    steps = np.frombuffer(inflated(row[9], 2 * row[7] * row[8]), "<i2").reshape(row[7], row[8])
    return Terrain(int(row[0]), row[1], row[2], row[3], row[4], row[5], row[6], steps)


def replace(connection: sqlite3.Connection, terrain: Terrain, uid: str, *, go: Go) -> int:
    """Put ``terrain`` in the place of the one that is there; returns its id. ``go`` may raise while it is packed."""
    connection.execute("DELETE FROM terrain")
    rows, columns = terrain.steps.shape
    cursor = connection.execute(
        "INSERT INTO terrain (uid, west, north, cell_m, row_count, column_count, heights, base_m, unit_cm, source)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (uid, terrain.west, terrain.north, terrain.cell_m, rows, columns, deflated(terrain.steps.astype("<i2").tobytes(), PACKING, go=go),
         terrain.base_m, terrain.unit_cm, terrain.source),
    )  # fmt: skip
    return int(cursor.lastrowid or 0)


def made_from(connection: sqlite3.Connection, method: str) -> str:
    """What a drainage of ``method`` would be worked out from now: the same text as long as nothing of it changes."""
    digest = hashlib.sha256(method.encode())
    for row in connection.execute("SELECT uid, west, north, cell_m, base_m, unit_cm FROM terrain ORDER BY id LIMIT 1"):
        digest.update(repr(row).encode())
    for geom in waterway_shapes(connection):
        digest.update(geom)
    return digest.hexdigest()


def waterway_shapes(connection: sqlite3.Connection) -> list[bytes]:
    """The blobs of the known waterways, which steer the water of every terrain."""
    return [row[0] for row in connection.execute("SELECT geom FROM waterway WHERE geom IS NOT NULL ORDER BY id")]


def drainage(connection: sqlite3.Connection, terrain: Terrain, source: str) -> PackedDrainage | None:
    """The drainage kept for ``terrain``, when it was worked out from the same ``source`` (see made_from)."""
    row = connection.execute(
        "SELECT ways, raised, drained FROM terrain_drainage WHERE terrain_id = ? AND made_from = ?", (terrain.id, source)
    ).fetchone()
    if row is None:
        return None
    parts = (
        np.frombuffer(inflated(blob, terrain.steps.size * np.dtype(kind).itemsize), kind).reshape(terrain.steps.shape)
        for blob, kind in zip(row, ("u1", "<u2", "<i4"), strict=True)
    )
    return PackedDrainage(*parts)


def keep_drainage(connection: sqlite3.Connection, terrain_id: int, found: PackedDrainage, source: str, *, go: Go) -> None:
    """Keep what was worked out, in the place of what was there; ``go`` may raise while it is packed."""
    arrays = (found.ways, found.raised.astype("<u2"), found.drained.astype("<i4"))
    blobs = [deflated(values.tobytes(), FAST_PACKING, go=go) for values in arrays]
    connection.execute("INSERT OR REPLACE INTO terrain_drainage VALUES (?, ?, ?, ?, ?)", (terrain_id, source, *blobs))
