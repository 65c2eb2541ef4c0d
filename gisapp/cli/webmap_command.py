"""gisapp webmap: one page that works without a network."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.storage.county import county_file


@click.command("webmap")
@arguments.county_file
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--theme", "themes", multiple=True, help="households、people、relocated、missing_slots 或 hazard_homes；可写几个。")
@click.option("--unit", "unit_text", help="只要一个单位：代码或名称。")
@click.option("--hazard", "hazards", multiple=True, help="只画这些风险区。")
@click.option("--homes", is_flag=True, help="画出住房的位置，不含姓名。")
@click.option("--phones", is_flag=True, help="写上网格员的完整电话；必须写原因，会记入历史。")
@click.option("--reason", default="", help="写上电话的原因。")
def command(
    file: Path,
    out: Path,
    themes: tuple[str, ...],
    unit_text: str | None,
    hazards: tuple[str, ...],
    homes: bool,
    phones: bool,
    reason: str,
) -> None:
    """写一个不联网也能打开的网页地图；不含住户的信息。"""
    if reason and not phones:
        raise BadRequest(tr("写了 --reason 却没有写 --phones。"), tr("不写电话的网页地图不需要原因。"))
    if out.suffix.lower() not in (".html", ".htm"):
        raise BadRequest(tr("网页地图只能写成 .html：{path}", path=out), tr("请换一个文件名。"))
    from gisapp.printing.web_map import web_map, web_map_with_phones
    from gisapp.scene.themes import theme_names

    first, *more = themes or theme_names()
    with county_file.reading(file) as connection:
        unit = find_unit(connection, unit_text) if unit_text else None
        if not phones:
            size = web_map(connection, out, first, more=more, unit=unit, hazards=hazards, has_homes=homes)
    if phones:
        with county_file.writing(file) as db:
            size = web_map_with_phones(db, out, first, who=who(), reason=reason, more=more, unit=unit, hazards=hazards, has_homes=homes)
    answer({"bytes": size, "file": str(out)}, tr("网页地图已保存：{path}（{size:,} 字节）", path=out, size=size))
