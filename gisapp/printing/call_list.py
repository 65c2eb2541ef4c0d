"""The call list on paper: a page of figures with a map, then every affected family by grid."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, groupby
from pathlib import Path

from PySide6.QtCore import QRectF

from gisapp.domain.affected import AffectedRun, CallLine, CallRow, UnknownRow
from gisapp.errors import Cancelled
from gisapp.language import tr
from gisapp.printing.call_cover import print_cover
from gisapp.printing.call_extras import extra_groups
from gisapp.printing.map_scene import run_map
from gisapp.printing.map_sheet import print_head
from gisapp.printing.paged_table import Group, PagedTable, PrintColumn, PrintRow, TablePainter, lay_out
from gisapp.printing.sheet import LEFT, MIDDLE, QUIET, RIGHT, Sheet, pdf_sheet
from gisapp.services.runs.list_calls import list_unknown
from gisapp.storage.county import settings

HEAD_PX = 46.0
FOOT_PX = 22.0
TABLE_HEIGHT = 793.7 - 2 * 37.8 - FOOT_PX
TABLE_WIDTH = 1122.5 - 2 * 37.8
MOST_UNKNOWN = 1_500

Progress = Callable[[int, int], None]


def print_call_list(
    connection: sqlite3.Connection,
    run: AffectedRun,
    path: Path,
    *,
    is_revealed: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write a stored run's list as an A4 landscape PDF, phones as ``run`` has them; returns the number of pages.

    ``is_revealed`` is what every page says of them. ``progress(done, total)`` counts pages. Raises BadFile, Cancelled.
    """
    unknown = list_unknown(connection, run.id) if run.totals.unknown else ()
    groups = chain(_groups(run.calls), extra_groups(run), _unknown_groups(unknown))
    table = lay_out(_columns(), groups, width=TABLE_WIDTH, height=TABLE_HEIGHT, cancelled=cancelled)
    county = settings.read(connection, "county_name", "")
    is_sample = bool(settings.read(connection, "is_sample", False))
    title = tr("电话名单 · {names}", names=tr("、").join(run.question.names))
    said = tr("{county} · 研判第 {run} 号 · {at}", county=county, run=run.id, at=run.at.replace("T", " ")[:16])
    if is_revealed:
        said = tr("{said} · 电话未脱敏，只供本次处置使用，用后收回", said=said)
    pages = 1 + len(table.pages)
    with pdf_sheet(path, title=title) as sheet:
        print_head(sheet, title, said, is_sample=is_sample)
        room = sheet.room
        print_cover(sheet, run, run_map(connection, run.id), top=room.top() + HEAD_PX, bottom=room.bottom() - FOOT_PX)
        _print_foot(sheet, said, 1, pages, is_sample=is_sample)
        _print_pages(sheet, table, lambda number: _print_foot(sheet, said, number, pages, is_sample=is_sample), progress, cancelled)
    return pages


def _print_pages(
    sheet: Sheet, table: PagedTable, foot: Callable[[int], None], progress: Progress | None, cancelled: Callable[[], bool] | None
) -> None:
    painter = TablePainter(sheet, table)
    for number, page in enumerate(table.pages, 2):
        if cancelled and cancelled():
            raise Cancelled(tr("打印已取消。"), tr("没有写入文件。"))
        sheet.new_page()
        painter.page(page, QRectF(sheet.room.left(), sheet.room.top(), TABLE_WIDTH, TABLE_HEIGHT))
        foot(number)
        if progress:
            progress(number, len(table.pages) + 1)


def _print_foot(sheet: Sheet, said: str, number: int, pages: int, *, is_sample: bool) -> None:
    room = sheet.room
    foot = QRectF(room.left(), room.bottom() - FOOT_PX + 6, room.width(), FOOT_PX - 6)
    mark = tr("{said} · 示例数据", said=said) if is_sample else said
    sheet.text(foot, mark, size_pt=8, colour=QUIET, align=LEFT | MIDDLE)
    sheet.text(foot, tr("第 {number} / {pages} 页", number=number, pages=pages), size_pt=8, colour=QUIET, align=RIGHT | MIDDLE)


