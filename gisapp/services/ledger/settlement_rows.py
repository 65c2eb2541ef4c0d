"""Settlement sites with their buildings and rooms against the county's: a row speaks of a site, a building of it, or a room."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import shapely

from gisapp.domain.change import Kind
from gisapp.domain.ids import new_uid
from gisapp.domain.written import tidy
from gisapp.language import tr
from gisapp.services.ledger.division_at import DivisionAt
from gisapp.services.ledger.known_grids import column
from gisapp.services.ledger.known_houses import SAME_PLACE_M
from gisapp.services.ledger.outcome import Difference, LedgerPlan, RowRefused, Writes
from gisapp.services.ledger.place_rows import PlaceRegister, PlaceRow, alteration, insertion, name_of
from gisapp.services.ledger.place_shift import ask_about_points
from gisapp.services.ledger.table import LedgerTable
from gisapp.services.ledger.watch import Watch
from gisapp.storage.county import geopackage
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.places import layers

SITE = ("id", "geom", "uid", "name", "division_id")
BUILDING = ("id", "uid", "site_id", "name", "units", "floors")
FLAT = ("id", "geom", "uid", "number", "grid_id", "building_id", "unit", "floor", "room")
MOST_UNITS, MOST_FLOORS = 99, 99
_ENDING = re.compile(r"(号楼|栋|幢|号|楼|座)$")
_COUNT = re.compile(r"([0-9]{1,3})(?:\.0+)?(?:个|层|单元)?")


@dataclass(slots=True)
class _Site:
    """A settlement site, of the county or new."""

    id: int
    name: str
    division: int
    point: shapely.Geometry | None


@dataclass(slots=True)
class _Building:
    """A building; ``units`` and ``floors`` grow with the rooms that are added, and with what a row says."""

    id: int
    site: _Site
    name: str
    units: int
    floors: int
    was: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row says, each cell understood; "" and None where it says nothing."""

    site: str
    building: str
    room: str
    unit: int
    units: int | None
    floors: int | None


def plan_settlements(connection: sqlite3.Connection, table: LedgerTable, *, watch: Watch) -> LedgerPlan:
    """What becomes of every row: new, changed or the same is whatever the row speaks of most closely.

    Raises CrsAsked when all sites lie beside where the county has them, or outside the communities they name.
    """
    plan = _Plan(connection, table, watch)
    rows = list(plan.register.rows())
    plan.refuse_shift(rows)
    for row in rows:
        plan.take(row)
    return plan.made()


