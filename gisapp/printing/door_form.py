"""入户核对表: one line a person in the order of the doors, to tick where everybody sleeps; the numbers let the ticks be typed in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gisapp.domain.family_sheet import FamilySheet, SheetPerson
from gisapp.domain.home import HomeRole
from gisapp.language import tr
from gisapp.printing.paged_table import TICK_BOX, Group, PrintColumn, PrintRow
from gisapp.printing.table_document import Imprint, TableDocument

ROW_PAD = 6.5
"""Room to write in a row."""


def door_forms(families: Sequence[FamilySheet], said: Imprint) -> list[TableDocument]:
    """One document a building (or grid), so that each can be given to whoever walks it."""
    documents = []
    for place, found in groupby(families, key=lambda one: one.door.place):
        rows = tuple(found)
        title = tr("入户核对表 · {place}", place=place or tr("没有现住房"))
        people = sum(len(one.people) for one in rows)
        about = said.about(tr("{families:,} 户 {people:,} 人", families=len(rows), people=people))
        how = tr("每人一行，在一个方框里打钩；外出的写明去处；没有见到的人不打钩。")
        by = tr("核对人：＿＿＿＿＿＿＿＿　　核对日期：＿＿＿＿＿＿＿＿")
        group = Group("", "", tuple(_row(one, person) for one in rows for person in one.people))
        documents.append(TableDocument(title, about, _columns(), (group,), (how, by), said.is_sample, 9, ROW_PAD))
    return documents


def _columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("门牌"), 11, is_bold=True),
        PrintColumn(tr("户主"), 8),
        PrintColumn(tr("人员编号"), 8),
        PrintColumn(tr("姓名"), 9, is_bold=True),
        PrintColumn(tr("关系"), 7),
        PrintColumn(tr("年龄"), 5.5),
        PrintColumn(tr("上次核对"), 19),
        PrintColumn(tr("1 在此住"), 7, has_boxes=True),
        PrintColumn(tr("2 原住房"), 7, has_boxes=True),
        PrintColumn(tr("3 外出（何处）"), 18, has_boxes=True),
        PrintColumn(tr("日期"), 7),
    )


def _row(one: FamilySheet, person: SheetPerson) -> PrintRow:
    homes = {home.number: home.role.caption for home in one.homes}
    where = homes.get(person.sleeping, person.sleeping) or tr("不详")
    last = tr("{where} · {day}", where=where, day=person.sleeping_since) if person.sleeping_since else where
    has_origin = any(home.role is HomeRole.ORIGIN and home.house_id is not None for home in one.homes)
    age = tr("{sex} {age}", sex=person.sex, age=person.age)
    cells = (
        one.door.flat, one.head, f"{person.id}", person.name, person.relation, age, last,
        TICK_BOX, TICK_BOX if has_origin else "—", TICK_BOX, "",
    )  # fmt: skip
    return PrintRow(cells)
