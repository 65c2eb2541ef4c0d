"""The call list of a hazard run as a workbook: whom to call, the figures, property, own safe homes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from gisapp.domain.affected import AffectedRun, CallLine, CallRow, PropertyRow, Tally
from gisapp.export.call_pages import caller_tables
from gisapp.export.run_notes import run_notes
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.services.runs.list_calls import list_unknown
from gisapp.services.runs.route_calls import route_calls


def call_list_sheet(
    connection: sqlite3.Connection,
    run: AffectedRun,
    path: Path,
    *,
    is_revealed: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write the sheets of a stored run and return the number of families; the list's phones are written as ``run`` has them.

    ``is_revealed`` is what the sheets say of them. Raises BadFile, Cancelled.
    """
    notes = run_notes(connection, run, is_revealed=is_revealed)
    tables = (
        Table(tr("电话名单"), call_columns(), (call_row(call) for call in by_grid(run.calls)), notes),
        *caller_tables(route_calls(connection, run, is_revealed=is_revealed), notes),
        Table(tr("汇总"), _figure_columns(), _figures(run), notes),
        Table(tr("空置原住房"), _property_columns(), _property(run.property), notes),
        Table(tr("空置住房"), _property_columns(), _property(run.vacant), notes),
        Table(tr("去自己另一处住房"), (*call_columns(), _own_home()), _with_own_home(run), notes),
        *_unknown(connection, run, notes),
    )
    write_workbook(path, tables, cancelled=cancelled)
    return len(run.calls)


def by_grid(calls: Iterable[CallRow]) -> list[CallRow]:
    """Those nobody can reach first, then grid after grid, as one walks; within a grid the worst level first."""
    return sorted(calls, key=lambda call: (call.is_reachable, call.grid_code, call.level.rank))


def call_columns() -> tuple[Column, ...]:
    """The columns of the call list, in the order in which one calls."""
    return (
        Column("level", tr("等级"), 7),
        Column("town", tr("镇"), 11),
        Column("village", tr("村/社区"), 14),
        Column("grid_code", tr("网格编号"), 18),
        Column("grid", tr("网格"), 16),
        Column("number", tr("门牌"), 26),
        Column("head", tr("户主"), 10),
        Column("phone", tr("电话"), 14),
        Column("residents", tr("应转移人数"), 8, Content.INTEGER),
        Column("marks", tr("重点人群"), 12),
        Column("sleeping", tr("现住何处"), 34),
        Column("community_lead", tr("社区线主责"), 11),
        Column("community_phone", tr("社区线电话"), 14),
        Column("village_lead", tr("村线主责"), 11),
        Column("village_phone", tr("村线电话"), 14),
        Column("officer", tr("网格员"), 10),
        Column("officer_phone", tr("网格员电话"), 14),
        Column("safe_site", tr("避险点"), 18),
        Column("safe_site_m", tr("距离（米）"), 10, Content.INTEGER),
        Column("safe_site_how", tr("怎样定的"), 14),
        Column("own_safe_home", tr("自己有安全住房"), 9),
        Column("relocated", tr("搬迁户"), 9),
        Column("reachable", tr("联系人"), 10),
        Column("code", tr("户编号"), 20),
    )


def call_row(call: CallRow) -> Row:
    """One family's cells under ``call_columns``."""
    metres = None if call.safe_site_m is None else round(call.safe_site_m)
    return (
        call.level.caption, call.town, call.village, call.grid_code, call.grid, call.number, call.head, call.phone, call.residents,
        call.marks, call.sleeping, *_line(call.community_lead), *_line(call.village_lead), *_line(call.officer),
        call.safe_site, metres, _how(call),
        tr("是") if call.has_own_safe_home else "", _relocated(call), "" if call.is_reachable else tr("无联系人电话"),
        call.code,
    )  # fmt: skip


def _how(call: CallRow) -> str:
    """How the safe site was found, and what its distance is."""
    if call.no_site is not None:
        return call.no_site.caption
    if not call.safe_site:
        return ""
    return call.walk.caption if call.is_allocated and call.walk else tr("最近的，直线")


def _relocated(call: CallRow) -> str:
    if call.is_at_origin:
        return tr("在原住房")
    return tr("是") if call.is_relocated else ""


def _line(contact: CallLine | None) -> tuple[str, str]:
    return ("", "") if contact is None else (contact.name, contact.phone)


