"""Slice of the flood team's work: safe sites, who goes where, who has no place."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from gisapp.domain.affected import AffectedRun
from gisapp.domain.cards import HouseholdCard
from gisapp.domain.change import Kind
from gisapp.domain.safe_site import Allocation, Destination, NoSite, SiteLoad, WalkBasis, too_far, unsafe_ways
from gisapp.language import tr
from gisapp.services.safe_sites.report_safe_sites import site_loads
from gisapp.storage.safe_sites import allocations
from gisapp.ui.cards.card import Card
from gisapp.ui.cards.safe_site import SiteActions, safe_site_card
from gisapp.ui.work import safe_site_deeds, safe_site_lists
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.records import FamilySection, RunAction, RunSection, Slice, WorkButton, WorkCommand, WorkList

KINDS = frozenset({Kind.SAFE_SITE, Kind.ALLOCATION, Kind.RUN, Kind.ROLL_CALL})
FAMILY_KINDS = frozenset({*KINDS, Kind.HOUSEHOLD, Kind.RESIDENT, Kind.HOUSE})
MOST_OVER = 4


@dataclass(frozen=True, slots=True)
class RunSites:
    """What a run's card says of safe sites; ``allocation`` None = nobody was allocated."""

    allocation: Allocation | None
    loads: tuple[SiteLoad, ...]
    without_families: int
    without_people: int


@dataclass(frozen=True, slots=True)
class FamilySite:
    """Where the family of a card is to go by the latest run's allocation."""

    card: HouseholdCard
    destination: Destination


def site_sheet(connection: sqlite3.Connection, site: int, desk: WorkDesk) -> Callable[[], Card] | None:
    """The card of a site: read here, drawn on the window's thread; None for a site nobody knows."""
    run = desk.bench.flood.run
    allocation = allocations.in_force(connection, None if run is None else int(run.id))
    load = next((one for one in site_loads(connection, allocation) if one.id == site), None)
    if load is None:
        return None
    number = None if allocation is None else int(allocation.run)
    return lambda: safe_site_card(load, number, _actions(desk, load))


def _actions(desk: WorkDesk, load: SiteLoad) -> SiteActions:
    site = load.site
    assert site is not None or load.people
    deeds = safe_site_deeds

    def with_site(deed: Callable[..., None]) -> Callable[[], None]:
        return lambda: deed(desk, site) if site is not None else None

    return SiteActions(
        list_families=partial(deeds.list_of_sites, desk, (load,)),
        allocate=partial(deeds.allocate, desk),
        change=with_site(deeds.change),
        move=with_site(deeds.move),
        remove=partial(deeds.remove, desk, (int(load.id),)),
        sign_in=partial(deeds.sign_in, desk, (int(load.id),)),
        reveal=with_site(deeds.reveal),
    )


def _site_buttons() -> tuple[WorkButton, ...]:
    deeds = safe_site_deeds
    return (
        WorkButton(tr("分配避险点…"), "forward", deeds.allocate, tr("把研判的户分到各避险点，先选怎样分")),
        WorkButton(tr("列出来的户"), "table", deeds.list_families, tr("去选中避险点的户；没有选中时是全部")),
        WorkButton(tr("签到表…"), "print", deeds.sign_in_rows, tr("选中的避险点每个一份；没有选中时是全部有人去的")),
        WorkButton(tr("去向线"), "pan", deeds.toggle_lines, tr("在地图上画出或收起各村到避险点的线")),
        WorkButton(tr("新增…"), "plus", deeds.add, tr("先在地图上单击它的位置")),
        WorkButton(tr("更改…"), "draw", deeds.change_row, tr("先选中一个避险点")),
        WorkButton(tr("删除"), "close", deeds.remove_rows, tr("先选中；可以撤销")),
    )


def _family_buttons() -> tuple[WorkButton, ...]:
    deeds = safe_site_deeds
    return (
        WorkButton(tr("分配避险点…"), "forward", deeds.allocate, tr("把研判的户分到各避险点，先选怎样分")),
        WorkButton(tr("改去处…"), "draw", deeds.move_row, tr("先选中一户，再选它要去的避险点；再分配时不变")),
        WorkButton(tr("避险点"), "table", lambda desk, _rows: deeds.show_sites(desk), tr("看各避险点的容量和空位")),
    )


def _read_run(connection: sqlite3.Connection, run: AffectedRun) -> RunSites | None:
    allocation = allocations.in_force(connection, int(run.id))
    loads = site_loads(connection, allocation)
    if not loads or not run.calls:
        return None
    without = (0, 0) if allocation is None else allocations.without_place(connection, int(allocation.id))
    return RunSites(allocation, loads, *without)


