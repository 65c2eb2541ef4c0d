"""The board of damaged houses and the list behind it as a workbook."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from gisapp.domain.damage import Damage
from gisapp.domain.damage_board import Board, Grouping, MonthShare, Share, rate_text
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.storage.county import settings
from gisapp.storage.damage import damage


def write_damage(
    connection: sqlite3.Connection,
    path: Path,
    found: Board,
    damages: Sequence[Damage],
    *,
    title: str,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write the list, the board and what is overdue; returns the number of rows of the list. Raises BadFile, Cancelled."""
    county = settings.read(connection, "county_name", "")
    marks = (tr("示例数据：人物与电话均为虚构。"),) if settings.read(connection, "is_sample", False) else ()
    notes = (title, tr("{county} · {day}", county=county, day=found.day.isoformat()), *notes_of(found, len(damages)), *marks)
    addresses = damage.addresses(connection)
    tables = [
        Table(tr("受损房屋"), _columns(), _rows(damages, found, addresses), notes),
        Table(tr("看板"), _board_columns(), _board_rows(found), notes),
    ]
    if found.overdue:
        tables.append(Table(tr("逾期未完工"), _columns(), _rows(found.overdue, found, addresses), notes))
    write_workbook(path, tables, cancelled=cancelled)
    return len(damages)


def notes_of(found: Board, listed: int) -> tuple[str, ...]:
    """What stands above the list on screen and paper: how long it is, the figures with their base, what is not among them."""
    about = tr("本名单 {count:,} 处；一处房屋在一个灾次算一处。", count=listed)
    whole = (tr("另有 {count:,} 处核实为未受损，不在其内。", count=len(found.undamaged)),) if found.undamaged else ()
    return (about, found.sentence, *whole)


def _columns() -> tuple[Column, ...]:
    return (
        Column("id", tr("编号"), 7, Content.INTEGER), Column("town", tr("镇"), 12), Column("village", tr("村/社区"), 14),
        Column("grid", tr("网格"), 18), Column("number", tr("门牌"), 26), Column("heads", tr("户主"), 14),
        Column("families", tr("户编号"), 22), Column("residents", tr("人数"), 6, Content.INTEGER), Column("event", tr("灾次"), 24),
        Column("reported", tr("上报日期"), 12, Content.DATE), Column("state", tr("核实情况"), 10), Column("grade", tr("程度"), 10),
        Column("note", tr("说明"), 30), Column("way", tr("恢复方式"), 10), Column("stage", tr("阶段"), 10),
        Column("address", tr("过渡住址"), 26),
        Column("planned", tr("计划完工"), 12, Content.DATE), Column("begun", tr("开工日期"), 12, Content.DATE),
        Column("finished", tr("完工日期"), 12, Content.DATE), Column("overdue", tr("逾期天数"), 9, Content.INTEGER),
        Column("contact", tr("责任人"), 10), Column("photos", tr("照片"), 6, Content.INTEGER),
    )  # fmt: skip


def _address(one: Damage, stays: Sequence[tuple[int, str]]) -> str:
    """Where the families live meanwhile; whose address it is where there are several."""
    if len(one.families) < 2:
        return tr("、").join(address for _, address in stays)
    names = {int(family): head or code for family, head, code in zip(one.families, one.heads, one.codes, strict=True)}
    return tr("；").join(tr("{head}：{address}", head=names.get(family, ""), address=address) for family, address in stays)


def _rows(damages: Sequence[Damage], found: Board, addresses: Mapping[int, Sequence[tuple[int, str]]]) -> Iterator[Row]:
    for one in damages:
        yield (
            one.id, one.town, one.village, one.grid, one.number, one.head, tr("、").join(one.codes), one.people, one.event_name,
            one.reported_on, one.state.caption, one.grade.caption, one.note, one.way.caption if one.way else "", one.stage_caption,
            _address(one, addresses.get(one.id, ())),
            one.planned_on, one.begun_on, one.finished_on, one.days_overdue(found.day) or None, one.contact_name, one.photos or None,
        )  # fmt: skip


def _board_columns() -> tuple[Column, ...]:
    return (
        Column("by", tr("分列"), 14), Column("line", tr("项目"), 22), Column("total", tr("需恢复"), 9, Content.INTEGER),
        Column("done", tr("已完工"), 9, Content.INTEGER), Column("open", tr("未完工"), 9, Content.INTEGER),
        Column("rate", tr("完工率（占需恢复）"), 18),
    )  # fmt: skip


def _board_rows(found: Board) -> Iterator[Row]:
    yield _figures("", found.whole)
    for grouping, shares in found.groups:
        yield from (_figures(grouping.caption, one) for one in shares)
    yield from (_figures(Grouping.MONTH.caption, one) for one in found.months)


def _figures(by: str, one: Share | MonthShare) -> Row:
    return (by, one.caption, one.total, one.done, one.open, rate_text(one.done, one.total))
