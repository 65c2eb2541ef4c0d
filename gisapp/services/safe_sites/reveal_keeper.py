"""Show the phone of a safe site's keeper in clear, once, to somebody who says why; the history keeps who and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gisapp.domain.change import Change, Kind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.safe_sites.save_safe_site import unknown_site
from gisapp.storage.county import history
from gisapp.storage.safe_sites import safe_sites

if TYPE_CHECKING:
    from sqlite_utils import Database


def reveal_keeper(db: Database, site_id: int, *, who: str, why: str) -> tuple[tuple[str, str], Change]:
    """(name, phone) of the keeper; raises BadRequest without a reason, for an unknown site, and where there is no phone."""
    if not why.strip():
        raise BadRequest(tr("没有写明查看原因。"), tr("请写明原因，例如“通知今晚转移”；它会记入历史。"))
    site = safe_sites.of_ids(db.conn, [site_id]).get(site_id)
    if site is None:
        raise unknown_site(db.conn, str(site_id))
    if not site.facts.keeper_phone:
        raise BadRequest(tr("{site}没有负责人电话。", site=site.facts.name), tr("请先登记负责人电话。"))
    label = tr("查看避险点负责人电话：{site}", site=site.facts.name)
    with history.recorded(db, label=label, who=who, kinds=(Kind.SAFE_SITE,), why=why.strip()) as entry:
        pass
    return (site.facts.keeper, site.facts.keeper_phone), Change(label, (Kind.SAFE_SITE,), (site_id,), entry)
