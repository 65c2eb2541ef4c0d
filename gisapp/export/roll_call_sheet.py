"""The sheet of a roll call: whom to call, what is known so far, and columns to fill in by hand and read back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from gisapp.domain.affected import CallLine
from gisapp.domain.roll_call import RollCallRow, RollState, clock
from gisapp.domain.roll_call_sheet import titles
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.services.roll_call.report_roll_call import PlaceProgress, report_roll_call, roll_call_headline
from gisapp.storage.county import settings


def write_roll_call_sheet(
    connection: sqlite3.Connection, rows: Sequence[RollCallRow], path: Path, *, run: int, cancelled: Callable[[], bool] | None = None
) -> int:
    """Write the families in this order and the figures of the run; returns the number of families. Phones are masked.

    Raises BadFile, Cancelled.
    """
    report = report_roll_call(connection, run)
    head = roll_call_headline(run, report.total)
    how = tr("在“点名结果”里选一项，时间写 20:15 的样子；没有结果的户留空。读回时只看最后六列，请不要改户编号。")
    marks = (tr("示例数据：人物与电话均为虚构。"),) if settings.read(connection, "is_sample", False) else ()
    tables = (
        Table(tr("点名表"), _columns(), _rows(rows), (head, how, tr("电话已脱敏。"), *marks)),
        *(
            Table(title, _figure_columns(title), _figures(places), (head, *marks))
            for title, places in ((tr("按镇"), report.towns), (tr("按村/社区"), report.villages), (tr("按网格"), report.grids))
        ),
    )
    write_workbook(path, tables, cancelled=cancelled)
    return len(rows)


def _columns() -> tuple[Column, ...]:
    words = titles()
    answers = tuple(state.caption for state in RollState)
    return (
        Column("level", tr("等级"), 7), Column("grid", tr("网格"), 14), Column("number", tr("门牌"), 24), Column("head", tr("户主"), 9),
        Column("phone", tr("电话"), 14), Column("residents", tr("人数"), 6, Content.INTEGER), Column("marks", tr("重点人群"), 11),
        Column("community", tr("社区线主责"), 20), Column("village", tr("村线主责"), 20), Column("officer", tr("网格员"), 20),
        Column("planned", tr("安排去处"), 18), Column("now", tr("现在"), 20),
        Column("answer", words["answer"], 11, choices=answers), Column("place", words["place"], 16), Column("time", words["time"], 8),
        Column("who", words["who"], 8), Column("note", words["note"], 18), Column("code", words["code"], 19),
    )  # fmt: skip


def _rows(rows: Sequence[RollCallRow]) -> Iterator[Row]:
    for row in rows:
        call, entry = row.call, row.entry
        leads = (_line(one) for one in (call.community_lead, call.village_lead, call.officer))
        now = tr("{time} {what}", time=clock(entry.at), what=entry.what) if entry else ""
        planned = row.planned.text if row.planned else ""
        yield (
            call.level.caption, call.grid, call.number, call.head, call.phone, call.residents, call.marks, *leads, planned, now,
            "", "", "", "", "", call.code,
        )  # fmt: skip


def _line(contact: CallLine | None) -> str:
    return tr("{name} {phone}", name=contact.name, phone=contact.phone).strip() if contact else ""


def _figure_columns(title: str) -> tuple[Column, ...]:
    states = (Column(state.value, state.caption, 11, Content.INTEGER) for state in RollState)
    people = (Column(f"{state.value}_people", tr("{state}（人）", state=state.caption), 13, Content.INTEGER) for state in RollState)
    return (
        Column("name", title, 20), Column("families", tr("名单上（户）"), 11, Content.INTEGER), *states,
        Column("reached", tr("联系上（% 户）"), 11, Content.INTEGER), Column("out", tr("已离开（% 户）"), 11, Content.INTEGER),
        Column("people", tr("名单上（人）"), 11, Content.INTEGER), *people,
    )  # fmt: skip


def _figures(places: Sequence[PlaceProgress]) -> Iterator[Row]:
    for one in places:
        found = one.progress
        families, people = ([getattr(found.of(state), unit) for state in RollState] for unit in ("families", "people"))
        yield one.title, found.families, *families, found.reached_percent, found.out_percent, found.people, *people
