"""What both lines write down about a family, and who has to act on a need or an alarm, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from gisapp.domain.cards import ContactLine
from gisapp.domain.ids import HouseholdId, HouseId
from gisapp.domain.lines import Duty, Line, Slot
from gisapp.language import tr

MOST_CHARACTERS = 2_000


class CareKind(StrEnum):
    """A visit and a call are done when they are written; a need and an alarm wait until somebody closes them."""

    VISIT = "visit"
    CALL = "call"
    NEED = "need"
    ALARM = "alarm"

    @property
    def caption(self) -> str:
        return (tr("走访"), tr("通话"), tr("需求"), tr("预警"))[tuple(CareKind).index(self)]

    @property
    def waits(self) -> bool:
        """Whether somebody has to act on it."""
        return self in (CareKind.NEED, CareKind.ALARM)

    @property
    def usual_duty(self) -> Duty | None:
        """The duty it falls under when none is said."""
        return {CareKind.NEED: Duty.ASSISTANCE, CareKind.ALARM: Duty.SCREENING}.get(self)


class Escalation(IntEnum):
    """How far an overdue need or alarm has gone: to the lead, to the assisting slot too, to the office."""

    LEAD = 0
    ASSIST = 1
    OFFICE = 2

    @property
    def caption(self) -> str:
        return (tr("主责办理"), tr("已请配合方"), tr("已报镇/社区"))[self.value]


@dataclass(frozen=True, slots=True)
class CareDays:
    """How long things may take, in days: settings of a county with a preset, from no published rule.

    ``office``: so many days overdue, and more go to the office.
    """

    alarm: int = 3
    need: int = 15
    office: int = 3

    def given_to(self, kind: CareKind) -> int:
        """Days from the writing to the due date."""
        return self.alarm if kind is CareKind.ALARM else self.need


@dataclass(frozen=True, slots=True)
class CareEntry:
    """One line that somebody wrote about a family; dates are ISO."""

    id: int
    household: HouseholdId
    line: Line
    kind: CareKind
    duty: Duty | None
    on_date: str
    text: str
    who: str
    due_on: str | None
    closed_on: str | None
    closed_by: str | None
    outcome: str | None

    @property
    def is_open(self) -> bool:
        return self.kind.waits and self.closed_on is None

    @property
    def acts_on(self) -> Duty | None:
        """The duty that decides who leads."""
        return self.duty or self.kind.usual_duty

    def days_overdue(self, day: date) -> int:
        """Full days past the due date; 0 when it is closed, has none, or is due today or later."""
        if not self.is_open or self.due_on is None:
            return 0
        return max((day - date.fromisoformat(self.due_on)).days, 0)


def escalation(days_overdue: int, days: CareDays) -> Escalation:
    """Overdue: the assisting slot too; overdue by more than ``days.office``: the office."""
    if days_overdue > days.office:
        return Escalation.OFFICE
    return Escalation.ASSIST if days_overdue else Escalation.LEAD


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is: the slots of the duty, who holds them, and how far it has gone."""

    duty: Duty
    lead: Slot
    lead_contact: ContactLine | None
    assist: Slot
    assist_contact: ContactLine | None
    office: str
    """The town of the village line, or the community of the community line, that the leading slot belongs to."""
    escalation: Escalation

    @property
    def contacts(self) -> tuple[ContactLine, ...]:
        """Those who are to act now: the lead; the assisting one when it is overdue or the leading slot is empty."""
        helps = self.escalation >= Escalation.ASSIST or self.lead_contact is None
        return tuple(one for one in (self.lead_contact, self.assist_contact if helps else None) if one is not None)

    @property
    def is_at_office(self) -> bool:
        """Overdue for long, or nobody is in either slot."""
        return self.escalation is Escalation.OFFICE or not self.contacts

    @property
    def note(self) -> str:
        """Why it is not simply with the lead."""
        if self.lead_contact is None and self.assist_contact is None:
            return tr("主责、配合都缺岗，直接报{office}", office=self.office or tr("镇/社区"))
        if self.lead_contact is None:
            return tr("主责缺岗，直接交给配合方{slot}", slot=self.assist.caption)
        if self.escalation is Escalation.OFFICE:
            return tr("逾期较久，已报{office}", office=self.office or tr("镇/社区"))
        return tr("已逾期，同时请配合方{slot}", slot=self.assist.caption) if self.escalation is Escalation.ASSIST else ""

    @property
    def people(self) -> str:
        """Names of those who act now, for a column."""
        names = [one.name for one in self.contacts]
        return tr("、").join([*names, self.office] if self.is_at_office and self.office else names)


@dataclass(frozen=True, slots=True)
class CareRow:
    """An entry in a list, with its family; ``turn`` of open ones."""

    entry: CareEntry
    code: str
    head: str
    number: str
    house: HouseId | None
    days_overdue: int
    turn: Turn | None

    @property
    def household(self) -> HouseholdId:
        return self.entry.household
