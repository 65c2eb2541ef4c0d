"""A list of the county on its way out: typed columns, and lines that know where they lie."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.cards import Unit
from gisapp.domain.masking import masked_id, masked_phone
from gisapp.errors import BadRequest
from gisapp.export.table import Column, Row, Table
from gisapp.language import tr
from gisapp.storage.county import geopackage, settings

Line = tuple[Row, bytes | None]
"""(cells, GeoPackage blob in the county's CRS or None where it lies nowhere)"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which rows, and how much of them: ``unit`` None = the whole county."""

    unit: Unit | None
    day: date
    is_revealed: bool

    @property
    def place(self) -> tuple[str, int] | None:
        return None if self.unit is None else (self.unit.kind, self.unit.id)

    def phone(self, phone: str | None) -> str:
        return (phone or "") if self.is_revealed else masked_phone(phone)

    def id_number(self, number: str | None) -> str:
        return (number or "") if self.is_revealed else masked_id(number)


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """``name`` for programs, ``title`` for people; ``lines`` are read once; ``shape`` Point, MultiLineString or MultiPolygon, "" for
    a list without places; ``total`` lines at most, None when nobody counted."""

    name: str
    title: str
    columns: tuple[Column, ...]
    lines: Iterable[Line]
    notes: tuple[str, ...]
    shape: str = ""
    total: int | None = None

    def table(self) -> Table:
        """The cells alone, as one sheet."""
        return Table(self.title, self.columns, (row for row, _ in self.lines), self.notes)

    def with_columns(self, keys: Sequence[str]) -> PlacedTable:
        """Only these columns, in this order; all when none is named. Raises BadRequest for an unknown one and one named twice."""
        if not keys:
            return self
        at = {column.key: number for number, column in enumerate(self.columns)}
        wrong = [key for number, key in enumerate(keys) if key not in at or key in keys[:number]]
        if wrong:
            known = "  ".join(at)
            raise BadRequest(
                tr("没有这一列，或写了两次：{names}", names=tr("、").join(wrong)), tr("这份名单的列：{columns}。", columns=known)
            )
        order = [at[key] for key in keys]
        lines = ((tuple(row[number] for number in order), blob) for row, blob in self.lines)
        return replace(self, columns=tuple(self.columns[number] for number in order), lines=lines)


def notes_of(connection: sqlite3.Connection, title: str, chosen: Chosen) -> tuple[str, ...]:
    """What stands above the header: what it is, of where and when, whether it is masked."""
    made = tr(
        "{county} · {place} · {day}",
        county=settings.read(connection, "county_name", ""),
        place=tr("全县") if chosen.unit is None else chosen.unit.name,
        day=chosen.day.isoformat(),
    )
    hidden = tr("证件号码和电话未脱敏，导出已记录。") if chosen.is_revealed else tr("证件号码和电话已脱敏。")
    marks = (tr("示例数据：人物与电话均为虚构。"),) if settings.read(connection, "is_sample", False) else ()
    return (title, made, hidden, *marks)


def geometries_of(blobs: Sequence[bytes | None]) -> NDArray[np.object_]:
    """Shapely geometries (n,) of GeoPackage blobs, None where there is none."""
    found = np.full(len(blobs), None, dtype=object)
    known = [at for at, blob in enumerate(blobs) if blob]
    if known:
        found[known] = geopackage.decode([blob for blob in blobs if blob])
    return found


def first_of(lines: Iterator[Line], count: int) -> list[Line]:
    """The next lines, ``count`` at most."""
    from itertools import islice

    return list(islice(lines, count))


def place_columns() -> tuple[Column, ...]:
    """Where a house stands or a person lives: door number, grid and units, under the titles that the ledger import knows."""
    return (
        Column("number", tr("门牌"), 28),
        Column("grid_code", tr("网格编号"), 18),
        Column("grid", tr("网格"), 16),
        Column("village", tr("村/社区"), 14),
        Column("town", tr("镇"), 11),
    )
