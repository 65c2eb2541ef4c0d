"""gisapp hand-over: a leaving contact's families to one successor or several."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.assign_command import unknown_words
from gisapp.cli.called import families_called
from gisapp.cli.who import who
from gisapp.domain.change import Change
from gisapp.domain.hand_over import HandOver, NotMoved, Share
from gisapp.domain.ids import HouseholdId
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.hand_over import hand_over, preview_hand_over
from gisapp.services.families.choose_families import choose_families
from gisapp.services.families.read_family_list import FamilyList, read_family_list
from gisapp.storage.county import county_file


@click.command("hand-over")
@arguments.county_file
@click.option("--from", "leaving", type=click.IntRange(1, 2**31), required=True, help="离开的联系人编号。")
@click.option("--to", "successor", type=click.IntRange(1, 2**31), help="接任的联系人编号。")
@click.option("--date", "day_text", help="从哪天起交接，默认今天。")
@click.option("--reason", default="", help="原因，记入历史。")
@click.option("--where", help="只交接这些户：条件，如 building=3号楼。")
@click.option("--ids", help="只交接这些户：户编号或序号的名单。")
@click.option("--split", "splits", multiple=True, help="分给另一位：编号:条件，如 12:building=4号楼；可写多次。")
@click.option("--grids", is_flag=True, help="网格员的网格也交给 --to。")
@click.option("--dry-run", "is_dry", is_flag=True, help="只看会发生什么，不写入。")
def command(
    file: Path, leaving: int, successor: int | None, day_text: str | None, reason: str, where: str | None, ids: str | None,
    splits: tuple[str, ...], grids: bool, is_dry: bool,
) -> None:  # fmt: skip
    """把一位联系人的户交接给一位或几位接任者。"""
    if where is not None and ids is not None:
        raise BadRequest(tr("--where 和 --ids 只能写一个。"), tr("两个都不写就是全部的户。"))
    day = arguments.day_from_text(day_text)
    if is_dry:
        with county_file.reading(file) as connection:
            shares, named = _shares(connection, successor, splits, where=where, ids=ids, grids=grids)
            _tell(connection, preview_hand_over(connection, leaving, shares, day=day), named, None)
        return
    with county_file.writing(file) as db:
        shares, named = _shares(db.conn, successor, splits, where=where, ids=ids, grids=grids)
        plan, change = hand_over(db, leaving, shares, who=who(), why=reason, day=day)
        _tell(db.conn, plan, named, change)


def _shares(
    connection: sqlite3.Connection, successor: int | None, splits: tuple[str, ...], *, where: str | None, ids: str | None, grids: bool
) -> tuple[list[Share], FamilyList | None]:
    """Who takes what, in the order in which it was written; the families named, None for all."""
    shares, named = [_split(connection, text) for text in splits], _named(connection, where, ids)
    if successor is not None:
        households = None if named is None else tuple(int(one) for one in named.families)
        shares.append(Share(successor, households, grids=None if grids else ()))
    return shares, named


def _split(connection: sqlite3.Connection, text: str) -> Share:
    number, colon, condition = text.replace("：", ":").partition(":")
    if not colon or not number.strip().isdecimal():
        raise BadRequest(tr("--split 写得不对：{text}", text=text), tr("请写成 编号:条件，如 12:building=4号楼。"))
    return Share(int(number), tuple(choose_families(connection, condition)))


def _named(connection: sqlite3.Connection, where: str | None, ids: str | None) -> FamilyList | None:
    """The families chosen; None = all."""
    if ids is not None:
        return read_family_list(connection, ids)
    return None if where is None else FamilyList(tuple(HouseholdId(one) for one in choose_families(connection, where)), ())


def _tell(connection: sqlite3.Connection, plan: HandOver, named: FamilyList | None, change: Change | None) -> None:
    refused = [_refusal(one) for one in plan.refused] + (unknown_words(named.unknown) if named else [])
    called = families_called(connection, [item["id"] for item in refused])
    data = {
        "moved": len(plan.slots),
        "families": len(plan.families),
        "posts": len(plan.posts),
        "refused": refused,
        "stays": [{"id": one.household, "slot": one.slot.code} for one in plan.stays],
        "grids_staying": len(plan.posts_staying),
        "after": [{"contact": one.contact.id, "families": one.families, "limit": one.limit} for one in plan.after],
        "entry": change.entry if change else None,
    }
    lines = [change.label if change else _planned(plan)]
    lines += [tr("  交接后{name}共 {load}。", name=one.contact.name, load=one.told) for one in plan.after]
    lines += [tr("  未交接 {id}：{reason}", id=called.get(item["id"], item["id"] or "—"), reason=item["reason"]) for item in refused]
    if plan.stays:
        lines.append(tr("  仍由{name}担任：{count} 个岗位", name=plan.leaving.name, count=len(plan.stays)))
    if plan.posts_staying:
        lines.append(tr("  仍由{name}管：{count} 个网格", name=plan.leaving.name, count=len(plan.posts_staying)))
    answer(data, "\n".join(lines))


def _planned(plan: HandOver) -> str:
    if not plan.slots and not plan.posts:
        return tr("没有可以交接的岗位。")
    told = {"count": len(plan.slots), "grids": len(plan.posts), "day": plan.day}
    return tr("{name}将自 {day} 起交出 {count} 个岗位、{grids} 个网格。", name=plan.leaving.name, **told)


def _refusal(one: NotMoved) -> dict[str, object]:
    key = {"id": one.household} if one.grid is None else {"id": None, "grid": one.grid}
    return key | {"slot": one.slot.code if one.slot else None, "reason": one.reason}
