"""gisapp proposals: what waits for the other line's word, and that word."""

from __future__ import annotations

from pathlib import Path

import click

from gisapp.cli import arguments
from gisapp.cli.answer import answer
from gisapp.cli.who import who
from gisapp.domain.lines import Line
from gisapp.domain.proposal import WaitingProposal
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.decide_proposal import Decision, confirm_proposals, refuse_proposals, withdraw_proposals
from gisapp.services.contacts.list_proposals import list_proposals
from gisapp.storage.county import county_file


@click.command("proposals")
@arguments.county_file
@click.option("--line", type=click.Choice([line.value for line in Line]), help="只看等这条线确认的。")
@click.option("--confirm", help="确认这些提议：编号，用逗号分开，或 all。")
@click.option("--refuse", help="退回这些提议；要写 --answer。")
@click.option("--withdraw", help="撤回这些提议。")
@click.option("--answer", "reply", default="", help="退回的理由。")
def command(file: Path, line: str | None, confirm: str | None, refuse: str | None, withdraw: str | None, reply: str) -> None:
    """等待对方确认的岗位提议：列出、确认、退回、撤回。"""
    given = [text for text in (confirm, refuse, withdraw) if text is not None]
    if len(given) > 1:
        raise BadRequest(tr("--confirm、--refuse、--withdraw 一次只能写一个。"), tr("请分几次写。"))
    wanted = Line(line) if line else None
    if not given:
        with county_file.reading(file) as connection:
            _list(list_proposals(connection, line=wanted))
        return
    with county_file.writing(file) as db:
        ids = [one.proposal.id for one in list_proposals(db.conn, line=wanted)] if given[0] == "all" else _ids(given[0])
        if confirm is not None:
            decision, change = confirm_proposals(db, ids, who=who())
        elif refuse is not None:
            decision, change = refuse_proposals(db, ids, answer=reply, who=who())
        else:
            decision, change = withdraw_proposals(db, ids, who=who())
    _tell(decision, change.label if change else tr("没有可以处理的提议。"), change.entry if change else None)


def _list(found: list[WaitingProposal]) -> None:
    rows = [
        {
            "id": one.proposal.id,
            "household": one.proposal.household,
            "code": one.family.code,
            "head": one.family.head,
            "slot": one.proposal.slot.code,
            "contact": one.proposal.contact.name,
            "from": one.proposal.from_date,
            "proposed_on": one.proposal.proposed_on,
            "proposed_by": one.proposal.proposed_by,
            "days": one.days,
            "reason": one.proposal.reason,
        }
        for one in found
    ]
    lines = [tr("等待确认的提议 {count} 条。", count=len(found))]
    lines += [
        tr(
            "  {id}  {code} {head}  {slot}：{name}，自 {begin} 起；{who}提出，已等 {days} 天",
            id=one.proposal.id,
            code=one.family.code,
            head=one.family.head,
            slot=one.proposal.slot.caption,
            name=one.proposal.contact.name,
            begin=one.proposal.from_date,
            who=one.proposal.proposed_by,
            days=one.days,
        )
        for one in found
    ]
    answer({"waiting": len(rows), "proposals": rows}, "\n".join(lines))


def _tell(decision: Decision, label: str, entry: int | None) -> None:
    refused = [{"id": one.proposal, "reason": one.reason} for one in decision.refused]
    lines = [label, *(tr("  未处理 {id}：{reason}", id=item["id"], reason=item["reason"]) for item in refused)]
    answer({"decided": len(decision.accepted), "refused": refused, "entry": entry}, "\n".join(lines))


def _ids(text: str) -> list[int]:
    parts = text.replace("，", ",").replace("、", ",").replace(",", " ").split()
    wrong = [part for part in parts if not part.isdecimal() or len(part) > 15]
    if wrong or not parts:
        raise BadRequest(tr("不是提议的编号：{text}", text=" ".join(wrong[:5]) or "—"), tr("编号是数字，用逗号分开；全部写 all。"))
    return [int(part) for part in parts]
