"""What the screen, the command line and paper say about one thing: cards and rows of lists."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.ids import ContactId, DivisionId, GridId, HouseholdId, HouseId, ResidentId
from gisapp.domain.lines import Duty, Slot


@dataclass(frozen=True, slots=True)
class CountyCounts:
    """How much of everything the county file holds."""

    towns: int
    divisions: int
    grids: int
    settlements: int
    houses: int
    households: int
    residents: int
    relocated: int
    contacts: int
    hazards: int


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """Counts over the families whose current home lies in a place."""

    houses: int
    households: int
    residents: int
    elderly: int
    children: int
    disabled: int
    relocated: int
    missing_slots: int
    houses_in_hazard: int


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A contact as shown: phone masked."""

    id: ContactId
    name: str
    phone_masked: str
    unit: str


@dataclass(frozen=True, slots=True)
class GridCard:
    """Everything the card of one grid says."""

    id: GridId
    code: str
    name: str
    village: str
    town: str
    officer: ContactLine | None
    counts: PeopleCounts


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the tree: a county, town, village, community, grid, settlement, building, entrance or floor."""

    kind: str
    id: int
    code: str
    name: str
    level: str
    parent: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One family in a list."""

    id: HouseholdId
    code: str
    head: str
    phone_masked: str
    residents: int
    number: str
    grid: str
    town: str
    is_relocated: bool
    origin: str
    filled_slots: int | None
    """0-6 for a relocated family, None for others."""


@dataclass(frozen=True, slots=True)
class HomeLine:
    """One home of a family, or a stretch of days in which it was in one state; ``to_date`` of a past one is the first day after it."""

    role: HomeRole
    state: HomeState
    number: str
    grid: str
    grid_id: GridId | None
    house_id: HouseId | None
    from_date: str
    to_date: str | None = None


@dataclass(frozen=True, slots=True)
class ResidentLine:
    """One person of a family: ID number and phone masked."""

    id: ResidentId
    name: str
    relation: str
    sex: str
    birth_date: str
    age: int
    id_masked: str
    phone_masked: str
    marks: tuple[str, ...]
    sleeping: str
    sleeping_since: str | None


@dataclass(frozen=True, slots=True)
class SlotLine:
    """Who holds one slot today; ``follows_grid`` when it comes from the grid's officer."""

    slot: Slot
    contact: ContactLine | None
    since: str | None
    follows_grid: bool
    leads: tuple[Duty, ...]
    assists: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class HouseholdCard:
    """Everything the card of one family says; slots are empty for a family that was not relocated."""

    id: HouseholdId
    code: str
    head: str
    phone_masked: str
    relocated_on: str | None
    origin: str
    origin_id: DivisionId | None
    homes: tuple[HomeLine, ...]
    past_homes: tuple[HomeLine, ...]
    """Where it lived before, and the earlier states of its homes, the newest first."""
    residents: tuple[ResidentLine, ...]
    slots: tuple[SlotLine, ...]
    officer: ContactLine | None
    """The officer of the grid of the current home."""
    hazards: tuple[str, ...]
    next_step: str
    kept: tuple[tuple[str, str], ...] = ()
    """(name, value) of what other departments' ledgers say of it: attributes, then the newest figure of each indicator."""
