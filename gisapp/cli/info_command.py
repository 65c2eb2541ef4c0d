"""gisapp info: how much of everything, which CRS, which versions."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from gisapp import __version__
from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.language import tr
from gisapp.storage.county import counts, county_file, migrations, settings


@click.command("info")
@arguments.county_file
def command(file: Path) -> None:
    """县文件里有多少内容。"""
    with county_file.reading(file) as connection:
        found = counts.county(connection)
        data = asdict(found) | {
            "name": settings.read(connection, "county_name", ""),
            "is_sample": settings.read(connection, "is_sample", False),
            "crs": settings.crs(connection),
            "schema": migrations.number_of(connection),
            "version": __version__,
        }
    text = tr(
        "{name}：{towns} 个镇，{divisions} 个行政单位，{grids} 个网格，{settlements} 个安置点，{houses} 处房屋，"
        "{households} 户，{residents} 人，其中搬迁户 {relocated} 户；联系人 {contacts} 人，风险区 {hazards} 个。\n"
        "坐标系 EPSG:{crs}，结构 {schema}，程序 {version}。",
        **data,
    )
    answer(data, text)
