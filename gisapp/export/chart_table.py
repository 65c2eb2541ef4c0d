"""A building chart as a workbook: every room with its state and families, and the figures by building, unit and floor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gisapp.domain.chart import Chart, Room, RoomState, count_rooms, entrance_name, floor_name, precedence
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr


def write_chart_workbook(path: Path, chart: Chart, *, notes: tuple[str, ...] = ()) -> int:
    """Write two sheets, rooms and figures; returns the number of rooms. Raises BadFile."""
    said = (chart.title, precedence(), *notes)
    write_workbook(
        path, (Table(tr("房间"), _room_columns(), _rooms(chart), said), Table(tr("汇总"), _figure_columns(), _figures(chart), said))
    )
    return len(chart.rooms)


def _room_columns() -> tuple[Column, ...]:
    return (
        Column("building", tr("楼栋"), 10),
        Column("unit", tr("单元"), 8),
        Column("floor", tr("楼层"), 8),
        Column("room", tr("房号"), 10),
        Column("state", tr("状态"), 18),
        Column("marks", tr("所有情况"), 28),
        Column("heads", tr("户主"), 18),
        Column("codes", tr("户编号"), 22),
        Column("residents", tr("人数"), 8, Content.INTEGER),
        Column("missing", tr("缺岗数"), 8, Content.INTEGER),
        Column("needs", tr("未办结"), 8, Content.INTEGER),
    )


def _rooms(chart: Chart) -> Iterator[Row]:
    for building in chart.buildings:
        for room in building.rooms:
            yield _room(building.name, room)


def _room(building: str, room: Room) -> Row:
    families = room.families
    return (
        building,
        entrance_name(room.unit),
        floor_name(room.floor),
        room.room,
        room.state.caption,
        tr("、").join(mark.caption for mark in room.marks),
        tr("、").join(family.head or tr("没有户主") for family in families),
        tr("、").join(family.code for family in families),
        sum(family.residents for family in families),
        sum(family.missing_slots or 0 for family in families),
        sum(family.open_needs for family in families),
    )


def _figure_columns() -> tuple[Column, ...]:
    states = tuple(Column(state.value, state.caption, 12, Content.INTEGER) for state in RoomState)
    counted = (("rooms", tr("房间")), ("families", tr("户")), ("residents", tr("人")))
    totals = tuple(Column(key, title, 8, Content.INTEGER) for key, title in counted)
    return (Column("building", tr("楼栋"), 12), Column("unit", tr("单元"), 10), Column("floor", tr("楼层"), 10), *totals, *states)


def _figures(chart: Chart) -> Iterator[Row]:
    yield _counted(tr("合计"), "", "", chart.rooms)
    for building in chart.buildings:
        yield _counted(building.name, "", "", building.rooms)
        for entrance in building.entrances:
            unit = entrance_name(entrance.number)
            yield _counted(building.name, unit, "", entrance.rooms)
            for floor in entrance.floors:
                yield _counted(building.name, unit, floor_name(floor.number), floor.rooms)


def _counted(building: str, unit: str, floor: str, rooms: tuple[Room, ...]) -> Row:
    found = count_rooms(rooms)
    return (building, unit, floor, found.rooms, found.families, found.residents, *(count for _, count in found.seen))
