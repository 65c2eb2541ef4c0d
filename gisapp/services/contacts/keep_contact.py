"""Contacts come, leave on a day with a reason, and may have a limit of their own."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from unicodedata import normalize

from gisapp.domain.change import Change, Kind
from gisapp.domain.hand_over import HeldPost, HeldSlot
from gisapp.domain.ids import ContactId, new_uid
from gisapp.domain.initials import initials_of
from gisapp.domain.lines import Role
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.find_contact import active_contact
from gisapp.storage.contacts import contact_book, holdings, proposals
from gisapp.storage.county import history, search

if TYPE_CHECKING:
    from sqlite_utils import Database

LONGEST_NAME = 40
MOST_FAMILIES = 10_000
_PHONE = re.compile(r"\+?[0-9]{3,15}")


@dataclass(frozen=True, slots=True)
class Leaving:
    """What a contact's leaving ends: slots that become empty, grids without officer, proposals withdrawn."""

    name: str
    day: str
    slots: tuple[HeldSlot, ...]
    posts: tuple[HeldPost, ...]


def add_contact(db: Database, *, name: str, role: Role, division_id: int, phone: str = "", who: str) -> tuple[ContactId, Change]:
    """A new contact; raises BadRequest for an empty name, an unfit unit, a phone that is none, or somebody who is there already."""
    wanted = name_from_text(name)
    if not contact_book.has_unit(db.conn, division_id):
        raise BadRequest(tr("没有这个单位。"), tr("请选择一个镇、村或社区。"))
    number = phone_from_text(phone)
    refuse_double(db.conn, contact_book.Details(wanted, number, role, division_id))
    label = tr("登记联系人：{name}", name=wanted)
    with history.recorded(db, label=label, who=who, kinds=(Kind.CONTACT,)) as entry:
        made = contact_book.add(
            db.conn, uid=new_uid(), name=wanted, initials=initials_of(wanted), role=role, division_id=division_id, phone=number
        )
        search.refresh(db.conn, Kind.CONTACT, [made])
    return made, Change(label, (Kind.CONTACT,), (made,), entry)


def preview_leaving(connection: sqlite3.Connection, contact_id: int, *, day: date | None = None, today: date | None = None) -> Leaving:
    """What would end when the contact leaves on ``day`` (today when None).

    Raises BadRequest for one unknown or gone, for a day to come, and for a day before something that has begun since.
    """
    contact = active_contact(connection, contact_id)
    now = (today or date.today()).isoformat()
    on = day.isoformat() if day else now
    if on > now:
        raise BadRequest(tr("日期晚于今天：{day}", day=on), tr("交接可以先写将来的日期；离任请到那一天再登记。"))
    held, posts = holdings.slots_of(connection, contact_id, max(on, now)), holdings.posts_of(connection, contact_id, max(on, now))
    starts = [one.from_date for one in held] + [one.from_date for one in posts]
    begun = [start for start in starts if on < start <= now]
    if begun:
        told = tr("{name}在 {day} 还开始担任新的岗位或网格，离任日期不能更早。", name=contact.name, day=max(begun))
        raise BadRequest(told, tr("请改离任日期，或先撤销那次分配。"))
    return Leaving(contact.name, on, tuple(held), tuple(posts))


def contact_leaves(
    db: Database, contact_id: int, *, why: str, who: str, day: date | None = None, today: date | None = None
) -> tuple[Leaving, Change]:
    """The contact looks after nobody from ``day`` on: slots and grid posts end then, waiting proposals are withdrawn.

    Hand over first what is to pass to others. Raises BadRequest without a reason.
    """
    if not why.strip():
        raise BadRequest(tr("没有写明离任原因。"), tr("请写一句原因，例如：调离、退休。"))
    leaving = preview_leaving(db.conn, contact_id, day=day, today=today)
    label = tr("{name}离任：{count} 个岗位和 {grids} 个网格结束", name=leaving.name, count=len(leaving.slots), grids=len(leaving.posts))
    kinds = (Kind.CONTACT, Kind.HOUSEHOLD, Kind.GRID, Kind.PROPOSAL)
    with history.recorded(db, label=label, who=who, kinds=kinds, why=why.strip()) as entry:
        _end(db.conn, contact_id, leaving, why=why.strip(), who=who, today=(today or date.today()).isoformat())
    return leaving, Change(label, kinds, (contact_id,), entry)


def _end(connection: sqlite3.Connection, contact_id: int, leaving: Leaving, *, why: str, who: str, today: str) -> None:
    for held in leaving.slots:
        holdings.end_slot(connection, held, day=leaving.day, reason="left")
    for post in leaving.posts:
        holdings.end_post(connection, post, day=leaving.day)
    contact_book.leave(connection, contact_id, day=leaving.day, reason=why)
    answer = tr("{name}已离任", name=leaving.name)
    proposals.withdraw_of_contact(connection, contact_id, day=today, who=who, answer=answer)


def limit_contact(db: Database, contact_id: int, most_families: int | None, *, who: str) -> Change:
    """The contact's own limit of families; None = the limit of the role. Raises BadRequest for one unknown, or no such number."""
    contact = active_contact(db.conn, contact_id)
    if most_families is not None and not 0 <= most_families <= MOST_FAMILIES:
        raise BadRequest(tr("上限要在 0 到 {most} 户之间。", most=MOST_FAMILIES), tr("不单独设上限请留空。"))
    if most_families is None:
        label = tr("{name}：不再单独设上限", name=contact.name)
    else:
        label = tr("{name}：最多联系 {count} 户", name=contact.name, count=most_families)
    with history.recorded(db, label=label, who=who, kinds=(Kind.CONTACT,)) as entry:
        contact_book.set_limit(db.conn, contact_id, most_families)
    return Change(label, (Kind.CONTACT,), (contact_id,), entry)


def name_from_text(text: str) -> str:
    """The name as it is kept; raises BadRequest for none, or one that is too long."""
    name = " ".join(normalize("NFKC", text).split())
    if not name or len(name) > LONGEST_NAME:
        raise BadRequest(tr("姓名不能为空，也不能超过 {most} 个字。", most=LONGEST_NAME), tr("请写联系人的姓名。"))
    return name


def refuse_double(connection: sqlite3.Connection, wanted: contact_book.Details, *, but: int | None = None) -> None:
    """Raise BadRequest when the same person is there already; ``but`` is the contact who is corrected."""
    same = contact_book.same_person(connection, wanted, but=but)
    if same is not None:
        told = tr("{unit}已有{role}{name}。", unit=same.unit, role=wanted.role.caption, name=same.name)
        raise BadRequest(told, tr("同名的另一个人请写明电话。"))


def phone_from_text(text: str) -> str | None:
    """The digits of a phone, None for an empty text; raises BadRequest for what is none."""
    number = re.sub(r"[\s()-]+", "", normalize("NFKC", text))
    if number and not _PHONE.fullmatch(number):
        raise BadRequest(tr("电话不对。"), tr("只写数字，例如 0915 开头的座机或 11 位手机号；不知道就留空。"))
    return number or None
