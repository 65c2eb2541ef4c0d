"""gisapp report: the situation report of a run in one go."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.paper import refuse_ending
from gisapp.cli.who import who
from gisapp.export.situation.matter import Matter
from gisapp.export.situation.parts import chosen_parts
from gisapp.export.stored_run import stored_run
from gisapp.language import tr
from gisapp.services.runs.count_needs import USUAL_DAYS
from gisapp.storage.county import county_file

HELP = (
    "一次研判的处置报告：问题、合计、地图、各单位、等级、重点人群、转移、物资、清单、未知、方法。"
    "--json 的键：run parts left_out pages out。"
)


@click.command("report", help=HELP)
@arguments.county_file
@arguments.run_option
@click.option("--out", type=arguments.PATH, required=True, help="报告的文件名（.pdf）。")
@click.option("--part", "parts", multiple=True, help="只要这几部分，如 totals；可写多个，默认全部。")
@click.option("--days", type=click.IntRange(1, 365), default=USUAL_DAYS, show_default=True, help="物资按几天计。")
def command(file: Path, run_text: str, out: Path, parts: tuple[str, ...], days: int) -> None:
    """See HELP."""
    from gisapp.printing.paper import paper_ready
    from gisapp.printing.situation_report import print_situation

    wanted, chosen = arguments.run_from_text(run_text), chosen_parts(parts)
    refuse_ending(out, ".pdf")
    paper_ready()
    with county_file.reading(file) as connection, progress_bar(tr("打印报告")) as progress:
        run = stored_run(connection, wanted)
        pages, written = print_situation(Matter(connection, run, days), chosen, out, maker=who(), progress=progress)
    had = [part.id for part in written]
    left_out = [part.id for part in chosen if part.id not in had]
    lines = [tr("报告共 {pages} 页：{path}", pages=pages, path=out)]
    if left_out:
        titles = tr("、").join(part.title() for part in chosen if part.id in left_out)
        lines.append(tr("还没有数据、没有写的部分：{titles}。", titles=titles))
    answer({"run": run.id, "parts": had, "left_out": left_out, "pages": pages, "out": str(out)}, "\n".join(lines))
