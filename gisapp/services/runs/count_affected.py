"""The figures of a run: every house, family and person once, and sums that add up whatever they are split by."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence

from gisapp.domain.affected import Tally
from gisapp.domain.hazard import CountedAt, HazardLevel
from gisapp.services.runs.judge_houses import LEVELS, Judged
from gisapp.storage.runs import runs

Family = tuple[int, int, int, int]
"""Household id, its worst affected house, level rank, counted residents."""

Names = tuple[str, ...]
Named = tuple[tuple[str, Tally], ...]
Combined = tuple[tuple[Names, Tally], ...]


def count_by_level(judged: Judged, families: Sequence[Family]) -> tuple[tuple[HazardLevel, Tally], ...]:
    """Houses and families by their own worst level."""
    tallies = []
    for level in LEVELS:
        rank = level.rank
        own = [family for family in families if family[2] == rank]
        tallies.append((level, Tally(int((judged.ranks == rank).sum()), len(own), sum(family[3] for family in own))))
    return tuple(tallies)


def count_by_grid(connection: sqlite3.Connection, judged: Judged, families: Sequence[Family]) -> Named:
    """Houses by their grid, families by the grid of the home that lists them."""
    grid_of = runs.grid_of_houses(connection)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for house in judged.ids.tolist():
        counts[grid_of[house]][0] += 1
    for _, house, _, residents in families:
        counts[grid_of[house]][1] += 1
        counts[grid_of[house]][2] += residents
    return tuple((code, Tally(*counts[code])) for code in sorted(counts))


def count_by_buffer(connection: sqlite3.Connection, judged: Judged, counted_at: CountedAt) -> Tally:
    """What only the buffer puts in danger: houses, families none of whose counted homes is in danger without it, people."""
    if not judged.by_buffer.any():
        return Tally(0, 0, 0)
    by_buffer = set(judged.ids[judged.by_buffer].tolist())
    families = _ties(connection).values()
    people = [
        max(n for _, n in places) if counted_at is CountedAt.HOMES else sum(n for _, n in places)
        for places in families
        if all(house in by_buffer for house, _ in places)
    ]
    partly = 0
    if counted_at is CountedAt.SLEEPING:
        mixed = [places for places in families if not all(house in by_buffer for house, _ in places)]
        partly = sum(n for places in mixed for house, n in places if house in by_buffer)
    return Tally(len(by_buffer), len(people), sum(people) + partly)


def count_combinations(connection: sqlite3.Connection, judged: Judged, counted_at: CountedAt) -> Combined:
    """The classes of those under exactly these names, in the order of the question; they add up to the total."""
    ordered = list(dict.fromkeys(one.area.name for one in judged.areas))
    place_of = {name: place for place, name in enumerate(ordered)}
    names_of = _names_of(judged, place_of)
    houses, households, residents = Counter(names_of.values()), Counter[Names](), Counter[Names]()
    for places in _ties(connection).values():
        union = names_of[places[0][0]]
        if len(places) > 1:
            union = _in_order({name for house, _ in places for name in names_of[house]}, place_of)
        households[union] += 1
        if counted_at is CountedAt.HOMES:
            residents[union] += places[0][1]
        else:
            for house, people in places:
                residents[names_of[house]] += people
    every = sorted({*houses, *households, *residents}, key=lambda names: (len(names), [place_of[name] for name in names]))
    return tuple((names, Tally(houses[names], households[names], residents[names])) for names in every)


def by_hazard(names: Sequence[str], combined: Combined) -> Named:
    """Counts under each name, overlaps in each of theirs."""
    sums: dict[str, list[int]] = {name: [0, 0, 0] for name in names}
    for own, tally in combined:
        for name in own:
            for place, count in enumerate((tally.houses, tally.households, tally.residents)):
                sums[name][place] += count
    return tuple((name, Tally(*counts)) for name, counts in sums.items())


def in_several(combined: Combined) -> Tally:
    """What lies under two or more names."""
    own = [tally for names, tally in combined if len(names) > 1]
    return Tally(sum(t.houses for t in own), sum(t.households for t in own), sum(t.residents for t in own))


def _names_of(judged: Judged, place_of: dict[str, int]) -> dict[int, Names]:
    known: dict[tuple[int, ...], Names] = {}
    for over in judged.over:
        if over not in known:
            known[over] = _in_order({judged.areas[a].area.name for a in over}, place_of)
    return {house: known[over] for house, over in zip(judged.ids.tolist(), judged.over, strict=True)}


def _in_order(names: set[str], place_of: dict[str, int]) -> Names:
    return tuple(sorted(names, key=place_of.__getitem__))


def _ties(connection: sqlite3.Connection) -> dict[int, list[tuple[int, int]]]:
    """household id -> (affected house, people counted there); at homes a family's people stand at each of its homes."""
    ties: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for household, house, residents in runs.houses_of_families(connection):
        ties[household].append((house, residents))
    return ties
