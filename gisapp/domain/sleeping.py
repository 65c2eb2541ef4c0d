"""Where each person sleeps now, seen from the family's homes, and when somebody last looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gisapp.domain.home import HomeState
from gisapp.domain.ids import HouseholdId, HouseId, ResidentId
from gisapp.errors import BadRequest
from gisapp.language import catalogue, tr

STALE_DAYS = 30
"""Preset of the setting: no published rule says how often to look."""


class SleepingPlace(StrEnum):
    """Where a person sleeps: in the family's present home, in its origin home, elsewhere, or nobody knows."""

    HERE = "here"
    ORIGIN = "origin"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"

    @property
    def caption(self) -> str:
        return (tr("现住房"), tr("原住房"), tr("别处"), tr("不详"))[tuple(SleepingPlace).index(self)]


_WORDS = (
    (SleepingPlace.HERE, ("1", "here", "现住房", "home", "这里", "在家", "本户")),
    (SleepingPlace.ORIGIN, ("2", "origin", "原住房", "老家", "老房", "老屋")),
    (SleepingPlace.ELSEWHERE, ("3", "elsewhere", "别处", "away", "外出", "在外")),
)
"""What people write at the door, whatever language the screen speaks: the key, the code, the caption, other words."""


def place_from_text(text: str) -> SleepingPlace:
    """The place that ``text`` names; raises BadRequest that lists the three."""
    wanted = text.strip().lower()
    for place, words in _WORDS:
        if wanted in words or wanted in (place.caption.lower(), catalogue("en").get(words[2], "").lower() or words[0]):
            return place
    raise BadRequest(tr("不认识的住处：{text}", text=text), tr("请写 here（现住房）、origin（原住房）或 elsewhere（别处）。"))


@dataclass(frozen=True, slots=True)
class Sleeper:
    """A person with the homes of the family and where the person sleeps now."""

    resident: ResidentId
    household: HouseholdId
    code: str
    name: str
    is_head: bool
    has_left: bool
    home: HouseId | None
    """The present home, where one knocks."""
    origin: HouseId | None
    """The origin home, when it still stands."""
    house: HouseId | None
    """Where the person sleeps, when that is a house of the county."""
    where: str
    """The number of that house, else the note."""
    since: str | None
    checked_on: str | None
    """When somebody last looked: the later of the check and the move."""
    building: int | None
    building_name: str
    """With its site: 紫云南郡 3号楼; for a house of its own the name of its grid."""
    entrance: int | None
    number: str

    @property
    def place(self) -> SleepingPlace:
        if self.house is None:
            return SleepingPlace.ELSEWHERE if self.where else SleepingPlace.UNKNOWN
        if self.house == self.home:
            return SleepingPlace.HERE
        return SleepingPlace.ORIGIN if self.house == self.origin else SleepingPlace.ELSEWHERE

    def days_unchecked(self, day: date) -> int | None:
        """Days since somebody looked; None = nobody ever did."""
        return None if self.checked_on is None else max((day - date.fromisoformat(self.checked_on)).days, 0)

    def is_stale(self, day: date, stale_days: int) -> bool:
        """Whether nobody looked for more than ``stale_days``."""
        days = self.days_unchecked(day)
        return days is None or days > stale_days


@dataclass(frozen=True, slots=True)
class DoorCount:
    """The people behind one entrance of a building, or in the houses of one grid."""

    building: int | None
    name: str
    entrance: int | None
    households: tuple[int, ...]
    people: int
    stale: int
    away: int
    """Those who sleep neither in the present home nor in the origin home, and those of whom nobody knows."""
    longest_days: int | None
    """The longest anybody was not looked after; None = somebody never was."""


@dataclass(frozen=True, slots=True)
class TwoEnds:
    """A relocated family that still lives part of the time in its origin home."""

    household: HouseholdId
    code: str
    head: str
    number: str
    house: HouseId | None
    origin_number: str
    origin_house: HouseId
    origin_state: HomeState
    people: int
    at_origin: int
    """How many of them sleep in the origin home now."""
    village: str
    checked_on: str | None
    """The oldest of its people's checks."""


@dataclass(frozen=True, slots=True)
class SleepingUpdate:
    """What somebody found at the door for one person; ``note`` says where, for elsewhere."""

    resident: int
    place: SleepingPlace
    checked_on: date
    note: str = ""
