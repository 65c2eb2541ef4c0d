"""Shapes out of a table's own columns: longitude and latitude, eastings and northings in metres, or WKT."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.written import tidy
from gisapp.language import tr
from gisapp.services.ledger.row_shapes import Rows, shapes_on
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.places.ask_crs import Ground, surest
from gisapp.spatial import crs
from gisapp.spatial.source_crs import SourceCrs

_SIGNS = str.maketrans("．。，－＋′’‘″”“：", "..,-+'''\"\"\":")
_AROUND = re.compile(r"^[东经西北纬南EeNnXxYy:=\s]+|[°度米mMEeNn\s]+$")
_SEXAGESIMAL = re.compile(r"(\d{1,3})\s*[°度:]\s*(\d{1,2}(?:\.\d+)?)\s*(?:['分:]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:\"|''|秒)?)?)?")
_SRID = re.compile(r"^\s*SRID\s*=\s*(\d{1,6})\s*;\s*", re.IGNORECASE)
_DEGREES = 180.0


def with_shapes(connection: sqlite3.Connection, table: LedgerTable, *, chosen: SourceCrs | None) -> LedgerTable:
    """``table`` with the shapes its columns write; as it is when it has no such column. Raises CrsAsked."""
    rows = _rows(table)
    if rows is None:
        return table
    if chosen is None and rows.crs is None and not shapely.is_missing(rows.shapes).all():
        chosen_here = surest(rows.shapes, Ground(connection), title=table.path.name)
        shapes = shapes_on(connection, [rows], table.kind, chosen=chosen_here, is_of_a_map=False)
        return replace(table, shapes=replace(shapes, is_chosen=False))
    return replace(table, shapes=shapes_on(connection, [rows], table.kind, chosen=chosen, is_of_a_map=False))


def coordinate_of(text: str) -> float | None:
    """A coordinate in degrees or metres: 108.5, 东经108.5°, 108°30′12.5″, 36,546,785.2米; None for anything else."""
    plain = _AROUND.sub("", tidy(text).translate(_SIGNS))
    found = _SEXAGESIMAL.fullmatch(plain)
    if found:
        degrees, minutes, seconds = float(found[1]), float(found[2]), float(found[3] or 0)
        return degrees + minutes / 60 + seconds / 3600 if minutes < 60 and seconds < 60 else None  # noqa: PLR2004 - sixtieths
    try:
        value = float(re.sub(r",(?=\d{3}(?:\D|$))", "", plain))
    except ValueError:
        return None
    return value if np.isfinite(value) else None


def _rows(table: LedgerTable) -> Rows | None:
    fields = table.header.fields
    has_numbers = "longitude" in fields and "latitude" in fields
    if "wkt" in fields and (not has_numbers or _is_filled(table, fields.index("wkt"))):
        return _from_wkt(table, fields.index("wkt"))
    if has_numbers:
        return _from_numbers(table, fields.index("longitude"), fields.index("latitude"))
    return None


def _is_filled(table: LedgerTable, column: int) -> bool:
    """Whether anything is written in a column: a template's may be left blank beside degrees."""
    return any(column < len(cells) and cells[column].strip() for _, cells in table.rows)


def _from_wkt(table: LedgerTable, column: int) -> Rows:
    texts = [cells[column].strip() if column < len(cells) else "" for _, cells in table.rows]
    numbers = {found[1] for text in texts if (found := _SRID.match(text))}
    shapes = shapely.from_wkt(np.array([_SRID.sub("", text) or None for text in texts] or [None], dtype=object), on_invalid="ignore")
    shapes = shapes[: len(texts)]
    troubles = {place: tr("WKT 读不懂") for place, text in enumerate(texts) if text and shapes[place] is None}
    stated = f"EPSG:{numbers.pop()}" if len(numbers) == 1 else _stated(shapes)
    return _placed(table, shapes, troubles, stated)


def _from_numbers(table: LedgerTable, east: int, north: int) -> Rows:
    xy = np.full((len(table.rows), 2), np.nan)
    troubles: dict[int, str] = {}
    for place, (_, cells) in enumerate(table.rows):
        written = [cells[column].strip() if column < len(cells) else "" for column in (east, north)]
        if not any(written):
            continue
        values = [coordinate_of(text) for text in written]
        if None in values:
            troubles[place] = tr("坐标读不懂：{text}", text=" ".join(written))
        else:
            xy[place] = values
    shapes = np.full(len(xy), None, dtype=object)
    is_there = ~np.isnan(xy[:, 0])
    shapes[is_there] = shapely.points(xy[is_there])
    return _placed(table, shapes, troubles, _stated(shapes))


def _placed(table: LedgerTable, shapes: NDArray[np.object_], troubles: dict[int, str], stated: str | None) -> Rows:
    """Rows that write no place at all have none, and are not refused for it."""
    numbers = [number for number, _ in table.rows]
    kept = [place for place in range(len(numbers)) if shapes[place] is not None or place in troubles]
    again = {place: at for at, place in enumerate(kept)}
    chosen = shapes[np.array(kept, dtype=np.int64)]
    return Rows(
        [numbers[place] for place in kept],
        chosen,
        stated,
        {again[place]: why for place, why in troubles.items()},
        frozenset(),
        table.path.name,
    )


def _stated(shapes: NDArray[np.object_]) -> str | None:
    """Degrees are known by their size."""
    xy = shapely.get_coordinates(shapes)
    return f"EPSG:{crs.CGCS2000}" if len(xy) and np.abs(xy).max() <= _DEGREES else None
