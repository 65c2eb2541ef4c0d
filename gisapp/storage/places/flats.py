"""The flats of a building or a settlement site with the families at home in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps

from gisapp.domain.chart import Room, RoomFamily
from gisapp.domain.ids import HouseholdId, HouseId
from gisapp.domain.lines import SLOTS
from gisapp.storage.contacts import slots

FlatPlace = tuple[str, int, str, str]
"""(settlement_site or building, id, its name, the site's name)"""


def places(connection: sqlite3.Connection) -> list[FlatPlace]:
    """Every settlement site and every building."""
    found = connection.execute(
        "SELECT 'settlement_site', id, name, name FROM settlement_site"
        " UNION ALL SELECT 'building', b.id, b.name, s.name FROM building b JOIN settlement_site s ON s.id = b.site_id ORDER BY 1 DESC, 2"
    )
    return [(row[0], row[1], row[2], row[3]) for row in found]


def buildings(connection: sqlite3.Connection, kind: str, thing: int) -> list[tuple[int, str]]:
    """(id, name) of a building, or of all buildings of a settlement site."""
    where = {"building": "id = ?", "settlement_site": "site_id = ?"}[kind]
    return [(row[0], row[1]) for row in connection.execute(f"SELECT id, name FROM building WHERE {where} ORDER BY id", (thing,))]


def building_of(connection: sqlite3.Connection, kind: str, thing: int) -> tuple[str, int] | None:
    """("building", id) of a flat, or of the flat that is a family's present home; None for a house of its own."""
    house = {
        "house": "SELECT :thing",
        "household": "SELECT house_id FROM home WHERE household_id = :thing AND to_date IS NULL AND role <> 'origin'",
    }
    row = connection.execute(
        f"SELECT building_id FROM house WHERE building_id IS NOT NULL AND id IN ({house[kind]})", {"thing": thing}
    ).fetchone()
    return ("building", row[0]) if row else None


def rooms(connection: sqlite3.Connection, building_ids: Sequence[int]) -> dict[int, list[Room]]:
    """building id -> its rooms with the families whose present home they are; some 20 ms for 750 flats."""
    at_home = _families(connection, building_ids)
    found: dict[int, list[Room]] = {one: [] for one in building_ids}
    for building, house, number, unit, floor, room in connection.execute(
        "SELECT building_id, id, number, coalesce(unit, 0), coalesce(floor, 0), coalesce(room, '') FROM house"
        " WHERE building_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (dumps(list(building_ids)),),
    ):
        found[building].append(Room(HouseId(house), number, unit, floor, room, tuple(at_home.get(house, ()))))
    return found


def _families(connection: sqlite3.Connection, building_ids: Sequence[int]) -> dict[int, list[RoomFamily]]:
    rows = connection.execute(
        "SELECT m.house_id, k.id, k.code, coalesce(r.name, ''), m.state = 'lived_in',"
        "  (SELECT count(*) FROM resident p WHERE p.household_id = k.id AND p.left_on IS NULL),"
        "  EXISTS (SELECT 1 FROM home o WHERE o.household_id = k.id AND o.to_date IS NULL AND o.role = 'origin' AND o.state = 'lived_in'),"
        "  k.relocated_on IS NOT NULL,"
        "  (SELECT count(*) FROM care_entry c WHERE c.household_id = k.id AND c.kind IN ('need', 'alarm') AND c.closed_on IS NULL)"
        " FROM house h JOIN home m ON m.house_id = h.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " JOIN household k ON k.id = m.household_id AND k.ended_on IS NULL"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " WHERE h.building_id IN (SELECT value FROM json_each(:buildings)) ORDER BY k.id",
        {"buildings": dumps(list(building_ids))},
    ).fetchall()
    filled = slots.filled(connection, [row[1] for row in rows if row[7]])
    found: dict[int, list[RoomFamily]] = {}
    for house, family, code, head, is_at_home, people, is_two_ends, _is_relocated, needs in rows:
        missing = len(SLOTS) - filled[family] if family in filled else None
        line = RoomFamily(HouseholdId(family), code, head, people, bool(is_at_home), bool(is_two_ends), missing, needs)
        found.setdefault(house, []).append(line)
    return found
