"""A damaged house: what was found there, what is done about it, and where its families live meanwhile.

Whether work on a damage is to do, begun or finished follows from its dates alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from gisapp.domain.ids import GridId, HouseholdId, HouseId
from gisapp.language import tr

MOST_CHARACTERS = 2_000
LONGEST_STAGE = 20
MOST_STAGES = 12


class DamageState(StrEnum):
    """How sure it is: somebody said so, somebody looked, somebody objects."""

    REPORTED = "reported"
    VERIFIED = "verified"
    DISPUTED = "disputed"

    @property
    def caption(self) -> str:
        return (tr("已上报"), tr("已核实"), tr("有异议"))[tuple(DamageState).index(self)]


class DamageGrade(StrEnum):
    """How bad it is; ``NONE`` was looked at and found whole."""

    COLLAPSED = "collapsed"
    SERIOUS = "serious"
    MODERATE = "moderate"
    NONE = "none"

    @property
    def caption(self) -> str:
        return (tr("倒塌"), tr("严重受损"), tr("一般受损"), tr("未受损"))[tuple(DamageGrade).index(self)]


class RebuildWay(StrEnum):
    """What is done about it."""

    REPAIR = "repair"
    REBUILD = "rebuild"
    RESETTLE = "resettle"

    @property
    def caption(self) -> str:
        return (tr("维修加固"), tr("重建"), tr("安置"))[tuple(RebuildWay).index(self)]


class WorkProgress(StrEnum):
    """How far the work is."""

    TO_DO = "to_do"
    BEGUN = "begun"
    FINISHED = "finished"

    @property
    def caption(self) -> str:
        return (tr("未开工"), tr("已开工"), tr("已完工"))[tuple(WorkProgress).index(self)]


Stages = Mapping[RebuildWay, tuple[str, ...]]

PRESET_STAGES: Stages = MappingProxyType(
    {
        RebuildWay.REPAIR: ("施工", "验收"),
        RebuildWay.REBUILD: ("选址", "施工", "验收", "入住"),
        RebuildWay.RESETTLE: ("选房", "入住"),
    }
)
"""Where a county begins; from no published rule, every county writes its own list."""


@dataclass(frozen=True, slots=True)
class DamageEvent:
    """What the damages belong to: a rain, a slide. ``to_date`` None = it goes on; ``run`` is the hazard run of that night."""

    id: int
    name: str
    from_date: str
    to_date: str | None
    run: int | None = None

    @property
    def caption(self) -> str:
        """The name with its days."""
        if self.to_date == self.from_date:
            return tr("{name}（{first}）", name=self.name, first=self.from_date)
        return tr("{name}（{first} 至 {last}）", name=self.name, first=self.from_date, last=self.to_date or tr("今"))

    def holds(self, day: str) -> bool:
        """Whether an ISO day lies in it."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)


@dataclass(frozen=True, slots=True)
class Damage:
    """One damage of one house with where it is and who lives there; dates are ISO.

    ``house`` is None when the house stands no more (``house_uid`` stays its name). ``families`` are those at home there that day,
    ``codes`` their numbers, ``heads`` their heads ("" where there is none). ``stage`` is the last stage of its way that has begun.
    """

    id: int
    house_uid: str
    house: HouseId | None
    number: str
    grid_id: GridId | None
    grid: str
    village_id: int | None
    village: str
    town_id: int | None
    town: str
    event: int | None
    event_name: str
    reported_on: str
    state: DamageState
    grade: DamageGrade
    note: str
    way: RebuildWay | None
    planned_on: str | None
    begun_on: str | None
    finished_on: str | None
    contact: int | None
    contact_name: str
    families: tuple[HouseholdId, ...]
    codes: tuple[str, ...]
    heads: tuple[str, ...]
    people: int
    stage: str
    photos: int

    @property
    def household(self) -> HouseholdId | None:
        """The first family of the house."""
        return self.families[0] if self.families else None

    @property
    def head(self) -> str:
        return tr("、").join(filter(None, self.heads))

    @property
    def progress(self) -> WorkProgress:
        if self.finished_on is not None:
            return WorkProgress.FINISHED
        return WorkProgress.TO_DO if self.begun_on is None else WorkProgress.BEGUN

    @property
    def needs_work(self) -> bool:
        """Whether it counts on the board: anything but looked at and whole."""
        return self.grade is not DamageGrade.NONE

    @property
    def is_done(self) -> bool:
        return self.needs_work and self.finished_on is not None

    @property
    def is_open(self) -> bool:
        return self.needs_work and self.finished_on is None

    @property
    def stage_caption(self) -> str:
        """The stage it is at: 未开工, the last stage that has begun, or 已完工."""
        if not self.needs_work:
            return ""
        return self.stage if self.progress is WorkProgress.BEGUN and self.stage else self.progress.caption

    def days_overdue(self, day: date) -> int:
        """Full days past the planned finish; 0 when it is finished, has no plan, or is due today or later."""
        if not self.is_open or self.planned_on is None:
            return 0
        return max((day - date.fromisoformat(self.planned_on)).days, 0)


@dataclass(frozen=True, slots=True)
class StateLine:
    """One entry of the states a damage went through."""

    state: DamageState
    grade: DamageGrade
    on_date: str
    who: str
    note: str


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage of the work; both dates None = to do."""

    stage: str
    begun_on: str | None
    finished_on: str | None

    @property
    def progress(self) -> WorkProgress:
        if self.finished_on is not None:
            return WorkProgress.FINISHED
        return WorkProgress.TO_DO if self.begun_on is None else WorkProgress.BEGUN


@dataclass(frozen=True, slots=True)
class Stay:
    """Where a family lives until the work is done."""

    id: int
    household: HouseholdId
    code: str
    head: str
    address: str
    from_date: str
    to_date: str | None


@dataclass(frozen=True, slots=True)
class KeptStay:
    """A stay as an import knows it: its damage, and ``to_date`` None while it lasts."""

    id: int
    damage: int
    address: str
    from_date: str
    to_date: str | None


@dataclass(frozen=True, slots=True)
class DamagePhoto:
    """A photo of a damage as the file holds it; ``taken_at`` is the camera's own time, degrees are WGS 84.

    ``distance_m`` is from the house; None when either place is unknown.
    """

    id: int
    sha256: str
    name: str
    taken_at: str | None
    longitude: float | None
    latitude: float | None
    distance_m: float | None
    width: int
    height: int
    added_on: str
    added_by: str


@dataclass(frozen=True, slots=True)
class DamageCase:
    """A damage with all that belongs to it; ``stages`` are those of its way in order, also the ones to do."""

    damage: Damage
    event: DamageEvent | None
    states: tuple[StateLine, ...]
    stages: tuple[StageLine, ...]
    stays: tuple[Stay, ...]
    photos: tuple[DamagePhoto, ...]


def lined_up(recorded: Sequence[StageLine], names: Sequence[str]) -> tuple[StageLine, ...]:
    """The stages ``names`` with what was recorded of them; recorded ones no longer among the names stand first."""
    known = {line.stage: line for line in recorded}
    past = [line for line in recorded if line.stage not in names]
    return (*past, *(known.get(name, StageLine(name, None, None)) for name in names))


def last_begun(stages: Sequence[StageLine]) -> str:
    """The last of the stages in order that has a date; "" when none has."""
    return next((line.stage for line in reversed(stages) if line.progress is not WorkProgress.TO_DO), "")
