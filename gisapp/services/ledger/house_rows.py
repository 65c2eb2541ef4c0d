"""Houses of a survey against the county's: found by code, by number, by where they stand; outlines go to the houses on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from gisapp.domain.change import Kind
from gisapp.domain.ids import new_uid
from gisapp.language import tr
from gisapp.services.ledger.house_match import HouseMatch, Survey, column
from gisapp.services.ledger.house_numbers import number_key, whole_number
from gisapp.services.ledger.known_houses import SAME_PLACE_M, UNNUMBERED, KnownHouses
from gisapp.services.ledger.outcome import Difference, LedgerPlan, RowRefused, Writes
from gisapp.services.ledger.place_rows import PlaceRegister, PlaceRow, alteration, are_same_shapes, area_words, code_of, insertion, name_of
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.watch import Watch
from gisapp.services.places.ask_crs import ask_about_shift, ask_about_units
from gisapp.spatial.shift import shift_of_places
from gisapp.storage.county import geopackage
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.places import layers

HOUSE = ("id", "geom", "uid", "number", "grid_id", "code")
FOOTPRINT = ("house_id", "geom")


def plan_houses(connection: sqlite3.Connection, table: LedgerTable, *, watch: Watch) -> LedgerPlan:
    """What becomes of every row; about 4 s for 104,000. Raises CrsAsked when all lie beside the houses they mean."""
    return _Plan(connection, table, watch).made()


class _Plan:
    def __init__(self, connection: sqlite3.Connection, table: LedgerTable, watch: Watch) -> None:
        self.register = PlaceRegister(connection, table, watch)
        self.known = KnownHouses(connection, self.register.units, self._go_on)
        self._former = {number_key(number) for _, number in ledger_facts.former_houses(connection)}
        self._codes: dict[str, int] = {}
        self._added: list[tuple[Any, ...]] = []
        self._altered: dict[int, dict[str, Any]] = {}
        self._moved: list[tuple[Survey, int, shapely.Geometry]] = []
        self._outside = 0
        self._outlined: list[tuple[int, shapely.Geometry, bool]] = []

    def made(self) -> LedgerPlan:
        found = [one for row in self.register.rows() if (one := self._read(row)) is not None]
        highest = ledger_facts.highest_id(self.register.connection, "house")
        found = HouseMatch(self.register, self.known, highest).matched(found, self._go_on)
        self._go_on()
        self._refuse_shift(found)
        for at, one in enumerate(found):
            if at % 1_000 == 0:
                self._go_on()
            self._compare(one)
        self._decide_outlines(found)
        self._settle_grids(found)
        for one in found:
            self.register.decide(one.row, self._who(one), one.differences, is_new=one.is_new)
        return self.register.plan(self._writes(), (Kind.HOUSE,), figures={"houses_outside_grids": self._outside})

    def _go_on(self) -> None:
        self.register.watch.done(1, 2)

    def _read(self, row: PlaceRow) -> Survey | None:
        register = self.register
        try:
            code, address = code_of(row.texts), name_of(row.texts, "number")
            village = None
            if row.texts.get("village"):
                village = register.units.division(row.texts["village"], town=row.texts.get("town", ""), field_key="village")
            if row.shape is None and not address and not code:
                raise RowRefused(tr("没有门牌、编号，也没有位置"))
            if code and self._codes.setdefault(code, row.row) != row.row:
                raise RowRefused(tr("编号与第 {row} 行相同", row=self._codes[code]), field_key="code", value=code)
        except RowRefused as error:
            register.refuse(row.row, error)
            return None
        is_area = row.shape is not None and row.shape.geom_type != "Point"
        name = village.name if village else ""
        return Survey(
            row.row, code, whole_number(address, name) if address else "", address, name, village.id if village else None,
            self._named_grid(row), None if is_area else row.shape, row.shape if is_area else None,
        )  # fmt: skip

    def _named_grid(self, row: PlaceRow) -> int | None:
        """The grid a row names; one that nobody knows is told, for the place decides."""
        if not row.texts.get("grid"):
            return None
        try:
            return self.register.units.grid(row.texts["grid"], town=row.texts.get("town", ""), village=row.texts.get("village", ""))
        except RowRefused as error:
            self.register.doubt(row.row, "grid", error.value, error.reason)
            return None

    def _refuse_shift(self, found: Sequence[Survey]) -> None:
        """All points lie beside the houses they mean, or outside the villages they name: ask."""
        shapes = self.register.table.shapes
        if shapes is None or shapes.is_chosen:
            return
        pairs = [(one, one.houses[0]) for one in found if one.point is not None and not one.is_new and one.is_named]
        known = self.known.places_of([house for _, house in pairs])
        self._go_on()
        ask_about_shift(
            column(one.point for one, _ in pairs), lambda moved: shift_of_places(shapely.get_coordinates(moved), known),
            shapes.source, self.register.ground, against=tr("县里已有的房屋"),
        )  # fmt: skip
        placed = [one for one in found if one.point is not None and one.village_id is not None and one.is_new]
        divisions = layers.divisions(self.register.connection)
        areas = dict(zip(divisions.ids.tolist(), divisions.geometries.tolist(), strict=True))
        named = column(areas.get(int(one.village_id or 0)) for one in placed)
        ask_about_units(column(one.point for one in placed), named, shapes.source, self.register.ground)

    # What a row makes of them

    def _compare(self, one: Survey) -> None:
        if one.is_new:
            self._add(one)
            return
        if not one.is_only_outline and one.is_named:
            self._name_anew(one, one.houses[0])
        for house in one.houses:
            point = self._point_given(one, house) if house in self.known.numbers else None
            if point is None:
                continue
            metres = float(np.hypot(*(np.array([point.x, point.y]) - self.known.place_of(house))))
            if metres <= SAME_PLACE_M:
                continue
            told = tr("有了位置") if np.isnan(metres) else tr("移动 {metres} 米", metres=f"{metres:,.0f}")
            one.differences.append(Difference(tr("位置"), "", told))
            self._change(house, geom=self.register.encoded(point))
            self._moved.append((one, house, point))

    def _name_anew(self, one: Survey, house: int) -> None:
        """Code and number, where a row says another than the county has."""
        known = self.known
        if one.code and one.code != known.codes[house]:
            one.differences.append(self.register.difference("code", known.codes[house] or "", one.code))
            self._change(house, code=one.code)
        if one.number and house not in known.by_number.find(one.address, one.village):
            one.differences.append(self.register.difference("number", known.numbers[house], one.number))
            self._change(house, number=one.number)

    def _point_given(self, one: Survey, house: int) -> shapely.Geometry | None:
        """Where a row puts a house: its point; for an outline a point on it unless the house stands on it already."""
        if one.outline is None or one.is_only_outline:
            return one.point
        before = self.known.place_of(house)
        if not np.isnan(before[0]) and shapely.dwithin(one.outline, shapely.Point(before), SAME_PLACE_M):
            return None
        return shapely.point_on_surface(one.outline)

    def _add(self, one: Survey) -> None:
        if one.point is not None:
            self._moved.append((one, one.houses[0], one.point))
        if one.number and number_key(one.number) in self._former:
            self.register.doubt(one.row, "number", one.number, tr("县里记着这处房屋已经灭失，现在作为新的房屋"))

    def _change(self, house: int, **values: Any) -> None:
        self._altered.setdefault(house, {}).update(values)

    def _decide_outlines(self, found: Sequence[Survey]) -> None:
        pairs = [(one, house) for one in found if one.outline is not None for house in one.houses]
        before = column(self.known.outlines.get(house) for _, house in pairs)
        after = column(one.outline for one, _ in pairs)
        for (one, house), old, is_same in zip(pairs, before.tolist(), are_same_shapes(before, after).tolist(), strict=True):
            if not is_same:
                self._outlined.append((house, one.outline, old is not None))
                if not one.is_new:
                    one.differences.append(Difference(tr("轮廓"), area_words(old), area_words(one.outline)))

    def _settle_grids(self, found: Sequence[Survey]) -> None:
        """The grid of every new or moved house is the one it stands in; where it stands in none, the one its row names."""
        cells = self.known.cells_at(column(point for _, _, point in self._moved), self._go_on).tolist()
        at = {house: cell for (_, house, _), cell in zip(self._moved, cells, strict=True)}
        for (one, house, _), cell in zip(self._moved, cells, strict=True):
            self._tell_grid(one, cell)
            if not one.is_new and (cell or None) != self.known.grids[house]:
                names = self.known.cell_names
                one.differences.append(self.register.difference("grid", names.get(self.known.grids[house] or 0, ""), names.get(cell, "")))
                self._change(house, grid_id=cell or None)
        self._outside = sum(1 for cell in cells if not cell)
        added = [one for one in found if one.is_new]
        for one, geom in zip(added, self._points_of(added), strict=True):
            house = one.houses[0]
            number = one.number or one.code or f"{one.village}{UNNUMBERED}{house:06d}"
            self._added.append((house, geom, new_uid(), number, at.get(house) or one.grid, one.code or None))

    def _points_of(self, found: Sequence[Survey]) -> list[bytes | None]:
        """Points as the county file holds them, all at once."""
        points = column(one.point for one in found)
        is_there = ~shapely.is_missing(points)
        blobs = iter(geopackage.encode_points(shapely.get_coordinates(points[is_there]), self.register.ground.epsg))
        return [next(blobs) if there else None for there in is_there.tolist()]

    def _tell_grid(self, one: Survey, cell: int) -> None:
        if not cell:
            self.register.doubt(one.row, "", one.number or one.code, tr("不在任何网格内"))
        elif one.grid and one.grid != cell:
            name = self.known.cell_names.get(cell, "")
            self.register.doubt(one.row, "grid", "", tr("写的网格与位置不符：位置在{name}，按位置记", name=name))

    def _who(self, one: Survey) -> str:
        return one.number or self.known.numbers.get(one.houses[0], "") or one.code

    def _writes(self) -> Writes:
        new = [(house, self.register.encoded(outline)) for house, outline, was_there in self._outlined if not was_there]
        other = [(house, {"geom": self.register.encoded(outline)}) for house, outline, was_there in self._outlined if was_there]
        return Writes(
            (), (*insertion("house", HOUSE, self._added), *insertion("house_footprint", FOOTPRINT, new)),
            (*alteration("house", list(self._altered.items())), *alteration("house_footprint", other)),
        )  # fmt: skip