class _Plan:
    def __init__(self, connection: sqlite3.Connection, table: LedgerTable, watch: Watch) -> None:
        self.register = PlaceRegister(connection, table, watch)
        self._units, self._at = self.register.units, DivisionAt(connection, self.register.units)
        self._connection = connection
        known = ledger_facts.sites(connection)
        points = geopackage.decode([row[3] for row in known if row[3] is not None]).tolist()
        self._sites = [_Site(row[0], row[1], row[2], points.pop(0) if row[3] is not None else None) for row in known]
        by_id = {site.id: site for site in self._sites}
        self._buildings = {
            (row[1], _bare(row[2])): _Building(row[0], by_id[row[1]], row[2], row[3], row[4], (row[3], row[4]))
            for row in ledger_facts.building_sizes(connection)
        }
        self._flats = {
            (building, unit or 1, room or "") for _, _, _, building, unit, room in ledger_facts.houses(connection) if building is not None
        }
        self._next = {
            table_name: ledger_facts.highest_id(connection, table_name) for table_name in ("settlement_site", "building", "house")
        }
        self._new_sites: list[_Site] = []
        self._moved: dict[int, dict[str, Any]] = {}
        self._new_buildings: list[_Building] = []
        self._new_flats: list[tuple[Any, ...]] = []
        self._rows: dict[tuple[int | str, str, int, str], int] = {}
        self._least: dict[int, tuple[int, int]] = {}
        for building, unit, room in self._flats:
            self._grow(building, unit, _floor_of(room))

    def refuse_shift(self, rows: Sequence[PlaceRow]) -> None:
        """All sites lie beside where they belong: ask."""
        shapes = self.register.table.shapes
        if shapes is None or shapes.is_chosen:
            return
        known: list[tuple[shapely.Geometry, shapely.Geometry]] = []
        named: list[tuple[shapely.Geometry, int]] = []
        for row in rows:
            with suppress(RowRefused):  # said when the row is taken
                if row.shape is None or row.texts.get("building"):
                    continue
                found, division = self._find(row), self._division(row)
                if found is not None and found.point is not None:
                    known.append((row.shape, found.point))
                named.append((row.shape, division or 0))
        ask_about_points(self._connection, self.register.ground, shapes.source, known=known, named=named, against=tr("县里已有的安置点"))

    def take(self, row: PlaceRow) -> None:
        """Decide of one row; one that is refused leaves nothing behind."""
        try:
            said = _said(row)
            found = self._find(row)
            self._refuse_twice(row, said, found)
            site = found or self._new_site(row, said.site)
        except RowRefused as error:
            self.register.refuse(row.row, error)
            return
        differences = [] if found is None or found in self._new_sites else self._compare_site(row, found)
        who, is_new = site.name, found is None
        if said.building:
            building, is_new, more = self._building(row, site, said)
            differences, who = [*differences, *more], f"{site.name}{building.name}"
            if said.room:
                is_new, who = self._flat(row, building, said), f"{who}{said.room}"
        self.register.decide(row.row, who, differences, is_new=is_new)

    def made(self) -> LedgerPlan:
        """Everything decided."""
        sites = [(one.id, self.register.encoded(one.point), new_uid(), one.name, one.division) for one in self._new_sites]
        buildings = [(one.id, new_uid(), one.site.id, one.name, one.units, one.floors) for one in self._new_buildings]
        grown = [
            (one.id, {"units": one.units, "floors": one.floors})
            for one in self._buildings.values()
            if one.was is not None and one.was != (one.units, one.floors)
        ]
        writes = Writes(
            (), (*insertion("settlement_site", SITE, sites), *insertion("building", BUILDING, buildings),
                 *insertion("house", FLAT, self._flats_in_grids())),
            (*alteration("settlement_site", list(self._moved.items())), *alteration("building", grown)),
        )  # fmt: skip
        return self.register.plan(writes, (Kind.SETTLEMENT, Kind.HOUSE))

    def _refuse_twice(self, row: PlaceRow, said: _Said, site: _Site | None) -> None:
        key = (site.id if site else said.site, _bare(said.building), said.unit, said.room)
        before = self._rows.setdefault(key, row.row)
        if before != row.row:
            raise RowRefused(tr("与第 {row} 行相同", row=before), field_key="name", value=said.site)

    def _division(self, row: PlaceRow) -> int | None:
        """The community that a row names."""
        return self._units.division(row.texts["village"], town=row.texts.get("town", "")).id if row.texts.get("village") else None

    def _find(self, row: PlaceRow) -> _Site | None:
        """The site a row names, in its community or now in another; None for a new one."""
        name, said = name_of(row.texts).replace(" ", ""), self._division(row)
        found = [site for site in self._sites if site.name == name and said in (None, site.division)]
        found = found or [site for site in self._sites if site.name == name and said is not None and site not in self._new_sites]
        if len(found) > 1:
            raise RowRefused(tr("名为“{name}”的安置点有 {count} 个，请写明社区", name=name, count=len(found)), field_key="village")
        return found[0] if found else None

    def _new_site(self, row: PlaceRow, name: str) -> _Site:
        said = self._division(row)
        division = said if said is not None else self._at.division_of(row.shape)
        if division is None:
            raise RowRefused(tr("看不出属于哪个社区，请写明"), field_key="village")
        self._next["settlement_site"] += 1
        made = _Site(self._next["settlement_site"], name, division, row.shape)
        self._sites.append(made)
        self._new_sites.append(made)
        if row.shape is None:
            self.register.doubt(row.row, "name", name, tr("没有位置，地图上看不到"))
        return made

    def _compare_site(self, row: PlaceRow, site: _Site) -> list[Difference]:
        """A row of a room or building may stand where it is: only a row of the site itself moves the site."""
        found: list[Difference] = []
        said = self._division(row)
        if said is not None and said != site.division:
            names = self._units.divisions
            found.append(self.register.difference("village", names[site.division].name, names[said].name))
            self._moved.setdefault(site.id, {})["division_id"] = site.division = said
        if row.shape is None or row.texts.get("building"):
            return found
        metres = None if site.point is None else float(site.point.distance(row.shape))
        if metres is None or metres > SAME_PLACE_M:
            told = tr("有了位置") if metres is None else tr("移动 {metres} 米", metres=f"{metres:,.0f}")
            found.append(Difference(tr("位置"), "", told))
            self._moved.setdefault(site.id, {})["geom"] = self.register.encoded(row.shape)
            site.point = row.shape
        return found

    def _building(self, row: PlaceRow, site: _Site, said: _Said) -> tuple[_Building, bool, list[Difference]]:
        known = self._buildings.get((site.id, _bare(said.building)))
        if known is None:
            self._next["building"] += 1
            whole = said.building if _ENDING.search(said.building) else f"{said.building}号楼"
            known = _Building(self._next["building"], site, whole, said.units or 1, said.floors or 1, None)
            self._buildings[site.id, _bare(said.building)] = known
            self._new_buildings.append(known)
            if not said.room and not (said.units and said.floors):
                self.register.doubt(row.row, "building", said.building, tr("没有写单元数或层数，按 1 记"))
            return known, True, []
        told: list[Difference] = []
        for key, now, least in zip(("units", "floors"), (said.units, said.floors), self._least.get(known.id, (1, 1)), strict=True):
            before = getattr(known, key)
            if now and max(now, least) != before and known.was is not None and not said.room:
                told.append(self.register.difference(key, str(before), str(max(now, least))))
                setattr(known, key, max(now, least))
        return known, False, told

    def _flat(self, row: PlaceRow, building: _Building, said: _Said) -> bool:
        """Whether the room is new; its building is as large as its rooms need."""
        floor = _floor_of(said.room)
        building.units, building.floors = max(building.units, said.unit), max(building.floors, floor or 1)
        if (building.id, said.unit, said.room) in self._flats:
            return False
        self._flats.add((building.id, said.unit, said.room))
        self._grow(building.id, said.unit, floor)
        self._next["house"] += 1
        number = f"{building.site.name}{building.name}{said.unit}单元{said.room}"
        place = row.shape or building.site.point
        self._new_flats.append((self._next["house"], place, number, building.id, said.unit, floor, said.room))
        return True

    def _grow(self, building: int, unit: int, floor: int | None) -> None:
        units, floors = self._least.get(building, (1, 1))
        self._least[building] = max(units, unit), max(floors, floor or 1)

    def _flats_in_grids(self) -> list[tuple[Any, ...]]:
        """The rooms to add, each in the grid where its building, else its site, stands."""
        cells = layers.grids(self._connection)
        tree = shapely.STRtree(cells.geometries)
        places, hits = tree.query(column([row[1] for row in self._new_flats]), predicate="intersects")
        grid = dict(zip(places.tolist()[::-1], cells.ids[hits].tolist()[::-1], strict=True))
        return [
            (house, self.register.encoded(point), new_uid(), number, grid.get(at), building, unit, floor, room)
            for at, (house, point, number, building, unit, floor, room) in enumerate(self._new_flats)
        ]


