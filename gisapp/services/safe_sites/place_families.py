"""Homes, sites and roads as arrays, and the answer to who goes where."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.safe_site import AllocationQuestion, AllocationWay, WalkBasis
from gisapp.services.safe_sites.choose_sites import JudgedSite
from gisapp.spatial.beside import beside
from gisapp.spatial.closed_ground import ClosedGround, closed_ground
from gisapp.spatial.least_walking import least_walking
from gisapp.spatial.packets import packed, packets, unpacked
from gisapp.spatial.road_network import RoadNetwork, road_network
from gisapp.spatial.sheltering import NOWHERE, Ask, Sheltering, go_on_always, nearest_first, worth
from gisapp.spatial.together import NO_VILLAGE, together
from gisapp.spatial.walking import walks
from gisapp.storage.county import geopackage
from gisapp.storage.places import layers
from gisapp.storage.runs import kept_runs
from gisapp.storage.safe_sites.allocations import RunFamily

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MOST_PAIRS = 5_000_000
"""Families times sites; beyond it (40,000 families, 125 sites) neighbours of a village are placed as groups."""
BASES = (WalkBasis.ROAD, WalkBasis.NEAR, WalkBasis.NO_ROADS, WalkBasis.OFF_ROAD, WalkBasis.NOT_JOINED, WalkBasis.THROUGH)
"""What each ``Walk`` is called."""
DANGER_WEIGHTS = (1.0, 0.25, 0.05)
"""What a way through danger weighs against the longest way of all, tried one after the other."""


class Steps(Protocol):
    """Hears of each step done; ``ask`` raises when the person wants to stop."""

    def done(self) -> None: ...

    def ask(self) -> None: ...


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where each family (n,) goes: position of the site or NOWHERE, metres and ``Walk``.

    ``groups``: of how many packets, 0 = each family by itself. ``is_held`` (n,): who stays where somebody put the family.
    """

    site: Ints
    metres: Floats
    kinds: NDArray[np.uint8]
    groups: int
    is_held: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """The families (n,) as arrays."""

    people: Ints
    rank: Ints
    village: Ints
    homes: Floats

    def chosen(self, families: Ints) -> _Asked:
        return _Asked(self.people[families], self.rank[families], self.village[families], self.homes[families])


def way_network(connection: sqlite3.Connection, run: int, *, go_on: Ask = go_on_always) -> RoadNetwork | None:
    """The county's roads, on which nobody is led into the danger of a run."""
    ground: ClosedGround = closed_ground(*kept_runs.closed_areas(connection, run), go_on=go_on)
    roads = layers.roads(connection).geometries
    return beside(lambda: road_network(roads, ground), go_on)


def places_of(sites: Sequence[JudgedSite]) -> Floats:
    """Where the sites are (s, 2), metres."""
    return np.array([(one.site.facts.x, one.site.facts.y) for one in sites], np.float64).reshape(-1, 2)


def place_families(
    network: RoadNetwork | None,
    going: Sequence[RunFamily],
    offered: Sequence[JudgedSite],
    question: AllocationQuestion,
    *,
    held: Sequence[int],
    steps: Steps,
) -> Places:
    """Place the families ``going`` into the sites ``offered``; three steps are told to ``steps``.

    ``held``: for each family the position of the site it stays with, whatever the room, or NOWHERE.
    """
    asked = _asked(going)
    sites, site = places_of(offered), np.array(held, np.int64)
    kept, free = np.flatnonzero(site != NOWHERE), np.flatnonzero(site == NOWHERE)
    taken = np.bincount(site[kept], asked.people[kept], minlength=len(sites)).astype(np.int64)
    room = np.maximum(np.array([one.site.facts.capacity for one in offered], np.int64) - taken, 0)
    answer = _place(network, asked.chosen(free), sites, room, question, steps)
    metres, kinds = np.zeros(len(site)), np.zeros(len(site), np.uint8)
    site[free], metres[free], kinds[free] = answer.site, answer.metres, answer.kinds
    metres[kept], kinds[kept] = _walked(network, asked.homes[kept], sites, site[kept])
    return Places(site, metres, kinds, answer.groups, np.isin(np.arange(len(site)), kept))


