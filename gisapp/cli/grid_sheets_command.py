"""gisapp grid-sheets: the A4 sheet of every grid, one file a grid."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.storage.county import county_file


@click.command("grid-sheets")
@arguments.county_file
@click.argument("folder", type=arguments.PATH)
@click.option("--unit", "unit_text", help="只要一个单位（代码或名称）。")
@click.option("--again", is_flag=True, help="文件夹里已有的也重写。")
def command(file: Path, folder: Path, unit_text: str | None, again: bool) -> None:
    """每个网格一个网格卡 .pdf，停了可以接着做，过期的只重写变了的。--json 的键：written sheets kept renewed gone out。"""
    from gisapp.printing.grid_sheets import print_grid_sheets
    from gisapp.printing.paper import paper_ready

    paper_ready()
    with county_file.reading(file) as connection, progress_bar(tr("打印网格卡")) as progress:
        unit = find_unit(connection, unit_text) if unit_text else None
        done = print_grid_sheets(connection, folder, unit=unit, is_again=again, progress=progress)
    values = {"written": len(done.written), "sheets": done.sheets, "kept": len(done.kept)}
    text = tr("写了 {written:,} 份共 {sheets:,} 页，已有 {kept:,} 份：{path}", path=folder, **values)
    names = {"renewed": [path.name for path in done.renewed], "gone": [path.name for path in done.gone]}
    answer({**values, **names, "out": str(folder)}, "\n".join((text, *done.changes)))
