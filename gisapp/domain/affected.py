"""The answer to "which homes are in danger tonight": totals that add up, and the list to call."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.hazard import AffectedRule, CountedAt, HazardLevel
from gisapp.domain.ids import HouseholdId, HouseId, RunId
from gisapp.language import tr


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked; printed with every result.

    ``names`` are the hazards; ``buffer_m`` widens every area; ``day`` is the ISO date ages are taken on.
    """

    names: tuple[str, ...]
    rule: AffectedRule
    counted_at: CountedAt
    buffer_m: float
    day: str

    @property
    def sentence(self) -> str:
        """The question in one sentence of the reader's language."""
        values = {"names": tr("、").join(self.names), "day": self.day, "buffer": f"{self.buffer_m:g}"}
        if self.counted_at is CountedAt.SLEEPING:
            return tr("{day}：哪些房屋在“{names}”内（外扩 {buffer} 米，按房屋点位判断，边界上算在内），人按现住何处计。", **values)
        return tr("{day}：哪些房屋在“{names}”内（外扩 {buffer} 米，按房屋点位判断，边界上算在内），人按在住的住房计。", **values)


@dataclass(frozen=True, slots=True)
class Tally:
    """Three exact counts."""

    houses: int
    households: int
    residents: int


@dataclass(frozen=True, slots=True)
class Vulnerable:
    """Vulnerable people among the counted residents; ``people`` counts each person once."""

    people: int
    elderly: int
    children: int
    disabled: int
    ill: int
    pregnant: int
    alone: int


@dataclass(frozen=True, slots=True)
class AffectedTotals:
    """Totals of a run; by_level and by_grid add up to the total, by_hazard counts overlaps in each."""

    total: Tally
    by_level: tuple[tuple[HazardLevel, Tally], ...]
    by_hazard: tuple[tuple[str, Tally], ...]
    both: Tally
    by_grid: tuple[tuple[str, Tally], ...]
    unknown: int
    vulnerable: Vulnerable
    empty_origin: int
    own_safe_home: int
    without_contact: int


@dataclass(frozen=True, slots=True)
class CallLine:
    """Somebody to call: phone masked unless the list was revealed with a reason."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class CallRow:
    """One affected family of the call list, exactly once."""

    household: HouseholdId
    house: HouseId
    code: str
    level: HazardLevel
    town: str
    village: str
    grid_code: str
    grid: str
    number: str
    head: str
    phone: str
    residents: int
    marks: str
    sleeping: str
    village_lead: CallLine | None
    community_lead: CallLine | None
    officer: CallLine | None
    safe_site: str
    safe_site_m: float | None
    is_relocated: bool
    has_own_safe_home: bool
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class PropertyRow:
    """An origin home in danger that stands empty: property, nobody to wake."""

    house: HouseId
    grid: str
    number: str
    head: str
    lives_at: str


@dataclass(frozen=True, slots=True)
class AffectedRun:
    """A stored run with its list."""

    id: RunId
    at: str
    question: Question
    totals: AffectedTotals
    calls: tuple[CallRow, ...]
    property: tuple[PropertyRow, ...]
