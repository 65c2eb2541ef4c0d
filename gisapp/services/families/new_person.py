"""Somebody the county file does not know yet: what was typed, checked."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from gisapp.domain.family import NEW, Person, Sleeping
from gisapp.domain.person import Relation, Sex
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.sample.names import initials_of
from gisapp.storage.families import families

MOST_NAME_LETTERS = 40
_ID_NUMBER = re.compile(r"[0-9]{14,17}[0-9A-Z]")
_PHONE = re.compile(r"[0-9+ -]{5,20}")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What is known of somebody new; ``id_number`` and ``phone`` may be empty."""

    name: str
    sex: Sex
    birth_date: str
    id_number: str = ""
    phone: str = ""


def as_person(connection: sqlite3.Connection, new: NewPerson, *, day: str) -> Person:
    """The person as a value; raises BadRequest for a name, birth date, ID number or phone that cannot be."""
    name, id_number, phone = new.name.strip(), new.id_number.strip().upper(), new.phone.strip()
    if not name or len(name) > MOST_NAME_LETTERS or not name.isprintable():
        raise BadRequest(tr("姓名不能用：{name}", name=name or "—"), tr("请写 1 到 40 个字的姓名。"))
    if new.birth_date > day:
        raise BadRequest(tr("{name}在 {day} 尚未出生。", name=name, day=day), tr("请检查日期。"))
    if id_number and not _ID_NUMBER.fullmatch(id_number):
        raise BadRequest(tr("证件号码的写法不对。"), tr("请写 15 或 18 位证件号码，或先空着。"))
    holder = families.holder_of_id_number(connection, id_number) if id_number else None
    if holder is not None:
        raise BadRequest(tr("这个证件号码已经登记在{name}名下。", name=holder), tr("同一个人请用迁入或婚入，不要重复登记。"))
    if phone and not _PHONE.fullmatch(phone):
        raise BadRequest(tr("电话的写法不对：{phone}", phone=phone), tr("请只写数字，或先空着。"))
    sleeping = Sleeping(None, None, None)
    return Person(NEW, name, Relation.OTHER, new.sex, new.birth_date, sleeping, id_number or None, phone or None, initials_of(name))
