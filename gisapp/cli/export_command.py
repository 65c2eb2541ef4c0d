"""gisapp export: one list of the county into one file."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.storage import county_file


@click.command("export")
@arguments.county_file
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--what", required=True, help="grids、households 或 affected（最近一次研判）。")
@click.option("--where", "unit_text", help="只要一个单位：代码或名称。")
@click.option("--reveal", is_flag=True, help="不脱敏；必须写原因，会记入历史。")
@click.option("--reason", default="", help="不脱敏的原因。")
def command(file: Path, out: Path, what: str, unit_text: str | None, reveal: bool, reason: str) -> None:
    """导出 .xlsx、.csv、.gpkg 或 .geojson。"""
    from gisapp.export.county_tables import kind_from_text
    from gisapp.export.export_kind import export_kind, export_revealed

    kind = kind_from_text(what)
    if reason and not reveal:
        raise BadRequest(tr("写了 --reason 却没有写 --reveal。"), tr("导出脱敏名单不需要原因；要明文请加 --reveal。"))
    if reveal:
        with county_file.writing(file) as db:
            unit = find_unit(db.conn, unit_text) if unit_text else None
            rows = export_revealed(db, out, kind, who=who(), reason=reason, unit=unit)
    else:
        with county_file.reading(file) as connection:
            unit = find_unit(connection, unit_text) if unit_text else None
            rows = export_kind(connection, out, kind, unit=unit)
    answer({"rows": rows, "file": str(out)}, tr("已导出 {rows:,} 行：{path}", rows=rows, path=out))
