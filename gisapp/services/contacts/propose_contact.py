"""What one line proposes for a slot of the other waits until that line decides."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Slot
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.assign_contact import Assignment, Refusal, load_with, preview_assignment
from gisapp.storage.contacts import proposals, slots
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database


def preview_proposal(
    connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot, contact_id: int, *, from_date: date | None = None
) -> Assignment:
    """For which families the contact can be proposed and for which not, and why; writes nothing.

    The rules are those of an assignment, and one proposal waits per slot. Raises BadRequest as ``preview_assignment``.
    """
    plan = preview_assignment(connection, household_ids, slot, contact_id, from_date=from_date)
    waiting = proposals.waiting_for(connection, plan.accepted, slot)
    late = [
        Refusal(family, tr("已有提议等待确认：{name}（{day} 提出）", name=one.contact.name, day=one.proposed_on))
        for family, one in waiting.items()
    ]
    accepted = tuple(one for one in plan.accepted if one not in waiting)
    replaced = len(slots.held_by_hand(connection, accepted, slot, plan.from_date))
    after = load_with(connection, plan.contact, accepted)
    return replace(plan, accepted=accepted, refused=(*plan.refused, *late), replaced=replaced, after=after)


def propose_contact(
    db: Database,
    household_ids: Sequence[int],
    slot: Slot,
    contact_id: int,
    *,
    who: str,
    from_date: date | None = None,
    why: str | None = None,
    today: date | None = None,
) -> tuple[Assignment, Change | None]:
    """Propose ``contact_id`` for ``slot`` of every family that can take it; the slot's line confirms or refuses.

    One transaction, one Change; Change is None when every family was refused.
    """
    plan = preview_proposal(db.conn, household_ids, slot, contact_id, from_date=from_date)
    if not plan.accepted:
        return plan, None
    label = tr("{slot}：为 {count} 户提议{name}，等待确认", slot=slot.caption, count=len(plan.accepted), name=plan.contact.name)
    families = [(int(family), new_uid()) for family in plan.accepted]
    day = (today or date.today()).isoformat()
    kinds = (Kind.HOUSEHOLD, Kind.PROPOSAL)
    try:
        with history.recorded(db, label=label, who=who, kinds=kinds, why=why) as entry:
            proposals.add(db.conn, slot, contact_id, families, from_date=plan.from_date, day=day, who=who, reason=(why or "").strip())
    except sqlite3.IntegrityError as error:  # another program wrote between the look and the lock
        raise BadRequest(tr("这些户的岗位刚刚被别人改动，没有提议。"), tr("请刷新后再提议一次。")) from error
    return plan, Change(label, kinds, ids_or_too_many(plan.accepted), entry)
