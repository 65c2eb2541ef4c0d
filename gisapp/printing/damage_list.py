"""The list of damaged houses on paper, village by village, with the figures above it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from gisapp.domain.damage import Damage
from gisapp.language import tr
from gisapp.printing.paged_table import Group, PrintColumn, PrintRow
from gisapp.printing.table_document import Imprint, TableDocument


def damage_document(damages: Sequence[Damage], said: Imprint, *, title: str, notes: Sequence[str], place: str) -> TableDocument:
    """One row a damage in the order given, under a heading per village; overdue ones stand out."""
    groups, at = [], 0
    for (town, village), found in groupby(damages, key=lambda one: (one.town, one.village)):
        rows = tuple(found)
        done = sum(one.is_done for one in rows)
        note = tr("{total:,} 处，已完工 {done:,}，未完工 {open:,}", total=len(rows), done=done, open=sum(one.is_open for one in rows))
        heading = tr("{town} {village}", town=town, village=village) if village else tr("不在任何网格内")
        groups.append(Group(heading, note, tuple(_row(number, one, said.day) for number, one in enumerate(rows, at + 1))))
        at += len(rows)
    return TableDocument(title, said.about(place), _columns(), tuple(groups), tuple(notes), said.is_sample)


def _columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("序号"), 4),
        PrintColumn(tr("门牌"), 15, is_bold=True),
        PrintColumn(tr("户主"), 9),
        PrintColumn(tr("人数"), 4.5),
        PrintColumn(tr("程度"), 7),
        PrintColumn(tr("核实情况"), 7),
        PrintColumn(tr("恢复方式"), 7),
        PrintColumn(tr("阶段"), 7),
        PrintColumn(tr("计划完工"), 13),
        PrintColumn(tr("完工日期"), 9),
        PrintColumn(tr("责任人"), 7),
        PrintColumn(tr("说明"), 16),
    )


def _row(number: int, one: Damage, day: date) -> PrintRow:
    late = one.days_overdue(day)
    planned = tr("{day} 逾期 {days} 天", day=one.planned_on, days=late) if late else one.planned_on or ""
    cells = (
        f"{number}", one.number, one.head or tr("没有住户"), f"{one.people}", one.grade.caption, one.state.caption,
        one.way.caption if one.way else "", one.stage_caption, planned, one.finished_on or "", one.contact_name, one.note,
    )  # fmt: skip
    return PrintRow(cells, is_urgent=bool(late))
