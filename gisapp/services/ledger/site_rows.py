"""A register of safe sites against the county: found by name and unit, changed where it says something else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import hypot, isfinite
from typing import Any

import shapely

from gisapp.domain.change import Kind
from gisapp.domain.ids import new_uid
from gisapp.domain.ledger import caption_of
from gisapp.domain.masking import masked_phone
from gisapp.domain.safe_site import SafeSite, SiteFacts
from gisapp.domain.written import read_phones, tidy
from gisapp.language import tr
from gisapp.services.ledger.outcome import Alteration, Difference, Doubt, Insertion, LedgerPlan, RefusedRow, RowChange, RowRefused, Writes
from gisapp.services.ledger.people_rows import refused_row, row_texts
from gisapp.services.ledger.place_shift import ask_about_points
from gisapp.services.ledger.points import point_of
from gisapp.services.ledger.site_cells import GivenSite, given_site
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.units import Units
from gisapp.services.places.ask_crs import Ground
from gisapp.services.safe_sites.save_safe_site import is_in_county
from gisapp.spatial import crs
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import geopackage, settings
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.safe_sites import safe_sites

SITE = ("id", "geom", "uid", "name", "capacity", "division_id", "is_in_use", "note")
KEEPER = ("site_id", "name", "phone")


@dataclass(frozen=True, slots=True)
class _Known:
    """A site with the unit it belongs to, or lies in."""

    site: SafeSite
    unit: int | None


def plan_safe_sites(connection: sqlite3.Connection, table: LedgerTable) -> LedgerPlan:
    """What becomes of every row of a register of safe sites. Raises CrsAsked when all lie beside where they belong."""
    register = SiteRegister(connection, table)
    register.refuse_shift()
    for number, cells in table.rows:
        register.take(number, cells)
    return register.plan()


class SiteRegister:
    """Reads rows one by one and keeps what was decided of each."""

    def __init__(self, connection: sqlite3.Connection, table: LedgerTable) -> None:
        self.table = table
        self._doubts: list[Doubt] = []
        self._refused: list[RefusedRow] = []
        self._new: list[int] = []
        self._changed: list[RowChange] = []
        self._same = 0
        self._connection, self._units = connection, Units(connection)
        self._epsg, self._outline = settings.crs(connection), safe_sites.county_outline(connection)
        self._places = tuple((place, key) for place, key in enumerate(table.header.fields) if key)
        self._known: dict[str, list[_Known]] = {}
        for site in safe_sites.all_sites(connection):
            facts = site.facts
            unit = self._unit_at(facts.x, facts.y) if facts.division is None else facts.division
            self._known.setdefault(facts.name, []).append(_Known(site, unit))
        self._taken: dict[tuple[str, int | None], int] = {}
        self._next = ledger_facts.highest_id(connection, "safe_site")
        self._added: list[tuple[int, SiteFacts]] = []
        self._altered: list[tuple[int, SiteFacts, SiteFacts]] = []

    def refuse_shift(self) -> None:
        """All sites lie beside where the county has them, or outside the villages they name: ask."""
        shapes = self.table.shapes
        if self.table.source is not None or (shapes is not None and shapes.is_chosen):
            return
        known: list[tuple[shapely.Geometry, shapely.Geometry]] = []
        named: list[tuple[shapely.Geometry, int]] = []
        for row, cells in self.table.rows:
            with suppress(RowRefused):  # said when the row is taken
                texts = row_texts(self.table, self._places, cells)
                place = self._place_of(row, texts)
                if place is None:
                    continue
                unit = self._units.division(texts["village"], town=texts.get("town", "")).id if texts.get("village") else 0
                found = [one.site.facts for one in self._known.get(tidy(texts.get("name", "")), []) if unit in (0, one.unit)]
                if len(found) == 1 and isfinite(found[0].x):
                    known.append((shapely.Point(place), shapely.Point(found[0].x, found[0].y)))
                named.append((shapely.Point(place), unit))
        source = shapes.source if shapes is not None else SourceCrs(f"EPSG:{crs.CGCS2000}")
        ask_about_points(self._connection, Ground(self._connection), source, known=known, named=named, against=tr("县里已有的避险点"))

    def _place_of(self, row: int, texts: dict[str, str]) -> tuple[float, float] | None:
        """Where a row lies, however odd: None without a place."""
        if self.table.shapes is None:
            return point_of(texts, "longitude", "latitude", self._epsg)
        point = self.table.shapes.by_row.get(row)
        return None if point is None else (round(float(point.x), 3), round(float(point.y), 3))

    def take(self, row: int, cells: list[str]) -> None:
        """Decide of one row."""
        try:
            texts = row_texts(self.table, self._places, cells)
            given = self._given(row, texts)
            unit = given.division if given.division is not None or given.place is None else self._unit_at(*given.place)
            known = self._find(given, unit, town=texts.get("town", ""))
            before = self._taken.setdefault((given.name, unit if known is None else known.unit), row)
            if before != row:
                raise RowRefused(tr("与第 {row} 行是同一个避险点", row=before), field_key="name", value=given.name)
            if known is None:
                self._add(row, given, unit)
            else:
                self._compare(row, known.site, given)
        except RowRefused as error:
            self._refused.append(refused_row(self.table, row, error))

    def plan(self) -> LedgerPlan:
        """Everything decided."""
        lost = {one.row for one in self._refused}
        return LedgerPlan(
            self.table.kind, len(self.table.rows), tuple(self._new), tuple(self._changed), self._same, tuple(self._refused),
            tuple(one for one in self._doubts if one.row not in lost), self._writes(), (Kind.SAFE_SITE,),
        )  # fmt: skip

    def _unit_at(self, x: float, y: float) -> int | None:
        return (safe_sites.unit_at(self._connection, x, y) or (None,))[0] if isfinite(x) else None

    def _given(self, row: int, texts: dict[str, str]) -> GivenSite:
        place = self._place(row, texts)
        if place is not None and not is_in_county(self._outline, *place):
            written = " ".join(texts[key] for key in ("longitude", "latitude") if key in texts)
            raise RowRefused(tr("这个位置不在本县范围内"), field_key="longitude", value=written)
        division = None
        if texts.get("village"):
            division = self._units.division(texts["village"], town=texts.get("town", ""), field_key="village").id
        return given_site(texts, place=place, division=division, phone=self._phone(row, texts.get("phone", "")))

    def _place(self, row: int, texts: dict[str, str]) -> tuple[float, float] | None:
        """Where a row lies: its shape on a map, else the degrees it writes."""
        shapes = self.table.shapes
        if shapes is not None:
            if row in shapes.refused:
                raise RowRefused(shapes.refused[row], value=texts.get("name", ""))
            self._doubts += [Doubt(row, tr("图形"), texts.get("name", ""), text) for text in shapes.told.get(row, ())]
        return self._place_of(row, texts)

    def _phone(self, row: int, text: str) -> str | None:
        found = read_phones(text) if text else ()
        if found is None:
            reason = tr("电话已脱敏（含*），没有读取") if "*" in text else tr("看不懂电话，没有读取")
            self._doubts.append(Doubt(row, self.table.title_of("phone"), text, reason))
            return None
        if len(found) > 1:
            self._doubts.append(Doubt(row, self.table.title_of("phone"), text, tr("有几个电话，只存第一个")))
        return found[0] if found else None

    def _find(self, given: GivenSite, unit: int | None, *, town: str) -> _Known | None:
        """The site of this name in the unit that the row says or lies in; else the only one of this name, in the town if it says one."""
        found = self._known.get(given.name, [])
        if unit is not None:
            found = [one for one in found if one.unit == unit]
        elif town:
            name = self._units.division(town, field_key="town").name
            found = [one for one in found if one.site.town == name]
        if len(found) > 1:
            reason = tr("县里名为“{name}”的避险点有 {count} 个，请写明村或社区", name=given.name, count=len(found))
            raise RowRefused(reason, field_key="village")
        return found[0] if found else None

    def _add(self, row: int, given: GivenSite, unit: int | None) -> None:
        if given.place is None:
            raise RowRefused(tr("新的避险点要写经纬度"), field_key="longitude")
        if given.capacity is None:
            raise RowRefused(tr("没有写容量"), field_key="capacity")
        self._next += 1
        self._added.append((self._next, given.over(SiteFacts(given.name, given.capacity, *given.place, division=unit))))
        self._new.append(row)

    def _compare(self, row: int, site: SafeSite, given: GivenSite) -> None:
        after = given.over(site.facts)
        differences = tuple(self._differences(site.facts, after))
        if not differences:
            self._same += 1
            return
        self._altered.append((int(site.id), site.facts, after))
        self._changed.append(RowChange(row, given.name, differences))

    def _differences(self, before: SiteFacts, after: SiteFacts) -> Iterator[Difference]:
        yes = {True: tr("是"), False: tr("否")}
        told = (
            ("capacity", f"{before.capacity}", f"{after.capacity}"),
            ("is_in_use", yes[before.is_in_use], yes[after.is_in_use]),
            ("keeper", before.keeper, after.keeper),
            ("note", before.note, after.note),
        )
        yield from (Difference(caption_of(self.table.kind, key), old, new) for key, old, new in told if old != new)
        if after.keeper_phone != before.keeper_phone:
            masked = masked_phone(before.keeper_phone), masked_phone(after.keeper_phone)
            yield Difference(caption_of(self.table.kind, "phone"), *masked)
        if _has_moved(before, after):
            metres = f"{hypot(after.x - before.x, after.y - before.y):,.0f}"
            said = tr("移动 {metres} 米", metres=metres) if isfinite(before.x) else tr("有了位置")
            yield Difference(caption_of(self.table.kind, "longitude"), "", said)

    def _writes(self) -> Writes:
        rows = [(site, self._point(facts), new_uid(), *_columns(facts)) for site, facts in self._added]
        keepers = [(site, facts.keeper, facts.keeper_phone) for site, facts in self._added if _has_keeper(facts)]
        keepers += [
            (site, after.keeper, after.keeper_phone)
            for site, before, after in self._altered
            if _has_keeper(after) and not _has_keeper(before)
        ]
        told = [
            (site, {"name": after.keeper, "phone": after.keeper_phone})
            for site, before, after in self._altered
            if _has_keeper(before) and (after.keeper, after.keeper_phone) != (before.keeper, before.keeper_phone)
        ]
        altered = [(site, own) for site, before, after in self._altered if (own := self._altered_columns(before, after))]
        insertions = [_insertion("safe_site", SITE, rows), _insertion("safe_site_keeper", KEEPER, keepers)]
        alterations = (Alteration("safe_site", tuple(altered)), Alteration("safe_site_keeper", tuple(told)))
        return Writes((), tuple(one for one in insertions if one), tuple(one for one in alterations if one.rows))

    def _altered_columns(self, before: SiteFacts, after: SiteFacts) -> dict[str, Any]:
        now = {"capacity": after.capacity, "is_in_use": int(after.is_in_use), "note": after.note}
        found: dict[str, Any] = {key: value for key, value in now.items() if value != getattr(before, key)}
        return found | ({"geom": self._point(after)} if _has_moved(before, after) else {})

    def _point(self, facts: SiteFacts) -> bytes:
        return geopackage.encode(shapely.Point(facts.x, facts.y), self._epsg)


def _insertion(table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> Insertion | None:
    return Insertion(table, dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))) if rows else None


def _has_moved(before: SiteFacts, after: SiteFacts) -> bool:
    return isfinite(after.x) and (after.x, after.y) != (before.x, before.y)


def _has_keeper(facts: SiteFacts) -> bool:
    return bool(facts.keeper or facts.keeper_phone)


def _columns(facts: SiteFacts) -> tuple[Any, ...]:
    return facts.name, facts.capacity, facts.division, int(facts.is_in_use), facts.note
