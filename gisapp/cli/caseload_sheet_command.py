"""gisapp caseload-sheet: the families each contact looks after, one sheet a contact."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.paper import refuse_ending, write_pdf
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.gather_caseloads import contacts_of, gather_working
from gisapp.services.families.choose_families import find_unit
from gisapp.storage.county import county_file


@click.command("caseload-sheet")
@arguments.county_file
@click.argument("out", type=arguments.PATH)
@click.option("--contact", type=click.IntRange(1, 2**31), help="联系人编号。")
@click.option("--unit", "unit_text", help="一个单位（代码或名称）的全部联系人。")
def command(file: Path, out: Path, contact: int | None, unit_text: str | None) -> None:
    """负责户清单印成 .pdf：每个联系人从新的一页起；电话已脱敏。"""
    from gisapp.printing.caseload_sheet import caseload_documents
    from gisapp.printing.paper import paper_ready
    from gisapp.printing.table_document import imprint

    refuse_ending(out, ".pdf")
    if (contact is None) == (unit_text is None):
        raise BadRequest(tr("请写 --contact 或 --unit，二选一。"), tr("例如：--unit 紫云南郡社区。"))
    with county_file.reading(file) as connection:
        asked = [contact] if contact is not None else contacts_of(connection, find_unit(connection, unit_text or ""))
        found = gather_working(connection, asked)
        said = imprint(connection)
    paper_ready()
    pages = write_pdf(out, caseload_documents(found.caseloads, said), tr("负责户清单"))
    families = len({sheet.id for caseload in found.caseloads for sheet in caseload.families})
    counts = {"contacts": len(found.caseloads), "families": families, "pages": pages}
    told = tr("负责户清单：{contacts:,} 名联系人，{families:,} 户，{pages:,} 页：{path}", **counts, path=out)
    idle = [{"id": one.id, "name": one.name} for one in found.idle]
    lines = [told] + ([tr("目前没有负责户的联系人 {count:,} 名，未打印。", count=len(idle))] if idle else [])
    answer({**counts, "without_families": idle, "file": str(out)}, "\n".join(lines))
