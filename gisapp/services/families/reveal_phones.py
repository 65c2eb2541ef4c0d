"""Show a family's phones in clear, once, to somebody who says why; the history keeps who and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.describe_household import describe_household
from gisapp.storage.contacts import phones
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class RevealedPhones:
    """(name, phone) in clear of a family's people, and of those who look after it."""

    head: str
    people: tuple[tuple[str, str], ...]
    contacts: tuple[tuple[str, str], ...]


def reveal_phones(db: Database, household_id: int, *, who: str, why: str) -> tuple[RevealedPhones, Change]:
    """The phones of a family and its contacts; raises BadRequest without a reason or for an unknown family."""
    if not why.strip():
        raise BadRequest(tr("没有写明查看原因。"), tr("请写明原因，例如“通知今晚转移”；它会记入历史。"))
    card = describe_household(db.conn, household_id)
    holders = [int(line.contact.id) for line in card.slots if line.contact] + ([int(card.officer.id)] if card.officer else [])
    label = tr("查看完整电话：{head}（{code}）", head=card.head, code=card.code)
    with history.recorded(db, label=label, who=who, kinds=(Kind.HOUSEHOLD,), why=why.strip()) as entry:
        found = RevealedPhones(card.head, tuple(phones.of_household(db.conn, household_id)), tuple(phones.of_contacts(db.conn, holders)))
    return found, Change(label, (Kind.HOUSEHOLD,), (household_id,), entry)
