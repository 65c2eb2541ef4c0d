"""gisapp export: one list of the county into one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.reveal import refuse_unclear_reveal
from gisapp.cli.who import who
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.storage.county import county_file

if TYPE_CHECKING:
    from gisapp.export.export_order import ExportOrder, Written


@click.command("export")
@arguments.county_file
@click.argument("out", type=click.Path(path_type=Path), required=False)
@click.option(
    "--what",
    help="grids、households、residents、houses、slots、contacts、divisions、settlements、rooms、hazards、safe-sites、roads、waterways、"
    "attributes、indicators 或 affected（最近一次研判）。",
)
@click.option("--where", "unit_text", help="只要一个单位：代码或名称。")
@click.option("--columns", help="只要这些列，按写的顺序：用逗号隔开的列名，例如 code,head,phone。")
@click.option("--crs", default="", help="地图文件的坐标系：county（本县，米）或 wgs84（经纬度）。")
@click.option("--titles", is_flag=True, help="地图文件的字段用中文名。")
@click.option("--again", is_flag=True, help="照上一次的选择再导出一次，写到同一个文件。")
@click.option("--reveal", is_flag=True, help="不脱敏；必须写原因，会记入历史。")
@click.option("--reason", default="", help="不脱敏的原因。")
def command(
    file: Path,
    out: Path | None,
    what: str | None,
    unit_text: str | None,
    columns: str | None,
    crs: str,
    titles: bool,
    again: bool,
    reveal: bool,
    reason: str,
) -> None:
    """导出 .xlsx、.csv、.gpkg、.geojson、.shp、.zip（打包的 shapefile）或 .kml。"""
    from gisapp.export import last_export
    from gisapp.export.county_tables import kind_from_text
    from gisapp.export.export_order import ExportOrder, crs_from_text

    if again:
        if out or what or unit_text or columns or crs or titles or reveal:
            raise BadRequest(tr("--again 不能和别的选择一起写。"), tr("要换选择，请写明输出文件和 --what。"))
        last = last_export.kept(file)
        _refuse_missing_reason(is_revealed=last.is_revealed, reason=reason)
        out, order, reveal = last.path, last.order, last.is_revealed
    else:
        if out is None or what is None:
            raise BadRequest(tr("没有写输出文件或 --what。"), tr("例如：gisapp export 县.gpkg 住户.xlsx --what households。"))
        refuse_unclear_reveal(reveal=reveal, reason=reason)
        kind, keys = kind_from_text(what), tuple(key.strip() for key in (columns or "").replace("，", ",").split(",") if key.strip())
        with county_file.reading(file) as connection:
            unit = find_unit(connection, unit_text) if unit_text else None
        order = ExportOrder(kind, unit, keys, crs_from_text(crs), titles)
    written = _written(file, out, order, reason=reason if reveal else None)
    last_export.keep(file, last_export.LastExport(out.resolve(), order, is_revealed=reveal))
    data = {"rows": written.rows, "file": str(out), "renamed": dict(written.renamed), "cut": written.cut}
    answer(data, "\n".join(filter(None, (tr("已导出 {rows:,} 行：{path}", rows=written.rows, path=out), written.told))))


def _refuse_missing_reason(*, is_revealed: bool, reason: str) -> None:
    if is_revealed and not reason.strip():
        raise BadRequest(tr("上一次导出没有脱敏，再导出要重新写明原因。"), tr("请用 --reason 写明原因，它会记入历史。"))
    if reason and not is_revealed:
        raise BadRequest(tr("上一次导出是脱敏的，不需要原因。"), tr("要明文请写明输出文件、--what 和 --reveal。"))


def _written(file: Path, out: Path, order: ExportOrder, *, reason: str | None) -> Written:
    """``reason`` None: masked."""
    from gisapp.export.export_kind import export_kind, export_revealed

    with progress_bar(tr("导出")) as progress:
        if reason is None:
            with county_file.reading(file) as connection:
                return export_kind(connection, out, order, progress=progress)
        with county_file.writing(file) as db:
            return export_revealed(db, out, order, who=who(), reason=reason, progress=progress)
