"""The call list by contact on paper: one page each for whoever must call, the families nobody can reach on a page of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from gisapp.domain.affected import AffectedRun, CallRow
from gisapp.domain.call_routes import CallPage, CallRoutes, InformedCall, RoutedCall
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.printing.call_list import grid_heading
from gisapp.printing.paged_table import TICK_BOX, Group, PrintColumn, PrintRow
from gisapp.printing.table_document import Imprint, IsCancelled, Progress, TableDocument, imprint, write_documents


def print_call_pages(
    connection: sqlite3.Connection,
    run: AffectedRun,
    routes: CallRoutes,
    path: Path,
    *,
    contacts: Sequence[int] | None = None,
    is_revealed: bool = False,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> int:
    """Write a PDF with a page for every contact, or only for ``contacts``; returns the number of pages.

    Raises BadRequest when there is nobody to print, BadFile, Cancelled.
    """
    said = imprint(connection)
    documents = list(_documents(routes, run, said, contacts, is_revealed=is_revealed))
    if not documents:
        raise BadRequest(tr("没有要打印的联系人。"), tr("这次研判里没有要由所选联系人通知的户。"))
    title = tr("按联系人的电话名单 · 研判第 {run} 号", run=run.id)
    return write_documents(path, documents, title=title, progress=progress, cancelled=cancelled)


def _documents(
    routes: CallRoutes, run: AffectedRun, said: Imprint, contacts: Sequence[int] | None, *, is_revealed: bool
) -> Iterator[TableDocument]:
    hidden = tr("电话未脱敏，只供本次处置使用，用后收回") if is_revealed else tr("电话已脱敏")
    at = tr("研判第 {run} 号 {at} · {hidden}", run=run.id, at=run.at.replace("T", " ")[:16], hidden=hidden)
    about = tr("{county} · {what}", county=said.county, what=at)
    if contacts is None:
        if routes.pages:
            yield _cover(routes, run, about, said)
        if routes.unreached:
            yield _unreached(routes, about, said)
    for page in routes.pages if contacts is None else routes.of(contacts):
        yield _page(page, routes, run, about, said)


def _cover(routes: CallRoutes, run: AffectedRun, about: str, said: Imprint) -> TableDocument:
    columns = (
        PrintColumn(tr("打过"), 4, has_boxes=True),
        PrintColumn(tr("联系人"), 10, is_bold=True),
        PrintColumn(tr("角色"), 11),
        PrintColumn(tr("单位"), 16),
        PrintColumn(tr("电话"), 12, is_bold=True),
        PrintColumn(tr("通知户数"), 8, is_number=True),
        PrintColumn(tr("人数"), 7, is_number=True),
        PrintColumn(tr("其中红色"), 8, is_number=True),
        PrintColumn(tr("知会户数"), 8, is_number=True),
        PrintColumn("", 1),
        PrintColumn(tr("结果"), 13),
    )
    rows = tuple(_cover_row(page) for page in routes.pages)
    people = sum(page.people for page in routes.pages)
    left = sum(call.residents for call in routes.unreached)
    counts = tr(
        "{contacts:,} 名联系人通知 {families:,} 户 {people:,} 人；没有联系人电话的 {left:,} 户 {left_people:,} 人；"
        "合计 {all:,} 户 {all_people:,} 人。",
        contacts=sum(1 for page in routes.pages if page.calls), families=routes.families, people=people, left=len(routes.unreached),
        left_people=left, all=routes.families + len(routes.unreached), all_people=people + left,
    )  # fmt: skip
    notes = (run.question.sentence, counts, routes.sentence)
    return TableDocument(tr("联系人一览"), about, columns, (Group("", "", rows),), notes, said.is_sample)


def _cover_row(page: CallPage) -> PrintRow:
    caller = page.caller
    red = sum(1 for one in page.calls if one.call.level.rank == 0)
    cells = (
        TICK_BOX, caller.name, caller.role.caption, caller.unit, caller.phone, f"{len(page.calls):,}", f"{page.people:,}", f"{red:,}",
        f"{len(page.informed):,}" if page.informed else "", "", "",
    )  # fmt: skip
    return PrintRow(cells)


def _unreached(routes: CallRoutes, about: str, said: Imprint) -> TableDocument:
    note = tr("这 {count:,} 户的联系人都没有电话或缺岗：请派人上门。", count=len(routes.unreached))
    groups = tuple(_by_grid([RoutedCall(call, None, is_lead=False, assist="") for call in routes.unreached], tr("请派人上门")))
    urgent = tuple(replace(group, rows=tuple(replace(row, is_urgent=True) for row in group.rows)) for group in groups)
    return TableDocument(tr("没有联系人的户"), about, _columns(), urgent, (note,), said.is_sample)


def _page(page: CallPage, routes: CallRoutes, run: AffectedRun, about: str, said: Imprint) -> TableDocument:
    caller = page.caller
    who = tr("{role} · {unit} · {phone}", role=caller.role.caption, unit=caller.unit, phone=caller.phone or tr("无电话"))
    counts = tr("由您通知 {families:,} 户 {people:,} 人。", families=len(page.calls), people=page.people)
    title = tr("请您打电话 · {name}", name=caller.name)
    if not page.calls:
        counts, title = tr("下面的户由别人通知，请您知悉并配合。"), tr("请您知悉 · {name}", name=caller.name)
    groups = (*_by_grid(page.calls), *_informed(page.informed))
    notes = (who, counts, routes.sentence, run.question.sentence)
    return TableDocument(title, about, _columns(), groups, notes, said.is_sample)


def _columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("核对"), 3.6, has_boxes=True),
        PrintColumn(tr("等级"), 5),
        PrintColumn(tr("户主"), 7, is_bold=True),
        PrintColumn(tr("电话"), 9.5, is_bold=True),
        PrintColumn(tr("人数"), 4.4),
        PrintColumn(tr("重点人群"), 8),
        PrintColumn(tr("险区里的住房"), 15),
        PrintColumn(tr("现住何处"), 17),
        PrintColumn(tr("去哪里"), 15),
        PrintColumn(tr("依据 / 配合"), 13),
        PrintColumn(tr("结果"), 9),
    )


def _by_grid(calls: Sequence[RoutedCall], why: str = "") -> Iterator[Group]:
    ordered = sorted(calls, key=lambda one: (one.call.grid_code, one.call.level.rank))
    for _, found in groupby(ordered, key=lambda one: one.call.grid_code):
        rows = tuple(found)
        note = tr("{families:,} 户 {people:,} 人", families=len(rows), people=sum(one.call.residents for one in rows))
        yield Group(grid_heading(rows[0].call), note, tuple(_row(one.call, why or _reason(one)) for one in rows))


def _informed(informed: Sequence[InformedCall]) -> Iterator[Group]:
    """Families of which the contact is only told."""
    if not informed:
        return
    rows = tuple(_row(one.call, _told(one)) for one in informed)
    note = tr("{count:,} 户，由别人通知，不重复计数", count=len(rows))
    yield Group(tr("知会：迁出户在原住房遇险"), note, rows)


def _told(one: InformedCall) -> str:
    if one.caller is None:
        return tr("没有联系人电话")
    return "\n".join((tr("由{name}通知", name=one.caller.name), one.caller.phone))


def _reason(one: RoutedCall) -> str:
    return "\n".join((one.why, tr("配合：{assist}", assist=one.assist))) if one.assist else one.why


def _row(call: CallRow, why: str) -> PrintRow:
    own_place = tr("（{number}）", number=call.number)
    home = tr("{number}（原住房）", number=call.number) if call.is_at_origin else call.number
    cells = (
        TICK_BOX, call.level.caption, call.head, call.phone or tr("无电话"), f"{call.residents}", call.marks, home,
        call.sleeping.replace(own_place, ""), call.going, why, "",
    )  # fmt: skip
    return PrintRow(cells)
