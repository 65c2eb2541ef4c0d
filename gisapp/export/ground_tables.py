"""What lies below the county's own things, and rooms: roads, rivers and the flats of settlement sites as tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

import shapely

from gisapp.export.place_tables import degrees, if_whole, located, touching
from gisapp.export.placed_table import Chosen, Line, PlacedTable, geometries_of, notes_of
from gisapp.export.table import Column, Content
from gisapp.language import tr
from gisapp.storage.ledger import export_ground

METRES_A_KM = 1_000


def roads(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Every road; of a unit, those that lead into its grids."""
    columns = (Column("name", tr("道路名称"), 22), Column("rank", tr("道路等级"), 9, Content.INTEGER))
    return _ways(connection, chosen, export_ground.roads(connection), "roads", tr("道路"), columns)


def waterways(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Every river; of a unit, those that run into its grids."""
    columns = (Column("name", tr("河流名称"), 22), Column("rank", tr("河流等级"), 9, Content.INTEGER))
    return _ways(connection, chosen, export_ground.waterways(connection), "waterways", tr("河流"), columns)


def rooms(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Every flat of every building of the settlement sites, with the families that have it."""
    columns = (
        Column("name", tr("安置点"), 16),
        Column("community", tr("村/社区"), 14),
        Column("town", tr("镇"), 11),
        Column("building", tr("楼栋"), 9),
        Column("units", tr("单元数"), 7, Content.INTEGER),
        Column("floors", tr("层数"), 6, Content.INTEGER),
        Column("unit", tr("单元"), 6, Content.INTEGER),
        Column("floor", tr("楼层"), 6, Content.INTEGER),
        Column("room", tr("房号"), 8),
        Column("number", tr("门牌"), 26),
        Column("households", tr("户数"), 6, Content.INTEGER),
        *degrees(),
    )
    lines = located(connection, ((row[:11], row[11]) for row in export_ground.rooms(connection, chosen.place)))
    title, total = tr("安置房套房名册"), export_ground.how_many_rooms(connection)
    return PlacedTable("rooms", title, columns, lines, notes_of(connection, title, chosen), "Point", if_whole(chosen, total))


def _ways(
    connection: sqlite3.Connection, chosen: Chosen, rows: Iterable[tuple[Any, ...]], name: str, title: str, columns: tuple[Column, ...]
) -> PlacedTable:
    touches = touching(connection, chosen)
    found = [row for row in rows if touches(row[2])]
    whole = (*columns, Column("km", tr("长度（公里）"), 12, Content.NUMBER))
    return PlacedTable(name, title, whole, _measured(found), notes_of(connection, title, chosen), "MultiLineString", len(found))


def _measured(rows: Iterable[tuple[Any, ...]]) -> Iterator[Line]:
    for name, rank, blob in rows:
        yield (name, rank, round(float(shapely.length(geometries_of([blob])[0])) / METRES_A_KM, 3)), blob
