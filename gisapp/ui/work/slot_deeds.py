"""What the buttons and menu entries of the six slots do: open a dialog or write through a service."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gisapp.domain.change import Change
from gisapp.domain.proposal import WaitingProposal
from gisapp.language import tr
from gisapp.services.contacts.decide_proposal import Decision, confirm_proposals, refuse_proposals, withdraw_proposals
from gisapp.services.contacts.keep_contact import limit_contact
from gisapp.storage.contacts.contact_book import BookLine
from gisapp.ui.work.desk import WorkDesk


def confirm(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """The chosen proposals become slots."""
    ids, who = _ids(rows), desk.county.who
    desk.county.tasks.write(tr("确认提议"), lambda db, _control: confirm_proposals(db, ids, who=who), lambda done: _decided(desk, *done))


def refuse(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """The chosen proposals are sent back with an answer."""
    ids, who = _ids(rows), desk.county.who
    reply = desk.ask.reason(tr("退回提议"), tr("为什么退回？对方会看到这句话。")) if ids else None
    if reply is not None:
        desk.county.tasks.write(
            tr("退回提议"), lambda db, _control: refuse_proposals(db, ids, answer=reply, who=who), lambda done: _decided(desk, *done)
        )


def withdraw(desk: WorkDesk, rows: Sequence[Any]) -> None:
    """The chosen proposals are taken back."""
    ids, who = _ids(rows), desk.county.who
    desk.county.tasks.write(tr("撤回提议"), lambda db, _control: withdraw_proposals(db, ids, who=who), lambda done: _decided(desk, *done))


def _ids(rows: Sequence[Any]) -> list[int]:
    return [int(row.proposal.id) for row in rows if isinstance(row, WaitingProposal)]


def _decided(desk: WorkDesk, decision: Decision, change: Change | None) -> None:
    desk.tell_part(change, [one.reason for one in decision.refused], nothing=tr("没有可以处理的提议。"))


def propose(desk: WorkDesk, families: Sequence[int]) -> None:
    """Open the choice of a contact for these families; what is chosen there can be proposed."""
    desk.bench.assign(families)


def assign_list(desk: WorkDesk) -> None:
    """Open the choice of a contact with room to paste 户编号 into."""
    from gisapp.ui.dialogs.contacts.assign import AssignDialog

    desk.open(AssignDialog(desk.county, (), None, desk.window))


def add_contact(desk: WorkDesk) -> None:
    """Open the form for a new contact."""
    from gisapp.ui.dialogs.contacts.contact import ContactDialog

    desk.open(ContactDialog(desk))


def hand_over(desk: WorkDesk, contact: int) -> None:
    """Open the hand-over of this contact."""
    from gisapp.ui.dialogs.contacts.hand_over import HandOverDialog

    desk.open(HandOverDialog(desk, contact))


def hand_over_any(desk: WorkDesk) -> None:
    """Open the hand-over; who leaves is chosen there."""
    from gisapp.ui.dialogs.contacts.hand_over import HandOverDialog

    desk.open(HandOverDialog(desk, None))


def correct(desk: WorkDesk, line: BookLine) -> None:
    """Open the correction of this contact's name, phone or unit."""
    from gisapp.ui.dialogs.contacts.correct_contact import CorrectContactDialog

    desk.open(CorrectContactDialog(desk, line))


def leave(desk: WorkDesk, contact: int) -> None:
    """Open the leaving of this contact."""
    from gisapp.ui.dialogs.contacts.contact_leaves import ContactLeavesDialog

    desk.open(ContactLeavesDialog(desk, contact))


def limit(desk: WorkDesk, line: BookLine) -> None:
    """Ask for the contact's own limit."""
    before = "" if line.most_families is None else str(line.most_families)
    text = desk.ask.line(tr("自己的上限"), tr("{name}最多联系多少户？写“无”就不单独设。", name=line.contact.name), suggested=before)
    if text is None:
        return
    if not text.isdecimal() and text != tr("无"):
        desk.county.signals.message.emit("error", tr("上限要写一个整数，或写“无”。"))
        return
    most, who, contact = (int(text[:9]) if text.isdecimal() else None), desk.county.who, int(line.contact.id)
    desk.county.tasks.write(tr("改上限"), lambda db, _control: limit_contact(db, contact, most, who=who), desk.tell)


def change_rules(desk: WorkDesk) -> None:
    """Open the table of who leads and who assists."""
    from gisapp.ui.dialogs.contacts.lead_rules import LeadRulesDialog

    desk.open(LeadRulesDialog(desk))


def export(desk: WorkDesk) -> None:
    """Completeness of the place we are at as a workbook."""
    kind, ids = desk.place
    suggested = Path.home() / tr("六岗齐全情况.xlsx")
    path = desk.ask.save_as(tr("导出六岗齐全情况"), suggested, tr("Excel 工作簿 (*.xlsx)"))
    if path is None:
        return
    county, signals = desk.county.path, desk.county.signals

    def job(_control: object) -> int:
        from gisapp.export.slot_report import write_slot_report
        from gisapp.storage.county import county_file
        from gisapp.ui import reading

        with county_file.reading(county) as connection:
            chosen = reading.families_of(connection, kind, ids) if kind else None
            return write_slot_report(connection, path, household_ids=chosen, place=reading.title_of_place(connection, kind, ids))

    desk.county.tasks.work(
        tr("导出六岗齐全情况"), job, lambda rows: signals.message.emit("done", tr("已导出 {rows:,} 行：{path}", rows=rows, path=path))
    )
