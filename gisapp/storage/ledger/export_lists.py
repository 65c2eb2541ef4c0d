"""More whole lists for export: units, houses, people, settlements, hazard areas, safe sites, contacts, slots."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from gisapp.storage.ledger.export_rows import Place, grids_in
from gisapp.storage.places import house_lists
from gisapp.storage.places.divisions import LIVING

_PLACED = (
    f" LEFT JOIN ({LIVING}) l ON l.id = g.division_id LEFT JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id"
)


def divisions_in(connection: sqlite3.Connection, place: Place) -> set[int]:
    """Ids of a division and all below and merged into it; of another unit, those its grids belong to."""
    if place is None:
        return {row[0] for row in connection.execute("SELECT id FROM division")}
    if place[0] != "division":
        inside = grids_in(connection, place)
        return {row[1] for row in connection.execute("SELECT id, division_id FROM grid") if row[0] in inside}
    found = connection.execute(
        "WITH RECURSIVE part(id) AS (SELECT ? UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id OR d.successor_id = p.id)"
        " SELECT id FROM part",
        (place[1],),
    )
    return {row[0] for row in found}


def divisions(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """(id, code, name, level, parent's code, parent's name, successor's code, ended on, outline blob) in order of code."""
    return connection.execute(
        "SELECT d.id, d.code, d.name, d.level, coalesce(p.code, ''), coalesce(p.name, ''), coalesce(s.code, ''), d.ended_on, d.geom"
        " FROM division d LEFT JOIN division p ON p.id = d.parent_id LEFT JOIN division s ON s.id = d.successor_id ORDER BY d.code"
    )


def houses(connection: sqlite3.Connection, place: Place) -> Iterator[tuple[Any, ...]]:
    """(id, code, number, grid code, grid, village, town, site, building, unit, floor, room, families, people, most severe level,
    point blob) by grid and number; families by their current homes that are lived in or vacant, people by current home."""
    where = "" if place is None else f" WHERE h.id IN ({house_lists.within(place[0])})"
    return connection.execute(
        "WITH people AS MATERIALIZED (SELECT household_id, count(*) AS n FROM resident WHERE left_on IS NULL GROUP BY household_id),"
        " held AS MATERIALIZED (SELECT m.house_id, count(*) AS families, sum(coalesce(p.n, 0)) AS people FROM home m"
        "  LEFT JOIN people p ON p.household_id = m.household_id WHERE m.to_date IS NULL AND m.role <> 'origin' AND m.house_id IS NOT NULL"
        "  GROUP BY m.house_id),"
        " danger AS MATERIALIZED (SELECT x.house_id, min(instr('red orange yellow blue', a.level)) AS place FROM house_hazard x"
        "  JOIN hazard_area a ON a.id = x.hazard_area_id GROUP BY x.house_id)"
        " SELECT h.id, coalesce(h.code, ''), h.number, coalesce(g.code, ''), coalesce(g.name, ''), coalesce(d.name, ''), coalesce(t.name, ''),"
        "  coalesce(s.name, ''), coalesce(b.name, ''), h.unit, h.floor, coalesce(h.room, ''), coalesce(k.families, 0), coalesce(k.people, 0),"
        "  CASE r.place WHEN 1 THEN 'red' WHEN 5 THEN 'orange' WHEN 12 THEN 'yellow' WHEN 19 THEN 'blue' END, h.geom"
        f" FROM house h LEFT JOIN grid g ON g.id = h.grid_id{_PLACED}"
        " LEFT JOIN building b ON b.id = h.building_id LEFT JOIN settlement_site s ON s.id = b.site_id"
        f" LEFT JOIN held k ON k.house_id = h.id LEFT JOIN danger r ON r.house_id = h.id{where}"
        " ORDER BY g.code, h.building_id, h.unit, h.floor, h.room, h.number, h.id",
        {} if place is None else {"unit": place[1]},
    )


def residents(connection: sqlite3.Connection, place: Place) -> Iterator[tuple[Any, ...]]:
    """(household code, head, relation, name, sex, birth date, ID number, phone, disabled, ill, pregnant, house number, grid code, grid,
    village, town, sleeps at, since, point blob) family after family; of families whose current home lies in ``place``."""
    where = "" if place is None else f" AND m.house_id IN ({house_lists.within(place[0])})"
    return connection.execute(
        f"WITH living AS MATERIALIZED ({LIVING}) SELECT k.code, coalesce(o.name, ''), r.relation, r.name, r.sex, r.birth_date, r.id_number,"
        "  r.phone, r.is_disabled, r.is_ill, r.is_pregnant, coalesce(h.number, ''), coalesce(g.code, ''), coalesce(g.name, ''),"
        "  coalesce(d.name, ''), coalesce(t.name, ''), coalesce(z.number, r.sleeping_note, ''), r.sleeping_since, h.geom"
        " FROM resident r JOIN household k ON k.id = r.household_id AND k.ended_on IS NULL"
        " LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN grid g ON g.id = h.grid_id LEFT JOIN living l ON l.id = g.division_id"
        " LEFT JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id"
        " LEFT JOIN resident o ON o.household_id = k.id AND o.relation = 'head' AND o.left_on IS NULL"
        f" LEFT JOIN house z ON z.id = r.sleeping_house_id WHERE r.left_on IS NULL{where}"
        " ORDER BY t.code, g.code, k.code, r.relation <> 'head', r.id",
        {} if place is None else {"unit": place[1]},
    )


def settlements(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """(division id, name, community, town, buildings, rooms, families, point blob) by name."""
    return connection.execute(
        f"WITH living AS ({LIVING}) SELECT s.division_id, s.name, coalesce(d.name, ''), coalesce(t.name, ''),"
        "  (SELECT count(*) FROM building b WHERE b.site_id = s.id),"
        "  (SELECT count(*) FROM building b JOIN house h ON h.building_id = b.id WHERE b.site_id = s.id),"
        "  (SELECT count(DISTINCT m.household_id) FROM building b JOIN house h ON h.building_id = b.id JOIN home m ON m.house_id = h.id"
        "   AND m.to_date IS NULL AND m.role <> 'origin' WHERE b.site_id = s.id), s.geom"
        " FROM settlement_site s LEFT JOIN living l ON l.id = s.division_id LEFT JOIN division d ON d.id = l.today"
        " LEFT JOIN division t ON t.id = d.parent_id ORDER BY s.name"
    )


def contacts(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """(division id, name, role, phone, unit's code, unit, families held today, is active, left on, why) by unit and name."""
    return connection.execute(
        "WITH load AS MATERIALIZED (SELECT contact_id, count(DISTINCT household_id) AS n FROM slot_holder GROUP BY contact_id)"
        " SELECT c.division_id, c.name, c.role, c.phone, d.code, d.name, coalesce(w.n, 0), c.is_active, c.left_on, coalesce(c.left_reason, '')"
        " FROM contact c JOIN division d ON d.id = c.division_id LEFT JOIN load w ON w.contact_id = c.id ORDER BY d.code, c.name, c.id"
    )


def slots(connection: sqlite3.Connection, place: Place) -> Iterator[tuple[Any, ...]]:
    """(household code, head, house number, grid, origin village, line, role, holder, phone, since, source, point blob): six rows for every
    relocated family whose current home lies in ``place``, holder None where nobody holds the slot; source hand or grid."""
    where = "" if place is None else f" AND m.house_id IN ({house_lists.within(place[0])})"
    return connection.execute(
        f"WITH living AS ({LIVING}), six(line, role, place) AS (VALUES ('village', 'sponsor_cadre', 1), ('village', 'unit_cadre', 2),"
        "  ('village', 'grid_officer', 3), ('community', 'sponsor_cadre', 4), ('community', 'unit_cadre', 5), ('community', 'grid_officer', 6)),"
        " held AS MATERIALIZED (SELECT * FROM slot_holder)"
        " SELECT k.code, coalesce(r.name, ''), coalesce(h.number, ''), coalesce(g.name, ''), coalesce(o.name, ''), x.line, x.role, c.name, c.phone,"
        "  s.from_date, s.source, h.geom FROM household k JOIN six x"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin' LEFT JOIN house h ON h.id = m.house_id"
        " LEFT JOIN grid g ON g.id = h.grid_id LEFT JOIN living v ON v.id = k.origin_division_id LEFT JOIN division o ON o.id = v.today"
        " LEFT JOIN held s ON s.household_id = k.id AND s.line = x.line AND s.role = x.role LEFT JOIN contact c ON c.id = s.contact_id"
        f" WHERE k.relocated_on IS NOT NULL AND k.ended_on IS NULL{where} ORDER BY k.code, x.place",
        {} if place is None else {"unit": place[1]},
    )


def hazard_areas(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """(name, kind, level, source, valid from, valid to, homes in it, shape blob) by name and level."""
    return connection.execute(
        "SELECT a.name, a.kind, a.level, a.source, a.valid_from, a.valid_to,"
        "  (SELECT count(*) FROM house_hazard x WHERE x.hazard_area_id = a.id), a.geom"
        " FROM hazard_area a ORDER BY a.name, instr('red orange yellow blue', a.level), a.id"
    )


def how_many(connection: sqlite3.Connection, table: str) -> int:
    """Rows of one of the county's tables."""
    known = ("division", "grid", "house", "household", "resident", "contact")
    if table not in known:
        raise ValueError(table)
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
