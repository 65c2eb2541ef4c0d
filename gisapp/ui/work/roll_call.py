"""Slice of the flood team's work: the roll call with its keys, its board, and what is known of a family."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from gisapp.domain.affected import AffectedRun
from gisapp.domain.cards import HouseholdCard
from gisapp.domain.change import Kind
from gisapp.domain.roll_call import Progress, RollCallEntry, RollCallRow, RollState, clock
from gisapp.language import tr
from gisapp.services.roll_call.list_roll_call import list_roll_call
from gisapp.services.roll_call.report_roll_call import roll_call_total
from gisapp.storage.roll_call import roll_calls
from gisapp.ui.cards.card import Card
from gisapp.ui.panels.table import Listing
from gisapp.ui.work import roll_call_deeds, roll_call_lists
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import (
    FamilySection,
    MapPage,
    Place,
    Renewal,
    RunAction,
    RunSection,
    Slice,
    WorkButton,
    WorkCommand,
    WorkList,
)

KINDS = frozenset({Kind.ROLL_CALL, Kind.RUN, Kind.HOUSEHOLD, Kind.RESIDENT, Kind.CONTACT, Kind.ALLOCATION, Kind.SAFE_SITE})
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class FamilyCalled:
    """What the card shows of a family on the latest run's list."""

    run: int
    household: int
    log: tuple[RollCallEntry, ...]


def _buttons() -> tuple[WorkButton, ...]:
    tips = (
        tr("打过，没人接：按 1"),
        tr("说到了，人还在家里：按 2"),
        tr("已经走了，去处按“安排去处”一栏；去了别处按 6：按 3"),
        tr("说到了，不肯走：按 4"),
        tr("人不在险区，在外面：按 5"),
    )
    marks = (
        WorkButton(tr("{key} {state}", key=state.key, state=state.caption), "", roll_call_deeds.marking(state), tip, state.key)
        for state, tip in zip(RollState, tips, strict=True)
    )
    more = WorkButton(tr("6 去处、备注…"), "", roll_call_deeds.ask_more, tr("写明去了哪里，或记一句话：按 6"), "6")
    return (*marks, more)


def _read_run(connection: sqlite3.Connection, run: AffectedRun) -> Progress | None:
    found = roll_call_total(connection, int(run.id))
    return found if found.families else None


def _draw_run(sheet: Card, found: Progress, desk: WorkDesk) -> None:
    sheet.section(tr("点名"))
    for state in RollState:
        tally = found.of(state)
        value = tr("{families} 户 {people} 人", families=f"{tally.families:,}", people=f"{tally.people:,}")
        sheet.line(state.caption, value, role="danger" if tally.families and not state.is_reached else "")
    values = {"reached": found.reached.families, "out": found.out.families, "families": found.families}
    rates = {"reached_percent": found.reached_percent, "out_percent": found.out_percent}
    sheet.note(
        tr("联系上 {reached:,} 户（{reached_percent}%），已离开 {out:,} 户（{out_percent}%），按 {families:,} 户计", **values, **rates)
    )
    sheet.button(tr("点名"), partial(roll_call_deeds.open_list, desk), icon="phone", tip=tr("逐户按 1 到 5 记结果"))


def _read_family(connection: sqlite3.Connection, card: HouseholdCard) -> FamilyCalled | None:
    run, family = roll_calls.latest_run(connection), int(card.id)
    if run is None or not roll_calls.on_list(connection, run, [family]):
        return None
    roll_call = roll_calls.of_run(connection, run)
    return FamilyCalled(run, family, tuple(roll_calls.log_of(connection, roll_call.id, family)) if roll_call else ())


def _draw_family(sheet: Card, found: FamilyCalled, desk: WorkDesk) -> None:
    sheet.section(tr("点名（研判第 {run} 号）", run=found.run))
    if not found.log:
        sheet.note(tr("还没有记过结果。"))
    for entry in found.log[:MOST_LINES]:
        words = tr("{what}　{note}", what=entry.what, note=entry.note) if entry.note else entry.what
        sheet.line(clock(entry.at), tr("{words}（{who}）", words=words, who=entry.who))
    if len(found.log) > MOST_LINES:
        sheet.note(tr("另有更早的 {count} 条。", count=len(found.log) - MOST_LINES))
    sheet.button(tr("记点名结果…"), partial(_ask_family, desk, found), icon="phone")


def _ask_family(desk: WorkDesk, found: FamilyCalled) -> None:
    def read(connection: sqlite3.Connection) -> list[RollCallRow]:
        return [row for row in list_roll_call(connection, found.run) if row.household == found.household]

    def show(rows: Sequence[RollCallRow]) -> None:
        if rows:
            roll_call_deeds.open_form(desk, rows)

    desk.county.tasks.read(read, show, key="roll call of one")


def _board(desk: WorkDesk) -> QWidget:
    from gisapp.ui.panels.roll_call_board import RollCallBoard

    return RollCallBoard(desk)


def _list(
    name: str,
    title: Callable[[], str],
    count: Callable[[sqlite3.Connection, Place], int],
    listing: Callable[[sqlite3.Connection, Place], Listing],
) -> WorkList:
    renewal = Renewal(Kind.ROLL_CALL, roll_call_lists.renewed)
    return WorkList(name, title, count, listing, _buttons, KINDS, is_urgent=name == "not_reached", renewal=renewal)


def _with(deed: Callable[[WorkDesk, int], None]) -> Callable[[WorkDesk, AffectedRun], None]:
    return lambda desk, run: deed(desk, int(run.id))


SLICE = Slice(
    flood_lists=(
        _list("roll_call", lambda: tr("点名"), roll_call_lists.count_families, roll_call_lists.list_all),
        _list("not_reached", lambda: tr("没联系上"), roll_call_lists.count_not_reached, roll_call_lists.list_not_reached),
        _list("still_there", lambda: tr("通知了还没走"), roll_call_lists.count_still_there, roll_call_lists.list_still_there),
    ),
    flood_pages=(MapPage("roll_call_board", lambda: tr("点名进度"), _board),),
    run_sections=(RunSection("roll_call", _read_run, _draw_run),),
    run_actions=(
        RunAction("export_roll_call", lambda: tr("导出点名…"), _with(roll_call_deeds.export), icon="save", opens_group=True),
        RunAction("merge_roll_call", lambda: tr("合并另一台的点名…"), _with(roll_call_deeds.merge), icon="open"),
        RunAction("begin_roll_call", lambda: tr("另起一次点名"), _with(roll_call_deeds.begin_anew), icon="new"),
    ),
    family_sections=(FamilySection("roll_call", _read_family, _draw_family),),
    commands=(
        WorkCommand("roll_call", roll_call_deeds.open_list),
        WorkCommand("export_roll_call", roll_call_deeds.with_run(roll_call_deeds.export)),
        WorkCommand("merge_roll_call", roll_call_deeds.with_run(roll_call_deeds.merge)),
    ),
)
