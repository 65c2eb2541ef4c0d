"""gisapp new: an empty county file."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.language import tr


@click.command("new")
@arguments.county_file
@click.option("--county", help="随程序附带边界的县：代码或名称。")
@click.option("--outline", type=arguments.PATH, help="县界文件（GeoJSON、GeoPackage、shapefile、KML）。")
@click.option("--name", help="县名；默认取边界文件的名称。")
@click.option("--crs", "epsg", type=int, help="EPSG 编号；默认按位置选 CGCS2000 三度带。")
def command(file: Path, county: str | None, outline: Path | None, name: str | None, epsg: int | None) -> None:
    """新建空的县文件。"""
    from gisapp.services.county.new_county import new_county

    made = new_county(file, county=county, outline=outline, name=name, epsg=epsg)
    answer(
        {"file": str(file), "crs": made.epsg, "name": made.name},
        tr("已新建 {name}：{path}（EPSG:{epsg}）", name=made.name, path=file, epsg=made.epsg),
    )
