"""Families with every phone in clear, for somebody who says why: the history keeps who, why and how many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.family_sheet import FamilySheet
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.families.gather_families import gathered
from gisapp.storage.county import history

if TYPE_CHECKING:
    from sqlite_utils import Database


def reveal_families(
    db: Database, household_ids: Sequence[int], *, who: str, why: str, day: date | None = None
) -> tuple[list[FamilySheet], Change]:
    """As gather_families with the phones of the people and of their contacts in clear; raises BadRequest without a reason."""
    if not why.strip():
        raise BadRequest(tr("没有写明查看原因。"), tr("请写明原因，例如“通知今晚转移”；它会记入历史。"))
    sheets = gathered(db.conn, household_ids, day=day or date.today(), shown=lambda phone: phone or "")
    label = tr("打印完整电话的联系卡：{count:,} 户", count=len(sheets))
    with history.recorded(db, label=label, who=who, kinds=(Kind.HOUSEHOLD,), why=why.strip()) as entry:
        pass
    return sheets, Change(label, (Kind.HOUSEHOLD,), ids_or_too_many([sheet.id for sheet in sheets]), entry)
