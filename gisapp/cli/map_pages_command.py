"""gisapp map-pages: a map page with numbered homes for every affected village or grid."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.reveal import refuse_unclear_reveal
from gisapp.cli.who import who
from gisapp.domain.affected import AffectedRun
from gisapp.domain.map_pages import MapPage, PageBy, page_by_from_text, totals
from gisapp.export.stored_run import stored_run
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.services.runs.gather_map_pages import gather_map_pages
from gisapp.services.runs.reveal_calls import reveal_calls
from gisapp.storage.county import county_file

if TYPE_CHECKING:
    from gisapp.printing.batch import BatchDone

HELP = (
    "险区住房的地图页，图上编号和名单一致；写成一个 .pdf，或写进文件夹（一页一份，停了可以接着做）。"
    "过期的只重写变了的。--json 的键：run by units houses households residents written kept renewed gone sheets out。"
)


@click.command("map-pages", help=HELP)
@arguments.county_file
@click.argument("out", type=arguments.PATH)
@arguments.run_option
@click.option("--by", "by_text", default=PageBy.VILLAGE.value, show_default=True, help="village（一村/社区一页）或 grid（一个网格一页）。")
@click.option("--unit", "unit_text", help="只要一个单位（代码或名称）。")
@click.option("--again", is_flag=True, help="文件夹里已有的也重写。")
@click.option("--reveal", is_flag=True, help="不脱敏；必须写原因，会记入历史。")
@click.option("--reason", default="", help="不脱敏的原因。")
def command(file: Path, out: Path, run_text: str, by_text: str, unit_text: str | None, again: bool, reveal: bool, reason: str) -> None:
    """See HELP."""
    from gisapp.printing.map_page_batch import print_map_pages
    from gisapp.printing.paper import paper_ready

    wanted, by = arguments.run_from_text(run_text), page_by_from_text(by_text)
    refuse_unclear_reveal(reveal=reveal, reason=reason)
    paper_ready()
    if reveal:
        with county_file.writing(file) as db:
            reveal_calls(db, wanted, who=who(), why=reason)
    with county_file.reading(file) as connection, progress_bar(tr("打印地图页")) as progress:
        run = stored_run(connection, wanted, is_revealed=reveal)
        pages = _pages(connection, run, by, unit_text)
        done = print_map_pages(
            connection, run, pages, out, by=by, maker=who(), is_revealed=reveal, is_again=again, is_whole=unit_text is None,
            progress=progress,
        )  # fmt: skip
    data, lines = _told(run, by, pages, done)
    answer(data | {"out": str(out)}, "\n".join((*lines, _written(done, out), *done.changes)))


def _told(run: AffectedRun, by: PageBy, pages: Sequence[MapPage], done: BatchDone) -> tuple[dict[str, Any], list[str]]:
    """The keys, and what the pages are about in a sentence."""
    houses, households, residents = totals(pages)
    data = {
        "run": run.id,
        "by": by.value,
        "units": [
            {
                "code": page.code,
                "name": page.name,
                "houses": page.in_danger,
                "households": page.households,
                "residents": page.residents,
                "unknown": page.unknown,
            }
            for page in pages
        ],
        "houses": houses,
        "households": households,
        "residents": residents,
        "written": len(done.written),
        "kept": len(done.kept),
        "renewed": [path.name for path in done.renewed],
        "gone": [path.name for path in done.gone],
        "sheets": done.sheets,
    }
    values = {"units": len(pages), "houses": houses, "families": households, "people": residents}
    return data, [tr("{units:,} 个单位，险区内 {houses:,} 处住房，{families:,} 户，{people:,} 人。", **values)]


def _written(done: BatchDone, out: Path) -> str:
    values = {"written": len(done.written), "sheets": done.sheets, "kept": len(done.kept)}
    return tr("写了 {written:,} 份共 {sheets:,} 页，已有 {kept:,} 份：{path}", path=out, **values)


def _pages(connection: sqlite3.Connection, run: AffectedRun, by: PageBy, unit_text: str | None) -> tuple[MapPage, ...]:
    unit = find_unit(connection, unit_text) if unit_text else None
    return gather_map_pages(connection, run, by, unit=unit)
