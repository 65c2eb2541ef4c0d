"""How complete the six slots are by community, by building and by origin village."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gisapp.domain.lines import SLOTS, Slot
from gisapp.language import tr
from gisapp.storage.contacts import completeness, slots


@dataclass(frozen=True, slots=True)
class PlaceShare:
    """One place: relocated families, how many have all six, families per empty slot; ``id`` None: families that have no such place.

    ``households`` are the families of the place, those that miss a slot first.
    """

    id: int | None
    name: str
    detail: str
    families: int
    complete: int
    missing: tuple[tuple[Slot, int], ...]
    households: tuple[int, ...]

    @property
    def incomplete(self) -> int:
        return self.families - self.complete

    @property
    def title(self) -> str:
        """The name with what it lies in."""
        return tr("{detail} {name}", detail=self.detail, name=self.name).strip()


@dataclass(frozen=True, slots=True)
class CompletenessReport:
    """The three views, each with most gaps first, every family once in each; and which families miss each slot."""

    communities: tuple[PlaceShare, ...]
    buildings: tuple[PlaceShare, ...]
    villages: tuple[PlaceShare, ...]
    lacking: tuple[tuple[Slot, tuple[int, ...]], ...]


def report_completeness(connection: sqlite3.Connection, *, household_ids: Sequence[int] | None = None) -> CompletenessReport:
    """Over all relocated families, or the relocated ones among ``household_ids``."""
    missing = dict(slots.incomplete(connection, household_ids))
    placed = completeness.placings(connection, household_ids)
    divisions, buildings = completeness.division_names(connection), completeness.building_names(connection)
    return CompletenessReport(
        _shares(((one.household, one.community) for one in placed), missing, divisions, nowhere=tr("现住房不在网格内")),
        _shares(((one.household, one.building) for one in placed), missing, buildings, nowhere=tr("不住在楼栋里")),
        _shares(((one.household, one.village) for one in placed), missing, divisions, nowhere=tr("没有户籍村")),
        tuple((slot, tuple(family for family, empty in missing.items() if slot in empty)) for slot in SLOTS),
    )


def _shares(
    placed: Iterable[tuple[int, int | None]],
    missing: Mapping[int, tuple[Slot, ...]],
    names: Mapping[int, tuple[str, str]],
    *,
    nowhere: str,
) -> tuple[PlaceShare, ...]:
    by_place: dict[int | None, list[int]] = defaultdict(list)
    for family, place in placed:
        by_place[place].append(family)
    shares = [_share(place, families, missing, names.get(place or 0, (nowhere, ""))) for place, families in by_place.items()]
    return tuple(sorted(shares, key=lambda one: (-one.incomplete, -one.families, one.title)))


def _share(place: int | None, families: list[int], missing: Mapping[int, tuple[Slot, ...]], name: tuple[str, str]) -> PlaceShare:
    lacking = [family for family in families if family in missing]
    counts = dict.fromkeys(SLOTS, 0)
    for family in lacking:
        for slot in missing[family]:
            counts[slot] += 1
    ordered = (*lacking, *(family for family in families if family not in missing))
    return PlaceShare(place, name[0], name[1], len(families), len(families) - len(lacking), tuple(counts.items()), ordered)
