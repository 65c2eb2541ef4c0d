"""Homes, sites and roads as arrays, and the answer to who goes where."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.safe_site import AllocationQuestion, AllocationWay
from gisapp.services.safe_sites.choose_sites import JudgedSite
from gisapp.spatial.closed_ground import ClosedGround
from gisapp.spatial.least_walking import least_walking
from gisapp.spatial.packets import packed, packets, unpacked
from gisapp.spatial.road_network import RoadNetwork, road_network
from gisapp.spatial.sheltering import NOWHERE, Ask, Sheltering, go_on_always, nearest_first, worth
from gisapp.spatial.together import NO_VILLAGE, split_villages, together
from gisapp.spatial.walking import Walks, walks
from gisapp.storage.county import geopackage
from gisapp.storage.places import layers
from gisapp.storage.safe_sites.allocations import RunFamily

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST_PAIRS = 5_000_000
"""Families times sites; beyond it (40,000 families, 125 sites) neighbours of a village are placed as groups."""
DANGER_WEIGHTS = (1.0, 0.25, 0.05)
"""What a way through danger weighs against the longest way of all, tried one after the other."""


class Steps(Protocol):
    """Hears of each step done; ``ask`` raises when the person wants to stop."""

    def done(self) -> None: ...

    def ask(self) -> None: ...


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where each family (n,) goes: position of the site or NOWHERE, metres and ``Walk``.

    ``split``: villages placed, split, too large for any site. ``groups``: of how many packets, 0 = each family by itself.
    """

    site: Ints
    metres: Floats
    kinds: NDArray[np.uint8]
    split: tuple[int, int, int]
    groups: int


def place_families(
    connection: sqlite3.Connection,
    going: Sequence[RunFamily],
    offered: Sequence[JudgedSite],
    question: AllocationQuestion,
    *,
    ground: ClosedGround,
    steps: Steps,
) -> Places:
    """Place the families ``going`` into the sites ``offered``, on ways that lead into no danger of the ``ground`` where there are such.

    Three steps are told to ``steps``.
    """
    homes = geopackage.decode_points([family.geom for family in going if family.geom]) if going else np.empty((0, 2))
    sites = np.array([(one.site.facts.x, one.site.facts.y) for one in offered], np.float64).reshape(-1, 2)
    room = np.array([one.site.facts.capacity for one in offered], np.int64)
    people = np.array([family.people for family in going], np.int64)
    rank = np.array([family.rank for family in going], np.int64)
    village = np.array([NO_VILLAGE if family.village is None else family.village for family in going], np.int64)
    network = road_network(layers.roads(connection).geometries, ground)
    is_grouped = len(going) * len(offered) > MOST_PAIRS
    packet = packets(people, rank, village, homes, most=MOST_PAIRS // len(offered)) if is_grouped else np.arange(len(going))
    whole = packed(people, packet, rank, village, homes) if is_grouped else (people, rank, village, homes)
    steps.done()
    found = walks(network, whole[3], sites, cancelled=steps.ask)
    problem = Sheltering(whole[0], whole[1], cost(found, 1.0), room, whole[2], whole[3])
    steps.done()
    site = spread(problem, question, found, go_on=steps.ask)
    steps.done()
    split = split_villages(problem, site)
    if is_grouped:
        site = unpacked(problem, packet, people, site)
        metres, kinds = _walked(network, homes, sites, site)
    else:
        at = np.maximum(site, 0)
        metres, kinds = found.metres[np.arange(len(site)), at], found.kinds[np.arange(len(site)), at]
    return Places(site, metres, kinds, (split.villages, split.split, split.too_large), len(whole[0]) if is_grouped else 0)


def spread(problem: Sheltering, question: AllocationQuestion, walked: Walks, *, go_on: Ask = go_on_always) -> Ints:
    """The site of each family (n,); ``problem`` asks by the ways ``walked`` at their full weight.

    The optimised answer may grow for the villages' sake, yet all together never walk farther than nearest-first: a way round the
    danger may cost more than it saves, and where it does it is weighed less until they do not.
    """
    plain = nearest_first(problem, go_on=go_on)
    if question.way is AllocationWay.NEAREST:
        return plain
    bare = replace(problem, cost=walked.metres)
    most = worth(bare, plain)
    for weight in DANGER_WEIGHTS:
        weighed = replace(problem, cost=cost(walked, weight))
        best = least_walking(weighed, go_on=go_on)
        found, least = worth(bare, best), worth(weighed, best)
        if found <= most:
            spare = most.metres - found.metres if found.unplaced == most.unplaced else np.inf
            gathered = together(weighed, best, least.metres + min(least.metres * question.together_percent / 100.0, spare))
            return gathered if worth(bare, gathered) <= most else best
    return plain


def cost(walked: Walks, weight: float) -> Floats:
    """Metres (n, s) of each way, and ``weight`` times the longest for each sort of way there is a better one to another site."""
    return walked.metres + walked.resort * weight * (1.0 + walked.metres.max(initial=0.0))


def _walked(network: RoadNetwork | None, homes: Floats, sites: Floats, site: Ints) -> tuple[Floats, NDArray[np.uint8]]:
    """How far each family itself walks to its site, and what the distance is."""
    metres, kinds = np.zeros(len(homes)), np.zeros(len(homes), np.uint8)
    for place in np.unique(site[site != NOWHERE]).tolist():
        own = np.flatnonzero(site == place)
        found = walks(network, homes[own], sites[place : place + 1])
        metres[own], kinds[own] = found.metres[:, 0], found.kinds[:, 0]
    return metres, kinds
