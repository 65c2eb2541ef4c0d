"""gisapp assign: a contact into a slot of many families, at once or proposed to the other line."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.called import families_called
from gisapp.cli.who import who
from gisapp.domain.change import Change
from gisapp.domain.ids import HouseholdId
from gisapp.domain.lines import slot_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.assign_contact import Assignment, assign_contact, preview_assignment
from gisapp.services.contacts.describe_assignment import describe_assignment
from gisapp.services.contacts.propose_contact import preview_proposal, propose_contact
from gisapp.services.families.choose_families import choose_families
from gisapp.services.families.read_family_list import FamilyList, UnknownWord, read_family_list
from gisapp.storage.county import county_file

LONGEST_ID = 15
"""Digits of the largest number that every reader of JSON keeps exact."""


@click.command("assign")
@arguments.county_file
@click.option("--slot", "slot_text", required=True, help="LINE/ROLE，如 village/sponsor_cadre。")
@click.option("--contact", type=click.IntRange(1, 2**31), required=True, help="联系人编号。")
@click.option("--where", help="条件，如 site=紫云南郡 building=3号楼。")
@click.option("--ids", help="户编号或序号的名单，用逗号、空格或换行分开；- 从标准输入读。")
@click.option("--from", "from_text", help="从哪天起，默认今天。")
@click.option("--reason", help="原因，记入历史。")
@click.option("--propose", is_flag=True, help="只向对方提议，等对方确认。")
@click.option("--dry-run", "is_dry", is_flag=True, help="只看会发生什么，不写入。")
def command(
    file: Path, slot_text: str, contact: int, where: str | None, ids: str | None, from_text: str | None, reason: str | None,
    propose: bool, is_dry: bool,
) -> None:  # fmt: skip
    """给一户或多户分配联系人。"""
    slot, day = slot_from_text(slot_text), arguments.day_from_text(from_text)
    if is_dry:
        with county_file.reading(file) as connection:
            named = families_named(connection, where, ids)
            preview = preview_proposal if propose else preview_assignment
            _tell(connection, preview(connection, named.families, slot, contact, from_date=day), named, None, propose=propose)
        return
    with county_file.writing(file) as db:
        named = families_named(db.conn, where, ids)
        write = propose_contact if propose else assign_contact
        plan, change = write(db, named.families, slot, contact, who=who(), from_date=day, why=reason)
        _tell(db.conn, plan, named, change, propose=propose)


def _tell(connection: sqlite3.Connection, plan: Assignment, named: FamilyList, change: Change | None, *, propose: bool) -> None:
    """What was written, or would be without a ``change``; every refusal with its reason."""
    count = len(plan.accepted)
    refused = [{"id": refusal.household, "reason": refusal.reason} for refusal in plan.refused] + unknown_words(named.unknown)
    counts = {"assigned": 0 if propose else count, "proposed": count if propose else 0}
    data = counts | {"families": list(plan.accepted), "replaced": plan.replaced, "refused": refused}
    data |= {"families_after": plan.after.families, "limit": plan.after.limit}
    data |= {"entry": change.entry if change else None}
    called = families_called(connection, [*plan.accepted, *(item["id"] for item in refused)])
    if change is not None or not count:
        lines = [change.label if change else tr("没有可以分配的户。")]
    else:
        lines = [tr("将给 {count} 户分配{name}，自 {day} 起：", count=count, name=plan.contact.name, day=plan.from_date)]
        lines += [f"  {line}" for line in describe_assignment(connection, plan, limit=count)]
        lines += [tr("其中 {count} 户换下现有的联系人。", count=plan.replaced)] if plan.replaced else []
    lines += [tr("分配后{name}共 {load}。", name=plan.contact.name, load=plan.after.told)] if count else []
    lines += [tr("  未分配 {id}：{reason}", id=called.get(item["id"], item["id"]), reason=item["reason"]) for item in refused]
    answer(data, "\n".join(lines))


def families_named(connection: sqlite3.Connection, where: str | None, ids: str | None) -> FamilyList:
    """The families of exactly one of --where and --ids; raises BadRequest for both, none, or an empty list."""
    if (where is None) == (ids is None):
        raise BadRequest(tr("请写 --where 或 --ids，二选一。"), tr("例如：--where site=紫云南郡，或 --ids 12,13。"))
    if where is not None:
        return FamilyList(tuple(HouseholdId(one) for one in choose_families(connection, where)), ())
    text = sys.stdin.read() if ids == "-" else ids or ""
    found = read_family_list(connection, text)
    if not found.families and not found.unknown:
        raise BadRequest(tr("名单是空的。"), tr("请写户编号，用逗号、空格或换行分开。"))
    return found


def unknown_words(words: Sequence[UnknownWord]) -> list[dict[str, object]]:
    """Words that name no family as refusals; a number that may be an id stays a number."""
    return [
        {"id": int(one.word) if one.word.isdecimal() and len(one.word) <= LONGEST_ID else one.word, "reason": one.reason} for one in words
    ]
