"""Reads whole columns in a few large rows: the interpreter is asked for once a block and not once a row, so that the window stays quick."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gisapp.errors import BadFile
from gisapp.language import tr

BLOCK_ROWS = 131_072
MOST_BLOCKS = 64
"""However far apart the ids lie."""
BYTES_BETWEEN = 500_000
MOST_INFLATED = 400_000_000
"""The bytes of a raster: the most cells of a depth file, and more than any other."""


def blocks(
    connection: sqlite3.Connection, table: str, packed: Sequence[str], *, where: str = "1", rows: int = BLOCK_ROWS
) -> Iterator[tuple[Any, ...]]:
    """The ``packed`` aggregates (none of them NULL where there is a row) of a table with an id, about ``rows`` rows at a time, ids rising.

    Every aggregate of a block sees its rows in the same order: that of the ids, in which the table lies.
    """
    lowest, highest = connection.execute(f"SELECT (SELECT min(id) FROM {table}), (SELECT max(id) FROM {table})").fetchone()
    if lowest is None:
        return
    span = highest - lowest + 1
    step = -(-span // min(-(-span // rows), MOST_BLOCKS))
    sql = f"SELECT {', '.join(packed)} FROM {table} NOT INDEXED WHERE id BETWEEN ? AND ? AND {where}"
    for first in range(lowest, highest + 1, step):
        row = connection.execute(sql, (first, min(first + step - 1, highest))).fetchone()
        if row[0] is not None:
            yield row


def integers(text: str | None) -> NDArray[np.int64]:
    """The numbers of a ``group_concat``."""
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)


def digits(text: str | None) -> NDArray[np.uint8]:
    """The numbers 0 to 9 of a ``group_concat(…, '')``."""
    return np.frombuffer((text or "").encode("ascii"), np.uint8) - ord("0")


def texts(text: str | None) -> list[str]:
    """The strings of a ``json_group_array``."""
    return [str(one) for one in json.loads(text or "[]")]


def octets(text: str | None) -> bytes:
    """The blobs of a ``group_concat(hex(…), '')``, one behind the other."""
    return bytes.fromhex(text or "")


def joined(parts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """The parts one behind the other; none gives none."""
    return np.concatenate(parts) if parts else np.empty(0, np.int64)


def deflated(content: bytes, level: int, *, go: Callable[[], None]) -> bytes:
    """``content`` packed by zlib; ``go`` is called every some hundredths of a second and may raise."""
    packer, parts = zlib.compressobj(level), []
    for at in range(0, len(content), BYTES_BETWEEN):
        go()
        parts.append(packer.compress(memoryview(content)[at : at + BYTES_BETWEEN]))
    return b"".join([*parts, packer.flush()])


def inflated(blob: bytes, size: int) -> bytes:
    """The ``size`` bytes packed in a blob, and no more: a file from anywhere may hold what grows without end. Raises BadFile."""
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(blob, size + 1) if 0 < size <= MOST_INFLATED else b""
    except zlib.error:
        found = b""
    if not unpacker.eof or len(found) != size:
        raise BadFile(tr("县文件里的栅格已损坏。"), tr("请重新读入这个栅格，或改用备份。"))
    return found
