"""The register of a community's or site's families on paper, building by building."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gisapp.domain.family_sheet import FamilySheet
from gisapp.export.register import slots_text
from gisapp.language import tr
from gisapp.printing.paged_table import Group, PrintColumn, PrintRow
from gisapp.printing.table_document import Imprint, TableDocument


def register_document(families: Sequence[FamilySheet], said: Imprint, *, place: str) -> TableDocument:
    """One row a family in the order of the doors, under a heading per building or grid."""
    people = sum(len(one.people) for one in families)
    relocated = [one for one in families if one.slots]
    counts = tr(
        "{families:,} 户 {people:,} 人；搬迁户 {relocated:,} 户，其中缺岗 {gaps:,} 户，两头跑 {two_ends:,} 户。",
        families=len(families), people=people, relocated=len(relocated), gaps=sum(1 for one in relocated if one.missing),
        two_ends=sum(1 for one in relocated if one.is_two_ends),
    )  # fmt: skip
    about = said.about(tr("电话已脱敏"))
    return TableDocument(tr("住户册 · {place}", place=place), about, _columns(), _groups(families), (counts,), said.is_sample)


def _groups(families: Sequence[FamilySheet]) -> tuple[Group, ...]:
    groups, at = [], 0
    for place, found in groupby(families, key=lambda one: one.door.place):
        rows = tuple(found)
        note = tr("{families:,} 户 {people:,} 人", families=len(rows), people=sum(len(one.people) for one in rows))
        groups.append(Group(place or tr("没有现住房"), note, tuple(_row(number, one) for number, one in enumerate(rows, at + 1))))
        at += len(rows)
    return tuple(groups)


def _columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("序号"), 4),
        PrintColumn(tr("门牌"), 13, is_bold=True),
        PrintColumn(tr("户主"), 9, is_bold=True),
        PrintColumn(tr("人数"), 4.5),
        PrintColumn(tr("重点人群"), 8),
        PrintColumn(tr("电话"), 9.5),
        PrintColumn(tr("户籍村"), 15),
        PrintColumn(tr("六岗"), 20),
        PrintColumn(tr("两头跑"), 6),
        PrintColumn(tr("备注"), 12),
    )


def _row(number: int, one: FamilySheet) -> PrintRow:
    two_ends = tr("两头跑") if one.slots and one.is_two_ends else ""
    cells = (
        f"{number}", one.door.flat, one.head, f"{len(one.people)}", one.marks_text, one.phone, one.origin_text,
        slots_text(one), two_ends, "",
    )  # fmt: skip
    return PrintRow(cells, is_urgent=bool(one.missing))
