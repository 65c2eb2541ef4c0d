"""Put a contact into a slot of one family or of many: every refusal with its reason, one undo."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.cards import ContactLine
from gisapp.domain.caseload import ContactChoice
from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.ids import HouseholdId, new_uid
from gisapp.domain.lines import Role, Slot
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.find_contact import active_contact
from gisapp.services.contacts.list_contacts import with_loads
from gisapp.storage.contacts import contacts, held_slots, slots
from gisapp.storage.county import history
from gisapp.storage.families import households

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Refusal:
    """A family that was not given the contact, and why."""

    household: int
    reason: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an assignment will do, or did: ``accepted`` and ``refused`` together are all that was asked.

    ``replaced`` counts the accepted families whose present holder, set by hand, makes room; ``after`` is the contact with all
    families there would be then.
    """

    slot: Slot
    contact: ContactLine
    from_date: str
    accepted: tuple[HouseholdId, ...]
    refused: tuple[Refusal, ...]
    replaced: int
    after: ContactChoice


def preview_assignment(
    connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot, contact_id: int, *, from_date: date | None = None
) -> Assignment:
    """Who would get the contact and who would not, and why; writes nothing.

    Raises BadRequest when the contact does not exist or is no longer active.
    """
    contact = active_contact(connection, contact_id)
    day = (from_date or date.today()).isoformat()
    reasons = _reasons(connection, household_ids, slot, contact, day)
    accepted = tuple(HouseholdId(family) for family in dict.fromkeys(household_ids) if family not in reasons)
    refused = [Refusal(family, reason) for family, reason in reasons.items()]
    refused += [Refusal(family, tr("名单中重复")) for family in _repeated(household_ids)]
    replaced = len(slots.held_by_hand(connection, accepted, slot, day))
    return Assignment(slot, contact, day, accepted, tuple(refused), replaced, load_with(connection, contact, accepted))


def load_with(connection: sqlite3.Connection, contact: ContactLine, household_ids: Sequence[int]) -> ContactChoice:
    """The contact as it would be with these families besides those of today."""
    (now,) = with_loads(connection, [contact])
    families = {family for family, _ in held_slots.of_contact(connection, contact.id)}.union(household_ids)
    return replace(now, families=len(families))


def assign_contact(
    db: Database,
    household_ids: Sequence[int],
    slot: Slot,
    contact_id: int,
    *,
    who: str,
    from_date: date | None = None,
    why: str | None = None,
) -> tuple[Assignment, Change | None]:
    """Assign ``contact_id`` to ``slot`` of every family that can take it, from ``from_date`` (today when None).

    One transaction, one Change; Change is None when every family was refused.
    """
    plan = preview_assignment(db.conn, household_ids, slot, contact_id, from_date=from_date)
    if not plan.accepted:
        return plan, None
    label = tr("{slot}：给 {count} 户分配{name}", slot=slot.caption, count=len(plan.accepted), name=plan.contact.name)
    try:
        with history.recorded(db, label=label, who=who, kinds=(Kind.HOUSEHOLD,), why=why) as entry:
            slots.put_in(db.conn, slot, contact_id, [(family, new_uid()) for family in plan.accepted], from_date=plan.from_date)
    except sqlite3.IntegrityError as error:  # another program wrote between the look and the lock
        raise BadRequest(tr("这些户的岗位刚刚被别人改动，没有分配。"), tr("请刷新后再分配一次。")) from error
    return plan, Change(label, (Kind.HOUSEHOLD,), ids_or_too_many(plan.accepted), entry)


def _reasons(connection: sqlite3.Connection, household_ids: Sequence[int], slot: Slot, contact: ContactLine, day: str) -> dict[int, str]:
    exist = households.existing(connection, household_ids)
    relocated = slots.relocated_among(connection, household_ids)
    held = slots.held_by_hand(connection, household_ids, slot, day)
    later = slots.begun_later(connection, household_ids, slot, day)
    across = slots.sponsors_across(connection, household_ids, slot, contact.id, day)
    ended = slots.ended_among(connection, household_ids)
    unfit = unfit_reason(connection, contact, slot)
    reasons: dict[int, str] = {}
    for family in dict.fromkeys(household_ids):
        if family not in exist:
            reasons[family] = tr("没有这一户")
        elif family in ended:
            reasons[family] = tr("这一户已于 {day} 结束", day=ended[family])
        elif family not in relocated:
            reasons[family] = tr("不是搬迁户，没有双线岗位")
        elif unfit:
            reasons[family] = unfit
        elif family in held and held[family][0] == contact.id:
            reasons[family] = tr("已经由{name}担任", name=contact.name)
        elif family in across:
            reasons[family] = tr("{name}已在另一条线担任包联干部", name=contact.name)
        elif family in later:
            reasons[family] = tr("该岗位在 {day} 之后已有安排", day=day)
    return reasons


def unfit_reason(connection: sqlite3.Connection, contact: ContactLine, slot: Slot) -> str:
    """Why the contact's role does not fit the slot; "" when it does."""
    role = contacts.role_of(connection, contact.id)
    if role == slot.role:
        return ""
    return tr("{name}是{role}，不能担任{wanted}", name=contact.name, role=Role(role).caption, wanted=slot.role.caption)


def _repeated(household_ids: Sequence[int]) -> list[int]:
    return [family for family, times in Counter(household_ids).items() for _ in range(times - 1)]
