"""gisapp origins: from which village to which settlement site."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.domain.origins import Flow, OriginReport
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.places.trace_origins import find_site, find_village, trace_origins
from gisapp.storage.county import county_file, settings


@click.command("origins")
@arguments.county_file
@click.option("--site", "site_text", help="只看到这个安置点的。")
@click.option("--village", "village_text", help="只看这个村（或镇）出来的：代码、名称或原名。")
@click.option("--out", type=click.Path(path_type=Path), help="另存为来源地图 .png，或表格 .xlsx。")
@click.option("--size", default="1920x1080", show_default=True, help="图片的宽x高（像素）。")
def command(file: Path, site_text: str | None, village_text: str | None, out: Path | None, size: str) -> None:
    """搬迁户从哪些村来，到哪个安置点去：户数、人数、地图。"""
    if out is not None and out.suffix.lower() not in (".png", ".xlsx"):
        raise BadRequest(tr("来源图只能写成 .png 或 .xlsx：{path}", path=out), tr("请换一个文件名。"))
    with county_file.reading(file) as connection:
        site = find_site(connection, site_text) if site_text else None
        village = find_village(connection, village_text) if village_text else None
        report = trace_origins(connection, site=site, village=village)
        if out is not None:
            _write(connection, report, out, size)
    data = {
        "flows": [_flow(flow) for flow in report.flows],
        "total": {"families": report.families, "people": report.people, "villages": report.villages},
        "elsewhere": _total(report.elsewhere),
    }
    answer(data | ({"file": str(out)} if out is not None else {}), "\n".join(_lines(report, out)))


def _lines(report: OriginReport, out: Path | None) -> list[str]:
    totals = {"villages": report.villages, "families": f"{report.families:,}", "people": f"{report.people:,}"}
    lines = [tr("{villages} 个村，{families} 户，{people} 人搬到安置点。", **totals)]
    lines += [tr("  {flow}：{figures}", flow=flow.caption, figures=flow.figures) for flow in (*report.flows, *report.elsewhere)]
    return [*lines, tr("来源图已保存：{path}", path=out)] if out is not None else lines


def _flow(flow: Flow) -> dict[str, Any]:
    return {
        "origin": flow.origin_name,
        "code": flow.origin_code,
        "formerly": list(flow.formerly),
        "site": flow.site_name,
        "families": flow.families,
        "people": flow.people,
    }


def _total(flows: tuple[Flow, ...]) -> dict[str, int]:
    return {"families": sum(flow.families for flow in flows), "people": sum(flow.people for flow in flows)}


def _write(connection: sqlite3.Connection, report: OriginReport, out: Path, size: str) -> None:
    if out.suffix.lower() == ".xlsx":
        from gisapp.export.origin_table import write_origin_workbook

        is_sample = bool(settings.read(connection, "is_sample", False))
        notes = (tr("示例数据：人物与电话均为虚构。"),) if is_sample else ()
        write_origin_workbook(out, report, title=tr("搬迁来源与去向"), notes=notes)
        return
    from gisapp.printing.map_sheet import write_map_picture
    from gisapp.printing.origin_map import origin_map
    from gisapp.printing.paper import paper_ready

    width, height = arguments.pixels_from_text(size)
    paper_ready()
    write_map_picture(out, origin_map(connection, report.flows), width_px=width, height_px=height)
