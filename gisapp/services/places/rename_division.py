"""Rename a village, community, town or county: the old name is kept and still finds it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.family_change import day_of
from gisapp.services.places.merge_divisions import standing
from gisapp.storage.county import history, search
from gisapp.storage.places import lineage
from gisapp.storage.places.lineage import Division

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_NAME_LETTERS = 40


@dataclass(frozen=True, slots=True)
class DivisionRename:
    """What a renaming would do; ``day`` is the first day of the new name."""

    division: Division
    name: str
    day: str

    @property
    def label(self) -> str:
        return tr("{old}更名为{new}", old=self.division.name, new=self.name)


def preview_rename(connection: sqlite3.Connection, division_id: int, name: str, *, day: date | None = None) -> DivisionRename:
    """What renaming would do; writes nothing.

    Raises BadRequest for a unit that was merged, a name that cannot be, or one that a unit of the same town bears.
    """
    on, name = day_of(day), name.strip()
    unit = standing(connection, division_id)
    if not name or len(name) > MOST_NAME_LETTERS or not name.isprintable():
        raise BadRequest(tr("名称不能用：{name}", name=name or "—"), tr("请写 1 到 40 个字的名称。"))
    if any(one.parent_id == unit.parent_id and one.successor_id is None for one in lineage.by_text(connection, name) if one.name == name):
        raise BadRequest(tr("同一个上级单位里已经有“{name}”。", name=name), tr("请换一个名称。"))
    return DivisionRename(unit, name, on)


def rename_division(db: Database, division_id: int, name: str, *, who: str, day: date | None = None, why: str | None = None) -> Change:
    """Give a unit another name from ``day`` on; raises BadRequest where preview_rename does."""
    plan = preview_rename(db.conn, division_id, name, day=day)
    unit = plan.division
    with history.recorded(db, label=plan.label, who=who, kinds=(Kind.DIVISION,), why=why) as entry:
        lineage.add_former_name(db.conn, unit.id, unit.name, to_date=plan.day, reason="rename")
        lineage.rename(db.conn, unit.id, plan.name)
        search.refresh(db.conn, Kind.DIVISION, [unit.id])
    return Change(plan.label, (Kind.DIVISION,), (unit.id,), entry)
