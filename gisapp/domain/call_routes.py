"""Who must call which family: the rule table names the slot that leads screening; where it is empty the next one in order calls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gisapp.domain.affected import CallRow
from gisapp.domain.ids import ContactId
from gisapp.domain.lines import Duty, LeadRule, Role, Slot
from gisapp.language import tr


def calling_order(rules: Sequence[LeadRule]) -> tuple[Slot, ...]:
    """The slots of a relocated family in the order in which they must call: lead, assist, then the rest of both lines.

    Warning people is part of the duty of screening (排查预警); a table without that duty leads with its first row.
    """
    rule = next((one for one in rules if one.duty is Duty.SCREENING), rules[0])
    rest = [Slot(line, role) for line in (rule.lead.line, rule.assist.line) for role in Role]
    return tuple(dict.fromkeys((rule.lead, rule.assist, *rest)))


@dataclass(frozen=True, slots=True)
class Caller:
    """A contact who must call; the phone as the list shows it."""

    id: ContactId
    name: str
    role: Role
    unit: str
    phone: str


@dataclass(frozen=True, slots=True)
class RoutedCall:
    """A family under the contact who must call it: by which slot (None = grid officer of the home in danger), and who assists."""

    call: CallRow
    slot: Slot | None
    is_lead: bool
    assist: str

    @property
    def why(self) -> str:
        """Why this contact calls."""
        if self.slot is None:
            return tr("险区里住房的网格员")
        return tr("主责") if self.is_lead else tr("代主责：{slot}", slot=self.slot.caption)


@dataclass(frozen=True, slots=True)
class InformedCall:
    """A family in danger at its origin home whose other line is told too; ``caller`` is who calls it."""

    call: CallRow
    slot: Slot
    caller: Caller | None


@dataclass(frozen=True, slots=True)
class CallPage:
    """Everything one contact has to do tonight."""

    caller: Caller
    calls: tuple[RoutedCall, ...]
    informed: tuple[InformedCall, ...]

    @property
    def people(self) -> int:
        return sum(one.call.residents for one in self.calls)


@dataclass(frozen=True, slots=True)
class CallRoutes:
    """Every family of a run once: under the contact who must call it, or among those nobody can reach."""

    order: tuple[Slot, ...]
    pages: tuple[CallPage, ...]
    unreached: tuple[CallRow, ...]

    @property
    def sentence(self) -> str:
        """By which rule, for the head of every page."""
        rest = tr("、").join(slot.caption for slot in self.order[1:])
        return tr(
            "搬迁户由{lead}主责通知（规则表：排查预警）；缺岗或没有电话时依次由{rest}代；其他户由险区里住房的网格员通知。",
            lead=self.order[0].caption,
            rest=rest,
        )

    @property
    def families(self) -> int:
        """Families under a contact."""
        return sum(len(page.calls) for page in self.pages)

    def of(self, contacts: Iterable[int]) -> tuple[CallPage, ...]:
        """The pages of these contacts."""
        wanted = set(contacts)
        return tuple(page for page in self.pages if page.caller.id in wanted)
