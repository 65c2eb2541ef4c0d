"""The form of sleeping places as a workbook: one row a person in door order, the answer a drop-down."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from gisapp.domain.sleeping import Sleeper, SleepingPlace
from gisapp.domain.sleeping_form import ANSWERS, titles
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.storage.county import settings


def write_sleeping_form(connection: sqlite3.Connection, people: Sequence[Sleeper], path: Path, *, title: str) -> int:
    """Write the form for these people and return their number; raises BadFile."""
    marks = (tr("示例数据：人物与电话均为虚构。"),) if settings.read(connection, "is_sample", False) else ()
    how = tr("在“核对结果”里选一项；住在别处的写明地方；没有见到的人留空。核对日期写成 2026-07-12，留空按读回那天算。请不要改前四列。")
    return write_workbook(path, (Table(tr("住处核对"), _columns(), _rows(people), (tr("住处核对表：{title}", title=title), how, *marks)),))


def _columns() -> tuple[Column, ...]:
    words = titles()
    answers = tuple(place.caption for place in ANSWERS)
    return (
        Column("person", words["person"], 11), Column("code", words["code"], 15), Column("number", words["number"], 26),
        Column("name", words["name"], 10), Column("now", words["now"], 26), Column("checked", words["checked"], 12, Content.DATE),
        Column("answer", words["answer"], 12, choices=answers), Column("note", words["note"], 24),
        Column("day", words["day"], 12),
    )  # fmt: skip


def _rows(people: Sequence[Sleeper]) -> Iterator[Row]:
    for one in people:
        now = one.place.caption if one.place is not SleepingPlace.ELSEWHERE else one.where
        yield (str(one.resident), one.code, one.number, one.name, now, one.checked_on, "", "", "")