def _figure_columns() -> tuple[Column, ...]:
    numbers = (
        Column("houses", tr("住房（处）"), 13, Content.INTEGER),
        Column("households", tr("户"), 13, Content.INTEGER),
        Column("residents", tr("人"), 13, Content.INTEGER),
    )
    return (Column("part", tr("分项"), 24), Column("name", tr("名称"), 34), *numbers)


def _figures(run: AffectedRun) -> Iterator[Row]:
    totals = run.totals
    grid_names = {call.grid_code: tr("{code} {name}", code=call.grid_code, name=call.grid) for call in run.calls}
    yield _counted(tr("合计"), "", totals.total)
    for level, tally in totals.by_level:
        yield _counted(tr("按等级（每户只计一次，取最重）"), level.caption, tally)
    for name, tally in totals.by_hazard:
        yield _counted(tr("按风险区（重叠处各计一次）"), name, tally)
    for names, tally in totals.combinations if len(totals.by_hazard) > 1 else ():
        yield _counted(tr("恰好在这些风险区（各类相加等于合计）"), tr("、").join(names), tally)
    yield _counted(tr("同时在两个及以上风险区"), "", totals.both)
    if run.question.buffer_m:
        yield _counted(tr("只因外扩才进入险区"), "", totals.only_by_buffer)
    yield from _people(run)
    for code, tally in totals.by_grid:
        yield _counted(tr("按网格"), grid_names.get(code, code) or tr("不在任何网格内"), tally)


def _people(run: AffectedRun) -> Iterator[Row]:
    totals, weak = run.totals, run.totals.vulnerable
    part = tr("重点人群（一人可有多项）")
    yield tr("重点人群（每人只计一次）"), "", None, None, weak.people
    captions = (tr("65岁及以上"), tr("6岁以下"), tr("残疾"), tr("重病"), tr("孕妇"), tr("独居"))
    counts = (weak.elderly, weak.children, weak.disabled, weak.ill, weak.pregnant, weak.alone)
    for caption, count in zip(captions, counts, strict=True):
        yield part, caption, None, None, count
    yield tr("空置的原住房（财产）"), "", totals.empty_origin, None, None
    yield tr("空置住房（今晚无人）"), "", totals.vacant_homes, None, None
    yield tr("睡在险区而自家不在名单上的人"), "", None, None, totals.sleepers_elsewhere
    yield tr("自己另有安全住房"), "", None, totals.own_safe_home, None
    yield tr("无联系人电话"), "", None, totals.without_contact, None
    yield tr("没有结论的住房"), "", totals.unknown, None, None


def _counted(part: str, name: str, tally: Tally) -> Row:
    return part, name, tally.houses, tally.households, tally.residents


def _property_columns() -> tuple[Column, ...]:
    return (
        Column("grid", tr("网格"), 18),
        Column("number", tr("门牌"), 30),
        Column("level", tr("等级"), 7),
        Column("head", tr("户主"), 12),
        Column("phone", tr("电话"), 14),
        Column("lives_at", tr("现住"), 34),
        Column("relocated", tr("搬迁户"), 9),
        Column("community_lead", tr("社区线主责"), 11),
        Column("community_phone", tr("社区线电话"), 14),
    )


def _property(homes: Sequence[PropertyRow]) -> Iterator[Row]:
    for home in homes:
        moved = "" if not home.is_relocated else (tr("在原住房") if home.is_origin else tr("是"))
        yield home.grid, home.number, home.level.caption, home.head, home.phone, home.lives_at, moved, *_line(home.community_lead)


def _unknown(connection: sqlite3.Connection, run: AffectedRun, notes: tuple[str, ...]) -> Iterator[Table]:
    """The houses without a conclusion, when there are any: each of them must be looked at by somebody."""
    if not run.totals.unknown:
        return
    columns = (
        Column("town", tr("镇"), 11),
        Column("village", tr("村/社区"), 14),
        Column("grid", tr("网格"), 16),
        Column("number", tr("门牌"), 30),
        Column("head", tr("户主"), 12),
        Column("residents", tr("人数"), 8, Content.INTEGER),
        Column("why", tr("原因"), 24),
    )
    rows = (
        (
            row.town,
            row.village,
            row.grid,
            row.number,
            row.head,
            row.residents,
            row.reason,
        )
        for row in list_unknown(connection, run.id)
    )
    yield Table(tr("没有结论的住房"), columns, rows, notes)


def _own_home() -> Column:
    return Column("own_home", tr("自己的安全住房"), 30)


def _with_own_home(run: AffectedRun) -> Iterator[Row]:
    return ((*call_row(call), call.own_home) for call in by_grid(run.calls) if call.has_own_safe_home)
