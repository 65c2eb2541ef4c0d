"""What a leaving contact's families go to whom."""

from __future__ import annotations

from dataclasses import dataclass

from gisapp.domain.cards import ContactLine
from gisapp.domain.caseload import ContactChoice
from gisapp.domain.lines import Slot


@dataclass(frozen=True, slots=True)
class Share:
    """What one successor takes over: these families (None = all that is left), of them these slots (None = whichever); likewise grids."""

    successor: int
    households: tuple[int, ...] | None = None
    slots: tuple[Slot, ...] | None = None
    grids: tuple[int, ...] | None = ()


@dataclass(frozen=True, slots=True)
class HeldSlot:
    """One row of a contact's present or coming days in a slot."""

    id: int
    household: int
    slot: Slot
    from_date: str
    to_date: str | None


@dataclass(frozen=True, slots=True)
class HeldPost:
    """One row of a contact's present or coming days as officer of a grid."""

    id: int
    grid: int
    grid_name: str
    from_date: str
    to_date: str | None


@dataclass(frozen=True, slots=True)
class SlotMove:
    """A slot that goes to a successor."""

    held: HeldSlot
    successor: ContactLine


@dataclass(frozen=True, slots=True)
class PostMove:
    """A grid that goes to a successor."""

    held: HeldPost
    successor: ContactLine


@dataclass(frozen=True, slots=True)
class NotMoved:
    """A slot of a family (None: the family as a whole), or a grid, that is not handed over, and why."""

    household: int | None
    slot: Slot | None
    reason: str
    grid: int | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a hand-over will do, or did. ``stays``: held by the leaving contact and named in no share; ``after``: the successors
    with all families there would be then."""

    leaving: ContactLine
    day: str
    slots: tuple[SlotMove, ...]
    posts: tuple[PostMove, ...]
    refused: tuple[NotMoved, ...]
    stays: tuple[HeldSlot, ...]
    posts_staying: tuple[HeldPost, ...]
    after: tuple[ContactChoice, ...]

    @property
    def families(self) -> tuple[int, ...]:
        """The families that get another contact, each once."""
        return tuple(dict.fromkeys(move.held.household for move in self.slots))
