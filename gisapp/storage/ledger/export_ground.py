"""Whole lists for export of what lies below and within: roads, rivers, flats, attributes, figures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from gisapp.storage.ledger.export_rows import Place
from gisapp.storage.places import house_lists
from gisapp.storage.places.divisions import LIVING

_HOME = " LEFT JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin' LEFT JOIN house h ON h.id = m.house_id"


def roads(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """(name, rank, blob) of every road, large ones first."""
    return connection.execute("SELECT name, rank, geom FROM road WHERE geom IS NOT NULL ORDER BY rank, name, id")


def waterways(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """(name, rank, blob) of every river, large ones first."""
    return connection.execute("SELECT name, rank, geom FROM waterway WHERE geom IS NOT NULL ORDER BY rank, name, id")


def rooms(connection: sqlite3.Connection, place: Place) -> Iterator[tuple[Any, ...]]:
    """(site, community, town, building, its units and floors, unit, floor, room, house number, families, point blob) door by door."""
    where = "" if place is None else f" AND h.id IN ({house_lists.within(place[0])})"
    return connection.execute(
        f"WITH living AS MATERIALIZED ({LIVING}), held AS MATERIALIZED (SELECT house_id, count(DISTINCT household_id) AS n FROM home"
        "  WHERE to_date IS NULL AND role <> 'origin' GROUP BY house_id)"
        " SELECT s.name, coalesce(d.name, ''), coalesce(t.name, ''), b.name, b.units, b.floors, h.unit, h.floor, h.room, h.number,"
        "  coalesce(k.n, 0), h.geom FROM house h JOIN building b ON b.id = h.building_id JOIN settlement_site s ON s.id = b.site_id"
        " LEFT JOIN held k ON k.house_id = h.id LEFT JOIN living l ON l.id = s.division_id LEFT JOIN division d ON d.id = l.today"
        f" LEFT JOIN division t ON t.id = d.parent_id WHERE coalesce(h.room, '') <> ''{where}"
        " ORDER BY s.name, s.id, b.name, b.id, h.unit, h.floor, h.room, h.id",
        {} if place is None else {"unit": place[1]},
    )


def how_many_rooms(connection: sqlite3.Connection) -> int:
    """How many flats have a room number."""
    question = "SELECT count(*) FROM house WHERE building_id IS NOT NULL AND coalesce(room, '') <> ''"
    return int(connection.execute(question).fetchone()[0])


def attributes(connection: sqlite3.Connection, place: Place) -> Iterator[tuple[Any, ...]]:
    """(family code, head, name, content, value, point blob of its home) of every attribute, by family."""
    where = "" if place is None else f" WHERE m.house_id IN ({house_lists.within(place[0])})"
    return connection.execute(
        "SELECT k.code, coalesce(r.name, ''), a.name, a.content, v.value, h.geom FROM household_attribute v"
        f" JOIN attribute a ON a.id = v.attribute_id JOIN household k ON k.id = v.household_id{_HOME}"
        f" LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL{where} ORDER BY k.code, k.id, a.id",
        {} if place is None else {"unit": place[1]},
    )


def figures(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """(division id, grid id, household id, town, village, grid code, family code, day, indicator, value) of every figure, those of one
    subject and day together."""
    return connection.execute(
        "SELECT v.division_id, v.grid_id, v.household_id, CASE WHEN d.level IN ('village', 'community') THEN t.name ELSE d.name END,"
        "  CASE WHEN d.level IN ('village', 'community') THEN d.name END, g.code, k.code, v.day, i.name, v.value"
        " FROM indicator_value v JOIN indicator i ON i.id = v.indicator_id LEFT JOIN division d ON d.id = v.division_id"
        " LEFT JOIN division t ON t.id = d.parent_id LEFT JOIN grid g ON g.id = v.grid_id LEFT JOIN household k ON k.id = v.household_id"
        " ORDER BY d.code, g.code, k.code, v.division_id, v.grid_id, v.household_id, v.day, i.id"
    )


def households_in(connection: sqlite3.Connection, place: Place) -> set[int]:
    """Ids of the families whose current home lies in a unit; of all families for the whole county."""
    if place is None:
        return {row[0] for row in connection.execute("SELECT id FROM household")}
    question = f"SELECT household_id FROM home WHERE to_date IS NULL AND role <> 'origin' AND house_id IN ({house_lists.within(place[0])})"
    return {row[0] for row in connection.execute(question, {"unit": place[1]})}
