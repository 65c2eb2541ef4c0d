"""Rows that have a place on the map, one by one: what is refused, what is told, what was decided of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.change import Kind
from gisapp.domain.ledger import caption_of
from gisapp.domain.written import tidy
from gisapp.language import tr
from gisapp.services.ledger.outcome import Alteration, Difference, Doubt, Insertion, LedgerPlan, RefusedRow, RowChange, RowRefused, Writes
from gisapp.services.ledger.people_rows import refused_row, row_texts
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.units import Units
from gisapp.services.ledger.watch import Watch
from gisapp.services.places.ask_crs import Ground
from gisapp.storage.county import geopackage

ASK_EVERY = 250
LONGEST_NAME = 60
SAME_SHAPE_M = 0.05
"""Corners that differ by less have been rounded on their way through another file."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A row that is not refused so far: its filled cells by field, and its shape in the county's metres."""

    row: int
    texts: Mapping[str, str]
    shape: shapely.Geometry | None


class PlaceRegister:
    """What the kinds with a place share."""

    def __init__(self, connection: sqlite3.Connection, table: LedgerTable, watch: Watch) -> None:
        self.connection, self.table, self.watch = connection, table, watch
        self.units, self.ground = Units(connection), Ground(connection)
        self.doubts: list[Doubt] = []
        self.refused: list[RefusedRow] = []
        self.new: list[int] = []
        self.changed: list[RowChange] = []
        self.same = 0
        self._places = tuple((place, key) for place, key in enumerate(table.header.fields) if key)
        self._steps = 2 * len(table.rows) or 1

    def rows(self) -> Iterator[PlaceRow]:
        """Every row that can be taken so far; a row of a map without a usable shape is refused."""
        shapes = self.table.shapes
        for at, (number, cells) in enumerate(self.table.rows):
            if at % ASK_EVERY == 0:
                self.watch.done(at, self._steps)
            try:
                reason = shapes.refused.get(number) if shapes else None
                if reason:
                    raise RowRefused(reason, value=self._name_of(cells))
                is_filled = any(place < len(cells) and cells[place].strip() for place, _ in self._places)
                texts = row_texts(self.table, self._places, cells) if is_filled or not self._is_shaped(number) else {}
            except RowRefused as error:
                self.refuse(number, error)
                continue
            self._tell(number, cells)
            yield PlaceRow(number, texts, shapes.by_row.get(number) if shapes else None)

    def _is_shaped(self, row: int) -> bool:
        return self.table.shapes is not None and row in self.table.shapes.by_row

    def refuse(self, row: int, error: RowRefused) -> None:
        """The row is not taken."""
        self.refused.append(refused_row(self.table, row, error))

    def doubt(self, row: int, key: str, value: str, reason: str) -> None:
        """Something odd about a row that is taken all the same."""
        self.doubts.append(Doubt(row, self.table.title_of(key) if key else tr("图形"), value, reason))

    def decide(self, row: int, who: str, differences: Sequence[Difference], *, is_new: bool) -> None:
        """New, changed or the same."""
        if is_new:
            self.new.append(row)
        elif differences:
            self.changed.append(RowChange(row, who, tuple(differences)))
        else:
            self.same += 1

    def difference(self, key: str, old: str, new: str) -> Difference:
        """One fact that differs."""
        return Difference(caption_of(self.table.kind, key), old, new)

    def encoded(self, shape: shapely.Geometry | None) -> bytes | None:
        """A shape as the county file holds it."""
        return None if shape is None else geopackage.encode(shape, self.ground.epsg)

    def plan(self, writes: Writes, touched: tuple[Kind, ...], *, figures: Mapping[str, int] | None = None) -> LedgerPlan:
        """Everything decided."""
        lost = {one.row for one in self.refused}
        shapes = self.table.shapes
        return LedgerPlan(
            self.table.kind, len(self.table.rows), tuple(self.new), tuple(self.changed), self.same,
            tuple(sorted(self.refused, key=lambda one: one.row)), tuple(one for one in self.doubts if one.row not in lost), writes, touched,
            figures={**(shapes.counts if shapes else {}), **(figures or {})},
        )  # fmt: skip

    def _tell(self, number: int, cells: list[str]) -> None:
        shapes = self.table.shapes
        for text in shapes.told.get(number, ()) if shapes else ():
            self.doubts.append(Doubt(number, tr("图形"), self._name_of(cells), text))
        if any("\ufffd" in cell for cell in cells):
            self.doubts.append(Doubt(number, "", "", tr("有读不出来的文字，请换一种编码")))

    def _name_of(self, cells: list[str]) -> str:
        """What to call a row by: its name, number or code."""
        fields = self.table.header.fields
        places = [fields.index(key) for key in ("name", "number", "code") if key in fields]
        return next((cells[place].strip() for place in places if place < len(cells) and cells[place].strip()), "")[:LONGEST_NAME]


def code_of(texts: Mapping[str, str]) -> str:
    """A code as it is compared: without spaces, letters large."""
    return tidy(texts.get("code", "")).replace(" ", "").upper()


def name_of(texts: Mapping[str, str], key: str = "name") -> str:
    """A name on one line. Raises RowRefused for one that is too long."""
    name = tidy(texts.get(key, ""))
    if len(name) > LONGEST_NAME:
        raise RowRefused(tr("超过 {most} 个字", most=LONGEST_NAME), field_key=key, value=name[:LONGEST_NAME])
    return name


def insertion(table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> tuple[Insertion, ...]:
    """Rows to add as columns; nothing for no row."""
    return (Insertion(table, dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))),) if rows else ()


def alteration(table: str, rows: Sequence[tuple[int, dict[str, Any]]]) -> tuple[Alteration, ...]:
    """Rows to change; nothing for no row."""
    return (Alteration(table, tuple(rows)),) if rows else ()


def are_same_shapes(one: NDArray[np.object_], other: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Which pairs (n,) are the same shape but for rounding, wherever their rings begin; None is the same as None only."""
    found: NDArray[np.bool_] = shapely.equals_exact(one, other, tolerance=SAME_SHAPE_M)
    rest = np.flatnonzero(~found & ~shapely.is_missing(one) & ~shapely.is_missing(other))
    rest = rest[(np.abs(shapely.bounds(one[rest]) - shapely.bounds(other[rest])) <= SAME_SHAPE_M).all(axis=1)]
    found[rest] = shapely.hausdorff_distance(shapely.boundary(one[rest]), shapely.boundary(other[rest])) <= SAME_SHAPE_M
    return found | (shapely.is_missing(one) & shapely.is_missing(other))


def area_words(shape: shapely.Geometry | None) -> str:
    """How large an area is, for a comparison."""
    return "" if shape is None else tr("{hectares:,.2f} 公顷", hectares=shape.area / 10_000)
