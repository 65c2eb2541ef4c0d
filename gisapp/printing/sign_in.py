"""Sign-in lists on paper: one a site, by village, with boxes to fill in and lines for people nobody expected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from gisapp.domain.affected import AffectedRun, CallRow
from gisapp.domain.safe_site import Allocation
from gisapp.domain.sign_in import SignInSheet, lead_of
from gisapp.export.sign_in import EMPTY_ROWS, site_notes
from gisapp.language import tr
from gisapp.printing.paged_table import Group, PrintColumn, PrintRow
from gisapp.printing.table_document import Imprint, TableDocument

ROW_PAD = 6.5
"""Room to write by hand."""


def sign_in_documents(sheets: Sequence[SignInSheet], said: Imprint, *, run: AffectedRun, allocation: Allocation) -> list[TableDocument]:
    """One document a site, each counted and numbered by itself."""
    at = allocation.at.replace("T", " ")[:16]
    made = tr("研判第 {run} 号，{at} 分配", run=run.id, at=at)
    return [_document(sheet, said, made) for sheet in sheets]


def _document(sheet: SignInSheet, said: Imprint, made: str) -> TableDocument:
    title = tr("签到表 · {site}", site=sheet.site.caption)
    notes = (*site_notes(sheet), made)
    about = said.about(tr("电话已脱敏"))
    return TableDocument(title, about, _columns(), (*_groups(sheet), _unexpected(sheet)), notes, said.is_sample, row_pad=ROW_PAD)


def _columns() -> tuple[PrintColumn, ...]:
    return (
        PrintColumn(tr("序号"), 4),
        PrintColumn(tr("户主"), 7.5, is_bold=True),
        PrintColumn(tr("应到人数"), 5.5, is_bold=True),
        PrintColumn(tr("重点人群"), 9),
        PrintColumn(tr("网格"), 10),
        PrintColumn(tr("门牌"), 17),
        PrintColumn(tr("联系人"), 13),
        PrintColumn(tr("实到人数"), 6),
        PrintColumn(tr("到达时间"), 7.5),
        PrintColumn(tr("签到"), 12),
        PrintColumn(tr("备注"), 11),
    )


def _groups(sheet: SignInSheet) -> tuple[Group, ...]:
    groups, at = [], 0
    for (town, village), found in groupby(sheet.calls, key=lambda call: (call.town, call.village)):
        own = tuple(found)
        note = tr("{families:,} 户 {people:,} 人", families=len(own), people=sum(call.residents for call in own))
        heading = tr("{town} · {village}", town=town, village=village) if village else tr("不在任何村")
        groups.append(Group(heading, note, tuple(_row(number, call) for number, call in enumerate(own, at + 1))))
        at += len(own)
    return tuple(groups)


def _row(number: int, call: CallRow) -> PrintRow:
    lead = lead_of(call)
    contact = "" if lead is None else tr("{name} {phone}", name=lead.name, phone=lead.phone).strip()
    return PrintRow((f"{number}", call.head, f"{call.residents}", call.marks, call.grid, call.number, contact, "", "", "", ""))


def _unexpected(sheet: SignInSheet) -> Group:
    first = len(sheet.calls) + 1
    rows = tuple(PrintRow((f"{number}", *("",) * 10)) for number in range(first, first + EMPTY_ROWS))
    note = tr("还空 {count} 个位置", count=f"{sheet.free:,}") if sheet.free > 0 else tr("没有空位")
    return Group(tr("名单外来的人"), note, rows)
