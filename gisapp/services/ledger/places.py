"""Houses as a ledger names them: an address, a flat, or a point; what the county does not know yet becomes a new house.

An address that matches no house becomes a house without a point, said row by row: the family is in the lists tonight,
and the point can be given later. A flat of a site or building that does not exist is refused with near names.
"""

from __future__ import annotations

import re
import sqlite3
from typing import Any

import shapely

from gisapp.domain.ids import new_uid
from gisapp.domain.written import tidy
from gisapp.language import tr
from gisapp.services.ledger.house_numbers import HouseNumbers, number_key, whole_number
from gisapp.services.ledger.outcome import Insertion, RowRefused
from gisapp.services.ledger.points import point_of
from gisapp.services.ledger.units import Texts, Units, proposals
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import geopackage, settings
from gisapp.storage.ledger import ledger_facts
from gisapp.storage.places import layers

_BUILDING_ENDINGS = re.compile(r"(号楼|栋|幢|号|楼|座)$")
HOUSE_COLUMNS = ("id", "geom", "uid", "number", "grid_id", "building_id", "unit", "floor", "room")
FORMER_COLUMNS = ("id", "geom", "uid", "number", "grid_id")


class Places:
    """Every house of the county by what people call it, and the houses that an import adds."""

    def __init__(self, connection: sqlite3.Connection, units: Units, *, source: SourceCrs | None = None) -> None:
        self._connection, self._units, self._source = connection, units, source
        self._by_number = HouseNumbers(units)
        self._flats: dict[tuple[int, int, str], int] = {}
        self.numbers: dict[int, str] = {}
        for house, number, _grid, building, unit, room in ledger_facts.houses(connection):
            self._by_number.enter(number, house)
            self.numbers[house] = number
            if building is not None:
                self._flats[building, unit or 0, room or ""] = house
        self._former: dict[str, int] = {}
        self.former_numbers: dict[int, str] = {}
        for house, number in ledger_facts.former_houses(connection):
            self._former[number_key(number)] = house
            self.former_numbers[house] = number
        self._sites = ledger_facts.sites(connection)
        self._buildings = {(site, name): building for building, site, name in ledger_facts.buildings(connection)}
        self._next = ledger_facts.highest_id(connection, "house")
        self._next_former = ledger_facts.highest_id(connection, "former_house")
        self._epsg = settings.crs(connection)
        self._new: list[tuple[Any, ...]] = []
        self._new_former: list[tuple[Any, ...]] = []
        self._points: list[tuple[int, float, float]] = []
        self._cells: tuple[list[int], shapely.STRtree] | None = None

    def residence(self, texts: Texts) -> tuple[int, bool] | None:
        """(house id, is new) of the present home that a row names; None when it names none. Raises RowRefused."""
        address = tidy(texts.get("address", ""))
        if texts.get("site") and (texts.get("building") or texts.get("room")):
            return self._flat(texts)
        if not address:
            return None
        point = point_of(texts, "longitude", "latitude", self._epsg, source=self._source)
        grid = self._grid(texts)
        village = self._village(texts, "village", "town")
        return self._house(address, village, grid, point, field_key="address")

    def origin(self, texts: Texts, *, is_gone: bool) -> tuple[int, bool] | None:
        """(house id, or former house id when ``is_gone``, is new) of the origin home. Raises RowRefused."""
        address = tidy(texts.get("origin_address", ""))
        if not address:
            return None
        point = point_of(texts, "origin_longitude", "origin_latitude", self._epsg, source=self._source)
        village = self._village(texts, "origin_village", "origin_town")
        if is_gone:
            return self._gone(address, village, point)
        return self._house(address, village, None, point, field_key="origin_address")

    def insertions(self) -> list[Insertion]:
        """The houses to add, in the order of their ids."""
        found = []
        for table, names, rows in (("house", HOUSE_COLUMNS, self._new), ("former_house", FORMER_COLUMNS, self._new_former)):
            if rows:
                columns = list(map(list, zip(*rows, strict=True)))
                found.append(Insertion(table, dict(zip(names, columns, strict=True))))
        return found

    @property
    def has_new_points(self) -> bool:
        return any(row[1] is not None for row in self._new)

    def _village(self, texts: Texts, field_key: str, town_key: str) -> str:
        text = texts.get(field_key, "")
        return self._units.division(text, town=texts.get(town_key, ""), field_key=field_key).name if text else ""

    def _grid(self, texts: Texts) -> int | None:
        return self._units.grid(texts["grid"], town=texts.get("town", ""), village=texts.get("village", "")) if texts.get("grid") else None

    def _house(
        self, address: str, village: str, grid: int | None, point: tuple[float, float] | None, *, field_key: str
    ) -> tuple[int, bool]:
        found = self._by_number.find(address, village)
        if len(found) == 1:
            return found[0], found[0] not in self.numbers
        if found:
            raise RowRefused(
                tr("叫“{text}”的房屋有 {count} 处，请写明村或镇", text=address, count=len(found)), field_key=field_key, value=address
            )
        return self._add(whole_number(address, village), grid, point, building=None, unit=None, room=None), True

    def _add(
        self, number: str, grid: int | None, point: tuple[float, float] | None, *, building: int | None, unit: int | None, room: str | None
    ) -> int:
        self._next += 1
        geom = None
        if point:
            geom = geopackage.encode(shapely.Point(*point), self._epsg)
            grid = grid or self._grid_at(point)
        floor = int(room[:-2]) if room and room.isdecimal() and len(room) > 2 else None
        self._new.append((self._next, geom, new_uid(), number, grid, building, unit, floor, room))
        self._by_number.enter(number, self._next)
        return self._next

    def _gone(self, address: str, village: str, point: tuple[float, float] | None) -> tuple[int, bool]:
        names = self._by_number.shapes_of(address, village)
        for name in names:
            if name in self._former:
                return self._former[name], self._former[name] not in self.former_numbers
        self._next_former += 1
        number = whole_number(address, village)
        geom = geopackage.encode(shapely.Point(*point), self._epsg) if point else None
        self._new_former.append((self._next_former, geom, new_uid(), number, self._grid_at(point) if point else None))
        self._former[number_key(number)] = self._next_former
        return self._next_former, True

    def _flat(self, texts: Texts) -> tuple[int, bool]:
        name = tidy(texts["site"]).replace(" ", "")
        found = [site for site in self._sites if site[1] == name]
        if len(found) != 1:
            near = proposals(name, [site[1] for site in self._sites])
            reason = (
                tr("没有名为“{text}”的安置点，是不是：{names}？", text=name, names=near)
                if near
                else tr("没有名为“{text}”的安置点", text=name)
            )
            raise RowRefused(reason, field_key="site", value=texts["site"])
        site = found[0]
        wanted = _BUILDING_ENDINGS.sub("", tidy(texts.get("building", "")).replace(" ", ""))
        building = next(
            (b for (s, known), b in self._buildings.items() if s == site[0] and _BUILDING_ENDINGS.sub("", known) == wanted), None
        )
        if building is None:
            known = "、".join(sorted(known for s, known in self._buildings if s == site[0])[:8]) or tr("无")
            reason = tr("{site}没有“{text}”，已有的楼栋：{known}", site=site[1], text=texts.get("building", ""), known=known)
            raise RowRefused(reason, field_key="building", value=texts.get("building", ""))
        return self._room(texts, site[1], building, wanted)

    def _room(self, texts: Texts, site: str, building: int, building_name: str) -> tuple[int, bool]:
        unit_text = re.sub(r"单元$", "", tidy(texts.get("unit", "")).replace(" ", ""))
        room = re.sub(r"[室号]$", "", tidy(texts.get("room", "")).replace(" ", ""))
        if not room:
            raise RowRefused(tr("写了楼栋却没有写房号"), field_key="room")
        if unit_text and not (unit_text.isdecimal() and unit_text.isascii() and len(unit_text) < 4):
            raise RowRefused(tr("单元应是数字：{text}", text=unit_text), field_key="unit", value=unit_text)
        unit = int(unit_text or 1)
        if (building, unit, room) in self._flats:
            house = self._flats[building, unit, room]
            return house, house not in self.numbers
        blob, grid = ledger_facts.point_in_building(self._connection, building)
        number = f"{site}{building_name}号楼{unit}单元{room}"
        point = geopackage.decode_points([blob])[0] if blob else None
        house = self._add(
            number, grid, (float(point[0]), float(point[1])) if point is not None else None, building=building, unit=unit, room=room
        )
        self._flats[building, unit, room] = house
        return house, True

    def _grid_at(self, point: tuple[float, float]) -> int | None:
        if self._cells is None:
            cells = layers.grids(self._connection)
            self._cells = (cells.ids.tolist(), shapely.STRtree(list(cells.geometries)))
        ids, tree = self._cells
        hits = tree.query(shapely.Point(*point), predicate="intersects")
        return ids[int(min(hits))] if len(hits) else None
