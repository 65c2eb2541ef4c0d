"""Two stored runs side by side: who is newly in danger, who no longer, whose level changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from gisapp.domain.affected import Tally
from gisapp.domain.hazard import HazardLevel
from gisapp.domain.ids import HouseholdId, HouseId
from gisapp.services.runs.pick_run import pick_run
from gisapp.storage.runs import kept_runs


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One family that the two runs do not agree on; a level is None where it is on no list."""

    household: HouseholdId
    house: HouseId | None
    code: str
    head: str
    number: str
    before: HazardLevel | None
    after: HazardLevel | None
    residents: int


@dataclass(frozen=True, slots=True)
class RunComparison:
    """What changed from ``first`` to ``second``: counts, and the families one by one.

    families of first = gone + changed + same; of second = newly + changed + same.
    """

    first: int
    second: int
    newly: Tally
    gone: Tally
    changed: Tally
    same: Tally
    rows: tuple[ComparedRow, ...]


def compare_runs(connection: sqlite3.Connection, first: int, second: int) -> RunComparison:
    """Compare two stored runs as they were answered; raises BadRequest for a run that is not there."""
    for run in (first, second):
        pick_run(connection, run)
    before, after = kept_runs.families(connection, first), kept_runs.families(connection, second)
    houses_before, houses_after = kept_runs.houses(connection, first), kept_runs.houses(connection, second)
    newly, gone = after.keys() - before.keys(), before.keys() - after.keys()
    both = before.keys() & after.keys()
    changed = {family for family in both if before[family][0] != after[family][0]}
    stayed = houses_before.keys() & houses_after.keys()
    moved = {house for house in stayed if houses_before[house] != houses_after[house]}
    return RunComparison(
        first,
        second,
        newly=_tally(len(houses_after.keys() - houses_before.keys()), newly, after),
        gone=_tally(len(houses_before.keys() - houses_after.keys()), gone, before),
        changed=_tally(len(moved), changed, after),
        same=_tally(len(stayed - moved), both - changed, after),
        rows=tuple(_rows(connection, newly | gone | changed, before, after)),
    )


def _tally(houses: int, families: Iterable[int], people: dict[int, tuple[str, int]]) -> Tally:
    own = list(families)
    return Tally(houses, len(own), sum(people[family][1] for family in own))


def _rows(
    connection: sqlite3.Connection, families: set[int], before: dict[int, tuple[str, int]], after: dict[int, tuple[str, int]]
) -> list[ComparedRow]:
    """Newly in danger first, then those whose level changed, then those no longer in danger; the worst first."""
    known = kept_runs.captions(connection, sorted(families))

    def level(found: dict[int, tuple[str, int]], family: int) -> HazardLevel | None:
        return HazardLevel(found[family][0]) if family in found else None

    rows = [
        ComparedRow(
            HouseholdId(family),
            HouseId(house) if house is not None else None,
            code,
            head,
            number,
            level(before, family),
            level(after, family),
            (after.get(family) or before[family])[1],
        )
        for family, (code, head, number, house) in known.items()
    ]
    return sorted(rows, key=_urgency)


def _urgency(row: ComparedRow) -> tuple[int, int, str]:
    kind = 0 if row.before is None else (2 if row.after is None else 1)
    return kind, (row.after or row.before or HazardLevel.BLUE).rank, row.number
