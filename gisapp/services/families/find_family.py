"""Which family and which of its people a person means by a number, an id or a name."""

from __future__ import annotations

import sqlite3

from gisapp.domain.family import Person
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.family_change import living_family
from gisapp.storage.families import households


def find_family(connection: sqlite3.Connection, text: str) -> int:
    """Id of the family with this number (户编号), else with this id; raises BadRequest."""
    text = text.strip()
    found = households.by_code(connection, [text])
    if text in found:
        return found[text]
    if text.isdecimal() and len(text) < 12 and households.existing(connection, [int(text)]):
        return int(text)
    raise BadRequest(tr("没有编号为“{text}”的户。", text=text), tr("请写户编号，可先用 gisapp search 查找。"))


def find_member(connection: sqlite3.Connection, household_id: int, text: str, *, day: str) -> int:
    """Id of the one person present in the family with this id or name; raises BadRequest for none or namesakes."""
    family, text = living_family(connection, household_id, day), text.strip()
    found = [one for one in family.present if str(one.id) == text] or [one for one in family.present if one.name == text]
    if len(found) == 1:
        return found[0].id
    names = tr("、").join(_named(one) for one in family.present)
    if found:
        raise BadRequest(
            tr("{family}里有 {count} 人叫{name}。", family=family.caption, count=len(found), name=text),
            tr("请改写人的编号：{names}。", names=names),
        )
    raise BadRequest(tr("{family}里没有“{text}”。", family=family.caption, text=text), tr("这户有：{names}。", names=names or "—"))


def _named(person: Person) -> str:
    return f"{person.name}({person.id})"
