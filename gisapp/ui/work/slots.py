"""Slice of the relocation community's work: gaps, proposals, hand-over, contacts, the rule table."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gisapp.domain.cards import HouseholdCard
from gisapp.domain.change import Kind
from gisapp.domain.gaps import SlotGap
from gisapp.domain.proposal import WaitingProposal
from gisapp.language import tr
from gisapp.services.contacts.explain_gaps import explain_gaps
from gisapp.services.contacts.list_proposals import list_proposals
from gisapp.storage.contacts import contact_book, proposals
from gisapp.storage.contacts.contact_book import BookLine
from gisapp.ui import reading
from gisapp.ui.cards.card import Card
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.rows import Column
from gisapp.ui.work import slot_deeds
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import (
    ContactSection,
    FamilyAction,
    FamilySection,
    MapPage,
    Place,
    Slice,
    WorkButton,
    WorkCommand,
    WorkList,
    is_relocated,
)


def _count_waiting(connection: sqlite3.Connection, _place: Place) -> int:
    return len(proposals.waiting(connection))


def _list_waiting(connection: sqlite3.Connection, place: Place) -> Listing:
    kind, ids = place
    found = list_proposals(connection)
    if kind:
        here = set(reading.families_of(connection, kind, ids))
        found = [one for one in found if one.household in here]
    title = tr("{place} 等待确认的提议", place=reading.title_of_place(connection, kind, ids))
    return Listing(title, _waiting_columns(), found, tr("没有等待确认的提议。要向对方提议，选中户后点“分配联系人”，再点“向对方提议”。"))


def _waiting_columns() -> tuple[Column, ...]:
    return (
        Column(tr("等谁确认"), lambda row: row.proposal.slot.line.caption, 4.6),
        Column(tr("岗位"), lambda row: row.proposal.slot.role.caption, 6),
        Column(tr("户主"), lambda row: row.family.head, 5),
        Column(tr("提议的联系人"), lambda row: tr("{name}（{unit}）", name=row.proposal.contact.name, unit=row.proposal.contact.unit), 12),
        Column(tr("从哪天起"), lambda row: row.proposal.from_date, 6),
        Column(tr("已等（天）"), lambda row: f"{row.days:,}", 4.6, order=lambda row: row.days, is_number=True),
        Column(tr("谁提议"), lambda row: row.proposal.proposed_by, 6),
        Column(tr("说明"), lambda row: row.proposal.reason, 9),
        Column(tr("现住房"), lambda row: row.family.number, 14),
        Column(tr("户编号"), lambda row: row.family.code, 8),
    )


def _waiting_buttons() -> tuple[WorkButton, ...]:
    return (
        WorkButton(tr("确认"), "done", slot_deeds.confirm, tr("选中的提议成为正式的岗位；没有选中时是表中全部")),
        WorkButton(tr("退回…"), "back", slot_deeds.refuse, tr("要写一句理由")),
        WorkButton(tr("撤回"), "undo", slot_deeds.withdraw, tr("提议的一方收回提议")),
    )


def _read_gaps(connection: sqlite3.Connection, card: HouseholdCard) -> tuple[SlotGap, ...] | None:
    missing = [line for line in card.slots if line.contact is None]
    return tuple(explain_gaps(connection, [int(card.id)])) if missing else None


def _draw_gaps(sheet: Card, gaps: Sequence[SlotGap], _desk: WorkDesk) -> None:
    sheet.section(tr("为什么缺岗"))
    for gap in gaps:
        sheet.line(gap.slot.caption, tr("{reason}，空缺 {days} 天", reason=gap.sentence, days=f"{gap.days:,}"))


def _read_waiting(connection: sqlite3.Connection, card: HouseholdCard) -> tuple[WaitingProposal, ...] | None:
    found = tuple(one for one in list_proposals(connection) if one.household == card.id) if card.slots else ()
    return found or None


def _draw_waiting(sheet: Card, found: Sequence[WaitingProposal], desk: WorkDesk) -> None:
    sheet.section(tr("等待确认的提议"))
    for one in found:
        sheet.line(one.proposal.slot.caption, tr("{name}，已等 {days} 天", name=one.proposal.contact.name, days=one.days))
    sheet.button(tr("处理提议"), lambda: desk.show_list("proposals"), icon="table")


def _read_contact(connection: sqlite3.Connection, contact_id: int) -> BookLine | None:
    return contact_book.line(connection, contact_id)


def _draw_contact(sheet: Card, line: BookLine, desk: WorkDesk) -> None:
    sheet.line(tr("岗位"), line.role.caption)
    sheet.line(tr("联系"), tr("{families} 户，{grids} 个网格", families=f"{line.families:,}", grids=line.grids))
    sheet.line(tr("自己的上限"), tr("不单独设") if line.most_families is None else tr("{count} 户", count=line.most_families))
    if not line.is_active:
        sheet.warning(tr("已于 {day} 离任：{reason}", day=line.left_on or "—", reason=line.left_reason or "—"))
        return
    contact = int(line.contact.id)
    sheet.button(tr("交接给别人…"), lambda: slot_deeds.hand_over(desk, contact), icon="forward")
    sheet.button(tr("更正姓名、电话、单位…"), lambda: slot_deeds.correct(desk, line), icon="draw")
    sheet.button(tr("离任…"), lambda: slot_deeds.leave(desk, contact), icon="close")
    sheet.button(tr("改上限…"), lambda: slot_deeds.limit(desk, line), icon="measure")


def _bars(desk: WorkDesk) -> QWidget:
    from gisapp.ui.panels.completeness import CompletenessPage

    return CompletenessPage(desk)


def _propose(desk: WorkDesk, family: int) -> None:
    slot_deeds.propose(desk, [family])


SLICE = Slice(
    lists=(
        WorkList(
            "proposals",
            lambda: tr("等待确认的提议"),
            _count_waiting,
            _list_waiting,
            _waiting_buttons,
            frozenset({Kind.PROPOSAL, Kind.HOUSEHOLD, Kind.CONTACT}),
        ),
    ),
    family_actions=(FamilyAction("propose", lambda: tr("向对方提议联系人…"), _propose, is_for=is_relocated, icon="contact"),),
    family_sections=(
        FamilySection("waiting", _read_waiting, _draw_waiting),
        FamilySection("gaps", _read_gaps, _draw_gaps),
    ),
    contact_sections=(ContactSection("keep", _read_contact, _draw_contact),),
    pages=(MapPage("completeness", lambda: tr("齐全情况"), _bars),),
    commands=(
        WorkCommand("assign_list", slot_deeds.assign_list),
        WorkCommand("add_contact", slot_deeds.add_contact),
        WorkCommand("hand_over", slot_deeds.hand_over_any),
        WorkCommand("lead_rules", slot_deeds.change_rules),
        WorkCommand("export_slots", slot_deeds.export),
    ),
)
