"""One family of an allocation goes to another safe site because somebody says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from gisapp.domain.change import Change, Kind
from gisapp.domain.safe_site import Allocation, NoSite, SiteLoad, WalkBasis
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.safe_sites.choose_sites import JudgedSite, judge_sites
from gisapp.services.safe_sites.count_allocation import count_allocation
from gisapp.services.safe_sites.place_families import BASES, places_of, way_network
from gisapp.services.safe_sites.report_safe_sites import site_loads, the_allocation
from gisapp.services.safe_sites.save_safe_site import unknown_site
from gisapp.spatial.walking import walks
from gisapp.storage.care import care
from gisapp.storage.county import geopackage, history
from gisapp.storage.runs import stored_runs
from gisapp.storage.safe_sites import allocations
from gisapp.storage.safe_sites.allocations import FamilyRow, RunFamily

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class SiteChoice:
    """A site a family may be moved to, with the way there; ``load`` is who goes there now, this family too when it ``goes_there``."""

    load: SiteLoad
    metres: float
    basis: WalkBasis
    goes_there: bool


@dataclass(frozen=True, slots=True)
class MovedFamily:
    """What was done: ``load`` is the site with the family; ``before`` the name of the one it was to go to, "" = to none."""

    household: int
    code: str
    caption: str
    people: int
    before: str
    load: SiteLoad
    metres: float
    basis: WalkBasis

    @property
    def warning(self) -> str:
        """That the site is over-full now, in figures; "" where it is not."""
        values = {"site": self.load.name, "capacity": f"{self.load.capacity:,}", "people": f"{self.load.people:,}"}
        if not self.load.is_over:
            return ""
        return tr("{site}超员：容量 {capacity} 人，已分配 {people} 人，超 {over} 人。", over=f"{-self.load.free:,}", **values)


def site_choices(connection: sqlite3.Connection, run_id: int | None, household: int) -> list[SiteChoice]:
    """Every site that takes families of the allocation in force, the shortest way first; raises BadRequest for who cannot be moved."""
    allocation = the_allocation(connection, run_id)
    family, row = _family(connection, allocation, household)
    offered = _offered(connection, allocation)
    loads = {int(load.id): load for load in site_loads(connection, allocation)}
    ways = _ways(connection, allocation, family, offered)
    found = [SiteChoice(loads[int(one.site.id)], *way, int(one.site.id) == row.site) for one, way in zip(offered, ways, strict=True)]
    return sorted(found, key=lambda choice: (choice.basis.is_straight, choice.basis is WalkBasis.THROUGH, choice.metres))


def move_family(db: Database, run_id: int | None, household: int, site: int, *, who: str) -> tuple[MovedFamily, Change]:
    """Send a family of the allocation in force (run None = the latest) to another site; it stays there when allocated again.

    A site that becomes over-full is told, not refused. Raises BadRequest for a family that is not to be placed, a site that takes
    nobody, and the site it goes to already.
    """
    allocation = the_allocation(db.conn, run_id)
    family, row = _family(db.conn, allocation, household)
    chosen = _chosen(db.conn, allocation, site)
    if row.site == site and row.by_hand:
        raise BadRequest(tr("这一户已经改到{site}。", site=chosen.site.facts.name), tr("没有改动。"))
    [(metres, basis)] = _ways(db.conn, allocation, family, [chosen])
    put = FamilyRow(household, site, row.people, round(metres, 1), basis, None, True)
    names = {one.id: one.name for one in allocations.sites(db.conn, int(allocation.id))}
    load = _with_family(db.conn, allocation, site, row)
    known = care.families(db.conn, [household])[household]
    caption = tr("{head}（{code}）", head=known.head or tr("没有户主"), code=known.code)
    moved = MovedFamily(household, known.code, caption, row.people, names.get(row.site or 0, ""), load, put.metres or 0.0, basis)
    label = _label(moved)
    with history.recorded(db, label=label, who=who, kinds=(Kind.ALLOCATION,)) as entry:
        _write(db.conn, allocation, put)
    return moved, Change(label, (Kind.ALLOCATION,), (int(allocation.id),), entry)


def _family(connection: sqlite3.Connection, allocation: Allocation, household: int) -> tuple[RunFamily, FamilyRow]:
    families = allocations.run_families(connection, int(allocation.run))
    rows = allocations.rows(connection, int(allocation.id))
    found = next((pair for pair in zip(families, rows, strict=True) if pair[0].household == household), None)
    if found is None:
        told = tr("这一户不在研判第 {run} 号的名单上。", run=allocation.run)
        raise BadRequest(told, tr("请从“各户去处”里选，或换一次研判。"))
    if found[0].geom is None:
        raise BadRequest(tr("这一户的住房已不在，量不出路程。"), tr("请在点名里写明它去了哪里。"))
    if found[1].no_site is NoSite.NOBODY:
        raise BadRequest(tr("这一户现在没有人要安置。"), tr("没有改动。"))
    return found


def _offered(connection: sqlite3.Connection, allocation: Allocation) -> list[JudgedSite]:
    run = stored_runs.read(connection, int(allocation.run))
    assert run is not None
    return [one for one in judge_sites(connection, run) if one.left_out is None]


def _chosen(connection: sqlite3.Connection, allocation: Allocation, site: int) -> JudgedSite:
    run = stored_runs.read(connection, int(allocation.run))
    assert run is not None
    found = next((one for one in judge_sites(connection, run) if int(one.site.id) == site), None)
    if found is None:
        raise unknown_site(connection, str(site))
    if found.left_out is not None:
        told = tr("{site}{why}，不能安排人去。", site=found.site.facts.name, why=found.left_out.caption)
        raise BadRequest(told, tr("请选别的避险点。"))
    return found


def _ways(
    connection: sqlite3.Connection, allocation: Allocation, family: RunFamily, sites: Sequence[JudgedSite]
) -> list[tuple[float, WalkBasis]]:
    """Metres from the family's home to each site, and what they are."""
    assert family.geom is not None
    network = way_network(connection, int(allocation.run))
    found = walks(network, geopackage.decode_points([family.geom]), places_of(sites))
    return [(metres, BASES[kind]) for metres, kind in zip(found.metres[0].tolist(), np.asarray(found.kinds[0]).tolist(), strict=True)]


