"""gisapp door-form: the form to tick at the door where everybody sleeps."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.paper import refuse_ending, write_pdf
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.services.places.gather_unit import gather_unit
from gisapp.storage.county import county_file


@click.command("door-form")
@arguments.county_file
@click.argument("out", type=arguments.PATH)
@click.option("--unit", "unit_text", required=True, help="社区、安置点、楼栋、村或网格：代码或名称。")
def command(file: Path, out: Path, unit_text: str) -> None:
    """入户核对表印成 .pdf：每楼一份，每人一行；填好后按人员编号录入。"""
    from gisapp.printing.door_form import door_forms
    from gisapp.printing.paper import paper_ready
    from gisapp.printing.table_document import imprint

    refuse_ending(out, ".pdf")
    with county_file.reading(file) as connection:
        families = gather_unit(connection, find_unit(connection, unit_text))
        said = imprint(connection)
    paper_ready()
    pages = write_pdf(out, door_forms(families, said), tr("入户核对表"))
    people = sum(len(one.people) for one in families)
    told = tr(
        "入户核对表 {families:,} 户 {people:,} 人，{pages:,} 页：{path}", families=len(families), people=people, pages=pages, path=out
    )
    answer({"families": len(families), "residents": people, "pages": pages, "file": str(out)}, told)