def _said(row: PlaceRow) -> _Said:
    """The cells of a row. Raises RowRefused for what cannot be understood."""
    site = name_of(row.texts).replace(" ", "")
    if not site:
        raise RowRefused(tr("没有安置点的名称"), field_key="name")
    building = tidy(row.texts.get("building", "")).replace(" ", "")
    room = re.sub(r"[室号]$", "", tidy(row.texts.get("room", "")).replace(" ", ""))
    if room and not building:
        raise RowRefused(tr("写了房号却没有写楼栋"), field_key="room", value=room)
    if room and not re.fullmatch(r"[0-9A-Za-z-]{1,8}", room):
        raise RowRefused(tr("看不懂房号"), field_key="room", value=room)
    unit, units, floors = (_count(row, key, most) for key, most in (("unit", MOST_UNITS), ("units", MOST_UNITS), ("floors", MOST_FLOORS)))
    return _Said(site, building, room, unit or 1, units, floors)


def _floor_of(room: str) -> int | None:
    """1102 is on the eleventh floor; two digits are the door's."""
    return int(room[:-2]) if room.isdecimal() and room.isascii() and len(room) > 2 else None  # noqa: PLR2004 - two digits of the door


def _bare(name: str) -> str:
    return _ENDING.sub("", name)


def _count(row: PlaceRow, key: str, most: int) -> int | None:
    text = tidy(row.texts.get(key, "")).replace(" ", "")
    if not text:
        return None
    found = _COUNT.fullmatch(text)
    if found is None or not 1 <= int(found[1]) <= most:
        raise RowRefused(tr("应是 1 到 {most} 之间的整数", most=most), field_key=key, value=text)
    return int(found[1])
