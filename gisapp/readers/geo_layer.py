"""What every reader of geodata hands over: layers of rows, each with its cells as text and its shape, or why it has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

Cell = str | None
"""A value as text, "" when it is empty, None when the row has no such field at all."""


@dataclass(slots=True)
class RawLayer:
    """A layer as a parser makes it, in the process that reads the file: one WKB or None for each row of cells.

    ``total`` counts the rows of the file, of which a look reads only the first; ``troubles`` says why a row (from 0) has no shape.
    """

    name: str
    geometry: str = ""
    crs: str | None = None
    fields: Sequence[str] = ()
    total: int = 0
    cells: list[list[Cell]] = field(default_factory=list)
    wkb: list[bytes | None] = field(default_factory=list)
    troubles: dict[int, str] = field(default_factory=dict)
    curved: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class GeoLayer:
    """A layer that was read: ``cells`` (n rows) by ``fields``, ``shapes`` (n,) in the coordinates of ``crs``, None where there is none.

    ``geometry`` is the kind the file names ("" = mixed or unsaid); ``crs`` an EPSG code or WKT, None when unstated. ``total`` rows are
    in the file: a look has only the first of them. ``troubles``: row (from 0) -> why it has no shape; ``curved``: rows whose curves
    were read as short straight pieces.
    """

    name: str
    geometry: str
    crs: str | None
    fields: tuple[str, ...]
    total: int
    cells: tuple[list[Cell], ...]
    shapes: NDArray[np.object_]
    troubles: Mapping[int, str]
    curved: frozenset[int]


@dataclass(frozen=True, slots=True)
class TextSample:
    """Words of a file as one encoding reads them; ``is_clean`` when nothing in them is unreadable."""

    encoding: str
    text: str
    is_clean: bool


@dataclass(frozen=True, slots=True)
class GeoFile:
    """A file that was read or looked at. ``encoding`` is that of its text, "" where the format itself says it.

    ``samples``: its words in every encoding that may be meant; ``notes``: what a person should know of the whole file.
    """

    path: Path
    encoding: str
    samples: tuple[TextSample, ...]
    layers: tuple[GeoLayer, ...]
    notes: tuple[str, ...]


def shapes_of(wkb: Iterable[bytes | None]) -> NDArray[np.object_]:
    """Shapely geometries (n,), None where there is nothing or nothing readable."""
    blobs = np.array([*wkb, None], dtype=object)[:-1]
    found: NDArray[np.object_] = shapely.from_wkb(blobs, on_invalid="ignore")
    return found


def by_field(rows: Iterable[Iterable[tuple[str, str]]]) -> tuple[tuple[str, ...], list[list[Cell]]]:
    """(fields in the order of their first appearance, cells) of rows that each bring fields of their own.

    A field that stands twice in one row is two fields.
    """
    places: dict[str, int] = {}
    cells: list[list[Cell]] = []
    for pairs in rows:
        row: dict[int, str] = {}
        for name, value in pairs:
            apart, number = name, 2
            while apart in places and places[apart] in row:
                apart, number = f"{name} ({number})", number + 1
            row[places.setdefault(apart, len(places))] = value
        cells.append([row.get(place) for place in range(len(places))])
    width = len(places)
    return tuple(places), [[*row, *[None] * (width - len(row))] for row in cells]
