"""gisapp register: all families of a community or site, in the order of the doors."""

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


@click.command("register")
@arguments.county_file
@click.argument("out", type=arguments.PATH)
@click.option("--unit", "unit_text", required=True, help="社区、安置点、楼栋、村或网格：代码或名称。")
def command(file: Path, out: Path, unit_text: str) -> None:
    """住户册：.pdf 或 .xlsx，按楼栋、单元、楼层、房号排；电话已脱敏。"""
    refuse_ending(out, ".pdf", ".xlsx")
    pages = None
    with county_file.reading(file) as connection:
        unit = find_unit(connection, unit_text)
        families = gather_unit(connection, unit)
        if out.suffix.lower() == ".xlsx":
            from gisapp.export.register import write_register

            write_register(connection, out, families, place=unit.name)
        else:
            from gisapp.printing.paper import paper_ready
            from gisapp.printing.register import register_document
            from gisapp.printing.table_document import imprint

            paper_ready()
            pages = write_pdf(out, [register_document(families, imprint(connection), place=unit.name)], tr("住户册"))
    people = sum(len(one.people) for one in families)
    said = tr("住户册 {families:,} 户 {people:,} 人：{path}", families=len(families), people=people, path=out)
    answer({"families": len(families), "residents": people, "pages": pages, "file": str(out)}, said)
