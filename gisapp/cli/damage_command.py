"""gisapp damage: damaged houses after a flood, their rebuilding, and the board.

JSON of ``board``: day, total, done, open, rate (with rate_base), overdue, undamaged, by_town, by_village, by_grade, by_way, by_stage,
by_state and by_month ({key: {total, done, open}}), items. Of ``list``: total, done, open, items. Of ``show``: an item with states, stages,
stays, photo_list. Of steps: done_ids, refused, entry.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from gisapp.cli import arguments, damage_about, damage_steps
from gisapp.cli.answer import answer
from gisapp.cli.damage_rows import board_data, board_text, case_data, case_text, item_text, list_data
from gisapp.cli.paper import refuse_ending, write_pdf
from gisapp.cli.usage import TranslatedGroup
from gisapp.domain.damage import Damage, DamageGrade, DamageState, RebuildWay
from gisapp.domain.damage_board import Board, Grouping, MonthShare, Share
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.attach_photos import notices_of
from gisapp.services.damage.damage_event import find_event
from gisapp.services.damage.list_damage import DamageFilter, count_damage, damage_case, list_damage
from gisapp.services.families.choose_families import find_unit
from gisapp.storage.county import county_file

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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What ``list`` and ``export`` ask for."""

    event_text: str | None
    unit: str | None
    state: str | None
    grade: str | None
    way: str | None
    grouping: str | None
    key: str | None
    is_open: bool
    is_done: bool
    is_overdue: bool
    day_text: str | None

    @property
    def day(self) -> date:
        return arguments.day_from_text(self.day_text) or date.today()

    def read(self, connection: sqlite3.Connection) -> tuple[Board, tuple[Damage, ...]]:
        """(the board of what fits, the list behind the figure that is meant); raises BadRequest for what does not exist."""
        wanted = filter_of(connection, self.event_text, self.unit, state=self.state, grade=self.grade, way=self.way)
        found = count_damage(connection, wanted, day=self.day)
        if self.grouping is not None or self.key is not None:
            share = _share(found, Grouping(self.grouping) if self.grouping else None, self.key)
            return found, self._part(share)
        if self.is_overdue:
            return found, found.overdue
        return found, self._part(found.whole) if self.is_open or self.is_done else tuple(list_damage(connection, wanted))

    def _part(self, share: Share | MonthShare) -> tuple[Damage, ...]:
        return share.open_ones if self.is_open else share.done_ones if self.is_done else share.damages


def asked(call: Callable[..., None]) -> Callable[..., None]:
    """The options of ``list`` and ``export``; ``call`` gets them as its ``wanted``."""
    options = (
        click.option("--event", "event_text", help="只看一个灾次（名称或编号）。"),
        click.option("--unit", help="只看一个单位（代码或名称）。"),
        click.option("--state", type=STATES, help="只看已上报、已核实或有异议的。"),
        click.option("--grade", type=GRADES, help="只看一种程度。"),
        click.option("--way", type=WAYS, help="只看一种方式。"),
        click.option("--by", "grouping", type=GROUPINGS, help="和 --key 一起：看板上某一行背后的名单。"),
        click.option("--key", help="看板上那一行的键，如 rebuild、西山村、2021-09。"),
        click.option("--open", "is_open", is_flag=True, help="只看未完工的。"),
        click.option("--done", "is_done", is_flag=True, help="只看已完工的。"),
        click.option("--overdue", "is_overdue", is_flag=True, help="只看过了计划完工日期的，最久的在前。"),
        click.option("--day", "day_text", help="按哪一天算逾期，默认今天。"),
    )

    @wraps(call)
    def with_wanted(*places: object, **given: Any) -> None:
        names = [field.name for field in fields(Wanted)]
        wanted = Wanted(**{name: given.pop(name) for name in names})
        call(*places, wanted=wanted, **given)

    for option in reversed(options):
        with_wanted = option(with_wanted)
    return with_wanted


@command.command("list")
@asked
def list_all(wanted: Wanted) -> None:
    """列出受损房屋；加 --by 和 --key 是看板上某个数字背后的名单。"""
    with county_file.reading(arguments.kept_file()) as connection:
        _found, kept = wanted.read(connection)
    lines = [tr("共 {count:,} 处。", count=len(kept)), *(item_text(one, wanted.day) for one in kept[:MOST_LINES])]
    if len(kept) > MOST_LINES:
        lines.append(tr("只列出前 {most} 处，全部请用 --json 或 export。", most=MOST_LINES))
    answer(list_data(kept, wanted.day), "\n".join(lines))


@command.command("export")
@click.argument("out", type=arguments.PATH)
@asked
def export(out: Path, wanted: Wanted) -> None:
    """名单和看板存为 .xlsx，或名单存为可打印的 .pdf；条件与 list 相同。"""
    refuse_ending(out, ".xlsx", ".pdf")
    with county_file.reading(arguments.kept_file()) as connection:
        found, kept = wanted.read(connection)
        title, pages = tr("受损房屋"), None
        if out.suffix.lower() == ".xlsx":
            from gisapp.export.damage_tables import write_damage

            write_damage(connection, out, found, kept, title=title)
        else:
            pages = _print(connection, out, found, kept, title=title)
    said = tr("{title} {count:,} 处：{path}", title=title, count=len(kept), path=out)
    answer({"rows": len(kept), "pages": pages, "file": str(out)}, said)


def _print(connection: sqlite3.Connection, out: Path, found: Board, kept: tuple[Damage, ...], *, title: str) -> int:
    from gisapp.export.damage_tables import notes_of
    from gisapp.printing.damage_list import damage_document
    from gisapp.printing.paper import paper_ready
    from gisapp.printing.table_document import imprint

    paper_ready()
    said = imprint(connection, found.day)
    return write_pdf(out, [damage_document(kept, said, title=title, notes=notes_of(found, len(kept)), place=tr("灾后恢复"))], title)


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
