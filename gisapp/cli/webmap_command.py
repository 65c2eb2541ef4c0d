"""gisapp webmap: one page that works without a network."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.storage import county_file


@click.command("webmap")
@arguments.county_file
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--theme", default="households", show_default=True, help="households、people、relocated、missing_slots 或 hazard_homes。")
@click.option("--unit", "unit_text", help="只要一个单位：代码或名称。")
@click.option("--hazard", "hazards", multiple=True, help="只画这些风险区。")
def command(file: Path, out: Path, theme: str, unit_text: str | None, hazards: tuple[str, ...]) -> None:
    """写一个不联网也能打开的网页地图；不含住户的信息。"""
    if out.suffix.lower() not in (".html", ".htm"):
        raise BadRequest(tr("网页地图只能写成 .html：{path}", path=out), tr("请换一个文件名。"))
    from gisapp.printing.web_map import web_map

    with county_file.reading(file) as connection:
        unit = find_unit(connection, unit_text) if unit_text else None
        size = web_map(connection, out, theme, unit=unit, hazards=hazards)
    answer({"bytes": size, "file": str(out)}, tr("网页地图已保存：{path}（{size:,} 字节）", path=out, size=size))