def _asked(going: Sequence[RunFamily]) -> _Asked:
    homes = geopackage.decode_points([family.geom for family in going if family.geom]) if going else np.empty((0, 2))
    return _Asked(
        np.array([family.people for family in going], np.int64),
        np.array([family.rank for family in going], np.int64),
        np.array([NO_VILLAGE if family.village is None else family.village for family in going], np.int64),
        homes,
    )


def _place(network: RoadNetwork | None, asked: _Asked, sites: Floats, room: Ints, question: AllocationQuestion, steps: Steps) -> Places:
    is_grouped = len(asked.people) * len(sites) > MOST_PAIRS
    whole, packet = asked, np.arange(len(asked.people))
    if is_grouped:
        packet = packets(asked.people, asked.rank, asked.village, asked.homes, most=MOST_PAIRS // len(sites))
        whole = _Asked(*packed(asked.people, packet, asked.rank, asked.village, asked.homes))
    steps.done()
    found = walks(network, whole.homes, sites, cancelled=steps.ask)
    unwanted = found.resort + (found.metres > question.most_walk_m if question.most_walk_m else 0)
    problem = Sheltering(whole.people, whole.rank, cost(found.metres, unwanted, 1.0), room, whole.village, whole.homes)
    steps.done()
    site = spread(problem, question, metres=found.metres, unwanted=unwanted, go_on=steps.ask)
    steps.done()
    if is_grouped:
        site = unpacked(problem, packet, asked.people, site)
        return Places(site, *_walked(network, asked.homes, sites, site), len(whole.people), np.zeros(len(site), bool))
    each, at = np.arange(len(site)), np.maximum(site, 0)
    return Places(site, found.metres[each, at], found.kinds[each, at], 0, np.zeros(len(site), bool))


def spread(problem: Sheltering, question: AllocationQuestion, *, metres: Floats, unwanted: Ints, go_on: Ask = go_on_always) -> Ints:
    """The site of each family (n,); ``problem`` asks by ``metres`` (n, s) with what is ``unwanted`` (n, s) at its full weight.

    The optimised answer may grow for the villages' sake, yet all together never walk farther than nearest-first: a way round the
    danger may cost more than it saves, and where it does it is weighed less until they do not.
    """
    plain = nearest_first(problem, go_on=go_on)
    if question.way is AllocationWay.NEAREST:
        return plain
    bare = replace(problem, cost=metres)
    most = worth(bare, plain)
    for weight in DANGER_WEIGHTS:
        weighed = replace(problem, cost=cost(metres, unwanted, weight))
        best = least_walking(weighed, go_on=go_on)
        found, least = worth(bare, best), worth(weighed, best)
        if found <= most:
            spare = most.metres - found.metres if found.unplaced == most.unplaced else np.inf
            gathered = together(weighed, best, least.metres + min(least.metres * question.together_percent / 100.0, spare))
            return gathered if worth(bare, gathered) <= most else best
    return plain


def cost(metres: Floats, unwanted: Ints, weight: float) -> Floats:
    """Metres (n, s) of each way, and ``weight`` times the longest for everything unwanted of it that another site would spare."""
    return metres + unwanted * weight * (1.0 + metres.max(initial=0.0))


def _walked(network: RoadNetwork | None, homes: Floats, sites: Floats, site: Ints) -> tuple[Floats, NDArray[np.uint8]]:
    """How far each family itself walks to its site, and what the distance is."""
    metres, kinds = np.zeros(len(homes)), np.zeros(len(homes), np.uint8)
    for place in np.unique(site[site != NOWHERE]).tolist():
        own = np.flatnonzero(site == place)
        found = walks(network, homes[own], sites[place : place + 1])
        metres[own], kinds[own] = found.metres[:, 0], found.kinds[:, 0]
    return metres, kinds
