"""What lies on the map as tables: divisions, houses, settlements, hazard areas, safe sites."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import shapely

from gisapp.domain.division import DivisionLevel
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.export.placed_table import Chosen, Line, PlacedTable, geometries_of, notes_of, place_columns
from gisapp.export.table import Column, Content
from gisapp.language import tr
from gisapp.spatial import crs
from gisapp.storage.county import geopackage, settings
from gisapp.storage.ledger import export_lists, export_rows
from gisapp.storage.safe_sites import safe_sites

POINTS_AT_ONCE = 2_000


def divisions(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Every division, merged ones too, with its outline."""
    inside = export_lists.divisions_in(connection, chosen.place)
    found = [row for row in export_lists.divisions(connection) if row[0] in inside]
    columns = (
        Column("code", tr("代码"), 16),
        Column("name", tr("名称"), 18),
        Column("rank", tr("级别"), 8),
        Column("parent_code", tr("上级代码"), 16),
        Column("parent", tr("上级"), 18),
        Column("successor_code", tr("并入代码"), 16),
        Column("ended_on", tr("撤销日期"), 12, Content.DATE),
    )
    lines = (((row[1], row[2], DivisionLevel(row[3]).caption, *row[4:8]), row[8]) for row in found)
    title = tr("行政区划")
    return PlacedTable("divisions", title, columns, lines, notes_of(connection, title, chosen), "MultiPolygon", len(found))


def houses(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Every house or flat that stands, with its families counted and its place."""
    columns = (
        Column("code", tr("房屋编号"), 18),
        *place_columns(),
        Column("site", tr("安置点"), 14),
        Column("building", tr("楼栋"), 9),
        Column("unit", tr("单元"), 6, Content.INTEGER),
        Column("floor", tr("楼层"), 6, Content.INTEGER),
        Column("room", tr("房号"), 8),
        Column("households", tr("户数"), 7, Content.INTEGER),
        Column("residents", tr("人数"), 7, Content.INTEGER),
        Column("level", tr("风险等级"), 9),
        *degrees(),
    )
    found = export_lists.houses(connection, chosen.place)
    lines = located(connection, ((_house(row), row[15]) for row in found))
    title, total = tr("房屋名册"), export_lists.how_many(connection, "house")
    return PlacedTable("houses", title, columns, lines, notes_of(connection, title, chosen), "Point", if_whole(chosen, total))


def _house(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row[1:14], HazardLevel(row[14]).caption if row[14] else "")


def settlements(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Every settlement site."""
    inside = export_lists.divisions_in(connection, chosen.place)
    columns = (
        Column("name", tr("安置点"), 18),
        Column("community", tr("社区"), 18),
        Column("town", tr("镇"), 12),
        Column("buildings", tr("楼栋数"), 8, Content.INTEGER),
        Column("rooms", tr("套数"), 8, Content.INTEGER),
        Column("households", tr("户数"), 8, Content.INTEGER),
        *degrees(),
    )
    found = [row for row in export_lists.settlements(connection) if row[0] in inside]
    lines = located(connection, ((row[1:7], row[7]) for row in found))
    title = tr("安置点名册")
    return PlacedTable("settlements", title, columns, lines, notes_of(connection, title, chosen), "Point", len(found))


def hazards(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Every hazard area; of a unit, those that reach into its grids."""
    touches = touching(connection, chosen)
    columns = (
        Column("name", tr("名称"), 24),
        Column("kind", tr("灾种"), 10),
        Column("level", tr("等级"), 7),
        Column("source", tr("来源"), 24),
        Column("valid_from", tr("有效期起"), 17),
        Column("valid_to", tr("有效期止"), 17),
        Column("homes", tr("住房（处）"), 10, Content.INTEGER),
    )
    found = [row for row in export_lists.hazard_areas(connection) if touches(row[7])]
    lines = (((row[0], HazardKind(row[1]).caption, HazardLevel(row[2]).caption, *row[3:7]), row[7]) for row in found)
    title = tr("风险区名册")
    return PlacedTable("hazards", title, columns, lines, notes_of(connection, title, chosen), "MultiPolygon", len(found))


def sites(connection: sqlite3.Connection, chosen: Chosen) -> PlacedTable:
    """Every safe site; of a unit, those that are its own or lie in its grids."""
    inside, touches = export_lists.divisions_in(connection, chosen.place), touching(connection, chosen)
    columns = (
        Column("name", tr("避险点"), 22),
        Column("unit", tr("村/社区"), 16),
        Column("town", tr("镇"), 12),
        Column("capacity", tr("容量（人）"), 10, Content.INTEGER),
        Column("in_use", tr("启用"), 7),
        Column("keeper", tr("管理人"), 10),
        Column("keeper_phone", tr("管理人电话"), 15),
        Column("note", tr("备注"), 24),
        *degrees(),
    )
    srs_id = settings.crs(connection)
    lines: list[Line] = []
    for one in safe_sites.all_sites(connection):
        facts = one.facts
        blob = geopackage.encode(shapely.Point(facts.x, facts.y), srs_id) if np.isfinite(facts.x) else None
        if facts.division in inside or touches(blob):
            used = tr("是") if facts.is_in_use else tr("否")
            row = (facts.name, one.unit, one.town, facts.capacity, used, facts.keeper, chosen.phone(facts.keeper_phone), facts.note)
            lines.append((row, blob))
    title, notes = tr("避险点名册"), notes_of(connection, tr("避险点名册"), chosen)
    return PlacedTable("safe_sites", title, columns, located(connection, iter(lines)), notes, "Point", len(lines))


def touching(connection: sqlite3.Connection, chosen: Chosen) -> Callable[[bytes | None], bool]:
    """Whether a shape lies in the grids of the chosen unit, more than a shared border; everything does in the whole county."""
    if chosen.place is None:
        return lambda _blob: True
    inside = export_rows.grids_in(connection, chosen.place)
    blobs = [row[13] for row in export_rows.grids(connection, chosen.day) if row[0] in inside and row[13]]
    ground = shapely.union_all(geometries_of(blobs)) if blobs else shapely.Polygon()
    shapely.prepare(ground)

    def lies_in(blob: bytes | None) -> bool:
        shape = None if blob is None else geometries_of([blob])[0]
        if shape is None or not shapely.intersects(ground, shape):
            return False
        return shape.geom_type == "Point" or not shapely.touches(ground, shape)

    return lies_in


def degrees() -> tuple[Column, Column]:
    """Columns of WGS-84 degrees, under the titles that the ledger import knows."""
    return Column("lon", tr("经度"), 12, Content.DEGREES), Column("lat", tr("纬度"), 12, Content.DEGREES)


def located(connection: sqlite3.Connection, lines: Iterator[Line]) -> Iterator[Line]:
    """The lines with longitude and latitude put behind their cells, computed many at once."""
    srs_id = settings.crs(connection)
    while found := [line for _, line in zip(range(POINTS_AT_ONCE), lines, strict=False)]:
        blobs = [blob for _, blob in found if blob]
        lonlat = iter(crs.to_degrees(geopackage.decode_points(blobs), srs_id).round(7).tolist() if blobs else ())
        for row, blob in found:
            yield (*row, *(next(lonlat) if blob else (None, None))), blob


def if_whole(chosen: Chosen, total: int) -> int | None:
    """How many lines there are, where nobody has to count: in the whole county."""
    return total if chosen.unit is None else None
