"""Grids of a county bureau against ours: found by code, by name, by shape; their officers; every house in its grid again."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import shapely

from gisapp.domain.change import Kind
from gisapp.domain.division import DivisionLevel
from gisapp.domain.ids import new_uid
from gisapp.domain.written import person_name, read_day, read_phones
from gisapp.language import tr
from gisapp.services.ledger.contact_facts import Contacts
from gisapp.services.ledger.division_at import DivisionAt
from gisapp.services.ledger.grid_report import GridReport, report_on
from gisapp.services.ledger.known_grids import KnownGrids, column, drawn_twice
from gisapp.services.ledger.officer_posts import OfficerPosts
from gisapp.services.ledger.outcome import Difference, LedgerPlan, Removal, RowRefused, Writes
from gisapp.services.ledger.place_rows import PlaceRegister, PlaceRow, alteration, are_same_shapes, area_words, code_of, insertion, name_of
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.units import Division
from gisapp.services.ledger.watch import Watch
from gisapp.services.places.ask_crs import ask_about_shift
from gisapp.spatial.shift import shift_to_outline
from gisapp.storage.ledger import ledger_facts

GRID = ("id", "geom", "uid", "code", "name", "division_id")
LONGEST_OFFICER = 50
MOST_UNLIKE = 0.1
LOWEST = (DivisionLevel.VILLAGE, DivisionLevel.COMMUNITY)


@dataclass(slots=True)
class _Cell:
    """One row: what it says, which grid it is (``grid``; a new one has its number too), and what differs."""

    row: int
    code: str
    name: str
    division: int
    shape: shapely.Geometry | None
    officer: str
    phone: str | None
    day: str
    grid: int = 0
    is_new: bool = False
    differences: list[Difference] = field(default_factory=list)


def plan_grids(connection: sqlite3.Connection, table: LedgerTable, *, today: date, watch: Watch) -> LedgerPlan:
    """What becomes of every row, with the report of the coverage as it will be. Raises CrsAsked when all lie beside the county."""
    return _Plan(connection, table, today, watch).made()


class _Plan:
    def __init__(self, connection: sqlite3.Connection, table: LedgerTable, today: date, watch: Watch) -> None:
        self.connection, self._today = connection, today
        self.register = PlaceRegister(connection, table, watch)
        self.known = KnownGrids(connection, self.register.units)
        self.contacts = Contacts(connection)
        self.posts = OfficerPosts(connection, self.contacts)
        self._at = DivisionAt(connection, self.register.units)
        self._codes: dict[str, int] = {}
        self._next = ledger_facts.highest_id(connection, "grid")
        self._serials: dict[int, int] = {}
        self._altered: dict[int, dict[str, Any]] = {}
        self._redrawn: set[int] = set()

    def made(self) -> LedgerPlan:
        found = [one for row in self.register.rows() if (one := self._read(row)) is not None]
        self._refuse_shift(found)
        self._go_on()
        found = self._matched(found)
        self._go_on()
        self._compare(found)
        self._go_on()
        shapes = dict(self.known.shapes)
        shapes |= {one.grid: one.shape for one in found if one.shape is not None and (one.is_new or one.grid in self._redrawn)}
        gone = self._replaced(found) if self._redrawn else {}
        for grid in gone:
            del shapes[grid]
        for one in found:
            self._put_officer(one)
        self._pass_on_officers(found, gone)
        for one in found:
            self.register.decide(one.row, one.name or one.code, one.differences, is_new=one.is_new)
        report = report_on(self.connection, shapes, self._redrawn | set(gone), self.register.ground, self._go_on)
        return self._plan(found, gone, report)

    def _go_on(self) -> None:
        self.register.watch.done(1, 2)

    def _read(self, row: PlaceRow) -> _Cell | None:
        try:
            code, name = code_of(row.texts), name_of(row.texts)
            if row.shape is None and not code and not name:
                raise RowRefused(tr("没有网格编号、名称，也没有图形"))
            if code and self._codes.setdefault(code, row.row) != row.row:
                raise RowRefused(tr("编号与第 {row} 行相同", row=self._codes[code]), field_key="code", value=code)
            division = self._division(row, code)
            officer = person_name(row.texts.get("officer", ""))[:LONGEST_OFFICER]
            return _Cell(row.row, code, name, division, row.shape, officer, self._phone(row), self._day(row))
        except RowRefused as error:
            self.register.refuse(row.row, error)
            return None

    def _division(self, row: PlaceRow, code: str) -> int:
        """The village or community that a row names, else the one its area lies in."""
        units = self.register.units
        said = units.division(row.texts["village"], town=row.texts.get("town", "")) if row.texts.get("village") else None
        if said is not None and said.level in LOWEST:
            return said.id
        found = self._at.division_of(row.shape)
        if found is not None:
            return found
        if said is not None:
            return said.id
        grid = self.known.by_code.get(code)
        if grid is not None:
            return self.known.facts[grid][3]
        raise RowRefused(tr("看不出属于哪个村或社区，请写明"), field_key="village")

    def _phone(self, row: PlaceRow) -> str | None:
        text = row.texts.get("officer_phone", "")
        found = read_phones(text) if text else ()
        if found is None or len(found) > 1:
            reason = tr("看不懂电话，没有读取") if found is None else tr("有几个电话，只存第一个")
            self.register.doubt(row.row, "officer_phone", text, reason)
        return found[0] if found else None

    def _day(self, row: PlaceRow) -> str:
        found = read_day(row.texts["from_date"]) if row.texts.get("from_date") else None
        if row.texts.get("from_date") and found is None:
            raise RowRefused(tr("看不懂日期，或没有这一天"), field_key="from_date", value=row.texts["from_date"])
        return found.text if found else self._today.isoformat()

    def _refuse_shift(self, found: Sequence[_Cell]) -> None:
        """Ask when all lie beside the county's outline, or, where they hardly touch it, beside the villages they belong to."""
        shapes, ground = self.register.table.shapes, self.register.ground
        areas = column([one.shape for one in found if one.shape is not None])
        if shapes is None or shapes.is_chosen or ground.outline is None or not len(areas):
            return
        outline, against = ground.outline, tr("县界")
        if shift_to_outline(areas, outline, go_on=self._go_on) is None:
            outline, against = self._at.outline_of({one.division for one in found if one.shape is not None}), tr("所属村的边界")
            if outline is None or abs(float(shapely.area(areas).sum()) / outline.area - 1) > MOST_UNLIKE:  # a part fits in many places
                return
        ask_about_shift(areas, lambda moved: shift_to_outline(moved, outline, go_on=self._go_on), shapes.source, ground, against=against)

    # Which grid a row is

    def _matched(self, found: Sequence[_Cell]) -> list[_Cell]:
        """Rows that are a grid of ours, or a new one: claimed by code first, then by name in the village, then by shape."""
        for one in found:
            one.grid = self.known.by_code.get(one.code, 0)
        claimed = {one.grid for one in found if one.grid}
        kept = []
        named: dict[tuple[int, str], int] = {}
        for one in found:
            if not one.grid and one.name:
                before = one.row if one.code else named.setdefault((one.division, one.name), one.row)
                if before != one.row:
                    self._refuse(one, tr("与第 {row} 行是同一个网格", row=before), "name")
                    continue
                grid = self.known.by_name.get((one.division, one.name), 0)
                one.grid = 0 if grid in claimed else grid
                claimed |= {one.grid} - {0}
            kept.append(one)
        kept = self._without_copies(kept)
        waiting = [one for one in kept if not one.grid and one.shape is not None]
        alike = self.known.alike(column([one.shape for one in waiting]), set(self.known.facts) - claimed, self._go_on)
        for at, grid in alike.items():
            if grid not in claimed:
                waiting[at].grid = grid
                claimed.add(grid)
        return [one for one in kept if one.grid or self._is_new(one)]

    def _without_copies(self, found: Sequence[_Cell]) -> list[_Cell]:
        """Rows that say nothing but an area are refused where an earlier one says the same."""
        bare = [one for one in found if one.shape is not None and not one.code and not one.name]
        twice = {bare[at].row: bare[before].row for at, before in drawn_twice(column([one.shape for one in bare])).items()}
        for one in found:
            if one.row in twice:
                self._refuse(one, tr("与第 {row} 行是同一个网格", row=twice[one.row]), "name")
        return [one for one in found if one.row not in twice]

    def _is_new(self, one: _Cell) -> bool:
        """Give a new grid its number, and what it does not say: a code and a name after its village. False when it is refused."""
        if one.shape is None:
            self._refuse(one, tr("县里没有这个网格，新的网格要有图形"), "code")
            return False
        self._next += 1
        one.grid, one.is_new = self._next, True
        village = self.register.units.divisions[one.division]
        if one.code:
            one.name = one.name or one.code
        else:
            serial = self._free_serial(village)
            one.code, one.name = f"{village.code}{serial:03d}", one.name or f"{village.name}{serial:02d}网格"
            self._codes[one.code] = one.row
        return True

    def _free_serial(self, village: Division) -> int:
        """The next number of a grid in its village that no code bears."""
        while True:
            serial = self._serials[village.id] = self._serials.get(village.id, 0) + 1
            code = f"{village.code}{serial:03d}"
            if code not in self.known.by_code and code not in self._codes:
                return serial

    def _refuse(self, one: _Cell, reason: str, key: str) -> None:
        self.register.refuse(one.row, RowRefused(reason, field_key=key, value=one.code or one.name))

    # What it changes

    def _compare(self, found: Sequence[_Cell]) -> None:
        self._redrawn |= {one.grid for one in found if one.is_new}
        old = [one for one in found if not one.is_new]
        before = np.array([*(self.known.shapes.get(one.grid) for one in old), None], dtype=object)[:-1]
        after = np.array([*(one.shape for one in old), None], dtype=object)[:-1]
        is_same = are_same_shapes(before, after) | shapely.is_missing(after)
        for one, shape, same in zip(old, before.tolist(), is_same.tolist(), strict=True):
            _, code, name, division = self.known.facts[one.grid]
            names = self.register.units.divisions
            told = (("code", code, one.code), ("name", name, one.name))
            for key, was, now in told:
                if now and now != was and not (key == "code" and now == was.upper()):
                    one.differences.append(self.register.difference(key, was, now))
                    self._altered.setdefault(one.grid, {})[key] = now
            if one.division != division:
                one.differences.append(self.register.difference("village", names[division].name, names[one.division].name))
                self._altered.setdefault(one.grid, {})["division_id"] = one.division
            if not same:
                one.differences.append(Difference(tr("边界"), area_words(shape), area_words(one.shape)))
                self._altered.setdefault(one.grid, {})["geom"] = self.register.encoded(one.shape)
                self._redrawn.add(one.grid)

    def _replaced(self, found: Sequence[_Cell]) -> dict[int, int]:
        """Grids of ours that the file does not have and mostly covers, each with the grid that stands in its place."""
        drawn = [one for one in found if one.shape is not None and one.grid in self._redrawn]
        covered = self.known.covered(column([one.shape for one in drawn]), set(self.known.facts) - {one.grid for one in found}, self._go_on)
        return {gone: drawn[place].grid for gone, place in covered.items()}

    def _pass_on_officers(self, found: Sequence[_Cell], gone: Mapping[int, int]) -> None:
        """A new grid for which the file names no officer has that of the first grid it replaces."""
        waiting = {one.grid for one in found if one.is_new and not one.officer}
        for old, grid in gone.items():
            if grid in waiting and self.posts.pass_on(old, grid, day=self._today.isoformat()):
                waiting.remove(grid)

    def _put_officer(self, one: _Cell) -> None:
        """An officer that cannot be taken is told: the grid itself is taken all the same."""
        if not one.officer:
            return
        try:
            told, is_first = self.posts.hold(one.grid, one.officer, one.phone, day=one.day, division=one.division)
        except RowRefused as error:
            self.register.doubt(one.row, "officer", one.officer, tr("网格员没有记：{reason}", reason=error.reason))
            return
        keys = {"name": "officer", "phone": "officer_phone"}
        one.differences += [self.register.difference(keys[key], old, new) for key, old, new in told]
        if is_first and not one.is_new:
            one.differences.append(self.register.difference("officer", "", one.officer))

    def _plan(self, found: Sequence[_Cell], gone: Mapping[int, int], report: GridReport) -> LedgerPlan:
        added = [(one.grid, self.register.encoded(one.shape), new_uid(), one.code, one.name, one.division) for one in found if one.is_new]
        homes = [(house, {"grid_id": grid}) for house, grid in report.homes]
        former = [(house, {"grid_id": grid}) for house, grid in report.former_homes]
        writes = Writes(
            self.posts.first(), (*insertion("grid", GRID, added), *self.posts.insertions()),
            (*alteration("grid", list(self._altered.items())), *self.posts.then(), *alteration("house", homes),
             *alteration("former_house", former)),
            (Removal("grid_post", "grid_id", tuple(gone)), Removal("grid", "id", tuple(gone))) if gone else (),
        )  # fmt: skip
        kept = len(set(self.known.facts) - {one.grid for one in found} - set(gone))
        plan = self.register.plan(writes, (Kind.GRID, Kind.HOUSE, Kind.CONTACT), figures=report.figures | {"replaced": len(gone)})
        names = [self.known.facts[grid][2] for grid in gone]
        return report.noted(plan, replaced=names, untouched=kept)
