"""gisapp call-sheets: the call list by contact, a page for everybody who must call."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.paper import refuse_ending
from gisapp.cli.reveal import refuse_unclear_reveal
from gisapp.cli.who import who
from gisapp.domain.affected import AffectedRun
from gisapp.domain.call_routes import CallRoutes
from gisapp.export.stored_run import stored_run
from gisapp.language import tr
from gisapp.services.runs.reveal_calls import reveal_calls
from gisapp.services.runs.route_calls import route_calls
from gisapp.storage.county import county_file

HELP = (
    "按联系人的电话名单：要打电话的人一人一页（.pdf）或一张表（.xlsx）；没有联系人的户单列。"
    "--json 的键：run contacts households without_contact order pages out。"
)


@click.command("call-sheets", help=HELP)
@arguments.county_file
@click.argument("out", type=arguments.PATH)
@arguments.run_option
@click.option("--contact", "contacts", type=int, multiple=True, help="只印这几个联系人（编号）的页，只用于 .pdf；可写多个。")
@click.option("--reveal", is_flag=True, help="不脱敏；必须写原因，会记入历史。")
@click.option("--reason", default="", help="不脱敏的原因。")
def command(file: Path, out: Path, run_text: str, contacts: tuple[int, ...], reveal: bool, reason: str) -> None:
    """See HELP."""
    wanted = arguments.run_from_text(run_text)
    refuse_ending(out, ".pdf", ".xlsx")
    refuse_unclear_reveal(reveal=reveal, reason=reason)
    if reveal:
        with county_file.writing(file) as db:
            reveal_calls(db, wanted, who=who(), why=reason)
            _write(db.conn, wanted, out, contacts, is_revealed=True)
    else:
        with county_file.reading(file) as connection:
            _write(connection, wanted, out, contacts, is_revealed=False)


def _write(connection: sqlite3.Connection, wanted: int | None, out: Path, contacts: tuple[int, ...], *, is_revealed: bool) -> None:
    run = stored_run(connection, wanted, is_revealed=is_revealed)
    routes = route_calls(connection, run, is_revealed=is_revealed)
    if out.suffix.lower() == ".xlsx":
        from gisapp.export.call_pages import caller_sheet

        caller_sheet(connection, run, routes, out, is_revealed=is_revealed)
        pages = 0
    else:
        from gisapp.printing.call_pages import print_call_pages
        from gisapp.printing.paper import paper_ready

        paper_ready()
        with progress_bar(tr("打印按联系人的名单")) as progress:
            pages = print_call_pages(connection, run, routes, out, contacts=contacts or None, is_revealed=is_revealed, progress=progress)
    _tell(run, routes, out, pages)


def _tell(run: AffectedRun, routes: CallRoutes, out: Path, pages: int) -> None:
    data = {
        "run": run.id,
        "contacts": [
            {
                "id": page.caller.id,
                "name": page.caller.name,
                "role": page.caller.role.value,
                "unit": page.caller.unit,
                "households": len(page.calls),
                "residents": page.people,
                "informed": len(page.informed),
            }
            for page in routes.pages
        ],
        "households": routes.families,
        "without_contact": len(routes.unreached),
        "order": [slot.code for slot in routes.order],
        "pages": pages,
        "out": str(out),
    }
    values = {"contacts": len(routes.pages), "families": routes.families, "left": len(routes.unreached)}
    lines = [tr("{contacts:,} 名联系人，{families:,} 户；没有联系人电话的 {left:,} 户。", **values), routes.sentence]
    answer(data, "\n".join([*lines, tr("已保存：{path}", path=out)]))
