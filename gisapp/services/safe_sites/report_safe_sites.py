"""The safe sites of a run in figures: room, who goes where, who has no place; for lists, cards and the situation report."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from gisapp.domain.ids import SafeSiteId
from gisapp.domain.safe_site import Allocation, NoSite, PlacedFamily, SiteLoad
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.roll_call import roll_calls
from gisapp.storage.safe_sites import allocations, safe_sites


@dataclass(frozen=True, slots=True)
class SafeSiteReport:
    """Every safe site with who goes there by the allocation in force; ``allocation`` None = none was made for the run.

    ``capacity``, ``people`` and ``without_place`` are as of today: a site removed or closed since leaves its families without a
    place, one made smaller is over-full. ``own_home`` go to their own other home.
    """

    allocation: Allocation | None
    sites: tuple[SiteLoad, ...]
    capacity: int
    allocated_families: int
    allocated_people: int
    without_place: tuple[PlacedFamily, ...]
    own_home_families: int
    own_home_people: int

    @property
    def over(self) -> tuple[SiteLoad, ...]:
        """The sites with more people than room, the worst first."""
        return tuple(sorted((site for site in self.sites if site.is_over), key=lambda site: site.free))

    @property
    def without_people(self) -> int:
        return sum(family.people for family in self.without_place)

    @property
    def sentence(self) -> str:
        """Room against need in one sentence."""
        if self.allocation is None:
            return tr("可用避险点 {sites} 个，容量 {capacity} 人；还没有分配。", sites=self._usable, capacity=f"{self.capacity:,}")
        values = {
            "sites": f"{self._usable:,}",
            "capacity": f"{self.capacity:,}",
            "people": f"{self.allocated_people + self.without_people:,}",
            "missing": f"{self.without_people:,}",
        }
        if self.without_place:
            return tr("可用避险点 {sites} 个，容量 {capacity} 人，要安置 {people} 人：{missing} 人没有地方。", **values)
        return tr("可用避险点 {sites} 个，容量 {capacity} 人，要安置 {people} 人：都有地方。", **values)

    @property
    def _usable(self) -> int:
        return sum(one.site is not None and one.site.facts.is_in_use and one.left_out is None for one in self.sites)


def report_safe_sites(connection: sqlite3.Connection, run_id: int | None = None) -> SafeSiteReport:
    """The report for a run, the latest when None; without an allocation the sites stand there empty."""
    allocation = allocations.in_force(connection, run_id)
    loads = site_loads(connection, allocation)
    families = allocations.families(connection, int(allocation.id)) if allocation else []
    placed = [family for family in families if family.no_site is None]
    at_home = [family for family in families if family.no_site is NoSite.OWN_HOME]
    return SafeSiteReport(
        allocation=allocation,
        sites=loads,
        capacity=sum(one.capacity for one in loads if one.left_out is None),
        allocated_families=len(placed),
        allocated_people=sum(family.people for family in placed),
        without_place=tuple(family for family in families if family.no_site is not None and family.no_site.is_urgent),
        own_home_families=len(at_home),
        own_home_people=sum(family.people for family in at_home),
    )


def site_loads(connection: sqlite3.Connection, allocation: Allocation | None) -> tuple[SiteLoad, ...]:
    """Every safe site with who goes there: those of today by town, unit and name, then those removed since that people were to go to."""
    today = {int(site.id): site for site in safe_sites.all_sites(connection)}
    kept = {one.id: one for one in allocations.sites(connection, int(allocation.id))} if allocation else {}
    arrived = roll_calls.arrived(connection, int(allocation.run)) if allocation else {}
    found = []
    for site in [*today, *(one for one in kept if one not in today)]:
        then, now = kept.get(site), today.get(site)
        name = now.facts.name if now else (then.name if then else "")
        if then is None:
            found.append(SiteLoad(SafeSiteId(site), name, now, None, None, 0, 0, arrived.get(site, 0)))
        elif now is not None or then.families:
            figures = (then.families, then.people, arrived.get(site, 0), then.through, then.straight)
            found.append(SiteLoad(SafeSiteId(site), name, now, then.left_out, then.doubt, *figures))
    return tuple(found)


def the_allocation(connection: sqlite3.Connection, run_id: int | None = None) -> Allocation:
    """The allocation in force of a run (None = the latest); raises BadRequest when there is none."""
    found = allocations.in_force(connection, run_id)
    if found is None:
        raise BadRequest(tr("这次研判还没有分配避险点。"), tr("请先分配，例如 gisapp safe-sites 县文件 allocate。"))
    return found
