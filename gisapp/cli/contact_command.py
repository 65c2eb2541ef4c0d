"""gisapp contact: who looks after families: add, change, leave, limit, list."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TypeVar

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.domain.lines import Role
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.correct_contact import correct_contact
from gisapp.services.contacts.keep_contact import add_contact, contact_leaves, limit_contact
from gisapp.services.families.choose_families import find_unit
from gisapp.storage.contacts import contact_book
from gisapp.storage.county import county_file

T = TypeVar("T", str, int)
ROLES = click.Choice([role.value for role in Role])


@click.command("contact")
@arguments.county_file
@click.argument("deed", type=click.Choice(["add", "change", "leave", "limit", "list"]))
@click.option("--id", "contact", type=click.IntRange(1, 2**31), help="联系人编号。")
@click.option("--name", help="姓名。")
@click.option("--role", type=ROLES, help="sponsor_cadre、unit_cadre 或 grid_officer。")
@click.option("--unit", help="所在单位：代码或名称。")
@click.option("--phone", help="电话；change 时写空就去掉。")
@click.option("--date", "day_text", help="从哪天起离任，默认今天。")
@click.option("--reason", default="", help="原因，记入历史。")
@click.option("--most", type=click.IntRange(0, 10_000), help="最多联系多少户；不写就不单独设上限。")
@click.option("--find", default="", help="只列出姓名、拼音首字母或单位符合的。")
def command(
    file: Path,
    deed: str,
    contact: int | None,
    name: str | None,
    role: str | None,
    unit: str | None,
    phone: str | None,
    day_text: str | None,
    reason: str,
    most: int | None,
    find: str,
) -> None:
    """联系人：登记 add、更正 change、离任 leave、上限 limit、列出 list。"""
    match deed:
        case "add":
            _add(file, name=name or "", role=_needed(role, "--role"), unit=_needed(unit, "--unit"), phone=phone or "")
        case "change":
            _change(file, int(_needed(contact, "--id")), name=name, unit=unit, phone=phone)
        case "leave":
            _leave(file, int(_needed(contact, "--id")), day_text=day_text, reason=reason)
        case "limit":
            _limit(file, int(_needed(contact, "--id")), most)
        case _:
            _list(file, find, Role(role) if role else None)


def _needed(value: T | None, option: str) -> T:
    if value is None:
        raise BadRequest(tr("缺少“{name}”。", name=option), tr("用 {command} --help 查看写法。", command="gisapp contact"))
    return value


def _add(file: Path, *, name: str, role: str, unit: str, phone: str) -> None:
    with county_file.writing(file) as db:
        made, change = add_contact(db, name=name, role=Role(role), division_id=_division(db.conn, unit), phone=phone, who=who())
    answer({"contact": made, "entry": change.entry}, tr("{label}，编号 {id}", label=change.label, id=made))


def _division(connection: sqlite3.Connection, unit: str) -> int:
    found = find_unit(connection, unit)
    if found.kind != "division":
        raise BadRequest(tr("“{text}”不是镇、村或社区。", text=unit), tr("请写联系人所在的镇、村或社区。"))
    return found.id


def _change(file: Path, contact: int, *, name: str | None, unit: str | None, phone: str | None) -> None:
    with county_file.writing(file) as db:
        division = None if unit is None else _division(db.conn, unit)
        change = correct_contact(db, contact, name=name, phone=phone, division_id=division, who=who())
    answer({"contact": contact, "entry": change.entry}, change.label)


def _leave(file: Path, contact: int, *, day_text: str | None, reason: str) -> None:
    day = arguments.day_from_text(day_text)
    with county_file.writing(file) as db:
        leaving, change = contact_leaves(db, contact, why=reason, who=who(), day=day)
    answer({"slots": len(leaving.slots), "grids": len(leaving.posts), "entry": change.entry}, change.label)


def _limit(file: Path, contact: int, most: int | None) -> None:
    with county_file.writing(file) as db:
        change = limit_contact(db, contact, most, who=who())
    answer({"limit": most, "entry": change.entry}, change.label)


def _list(file: Path, find: str, role: Role | None) -> None:
    with county_file.reading(file) as connection:
        found = contact_book.lines(connection, text=find, role=role)
    rows = [
        {
            "id": one.contact.id,
            "name": one.contact.name,
            "role": one.role.value,
            "unit": one.contact.unit,
            "phone": one.contact.phone_masked,
            "is_active": one.is_active,
            "left_on": one.left_on,
            "families": one.families,
            "grids": one.grids,
            "most_families": one.most_families,
        }
        for one in found
    ]
    lines = [f"  {one.contact.id}  {one.contact.name}  {one.role.caption}  {one.contact.unit}  {one.families}" for one in found]
    answer({"contacts": rows}, "\n".join([tr("联系人 {count} 位。", count=len(found)), *lines]))