def _draw_run(sheet: Card, found: RunSites, desk: WorkDesk) -> None:
    sheet.section(tr("避险点"))
    if found.allocation is None:
        room = sum(load.capacity for load in found.loads)
        sheet.line(
            tr("容量"), tr("{people} 人，{sites} 处", people=f"{room:,}", sites=f"{sum(load.capacity > 0 for load in found.loads):,}")
        )
        sheet.note(tr("还没有分配。"))
        sheet.button(tr("分配避险点…"), partial(safe_site_deeds.allocate, desk), icon="forward", tip=tr("把研判的户分到各避险点"))
        return
    totals = found.allocation.totals
    placed = sum(load.people for load in found.loads if load.site is not None and load.site.facts.is_in_use)
    sheet.line(tr("容量"), tr("{people} 人，{sites} 处", people=f"{totals.capacity:,}", sites=f"{totals.sites:,}"))
    sheet.line(tr("已分配"), tr("{people} 人，{sites} 处", people=f"{placed:,}", sites=f"{totals.sites_used:,}"))
    if found.without_families:
        values = {"families": f"{found.without_families:,}", "people": f"{found.without_people:,}"}
        sheet.line(tr("没有去处"), tr("{families} 户 {people} 人", **values), role="danger")
    over = [load for load in found.loads if load.is_over]
    for load in over[:MOST_OVER]:
        sheet.warning(tr("{site}超员 {count} 人。", site=load.name, count=f"{-load.free:,}"))
    if len(over) > MOST_OVER:
        sheet.warning(tr("另有 {count} 处超员。", count=len(over) - MOST_OVER))
    sheet.warning(unsafe_ways(totals.through, totals.straight))
    sheet.warning(too_far(totals.too_far_families, totals.too_far_people))
    sheet.note(_walking(found.allocation))
    sheet.button(tr("看避险点"), partial(safe_site_deeds.show_sites, desk), icon="table", tip=tr("各避险点的容量、已分配和空位"))


def _walking(allocation: Allocation) -> str:
    totals = allocation.totals
    values = {"way": allocation.question.way.caption, "mean": f"{totals.mean_m:,.0f}", "far": f"{totals.far_families:,}"}
    if totals.far_families and not allocation.question.most_walk_m:
        return tr("{way}，人均步行 {mean} 米；{far} 户要走 5 公里以上，请安排车辆。", **values)
    return tr("{way}，人均步行 {mean} 米。", **{key: values[key] for key in ("way", "mean")})


def _read_family(connection: sqlite3.Connection, card: HouseholdCard) -> FamilySite | None:
    allocation = allocations.in_force(connection)
    found = None if allocation is None else allocations.destination(connection, int(allocation.id), int(card.id))
    return None if found is None else FamilySite(card, found)


def _draw_family(sheet: Card, family: FamilySite, desk: WorkDesk) -> None:
    card, found = family.card, family.destination
    sheet.section(tr("避险点"))
    if found.no_site not in (NoSite.NOBODY, NoSite.NO_PLACE):
        title = tr("{head}（{code}）", head=card.head or tr("没有户主"), code=card.code)
        move = partial(safe_site_deeds.move_family, desk, int(card.id), title, people=found.people)
        sheet.button(tr("改去处…"), move, icon="draw", tip=tr("选这一户要去的避险点；再分配时不变"))
    if found.no_site is not None:
        sheet.line(tr("去哪里"), found.no_site.caption, role="danger" if found.no_site.is_urgent else "")
        return
    sheet.line(tr("去哪里"), tr("{site}（手工改的）", site=found.name) if found.by_hand else found.name)
    if found.metres is not None and found.walk is not None:
        role = "danger" if found.walk is WalkBasis.THROUGH else ""
        sheet.line(tr("路程"), tr("{metres} 米（{basis}）", metres=f"{found.metres:,.0f}", basis=found.walk.caption), role=role)
    if found.is_too_far:
        sheet.warning(tr("走不到，要派车。"))


def _allocate(desk: WorkDesk) -> None:
    safe_site_deeds.allocate(desk)


def _add(desk: WorkDesk) -> None:
    safe_site_deeds.add(desk)


SLICE = Slice(
    flood_lists=(
        WorkList("safe_sites", lambda: tr("避险点"), safe_site_lists.count_sites, safe_site_lists.list_sites, _site_buttons, KINDS),
        WorkList(
            "without_site",
            lambda: tr("没有去处的户"),
            safe_site_lists.count_without,
            safe_site_lists.list_without,
            _family_buttons,
            FAMILY_KINDS,
            is_urgent=True,
            marks_houses=True,
        ),
        WorkList(
            "needing_cars",
            lambda: tr("走不到要派车的户"),
            safe_site_lists.count_needing_cars,
            safe_site_lists.list_needing_cars,
            _family_buttons,
            FAMILY_KINDS,
            is_urgent=True,
            marks_houses=True,
        ),
        WorkList(
            "allocated",
            lambda: tr("各户去处"),
            safe_site_lists.count_allocated,
            safe_site_lists.list_allocated,
            _family_buttons,
            FAMILY_KINDS,
        ),
    ),
    run_sections=(RunSection("safe_sites", _read_run, _draw_run),),
    run_actions=(
        RunAction("allocate_sites", lambda: tr("分配避险点…"), safe_site_deeds.allocate_run, icon="forward", opens_group=True),
        RunAction("sign_in", lambda: tr("签到表…"), safe_site_deeds.sign_in_run, icon="print"),
    ),
    family_sections=(FamilySection("safe_site", _read_family, _draw_family),),
    commands=(
        WorkCommand("safe_sites", safe_site_deeds.show_sites),
        WorkCommand("add_safe_site", _add),
        WorkCommand("allocate_sites", _allocate),
        WorkCommand("sign_in", safe_site_deeds.sign_in_latest),
    ),
)
