"""Divisions of an official list or map against ours: found by code, then by name; a new name keeps the old one in the lineage."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import shapely

from gisapp.domain.change import Kind
from gisapp.domain.division import DivisionLevel
from gisapp.domain.ids import new_uid
from gisapp.domain.written import tidy
from gisapp.language import tr
from gisapp.services.ledger.division_at import DivisionAt
from gisapp.services.ledger.outcome import Difference, LedgerPlan, RowRefused, Writes
from gisapp.services.ledger.place_rows import PlaceRegister, PlaceRow, alteration, are_same_shapes, area_words, code_of, insertion, name_of
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.units import Division
from gisapp.services.ledger.watch import Watch
from gisapp.services.places.ask_crs import ask_about_shift
from gisapp.spatial.shift import shift_to_outline
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.places import layers

DIVISION = ("id", "geom", "uid", "code", "name", "level", "parent_id")
FORMER_NAME = ("uid", "division_id", "name", "to_date", "reason")
UNKNOWN_CODE = "000000"
"""The county's own code as long as nobody has said the official one."""

_LEVELS = (
    (DivisionLevel.COUNTY, ("县", "区县", "县级", "区", "市", "县级市", "county")),
    (DivisionLevel.TOWN, ("镇", "乡镇", "乡", "街道", "镇办", "乡级", "乡镇级", "town")),
    (DivisionLevel.VILLAGE, ("村", "行政村", "村级", "村委会", "village")),
    (DivisionLevel.COMMUNITY, ("社区", "居委会", "居民委员会", "community")),
)
_COMMUNITY_ENDINGS = ("社区", "居委会", "居民委员会", "社区居委会", "社区居民委员会")
_NAME_ENDINGS = (
    (("村", "村委会", "村民委员会"), DivisionLevel.VILLAGE),
    (("镇", "乡", "街道", "街道办事处"), DivisionLevel.TOWN),
    (("县",), DivisionLevel.COUNTY),
)
_RANK = (DivisionLevel.COUNTY, DivisionLevel.TOWN, DivisionLevel.VILLAGE, DivisionLevel.COMMUNITY)


@dataclass(slots=True)
class _Unit:
    """One row: what it says, which division it is (``id``; a new one has its number too), and what differs."""

    row: int
    code: str
    name: str
    level: DivisionLevel
    parent_text: str
    shape: shapely.Geometry | None
    id: int = 0
    parent: int | None = None
    is_new: bool = False
    differences: list[Difference] = field(default_factory=list)


def plan_divisions(connection: sqlite3.Connection, table: LedgerTable, *, today: date, watch: Watch) -> LedgerPlan:
    """What becomes of every row. Raises CrsAsked when all areas lie beside the county."""
    return _Plan(connection, table, today, watch).made()


def official_code(text: str) -> str:
    """6, 9 or 12 digits without the noughts of lower levels: 610921100000 is the town 610921100. Raises RowRefused."""
    plain = re.sub(r"\.0+$", "", text)
    if not (plain.isdecimal() and plain.isascii() and len(plain) in (6, 9, 12)):
        raise RowRefused(tr("官方代码应是 6、9 或 12 位数字"), field_key="code", value=text)
    while len(plain) > 6 and plain.endswith("000"):  # noqa: PLR2004 - digits
        plain = plain[:-3]
    return plain


def level_of(code: str, name: str, text: str) -> DivisionLevel:
    """The level that a row says, else that of its code, else of its name. Raises RowRefused."""
    is_community = name.endswith(_COMMUNITY_ENDINGS)
    plain = tidy(text).replace(" ", "").lower()
    for level, words in _LEVELS:
        if plain and (plain in words or plain == level.value):
            return DivisionLevel.COMMUNITY if level is DivisionLevel.VILLAGE and is_community else level
    if code:
        lowest = DivisionLevel.COMMUNITY if is_community else DivisionLevel.VILLAGE
        return {6: DivisionLevel.COUNTY, 9: DivisionLevel.TOWN}.get(len(code), lowest)
    if is_community:
        return DivisionLevel.COMMUNITY
    found = next((level for endings, level in _NAME_ENDINGS if name.endswith(endings)), None)
    if found is not None:
        return found
    raise RowRefused(tr("看不出是县、镇、村还是社区，请写明级别"), field_key="level", value=text or name)


def _rank(level: DivisionLevel) -> int:
    """0 for the county, 1 for a town, 2 for what is below."""
    return min(_RANK.index(level), 2)