def _columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("核对"), 3.6, has_boxes=True),
        PrintColumn(tr("等级"), 5),
        PrintColumn(tr("户主"), 6.2, is_bold=True),
        PrintColumn(tr("电话"), 9, is_bold=True),
        PrintColumn(tr("人数"), 4.6),
        PrintColumn(tr("重点人群"), 7.5),
        PrintColumn(tr("门牌"), 15),
        PrintColumn(tr("现住何处"), 19),
        PrintColumn(tr("社区线主责"), 10),
        PrintColumn(tr("村线主责"), 9.5),
        PrintColumn(tr("避险点"), 13.8),
        PrintColumn(tr("提示"), 12.2),
    )


def _groups(calls: Iterable[CallRow]) -> Iterable[Group]:
    """One group a grid, those nobody can reach before all others; within a grid the worst level first."""
    ordered = sorted(calls, key=lambda call: (call.is_reachable, call.grid_code, call.level.rank))
    for _, found in groupby(ordered, key=lambda call: (call.is_reachable, call.grid_code)):
        rows = tuple(found)
        heading = grid_heading(rows[0])
        shown = heading if rows[0].is_reachable else tr("没有联系人电话，先派人上门 · {heading}", heading=heading)
        yield Group(shown, _officer(rows), tuple(_row(call) for call in rows))


def _unknown_groups(rows: Sequence[UnknownRow]) -> Iterable[Group]:
    """Houses without a conclusion by village, house by house; where they are too many for paper, their number a village."""
    ordered = sorted(rows, key=lambda row: (row.town, row.village))
    heading = tr("没有结论的住房（既不算安全，也不算被淹）")
    if len(rows) > MOST_UNKNOWN:
        counted = Counter((row.town, row.village) for row in ordered)
        yield Group(
            heading, tr("共 {count:,} 处，逐处见 Excel", count=len(rows)), tuple(_village_row(*place, n) for place, n in counted.items())
        )
        return
    for (town, village), found in groupby(ordered, key=lambda row: (row.town, row.village)):
        own = tuple(found)
        where = tr("{heading} · {town} · {village}", heading=heading, town=town, village=village)
        yield Group(where, tr("{count:,} 处", count=len(own)), tuple(_unknown_row(row) for row in own))


def _village_row(town: str, village: str, houses: int) -> PrintRow:
    return PrintRow(
        ("□", "", "", "", "", "", tr("{town} {village}", town=town, village=village), tr("{count:,} 处", count=houses), "", "", "", "")
    )


def _unknown_row(row: UnknownRow) -> PrintRow:
    why = row.reason
    return PrintRow(("□", "", row.head, "", f"{row.residents}", "", row.number, why, "", "", "", ""))


def grid_heading(call: CallRow) -> str:
    """The grid in which a family is in danger, with its units."""
    if not call.grid_code:
        return tr("不在任何网格内")
    return tr("{town} · {village} · {grid}（{code}）", town=call.town, village=call.village, grid=call.grid, code=call.grid_code)


def _officer(rows: tuple[CallRow, ...]) -> str:
    families, people = len(rows), sum(row.residents for row in rows)
    officer = rows[0].officer
    if officer is None:
        return tr("没有网格员 · {families} 户 {people} 人", families=families, people=people)
    name, phone = officer.name, officer.phone
    return tr("网格员 {name} {phone} · {families} 户 {people} 人", name=name, phone=phone, families=families, people=people)


def _row(call: CallRow) -> PrintRow:
    """One family under the columns of the list."""
    own_place = tr("（{number}）", number=call.number)
    cells = (
        "□", call.level.caption, call.head, call.phone, f"{call.residents}", call.marks, call.number, call.sleeping.replace(own_place, ""),
        _contact(call.community_lead), _contact(call.village_lead), call.site_text, _hint(call),
    )  # fmt: skip
    return PrintRow(cells, is_urgent=not call.is_reachable)


def _contact(contact: CallLine | None) -> str:
    return "" if contact is None else f"{contact.name}\n{contact.phone}"


def _hint(call: CallRow) -> str:
    hints = [] if call.is_reachable else [tr("无联系人电话，请上门")]
    if call.goes_to_own_home:
        hints.append(tr("去自己的{home}", home=call.own_home))
    return "\n".join(hints)
