"""Which house is meant to be damaged: by its number, standing or not, or as a home of a family."""

from __future__ import annotations

import sqlite3

from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.damage import damaged_houses
from gisapp.storage.damage.damaged_houses import HouseName


def find_damaged_house(connection: sqlite3.Connection, text: str) -> HouseName:
    """The one house with this number, else the standing one with this id; raises BadRequest for none or several."""
    wanted = text.strip()
    found = damaged_houses.by_number(connection, wanted)
    if len(found) > 1:
        ids = tr("、").join(tr("{id} 号", id=one.house) if one.house else tr("已不存在的一处") for one in found[:10])
        raise BadRequest(tr("门牌“{number}”不止一处：{ids}。", number=wanted, ids=ids), tr("请改写房屋编号，或写住户的户编号。"))
    if found:
        return found[0]
    if wanted.isdecimal() and len(wanted) < 12:
        known = damaged_houses.houses(connection, damaged_houses.uids_of(connection, [int(wanted)]))
        if known:
            return next(iter(known.values()))
    raise BadRequest(tr("没有门牌或编号为“{number}”的房屋。", number=wanted), tr("请写完整的门牌，或写住户的户编号。"))


def damaged_home(connection: sqlite3.Connection, household_id: int) -> HouseName:
    """The only current home of a family; raises BadRequest when it has none, or two and does not say which."""
    homes = damaged_houses.homes_of(connection, household_id)
    if not homes:
        raise BadRequest(tr("这一户没有住房记录。"), tr("请写门牌。"))
    if len(homes) > 1:
        numbers = tr("、").join(one.number for one in homes)
        raise BadRequest(tr("这一户有 {count} 处住房：{numbers}。", count=len(homes), numbers=numbers), tr("请写受损那一处的门牌。"))
    return homes[0]
