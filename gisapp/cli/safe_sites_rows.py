"""Safe sites and allocations as JSON keys and lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from math import isfinite
from typing import Any

import numpy as np

from gisapp.domain.masking import masked_phone
from gisapp.domain.safe_site import FAR_M, Allocation, PlacedFamily, SafeSite, SiteLoad, too_far, unsafe_ways
from gisapp.language import tr
from gisapp.services.safe_sites.move_family import MovedFamily
from gisapp.services.safe_sites.report_safe_sites import SafeSiteReport
from gisapp.spatial import crs

MOST_LINES = 20


def site_data(site: SafeSite, epsg: int) -> dict[str, Any]:
    """The keys of one site; phone masked, place in degrees and in the county's metres."""
    facts = site.facts
    is_placed = isfinite(facts.x)
    degrees = crs.to_degrees(np.array([[facts.x, facts.y]]), epsg)[0] if is_placed else None
    return {
        "id": site.id,
        "name": facts.name,
        "capacity": facts.capacity,
        "unit": site.unit,
        "town": site.town,
        "in_use": facts.is_in_use,
        "keeper": facts.keeper,
        "phone": masked_phone(facts.keeper_phone),
        "note": facts.note,
        "x": round(facts.x, 2) if is_placed else None,
        "y": round(facts.y, 2) if is_placed else None,
        "longitude": round(float(degrees[0]), 6) if degrees is not None else None,
        "latitude": round(float(degrees[1]), 6) if degrees is not None else None,
    }


def load_data(load: SiteLoad) -> dict[str, Any]:
    """The keys of who goes to a site; ``free`` below 0 is over-full, ``removed``: the site is no longer there."""
    return {
        "id": load.id,
        "name": load.name,
        "capacity": load.capacity,
        "families": load.families,
        "people": load.people,
        "free": load.free,
        "arrived": load.arrived,
        "over": load.is_over,
        "left_out": load.left_out,
        "doubt": load.doubt,
        "removed": load.site is None,
        "through": load.through,
        "straight": load.straight,
    }


def allocation_data(found: Allocation) -> dict[str, Any]:
    """The keys of an allocation: its question and totals."""
    totals = asdict(found.totals) | {"to_place": found.totals.to_place, "mean_m": round(found.totals.mean_m, 1)}
    return {
        "allocation": found.id,
        "run": found.run,
        "at": found.at,
        "question": found.question.sentence,
        "way": found.question.way,
        **totals,
    }


def family_data(family: PlacedFamily) -> dict[str, Any]:
    """The keys of one family: where it goes, or why to no site."""
    return {
        "code": family.code,
        "head": family.head,
        "people": family.people,
        "level": family.level,
        "village": family.village,
        "grid": family.grid,
        "number": family.number,
        "site": family.site,
        "site_name": family.site_name,
        "distance_m": family.distance_m,
        "basis": family.basis,
        "no_site": family.no_site,
        "by_hand": family.by_hand,
        "too_far": family.is_too_far,
    }


def moved_data(done: MovedFamily) -> dict[str, Any]:
    """The keys of a family moved by hand and of the site it goes to now."""
    return {
        "household": done.household,
        "code": done.code,
        "people": done.people,
        "before": done.before,
        "site": done.load.id,
        "site_name": done.load.name,
        "distance_m": done.metres,
        "basis": done.basis,
        "capacity": done.load.capacity,
        "site_people": done.load.people,
        "over": max(-done.load.free, 0),
        "warning": done.warning,
    }


def site_line(load: SiteLoad) -> str:
    """One site as a line."""
    values = {
        "id": load.id,
        "name": load.site.caption if load.site else load.name,
        "people": f"{load.people:,}",
        "room": f"{load.capacity:,}",
    }
    if load.site is None:
        return tr("{id}  {name}  已删除，原定 {people} 人", **{k: v for k, v in values.items() if k != "room"})
    told = tr("{id}  {name}  {people}/{room} 人", **values)
    marks = [
        tr("超 {count} 人", count=f"{-load.free:,}") if load.is_over else "",
        load.left_out.caption if load.left_out else "" if load.site.facts.is_in_use else tr("没有启用"),
        load.doubt.caption if load.doubt else "",
        tr("{count} 户要穿过险区", count=f"{load.through:,}") if load.through else "",
        tr("{count} 户只有直线距离", count=f"{load.straight:,}") if load.straight else "",
    ]
    return "  ".join([told, *filter(None, marks)])


def allocation_lines(found: Allocation, report: SafeSiteReport) -> Iterator[str]:
    """An allocation in sentences: room against need first, then what a person has to know of it."""
    totals = found.totals
    yield tr("研判第 {run} 号，分配第 {id} 号。{question}", run=found.run, id=found.id, question=found.question.sentence)
    yield totals.sentence
    yield tr(
        "{families} 户 {people} 人去 {sites} 个避险点，人均步行 {mean} 米，最远 {longest} 米。",
        families=f"{totals.placed_families:,}",
        people=f"{totals.placed_people:,}",
        sites=f"{totals.sites_used:,}",
        mean=f"{totals.mean_m:,.0f}",
        longest=f"{totals.longest_m:,.0f}",
    )
    if totals.far_families:
        yield tr("其中 {count} 户要走 {km:g} 公里以上，请安排车辆。", count=f"{totals.far_families:,}", km=FAR_M / 1000)
    if told := unsafe_ways(totals.through, totals.straight):
        yield told
    if told := too_far(totals.too_far_families, totals.too_far_people):
        yield told
    if totals.by_hand:
        yield tr("{count} 户的去处是手工改的。", count=f"{totals.by_hand:,}")
    if totals.own_home_families:
        yield tr("{count} 户去自己另一处住房，不占避险点。", count=f"{totals.own_home_families:,}")
    if totals.no_place_families:
        yield tr("{count} 户的住房已不在，位置不明，请逐户安排。", count=f"{totals.no_place_families:,}")
    if totals.villages_split:
        values = {"villages": totals.villages, "split": totals.villages_split, "large": totals.villages_too_large}
        yield tr("{villages} 个村中 {split} 个村分到几处，其中 {large} 个村的人数超过任何一处的容量。", **values)
    if totals.groups:
        yield tr("户数太多，同村相邻的户合成 {count} 组一起安排。", count=f"{totals.groups:,}")
    for load in report.sites:
        if load.left_out or load.doubt:
            yield tr("  {site}：{why}", site=load.site.caption if load.site else load.name, why=(load.left_out or load.doubt).caption)  # type: ignore[union-attr]
    for load in report.over:
        yield tr("  超员：{line}", line=site_line(load))
    for family in report.without_place[:MOST_LINES]:
        yield tr(
            "  没有地方：{village} {number} {head} {people} 人",
            village=family.village,
            number=family.number,
            head=family.head,
            people=family.people,
        )
