"""gisapp assign: a contact into a slot of many families."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.domain.lines import slot_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.assign_contact import assign_contact
from gisapp.services.choose_families import choose_families
from gisapp.storage import county_file


@click.command("assign")
@arguments.county_file
@click.option("--slot", "slot_text", required=True, help="LINE/ROLE，如 village/sponsor_cadre。")
@click.option("--contact", type=click.IntRange(1, 2**31), required=True, help="联系人编号。")
@click.option("--where", help="条件，如 site=紫云南郡 building=3号楼。")
@click.option("--ids", help="户的编号，用逗号或空格分开。")
@click.option("--from", "from_text", help="从哪天起，默认今天。")
@click.option("--reason", help="原因，记入历史。")
def command(
    file: Path, slot_text: str, contact: int, where: str | None, ids: str | None, from_text: str | None, reason: str | None
) -> None:
    """给一户或多户分配联系人。"""
    slot, day = slot_from_text(slot_text), arguments.day_from_text(from_text)
    if (where is None) == (ids is None):
        raise BadRequest(tr("请写 --where 或 --ids，二选一。"), tr("例如：--where site=紫云南郡，或 --ids 12,13。"))
    with county_file.writing(file) as db:
        families = choose_families(db.conn, where) if where is not None else _ids(ids or "")
        plan, change = assign_contact(db, families, slot, contact, who=who(), from_date=day, why=reason)
    refused = [{"id": refusal.household, "reason": refusal.reason} for refusal in plan.refused]
    data = {"assigned": len(plan.accepted), "refused": refused, "entry": change.entry if change else None}
    lines = [change.label if change else tr("没有可以分配的户。")]
    lines += [tr("  未分配 {id}：{reason}", id=item["id"], reason=item["reason"]) for item in refused]
    answer(data, "\n".join(lines))


def _ids(text: str) -> list[int]:
    parts = text.replace("，", ",").replace(",", " ").split()
    wrong = [part for part in parts if not part.isdecimal()]
    if wrong or not parts:
        raise BadRequest(tr("不是户的编号：{text}", text=" ".join(wrong[:5]) or "—"), tr("编号是数字，用逗号分开。"))
    return [int(part) for part in parts]
