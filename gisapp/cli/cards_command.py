"""gisapp cards: 双线联系卡 of many families on paper."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer, progress_bar
from gisapp.cli.assign_command import families_named, unknown_words
from gisapp.cli.reveal import refuse_unclear_reveal
from gisapp.cli.who import who
from gisapp.domain.ids import HouseholdId
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.choose_families import find_unit
from gisapp.services.families.gather_families import gather_families
from gisapp.services.families.pick_relocated import pick_relocated, relocated_of_unit
from gisapp.services.families.reveal_families import reveal_families
from gisapp.storage.county import county_file


@click.command("cards")
@arguments.county_file
@click.argument("out", type=arguments.PATH)
@click.option("--unit", "unit_text", help="一个单位（代码或名称）的搬迁户：住在那里的；村、社区、镇还包括从那里搬出的。")
@click.option("--where", help="条件，如 site=紫云南郡 building=3号楼。")
@click.option("--ids", help="户编号或序号的名单，用逗号、空格或换行分开；- 从标准输入读。")
@click.option("--format", "size_text", default="a5", show_default=True, help="a5（一张纸两户）或 a4（一张纸一户）。")
@click.option("--reveal", is_flag=True, help="不脱敏；必须写原因，会记入历史。")
@click.option("--reason", default="", help="不脱敏的原因。")
def command(
    file: Path, out: Path, unit_text: str | None, where: str | None, ids: str | None, size_text: str, reveal: bool, reason: str
) -> None:
    """双线联系卡印成 .pdf：每户一张，按楼栋、单元、楼层、房号排，前面附发放清单。"""
    from gisapp.printing.contact_card import CardBatch, format_from_text, print_contact_cards
    from gisapp.printing.paper import paper_ready
    from gisapp.printing.table_document import imprint

    size = format_from_text(size_text)
    _refuse(out, reveal=reveal, reason=reason)
    paper_ready()
    if reveal:
        with county_file.writing(file) as db:
            asked = _asked(db.conn, unit_text, where, ids)
            sheets, _change = reveal_families(db, asked.families, who=who(), why=reason)
            said_of = imprint(db.conn)
    else:
        with county_file.reading(file) as connection:
            asked = _asked(connection, unit_text, where, ids)
            sheets, said_of = gather_families(connection, asked.families), imprint(connection)
    batch = CardBatch(tr("双线联系卡 · {place}", place=asked.place), sheets, said_of, size, is_revealed=reveal)
    with progress_bar(tr("打印联系卡")) as progress:
        pages = print_contact_cards(batch, out, progress=progress)
    said = [tr("已打印 {families:,} 户的联系卡，共 {pages:,} 页：{path}", families=len(sheets), pages=pages, path=out)]
    said += [tr("  没有打印 {id}：{reason}", id=item["id"], reason=item["reason"]) for item in asked.refused]
    answer({"families": len(sheets), "pages": pages, "refused": asked.refused, "file": str(out)}, "\n".join(said))


@dataclass(frozen=True, slots=True)
class _Asked:
    place: str
    families: tuple[HouseholdId, ...]
    refused: list[dict[str, object]]


def _asked(connection: sqlite3.Connection, unit_text: str | None, where: str | None, ids: str | None) -> _Asked:
    if [unit_text, where, ids].count(None) != 2:
        raise BadRequest(tr("请写 --unit、--where 或 --ids，三选一。"), tr("例如：--unit 紫云南郡，或 --where building=3号楼。"))
    if unit_text is not None:
        unit = find_unit(connection, unit_text)
        return _Asked(unit.name, relocated_of_unit(connection, unit), [])
    named = families_named(connection, where, ids)
    picked = pick_relocated(connection, named.families)
    if where is not None:
        return _Asked(where, picked.families, [])
    refused: list[dict[str, object]] = [{"id": one.household, "reason": one.reason} for one in picked.refused]
    return _Asked(tr("名单"), picked.families, refused + unknown_words(named.unknown))


def _refuse(out: Path, *, reveal: bool, reason: str) -> None:
    if out.suffix.lower() != ".pdf":
        raise BadRequest(tr("联系卡只能写成 .pdf：{path}", path=out), tr("请换一个文件名。"))
    refuse_unclear_reveal(reveal=reveal, reason=reason)
