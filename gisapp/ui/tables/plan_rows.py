"""A plan's moves and loads as rows and columns."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from gisapp.domain.cards import HouseholdRow
from gisapp.domain.contact_plan import ContactPlan, SlotMove
from gisapp.language import tr
from gisapp.storage.contacts import caseloads
from gisapp.storage.families import households
from gisapp.ui.tables.rows import Column


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move with the names of its family and people; ``before`` is "" where nobody holds the slot."""

    move: SlotMove
    family: HouseholdRow
    before: str
    after: str
    unit: str


def move_rows(connection: sqlite3.Connection, plan: ContactPlan) -> tuple[MoveRow, ...]:
    """The moves in the order of their families' doors."""
    families = households.rows(connection, list({int(move.household) for move in plan.moves}))
    order = {int(row.id): place for place, row in enumerate(families)}
    people = {one.id: one for one in caseloads.contacts(connection, date.today().isoformat())} if plan.moves else {}
    found = []
    for move in sorted(plan.moves, key=lambda move: order[int(move.household)]):
        before, after = "" if move.before is None else people[int(move.before)].name, people[int(move.after)]
        found.append(MoveRow(move, families[order[int(move.household)]], before, after.name, after.unit))
    return tuple(found)


def move_columns() -> tuple[Column, ...]:
    """Of the moves; the boxes stand in the first."""
    return (
        Column(tr("户主"), lambda row: row.family.head, 6),
        Column(tr("岗位"), lambda row: row.move.slot.caption, 11),
        Column(tr("原联系人"), lambda row: row.before or "—", 4.6),
        Column(tr("改由"), lambda row: row.after, 4.6),
        Column(tr("单位"), lambda row: row.unit, 7),
        Column(tr("原因"), lambda row: row.move.why.caption, 8),
        Column(tr("搬迁自"), lambda row: row.family.origin, 6),
        Column(tr("现住房"), lambda row: row.family.number, 14),
        Column(tr("户编号"), lambda row: row.family.code, 8),
    )


def load_columns() -> tuple[Column, ...]:
    """Of the loads; the bars stand in the last."""
    return (
        Column(tr("姓名"), lambda row: row.name, 4),
        Column(tr("单位"), lambda row: row.unit, 6),
        Column(
            tr("户数"), lambda row: tr("{before} → {after}", before=row.before, after=row.after), 5.2,
            order=lambda row: row.before, is_number=True, tint=lambda row: "danger" if row.after > row.limit else "",
        ),
        Column(tr("调整前后"), lambda row: tr("上限 {limit} 户", limit=row.limit), 9, order=lambda row: row.after),
    )  # fmt: skip
