"""Take a damage that was reported by mistake out of the county, with the reason in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.list_damage import damage_case
from gisapp.storage.county import history
from gisapp.storage.damage import damage_writes

if TYPE_CHECKING:
    from sqlite_utils import Database


def remove_damage(db: Database, damage_id: int, *, who: str, why: str) -> Change:
    """Remove one damage with its states, stages, stays and photos; raises BadRequest for an unknown one or without a reason."""
    reason = why.strip()
    if not reason:
        raise BadRequest(tr("没有写删除的原因。"), tr("请用一句话写明，会记入历史。"))
    one = damage_case(db.conn, damage_id).damage
    label = tr("删除受损登记：{number}（第 {id} 号）", number=one.number, id=one.id)
    with history.recorded(db, label=label, who=who, kinds=(Kind.DAMAGE,), why=reason) as entry:
        damage_writes.remove(db.conn, damage_id)
    return Change(label, (Kind.DAMAGE,), (damage_id,), entry)
