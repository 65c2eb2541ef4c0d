"""The figures of an allocation, from where each family goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gisapp.domain.safe_site import FAR_M, AllocationTotals, NoSite, WalkBasis
from gisapp.storage.safe_sites.allocations import FamilyRow, RunFamily


def count_allocation(
    families: Sequence[RunFamily], rows: Sequence[FamilyRow], *, capacities: Sequence[int], most_walk_m: float | None, groups: int
) -> AllocationTotals:
    """The totals; ``rows`` are the ``families`` in their order, ``capacities`` those of the sites offered."""
    placed = [row for row in rows if row.site is not None]
    without = {reason: [row for row in rows if row.no_site is reason] for reason in NoSite}
    too_far = [row for row in placed if most_walk_m and row.metres is not None and row.metres > most_walk_m]
    villages = _villages(families, rows)
    return AllocationTotals(
        families=len(rows),
        people=_people(rows),
        sites=len(capacities),
        sites_used=len({row.site for row in placed}),
        capacity=sum(capacities),
        placed_families=len(placed),
        placed_people=_people(placed),
        no_room_families=len(without[NoSite.NO_ROOM]),
        no_room_people=_people(without[NoSite.NO_ROOM]),
        own_home_families=len(without[NoSite.OWN_HOME]),
        own_home_people=_people(without[NoSite.OWN_HOME]),
        no_place_families=len(without[NoSite.NO_PLACE]),
        no_place_people=_people(without[NoSite.NO_PLACE]),
        nobody_families=len(without[NoSite.NOBODY]),
        walk_m=round(sum(row.people * (row.metres or 0.0) for row in placed), 1),
        longest_m=max((row.metres or 0.0 for row in placed), default=0.0),
        far_families=sum((row.metres or 0.0) > FAR_M for row in placed),
        straight=sum(row.basis is not None and row.basis.is_straight for row in placed),
        villages=len(villages),
        villages_split=sum(len(sites) > 1 for sites in villages.values()),
        villages_too_large=sum(len(sites) > 1 and sum(sites.values()) > max(capacities, default=0) for sites in villages.values()),
        groups=groups,
        through=sum(row.basis is WalkBasis.THROUGH for row in placed),
        by_hand=sum(row.by_hand for row in placed),
        too_far_families=len(too_far),
        too_far_people=_people(too_far),
    )


def _people(rows: Sequence[FamilyRow]) -> int:
    return sum(row.people for row in rows)


def _villages(families: Sequence[RunFamily], rows: Sequence[FamilyRow]) -> dict[int, dict[int, int]]:
    """village -> site -> people placed there."""
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for family, row in zip(families, rows, strict=True):
        if family.village is not None and row.site is not None:
            found[family.village][row.site] += row.people
    return found
