"""Terrains of files, prepared once and kept in the user's cache: what was worked out from the same content is there at once.

A file of the cache is one line of JSON and packed arrays behind it. Whatever cannot be read, or written, is worked out anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from gisapp import paths
from gisapp.errors import BadFile
from gisapp.storage.county.packed import deflated, inflated
from gisapp.storage.hazards.terrain import FAST_PACKING, PackedDrainage, Terrain

ENDING = ".terrain"
MOST_KEPT, MOST_BYTES = 4, 200_000_000
"""The last ones used, on the disk; 2,000 x 2,000 cells take some 10 MB."""
LONGEST_LINE = 100_000
KINDS = ("<i2", "u1", "<u2", "<i4")
Go = Callable[[], None]


@dataclass(frozen=True, slots=True, eq=False)
class PreparedTerrain:
    """A terrain of a file, where its water runs, and what was odd about the file."""

    terrain: Terrain
    drainage: PackedDrainage
    told: tuple[str, ...]


def read_prepared(key: str, *, go: Go) -> PreparedTerrain | None:
    """What was kept under ``key``, None when there is nothing that can be read; ``go`` may raise on the way."""
    try:
        with _place(key).open("rb") as file:
            found = _read(file, go)
        os.utime(_place(key))
    except (OSError, ValueError, KeyError, TypeError, BadFile):
        return None
    return found


def keep_prepared(key: str, found: PreparedTerrain, *, go: Go) -> None:
    """Keep ``found`` under ``key``, what was not used for longest makes room; a disk that refuses is left at that."""
    part = _place(key).with_suffix(".part")
    try:
        with suppress(OSError):
            part.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                _write(file, found, go)
            os.replace(part, _place(key))
            _make_room()
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _place(key: str) -> Path:
    return paths.user_cache() / "terrain" / f"{key}{ENDING}"


def _read(file: IO[bytes], go: Go) -> PreparedTerrain:
    facts: dict[str, Any] = json.loads(file.readline(LONGEST_LINE))
    rows, columns = (int(size) for size in facts["shape"])
    arrays: list[NDArray[Any]] = []
    for kind, length in zip(KINDS, facts["lengths"], strict=True):
        go()
        size = np.dtype(kind).itemsize * rows * columns
        arrays.append(np.frombuffer(inflated(file.read(int(length)), size), kind).reshape(rows, columns))
    place = (float(facts["west"]), float(facts["north"]), float(facts["cell_m"]))
    terrain = Terrain(None, *place, int(facts["base_m"]), int(facts["unit_cm"]), str(facts["source"]), arrays[0])
    return PreparedTerrain(terrain, PackedDrainage(arrays[1], arrays[2], arrays[3]), tuple(map(str, facts["told"])))


def _write(file: IO[bytes], found: PreparedTerrain, go: Go) -> None:
    own, drainage = found.terrain, found.drainage
    arrays: tuple[NDArray[Any], ...] = (own.steps, drainage.ways, drainage.raised, drainage.drained)
    packed = [deflated(values.astype(kind).tobytes(), FAST_PACKING, go=go) for kind, values in zip(KINDS, arrays, strict=True)]
    facts = {
        "west": own.west, "north": own.north, "cell_m": own.cell_m, "base_m": own.base_m, "unit_cm": own.unit_cm, "source": own.source,
        "shape": own.steps.shape, "told": found.told, "lengths": [len(one) for one in packed],
    }  # fmt: skip
    file.write(json.dumps(facts).encode() + b"\n")
    for one in packed:
        go()
        file.write(one)


def _make_room() -> None:
    """Forget the longest unused beyond MOST_KEPT or MOST_BYTES, the newest never."""
    known = sorted(_place("x").parent.glob(f"*{ENDING}"), key=lambda path: -path.stat().st_mtime_ns)
    size = 0
    for number, path in enumerate(known):
        size += path.stat().st_size
        if number and (number >= MOST_KEPT or size > MOST_BYTES):
            path.unlink(missing_ok=True)