class _Plan:
    def __init__(self, connection: sqlite3.Connection, table: LedgerTable, today: date, watch: Watch) -> None:
        self.connection, self._today = connection, today.isoformat()
        self.register = PlaceRegister(connection, table, watch)
        self.units = self.register.units
        self._at = DivisionAt(connection, self.units)
        self._next = ledger_facts.highest_id(connection, "division")
        self._seen: dict[int, int] = {}
        self._codes: dict[str, _Unit] = {}
        self._said_codes: frozenset[str] = frozenset()
        self._added: list[_Unit] = []
        self._placed: list[_Unit] = []
        self._altered: dict[int, dict[str, Any]] = {}
        self._renamed: list[tuple[int, str]] = []

    def made(self) -> LedgerPlan:
        found = [one for row in self.register.rows() if (one := self._read(row)) is not None]
        self._refuse_shift(found)
        self._said_codes = frozenset(one.code for one in found if one.code)
        taken = [one for one in sorted(found, key=lambda one: (_rank(one.level), not one.code)) if self._place(one)]
        self._compare_shapes([one for one in taken if not one.is_new])
        for one in sorted(taken, key=lambda one: one.row):
            self.register.decide(one.row, one.name or one.code, one.differences, is_new=one.is_new)
        return self.register.plan(self._writes(), (Kind.DIVISION,))

    def _read(self, row: PlaceRow) -> _Unit | None:
        try:
            code = official_code(code_of(row.texts)) if row.texts.get("code") else ""
            name = name_of(row.texts).replace(" ", "")
            if not code and not name:
                raise RowRefused(tr("没有代码，也没有名称"))
            level = level_of(code, name, row.texts.get("level", ""))
            return _Unit(row.row, code, name, level, tidy(row.texts.get("parent", "")).replace(" ", ""), row.shape)
        except RowRefused as error:
            self.register.refuse(row.row, error)
            return None

    def _refuse_shift(self, found: Sequence[_Unit]) -> None:
        shapes, ground = self.register.table.shapes, self.register.ground
        areas = np.array([*(one.shape for one in found if one.shape is not None), None], dtype=object)[:-1]
        if shapes is None or shapes.is_chosen or ground.outline is None or not len(areas):
            return
        lowest = max(_rank(one.level) for one in found if one.shape is not None)
        chosen = [one.shape for one in found if one.shape is not None and _rank(one.level) == lowest]
        areas, outline = np.array([*chosen, None], dtype=object)[:-1], ground.outline
        ask_about_shift(areas, lambda moved: shift_to_outline(moved, outline, go_on=self._go_on), shapes.source, ground, against=tr("县界"))

    def _go_on(self) -> None:
        self.register.watch.done(1, 2)

    # Which division a row is

    def _place(self, one: _Unit) -> bool:
        """Find the division of a row, or make it a new one; False when it is refused."""
        try:
            same_code = self._codes.setdefault(one.code, one) if one.code else one
            known = self._known(one)
            if known is not None and known.is_past:
                raise RowRefused(tr("{name}已并入别的单位，没有改动", name=known.name), field_key="name", value=one.name)
            one.id = known.id if known else 0
            before = self._seen.setdefault(one.id, one.row) if known else one.row
            if before != one.row or same_code is not one:
                row = before if before != one.row else same_code.row
                raise RowRefused(tr("与第 {row} 行是同一个单位", row=row), field_key="code", value=one.code or one.name)
            one.parent = self._parent(one, known)
            if known is None:
                self._add(one)
            else:
                self._compare(one, known)
        except RowRefused as error:
            self.register.refuse(one.row, error)
            return False
        self._placed.append(one)
        return True

    def _known(self, one: _Unit) -> Division | None:
        """By code; the county itself is the only one; else by name among those of its level, under the parent that the row says."""
        same = [unit for unit in self.units.divisions.values() if unit.code == one.code] if one.code else []
        if same:
            return same[0]
        county = self.units.county
        if one.level is DivisionLevel.COUNTY and county is not None:
            if county.code not in (UNKNOWN_CODE, one.code) and one.code:
                raise RowRefused(tr("这是另一个县，本县的代码是 {code}", code=county.code), field_key="code", value=one.code)
            return county
        new = next((unit for unit in self._added if unit.name == one.name and _rank(unit.level) == _rank(one.level)), None)
        if new is not None and not one.code:
            raise RowRefused(tr("与第 {row} 行是同一个单位", row=new.row), field_key="name", value=one.name)
        named = [unit for unit in self._named(one.name) if _rank(DivisionLevel(unit.level)) == _rank(one.level)]
        if one.code:  # a unit that another row means by its code is not meant by a name
            named = [unit for unit in named if unit.code not in self._said_codes and unit.id not in self._seen]
        parent = self._said_parent(one)
        if parent is not None:
            named = [unit for unit in named if unit.parent == parent]
        if len(named) > 1:
            codes = "  ".join(f"{self.units.full_name(unit)}({unit.code})" for unit in named[:6])
            raise RowRefused(tr("“{text}”不止一个：{names}；请写明代码", text=one.name, names=codes), field_key="name", value=one.name)
        return named[0] if named else None

    def _named(self, name: str) -> Sequence[Division]:
        """Units of this name, now or once, else those whose name it is in its long or short way."""
        every = self.units.divisions.values()
        return self.units.named(name) or [unit for unit in every if name and not unit.is_past and name in self.units.other_names(unit)]

    def _said_parent(self, one: _Unit) -> int | None:
        """The parent by the code's own beginning, else as the row names it; None when neither says."""
        if len(one.code) > 6:  # noqa: PLR2004 - digits
            above = one.code[:9] if len(one.code) == 12 else one.code[:6]  # noqa: PLR2004 - digits
            found = next((unit.id for unit in self.units.divisions.values() if unit.code == above), None)
            found = found or next((unit.id for unit in self._placed if unit.code == above), None)
            if found is not None:
                return found
        if one.parent_text:
            placed = next((unit for unit in self._placed if one.parent_text in (unit.name, unit.code)), None)
            if placed is not None and _rank(placed.level) < _rank(one.level):
                return placed.id
            named = self.units.division(one.parent_text, field_key="parent")
            if _rank(DivisionLevel(named.level)) >= _rank(one.level):
                raise RowRefused(tr("{name}不能是它的上级", name=named.name), field_key="parent", value=one.parent_text)
            return named.id
        return None

    def _parent(self, one: _Unit, known: Division | None) -> int | None:
        if one.level is DivisionLevel.COUNTY:
            return None
        said = self._said_parent(one)
        if said is not None:
            return said
        if known is not None:
            return known.parent
        county = self.units.county
        if one.level is DivisionLevel.TOWN and county is not None:
            return county.id
        found = self._at.town_of(one.shape)
        if found is not None:
            return found
        raise RowRefused(tr("看不出属于哪个镇，请写明上级"), field_key="parent", value=one.parent_text)

    def _add(self, one: _Unit) -> None:
        if not one.code:
            raise RowRefused(tr("新的单位要写官方代码"), field_key="code", value=one.name)
        if not one.name:
            raise RowRefused(tr("新的单位要写名称"), field_key="name", value=one.code)
        self._next += 1
        one.id, one.is_new = self._next, True
        self._added.append(one)

    # What it changes

    def _compare(self, one: _Unit, known: Division) -> None:
        if one.code and one.code != known.code:
            self._change(one, "code", known.code, one.code, code=one.code)
        if one.name and one.name != known.name and one.name not in self.units.other_names(known):
            if known.id in {unit.id for unit in self.units.named(one.name)}:
                self.register.doubt(one.row, "name", one.name, tr("这是{name}的旧名，名称没有改", name=known.name))
            else:
                self._change(one, "name", known.name, one.name, name=one.name)
                self._renamed.append((known.id, known.name))
        if one.parent != known.parent and one.parent is not None:
            names = {unit.id: unit.name for unit in self._added} | {unit.id: unit.name for unit in self.units.divisions.values()}
            self._change(one, "parent", names.get(known.parent or 0, ""), names.get(one.parent, ""), parent_id=one.parent)

    def _change(self, one: _Unit, key: str, old: str, new: str, **values: Any) -> None:
        one.differences.append(self.register.difference(key, old, new))
        self._altered.setdefault(one.id, {}).update(values)

    def _compare_shapes(self, found: Sequence[_Unit]) -> None:
        shapes = layers.divisions(self.connection)
        known = dict(zip(shapes.ids.tolist(), shapes.geometries.tolist(), strict=True))
        before = np.array([*(known.get(one.id) for one in found), None], dtype=object)[:-1]
        after = np.array([*(one.shape for one in found), None], dtype=object)[:-1]
        is_same = are_same_shapes(before, after) | shapely.is_missing(after)
        for one, shape, same in zip(found, before.tolist(), is_same.tolist(), strict=True):
            if not same:
                one.differences.append(Difference(tr("边界"), area_words(shape), area_words(one.shape)))
                self._altered.setdefault(one.id, {})["geom"] = self.register.encoded(one.shape)

    def _writes(self) -> Writes:
        added = [
            (one.id, self.register.encoded(one.shape), new_uid(), one.code, one.name, one.level.value, one.parent) for one in self._added
        ]
        former = [(new_uid(), division, name, self._today, "rename") for division, name in self._renamed]
        return Writes(
            (), (*insertion("division", DIVISION, added), *insertion("division_name", FORMER_NAME, former)),
            alteration("division", list(self._altered.items())),
        )  # fmt: skip
