"""gisapp damage: damaged houses after a flood, their rebuilding, and the board.

JSON of ``board``: day, total, done, open, rate (with rate_base), overdue, undamaged, by_town, by_village, by_grade, by_way, by_stage,
by_state and by_month ({key: {total, done, open}}), items. Of ``list``: total, done, open, items. Of ``show``: an item with states, stages,
stays, photo_list. Of steps: done_ids, refused, entry.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import click

from gisapp.cli import arguments, damage_about, damage_steps
from gisapp.cli.answer import answer
from gisapp.cli.damage_rows import board_data, board_text, case_data, case_text, item_text, list_data
from gisapp.cli.usage import TranslatedGroup
from gisapp.domain.damage import DamageGrade, DamageState, RebuildWay
from gisapp.domain.damage_board import Board, Grouping, MonthShare, Share
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.attach_photos import notices_of
from gisapp.services.choose_families import find_unit
from gisapp.services.damage_event import find_event
from gisapp.services.list_damage import DamageFilter, count_damage, damage_case, list_damage
from gisapp.storage import county_file

MOST_LINES = 200
GROUPINGS = click.Choice([one.value for one in Grouping])
STATES, GRADES, WAYS = (click.Choice([one.value for one in words]) for words in (DamageState, DamageGrade, RebuildWay))


@click.group("damage", cls=TranslatedGroup)
@arguments.county_file
@click.pass_context
def command(ctx: click.Context, file: Path) -> None:
    """灾后：受损房屋的上报、核实、恢复、看板。"""
    arguments.keep_file(ctx, file)


@command.command("board")
@click.option("--event", "event_text", help="只看一个灾次（名称或编号）。")
@click.option("--unit", help="只看一个单位（代码或名称）。")
@click.option("--state", type=STATES, help="只看已上报、已核实或有异议的。")
@click.option("--by", "groupings", type=GROUPINGS, multiple=True, help="屏幕上按什么分列，可写多次；默认全部。")
@click.option("--day", "day_text", help="按哪一天算逾期，默认今天。")
def board(event_text: str | None, unit: str | None, state: str | None, groupings: tuple[str, ...], day_text: str | None) -> None:
    """看板：需恢复、已完工、未完工，按镇、村、程度、方式、阶段、核实情况、月。"""
    day = arguments.day_from_text(day_text)
    with county_file.reading(arguments.kept_file()) as connection:
        found = count_damage(connection, filter_of(connection, event_text, unit, state=state), day=day)
    shown = [Grouping(one) for one in groupings] or list(Grouping)
    answer(board_data(found), "\n".join(board_text(found, shown)))


@command.command("list")
@click.option("--event", "event_text", help="只看一个灾次（名称或编号）。")
@click.option("--unit", help="只看一个单位（代码或名称）。")
@click.option("--state", type=STATES, help="只看已上报、已核实或有异议的。")
@click.option("--grade", type=GRADES, help="只看一种程度。")
@click.option("--way", type=WAYS, help="只看一种方式。")
@click.option("--by", "grouping", type=GROUPINGS, help="和 --key 一起：看板上某一行背后的名单。")
@click.option("--key", help="看板上那一行的键，如 rebuild、西山村、2021-09。")
@click.option("--open", "is_open", is_flag=True, help="只看未完工的。")
@click.option("--done", "is_done", is_flag=True, help="只看已完工的。")
@click.option("--overdue", "is_overdue", is_flag=True, help="只看过了计划完工日期的，最久的在前。")
@click.option("--day", "day_text", help="按哪一天算逾期，默认今天。")
def list_all(
    event_text: str | None, unit: str | None, state: str | None, grade: str | None, way: str | None, grouping: str | None, key: str | None,
    is_open: bool, is_done: bool, is_overdue: bool, day_text: str | None,
) -> None:  # fmt: skip
    """列出受损房屋；加 --by 和 --key 是看板上某个数字背后的名单。"""
    day = arguments.day_from_text(day_text) or date.today()
    with county_file.reading(arguments.kept_file()) as connection:
        wanted = filter_of(connection, event_text, unit, state=state, grade=grade, way=way)
        found = count_damage(connection, wanted, day=day)
        kept = tuple(list_damage(connection, wanted))
    if grouping is not None or key is not None:
        share = _share(found, Grouping(grouping) if grouping else None, key)
        kept = share.open_ones if is_open else share.done_ones if is_done else share.damages
    elif is_overdue:
        kept = found.overdue
    else:
        kept = found.whole.open_ones if is_open else found.whole.done_ones if is_done else kept
    lines = [tr("共 {count:,} 处。", count=len(kept)), *(item_text(one, day) for one in kept[:MOST_LINES])]
    if len(kept) > MOST_LINES:
        lines.append(tr("只列出前 {most} 处，全部请用 --json 或 export。", most=MOST_LINES))
    answer(list_data(kept, day), "\n".join(lines))


@command.command("show")
@click.argument("number", type=click.IntRange(1, 2**31), metavar="ID")
def show(number: int) -> None:
    """一处受损房屋的全部：核实经过、阶段、过渡住址、照片。"""
    day = date.today()
    with county_file.reading(arguments.kept_file()) as connection:
        case = damage_case(connection, number)
        notices = notices_of(connection, case)
    answer(case_data(case, notices, day), "\n".join(case_text(case, notices, day)))


def filter_of(
    connection: sqlite3.Connection, event: str | None, unit: str | None, *, state: str | None = None, grade: str | None = None,
    way: str | None = None,
) -> DamageFilter:  # fmt: skip
    """What the options ask for; raises BadRequest for an unknown event or unit."""
    place: tuple[str, tuple[int, ...]] = ("", ())
    if unit is not None:
        found = find_unit(connection, unit)
        place = (found.kind, (found.id,))
    return DamageFilter(
        event=find_event(connection, event).id if event is not None else None,
        place=place,
        state=DamageState(state) if state else None,
        grade=DamageGrade(grade) if grade else None,
        way=RebuildWay(way) if way else None,
    )


def _share(found: Board, grouping: Grouping | None, key: str | None) -> Share | MonthShare:
    if grouping is None or key is None:
        raise BadRequest(tr("--by 和 --key 要一起写。"), tr("例如：--by way --key rebuild。"))
    shares: tuple[Share | MonthShare, ...] = found.months if grouping is Grouping.MONTH else found.by(grouping)
    share = next((one for one in shares if one.key == key), None)
    if share is None:
        keys = "  ".join(one.key for one in shares[:30])
        raise BadRequest(tr("看板上没有“{key}”这一行。", key=key), tr("可用的键：{keys}。", keys=keys or "—"))
    return share


for step in (*damage_steps.STEPS, *damage_about.STEPS):
    command.add_command(step)
