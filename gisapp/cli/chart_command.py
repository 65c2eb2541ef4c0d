"""gisapp chart: building > unit > floor > room as data, a picture, paper or a workbook."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.domain.chart import Building, Chart, Entrance, Room, RoomCounts, count_rooms, figures_sentence
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.places.chart_building import chart_building, find_charted
from gisapp.storage.county import county_file, settings

WIDE_PX = 1920
ENDINGS = (".png", ".pdf", ".xlsx")


@click.command("chart")
@arguments.county_file
@click.argument("place")
@click.option("--out", type=click.Path(path_type=Path), help="另存为 .png、.pdf 或 .xlsx。")
@click.option("--size", help="图片的宽x高（像素）；PDF 写 A4 或 A3。")
def command(file: Path, place: str, out: Path | None, size: str | None) -> None:
    """安置点或一栋楼的楼栋图：每间房在住、空置、两头跑、缺岗、未办结。"""
    if out is not None and out.suffix.lower() not in ENDINGS:
        raise BadRequest(tr("楼栋图只能写成 .png、.pdf 或 .xlsx：{path}", path=out), tr("请换一个文件名。"))
    with county_file.reading(file) as connection:
        chart = chart_building(connection, *find_charted(connection, place))
        written = _write(connection, chart, out, size) if out is not None else {}
    counts = count_rooms(chart.rooms)
    lines = [figures_sentence(chart.title, counts), *(figures_sentence(one.name, one.counts) for one in chart.buildings)]
    if out is not None:
        lines.append(tr("楼栋图已保存：{path}", path=out))
    rooms = [_room(building, room) for building in chart.buildings for room in building.rooms]
    by_building = [_building(building) for building in chart.buildings]
    data = {"place": chart.title, "counts": _counts(counts), "buildings": by_building, "rooms": rooms, **written}
    answer(data, "\n".join(lines))


def _write(connection: sqlite3.Connection, chart: Chart, out: Path, size: str | None) -> dict[str, Any]:
    is_sample = bool(settings.read(connection, "is_sample", False))
    if out.suffix.lower() == ".xlsx":
        from gisapp.export.chart_table import write_chart_workbook

        notes = (tr("示例数据：人物与电话均为虚构。"),) if is_sample else ()
        return {"file": str(out), "rows": write_chart_workbook(out, chart, notes=notes)}
    from gisapp.printing.chart_sheet import write_chart_picture, write_chart_sheet
    from gisapp.printing.map_sheet import imprint
    from gisapp.printing.paper import paper_ready
    from gisapp.printing.sheet import paper_from_text

    paper_ready()
    if out.suffix.lower() == ".png":
        wide, high = arguments.pixels_from_text(size) if size else (WIDE_PX, None)
        width, height = write_chart_picture(out, chart, width_px=wide, height_px=high, is_sample=is_sample)
        return {"file": str(out), "width": width, "height": height}
    said = imprint(connection, tr("楼栋图 · {place}", place=chart.title), maker=who())
    return {"file": str(out), "pages": write_chart_sheet(out, chart, said, paper=paper_from_text(size or "A4"))}


def _room(building: Building, room: Room) -> dict[str, Any]:
    families = [{"id": one.id, "code": one.code, "head": one.head, "residents": one.residents} for one in room.families]
    where = {"building": building.name, "unit": room.unit, "floor": room.floor, "room": room.room}
    return where | {"house": room.house, "state": room.state.value, "marks": [mark.value for mark in room.marks], "families": families}


def _building(building: Building) -> dict[str, Any]:
    units = [_unit(entrance) for entrance in building.entrances]
    return {"building": building.name, **_counts(building.counts), "units": units}


def _unit(entrance: Entrance) -> dict[str, Any]:
    floors = [{"floor": floor.number, **_counts(count_rooms(floor.rooms))} for floor in entrance.floors]
    return {"unit": entrance.number, **_counts(count_rooms(entrance.rooms)), "floors": floors}


def _counts(counts: RoomCounts) -> dict[str, Any]:
    totals = {"rooms": counts.rooms, "families": counts.families, "residents": counts.residents}
    seen = {state.value: count for state, count in counts.seen}
    return totals | {"states": seen, "marks": {state.value: count for state, count in counts.marked}}
