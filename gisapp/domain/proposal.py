"""What one line proposes for a slot of the other, until that line decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from gisapp.domain.cards import ContactLine, HouseholdRow
from gisapp.domain.lines import Slot

ProposalId = NewType("ProposalId", int)


class ProposalState(StrEnum):
    """Where a proposal stands."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A contact proposed for a slot of one family; the slot's line decides."""

    id: ProposalId
    household: int
    slot: Slot
    contact: ContactLine
    from_date: str
    proposed_on: str
    proposed_by: str
    reason: str
    state: ProposalState


@dataclass(frozen=True, slots=True)
class WaitingProposal:
    """A line of the waiting list: the proposal, its family, and for how many days it has been waiting."""

    proposal: Proposal
    family: HouseholdRow
    days: int

    @property
    def household(self) -> int:
        """The family it is about."""
        return self.proposal.household