def _with_family(connection: sqlite3.Connection, allocation: Allocation, site: int, row: FamilyRow) -> SiteLoad:
    """The site with who goes there, this family among them."""
    load = next(load for load in site_loads(connection, allocation) if int(load.id) == site)
    return load if row.site == site else replace(load, families=load.families + 1, people=load.people + row.people)


def _label(moved: MovedFamily) -> str:
    values = {"family": moved.caption, "people": moved.people, "site": moved.load.name}
    if not moved.load.is_over:
        return tr("{family}（{people} 人）改到{site}", **values)
    load = moved.load
    over = {"capacity": f"{load.capacity:,}", "there": f"{load.people:,}", "over": f"{-load.free:,}"}
    return tr("{family}（{people} 人）改到{site}，超员：容量 {capacity} 人，已分配 {there} 人，超 {over} 人", **values, **over)


def _write(connection: sqlite3.Connection, allocation: Allocation, put: FamilyRow) -> None:
    families = allocations.run_families(connection, int(allocation.run))
    rows = [put if row.household == put.household else row for row in allocations.rows(connection, int(allocation.id))]
    capacities = [one.capacity for one in allocations.sites(connection, int(allocation.id)) if one.left_out is None]
    question, groups = allocation.question, allocation.totals.groups
    totals = count_allocation(families, rows, capacities=capacities, most_walk_m=question.most_walk_m, groups=groups)
    allocations.put(connection, int(allocation.id), put, totals)
