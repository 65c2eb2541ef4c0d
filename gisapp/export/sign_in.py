"""Sign-in lists of safe sites as a workbook, one sheet a site; and the lists themselves from a stored run."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from gisapp.domain.affected import AffectedRun
from gisapp.domain.masking import masked_phone
from gisapp.domain.safe_site import Allocation, SafeSite
from gisapp.domain.sign_in import SignInSheet, lead_of
from gisapp.errors import BadRequest
from gisapp.export.run_notes import run_notes
from gisapp.export.stored_run import stored_run
from gisapp.export.table import Column, Content, Row, Table
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.services.safe_sites.report_safe_sites import the_allocation
from gisapp.storage.safe_sites import safe_sites

EMPTY_ROWS = 8
"""Lines for people who come unexpected."""


def sign_in_sheets(
    connection: sqlite3.Connection, run_id: int | None = None, *, sites: Sequence[int] = ()
) -> tuple[AffectedRun, Allocation, tuple[SignInSheet, ...]]:
    """The lists of the allocation in force of a run (None = the latest), of these sites or of all with somebody to come.

    Raises BadRequest without an allocation, or when nobody is to come.
    """
    allocation = the_allocation(connection, run_id)
    run = stored_run(connection, allocation.run)
    known = safe_sites.all_sites(connection)
    found = tuple(_sheet(site, run) for site in known if not sites or int(site.id) in sites)
    kept = found if sites else tuple(sheet for sheet in found if sheet.calls)
    if not kept:
        raise BadRequest(tr("没有人要去避险点。"), tr("请先分配避险点，或换一次研判。"))
    return run, allocation, kept


def _sheet(site: SafeSite, run: AffectedRun) -> SignInSheet:
    own = [call for call in run.calls if call.is_allocated and call.safe_site_id == site.id]
    calls = sorted(own, key=lambda call: (call.town, call.village, call.grid_code, call.number, call.code))
    keeper = site.facts.keeper
    if keeper and site.facts.keeper_phone:
        keeper = tr("{name} {phone}", name=keeper, phone=masked_phone(site.facts.keeper_phone))
    return SignInSheet(site, keeper, tuple(calls))


def write_sign_in(
    connection: sqlite3.Connection,
    path: Path,
    run: AffectedRun,
    sheets: Sequence[SignInSheet],
    *,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write a sheet of all sites and one a site as .xlsx; returns the rows. Raises BadFile, Cancelled."""
    notes = run_notes(connection, run, is_revealed=False)
    tables = [Table(tr("避险点汇总"), _summary_columns(), _summary(sheets), notes)]
    tables += [Table(sheet.site.facts.name, _columns(), _rows(sheet), (*site_notes(sheet), *notes)) for sheet in sheets]
    return write_workbook(path, tables, cancelled=cancelled)


def site_notes(sheet: SignInSheet) -> tuple[str, ...]:
    """What stands above a site's list."""
    told = (
        sheet.sentence,
        sheet.unsafe_ways,
        sheet.too_far,
        tr("负责人 {keeper}", keeper=sheet.keeper) if sheet.keeper else "",
        sheet.site.facts.note,
    )
    return tuple(text for text in told if text)


def _summary_columns() -> tuple[Column, ...]:
    return (
        Column("site", tr("避险点"), 24), Column("town", tr("镇"), 11), Column("unit", tr("村/社区"), 16),
        Column("capacity", tr("容量"), 8, Content.INTEGER), Column("families", tr("应到户数"), 8, Content.INTEGER),
        Column("people", tr("应到人数"), 8, Content.INTEGER), Column("free", tr("空位"), 8, Content.INTEGER),
        Column("keeper", tr("负责人"), 24),
    )  # fmt: skip


def _summary(sheets: Sequence[SignInSheet]) -> Iterator[Row]:
    for sheet in sheets:
        site = sheet.site
        yield site.facts.name, site.town, site.unit, site.facts.capacity, len(sheet.calls), sheet.people, sheet.free, sheet.keeper


def _columns() -> tuple[Column, ...]:
    return (
        Column("number", tr("序号"), 6, Content.INTEGER), Column("village", tr("村/社区"), 14), Column("grid", tr("网格"), 16),
        Column("head", tr("户主"), 10), Column("people", tr("应到人数"), 8, Content.INTEGER), Column("marks", tr("重点人群"), 12),
        Column("door", tr("门牌"), 28), Column("lead", tr("联系人"), 11), Column("lead_phone", tr("联系人电话"), 14),
        Column("came", tr("实到人数"), 9, Content.INTEGER), Column("at", tr("到达时间"), 10), Column("signed", tr("签到"), 14),
        Column("remark", tr("备注"), 18), Column("code", tr("户编号"), 20),
    )  # fmt: skip


def _rows(sheet: SignInSheet) -> Iterator[Row]:
    for number, call in enumerate(sheet.calls, 1):
        lead = lead_of(call)
        contact = ("", "") if lead is None else (lead.name, lead.phone)
        yield (
            number, call.village, call.grid, call.head, call.residents, call.marks, call.number, *contact, None, "", "", "", call.code,
        )  # fmt: skip
    for number in range(len(sheet.calls) + 1, len(sheet.calls) + 1 + EMPTY_ROWS):
        yield number, "", "", "", None, "", "", "", "", None, "", "", tr("名单外"), ""
