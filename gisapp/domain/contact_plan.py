"""A proposal for many slots at once: who would get what and why, what cannot be done, and everybody's load before and after."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gisapp.domain.caseload import MoveReason
from gisapp.domain.ids import ContactId, HouseholdId
from gisapp.domain.lines import Role, Slot


class Aim(StrEnum):
    """What a proposal may do besides filling empty slots and relieving whoever is over the limit."""

    BALANCE = "balance"
    RIGHT_UNIT = "right_unit"
    GRID_BY_HAND = "grid_by_hand"


@dataclass(frozen=True, slots=True)
class SlotMove:
    """One slot of one family gets another holder; ``before`` is None where nobody holds it. ``both_lines``: the new holder looks
    after the family on the other line in the same role as well, because nobody else had room."""

    household: HouseholdId
    slot: Slot
    before: ContactId | None
    after: ContactId
    why: MoveReason
    both_lines: bool = False


@dataclass(frozen=True, slots=True)
class NotPossible:
    """A slot that stays as it is although it is empty, and why."""

    household: HouseholdId
    slot: Slot
    reason: str


@dataclass(frozen=True, slots=True)
class LoadChange:
    """Different families of one contact over both lines, before and after all moves of a plan."""

    contact: ContactId
    name: str
    unit: str
    role: Role
    limit: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class ContactPlan:
    """``moves`` in order of family; ``loads`` of every contact whom a move touches or who is over the limit; ``sentences`` say
    plainly what cannot be done and why, nothing when all can."""

    roles: tuple[Role, ...]
    moves: tuple[SlotMove, ...]
    unfilled: tuple[NotPossible, ...]
    loads: tuple[LoadChange, ...]
    sentences: tuple[str, ...]
    seconds: float

    @property
    def filled(self) -> int:
        """How many moves fill a slot that nobody in office holds."""
        return sum(move.why in (MoveReason.EMPTY, MoveReason.LEFT) for move in self.moves)

    @property
    def over_before(self) -> tuple[LoadChange, ...]:
        return tuple(load for load in self.loads if load.before > load.limit)

    @property
    def over_after(self) -> tuple[LoadChange, ...]:
        return tuple(load for load in self.loads if load.after > load.limit)


@dataclass(frozen=True, slots=True)
class RefusedMove:
    """A move of an accepted plan that was not made, and why."""

    move: SlotMove
    reason: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What became of the moves that were accepted."""

    made: tuple[SlotMove, ...]
    refused: tuple[RefusedMove, ...]
