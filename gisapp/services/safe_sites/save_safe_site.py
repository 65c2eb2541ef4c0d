"""Add, change and remove safe sites; each is one change with one undo."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.ids import SafeSiteId, new_uid
from gisapp.domain.safe_site import SafeSite, SiteFacts
from gisapp.domain.written import person_name, tidy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.contacts.keep_contact import LONGEST_NAME as LONGEST_KEEPER
from gisapp.services.contacts.keep_contact import phone_from_text
from gisapp.storage.contacts import contact_book
from gisapp.storage.county import history, search
from gisapp.storage.safe_sites import safe_sites

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST_PEOPLE = 100_000
LONGEST_NAME, LONGEST_NOTE = 60, 400
BORDER_M = 50.0
"""So far beyond the outline a place still counts as in the county: outlines are drawn coarsely."""
MOST_NAMED = 6


def add_safe_site(db: Database, facts: SiteFacts, *, who: str) -> tuple[SafeSiteId, Change]:
    """A new safe site; raises BadRequest for facts that cannot be (see ``checked_site``)."""
    wanted = checked_site(db.conn, facts)
    label = tr("新增避险点：{name}，{capacity} 人", name=wanted.name, capacity=f"{wanted.capacity:,}")
    with history.recorded(db, label=label, who=who, kinds=(Kind.SAFE_SITE,)) as entry:
        made = safe_sites.insert(db.conn, wanted, uid=new_uid())
        search.refresh(db.conn, Kind.SAFE_SITE, [made])
    return made, Change(label, (Kind.SAFE_SITE,), (made,), entry)


def change_safe_site(db: Database, site_id: int, facts: SiteFacts, *, who: str) -> Change:
    """Write the facts of a site anew; raises BadRequest for an unknown site, impossible facts, and when nothing would change."""
    before = safe_sites.of_ids(db.conn, [site_id]).get(site_id)
    if before is None:
        raise unknown_site(db.conn, str(site_id))
    wanted = checked_site(db.conn, facts, but=site_id)
    if wanted == before.facts:
        raise BadRequest(tr("没有要改的内容。"), tr("请先改名称、容量、位置、单位、启用、负责人或备注。"))
    label = tr("更改避险点：{name}", name=wanted.name)
    if wanted.name != before.facts.name:
        label = tr("更改避险点：{old}改为{new}", old=before.facts.name, new=wanted.name)
    with history.recorded(db, label=label, who=who, kinds=(Kind.SAFE_SITE,)) as entry:
        safe_sites.update(db.conn, site_id, wanted)
        search.refresh(db.conn, Kind.SAFE_SITE, [site_id])
    return Change(label, (Kind.SAFE_SITE,), (site_id,), entry)


def remove_safe_sites(db: Database, site_ids: Sequence[int], *, who: str) -> Change:
    """Remove sites; families allocated to them stand in the lists as without a site until they are allocated anew."""
    known = safe_sites.of_ids(db.conn, site_ids)
    if not known or len(known) < len(set(site_ids)):
        raise unknown_site(db.conn, tr("、").join(str(one) for one in site_ids if one not in known))
    names = [site.facts.name for site in known.values()]
    label = tr("删除避险点：{names}", names=tr("、").join(names))
    if len(names) > MOST_NAMED:
        label = tr("删除避险点 {count} 个", count=len(names))
    with history.recorded(db, label=label, who=who, kinds=(Kind.SAFE_SITE,)) as entry:
        safe_sites.delete(db.conn, list(known))
        search.refresh(db.conn, Kind.SAFE_SITE, list(known))
    return Change(label, (Kind.SAFE_SITE,), ids_or_too_many(list(known)), entry)


def checked_site(connection: sqlite3.Connection, facts: SiteFacts, *, but: int | None = None) -> SiteFacts:
    """The facts as they are written: tidied, with the unit the place lies in where none is given; ``but`` is the site itself.

    Raises BadRequest for no name or too long a one, room that is no number of people, a place outside the county, an unknown
    unit, a phone that is none, and a site of that name in the unit.
    """
    name, note = tidy(facts.name), tidy(facts.note)
    if not name or len(name) > LONGEST_NAME or len(note) > LONGEST_NOTE:
        reason = tr("避险点的名称不能为空，最多 {most} 个字；备注最多 {note} 个字。", most=LONGEST_NAME, note=LONGEST_NOTE)
        raise BadRequest(reason, tr("请写名称，例如“中坝村委会”。"))
    if not 0 <= facts.capacity <= MOST_PEOPLE:
        least_most = tr("请写 0 到 {most} 之间的人数。", most=f"{MOST_PEOPLE:,}")
        raise BadRequest(tr("容量不对：{capacity} 人。", capacity=facts.capacity), least_most)
    _refuse_outside(connection, facts.x, facts.y)
    keeper = person_name(facts.keeper)
    if len(keeper) > LONGEST_KEEPER:
        raise BadRequest(tr("负责人的姓名最多 {most} 个字。", most=LONGEST_KEEPER), tr("请只写姓名。"))
    division = facts.division
    if division is None:
        division = (safe_sites.unit_at(connection, facts.x, facts.y) or (None,))[0]
    elif not contact_book.has_unit(connection, division):
        raise BadRequest(tr("没有这个单位。"), tr("请选择一个镇、村或社区。"))
    if safe_sites.namesake(connection, name, division, but=but) is not None:
        raise BadRequest(tr("这个单位已有名为“{name}”的避险点。", name=name), tr("请换一个名称，或更改已有的那一个。"))
    return replace(facts, name=name, division=division, keeper=keeper, keeper_phone=phone_from_text(facts.keeper_phone or ""), note=note)


def moved(connection: sqlite3.Connection, facts: SiteFacts, x: float, y: float) -> SiteFacts:
    """The facts at another place; a site that belongs to the unit it lies in then belongs to the one at the new place."""
    here = (safe_sites.unit_at(connection, facts.x, facts.y) or (None,))[0]
    return replace(facts, x=x, y=y, division=None if facts.division == here else facts.division)


def is_in_county(outline: shapely.Geometry | None, x: float, y: float) -> bool:
    """Whether a place in metres lies in the county, or so little beyond its outline that the outline is to blame."""
    if not (math.isfinite(x) and math.isfinite(y)):
        return False
    return outline is None or bool(shapely.distance(outline, shapely.Point(x, y)) <= BORDER_M)


def find_site(connection: sqlite3.Connection, text: str) -> SafeSite:
    """The one site of this number or name (with its unit, as its caption says it, where names repeat); raises BadRequest."""
    wanted = tidy(text)
    sites = safe_sites.all_sites(connection)
    found = [site for site in sites if wanted in (site.facts.name, site.caption)] or [site for site in sites if wanted == str(site.id)]
    if len(found) == 1:
        return found[0]
    if found:
        named = tr("、").join(tr("{caption} 编号 {id}", caption=site.caption, id=site.id) for site in found[:MOST_NAMED])
        raise BadRequest(tr("名为“{name}”的避险点不止一个。", name=wanted), tr("请写编号：{sites}。", sites=named))
    raise unknown_site(connection, wanted)


def unknown_site(connection: sqlite3.Connection, text: str) -> BadRequest:
    """What to raise for a site nobody knows."""
    count = len(safe_sites.all_sites(connection))
    return BadRequest(tr("没有避险点“{name}”。", name=text), tr("县里有 {count} 个避险点，用 safe-sites list 查看。", count=count))


def _refuse_outside(connection: sqlite3.Connection, x: float, y: float) -> None:
    if not is_in_county(safe_sites.county_outline(connection), x, y):
        raise BadRequest(tr("这个位置不在本县范围内。"), tr("请在地图上点一个县内的位置，或检查经纬度是否写反。"))
