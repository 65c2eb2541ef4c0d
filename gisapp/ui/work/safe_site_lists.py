"""The flood team's lists of safe sites, of families that go there and of those without a place."""

from __future__ import annotations

import sqlite3

from gisapp.domain.change import Kind
from gisapp.domain.safe_site import Allocation
from gisapp.language import tr
from gisapp.services.safe_sites.report_safe_sites import site_loads
from gisapp.storage.safe_sites import allocations
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.site_rows import SiteRow, placed_columns, site_columns
from gisapp.ui.work.records import Place


def run_of(place: Place) -> int | None:
    """The run in hand; None = the latest."""
    kind, ids = place
    return ids[0] if kind == Kind.RUN and ids else None


def count_sites(connection: sqlite3.Connection, _place: Place) -> int:
    """Sites there are."""
    return len(site_loads(connection, None))


def count_allocated(connection: sqlite3.Connection, place: Place) -> int:
    """Families of the run that have a place."""
    allocation = allocations.in_force(connection, run_of(place))
    return 0 if allocation is None else allocation.totals.placed_families


def count_without(connection: sqlite3.Connection, place: Place) -> int:
    """Families of the run without a place."""
    allocation = allocations.in_force(connection, run_of(place))
    return 0 if allocation is None else allocations.without_place(connection, int(allocation.id))[0]


def list_sites(connection: sqlite3.Connection, place: Place) -> Listing:
    """Every site, over-full ones first, then those that take most people."""
    allocation = allocations.in_force(connection, run_of(place))
    loads = sorted(site_loads(connection, allocation), key=lambda load: (not load.is_over, -load.people))
    title = tr("避险点") if allocation is None else tr("避险点 · 研判第 {run} 号的分配", run=allocation.run)
    return Listing(
        title,
        site_columns(),
        tuple(SiteRow(int(load.id), load) for load in loads),
        tr("县里还没有避险点。点“新增…”，再在地图上单击它的位置；或到“台账”导入名册。"),
    )


def list_allocated(connection: sqlite3.Connection, place: Place) -> Listing:
    """Every family of the run with where it goes."""
    allocation = allocations.in_force(connection, run_of(place))
    if allocation is None:
        return _nothing(tr("各户去处"))
    rows = allocations.families(connection, int(allocation.id))
    return Listing(_title(tr("各户去处"), allocation), placed_columns(), tuple(rows), tr("险区里没有住户。"))


def list_without(connection: sqlite3.Connection, place: Place) -> Listing:
    """Families somebody has to find a place for, the most severe level first."""
    allocation = allocations.in_force(connection, run_of(place))
    if allocation is None:
        return _nothing(tr("没有去处的户"))
    found = [one for one in allocations.families(connection, int(allocation.id)) if one.no_site is not None and one.no_site.is_urgent]
    rows = tuple(sorted(found, key=lambda one: one.level.rank))
    return Listing(_title(tr("没有去处的户"), allocation), placed_columns(), rows, tr("每一户都有去处。"))


def count_needing_cars(connection: sqlite3.Connection, place: Place) -> int:
    """Families of the run that walk farther than was allowed."""
    allocation = allocations.in_force(connection, run_of(place))
    return 0 if allocation is None else allocation.totals.too_far_families


def list_needing_cars(connection: sqlite3.Connection, place: Place) -> Listing:
    """Families that walk farther than was allowed, the farthest first."""
    allocation = allocations.in_force(connection, run_of(place))
    if allocation is None:
        return _nothing(tr("走不到要派车的户"))
    found = [one for one in allocations.families(connection, int(allocation.id)) if one.is_too_far]
    rows = tuple(sorted(found, key=lambda one: -(one.distance_m or 0.0)))
    most = allocation.question.most_walk_m
    empty = tr("每一户都走得到。") if most else tr("分配时没有写最远步行距离。在“分配避险点…”里写上，走不到的户会列在这里。")
    return Listing(_title(tr("走不到要派车的户"), allocation), placed_columns(), rows, empty)


def _title(title: str, allocation: Allocation) -> str:
    return tr("{title} · 研判第 {run} 号", title=title, run=allocation.run)


def _nothing(title: str) -> Listing:
    return Listing(title, placed_columns(), (), tr("还没有分配避险点。先研判，再在“防汛”菜单或研判卡片上点“分配避险点…”。"))
