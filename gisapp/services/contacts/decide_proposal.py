"""The line that was asked confirms, refuses or the asking line takes back: many proposals at once, one undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Role
from gisapp.domain.proposal import Proposal, ProposalState
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.assign_contact import preview_assignment
from gisapp.storage.contacts import contacts, proposals, slots
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database

_KINDS = (Kind.HOUSEHOLD, Kind.PROPOSAL)


@dataclass(frozen=True, slots=True)
class StillWaiting:
    """A proposal that was not decided, and why."""

    proposal: int
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision will do, or did: ``accepted`` and ``refused`` together are all that was asked."""

    accepted: tuple[Proposal, ...]
    refused: tuple[StillWaiting, ...]


def preview_confirmation(connection: sqlite3.Connection, proposal_ids: Sequence[int], *, day: date | None = None) -> Decision:
    """Which proposals can become slots on ``day`` (today when None) and which no longer, and why; writes nothing."""
    asked = _asked(connection, proposal_ids)
    reasons = _reasons_against(connection, asked.accepted, (day or date.today()).isoformat())
    late = tuple(StillWaiting(one.id, reasons[one.id]) for one in asked.accepted if one.id in reasons)
    return Decision(tuple(one for one in asked.accepted if one.id not in reasons), (*asked.refused, *late))


def confirm_proposals(db: Database, proposal_ids: Sequence[int], *, who: str, day: date | None = None) -> tuple[Decision, Change | None]:
    """Every proposal that the rules of assigning allow becomes a dated slot.

    The contact begins on the proposed day, on the day of the decision when that is later: nobody is made responsible for days past.
    """
    on = (day or date.today()).isoformat()
    decision = preview_confirmation(db.conn, proposal_ids, day=day)

    def write() -> None:
        for one in decision.accepted:
            slots.put_in(db.conn, one.slot, one.contact.id, [(one.household, new_uid())], from_date=max(one.from_date, on))
        proposals.decide(db.conn, [one.id for one in decision.accepted], ProposalState.CONFIRMED, day=on, who=who)

    label = tr("确认 {count} 条岗位提议", count=len(decision.accepted))
    return decision, _written(db, decision, write, label=label, who=who)


def refuse_proposals(
    db: Database, proposal_ids: Sequence[int], *, answer: str, who: str, day: date | None = None
) -> tuple[Decision, Change | None]:
    """The line that was asked says no, with its ``answer``; raises BadRequest without one."""
    if not answer.strip():
        raise BadRequest(tr("没有写明退回的理由。"), tr("请写一句理由，对方会在提议里看到。"))
    return _end(db, proposal_ids, ProposalState.REFUSED, who=who, day=day, answer=answer.strip())


def withdraw_proposals(db: Database, proposal_ids: Sequence[int], *, who: str, day: date | None = None) -> tuple[Decision, Change | None]:
    """The line that asked takes its proposals back."""
    return _end(db, proposal_ids, ProposalState.WITHDRAWN, who=who, day=day, answer=None)


def _end(
    db: Database, proposal_ids: Sequence[int], state: ProposalState, *, who: str, day: date | None, answer: str | None
) -> tuple[Decision, Change | None]:
    decision = _asked(db.conn, proposal_ids)
    on, ids = (day or date.today()).isoformat(), [one.id for one in decision.accepted]

    def write() -> None:
        proposals.decide(db.conn, ids, state, day=on, who=who, answer=answer)

    is_refusal = state is ProposalState.REFUSED
    label = tr("退回 {count} 条岗位提议", count=len(ids)) if is_refusal else tr("撤回 {count} 条岗位提议", count=len(ids))
    return decision, _written(db, decision, write, label=label, who=who, why=answer)


def _written(db: Database, decision: Decision, write: Callable[[], None], *, label: str, who: str, why: str | None = None) -> Change | None:
    if not decision.accepted:
        return None
    try:
        with history.recorded(db, label=label, who=who, kinds=_KINDS, why=why) as entry:
            write()
    except sqlite3.IntegrityError as error:  # another program wrote between the look and the lock
        raise BadRequest(tr("这些户的岗位刚刚被别人改动，没有写入。"), tr("请刷新后再试一次。")) from error
    families = list(dict.fromkeys(one.household for one in decision.accepted))
    return Change(label, _KINDS, ids_or_too_many(families), entry)


def _asked(connection: sqlite3.Connection, proposal_ids: Sequence[int]) -> Decision:
    """Those that wait, once each; the others with the reason."""
    known = proposals.by_id(connection, proposal_ids)
    accepted: dict[int, Proposal] = {}
    refused: list[StillWaiting] = []
    for one in proposal_ids:
        found = known.get(one)
        if found is None:
            refused.append(StillWaiting(one, tr("没有这条提议")))
        elif found.state is not ProposalState.WAITING:
            refused.append(StillWaiting(one, tr("这条提议已经处理过")))
        elif one in accepted:
            refused.append(StillWaiting(one, tr("名单中重复")))
        else:
            accepted[one] = found
    return Decision(tuple(accepted.values()), tuple(refused))


def _reasons_against(connection: sqlite3.Connection, asked: Sequence[Proposal], day: str) -> dict[int, str]:
    """Proposal id -> why the rules of assigning no longer allow it."""
    reasons: dict[int, str] = {}

    def kind(one: Proposal) -> tuple[str, int, str]:
        return (one.slot.code, one.contact.id, max(one.from_date, day))

    for (_, contact, begin), group in groupby(sorted(asked, key=kind), key=kind):
        alike = list(group)
        if contacts.by_id(connection, contact) is None:
            reasons |= {one.id: tr("{name}已不在岗", name=one.contact.name) for one in alike}
            continue
        families = [one.household for one in alike]
        plan = preview_assignment(connection, families, alike[0].slot, contact, from_date=date.fromisoformat(begin))
        against = {refusal.household: refusal.reason for refusal in plan.refused}
        reasons |= {one.id: against[one.household] for one in alike if one.household in against}
    return reasons | _sponsors_of_both_lines([one for one in asked if one.id not in reasons])


def _sponsors_of_both_lines(asked: Sequence[Proposal]) -> dict[int, str]:
    """Of two proposals that would make one person sponsor cadre of both lines of a family, the second."""
    seen: set[tuple[int, int]] = set()
    reasons: dict[int, str] = {}
    for one in asked:
        if one.slot.role is Role.SPONSOR_CADRE:
            if (one.household, one.contact.id) in seen:
                reasons[one.id] = tr("{name}已在另一条线担任包联干部", name=one.contact.name)
            seen.add((one.household, one.contact.id))
    return reasons
