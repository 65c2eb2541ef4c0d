"""gisapp map: a picture or a map sheet."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.services.places.trace_origins import find_site, trace_origins
from gisapp.storage.county import county_file

Box = tuple[float, float, float, float]
EVERY_SITE = "*"


@click.command("map")
@arguments.county_file
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--theme", default="households", show_default=True, help="households、people、relocated、missing_slots 或 hazard_homes。")
@click.option("--size", default="1920x1080", show_default=True, help="图片的宽x高（像素）；PDF 写 A4 或 A3。")
@click.option("--bbox", help="范围（米）：西,南,东,北。")
@click.option("--unit", "unit_text", help="只画一个单位：代码或名称。")
@click.option("--hazard", "hazards", multiple=True, help="只画这些风险区。")
@click.option("--damage", "has_damages", is_flag=True, help="画受损房屋：程度和恢复进度。")
@click.option("--flows", "flows_to", is_flag=False, flag_value=EVERY_SITE, help="画搬迁来源线：可写一个安置点，不写就是全部。")
def command(
    file: Path,
    out: Path,
    theme: str,
    size: str,
    bbox: str | None,
    unit_text: str | None,
    hazards: tuple[str, ...],
    has_damages: bool,
    flows_to: str | None,
) -> None:
    """画一张地图：.png 图片或 .pdf 图纸。"""
    if out.suffix.lower() not in (".png", ".pdf"):
        raise BadRequest(tr("地图只能写成 .png 或 .pdf：{path}", path=out), tr("请换一个文件名。"))
    began = time.perf_counter()
    width, height = _draw(
        file, out, theme, size=size, box=_box(bbox), unit_text=unit_text, hazards=hazards, has_damages=has_damages, flows_to=flows_to
    )
    seconds = round(time.perf_counter() - began, 3)
    answer(
        {"width": width, "height": height, "seconds": seconds, "file": str(out)},
        tr("地图已保存：{path}（{width}x{height}，{seconds} 秒）", path=out, width=width, height=height, seconds=seconds),
    )


def _draw(
    file: Path,
    out: Path,
    theme: str,
    *,
    size: str,
    box: Box | None,
    unit_text: str | None,
    hazards: tuple[str, ...],
    has_damages: bool,
    flows_to: str | None,
) -> tuple[int, int]:
    """Write the picture or sheet; returns its size in pixels (of a sheet: millimetres)."""
    from gisapp.printing.map_scene import county_map, with_damages
    from gisapp.printing.map_sheet import imprint, write_map_picture, write_map_sheet
    from gisapp.printing.origin_map import with_flows
    from gisapp.printing.paper import paper_ready
    from gisapp.printing.sheet import Paper, paper_from_text

    paper_ready()
    with county_file.reading(file) as connection:
        unit = find_unit(connection, unit_text) if unit_text else None
        scene = county_map(connection, theme=theme, unit=unit, hazards=hazards)
        if has_damages:
            scene = with_damages(connection, scene)
        if flows_to is not None:
            scene = with_flows(connection, scene, trace_origins(connection, site=_site(connection, flows_to)).flows)
        if out.suffix.lower() == ".png":
            width, height = arguments.pixels_from_text(size)
            write_map_picture(out, scene, width_px=width, height_px=height, bounds=box)
            return width, height
        paper = paper_from_text(size) if "x" not in size.lower() else Paper.A4
        title = unit.name if unit else tr("全县网格图")
        write_map_sheet(out, scene, imprint(connection, title, maker=who()), paper=paper, bounds=box)
        return round(paper.value[1]), round(paper.value[0])


def _site(connection: sqlite3.Connection, text: str) -> int | None:
    return None if text == EVERY_SITE else find_site(connection, text)


def _box(text: str | None) -> Box | None:
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as error:
        raise BadRequest(tr("范围不对：{text}", text=text), tr("请写四个数（米）：西,南,东,北。")) from error
    if not (west < east and south < north):
        raise BadRequest(tr("范围是空的：{text}", text=text), tr("东要大于西，北要大于南。"))
    return west, south, east, north
