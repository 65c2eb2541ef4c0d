"""Safe sites: room against need, who has no place, site by site."""

from __future__ import annotations

from collections.abc import Iterator

from gisapp.domain.safe_site import SiteLoad, too_far, unsafe_ways
from gisapp.export.situation.blocks import Block, TableBlock, TableColumn, TableRow, Words
from gisapp.export.situation.matter import Matter
from gisapp.language import tr
from gisapp.services.safe_sites.report_safe_sites import SafeSiteReport, report_safe_sites

MOST_SITES, MOST_FAMILIES = 60, 60


def sites(matter: Matter) -> Iterator[Block]:
    """The allocation in force of the run; without one, what room there is."""
    found = report_safe_sites(matter.connection, matter.run_id)
    if not found.sites:
        return
    yield Words(found.sentence, is_warning=bool(found.without_place))
    if found.own_home_families:
        own = {"families": found.own_home_families, "people": found.own_home_people}
        yield Words(tr("{families:,} 户 {people:,} 人去自己另一处住房，不占避险点。", **own))
    for load in found.over:
        values: dict[str, object] = {"site": load.name, "capacity": load.capacity, "people": load.people, "over": -load.free}
        yield Words(tr("{site}超员：容量 {capacity:,} 人，已分配 {people:,} 人，超 {over:,} 人。", **values), is_warning=True)
    unsafe = unsafe_ways(sum(load.through for load in found.sites), sum(load.straight for load in found.sites))
    if unsafe:
        yield Words(unsafe, is_warning=True)
    totals = found.allocation.totals if found.allocation else None
    far = too_far(totals.too_far_families, totals.too_far_people) if totals else ""
    if far:
        yield Words(far, is_warning=True)
    used = sorted((load for load in found.sites if load.people), key=lambda load: (-load.people, load.name))
    if used:
        yield _table(used, found)
    if found.without_place:
        yield _without(found)
    left_out = [load for load in found.sites if load.left_out is not None]
    if left_out:
        named = tr("、").join(tr("{site}（{why}）", site=load.name, why=load.left_out.caption) for load in left_out if load.left_out)
        yield Words(tr("没有使用的避险点：{sites}。", sites=named))
    doubtful = [load for load in found.sites if load.doubt is not None and load.people]
    if doubtful:
        named = tr("、").join(tr("{site}（{why}）", site=load.name, why=load.doubt.caption) for load in doubtful if load.doubt)
        yield Words(tr("要先核实是否安全的避险点：{sites}。", sites=named), is_warning=True)


def _table(used: list[SiteLoad], found: SafeSiteReport) -> Block:
    numbers = (tr("容量"), tr("户"), tr("人"), tr("余"), tr("占 %"), tr("穿险区（户）"), tr("只有直线（户）"))
    columns = (TableColumn(tr("避险点"), 34), TableColumn(tr("村/社区"), 22), *(TableColumn(text, 11, is_number=True) for text in numbers))
    rows = [
        TableRow(
            (
                load.name,
                load.site.unit if load.site else "",
                f"{load.capacity:,}",
                f"{load.families:,}",
                f"{load.people:,}",
                f"{load.free:,}",
                "—" if load.percent is None else f"{load.percent}",
                f"{load.through:,}",
                f"{load.straight:,}",
            )
        )
        for load in used[:MOST_SITES]
    ]
    rest = used[MOST_SITES:]
    if rest:
        families, people = sum(load.families for load in rest), sum(load.people for load in rest)
        rows.append(TableRow((tr("其余 {count} 处", count=len(rest)), "", "", f"{families:,}", f"{people:,}", "", "", *_ways(rest))))
    total = ("", "", f"{found.allocated_families:,}", f"{found.allocated_people:,}", "", "", *_ways(used))
    return TableBlock(tr("已分配的避险点"), columns, (*rows, TableRow((tr("合计"), *total), is_sum=True)))


def _ways(loads: list[SiteLoad]) -> tuple[str, str]:
    return f"{sum(load.through for load in loads):,}", f"{sum(load.straight for load in loads):,}"


def _without(found: SafeSiteReport) -> Block:
    columns = (
        TableColumn(tr("村/社区"), 24),
        TableColumn(tr("门牌"), 34),
        TableColumn(tr("户主"), 14),
        TableColumn(tr("人数"), 10, is_number=True),
        TableColumn(tr("原因"), 26),
    )
    rows = tuple(
        TableRow((one.village, one.number, one.head, f"{one.people:,}", one.no_site.caption if one.no_site else ""))
        for one in found.without_place[:MOST_FAMILIES]
    )
    families, people = len(found.without_place), found.without_people
    note = tr("{families:,} 户 {people:,} 人", families=families, people=people)
    if families > MOST_FAMILIES:
        note = tr("{families:,} 户 {people:,} 人，只列前 {shown} 户", families=families, people=people, shown=MOST_FAMILIES)
    return TableBlock(tr("没有去处的户"), columns, rows, note)
